"""Under which number of the police's journal a case was registered."""

from bot.domain.ids import CaseId
from bot.domain.journal import Entry
from bot.storage.transaction import Transaction


async def entry(tx: Transaction, case_id: CaseId) -> Entry | None:
    return await tx.fetch_one(Entry, "select number, day from case_journal where case_id = :case", case=case_id)


async def write(tx: Transaction, case_id: CaseId, entry: Entry) -> None:
    """In place of what was there."""
    await tx.execute(
        """insert into case_journal(case_id, number, day) values (:case, :number, :day)
           on conflict (case_id) do update set number = excluded.number, day = excluded.day""",
        case=case_id,
        number=entry.number,
        day=entry.day,
    )


async def forget(tx: Transaction, case_id: CaseId) -> None:
    await tx.execute("delete from case_journal where case_id = :case", case=case_id)
