"""A bot killed again and again while people talk through it, and the account of every message afterwards.

The bot is a process of its own, on a file or a server; Telegram and its people are in this one. Residents write to
their open cases and officers answer what comes, each message with a mark of its own. The bot is killed by SIGKILL
after a random number of calls and a random moment more, started again, and when all has come across, ended. Then:

- every message is in the database as one case message, and came to the other side: nothing lost, nothing twice;
- a message is delivered twice only if a send was in flight at a kill, or its connection was cut;
- each sender's messages came into a chat in their order.
"""

import asyncio
import os
import random
import re
import signal
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from telegram import Message

from bench.database import fill
from bench.seed import Size
from bot.clock import SystemClock
from bot.storage.engine import Session
from bot.storage.open import database
from bot.workers.flights import IN_FLIGHT
from bot.workers.talk import MOST_OF_CHAT
from simulator import Bubble, Person, Simulator
from simulator.faults import CutAfter, CutBefore, Kind, ServerError, TooMany
from tests.keys import KEYS_TEXT, legible, same_keys
from tests.process import erasure_list_of
from tests.town import ROOT, TOKEN

SIZE = Size(officers=50, residents=150)
BACKLOG = 600  # people wait while so many messages have not come across
MARK = re.compile(r"#\d+:\d+")
FAULTS: tuple[Kind, ...] = (CutAfter(), CutBefore(), ServerError(), TooMany(retry_after=1))
WAITING = """select (select count(*) from inbox where state = 'waiting')
                  + (select count(*) from outbox where state in ('waiting', 'sending')) as it"""
# Of each chat the first letters of its cases may share a turn of the sender.
MAY_FLY = f"""select sum(case when n < {MOST_OF_CHAT} then n else {MOST_OF_CHAT} end) as it from
    (select count(distinct case_id) as n from outbox where letter = 'MessageText' group by chat_id) heads"""
UNHANDLED = """select (select count(*) from inbox where state <> 'handled')
                    + (select count(*) from outbox where state in ('refused', 'set_aside')) as it"""


@dataclass(frozen=True, slots=True)
class Account:
    """What a siege came to. All but `said`, `kills`, `in_flight` and `twice` should be empty."""

    said: int
    kills: int
    in_flight: int  # sends of texts whose outcome the bot may not have known at a kill, or that were cut off
    twice: int  # how often a message was delivered again
    lost: list[str]
    not_stored_once: dict[str, int]
    out_of_order: list[str]
    set_aside: int

    def check(self) -> None:
        """Raises AssertionError with what is wrong."""
        assert not self.lost, f"lost: {self.lost}"
        assert not self.not_stored_once, f"not stored once: {self.not_stored_once}"
        assert not self.out_of_order, f"out of order: {self.out_of_order}"
        assert not self.set_aside, f"{self.set_aside} set aside"
        assert self.twice <= self.in_flight, f"{self.twice} read twice, {self.in_flight} in flight"


@dataclass
class Siege:
    """One run, on the database at `address`. Everything random in it comes from `chance`."""

    address: str
    chance: random.Random
    telegram: Simulator
    residents: list[Person]
    officers: list[Person]
    rate: float  # messages a second that residents write
    said: list[str] = field(default_factory=list)
    came: dict[int, list[str]] = field(default_factory=dict)  # chat → marks, in order
    arrived: set[str] = field(default_factory=set)
    to_answer: list[tuple[Person, Bubble]] = field(default_factory=list)
    seen: int = 0  # how many of the requests have been looked at
    kills: int = 0
    in_flight: int = 0

    async def run(self, kills: int, after_each: Callable[[], None]) -> Account:
        async with asyncio.TaskGroup() as group:
            talk = group.create_task(self._residents_talk())
            answers = group.create_task(self._officers_answer())
            for _ in range(kills):
                await self._one_life()
                after_each()
            talk.cancel()
            await self._last_life()
            answers.cancel()
        return await self._account()

    # The people.

    async def _residents_talk(self) -> None:
        clock = self.telegram.clock
        at = clock.now()
        while True:
            at = max(at + timedelta(seconds=1 / self.rate), clock.now())
            await clock.sleep_until(at)
            await self.telegram.until(lambda: len(self.said) - len(self.arrived) < BACKLOG)
            await self._says(self.chance.choice(self.residents))

    async def _says(self, person: Person, to: Bubble | None = None) -> None:
        mark = f"#{person.id}:{len(self.said)}"
        self.said.append(mark)
        await person.says(f"Добрий день! {mark}", reply_to=to)

    async def _officers_answer(self) -> None:
        """One in three of the messages that come."""
        while True:
            await self.telegram.until(lambda: self._look() and bool(self.to_answer))
            person, bubble = self.to_answer.pop()
            await self._says(person, bubble)

    def _look(self) -> bool:
        """Note what came since the last look; true, to be used in a condition."""
        while self.seen < len(self.telegram.requests):
            request = self.telegram.requests[self.seen]
            self.seen += 1
            message = request.answer
            if request.method == "sendMessage" and isinstance(message, Message):
                found = MARK.search(message.text or "")
                if found is not None:
                    self._came(message, found[0])
                self.in_flight += isinstance(request.fault, CutAfter)
        return True

    def _came(self, message: Message, mark: str) -> None:
        officer = next((person for person in self.officers if person.id == message.chat.id), None)
        if mark not in self.arrived and officer is not None and self.chance.random() < 1 / 3:
            bubble = next(bubble for bubble in reversed(officer.chat) if bubble.id == message.message_id)
            self.to_answer.append((officer, bubble))
        self.arrived.add(mark)
        self.came.setdefault(message.chat.id, []).append(mark)

    # The bot.

    async def _one_life(self) -> None:
        """Start the bot, let it work, kill it at a random moment."""
        telegram, chance = self.telegram, self.chance
        async with bot_process(self.address, telegram.url) as process:
            if chance.random() < 1 / 2:
                telegram.faults.add(chance.choice(FAULTS), method=chance.choice(("sendMessage", "getUpdates")))
            last = len(telegram.requests) + int(
                2 ** chance.uniform(2, 10)
            )  # in its first steps as often as in full swing
            await working(process, telegram.until(lambda: len(telegram.requests) >= last))
            await telegram.clock.sleep_until(telegram.clock.now() + timedelta(milliseconds=chance.uniform(0, 10)))
            process.kill()
            await process.wait()
        self.kills += 1
        self.in_flight += min(await self._count(MAY_FLY), IN_FLIGHT)

    async def _last_life(self) -> None:
        """Start the bot and let it come to the end of everything; it ends cleanly."""
        self.telegram.faults.clear()
        async with bot_process(self.address, self.telegram.url) as process:
            await working(process, self._rest())
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0

    async def _rest(self) -> None:
        """Return when there is nothing left to do. What is lost must not be waited for, so the database is asked."""
        clock = self.telegram.clock
        while self._something_waits() or await self._count(WAITING) or self._something_waits():
            await clock.sleep_until(clock.now() + timedelta(milliseconds=200))  # another process: no event to wait for

    def _something_waits(self) -> bool:
        return bool(self._look() and self.to_answer) or bool(self.telegram.unconfirmed())

    # The account.

    async def _read(self, sql: str) -> list[str]:
        """The one column `it` of what the query gives."""

        async def read(session: Session) -> list[str]:
            return [str(legible(row["it"]) or 0) for row in await session.rows(sql, {})]

        store = database(self.address, same_keys())
        await store.open()
        try:
            return await store.transact(read)
        finally:
            await store.close()

    async def _count(self, sql: str) -> int:
        return int((await self._read(sql))[0])

    async def _account(self) -> Account:
        bodies = await self._read("select body as it from case_messages")
        stored = Counter(found[0] for body in bodies if (found := MARK.search(body)))
        first_times = {chat: list(dict.fromkeys(marks)) for chat, marks in self.came.items()}
        return Account(
            len(self.said),
            self.kills,
            self.in_flight,
            twice=sum(len(marks) - len(first_times[chat]) for chat, marks in self.came.items()),
            lost=[mark for mark in self.said if mark not in self.arrived],
            not_stored_once={mark: stored[mark] for mark in self.said if stored[mark] != 1},
            out_of_order=[mark for marks in first_times.values() for mark in _overtaken(marks)],
            set_aside=await self._count(UNHANDLED),
        )


def _overtaken(marks: list[str]) -> list[str]:
    """Those that came after a later one of the same sender. Marks are numbered in the order in which they were said."""
    last: dict[str, int] = {}
    late = []
    for mark in marks:
        who, number = mark.split(":")
        if int(number) < last.get(who, -1):
            late.append(mark)
        last[who] = max(int(number), last.get(who, -1))
    return late


@asynccontextmanager
async def bot_process(address: str, api_url: str) -> AsyncIterator[Process]:
    """`python -m bot run`, as quick as settings allow, every message by itself; killed at the end if it still runs."""
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
        "BOT_PACE__CHAT_PER_SECOND": "30",
        "BOT_PACE__CHAT_BURST": "30",
        "BOT_CASES__FOLDED_AFTER_MESSAGES": "1000",
    }
    with Path(os.environ.get("CRASH_LOG", os.devnull)).open("ab") as log:  # noqa: ASYNC230  # opened once a life
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=ROOT, env=env, stdout=log, stderr=log
        )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def working(process: Process, until: Awaitable[None]) -> None:
    """Await `until`. Raises AssertionError when the bot ends before."""
    ends, done = asyncio.ensure_future(process.wait()), asyncio.ensure_future(until)
    await asyncio.wait({ends, done}, return_when=asyncio.FIRST_COMPLETED)
    ends.cancel()
    if not done.done():
        done.cancel()
        raise AssertionError(f"the bot ended by itself, with {process.returncode}")


async def besiege(
    address: str, seed: int, kills: int, *, rate: float = 150, after_each: Callable[[], None] = lambda: None
) -> Account:
    """Kill a bot `kills` times on a new, empty database."""
    await fill(address, SIZE)
    async with Simulator(SystemClock()) as telegram:
        bot = telegram.bot(TOKEN, "hromada_bot")
        people = [telegram.person("Хтось") for _ in range(SIZE.officers + SIZE.residents)]
        for person in people:
            await person.starts()
        bot.updates.drop()
        officers, residents = people[: SIZE.officers], people[SIZE.officers :]
        siege = Siege(address, random.Random(seed), telegram, residents, officers, rate)  # noqa: S311  # no secret
        return await siege.run(kills, after_each)
