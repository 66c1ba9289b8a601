"""Verifying the audit: that its chain is whole, and that it still holds a head which was sent to people."""

from dataclasses import dataclass
from functools import partial

from bot.domain.audit import Checkpoint, Head, following
from bot.storage import audit
from bot.storage.audit import Link
from bot.storage.transaction import Store, Transaction

PAGE = 5000  # entries in memory at a time


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: so many entries since a checkpoint, the last of them, and what is wrong, if anything is."""

    checkpoint: Checkpoint
    entries: int
    head: Head
    wrong: str | None = None


async def verify(store: Store) -> Verdict:
    """Go through the chain from its checkpoint to its end, and stop at the first entry that does not follow.

    In pages, each of which sees what was committed before it; what is cut off meanwhile need not follow any more.
    """
    start = await store.read(audit.checkpoint)
    if start.entries and not store.database.keys.has_signed(start.content, start.signature or ""):
        return Verdict(start, 0, start.head, f"checkpoint {start.upto} is not signed by a key of this database")
    reached, entries = start.head, 0
    while page := await store.read(partial(audit.links, after=reached.number, limit=PAGE)):
        for link in page:
            if (wrong := fault(reached, link)) is None:
                reached, entries = link.head, entries + 1
                continue
            now = await store.read(audit.checkpoint)
            if now.upto <= reached.number:
                return Verdict(start, entries, reached, wrong)
            start, reached, entries = now, now.head, 0  # it was cut at its beginning while we read
            break
    return Verdict(start, entries, reached)


def fault(before: Head, link: Link) -> str | None:
    """What is wrong with an entry, given the head that it should follow."""
    expected = following(before, link)
    if link.id != expected.number:
        return f"entry {expected.number} is missing"
    if link.hash != expected.hash:
        return f"entry {link.id} was changed, or put there"
    return None


async def holds(store: Store, sent: Head) -> bool | None:
    """Whether a head that was once sent is still in the chain; None where that entry was cut off after its term."""
    return await store.read(partial(_holds, sent=sent))


async def _holds(tx: Transaction, sent: Head) -> bool | None:
    start = await audit.checkpoint(tx)
    if sent.number == start.upto:
        return start.head.is_of(sent)
    if sent.number < start.upto:
        return None
    link = await audit.link(tx, sent.number)
    return link is not None and link.head.is_of(sent)
