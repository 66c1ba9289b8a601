"""Cases that came to an officer together: which they were, and those of them that are at the officer's desk now."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.ids import CaseId, HandoverId, OfficerId
from bot.storage.case_lists import BRANCHES, IS_OPEN, LINE, NO_EDGE, STEP, CaseLine, Desk
from bot.storage.transaction import Transaction

# Cases with danger have the places before all others.
PLACE = f"c.id + case when c.emergency then 0 else {STEP} end"
HANDED = """c.id in (select h.case_id from handovers v join handed_cases h on h.handover_id = v.id
    where v.id = :handover and v.officer_id = :owner)"""
LINES = " union all ".join(
    f"select {LINE}, false as pinned, {PLACE} as place {branch} and {HANDED} and {IS_OPEN}" for branch in BRANCHES
)


async def add(tx: Transaction, officer_id: OfficerId, case_ids: Sequence[CaseId]) -> HandoverId:
    handover_id = HandoverId(
        await tx.insert(
            "insert into handovers(officer_id, at) values (:officer, :now) returning id", officer=officer_id, now=tx.now
        )
    )
    for case_id in case_ids:
        sql = "insert into handed_cases(handover_id, case_id) values (:handover, :case)"
        tx.later(sql, handover=handover_id, case=case_id)
    return handover_id


async def page(
    tx: Transaction, desk: Desk, handover_id: HandoverId, edge: int, limit: int, *, backwards: bool = False
) -> list[CaseLine]:
    """Of these cases those that are open at the desk of the officer to whom they came, those with danger first: what
    follows the place `edge` (0: from the beginning), or precedes it. Index: the key of handed_cases.
    """
    way, order = ("<", "desc") if backwards else (">", "asc")
    rows = await tx.fetch_all(
        CaseLine,
        f"select * from ({LINES}) handed where place {way} :edge order by place {order} limit :limit",
        officer=desk.officer,
        owner=desk.officer,
        coordinator=desk.coordinator,
        handover=handover_id,
        edge=edge or (NO_EDGE if backwards else 0),
        limit=limit,
    )
    return rows[::-1] if backwards else rows


async def count(tx: Transaction, desk: Desk, handover_id: HandoverId) -> int:
    """How many these are."""
    sql = f"select count(*) as number from ({LINES}) handed"
    values = {"officer": desk.officer, "owner": desk.officer, "coordinator": desk.coordinator, "handover": handover_id}
    return await tx.value(int, sql, **values) or 0


async def sweep(tx: Transaction, before: datetime) -> None:
    """Forget what came together so long ago that nobody goes back to it. Index: handovers_at."""
    await tx.execute("delete from handovers where at <= :before", before=before)
