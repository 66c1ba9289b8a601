"""What officers and coordinators note about a case for each other. No query for a resident reads it."""

from bot.domain.ids import CaseId, CaseNoteId, OfficerId, PersonId
from bot.storage.transaction import Transaction


async def add(
    tx: Transaction, case_id: CaseId, person_id: PersonId, officer_id: OfficerId | None, body: str
) -> CaseNoteId:
    return CaseNoteId(
        await tx.insert(
            """insert into case_notes(case_id, person_id, officer_id, body, created_at)
               values (:case, :person, :officer, :body, :now) returning id""",
            case=case_id,
            person=person_id,
            officer=officer_id,
            body=body,
            now=tx.now,
        )
    )
