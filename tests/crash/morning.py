"""Many people asked to be reminded of one opening, and the bot is killed in the middle of that morning."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, time, timedelta

from bench.database import fill
from bench.seed import FIRST_TELEGRAM_ID, Size
from bot.clock import SystemClock
from bot.domain.broadcasts import Delivery
from bot.domain.ids import RuleId
from bot.domain.office_hours import rule_key
from bot.domain.policy import KYIV
from bot.services.reminders import ALL_DONE, PROGRESS, Progress
from bot.storage.engine import Database, Session
from bot.storage.open import database
from bot.workers.flights import IN_FLIGHT
from simulator import Person, Simulator
from tests.keys import KEYS_TEXT, same_keys
from tests.process import erasure_list_of
from tests.town import ROOT, TOKEN

TICK = timedelta(minutes=2)
GLANCE = 0.1  # seconds: another process, without an event to wait for
Account = Counter[tuple[Delivery, int]]
"""How many chats have which outcome, and how often the reminder is in them."""


async def morning(address: str, people: int) -> Account:
    """The outcome for everyone who asked, on a new, empty database."""
    eight = datetime.combine(datetime.now(KYIV).date() + timedelta(days=1), time(8), KYIV).astimezone(UTC)
    await fill(address, Size(officers=1, residents=people))
    await asked(address, eight)
    async with Simulator(SystemClock(), record=False) as telegram:
        account = telegram.bot(TOKEN, "hromada_bot")
        everyone = [telegram.person("Хтось") for _ in range(people + 1)][1:]
        assert everyone[0].id == FIRST_TELEGRAM_ID + 1
        for person in everyone:
            await person.starts()
        account.updates.drop()
        shift = eight - TICK / 2 - datetime.now(UTC)
        async with bot_at(shift, address, telegram.url) as process:
            await glances(process, lambda: account.updates.is_polled)
            await moved(process, shift)
            await moved(process, shift + TICK)
            await glances(process, lambda: notified(everyone) > people // 3)
            process.kill()
        async with bot_at(shift + TICK, address, telegram.url) as process:
            await glances(process, lambda: notified(everyone) > people // 2)
            while await read(address, "select id as it from broadcasts where state <> 'done'"):
                await glance(process)
        states = await read(address, "select state as it from deliveries order by chat_id")
    times = (sum(bubble.from_bot for bubble in person.chat) for person in everyone)
    return Counter((Delivery(state), each) for state, each in zip(states, times, strict=True))


def check(account: Account, people: int) -> None:
    """Everyone has it once; of those that were in flight at the kill nobody knows, and they have it at most once."""
    assert account.total() == people
    assert set(account) <= {(Delivery.DELIVERED, 1), (Delivery.UNKNOWN, 0), (Delivery.UNKNOWN, 1)}, account
    assert sum(chats for (state, _), chats in account.items() if state is Delivery.UNKNOWN) <= IN_FLIGHT, account


async def glances(process: Process, until: Callable[[], bool]) -> None:
    """Look now and then: asked after every message, ten thousand chats would take their time."""
    while not until():
        await glance(process)


async def glance(process: Process) -> None:
    """Let the bot work a little. Raises AssertionError when it has ended."""
    assert process.returncode is None, f"the bot ended by itself, with {process.returncode}"
    await asyncio.sleep(GLANCE)


async def asked(address: str, eight: datetime) -> None:
    """Everyone wants to be reminded of an opening at noon."""
    day = eight.astimezone(KYIV).date()
    key = rule_key(RuleId(1), day)

    async def write(session: Session) -> None:
        [row] = await session.rows("select community from areas where id = 1", {})
        await session.rows(
            "insert into offices(community, title, created_at) values (:community, 'Рада', 1)",
            {"community": row["community"]},
        )
        await session.rows(
            """insert into office_rules(officer_id, office_id, days, repeat, starts, ends, since, created_at)
               values (1, 1, 127, 'every', '12:00', '14:00', :day, 1)""",
            {"day": day.isoformat()},
        )
        await session.rows(
            """insert into opening_reminders(person_id, opening, day)
               select person_id, cast(:key as text), cast(:day as text) from residents""",
            {"key": key, "day": day.isoformat()},
        )

        await session.rows(  # followed until an hour before: whichever tick comes first begins the round
            "insert into facts(key, value) values (:key, :value)",
            {"key": PROGRESS, "value": str(Progress(eight - timedelta(hours=1), ALL_DONE))},
        )

    async with opened(address) as store:
        await store.transact(write)


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Database]:
    store = database(address, same_keys())
    await store.open()
    try:
        yield store
    finally:
        await store.close()


async def read(address: str, sql: str) -> Sequence[str]:
    """The one column `it` of what the query gives."""

    async def rows(session: Session) -> list[str]:
        return [str(row["it"]) for row in await session.rows(sql, {})]

    async with opened(address) as store:
        return await store.transact(rows)


def notified(people: Sequence[Person]) -> int:
    return sum(any(bubble.from_bot for bubble in person.chat) for person in people)


@asynccontextmanager
async def bot_at(shift: timedelta, address: str, api_url: str) -> AsyncIterator[Process]:
    """The bot, so much later than the machine's clock; killed at the end if it still runs."""
    env = {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": api_url,
        "BOT_DATABASE": address,
        "BOT_ERASURE_LIST": str(erasure_list_of(address)),
        "BOT_KEYS": KEYS_TEXT,
        "BOT_WEB_PORT": "0",
        "BOT_LOG_LEVEL": "warning",
        "BOT_PACE__MESSAGES_PER_SECOND": "1000",
    }
    command = (sys.executable, "-m", "simulator.demo.bot", str(shift.total_seconds()))
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=env, stdin=PIPE, stdout=DEVNULL)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def moved(process: Process, shift: timedelta) -> None:
    """Move its clock, and have it do what has become due."""
    assert process.stdin is not None
    process.stdin.write(f"{shift.total_seconds()} false\n".encode())
    await process.stdin.drain()
