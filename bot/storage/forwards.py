"""Cases that were forwarded: by when the paper has to be handed over, and whether it was."""

from datetime import datetime

from bot.domain.ids import CaseId
from bot.storage.transaction import Transaction


async def add(tx: Transaction, case_id: CaseId, until: datetime) -> None:
    sql = "insert into case_forwards(case_id, until) values (:case, :until)"
    await tx.execute(sql, case=case_id, until=until)


async def waits_until(tx: Transaction, case_id: CaseId) -> datetime | None:
    """By when what was forwarded last has to be handed over; None where it was. Index: case_forwards_case."""
    return await tx.value(
        datetime,
        """select f.until from case_forwards f join cases c on c.id = f.case_id
            where f.id = (select max(l.id) from case_forwards l where l.case_id = :case)
              and f.handed_over_at is null and c.status = 'forwarded'""",
        case=case_id,
    )


async def note_handed_over(tx: Transaction, case_id: CaseId) -> None:
    """Index: case_forwards_case."""
    await tx.execute(
        "update case_forwards set handed_over_at = :now where case_id = :case and handed_over_at is null",
        case=case_id,
        now=tx.now,
    )


async def due(tx: Transaction, until: datetime, limit: int) -> list[CaseId]:
    """The cases whose term is over by then, and of which nobody was reminded. Index: case_forwards_due."""
    return await tx.column(
        CaseId,
        """select f.case_id from case_forwards f
            where f.reminded_at is null and f.handed_over_at is null and f.until <= :until
            order by f.until limit :limit""",
        until=until,
        limit=limit,
    )


async def note_reminded(tx: Transaction, case_id: CaseId) -> None:
    """Index: case_forwards_case."""
    await tx.execute(
        "update case_forwards set reminded_at = :now where case_id = :case and reminded_at is null",
        case=case_id,
        now=tx.now,
    )
