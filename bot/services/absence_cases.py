"""Open cases as they change hands for an absence: away at its beginning, and back at its end.

They are moved a portion at a time, each in a transaction of its own, so that an officer with thousands of cases holds
up nobody. Until the last one has moved, both have their seats: the officer and the stand-in. So each case is with one
of them at any moment, and what is still to be moved is read from the cases themselves: after a crash it goes on where
it was. The new desks are told at the end, once. Cases of one absence at a time are moved: those of the others wait.
"""

from collections.abc import Sequence

from bot.domain.absences import Absence
from bot.domain.cases import Case
from bot.domain.ids import AbsenceId, AreaId, OfficerId, PersonId
from bot.domain.people import Role
from bot.services import chats, queue
from bot.storage import absence_cases as lending
from bot.storage import absences as stored
from bot.storage import communities, officers
from bot.storage import queue as waiting
from bot.storage.absence_cases import Moved
from bot.storage.absences import Cover
from bot.storage.transaction import Transaction

PORTION = 15  # cases: each takes 1 to 3 ms


async def move_due(tx: Transaction) -> bool:
    """Move the next portion of cases; whether there may be more."""
    absence = await stored.next_moving(tx)
    if absence is not None:
        await _move(tx, absence)
    return absence is not None


async def move_first(tx: Transaction, absence_id: AbsenceId) -> None:
    """The first portion immediately, unless cases of another absence are being moved: then they wait for the clock."""
    absence = await stored.next_moving(tx)
    if absence is not None and absence.id == absence_id:
        await _move(tx, absence)


async def _move(tx: Transaction, absence: Absence) -> None:
    if absence.is_over:
        cases = await lending.lent(tx, absence, PORTION)
        await queue.bring_back(tx, cases, absence.officer_id)
    else:
        cases = await waiting.open_with(tx, absence.officer_id, PORTION)
        passed = [await queue.lend(tx, case, absence) for case in cases]
        await queue.withhold(tx, [case for case in passed if case.officer_id is None], await _by(tx, absence))
    await lending.note_untold(tx, absence.id, [case.id for case in cases])
    if len(cases) == PORTION:
        return
    await stored.note_moved(tx, absence.id)
    await (_end_return if absence.is_over else _end_lending)(tx, absence)


async def _by(tx: Transaction, absence: Absence) -> PersonId | None:
    """The coordinator by whose act cases come to the queue; None for the officer's own."""
    return absence.set_by if await officers.person_of(tx, absence.officer_id) != absence.set_by else None


async def _end_lending(tx: Transaction, absence: Absence) -> None:
    """All open cases are with others: the officer's seats close, and unassigned cases that only they could see are in
    the queue.
    """
    left = await stored.close_seats(tx, absence.officer_id)
    lent = await _tell_desks(tx)
    unowned = await _unattended(tx, left, lent)
    person = await officers.person_of(tx, absence.officer_id)
    if person is not None:
        await chats.clear(tx, person)
    papers = await queue.leave_papers(tx, absence.officer_id)
    await queue.withhold(tx, [*unowned, *papers], await _by(tx, absence))
    queue.warn(tx, [*[each for each in lent if each.officer_id is None], *unowned])


async def _unattended(tx: Transaction, left: Sequence[AreaId], lent: Sequence[Moved]) -> list[Case]:
    """The unassigned cases of areas in which nobody can be reached now, besides those that were lent."""
    known = {each.id for each in lent}
    found = []
    for area_id in left:
        if not await officers.reached_in_area(tx, area_id):
            found += [case for case in await waiting.unowned_of_area(tx, area_id) if case.id not in known]
    return found


async def _end_return(tx: Transaction, absence: Absence) -> None:
    """All has come back: the stand-in's seats close, and what is unassigned comes along."""
    covers = await stored.end_cover(tx, absence.id)
    await _tell_desks(tx)
    await lending.forget_lent(tx, absence.id)
    await take_along(tx, absence.officer_id, await stored.seats_of(tx, absence.officer_id))
    await leave_cover(tx, covers)


async def _tell_desks(tx: Transaction) -> list[Moved]:
    """Bring the cases that were moved to the officers who have them now; all that were moved."""
    moved = await lending.untold(tx)
    for officer_id in sorted({each.officer_id for each in moved if each.officer_id is not None}):
        await queue.bring(tx, [each for each in moved if each.officer_id == officer_id], officer_id)
    await lending.note_told(tx)
    return moved


# Seats of stand-ins.


async def cover(tx: Transaction, absence: Absence) -> list[AreaId]:
    """Open the stand-in's seats; at which areas. A stand-in who coordinates lets go of the complaints there."""
    covered = await stored.cover(tx, absence)
    person = await officers.person_of(tx, absence.stand_in_id) if absence.stand_in_id is not None else None
    if covered and person is not None and await _is_coordinator(tx, person):
        for community in sorted({each.community for each in await officers.places(tx, covered)}):
            await queue.let_go_of_complaints(tx, person, community)
    return covered


async def _is_coordinator(tx: Transaction, person_id: PersonId) -> bool:
    return any(part.role is Role.COORDINATOR for part in await communities.parts(tx, person_id))


async def take_along(tx: Transaction, officer_id: OfficerId | None, areas: Sequence[AreaId]) -> None:
    """What nobody has at these areas comes to an officer, where they have a seat now."""
    for area_id in areas:
        if officer_id is not None and officer_id in await officers.of_area(tx, area_id):
            await queue.take_along(tx, area_id, officer_id)


async def leave_cover(tx: Transaction, covers: Sequence[Cover]) -> None:
    """What stand-ins had at seats that are theirs no more goes to the next. An area that is also another absent
    officer's, with the same stand-in, stays covered.
    """
    for officer_id in dict.fromkeys(each.officer_id for each in covers):
        for other in await stored.covered_by(tx, officer_id):
            if other.is_running:
                await cover(tx, other)
        await queue.hand_on(tx, officer_id, [each.area_id for each in covers if each.officer_id == officer_id], None)
