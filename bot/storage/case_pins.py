"""The cases that a person has pinned: in each of their lists these come first."""

from datetime import datetime

from bot.domain.ids import CaseId, PersonId
from bot.storage.transaction import Transaction


async def is_pinned(tx: Transaction, person_id: PersonId, case_id: CaseId) -> bool:
    sql = "select case_id from case_pins where person_id = :person and case_id = :case"
    return await tx.exists(sql, person=person_id, case=case_id)


async def of_person(tx: Transaction, person_id: PersonId) -> list[CaseId]:
    """The oldest pin first. Index: the key of case_pins."""
    return await tx.column(
        CaseId, "select case_id from case_pins where person_id = :person order by pinned_at, case_id", person=person_id
    )


async def add(tx: Transaction, person_id: PersonId, case_id: CaseId) -> None:
    """Nothing where it is pinned already."""
    await tx.execute(
        """insert into case_pins(person_id, case_id, pinned_at) values (:person, :case, :now)
           on conflict (person_id, case_id) do nothing""",
        person=person_id,
        case=case_id,
        now=tx.now,
    )


async def remove(tx: Transaction, person_id: PersonId, case_ids: list[CaseId]) -> None:
    await tx.execute(
        "delete from case_pins where person_id = :person and case_id in (:cases)", person=person_id, cases=case_ids
    )


async def move(tx: Transaction, case_id: CaseId, into: CaseId) -> None:
    """Who had pinned one case has pinned the other instead. Index: case_pins_case."""
    await tx.execute(
        """insert into case_pins(person_id, case_id, pinned_at)
           select p.person_id, cast(:into as bigint), p.pinned_at from case_pins p where p.case_id = :case
           on conflict (person_id, case_id) do nothing""",
        case=case_id,
        into=into,
    )
    await tx.execute("delete from case_pins where case_id = :case", case=case_id)


async def sweep(tx: Transaction, before: datetime) -> None:
    """Forget pins that were set so long ago. Index: case_pins_pinned."""
    await tx.execute("delete from case_pins where pinned_at <= :before", before=before)
