"""A notice to very many: how long it takes to plan, what that keeps others from, and whether each gets it once.

Planned for a million in this process, with a task that asks the database every few milliseconds; then
delivered to a hundred thousand by a process that is killed ten times; then, at Telegram's own pace and limits, the rate
at which it goes out, and what it costs a conversation.
"""

import asyncio
import os
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import quantiles

from rich.console import Console
from rich.table import Table

from bench.child import Child, running
from bench.crowd import Crowd, crowd, mark_of, questions, ready
from bench.database import fill, on_postgresql, on_sqlite
from bench.ours import paced
from bench.press import RATE
from bench.seed import Size
from bench.verdicts import at_least, at_most
from bot.app import Resources
from bot.clock import SystemClock
from bot.domain.broadcasts import Delivery, Lane
from bot.domain.ids import BroadcastId, NoticeId
from bot.domain.notices import NoticeOut
from bot.handlers import BROADCASTS
from bot.storage import broadcasts
from bot.storage.engine import Session
from bot.storage.open import database
from bot.storage.transaction import Store, Transaction
from bot.surface.context import Tools
from bot.workers.broadcasts import BroadcastsWorker
from bot.workers.deliveries import Deliveries
from simulator import Person
from simulator.limits import Limits
from tests.keys import same_keys

MANY, RECIPIENTS, KILLS = 1_000_000, 100_000, 10
TALKING = 200  # of the talk, during the notice
FEW_SECONDS = 20
PAID = 1000  # messages a second, the most that Telegram lets a bot send
EVERY = 0.005  # seconds between two looks of the one who only wants a moment of the database

NOTICE = (
    """insert into notices(person_id, topic, status, chats, created_at, touched_at, sent_at)
       values (1, 'mines', 'sent', false, 1, 1, 1)""",
    """insert into notice_texts(notice_id, language, body)
       values (1, 'uk', '{"kind":"text","text":"Не чіпайте незнайомих предметів. Зателефонуйте 101."}')""",
    "insert into notice_places(notice_id, community) select 1, code from communities",
)


async def begin(store: Store) -> BroadcastId:
    """A notice to everyone in the database."""

    async def written(tx: Transaction) -> BroadcastId:
        for statement in NOTICE:
            await tx.execute(statement)
        made = await broadcasts.begin(tx, NoticeOut(NoticeId(1)), Lane.ORDINARY, quiet=False)
        await tx.execute("update notices set broadcast_id = :id", id=made)
        assert made is not None
        return made

    return await store.transact(written)


# Planning.


@dataclass(frozen=True, slots=True)
class Planned:
    seconds: float
    longest_wait: float  # of a task that needs the database only briefly
    megabytes: float


async def planned(where: AbstractAsyncContextManager[str], residents: int) -> Planned:
    async with where as address:
        await fill(address, Size(3, residents))
        store = Store(database(address, same_keys()), SystemClock(), paced(1e6))
        await store.database.open()
        try:
            return await _planned(store)
        finally:
            await store.database.close()


async def _planned(store: Store) -> Planned:
    resources = Resources.load(store.policy)
    deliveries = Deliveries(Tools(resources.texts, resources.register, resources.search, "bot"), BROADCASTS)
    worker = BroadcastsWorker(store, deliveries, BROADCASTS, lambda: None)
    broadcast, stopping, before = await begin(store), asyncio.Event(), _resident()
    began = time.monotonic()
    work = asyncio.create_task(worker.run(stopping))
    longest, most = 0.0, before
    while (await _look(store, broadcast)).cursor is not None:
        asked = time.monotonic()
        await _look(store, broadcast)
        longest, most = max(longest, time.monotonic() - asked), max(most, _resident())
        await asyncio.sleep(EVERY)
    seconds = time.monotonic() - began
    stopping.set()
    worker.alarm.ring()
    await work
    return Planned(seconds, longest, most - before)


async def _look(store: Store, broadcast_id: BroadcastId) -> broadcasts.Broadcast:
    found = await store.transact(lambda tx: broadcasts.by_id(tx, broadcast_id))
    assert found is not None
    return found


def _resident() -> float:
    """Of this process, in MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


# Delivering.


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcome for each recipient: by the state in the database, and how often the notice is in the chat."""

    chats: Counter[tuple[Delivery, int]]

    @property
    def wrong(self) -> int:
        """Delivered twice, or not as the account says."""
        right = {(Delivery.DELIVERED, 1), (Delivery.UNKNOWN, 0), (Delivery.UNKNOWN, 1)}
        return sum(count for each, count in self.chats.items() if each not in right)

    def of(self, state: Delivery) -> int:
        return sum(count for (each, _), count in self.chats.items() if each is state)


async def delivered(count: int, kills: int) -> Outcomes:
    """A notice sent to everyone by a process without limits that is killed again and again."""
    async with on_sqlite() as address, crowd(1, count) as people:
        await _filled(address, count)
        for number in range(kills + 1):
            with running("bench.ours", people.telegram.url, address) as child:
                goal = count * (number + 1) // (kills + 1)
                while _received(people.residents) < goal and not await _over(address, number == kills):
                    await asyncio.sleep(0.2)
                    child.check()
                if number < kills:
                    child.process.kill()
        return await _account(people.residents, address)


async def _filled(address: str, residents: int) -> None:
    await fill(address, Size(1, residents))
    store = Store(database(address, same_keys()), SystemClock(), paced(1e6))
    await store.database.open()
    await begin(store)
    await store.database.close()


def _received(people: Sequence[Person]) -> int:
    return sum(any(bubble.from_bot for bubble in person.chat) for person in people)


async def _over(address: str, last: bool) -> bool:
    """Whether the broadcast is done: what a kill left unknown is never received."""
    return last and not await _read(address, "select id as it from broadcasts where state <> 'done'")


async def _read(address: str, sql: str) -> list[str]:
    """The one column `it` of what the query gives."""

    async def read(session: Session) -> list[str]:
        return [str(row["it"]) for row in await session.rows(sql, {})]

    store = database(address, same_keys())
    await store.open()
    try:
        return await store.transact(read)
    finally:
        await store.close()


async def _account(people: Sequence[Person], address: str) -> Outcomes:
    states = await _read(address, "select state as it from deliveries order by chat_id")
    times = (sum(bubble.from_bot for bubble in person.chat) for person in people)
    return Outcomes(Counter((Delivery(state), each) for state, each in zip(states, times, strict=True)))


# Its rate.


async def rate(messages_per_second: float, count: int, limits: Limits | None) -> tuple[float, int]:
    """Deliveries a second, and how many of them had to be tried again."""
    async with on_sqlite() as address, crowd(1, count, limits) as people:
        await _filled(address, count)
        with running("bench.ours", people.telegram.url, address, str(messages_per_second)) as child:
            while _received(people.residents) < count:
                await asyncio.sleep(0.1)
                child.check()
        dates = sorted(person.chat[-1].date for person in people.residents)
        skipped = int(messages_per_second * 0.1) + 1  # what was sent immediately, within the burst
        seconds = (dates[-1] - dates[skipped]).total_seconds()
        [again] = await _read(address, "select sum(attempts) as it from deliveries")
        return (count - skipped - 1) / seconds, int(again)


# Talk during it.


async def talk(with_notice: bool, count: int) -> float:
    """Seconds, p95, for a message to come across at an everyday pace, while a notice goes out or not."""
    async with on_sqlite() as address, crowd(TALKING, TALKING * 10) as people:
        await fill(address, Size(TALKING, TALKING * 10))
        if with_notice:
            store = Store(database(address, same_keys()), SystemClock(), paced(1e6))
            await store.database.open()
            await begin(store)
            await store.database.close()
        with running("bench.ours", people.telegram.url, address, "60") as child:
            if not with_notice:
                await ready(people, child)
            while with_notice and not _received(people.residents):
                await asyncio.sleep(0.05)
                child.check()
            return await _delays(people, child, count)


async def _delays(people: Crowd, child: Child, count: int) -> float:
    loop = asyncio.get_running_loop()
    began = loop.time()
    acts = questions(replace(people, residents=people.residents[:count]), 1)
    for at, act in enumerate(acts):
        await asyncio.sleep(began + at / RATE - loop.time())
        await act()
    while len(came := people.received(people.officers)) < count:
        await asyncio.sleep(0.02)
        child.check()
    said = {mark_of(b): b.date for p in people.residents[:count] for b in p.chat if not b.from_bot and "#" in b.text}
    delays = [(bubble.date - said[mark_of(bubble)]).total_seconds() for bubble in came]
    return quantiles(delays, n=100, method="inclusive")[94]


async def measure(console: Console, many: int = MANY) -> None:
    table = Table("", "measured", "must", "aim", title="A notice to many")
    share = many / MANY
    for name, where in (("SQLite", on_sqlite()), ("PostgreSQL", on_postgresql())):
        with console.status(f"planned for {many:,} on {name}"):
            got = await planned(where, many)
        table.add_row(
            f"planned for {many:,}, {name}, s", f"{got.seconds:.1f}", at_most(got.seconds, 30 * share), "≤ 10"
        )
        wait = got.longest_wait * 1000
        table.add_row("  longest wait for the database, ms", f"{wait:.0f}", at_most(wait, 50), "")
        table.add_row("  memory, MB more", f"{got.megabytes:.0f}", at_most(got.megabytes, 50), "")
    recipients = int(RECIPIENTS * share)
    with console.status(f"delivered to {recipients:,}, with {KILLS} kills"):
        account = await delivered(recipients, KILLS)
    kills = f"delivered to {recipients:,} with {KILLS} kills: delivered twice, or counted wrong"
    table.add_row(kills, f"{account.wrong}", at_most(account.wrong, 0), "")
    table.add_row("  outcome unknown, counted as such", f"{account.of(Delivery.UNKNOWN)}", "", "")
    for allowed, limits in ((30, Limits()), (PAID, None)):
        with console.status(f"at {allowed} a second"):
            got_rate, refused = await rate(allowed, allowed * FEW_SECONDS, limits)
        fraction = got_rate / allowed
        table.add_row(f"rate ÷ {allowed} a second", f"{fraction:.3f}", at_least(fraction, 0.97), "")
        table.add_row("  429s", f"{refused}", at_most(refused, 0), "")
    with console.status("talk without a notice, then beside one"):
        alone, beside = await talk(False, 300), await talk(True, 300)
    ratio = beside / alone
    name = f"talk at {RATE} a second beside it, p95 {beside * 1000:.1f} ms ÷ {alone * 1000:.1f}"
    table.add_row(name, f"{ratio:.2f}", at_most(ratio, 2), at_most(ratio, 1.2))
    console.print(table)
