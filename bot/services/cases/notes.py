"""Notes of a case: whoever may work it adds one; its writer changes it or deletes it. Nobody is sent any."""

from bot.domain.bodies import has_words
from bot.domain.case_refusals import CannotMove, Erased
from bot.domain.cases import Act, Case
from bot.domain.ids import CaseId, NoteId, PersonId
from bot.domain.notes import Note, NoteGone, NoteIsNoText
from bot.domain.people import Actor
from bot.services.cases.access import Seat, desk_case
from bot.services.cases.record import note, note_event, redraw_card
from bot.storage import audit
from bot.storage import notes as stored
from bot.storage.transaction import Transaction

EDIT, DELETE = "edit note", "delete note"


async def notable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """A case for which this person may write a note, open or not.

    Raises NotFound, TakenByAnother, Erased, and CannotMove for one that was merged: nobody would read it there.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if case.merged_into is not None:
        raise CannotMove
    if not takes_notes(case):
        raise Erased
    return case, seat


def takes_notes(case: Case) -> bool:
    """As long as what is written in it is kept, and is in this case."""
    return case.words_erased_at is None and case.erase_asked_at is None and case.merged_into is None


async def add(tx: Transaction, actor: Actor, case_id: CaseId, text: str, said_as: int) -> NoteId:
    """Note something. `said_as`: the message's id in its writer's chat. Raises what `notable` raises, NoteIsNoText."""
    case, seat = await notable(tx, actor, case_id)
    return await add_from(tx, case, seat, checked(text), said_as)


async def add_from(tx: Transaction, case: Case, seat: Seat, text: str, said_as: int) -> NoteId:
    """The same from a seat at its desk, of a text that was checked."""
    note(tx, case, Act.NOTE, seat)
    event = await note_event(tx, case.id, Act.NOTE, seat.side, seat.officer_id)
    return await stored.add(tx, event, case.id, seat.person_id, seat.officer_id, text, said_as)


def checked(text: str) -> str:
    """The text as it is stored. Raises NoteIsNoText."""
    if not has_words(text):
        raise NoteIsNoText
    return text.strip()


async def said_as(tx: Transaction, actor: Actor, message_id: int) -> Note | None:
    """The note that a message in this person's chat says."""
    return await stored.said_as(tx, actor.person_id, message_id)


async def edit(tx: Transaction, actor: Actor, said: Note, text: str) -> None:
    """Change one's own note; the history says that it was. Raises what `notable` raises, NoteIsNoText."""
    case, seat = await notable(tx, actor, said.case_id)
    if checked(text) != said.body:
        await stored.change(tx, said.id, checked(text))
        audit.write(tx, seat.audited, EDIT, "case", case.id, case.community)


async def delete(tx: Transaction, actor: Actor, case_id: CaseId, note_id: NoteId) -> None:
    """Delete one's own note; that there was one stays. Raises NotFound, TakenByAnother, NoteGone."""
    case, seat = await desk_case(tx, actor, case_id)
    found = await stored.written_by(tx, actor.person_id, note_id)
    if found is None or found.case_id != case.id:
        raise NoteGone
    await stored.delete(tx, found.id)
    audit.write(tx, seat.audited, DELETE, "case", case.id, case.community)
    redraw_card(tx, case.id)


# For what is drawn.


async def written_by(tx: Transaction, person_id: PersonId, note_id: NoteId) -> Note | None:
    """The note, if this person wrote it."""
    return await stored.written_by(tx, person_id, note_id)


async def count(tx: Transaction, case: Case) -> int:
    """How many notes a case has that was loaded by its reader's right."""
    return await stored.count(tx, case.id)
