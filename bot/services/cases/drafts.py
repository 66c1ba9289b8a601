"""A case before it is sent: a draft collects what comes, in any number and order, and is sent or thrown away whole."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.bodies import Body
from bot.domain.case_refusals import ComplaintUnread, NeedsAName, NothingToSend, NotReadyToSend
from bot.domain.cases import (
    Act,
    Case,
    CaseMessage,
    Category,
    Kind,
    NewMessage,
    Side,
    moved,
    require_room,
    with_emergency,
)
from bot.domain.emergencies import emergency_in
from bot.domain.ids import CaseId, CaseMessageId, NoticeId, OfficerId, PersonId
from bot.domain.letters import DeskOf
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.register import CommunityCode
from bot.services import boards, figures, queue
from bot.services.cases import pauses, unsent
from bot.services.cases.access import own_case, own_draft
from bot.services.cases.pauses import Desk
from bot.services.cases.record import note_said
from bot.services.cases.talk import follow_up, send_messages, tell_desk, tell_of_danger
from bot.storage import areas, case_drafts, case_messages, communities, complaints, files, officers
from bot.storage import cases as stored_cases
from bot.storage.transaction import Transaction

A_DAY = timedelta(days=1)


async def begin(
    tx: Transaction, actor: Actor, kind: Kind, category: Category | None, notice_id: NoticeId | None = None
) -> CaseId:
    """A draft with nothing in it yet. Raises ComplaintUnread."""
    await _require_complaint_reader(tx, actor, category)
    return await case_drafts.add(tx, actor.person_id, kind, category, actor.community, actor.settlement, notice_id)


async def _require_complaint_reader(
    tx: Transaction,
    actor: Actor,
    category: Category | None,
    about: PersonId | None = None,
    *,
    coordinators: bool = False,
) -> None:
    """Raises ComplaintUnread for a complaint that every coordinator would be kept from, or where there is none."""
    if category is not Category.COMPLAINT or actor.community is None:
        return
    if not await communities.has_complaint_reader(tx, actor.community, about, coordinators=coordinators):
        raise ComplaintUnread


async def name_officer(tx: Transaction, actor: Actor, case_id: CaseId, officer_id: OfficerId) -> None:
    """Say that a complaint is about this officer of one's community. Raises NotFound, ComplaintUnread."""
    await own_draft(tx, actor, case_id)
    serving = await officers.public_of_community(tx, actor.community) if actor.community else []
    if officer_id not in [card.id for card in serving]:
        raise NotFound
    await _name(tx, actor, case_id, await officers.person_of(tx, officer_id), coordinators=False)


async def name_coordinators(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Say that a complaint is about who coordinates here. Raises NotFound, ComplaintUnread."""
    await _name(tx, actor, case_id, None, coordinators=True)


async def name_nobody(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Leave open whom a complaint is about. Raises NotFound."""
    await _name(tx, actor, case_id, None, coordinators=False)


async def _name(tx: Transaction, actor: Actor, case_id: CaseId, about: PersonId | None, *, coordinators: bool) -> None:
    draft = await own_draft(tx, actor, case_id)
    if draft.category is not Category.COMPLAINT:
        raise NotFound
    await _require_complaint_reader(tx, actor, draft.category, about, coordinators=coordinators)
    await complaints.set_subject(tx, draft.id, about, coordinators=coordinators)


async def change_subject(
    tx: Transaction,
    actor: Actor,
    case_id: CaseId,
    kind: Kind,
    category: Category | None,
    notice_id: NoticeId | None = None,
) -> None:
    """Keep what a draft holds, for another subject. Raises NotFound, ComplaintUnread."""
    draft = await own_draft(tx, actor, case_id)
    await _require_complaint_reader(tx, actor, category)
    await case_drafts.change_subject(tx, draft.id, kind, category, notice_id)


async def add(
    tx: Transaction, actor: Actor, case_id: CaseId, body: Body, sent_at: datetime, album: str | None
) -> CaseMessageId:
    """Put a message into one's own draft. Raises NotFound."""
    case = await own_draft(tx, actor, case_id)
    unsent.touch(tx, case.id)
    mentioned = emergency_in(body.text)
    return await case_messages.add(
        tx, case.id, NewMessage(Side.RESIDENT, body, sent_at, emergency=mentioned, album=album)
    )


async def cancel(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """Throw a draft away with all that is in it, and say what it was. Raises NotFound."""
    case = await own_draft(tx, actor, case_id)
    await case_drafts.delete(tx, [case.id])
    return case


async def look_at(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """One's own draft, to go on with it. Raises NotFound."""
    case = await own_draft(tx, actor, case_id)
    unsent.touch(tx, case.id)
    return case


async def set_down(tx: Transaction, actor: Actor, case_id: CaseId) -> bool:
    """Go on to something else: what a draft holds stays in it, and a draft that holds nothing goes. Whether it stays.

    Raises NotFound.
    """
    case = await own_draft(tx, actor, case_id)
    if await case_drafts.holds_something(tx, case.id):
        return True
    await case_drafts.delete(tx, [case.id])
    return False


async def take_over(tx: Transaction, actor: Actor, case_id: CaseId, other_id: CaseId) -> None:
    """Move what another draft holds into this one. Raises NotFound."""
    case, other = await own_draft(tx, actor, case_id), await own_draft(tx, actor, other_id)
    if case.id == other.id:
        raise NotFound
    await case_messages.move(tx, other.id, case.id)
    await case_drafts.delete(tx, [other.id])
    unsent.touch(tx, case.id)


async def kept_back(tx: Transaction, messages: list[CaseMessage]) -> list[CaseMessage]:
    """What a case without a name cannot carry: contacts, and files whose metadata cannot be taken out of them."""
    bodies = await files.filled(tx, [each.body for each in messages])
    recordings = tx.policy.recordings_cleaned
    pairs = zip(messages, bodies, strict=True)
    return [each for each, body in pairs if body.may_identify_sender(recordings=recordings)]


async def send(tx: Transaction, actor: Actor, case_id: CaseId, name: str | None) -> Case:
    """Send a draft to the officer of the place; anonymous without `name`.

    Without a name whatever may identify the sender is left out, except for its text.
    Raises NotFound, NotReadyToSend, NothingToSend, ComplaintUnread, and without danger TooManyOpen, TooManyToday.
    """
    draft = await own_draft(tx, actor, case_id)
    if not actor.consent_is_current or actor.community is None:
        raise NotReadyToSend
    about, coordinators = draft.about_person_id, draft.about_coordinators
    await _require_complaint_reader(tx, actor, draft.category, about, coordinators=coordinators)
    draft = replace(
        draft, community=actor.community, settlement=actor.settlement, consent_version=actor.consent_version
    )
    if name is None:
        await _leave_out(tx, draft.id)
    messages = await case_messages.of_case(tx, draft.id)
    if not messages:
        raise NothingToSend
    if all(each.emergency is None for each in messages):
        await _require_room(tx, actor)
    return await _send(tx, draft, messages, name)


async def ask_coordinators(
    tx: Transaction, actor: Actor, community: CommunityCode, name: str, body: Body, sent_at: datetime
) -> Case:
    """What a person of this community's council asks its coordinators, as a case that no officer sees.

    Without danger raises TooManyOpen, TooManyToday.
    """
    mentioned = emergency_in(body.text)
    if mentioned is None:
        await _require_room(tx, actor)
    case_id = await case_drafts.add(tx, actor.person_id, Kind.COUNCIL, None, community, None)
    await case_messages.add(tx, case_id, NewMessage(Side.RESIDENT, body, sent_at, emergency=mentioned))
    return await _send(tx, await own_draft(tx, actor, case_id), await case_messages.of_case(tx, case_id), name)


async def _require_room(tx: Transaction, actor: Actor) -> None:
    """Raises TooManyOpen, TooManyToday."""
    sent = await stored_cases.count_sent(tx, actor.person_id, tx.now - A_DAY)
    require_room(sent.open_now, sent.lately, tx.policy.cases)


async def _send(tx: Transaction, draft: Case, messages: list[CaseMessage], name: str | None) -> Case:
    """It has its number and its desk from now on, which is told."""
    case, desk = await _addressed(tx, draft, anonymous=name is None)
    case = moved(case, Act.SEND, Side.RESIDENT, tx.now, tx.policy.cases)
    case = with_emergency(case, [each.emergency for each in messages])
    await stored_cases.save(tx, replace(case, unopened_since=tx.now) if case.emergency else case)
    if name is not None:
        await stored_cases.set_name(tx, case.id, name)
    figures.count(tx, None, case)
    event = await stored_cases.add_event(tx, case.id, Act.SEND, Side.RESIDENT)
    case = await queue.take_turn(tx, case, desk, Side.RESIDENT)
    tell_desk(tx, event, case, messages)
    await boards.show(tx, case.id)
    return case


async def _leave_out(tx: Transaction, draft_id: CaseId) -> None:
    """Take out of a draft what it cannot carry without a name; the text that came with it stays."""
    held = await kept_back(tx, await case_messages.of_case(tx, draft_id))
    for each in held:
        if each.body.text:
            await case_messages.keep_text_alone(tx, each.id, each.body.text_alone)
    await case_messages.delete(tx, draft_id, [each.id for each in held if not each.body.text])
    await files.forget(tx, [each.body for each in held])


async def give(tx: Transaction, actor: Actor, draft_id: CaseId, case_id: CaseId) -> Case:
    """Let a draft's messages go to one's own open case instead. Raises NotFound, HasEnded, NeedsAName.

    A report stays a report: above all, a complaint never reaches an officer in this way.
    """
    draft = await own_draft(tx, actor, draft_id)
    if draft.kind is Kind.REPORT or draft.category is not None:
        raise NotFound
    case = await own_case(tx, actor, case_id)
    messages = await case_messages.of_case(tx, draft.id)
    if case.anonymous and await kept_back(tx, messages):
        raise NeedsAName
    await follow_up(tx, case, [each.emergency for each in messages])
    await case_messages.move(tx, draft.id, case.id)
    for each in messages:
        note_said(tx, case, Act.FOLLOW_UP, Side.RESIDENT, None, each.id)
    await case_drafts.delete(tx, [draft.id])
    for danger in {each.emergency: each.id for each in messages if each.emergency}.values():
        await tell_of_danger(tx, case, danger)
    if not case.paused_until:
        send_messages(tx, DeskOf(case.id), case.id, messages)
    return case


async def _addressed(tx: Transaction, draft: Case, anonymous: bool) -> tuple[Case, Desk]:
    """The draft with its number, at the desk of its place; a complaint and a council's question pass every officer by.
    Whose turn it is is still to be told.
    """
    confidential = draft.category is Category.COMPLAINT or draft.kind is Kind.COUNCIL
    area = (
        None if confidential or draft.community is None else await areas.serving(tx, draft.community, draft.settlement)
    )
    desk = await pauses.desk_at(tx, draft.id, area)
    number = await stored_cases.allocate_number(tx)
    addressed = replace(
        draft, number=number, area_id=desk.area_id, officer_id=None if desk.in_turn else desk.officer_id
    )
    return replace(addressed, anonymous=anonymous, confidential=confidential), desk
