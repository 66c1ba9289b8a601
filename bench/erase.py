"""How long it takes until a person with fifty cases is erased: from the database, and from the chats as far as messages
can be deleted; and how long the erasing holds up others at most. At the project's own pace.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from bench.crowd import crowd
from bench.database import fill, on_sqlite
from bench.seed import Size
from bench.verdicts import at_most
from bot.app import App, Resources, assembled
from bot.clock import SystemClock
from bot.domain.ids import PersonId
from bot.services import erasure
from bot.settings import load_settings
from bot.storage.copies import CARD
from bot.storage.engine import Session
from bot.storage.open import database
from bot.storage.transaction import Transaction
from tests.keys import same_keys
from tests.town import TOKEN

T = TypeVar("T")

CASES, SAID, OLD = 50, 40, 4  # messages of a case, and how many of them are too old to be deleted
OFFICER, RESIDENT = 1, 2
MUST_DATABASE, MUST_CHATS = 60, 60  # seconds
TWO_DAYS_NEARLY = 47 * 3_600_000_000
WRITTEN = "select count(*) as n from case_messages m join cases c on c.id = m.case_id where c.number like 'КШ-2026-%'"
YOUNG = f"select count(*) as n from copies where piece <> {CARD} and sent_at > :since"

# Each message is in both chats, as one that was written there or sent there.
MADE = """
    insert into cases(number, kind, status, community, area_id, officer_id, created_at, touched_at, sent_at, closed_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < :cases)
      select 'КШ-2026-' || (100000 + i), 'question', 'closed', a.community, a.id, 1, :now, :now, :now, :now
        from n join areas a on a.id = 1;
    insert into case_links(case_id, person_id) select id, :resident from cases where number like 'КШ-2026-%';
    insert into case_messages(case_id, direction, kind, body, sent_at, created_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < :said)
      select c.id, case when i % 2 = 0 then 'officer' else 'resident' end, 'talk',
             '{"kind": "text", "text": "Слово про вулицю"}', :now, :now
        from cases c, n where c.number like 'КШ-2026-%';
    insert into copies(chat_id, message_id, case_id, case_message_id, piece, version, sent_at)
      select p.id, 5000000 + m.id * 2 + p.id, m.case_id, m.id, 0, 1,
             case when m.id % :each < :old then :now - 259200000000 else :now end
        from case_messages m, persons p where m.case_id in (select id from cases where number like 'КШ-2026-%')"""


async def measure(console: Console, cases: int = CASES) -> None:
    with console.status("erase: a person with many cases"):
        async with on_sqlite() as address, crowd(1, 1) as people:
            await fill(address, Size(1, 1), communities=1)
            settings = load_settings(Path("config.toml"), {})
            store, clock = database(address, same_keys()), SystemClock()
            await store.open()
            resources = Resources.load(settings.policy())
            async with assembled(
                store, clock, settings.policy(), resources, api_url=people.telegram.url, token=TOKEN
            ) as app:
                found = await _erased(app, cases)
            await store.close()
    table = Table("", "measured", "must", title=f"Erasing a person with {cases} cases of {SAID} messages")
    database_s, step_s, chats_s, calls = found
    table.add_row("gone from the database, s", f"{database_s:.2f}", at_most(database_s, MUST_DATABASE))
    table.add_row("longest step, s", f"{step_s:.3f}", "")
    table.add_row("the last 47 hours out of all chats, s", f"{chats_s:.1f}", at_most(chats_s, MUST_CHATS))
    table.add_row("older messages that wait for an edit then", f"{calls}", "")
    console.print(table)


async def _erased(app: App, cases: int) -> tuple[float, float, float, int]:
    """Seconds until it is gone from the database, of the longest step, until it is out of the chats as far as messages
    can be deleted; and how many older ones wait for an edit then.
    """
    await app.store.transact(partial(_make, cases=cases))
    longest = [0.0]
    for name, step in list(erasure.STEPS.items()):
        erasure.STEPS[name] = _timed(step, longest)
    stopping = asyncio.Event()
    running = asyncio.create_task(app.run(stopping, ticks=False))
    began = time.monotonic()
    await app.store.transact(partial(erasure.erase_person, person_id=PersonId(RESIDENT)))
    app.ring()
    while await _count(app, WRITTEN) > 0:  # noqa: ASYNC110  # nothing tells when it is done
        await asyncio.sleep(0.01)
    gone = time.monotonic() - began
    while await _count(app, YOUNG, since=_microseconds(app) - TWO_DAYS_NEARLY) > 0:  # noqa: ASYNC110  # the same
        await asyncio.sleep(0.1)
    out = time.monotonic() - began
    waiting = await _count(app, f"select count(*) as n from copies where piece <> {CARD}")
    stopping.set()
    with suppress(asyncio.CancelledError):
        await running
    return gone, longest[0], out, waiting


def _timed(
    step: Callable[[Transaction], Awaitable[int]], longest: list[float]
) -> Callable[[Transaction], Awaitable[int]]:
    async def timed(tx: Transaction) -> int:
        began = time.monotonic()
        done = await step(tx)
        await tx.flush()
        longest[0] = max(longest[0], time.monotonic() - began)
        return done

    return timed


def _microseconds(app: App) -> int:
    return int(app.store.clock.now().timestamp() * 1_000_000)


async def _count(app: App, sql: str, **values: int) -> int:
    async def count(session: Session) -> int:
        [row] = await session.rows(sql, values)
        return int(row["n"] or 0)

    return await app.store.database.read(count)


async def _make(tx: Transaction, cases: int) -> None:
    now = int(tx.now.timestamp() * 1_000_000)
    values = {"cases": cases, "said": SAID, "resident": RESIDENT, "now": now, "each": SAID, "old": OLD}
    for statement in MADE.split(";"):
        used = {name: value for name, value in values.items() if f":{name}" in statement}
        await tx.execute(statement, **used)
