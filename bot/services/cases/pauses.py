"""Pauses of a case: an officer begins one; the officer or a coordinator lifts it, or its term ends it."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.case_letters import CaseTaken, EditedText, MoreMessages
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case, Side
from bot.domain.ids import AreaId, CaseId, OfficerId, PauseId, PersonId
from bot.domain.letters import CoordinatorsOf, DeskOf, PersonAt, ResidentOf
from bot.domain.pauses import (
    TERMS,
    AlreadyAppealed,
    AlreadyPaused,
    NotPaused,
    Pause,
    PauseAppealed,
    PauseBegun,
    PausedCase,
    PauseEnded,
)
from bot.domain.people import Actor, require_kept
from bot.domain.reasons import checked_reason
from bot.domain.refusals import NotFound
from bot.services.cases.access import Seat, desk_case, own_case
from bot.services.cases.record import note, note_event
from bot.storage import areas, case_lists, case_messages, officers, outbox, queue
from bot.storage import pauses as stored
from bot.storage.transaction import Transaction

ENDED_TOGETHER = 100


async def pausable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, OfficerId]:
    """An open case that this officer has, and may pause. Raises NotFound, TakenByAnother, CannotMove, AlreadyPaused."""
    case, seat = await desk_case(tx, actor, case_id)
    if seat.officer_id is None or case.confidential:
        raise NotFound
    if not case.is_open or case.unclaimed or not seat.has(case):
        raise CannotMove
    if case.paused_until:
        raise AlreadyPaused
    return case, seat.officer_id


async def begin(tx: Transaction, actor: Actor, case_id: CaseId, days: int, reason: str) -> None:
    """Pause a case; its resident reads why. What still waits to be sent to the officer's chat is not.

    Raises what `pausable` and `checked_reason` raise, NotFound for another term.
    """
    case, officer = await pausable(tx, actor, case_id)
    if days not in TERMS:
        raise NotFound
    pause = await stored.add(tx, case.id, officer, checked_reason(reason), tx.now + timedelta(days=days))
    note(tx, case, Act.PAUSE, Seat(Side.OFFICER, officer, actor.person_id))
    await outbox.take_back(tx, case.id, actor.chat_id)
    await note_event(tx, case.id, Act.PAUSE, Side.OFFICER, officer)
    tx.outbox.tell(ResidentOf(case.id), PauseBegun(pause))


async def lift(tx: Transaction, actor: Actor, case_id: CaseId) -> Side:
    """End a pause before its term; in which role that was done. Raises NotFound, TakenByAnother, NotPaused."""
    case, seat = await desk_case(tx, actor, case_id)
    pause = await stored.holding(tx, case.id)
    if pause is None:
        raise NotPaused
    note(tx, case, Act.RESUME, seat)
    await _resume(tx, pause, seat.side, seat.officer_id)
    return seat.side


async def give_up(tx: Transaction, case: Case) -> None:
    """End a pause, where one holds, because its officer cannot be reached."""
    pause = await holding(tx, case)
    if pause is not None:
        await _resume(tx, pause, Side.OFFICER, pause.officer_id)


async def end_due(tx: Transaction) -> bool:
    """End the pauses whose term is over; whether there may be more."""
    due = await stored.due(tx, ENDED_TOGETHER)
    for pause in due:
        await _resume(tx, pause, Side.OFFICER, pause.officer_id)
    return len(due) == ENDED_TOGETHER


async def _resume(tx: Transaction, pause: Pause, by: Side, officer_id: OfficerId | None) -> None:
    """The desk learns how many messages came meanwhile, and its chat shows earlier ones as they were edited."""
    case_id = pause.case_id
    await stored.end(tx, case_id)
    await note_event(tx, case_id, Act.RESUME, by, officer_id)
    for message in await case_messages.edited_since(tx, case_id, pause.since, by_resident=True):
        tx.outbox.tell(DeskOf(case_id), EditedText(message), dedupe=f"edit:{message}")
    tx.outbox.tell(DeskOf(case_id), MoreMessages(case_id), dedupe=MoreMessages.__name__)
    tx.outbox.tell(ResidentOf(case_id), PauseEnded(pause.id))
    await _take_from_coordinators(tx, case_id)


async def appeal(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Ask the coordinators, once, to look at the pause of one's own case.

    Raises NotFound, NothingKept, NotPaused, AlreadyAppealed.
    """
    require_kept(actor)
    case = await own_case(tx, actor, case_id)
    pause = await stored.holding(tx, case.id)
    if pause is None:
        raise NotPaused
    if not await stored.note_appeal(tx, pause.id):
        raise AlreadyAppealed
    tx.outbox.tell(CoordinatorsOf(case.id), PauseAppealed(pause.id))


async def stop(tx: Transaction, case: Case) -> None:
    """A case ends or changes hands: so does its pause, and nothing is said of it."""
    if case.paused_until and await stored.end(tx, case.id):
        await _take_from_coordinators(tx, case.id)


async def _take_from_coordinators(tx: Transaction, case_id: CaseId) -> None:
    """What coordinators were shown of a case because it was paused goes from their chats, unless it is theirs now."""
    for person_id in await queue.coordinators_of(tx, case_id):
        tx.outbox.tell(PersonAt(person_id), CaseTaken(case_id))


# Which officers a person's other cases do not come to.


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a case goes: to an area, and there to all its officers or to one; without an area to the coordinators.
    `in_turn`: to that one because it is their turn.
    """

    area_id: AreaId | None
    officer_id: OfficerId | None = None
    in_turn: bool = False


async def desk_at(tx: Transaction, case_id: CaseId, area_id: AreaId | None) -> Desk:
    """Where a case goes that has come to this area just now. An area that gives its cases in turn gives it to the next
    officer who can be reached. An officer who has paused a case of its resident does not see it: a colleague who can be
    reached has it, else the coordinators.
    """
    if area_id is None:
        return Desk(None)
    in_turn, kept = await areas.gives_in_turn(tx, area_id), await is_kept_from(tx, case_id, area_id)
    next_officers = await reached(tx, case_id, area_id) if in_turn or kept else []
    if next_officers:
        return Desk(area_id, next_officers[0], in_turn)
    return Desk(None if kept else area_id)


async def pausing(tx: Transaction, case_id: CaseId) -> list[OfficerId]:
    """The officers to whom a case does not go for that reason."""
    return await stored.pausing(tx, case_id)


async def is_kept_from(tx: Transaction, case_id: CaseId, area_id: AreaId, *, besides: OfficerId | None = None) -> bool:
    """Whether an officer who serves this area, besides one, has paused a case of this one's resident."""
    kept_from = {*await pausing(tx, case_id)} - {besides}
    return bool(kept_from) and not kept_from.isdisjoint(await officers.of_area(tx, area_id))


async def reached(tx: Transaction, case_id: CaseId, area_id: AreaId) -> list[OfficerId]:
    """The officers of an area who can be reached, the next first, without those who have paused a case of this one's
    resident.
    """
    kept_from = await pausing(tx, case_id)
    return [officer for officer in await officers.reached_in_area(tx, area_id) if officer not in kept_from]


# For what is drawn.


async def holding(tx: Transaction, case: Case) -> Pause | None:
    """The pause that holds in a case that was loaded by its reader's right."""
    return await stored.holding(tx, case.id) if case.paused_until else None


async def named(tx: Transaction, pause_id: PauseId) -> Pause | None:
    """Any pause: its case is still to be loaded by its reader's right."""
    return await stored.by_id(tx, pause_id)


async def is_left_to_others(tx: Transaction, person_id: PersonId, pause: Pause) -> bool:
    """Whether this person, whose own pause it is, does not judge it."""
    return await stored.is_left_to_others(tx, pause.id, person_id)


async def came(tx: Transaction, pause: Pause) -> int:
    """How many messages its resident has added since this pause, which holds, began."""
    return await stored.came(tx, pause.case_id)


async def is_officer_of(tx: Transaction, person_id: PersonId, case: Case) -> bool:
    """Whether this person has the case as an officer."""
    desk = await case_lists.desk_of(tx, person_id)
    return desk is not None and case.officer_id is not None and desk.officer == case.officer_id


async def coordinated(tx: Transaction, person_id: PersonId, limit: int, offset: int) -> list[PausedCase]:
    """A page of the pauses that hold where this person coordinates."""
    return await stored.coordinated(tx, person_id, limit, offset)


async def count_coordinated(tx: Transaction, person_id: PersonId) -> int:
    """How many these are."""
    return await stored.count_coordinated(tx, person_id)
