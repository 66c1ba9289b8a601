"""The list of what was erased because a person asked for it: ids alone, in the order in which it was asked."""

from bot.domain.erasures import Erasure, What
from bot.storage.transaction import Transaction


async def note(tx: Transaction, what: What, subject_id: int) -> None:
    await tx.execute(
        "insert into erasures(at, what, subject_id) values (:now, :what, :subject)",
        now=tx.now,
        what=what,
        subject=subject_id,
    )


async def after(tx: Transaction, last_id: int, limit: int) -> list[Erasure]:
    """Those after this id, the first one first. By the primary key."""
    return await tx.fetch_all(
        Erasure,
        "select id, at, what, subject_id from erasures where id > :last order by id limit :limit",
        last=last_id,
        limit=limit,
    )
