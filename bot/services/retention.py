"""Erasing what was kept long enough, once a night: kind by kind, in batches that are transactions of their own."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from bot.domain.audit import Who
from bot.domain.bodies import Kind as BodyKind
from bot.domain.case_letters import CaseErased
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.letters import PersonAt
from bot.domain.policy import KYIV, Retention
from bot.storage import audit, case_messages, directory, facts, files
from bot.storage import person_retention as persons
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


async def clear_chats(tx: Transaction, before: datetime, limit: int) -> int:
    """Take closed cases out of the chats of those who worked them; a resident keeps their own chat."""
    return await _clear(tx, await stored.chats_due(tx, before, limit))


async def clear_anonymous_chats(tx: Transaction, before: datetime, limit: int) -> int:
    """The same of anonymous cases with files."""
    return await _clear(tx, await stored.anonymous_chats_due(tx, before, limit))


async def _clear(tx: Transaction, cases: list[CaseId]) -> int:
    if cases:
        for case_id, shown in groupby(await stored.shown_to(tx, cases), attrgetter("case_id")):
            letter = CaseErased(case_id, await attached(tx, case_id))
            for each in shown:
                tx.outbox.tell(PersonAt(each.person_id), letter)
        await stored.note_chats_cleared(tx, cases)
    return len(cases)


async def attached(tx: Transaction, case_id: CaseId) -> dict[CaseMessageId, BodyKind]:
    """Which messages of a case have a file, and of what kind: what takes its place where it is too old to be deleted
    depends on that, and the text may be erased by then.
    """
    if not await files.has_any(tx, case_id):
        return {}
    messages = await case_messages.of_case(tx, case_id)
    return {message.id: message.body.kind for message in messages if message.body.file is not None}


NIGHT = timedelta(days=1)  # chats are cleared in the night before


# In this order: a case loses its text, then its resident; who has nothing left then, goes last.
KINDS: tuple[Kind, ...] = (
    Kind("chats", lambda kept: kept.words - NIGHT, stored.count_chats, clear_chats),
    Kind(
        "files_in_chats", lambda kept: kept.anonymous_files - NIGHT, stored.count_anonymous_chats, clear_anonymous_chats
    ),
    Kind("files", lambda kept: kept.anonymous_files, stored.count_anonymous_files, stored.erase_anonymous_files),
    Kind("words", lambda kept: kept.words, stored.count_words, stored.erase_words),
    Kind("links", lambda kept: kept.links, stored.count_links, stored.erase_links),
    Kind("invitations", lambda kept: kept.invitations, stored.count_invitations, stored.erase_invitations),
    Kind("directories", lambda kept: kept.directories, directory.count_over, directory.erase_over),
    Kind("deliveries", lambda kept: kept.deliveries, stored.count_deliveries, stored.erase_deliveries),
    Kind("inactive", lambda kept: kept.inactive, persons.count_inactive, persons.erase_inactive),
    Kind("strangers", lambda kept: kept.strangers, persons.count_strangers, persons.erase_strangers),
    Kind("persons", lambda kept: kept.inactive, persons.count_persons, persons.erase_persons),
    Kind("audit", lambda kept: kept.audit, audit.count_over, audit.cut),
)


async def is_due(tx: Transaction) -> bool:
    """Whether the night's hour has come and it was not done for this day."""
    here = tx.now.astimezone(KYIV)
    return here.time() >= tx.policy.retention.at and await facts.get(tx, DAY) != here.date().isoformat()


async def note_done(tx: Transaction) -> None:
    await facts.put(tx, DAY, tx.now.astimezone(KYIV).date().isoformat())


async def erase_batch(tx: Transaction, kind: Kind, by: Who) -> int:
    """Erase some of what is due of a kind, which is audited; less than BATCH: there is no more."""
    erased = await kind.erase(tx, tx.now - kind.kept(tx.policy.retention), BATCH)
    if erased:
        audit.write(tx, by, f"erase {kind.name}", "retention", erased)
    return erased


async def count_due(tx: Transaction) -> dict[str, int]:
    """How much of each kind would be erased now. What becomes due by erasing something else is not counted."""
    return {kind.name: await kind.count(tx, tx.now - kind.kept(tx.policy.retention)) for kind in KINDS}
