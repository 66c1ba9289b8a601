"""Absences: setting them, and what follows at their beginning and their end.

While an officer is away their seats are closed and the stand-in's are open (`seats`), so rights, recipients and queues
follow by themselves. What is done here is that all whom it concerns are told once; how the cases change hands is in
`absence_cases`.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.absences import (
    Absence,
    AbsenceChanged,
    AbsenceOver,
    AlreadyAbsent,
    AwayUntil,
    CannotStandIn,
    Change,
    Span,
    span_of,
    until_day,
)
from bot.domain.case_letters import OwnCaseChanged
from bot.domain.ids import AbsenceId, AreaId, OfficerId, PersonId
from bot.domain.letters import PersonAt, ResidentOf
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.services import office_hours
from bot.services.absence_cases import cover, leave_cover, move_first, take_along
from bot.storage import absence_cases, audit, officers
from bot.storage import absences as stored
from bot.storage.absences import Cover
from bot.storage.transaction import Transaction

TOLD_TOGETHER = 100  # residents


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
    if span.since <= tx.now and not await stored.comes_back(tx, officer_id):
        await _begin(tx, absence)
    return absence


async def set_last_day(tx: Transaction, actor: Actor, absence_id: AbsenceId, last: date) -> Absence:
    """Prolong an absence, or shorten it. Raises NotFound, AbsenceOver, NotAnAbsence."""
    absence = until_day(await changeable(tx, actor.person_id, absence_id), last, tx.now)
    async with office_hours.telling_changes(tx, absence.officer_id):
        await stored.move_end(tx, absence.id, absence.until)
    if absence.is_running:
        await absence_cases.tell_new_day(tx, absence.id)
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
    """Begin the next absence whose time has come; whether there may be more."""
    absence = await stored.next_to_begin(tx)
    if absence is not None:
        _tell(tx, absence, Change.BEGUN, await _both(tx, absence))
        await _begin(tx, absence)
    return absence is not None


async def end_due(tx: Transaction) -> bool:
    """End the next absence whose time is over; whether there may be more."""
    absence = await stored.next_to_end(tx)
    if absence is not None:
        _tell(tx, absence, Change.ENDED, await _both(tx, absence))
        await _end(tx, absence)
    return absence is not None


async def _begin(tx: Transaction, absence: Absence) -> None:
    """Open the stand-in's seats; open cases change hands, unassigned ones come along."""
    await stored.begin(tx, absence.id)
    covered = await cover(tx, absence)
    await move_first(tx, absence.id)
    await take_along(tx, absence.stand_in_id, covered)


async def _end(tx: Transaction, absence: Absence) -> None:
    """Open the officer's seats; what is still open comes back."""
    async with office_hours.telling_changes(tx, absence.officer_id):
        await stored.end(tx, absence.id)
    if absence.began_at is not None:
        await stored.open_seats(tx, absence.officer_id)
        await move_first(tx, absence.id)


async def tell_new_day(tx: Transaction) -> bool:
    """Tell the residents of some cases, who read when their officer is back, of another last day; whether there may be
    more.
    """
    telling = await absence_cases.next_telling(tx)
    if telling is None:
        return False
    found = await absence_cases.told_last_day(tx, telling, TOLD_TOGETHER)
    for case_id in found:
        letter = AwayUntil(telling.absence_id, case_id)
        tx.outbox.tell(ResidentOf(case_id), letter, dedupe=f"away:{telling.absence_id}")
        tx.outbox.tell(ResidentOf(case_id), OwnCaseChanged(case_id), dedupe=f"own-case:{case_id}")
    await absence_cases.note_day_told(tx, telling.absence_id, found[-1] if len(found) == TOLD_TOGETHER else None)
    return True


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
        await leave_cover(tx, covers)
    areas = await stored.end_cover_without_post(tx, officer_id)
    await leave_cover(tx, [Cover(officer_id, area_id) for area_id in areas])


async def take_post(tx: Transaction, officer_id: OfficerId) -> None:
    """An officer who is away has got one more post: the stand-in serves it too."""
    absence = await stored.of_officer(tx, officer_id)
    if absence is not None and absence.is_running:
        await take_along(tx, absence.stand_in_id, await cover(tx, absence))


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
