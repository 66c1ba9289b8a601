"""Writing down a call or a visit, and what reaches its person other than by the bot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.bodies import FLEETING, Body
from bot.domain.case_letters import CaseMoved
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import (
    Act,
    Case,
    CaseMessage,
    MessageKind,
    NewMessage,
    Side,
    moved,
    require_of,
    with_emergency,
)
from bot.domain.emergencies import emergency_in
from bot.domain.ids import CaseId, CaseMessageId, PersonId
from bot.domain.letters import LetterClass, ResidentOf
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor, require_officer
from bot.domain.refusals import NotFound
from bot.domain.residents import Place
from bot.domain.walk_ins import (
    SPOKEN_CONSENT_VERSION,
    TELLING,
    AlreadyClaimed,
    AnswerPrinted,
    Called,
    NothingToTell,
    NothingWritten,
    RecordingCase,
    after_told,
)
from bot.register import CommunityCode, SettlementCode
from bot.services import boards, figures, queue
from bot.services.cases import pauses
from bot.services.cases.access import Seat, desk_case, seen_at_desk, take_out_words
from bot.services.cases.moves import take
from bot.services.cases.record import note, note_said, record, save_change
from bot.services.cases.talk import follow_up, send_messages, tell_desk
from bot.storage import areas, case_history, case_messages, dialogs, officers, walk_ins
from bot.storage import cases as stored_cases
from bot.storage.copies import add_copy
from bot.storage.transaction import Transaction


async def served(tx: Transaction, person_id: PersonId) -> list[CommunityCode]:
    """The communities whose calls and visits a person writes down: those that they serve as an officer."""
    officer = await officers.of_person(tx, person_id)
    posts = await officers.posts(tx, officer.id) if officer is not None else []
    return list(dict.fromkeys(post.community for post in posts))


async def begin(tx: Transaction, actor: Actor, form: RecordingCase) -> None:
    """Begin or go on with the form. Raises NotFound, TextUnassigned."""
    require_officer(actor)
    await dialogs.begin(tx, actor, form)


async def save(tx: Transaction, actor: Actor, form: RecordingCase, place: Place, *, consented: bool) -> Case:
    """Make a case of what was written down. Its officer has it where they serve the place, else that area's desk.

    Without the person's word, given aloud, neither name nor telephone is kept. Raises NotFound, NothingWritten.
    """
    officer_id = require_officer(actor)
    if form.category is None or place.community not in await served(tx, actor.person_id):
        raise NotFound
    if not form.held:
        raise NothingWritten
    name, phone = (form.name, form.phone) if consented else (None, None)
    case_id = await walk_ins.add(
        tx,
        officer_id,
        form.channel,
        form.category,
        place.community,
        place.settlement,
        SPOKEN_CONSENT_VERSION if consented else None,
    )
    await walk_ins.link(tx, case_id, name, phone)
    await _store(tx, actor, case_id, form)
    return await _open(tx, actor, case_id, place, anonymous=name is None and phone is None)


async def _store(tx: Transaction, actor: Actor, case_id: CaseId, form: RecordingCase) -> None:
    """What was said, as the person's: each message knows what the officer's chat has of it."""
    for each in form.held:
        mentioned = emergency_in(each.body.text)
        new = NewMessage(
            Side.RESIDENT,
            each.body,
            each.sent_at,
            officer_id=actor.officer_id,
            emergency=mentioned,
            album=each.album,
        )
        message_id = await case_messages.add(tx, case_id, new)
        fleeting = each.body.kind in FLEETING
        add_copy(tx, actor.chat_id, each.message_id, case_id, message_id, sent_at=each.sent_at, fleeting=fleeting)


async def _open(tx: Transaction, actor: Actor, case_id: CaseId, place: Place, *, anonymous: bool) -> Case:
    draft, messages = await stored_cases.by_id(tx, case_id), await case_messages.of_case(tx, case_id)
    if draft is None or actor.officer_id is None:
        raise NotFound
    area_id = await areas.serving(tx, place.community, place.settlement)
    desk = await pauses.desk_at(tx, case_id, area_id)
    case = replace(draft, number=await stored_cases.allocate_number(tx), area_id=area_id, anonymous=anonymous)
    case = with_emergency(case, [each.emergency for each in messages])
    seat = Seat(Side.OFFICER, actor.officer_id, actor.person_id)
    case = moved(case, Act.RECORD, seat.side, tx.now, tx.policy.cases)
    event = await record(tx, case, Act.RECORD, seat)
    figures.count(tx, None, case)
    serves = area_id is not None and actor.officer_id in await officers.of_area(tx, area_id)
    if serves:
        case = await take(tx, actor, seat, case)
    elif case.emergency:
        case = replace(case, unopened_since=tx.now)
        await stored_cases.save(tx, case)
    if not serves:
        case = await queue.take_turn(tx, case, desk, seat.side, actor.officer_id)
    tell_desk(tx, event, case, messages)
    await boards.show(tx, case.id)
    return case


# What its person says later.


async def unclaimed_case(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """An open case whose person is not in the bot: the desk may write down what they say.

    Raises NotFound, TakenByAnother, AlreadyClaimed, CannotMove.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if not case.unclaimed:
        raise AlreadyClaimed
    if not case.is_open:
        raise CannotMove
    return case, seat


async def add_words(
    tx: Transaction, actor: Actor, case_id: CaseId, body: Body, sent_at: datetime, *, album: str | None
) -> CaseMessageId:
    """Add what its person said when they called or came again: it is theirs, and names the officer who wrote it down.

    Raises what `unclaimed_case` raises, OfAnotherCase.
    """
    case, seat = await unclaimed_case(tx, actor, case_id)
    require_of(case, body)
    case, mentioned = await take(tx, actor, seat, case), emergency_in(body.text)
    await follow_up(tx, case, [mentioned])
    said = NewMessage(Side.RESIDENT, body, sent_at, officer_id=seat.officer_id, emergency=mentioned, album=album)
    message_id = await case_messages.add(tx, case.id, said)
    case_messages.note_delivered(tx, message_id)
    note(tx, case, Act.FOLLOW_UP, seat)
    note_said(tx, case, Act.FOLLOW_UP, Side.RESIDENT, None, message_id)
    return message_id


async def correct_person(tx: Transaction, actor: Actor, case_id: CaseId, called: Called, *, consented: bool) -> None:
    """Put a name, a telephone or both in place of what was written down. `consented`: the person has agreed to it now.

    Raises what `unclaimed_case` raises.
    """
    case, seat = await unclaimed_case(tx, actor, case_id)
    link, version = await stored_cases.link(tx, case.id), SPOKEN_CONSENT_VERSION if consented else case.spoken_consent
    if link is None or version is None:
        raise CannotMove
    case = await take(tx, actor, seat, case)
    await walk_ins.set_person(tx, case.id, called.name or link.name, called.phone or link.phone, version)
    await record(tx, replace(case, anonymous=False), Act.CORRECT, seat)


async def forget_person(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Name and telephone go, and the consent to keep them. Raises what `unclaimed_case` raises."""
    case, seat = await unclaimed_case(tx, actor, case_id)
    case = await take(tx, actor, seat, case)
    await walk_ins.set_person(tx, case.id, None, None, None)
    await record(tx, replace(case, anonymous=True), Act.CORRECT, seat)


async def correct_place(tx: Transaction, actor: Actor, case_id: CaseId, settlement: SettlementCode | None) -> None:
    """Another settlement of the same community. The case stays with the person who has it; it is of the area that
    serves the place where they serve that. Raises what `unclaimed_case` raises.
    """
    case, seat = await unclaimed_case(tx, actor, case_id)
    area_id = await areas.serving(tx, case.community, settlement) if case.community is not None else None
    case = await take(tx, actor, seat, case)
    serves = area_id is not None and seat.officer_id in await officers.of_area(tx, area_id)
    case = replace(case, settlement=settlement, area_id=area_id if serves else case.area_id)
    await record(tx, case, Act.CORRECT, seat)
    await boards.show(tx, case.id)


# What its person is told.


async def has_untold(tx: Transaction, case: Case) -> bool:
    """Whether anything was said at the desk that its person, who is not in the bot, was not told yet."""
    return case.unclaimed and await case_messages.count_unread(tx, case.id) > 0


async def hand_answer(tx: Transaction, actor: Actor, case_id: CaseId, how: Act) -> Case:
    """Note that what was answered, or why the case has ended, has reached a person who is not in the bot.

    Raises NotFound, TakenByAnother, CannotMove, AlreadyClaimed, NothingToTell.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if how not in TELLING:
        raise CannotMove
    await _require_untold(tx, case)
    if case.is_open:
        case = await take(tx, actor, seat, case)
    await case_messages.note_all_delivered(tx, case.id)
    answers = await case_messages.unanswered_since(tx, case.id) is None
    told = after_told(case, how, seat.side, tx.now, tx.policy.cases, answers=answers)
    await record(tx, told, how, seat)
    figures.count(tx, case, told)
    return told


async def _require_untold(tx: Transaction, case: Case) -> None:
    """Raises AlreadyClaimed, NothingToTell."""
    if not case.unclaimed:
        raise AlreadyClaimed
    if not await has_untold(tx, case):
        raise NothingToTell


async def bring_untold(tx: Transaction, case: Case) -> None:
    """What nobody had told a person by the time when they claimed their case goes to them now, as it does to others."""
    untold = await case_messages.unread(tx, case.id)
    said = [each for each in untold if each.kind is MessageKind.TALK]
    send_messages(tx, ResidentOf(case.id), case.id, said)
    for each in untold:
        ending = await case_history.of_message(tx, case.id, each.id) if each not in said else None
        if ending is not None:
            tx.outbox.tell(ResidentOf(case.id), CaseMoved(ending))
    if said:
        answers = await _is_answered(tx, case, said[-1])
        after = after_told(case, Act.ANSWER, said[-1].direction, tx.now, tx.policy.cases, answers=answers)
        await save_change(tx, case, after)


async def _is_answered(tx: Transaction, case: Case, last: CaseMessage) -> bool:
    """Whether the last answer is of the person who has the case now, and its person has said nothing since."""
    return last.officer_id == case.officer_id and await case_messages.unanswered_since(tx, case.id) is None


async def print_answer(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """The answer as a page, to the person at the desk who asks.

    Raises NotFound, TakenByAnother, AlreadyClaimed, NothingToTell.
    """
    case, _ = await take_out_words(tx, actor, case_id)
    await _require_untold(tx, case)
    name = f"print:{case.id}"
    tx.outbox.tell(actor.here, AnswerPrinted(case.id), dedupe=name, asked=LetterClass.OWN)


@dataclass(frozen=True, slots=True)
class ToPrint:
    """An answer as it is printed."""

    at: datetime
    number: str
    said: Sequence[CaseMessage]
    officer: OfficerCard | None  # who has the case; None: a coordinator


async def to_print(tx: Transaction, case_id: CaseId, person_id: PersonId) -> ToPrint:
    """What waits to be told, for a person at the desk. Raises NotFound."""
    case = await seen_at_desk(tx, person_id, case_id)
    officer = await officers.public(tx, case.officer_id) if case.officer_id is not None else None
    return ToPrint(tx.now, case.number or "", await case_messages.unread(tx, case.id), officer)
