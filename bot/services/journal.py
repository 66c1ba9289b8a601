"""What a desk notes of a case with signs of a crime, for itself alone: the number under which the police registered the
crime, or that the signs were a mistake.
"""

from dataclasses import replace

from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case
from bot.domain.ids import CaseEventId, CaseId, PersonId
from bot.domain.journal import Entry
from bot.domain.people import Actor
from bot.services.cases import moves, notes
from bot.services.cases.access import Seat, desk_case
from bot.services.cases.record import note, note_event, record
from bot.storage import journal as stored
from bot.storage.transaction import Transaction

NO_MESSAGE = 0  # of a reason: its writer changes it by no edit


async def registrable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """A case with signs of a crime, open or not. Raises NotFound, TakenByAnother, CannotMove."""
    case, seat = await desk_case(tx, actor, case_id)
    if not is_registrable(case):
        raise CannotMove
    return case, seat


def is_registrable(case: Case) -> bool:
    """Of a case that was merged the number is noted in the one that goes on."""
    return case.crime_signs and case.merged_into is None


async def write(tx: Transaction, actor: Actor, case_id: CaseId, entry: Entry) -> None:
    """Note the entry, in place of one that was there. Raises what `registrable` raises."""
    case, seat = await registrable(tx, actor, case_id)
    if await stored.entry(tx, case.id) == entry:
        return
    await stored.write(tx, case.id, entry, await _record(tx, case, seat))


async def remove(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Raises what `registrable` raises."""
    case, seat = await registrable(tx, actor, case_id)
    if await stored.entry(tx, case.id) is None:
        return
    await stored.forget(tx, case.id)
    await _record(tx, case, seat)


async def _record(tx: Transaction, case: Case, seat: Seat) -> CaseEventId:
    note(tx, case, Act.JOURNAL, seat)
    return await note_event(tx, case.id, Act.JOURNAL, seat.side, seat.officer_id)


async def bring(tx: Transaction, other: Case, case: Case, person_id: PersonId) -> None:
    """The entry of a case that is merged into another is that one's; where it has one itself, a note of it, which this
    person may change.
    """
    entry, own = await stored.entry(tx, other.id), await stored.entry(tx, case.id)
    if entry is not None and own is None:
        await stored.move(tx, other.id, case.id)
    elif entry is not None:
        if entry != own:
            await stored.keep_as_note(tx, other.id, case.id, person_id, entry.of_case(other.number or ""))
        await stored.forget(tx, other.id)


async def unmarkable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """An open case whose signs of a crime can be taken back: a registered crime is none that was noted by mistake.
    Raises NotFound, TakenByAnother, CannotMove.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if not await can_be_unmarked(tx, case):
        raise CannotMove
    return case, seat


async def unmark(tx: Transaction, actor: Actor, case_id: CaseId, why: str) -> None:
    """Take the signs back; why is a note in the history. Raises what `unmarkable` raises, NoteIsNoText."""
    case, seat = await unmarkable(tx, actor, case_id)
    reason = notes.checked(why)
    case = replace(await moves.take(tx, actor, seat, case), crime_signs=False)
    await record(tx, case, Act.NO_CRIME_SIGNS, seat)
    await notes.add_from(tx, case, seat, reason, NO_MESSAGE)


# For what is drawn.


async def can_be_unmarked(tx: Transaction, case: Case) -> bool:
    """Of a case that was loaded by its reader's right."""
    return case.crime_signs and case.is_open and await stored.entry(tx, case.id) is None


async def entry(tx: Transaction, case: Case) -> Entry | None:
    """Of a case that was loaded by its reader's right."""
    return await stored.entry(tx, case.id) if case.crime_signs else None
