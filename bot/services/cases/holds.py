"""Holds of a case: a coordinator who may read it puts one; any of the place prolongs it or ends it."""

from bot.domain.case_refusals import CannotMove, Erased
from bot.domain.cases import Act, Case, Side
from bot.domain.holds import (
    TERMS,
    AlreadyHeld,
    HeldCase,
    Hold,
    HoldBegun,
    HoldEnded,
    HoldOver,
    KeptAnyway,
    NotHeld,
    months_after,
)
from bot.domain.ids import CaseId, HoldId, PersonId
from bot.domain.letters import PersonAt, ResidentOf
from bot.domain.people import Actor, require_coordinator
from bot.domain.reasons import checked_reason
from bot.domain.refusals import NotFound
from bot.services.cases.access import Seat, desk_case
from bot.services.cases.record import note, note_event
from bot.storage import cases as stored_cases
from bot.storage import holds as stored
from bot.storage import queue
from bot.storage.transaction import Transaction

ENDED_TOGETHER = 100


async def holdable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """A case that this coordinator may read, and whose text they may keep.

    Raises NotFound, TakenByAnother, Erased, KeptAnyway, AlreadyHeld, and CannotMove where its text is another's.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if seat.side is not Side.COORDINATOR:
        raise NotFound
    if case.merged_into is not None:
        raise CannotMove
    if case.words_erased_at is not None:
        raise Erased
    if is_kept_anyway(case):
        raise KeptAnyway
    if await stored.lasting(tx, case.id):
        raise AlreadyHeld
    return case, seat


def is_kept_anyway(case: Case) -> bool:
    return case.crime_signs or case.confidential


async def begin(tx: Transaction, actor: Actor, case_id: CaseId, months: int, reason: str) -> None:
    """Keep the text of a case; its resident reads until when and why.

    Raises what `holdable` and `checked_reason` raise, NotFound for another term.
    """
    case, seat = await holdable(tx, actor, case_id)
    if months not in TERMS:
        raise NotFound
    hold = await stored.add(tx, case.id, checked_reason(reason), months_after(tx.now, months))
    note(tx, case, Act.HOLD, seat)
    await note_event(tx, case.id, Act.HOLD, Side.COORDINATOR)
    tx.outbox.tell(ResidentOf(case.id), HoldBegun(hold))


async def managed(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Hold, Case]:
    """The latest hold of a case, lasting or not, to prolong or end it. Raises NotFound, Erased."""
    require_coordinator(actor)
    return await managed_by(tx, actor.person_id, case_id)


async def managed_by(tx: Transaction, person_id: PersonId, case_id: CaseId) -> tuple[Hold, Case]:
    """The same, for what is drawn."""
    hold = await stored.managed(tx, case_id, person_id)
    case = await stored_cases.by_id(tx, case_id) if hold is not None else None
    if hold is None or case is None:
        raise NotFound
    if case.words_erased_at is not None:
        raise Erased
    return hold, case


async def prolong(tx: Transaction, actor: Actor, case_id: CaseId, months: int) -> None:
    """So many months longer than it would last; one that has ended is taken up again. Raises NotFound, Erased."""
    hold, case = await managed(tx, actor, case_id)
    if months not in TERMS:
        raise NotFound
    await stored.prolong(tx, hold.id, months_after(hold.until if hold.holds else tx.now, months))
    note(tx, case, Act.PROLONG, Seat(Side.COORDINATOR, None, actor.person_id))
    await note_event(tx, case.id, Act.PROLONG, Side.COORDINATOR)
    tx.outbox.tell(ResidentOf(case.id), HoldBegun(hold.id))


async def lasting_managed(tx: Transaction, actor: Actor, case_id: CaseId) -> Hold:
    """Before it is ended. Raises NotFound, Erased, NotHeld."""
    hold, _ = await managed(tx, actor, case_id)
    if not hold.holds:
        raise NotHeld
    return hold


async def end(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """End a hold before its term; the other coordinators are told. Raises NotFound, Erased, NotHeld."""
    hold = await lasting_managed(tx, actor, case_id)
    case = await stored_cases.by_id(tx, case_id)
    if case is not None:
        note(tx, case, Act.RELEASE, Seat(Side.COORDINATOR, None, actor.person_id))
    await _end(tx, hold, by=actor.person_id)


async def end_due(tx: Transaction) -> bool:
    """End the holds whose term is over; whether there may be more."""
    due = await stored.due(tx, ENDED_TOGETHER)
    for hold in due:
        await _end(tx, hold)
    return len(due) == ENDED_TOGETHER


async def _end(tx: Transaction, hold: Hold, by: PersonId | None = None) -> None:
    await stored.end(tx, hold.id)
    await note_event(tx, hold.case_id, Act.RELEASE, Side.COORDINATOR)
    tx.outbox.tell(ResidentOf(hold.case_id), HoldEnded(hold.id))
    for person_id in await queue.coordinators_of(tx, hold.case_id):
        if person_id != by:
            tx.outbox.tell(PersonAt(person_id), HoldOver(hold.id))


# For what is drawn.


async def lasting(tx: Transaction, case: Case) -> Hold | None:
    """The hold that lasts of a case that was loaded by its reader's right."""
    return await stored.lasting(tx, case.id)


async def named(tx: Transaction, hold_id: HoldId) -> Hold | None:
    """Any hold: its case is still to be loaded by its reader's right."""
    return await stored.by_id(tx, hold_id)


async def may_manage(tx: Transaction, person_id: PersonId, case: Case) -> bool:
    """Whether this person may prolong and end the hold of a case that they read."""
    return await stored.managed(tx, case.id, person_id) is not None


async def coordinated(tx: Transaction, person_id: PersonId, limit: int, offset: int) -> list[HeldCase]:
    """A page of the holds that last and that this person may end."""
    return await stored.coordinated(tx, person_id, limit, offset)


async def count_coordinated(tx: Transaction, person_id: PersonId) -> int:
    """How many these are."""
    return await stored.count_coordinated(tx, person_id)
