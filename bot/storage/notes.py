"""Notes of cases. No query for a resident reads them; `case_history` shows them to the desk."""

from bot.domain.ids import CaseEventId, CaseId, NoteId, OfficerId, PersonId
from bot.domain.notes import Note
from bot.storage.transaction import Transaction

NOTE = "n.id, n.case_id, n.person_id, n.body, n.created_at, n.edited_at"


async def add(
    tx: Transaction,
    event_id: CaseEventId,
    case_id: CaseId,
    person_id: PersonId,
    officer_id: OfficerId | None,
    body: str,
    said_as: int,
) -> NoteId:
    return NoteId(
        await tx.insert(
            """insert into case_notes(event_id, case_id, person_id, officer_id, body, said_as, created_at)
               values (:event, :case, :person, :officer, :body, :said_as, :now) returning id""",
            event=event_id,
            case=case_id,
            person=person_id,
            officer=officer_id,
            body=body,
            said_as=said_as,
            now=tx.now,
        )
    )


async def written_by(tx: Transaction, person_id: PersonId, note_id: NoteId) -> Note | None:
    """The note, if this person wrote it."""
    sql = f"select {NOTE} from case_notes n where n.id = :id and n.person_id = :person"
    return await tx.fetch_one(Note, sql, id=note_id, person=person_id)


async def said_as(tx: Transaction, person_id: PersonId, message_id: int) -> Note | None:
    """The note that this message of a person's own chat says. Index: case_notes_person."""
    sql = f"select {NOTE} from case_notes n where n.person_id = :person and n.said_as = :message"
    return await tx.fetch_one(Note, sql, person=person_id, message=message_id)


async def change(tx: Transaction, note_id: NoteId, body: str) -> None:
    await tx.execute(
        "update case_notes set body = :body, edited_at = :now where id = :id", body=body, now=tx.now, id=note_id
    )


async def delete(tx: Transaction, note_id: NoteId) -> None:
    """What it says; that there was one stays in the history."""
    await tx.execute("delete from case_notes where id = :id", id=note_id)


async def count(tx: Transaction, case_id: CaseId) -> int:
    """How many a case has. Index: case_notes_case."""
    return await tx.value(int, "select count(*) from case_notes where case_id = :case", case=case_id) or 0
