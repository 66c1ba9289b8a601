"""Taking back the last answer: who may, and what becomes of the case."""

from bot.domain.cases import Act, Case, CaseMessage, MessageKind, Side
from bot.domain.ids import CaseId, CaseMessageId, OfficerId, PersonId
from bot.domain.letters import ResidentOf
from bot.domain.people import Actor
from bot.domain.recalls import AlreadyRecalled, AnswerRecalled, OnlyTheLast, RecallTooLate, after_recall, can_recall
from bot.domain.refusals import NotFound
from bot.services import figures
from bot.services.cases.access import Seat, answerable_case, at_some_desk
from bot.services.cases.record import record
from bot.storage import case_history, case_lists, case_messages
from bot.storage import cases as stored_cases
from bot.storage.transaction import Transaction


async def recallable(
    tx: Transaction, actor: Actor, case_id: CaseId, message_id: CaseMessageId
) -> tuple[Case, Seat, CaseMessage]:
    """One's own last answer. Raises NotFound, TakenByAnother, Unlinked, AlreadyRecalled, OnlyTheLast, RecallTooLate."""
    case, seat = await answerable_case(tx, actor, case_id)
    message = await case_messages.by_id(tx, message_id)
    if message is None or message.case_id != case.id or not is_own(message, seat.officer_id):
        raise NotFound
    if message.recalled_at is not None:
        raise AlreadyRecalled
    last = await case_messages.last_answer(tx, case.id)
    if last is None or (last.id != message.id and (last.album is None or last.album != message.album)):
        raise OnlyTheLast
    if not can_recall(message, tx.now) or was_told(case, message):
        raise RecallTooLate
    return case, seat, message


def was_told(case: Case, message: CaseMessage) -> bool:
    """Whether a person who is not in the bot has heard it: what was said cannot be taken back."""
    return case.unclaimed and message.delivered_at is not None


def is_own(message: CaseMessage, officer_id: OfficerId | None) -> bool:
    """An answer of this officer, or for no officer of the coordinators; what goes with a move is none."""
    by_desk = message.direction is not Side.RESIDENT and message.kind is MessageKind.TALK
    return by_desk and message.officer_id == officer_id


async def recall(tx: Transaction, actor: Actor, case_id: CaseId, message_id: CaseMessageId) -> None:
    """Take it back, an album whole: out of the resident's chat, or out of what waits to be sent.

    Raises what `recallable` raises.
    """
    case, seat, message = await recallable(tx, actor, case_id, message_id)
    parts = await case_messages.album_parts(tx, case.id, message.album) if message.album is not None else [message]
    await case_messages.recall(tx, [part.id for part in parts])
    last_said = await case_history.last_said(tx, case.id)
    since = await case_messages.unanswered_since(tx, case.id)
    after = after_recall(case, last_said, since, tx.now, tx.policy.cases)
    await record(tx, after, Act.RECALL, seat, message=message.id)
    figures.count(tx, case, after)
    if after.undelivered and await stored_cases.has_all_arrived(tx, case.id):
        await stored_cases.set_undelivered(tx, case.id, undelivered=False)
    tx.outbox.tell(ResidentOf(case.id), AnswerRecalled(message.id))


# For what is drawn.


async def offered(tx: Transaction, person_id: PersonId, case: Case) -> CaseMessageId | None:
    """The last answer, if this person said it and may take it back now."""
    desk, last = await case_lists.desk_of(tx, person_id), await case_messages.last_answer(tx, case.id)
    if desk is None or last is None or case.link_cut_at is not None or not can_recall(last, tx.now):
        return None
    if was_told(case, last):
        return None
    mine = last.officer_id == desk.officer if last.officer_id is not None else case.coordinator_id == person_id
    return last.id if mine else None


async def said_at_desk(tx: Transaction, person_id: PersonId, message_id: CaseMessageId) -> tuple[Case, CaseMessage]:
    """An answer, with its case, to a person who sits at its desk now. Raises NotFound."""
    message = await case_messages.by_id(tx, message_id)
    case = await at_some_desk(tx, person_id, message.case_id) if message is not None else None
    if message is None or case is None or not is_own(message, message.officer_id):
        raise NotFound
    return case, message


async def named(tx: Transaction, message_id: CaseMessageId) -> list[CaseMessage]:
    """A message with its album: its case is still to be loaded by its reader's right."""
    message = await case_messages.by_id(tx, message_id)
    if message is None:
        return []
    return await case_messages.album_parts(tx, message.case_id, message.album) if message.album else [message]


async def is_first_answer(tx: Transaction, case: Case) -> bool:
    """Whether the desk has said one thing so far in a case that was loaded by its reader's right."""
    return await case_messages.count_answers(tx, case.id) == 1
