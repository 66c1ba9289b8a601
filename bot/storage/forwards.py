"""Cases that were forwarded: by when the paper has to be handed over, and whether it was."""

from datetime import datetime

from bot.domain.cases import Status
from bot.domain.ids import CaseId
from bot.storage.rights import IS_ATTENDED, IS_WATCHED
from bot.storage.transaction import Transaction


async def add(tx: Transaction, case_id: CaseId, until: datetime) -> None:
    """It takes the place of one whose paper never went, because the case was reopened. Index: case_forwards_case."""
    await tx.execute("delete from case_forwards where case_id = :case and handed_over_at is null", case=case_id)
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
    """The cases whose term is over by then, of which nobody was reminded, and of which a person at their desk can be
    reminded now. Index: case_forwards_due.
    """
    return await tx.column(
        CaseId,
        f"""select f.case_id from case_forwards f join cases c on c.id = f.case_id
            where f.reminded_at is null and f.handed_over_at is null and f.until <= :until
              and (c.status <> '{Status.FORWARDED}' or {IS_ATTENDED} or {IS_WATCHED})
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


async def remind_again(tx: Transaction, case_ids: list[CaseId]) -> None:
    """Of these papers another desk is to be reminded. Index: case_forwards_case."""
    await tx.execute(
        "update case_forwards set reminded_at = null where case_id in (:cases) and handed_over_at is null",
        cases=case_ids,
    )
