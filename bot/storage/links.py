"""How often each link is used, by day. No person is in it."""

from datetime import date, timedelta

from bot.domain.links import LinkKind, Uses
from bot.storage.transaction import Transaction

MONTH = timedelta(days=29)  # thirty days with today


async def count(tx: Transaction, kind: LinkKind, subject: str, day: date) -> None:
    await tx.execute(
        """insert into link_uses(kind, subject, day, uses) values (:kind, :subject, :day, 1)
           on conflict (kind, subject, day) do update set uses = link_uses.uses + 1""",
        kind=kind,
        subject=subject,
        day=day,
    )


async def uses(tx: Transaction, kind: LinkKind, subject: str, day: date) -> Uses:
    """Until a day."""
    found = await tx.fetch_one(
        Uses,
        """select cast(coalesce(sum(case when day = :day then uses end), 0) as bigint) as today,
                  cast(coalesce(sum(case when day >= :since then uses end), 0) as bigint) as month,
                  cast(coalesce(sum(uses), 0) as bigint) as ever
             from link_uses where kind = :kind and subject = :subject""",
        kind=kind,
        subject=subject,
        day=day,
        since=day - MONTH,
    )
    return found or Uses()
