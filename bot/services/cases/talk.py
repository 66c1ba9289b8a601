"""What the two sides of a case say to each other: every message is kept, and goes to the other side as it was sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.audit import RESIDENT
from bot.domain.bodies import Body, Kind
from bot.domain.case_letters import (
    Album,
    CaseMoved,
    DangerMentioned,
    EditedText,
    ListedTextEdited,
    MessageText,
    MoreMessages,
    NewCase,
    Reaction,
)
from bot.domain.case_refusals import CannotMove, EditTooLate, HasEnded, NeedsAName
from bot.domain.cases import (
    Act,
    Case,
    CaseMessage,
    MessageKind,
    NewMessage,
    OwnCase,
    Side,
    Status,
    moved,
    require_of,
    with_emergency,
)
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseEventId, CaseId, CaseMessageId
from bot.domain.letters import CoordinatorsOf, DeskOf, Party, ResidentOf
from bot.domain.people import Actor, require_kept
from bot.domain.recalls import AlreadyRecalled
from bot.domain.refusals import NotFound
from bot.services.cases import pauses, unsent
from bot.services.cases.access import (
    Seat,
    answerable_case,
    desk_case,
    desk_party,
    found_own,
    open_case,
    own_case,
)
from bot.services.cases.emergencies import newly_mentioned
from bot.services.cases.moves import take
from bot.services.cases.record import note, note_event, note_said, redraw_card, save_change, say_if_kept_back
from bot.storage import audit, case_messages, files, queue, shown_lists
from bot.storage import cases as stored_cases
from bot.storage.enqueue import Fold
from bot.storage.transaction import Transaction

CARD_ROOM = 1500  # characters of the first message that fit on a case's card; a longer one is sent separately


async def resident_says(
    tx: Transaction,
    case: OwnCase,
    body: Body,
    sent_at: datetime,
    *,
    album: str | None = None,
    reply_to: CaseMessageId | None = None,
) -> CaseMessageId:
    """Add to one's own open case; its desk is notified, of a paused one only of danger. Raises HasEnded, NeedsAName."""
    if case.anonymous and body.may_identify_sender(recordings=tx.policy.recordings_cleaned):
        raise NeedsAName
    mentioned, danger = emergency_in(body.text), await _is_danger(tx, case, body)
    await follow_up(tx, case, [mentioned])
    message = await case_messages.add(
        tx, case.id, NewMessage(Side.RESIDENT, body, sent_at, emergency=mentioned, album=album, reply_to=reply_to)
    )
    note_said(tx, case, Act.FOLLOW_UP, Side.RESIDENT, None, message)
    if danger:
        await tell_of_danger(tx, case, message)
    if not case.paused_until:
        pass_on(tx, DeskOf(case.id), case.id, message, album)
    return message


async def _is_danger(tx: Transaction, case: Case, body: Body) -> bool:
    """Whether a text mentions an emergency that the desk, or while a pause holds the coordinators, do not know of."""
    pause = await pauses.holding(tx, case)
    return await newly_mentioned(tx, case.id, body, pause.since if pause else None)


async def tell_of_danger(tx: Transaction, case: Case, message_id: CaseMessageId) -> None:
    """To the desk, which has to open the case now; while a pause holds, also to the coordinators, who may read the case
    then.
    """
    await stored_cases.note_danger(tx, case.id)
    letter, name = DangerMentioned(message_id), f"danger:{message_id}"
    tx.outbox.tell(DeskOf(case.id), letter, dedupe=name)
    if case.paused_until:
        tx.outbox.tell(CoordinatorsOf(case.id), letter, dedupe=name)


async def follow_up(tx: Transaction, case: Case, mentioned: Sequence[Emergency | None]) -> None:
    """Note that its resident adds messages, with this emergency: the case waits for its desk again. Raises HasEnded."""
    if not case.is_open:
        raise HasEnded
    if case.withheld_from_person_id is not None:
        await queue.open_withheld(tx, case.id)
        audit.write(tx, RESIDENT, "open what was withheld", "case", case.id, case.community)
    after = with_emergency(case, mentioned)
    if case.waits_for is not Side.OFFICER:
        after = moved(after, Act.FOLLOW_UP, Side.RESIDENT, tx.now, tx.policy.cases)
    await save_change(tx, case, after)


async def desk_says(
    tx: Transaction,
    actor: Actor,
    case_id: CaseId,
    act: Act,
    body: Body,
    sent_at: datetime,
    *,
    album: str | None = None,
    reply_to: CaseMessageId | None = None,
    said_as: int,
) -> tuple[Case, CaseMessageId]:
    """Answer the resident, or ask. An unassigned case goes to the person who answers it; one that has ended stays so.

    `said_as`: the message's id in its sender's chat, where its delivery is confirmed.
    Raises NotFound, TakenByAnother, CannotMove, Unlinked, OfAnotherCase.
    """
    case, seat = await answerable_case(tx, actor, case_id)
    require_of(case, body)
    if case.unclaimed:
        after = case = await _take_to_answer(tx, actor, seat, case, act)
    elif act is Act.ANSWER and not case.is_open and await takes_answers(tx, case):
        after = replace(case, undelivered=False)  # an answer to a comment reopens nothing
    else:
        case = await take(tx, actor, seat, case)
        after = replace(moved(case, act, seat.side, tx.now, tx.policy.cases), undelivered=False)
    message = await case_messages.add(
        tx, case.id, NewMessage(seat.side, body, sent_at, officer_id=seat.officer_id, album=album, reply_to=reply_to)
    )
    note(tx, case, act, seat)
    note_said(tx, case, act, seat.side, seat.officer_id, message)
    pass_on(tx, ResidentOf(case.id), case.id, message, album, said_as)  # of an unclaimed case to nobody
    await say_if_kept_back(tx, actor, case)
    await save_change(tx, case, after if after.status is not case.status or case.undelivered else case)
    return after, message


async def _take_to_answer(tx: Transaction, actor: Actor, seat: Seat, case: Case, act: Act) -> Case:
    """A case whose person is not in the bot: what is written waits until it was read out, and only then is it an
    answer. Raises CannotMove.
    """
    if act is not Act.ANSWER:
        raise CannotMove
    return await take(tx, actor, seat, case)


async def takes_answers(tx: Transaction, case: Case) -> bool:
    """Whether its desk may write to its resident: until its end, and after a comment on the rating, as long as
    anything leads to them.
    """
    leads_to_resident = case.erase_asked_at is None and case.link_erased_at is None
    return case.is_open or (leads_to_resident and await case_messages.has_comment(tx, case.id))


def pass_on(
    tx: Transaction, to: Party, case_id: CaseId, message_id: CaseMessageId, album: str | None, said_as: int = 0
) -> None:
    """A message to the other side; the parts of an album together, a while after the last one.

    At a desk with many of the case in its queue, what comes then is one card.
    """
    policy = tx.policy.cases
    fold = Fold(MoreMessages(case_id), policy.folded_after) if isinstance(to, DeskOf) else None
    if album is None:
        tx.outbox.tell(to, MessageText(message_id, said_as), fold=fold)
        return
    letter, due = Album(case_id, album), tx.now + policy.album_waits
    tx.outbox.tell_album(to, letter, f"{case_id}:{album}", due, policy.album_waits_at_most, fold)


def tell_desk(tx: Transaction, event_id: CaseEventId, case: Case, messages: list[CaseMessage]) -> None:
    """A case to its desk: the card, and what that does not hold."""
    danger = any(message.emergency for message in messages)
    tx.outbox.tell(DeskOf(case.id), NewCase(event_id, danger=danger))
    send_messages(tx, DeskOf(case.id), case.id, besides_card(tx, case, messages))


def besides_card(tx: Transaction, case: Case, messages: list[CaseMessage]) -> list[CaseMessage]:
    """What comes with a case's card: none where all that is written is shown by a press, the card's own."""
    if case.category is not None and case.category.is_neutral(tx.policy.cases):
        return []
    return messages[1:] if messages and fits_card(messages[0].body) else messages


def send_messages(tx: Transaction, to: Party, case_id: CaseId, messages: list[CaseMessage]) -> None:
    """Messages of a case to one side, in their order, albums whole."""
    albums: set[str] = set()
    for message in messages:
        if message.album is None:
            tx.outbox.tell(to, MessageText(message.id))
        elif message.album not in albums:
            albums.add(message.album)
            tx.outbox.tell(to, Album(case_id, message.album))


def fits_card(body: Body) -> bool:
    """Whether a case's card holds its first message: text alone, for which it has room besides its own lines."""
    quoted = len(body.reference.quoted) if body.reference is not None else 0
    return body.kind is Kind.TEXT and len(body.text) + quoted <= CARD_ROOM


async def note_undelivered(tx: Transaction, message: CaseMessage) -> None:
    """What the desk said could not be sent: an event of the case, which its card shows."""
    await stored_cases.set_undelivered(tx, message.case_id, undelivered=True)
    await note_event(tx, message.case_id, Act.UNDELIVERED, message.direction, message.officer_id, message=message.id)


async def note_arrived(tx: Transaction, case_id: CaseId) -> None:
    """Its resident has something that could not be sent before: when that was all of it, cards say so no more."""
    if await stored_cases.is_undelivered(tx, case_id) and await stored_cases.has_all_arrived(tx, case_id):
        await stored_cases.set_undelivered(tx, case_id, undelivered=False)
        redraw_card(tx, case_id)


async def own_message(tx: Transaction, actor: Actor, message_id: CaseMessageId) -> CaseMessage:
    """A message of one's own sent case. Raises NotFound."""
    message = await case_messages.by_id(tx, message_id)
    if message is None:
        raise NotFound
    await own_case(tx, actor, message.case_id)
    return message


async def open_message(tx: Transaction, actor: Actor, message_id: CaseMessageId) -> tuple[Party, CaseMessage]:
    """A message that its case's resident, or its desk, asks to be shown, and as which side. Raises NotFound,
    TakenByAnother, Erased.
    """
    message = await case_messages.by_id(tx, message_id)
    if message is None:
        raise NotFound
    works = actor.officer_id is not None or actor.coordinates
    if works and await found_own(tx, message.case_id, actor.person_id) is None:
        return desk_party(*await open_case(tx, actor, message.case_id)), message
    await own_case(tx, actor, message.case_id)
    if message.recalled_at is not None:
        raise NotFound
    return ResidentOf(message.case_id), message


async def edit(tx: Transaction, actor: Actor, message: CaseMessage, body: Body) -> CaseId | None:
    """Change what one has said; the other side sees it changed. The draft that shows it, where it was not sent yet.

    Raises NotFound, NeedsAName, AlreadyRecalled, EditTooLate, OfAnotherCase.

    A place stays as it was first sent, also in a draft: Telegram reports each move of a live one as an edit.
    """
    if message.direction is Side.RESIDENT and message.officer_id is not None:
        await _edit_written_down(tx, actor, message, body)
        return None
    case, other = await _said_in(tx, actor, message)
    if body.kind is Kind.LOCATION:
        return None
    body = replace(await _with_known_file(tx, body, message.body), reference=message.body.reference)
    by_resident = message.direction is Side.RESIDENT
    mentioned = emergency_in(body.text) if by_resident else None
    danger = by_resident and await _is_danger(tx, case, body)
    if case.status is Status.DRAFT:
        await case_messages.change_body(tx, message, body, version=message.version, emergency=mentioned)
        unsent.touch(tx, case.id)
        return case.id
    if body == message.body:
        return None  # Telegram reports a loaded link preview as an edit
    if by_resident and case.anonymous and body.may_identify_sender(recordings=tx.policy.recordings_cleaned):
        raise NeedsAName
    _require_changeable(case, message)
    if not by_resident:
        require_of(case, body)
    await case_messages.change_body(tx, message, body, version=message.version + 1, emergency=mentioned)
    if by_resident:
        await save_change(tx, case, with_emergency(case, [mentioned]))
    if danger:
        await tell_of_danger(tx, case, message.id)
    await _tell_edited(tx, case, message, other)
    return None


async def _tell_edited(tx: Transaction, case: Case, message: CaseMessage, other: Party) -> None:
    """The other side; what a resident changes while their case is paused waits with all else, but lists show it."""
    by_resident = message.direction is Side.RESIDENT
    if not (by_resident and case.paused_until):
        tx.outbox.tell(other, EditedText(message.id), dedupe=f"edit:{message.id}")
    if by_resident and await shown_lists.is_listed(tx, case.id):
        tx.outbox.tell(other, ListedTextEdited(case.id), dedupe=f"listed:{case.id}")


async def _edit_written_down(tx: Transaction, actor: Actor, message: CaseMessage, body: Body) -> None:
    """What was said in a call or a visit, by the officer who wrote it down, until its person is in the bot. The cards
    show it. Raises NotFound, EditTooLate, OfAnotherCase.
    """
    case, seat = await desk_case(tx, actor, message.case_id)
    if not case.unclaimed or seat.officer_id != message.officer_id:
        raise NotFound
    body = replace(await _with_known_file(tx, body, message.body), reference=message.body.reference)
    if body.kind is Kind.LOCATION or body == message.body:
        return
    _require_changeable(case, message)
    require_of(case, body)
    mentioned = emergency_in(body.text)
    await case_messages.change_body(tx, message, body, version=message.version + 1, emergency=mentioned)
    await save_change(tx, case, with_emergency(case, [mentioned]))
    redraw_card(tx, case.id)


def _require_changeable(case: Case, message: CaseMessage) -> None:
    """Raises AlreadyRecalled, EditTooLate."""
    if message.recalled_at is not None:
        raise AlreadyRecalled
    if not case.is_open:
        raise EditTooLate


async def _with_known_file(tx: Transaction, body: Body, before: Body) -> Body:
    """The body with the file that it had before, where that is still the same one."""
    if body.file is None or before.file is None:
        return body
    [known] = await files.filled(tx, [before])
    return replace(body, file=before.file) if body.file.is_same(known.file) else body


async def _said_in(tx: Transaction, actor: Actor, message: CaseMessage) -> tuple[Case, Party]:
    """The case of one's own message, and the side that reads it. Raises NotFound."""
    if message.direction is Side.RESIDENT:
        own = await stored_cases.own(tx, message.case_id, actor.person_id)
        if own is None:
            raise NotFound
        return own, DeskOf(own.id)
    case, seat = await desk_case(tx, actor, message.case_id)
    if seat.officer_id != message.officer_id:
        raise NotFound
    return case, ResidentOf(case.id)


async def react(tx: Transaction, actor: Actor, case_id: CaseId, message_id: CaseMessageId, emoji: str) -> None:
    """Show the other side a reaction on a message, whichever side sent it; empty takes it back. Raises NotFound."""
    case = await stored_cases.own(tx, case_id, actor.person_id)
    if case is None:
        await desk_case(tx, actor, case_id)
        tx.outbox.tell(ResidentOf(case_id), Reaction(message_id, emoji))
    elif case.status is not Status.DRAFT and not case.paused_until:
        tx.outbox.tell(DeskOf(case_id), Reaction(message_id, emoji))


def is_comment(body: Body) -> bool:
    """Whether this can be the comment on a rating: a few words. A file, or danger, is more than that."""
    return body.kind is Kind.TEXT and emergency_in(body.text) is None


async def comment(tx: Transaction, actor: Actor, case_id: CaseId, body: Body, sent_at: datetime) -> None:
    """The comment on a rating; the desk reads it. Raises NotFound, NothingKept, CannotMove before the rating."""
    require_kept(actor)
    case = await own_case(tx, actor, case_id)
    if case.rating is None:
        raise CannotMove
    message = await case_messages.add(tx, case.id, NewMessage(Side.RESIDENT, body, sent_at, kind=MessageKind.RATING))
    event = await note_event(tx, case.id, Act.RATE, Side.RESIDENT, message=message)
    tx.outbox.tell(DeskOf(case.id), CaseMoved(event))
