"""Erasing what was kept long enough, once a night: kind by kind, in batches that are transactions of their own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.policy import KYIV, Retention
from bot.storage import facts
from bot.storage import retention as stored
from bot.storage.transaction import Transaction

BATCH = 500
DAY = "retention_day"  # the fact that says for which day it was done last


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of what is kept: for how long, how much of it is due, and how some of it is erased."""

    name: str
    kept: Callable[[Retention], timedelta]
    count: Callable[[Transaction, datetime], Awaitable[int]]
    erase: Callable[[Transaction, datetime, int], Awaitable[int]]


# In this order: a case loses its text, then its resident; who has nothing left then, goes last.
KINDS: tuple[Kind, ...] = (
    Kind(
        "anonymous_files", lambda kept: kept.anonymous_files, stored.count_anonymous_files, stored.erase_anonymous_files
    ),
    Kind("words", lambda kept: kept.words, stored.count_words, stored.erase_words),
    Kind("links", lambda kept: kept.links, stored.count_links, stored.erase_links),
    Kind("invitations", lambda kept: kept.invitations, stored.count_invitations, stored.erase_invitations),
    Kind("deliveries", lambda kept: kept.deliveries, stored.count_deliveries, stored.erase_deliveries),
    Kind("inactive", lambda kept: kept.inactive, stored.count_inactive, stored.erase_inactive),
    Kind("strangers", lambda kept: kept.strangers, stored.count_strangers, stored.erase_strangers),
    Kind("persons", lambda kept: kept.inactive, stored.count_persons, stored.erase_persons),
    Kind("audit", lambda kept: kept.audit, stored.count_audit, stored.erase_audit),
)


async def is_due(tx: Transaction) -> bool:
    """Whether the night's hour has come and it was not done for this day."""
    here = tx.now.astimezone(KYIV)
    return here.time() >= tx.policy.retention.at and await facts.get(tx, DAY) != here.date().isoformat()


async def note_done(tx: Transaction) -> None:
    await facts.put(tx, DAY, tx.now.astimezone(KYIV).date().isoformat())


async def erase_batch(tx: Transaction, kind: Kind) -> int:
    """Erase some of what is due of a kind; less than BATCH: there is no more."""
    return await kind.erase(tx, tx.now - kind.kept(tx.policy.retention), BATCH)


async def count_due(tx: Transaction) -> dict[str, int]:
    """How much of each kind would be erased now. What becomes due by erasing something else is not counted."""
    return {kind.name: await kind.count(tx, tx.now - kind.kept(tx.policy.retention)) for kind in KINDS}
