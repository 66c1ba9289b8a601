"""Absences: setting them, and what follows at their beginning and their end.

While an officer is away their seats are closed and the stand-in's are open (`seats`), so rights, recipients and queues
follow by themselves. What is done here is that the cases change hands, and that all whom it concerns are told once.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.absences import (
    Absence,
    AbsenceChanged,
    AbsenceOver,
    AlreadyAbsent,
    CannotStandIn,
    Change,
    Span,
    span_of,
    until_day,
)
from bot.domain.ids import AbsenceId, AreaId, OfficerId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.services import office_hours, queue
from bot.storage import absences as stored
from bot.storage import audit, officers
from bot.storage.absences import Cover
from bot.storage.transaction import Transaction

TOGETHER = 20


async def settable(tx: Transaction, person_id: PersonId, officer_id: OfficerId) -> Absence | None:
    """The officer's absence, planned or running, for one who may set it. Raises NotFound."""
    if not await stored.may_set(tx, person_id, officer_id):
        raise NotFound
    return await stored.of_officer(tx, officer_id)


async def own(tx: Transaction, actor: Actor) -> Absence | None:
    """The one that keeps this officer from their cases now."""
    found = await stored.of_officer(tx, actor.officer_id) if actor.officer_id is not None else None
    return found if found is not None and found.is_running else None


async def changeable(tx: Transaction, person_id: PersonId, absence_id: AbsenceId) -> Absence:
    """Raises NotFound, AbsenceOver."""
    absence = await stored.by_id(tx, absence_id)
    if absence is None or not await stored.may_set(tx, person_id, absence.officer_id):
        raise NotFound
    if absence.is_over:
        raise AbsenceOver
    return absence


async def checked(
    tx: Transaction, person_id: PersonId, officer_id: OfficerId, first: date, last: date, stand_in: OfficerId | None
) -> Span:
    """The time of an absence that this person may set. Raises NotFound, AlreadyAbsent, NotAnAbsence, CannotStandIn."""
    if await settable(tx, person_id, officer_id) is not None:
        raise AlreadyAbsent
    span = span_of(first, last, tx.now)
    if stand_in is not None and not await stored.may_stand_in(tx, stand_in, officer_id, span, person_id):
        raise CannotStandIn
    return span


async def set_absence(
    tx: Transaction, actor: Actor, officer_id: OfficerId, first: date, last: date, stand_in: OfficerId | None
) -> Absence:
    """Say when an officer is away, and who stands in; one of today begins immediately.

    Raises NotFound, AlreadyAbsent, NotAnAbsence, CannotStandIn.
    """
    span = await checked(tx, actor.person_id, officer_id, first, last, stand_in)
    async with office_hours.telling_changes(tx, officer_id):
        absence_id = await stored.add(tx, officer_id, span, stand_in, actor.person_id)
    if absence_id is None:
        raise AlreadyAbsent
    absence = await changeable(tx, actor.person_id, absence_id)
    await _note(tx, actor, "set absence", officer_id)
    _tell(tx, absence, Change.SET, await _others(tx, absence, actor))
    if span.since <= tx.now:
        await _begin(tx, absence)
    return absence


async def set_last_day(tx: Transaction, actor: Actor, absence_id: AbsenceId, last: date) -> Absence:
    """Prolong an absence, or shorten it. Raises NotFound, AbsenceOver, NotAnAbsence."""
    absence = until_day(await changeable(tx, actor.person_id, absence_id), last, tx.now)
    async with office_hours.telling_changes(tx, absence.officer_id):
        await stored.move_end(tx, absence.id, absence.until)
    await _note(tx, actor, "move absence", absence.officer_id)
    _tell(tx, absence, Change.MOVED, await _others(tx, absence, actor))
    return absence


async def hold_hours(tx: Transaction, actor: Actor, absence_id: AbsenceId, *, holds: bool) -> None:
    """The stand-in holds the officer's office hours, or not after all. Raises NotFound, AbsenceOver."""
    absence = await stored.by_id(tx, absence_id)
    if absence is None or absence.stand_in_id is None or absence.stand_in_id != actor.officer_id:
        raise NotFound
    if absence.is_over:
        raise AbsenceOver
    async with office_hours.telling_changes(tx, absence.officer_id):
        await stored.set_holds_hours(tx, absence.id, holds=holds)
    community = await officers.community_of(tx, absence.officer_id)
    audit.write(tx, audit.officer(absence.stand_in_id), "hold hours", "officer", absence.officer_id, community)


async def end(tx: Transaction, actor: Actor, absence_id: AbsenceId) -> Absence:
    """The officer is there again, or is not going away after all. Raises NotFound, AbsenceOver."""
    absence = await changeable(tx, actor.person_id, absence_id)
    await _note(tx, actor, "end absence", absence.officer_id)
    change = Change.CALLED_OFF if absence.is_planned else Change.ENDED
    _tell(tx, absence, change, await _others(tx, absence, actor))
    await _end(tx, absence)
    return absence


# By the clock.


async def begin_due(tx: Transaction) -> bool:
    """Begin the absences whose time has come; whether there may be more."""
    due = await stored.to_begin(tx, TOGETHER)
    for absence in due:
        _tell(tx, absence, Change.BEGUN, await _both(tx, absence))
        await _begin(tx, absence)
    return len(due) == TOGETHER


async def end_due(tx: Transaction) -> bool:
    """End the absences whose time is over; whether there may be more."""
    due = await stored.to_end(tx, TOGETHER)
    for absence in due:
        _tell(tx, absence, Change.ENDED, await _both(tx, absence))
        await _end(tx, absence)
    return len(due) == TOGETHER


async def _begin(tx: Transaction, absence: Absence) -> None:
    """Close the officer's seats and open the stand-in's; open cases change hands, unassigned ones come along."""
    await stored.begin(tx, absence.id)
    left = await stored.close_seats(tx, absence.officer_id)
    covered = await stored.cover(tx, absence)
    by = absence.set_by if await officers.person_of(tx, absence.officer_id) != absence.set_by else None
    await queue.hand_on(tx, absence.officer_id, left, by, absence)
    await _take_along(tx, absence.stand_in_id, covered)


async def _end(tx: Transaction, absence: Absence) -> None:
    """Open the officer's seats and close the stand-in's; what is still open comes back."""
    async with office_hours.telling_changes(tx, absence.officer_id):
        await stored.end(tx, absence.id)
    if absence.began_at is None:
        return
    opened, lent_cases = await stored.open_seats(tx, absence.officer_id), await stored.lent(tx, absence.id)
    covers = await stored.end_cover(tx, absence.id)
    await stored.forget_lent(tx, absence.id)
    back = [
        case
        for case in lent_cases
        if case.community is not None and await officers.sits_in(tx, absence.officer_id, case.community)
    ]
    await queue.bring_back(tx, back, absence.officer_id)
    await _take_along(tx, absence.officer_id, opened)
    await _leave_cover(tx, covers)


async def _take_along(tx: Transaction, officer_id: OfficerId | None, areas: Sequence[AreaId]) -> None:
    """What nobody has at these areas comes to an officer, where they have a seat now."""
    for area_id in areas:
        if officer_id is not None and officer_id in await officers.of_area(tx, area_id):
            await queue.take_along(tx, area_id, officer_id)


async def _leave_cover(tx: Transaction, covers: Sequence[Cover]) -> None:
    """What stand-ins had at seats that are theirs no more goes to the next."""
    for officer_id in dict.fromkeys(each.officer_id for each in covers):
        await queue.hand_on(tx, officer_id, [each.area_id for each in covers if each.officer_id == officer_id], None)


# When posts end.


async def leave_posts(tx: Transaction, officer_id: OfficerId, left: Sequence[AreaId]) -> None:
    """An officer has left these areas for good: nobody stands in for them there, and one who holds no post at all is
    neither away nor stands in for anybody.
    """
    absence = await stored.of_officer(tx, officer_id)
    if absence is not None:
        covers = await stored.end_cover_of(tx, absence.id, left)
        if not await officers.posts(tx, officer_id):
            await stored.end(tx, absence.id)
            await stored.forget_lent(tx, absence.id)
        await _leave_cover(tx, covers)
    areas = await stored.end_cover_without_post(tx, officer_id)
    await _leave_cover(tx, [Cover(officer_id, area_id) for area_id in areas])


async def take_post(tx: Transaction, officer_id: OfficerId) -> None:
    """An officer who is away has got one more post: the stand-in serves it too."""
    absence = await stored.of_officer(tx, officer_id)
    if absence is not None and absence.is_running:
        await _take_along(tx, absence.stand_in_id, await stored.cover(tx, absence))


# Who is told, and what is noted.


def _tell(tx: Transaction, absence: Absence, change: Change, persons: Iterable[PersonId]) -> None:
    for person_id in persons:
        tx.outbox.tell(PersonAt(person_id), AbsenceChanged(absence.id, change))


async def _others(tx: Transaction, absence: Absence, actor: Actor) -> list[PersonId]:
    """Everyone whom it concerns, except the person who did it."""
    return [each for each in await stored.concerned(tx, absence) if each != actor.person_id]


async def _both(tx: Transaction, absence: Absence) -> list[PersonId]:
    """The officer and the stand-in."""
    ids = [absence.officer_id, *([absence.stand_in_id] if absence.stand_in_id is not None else [])]
    persons = [await officers.person_of(tx, each) for each in ids]
    return [each for each in persons if each is not None]


async def _note(tx: Transaction, actor: Actor, act: str, officer_id: OfficerId) -> None:
    """By the officer, or by a coordinator of theirs."""
    own = await officers.person_of(tx, officer_id) == actor.person_id
    by = audit.officer(officer_id) if own else audit.coordinator(actor.person_id)
    audit.write(tx, by, act, "officer", officer_id, await officers.community_of(tx, officer_id))
