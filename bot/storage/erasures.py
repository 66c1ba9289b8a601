"""The list of what was erased because a person asked for it: ids alone, in the order in which it was asked."""

from datetime import datetime

from bot.domain.erasures import Erasure, What
from bot.storage.transaction import Transaction


async def note(tx: Transaction, what: What, subject_id: int) -> None:
    await tx.execute(
        "insert into erasures(at, what, subject_id) values (:now, :what, :subject)",
        now=tx.now,
        what=what,
        subject=subject_id,
    )


async def add(tx: Transaction, at: datetime, what: What, subject_id: int) -> Erasure:
    """One that this database does not know, because it is older: with the time at which it was asked."""
    row_id = await tx.insert(
        "insert into erasures(at, what, subject_id) values (:at, :what, :subject) returning id",
        at=at,
        what=what,
        subject=subject_id,
    )
    return Erasure(row_id, at, what, subject_id)


async def count(tx: Transaction) -> int:
    return await tx.value(int, "select count(*) from erasures") or 0


async def after(tx: Transaction, last_id: int, limit: int) -> list[Erasure]:
    """Those after this id, the first one first. By the primary key."""
    return await tx.fetch_all(
        Erasure,
        "select id, at, what, subject_id from erasures where id > :last order by id limit :limit",
        last=last_id,
        limit=limit,
    )


async def all_of(tx: Transaction) -> list[Erasure]:
    """Ids and times, a few thousand in years."""
    return await tx.fetch_all(Erasure, "select id, at, what, subject_id from erasures order by id")
