"""An officer's own quiet time: until the morning, each day, or none. All of these raise NotFound for anyone else."""

from dataclasses import replace

from bot.domain.people import Actor, require_officer
from bot.domain.quiet_times import QuietTime, daily_from, morning_after
from bot.storage import quiet_times as stored
from bot.storage.transaction import Transaction


async def until_morning(tx: Transaction, actor: Actor) -> None:
    require_officer(actor)
    kept = await stored.of_person(tx, actor.person_id)
    await stored.keep(tx, actor.person_id, replace(kept, until=morning_after(tx.now, kept, tx.policy.notices.quiet)))


async def each_day(tx: Transaction, actor: Actor, begins: int, lasts: int) -> None:
    """From a full hour on, for so many hours."""
    require_officer(actor)
    first, last = daily_from(begins, lasts)
    await stored.keep(tx, actor.person_id, QuietTime(first, last))


async def end(tx: Transaction, actor: Actor) -> None:
    require_officer(actor)
    await stored.end(tx, actor.person_id)
