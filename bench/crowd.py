"""Many people with telephones, what they write to each other through a relay, and how well it came across.

Every message carries a mark of its own, `#who:number`; the simulator notes when a message was said and when it came.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from statistics import quantiles

from bench.child import Child
from bench.ours import TOKEN
from bot.clock import SystemClock
from simulator import Bubble, Person, Simulator
from simulator.accounts import Account
from simulator.limits import Limits

MARK = re.compile(r"#(\d+):(\d+)")
STALLED = 10  # seconds
Mark = tuple[int, int]
Act = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Crowd:
    telegram: Simulator
    account: Account
    officers: Sequence[Person]
    residents: Sequence[Person]

    def bubbles(self) -> int:
        return sum(len(chat.bubbles) for chat in self.account.conversations.values())

    def received(self, people: Iterable[Person]) -> list[Bubble]:
        """Other people's messages in their chats, chat by chat, in order."""
        return [bubble for person in people for bubble in person.chat if bubble.from_bot and MARK.search(bubble.text)]


@asynccontextmanager
async def crowd(
    officers: int, residents: int, limits: Limits | None = None, *, record: bool = False
) -> AsyncIterator[Crowd]:
    """A simulated Telegram, without limits unless some are named, in which everyone has pressed Start long ago.
    `record`: it keeps a list of all calls.
    """
    async with Simulator(SystemClock(), record=record, limits=limits) as telegram:
        account = telegram.bot(TOKEN, "hromada_bot")
        people = [telegram.person("Хтось") for _ in range(officers + residents)]
        for person in people:
            await person.starts()
        account.updates.drop()
        yield Crowd(telegram, account, people[:officers], people[officers:])


@dataclass(frozen=True, slots=True)
class Carried:
    """How a number of messages came across. Times in seconds."""

    count: int
    seconds: float
    cpu: float
    in_order: bool
    delays: Sequence[float]

    @property
    def per_second(self) -> float:
        return self.count / self.seconds

    @property
    def cpu_each(self) -> float:
        """Microseconds a message."""
        return self.cpu / self.count * 1e6

    @property
    def p50(self) -> float:
        return quantiles(self.delays, n=100, method="inclusive")[49]

    @property
    def p95(self) -> float:
        return quantiles(self.delays, n=100, method="inclusive")[94]


async def quiet(child: Child) -> float:
    """Wait until the process has nothing left to do; its CPU seconds then."""
    last, still = child.cpu(), 0
    while still < 8:
        await asyncio.sleep(0.05)
        child.check()
        now = child.cpu()
        still, last = (still + 1, last) if now - last < 0.02 else (0, now)
    return child.cpu()


async def ready(people: Crowd, child: Child) -> None:
    """Wait until the bot asks for updates and is at rest."""
    while not people.account.updates.is_polled:
        await asyncio.sleep(0.02)
        child.check()
    await quiet(child)


async def arrived(people: Crowd, child: Child, goal: int) -> None:
    """Wait until so many bubbles are in the chats. Raises RuntimeError when no more come."""
    there, since = people.bubbles(), time.monotonic()
    while there < goal:
        await asyncio.sleep(0.02)
        child.check()
        now = people.bubbles()
        if now > there:
            there, since = now, time.monotonic()
        elif time.monotonic() - since > STALLED:
            raise RuntimeError(f"nothing came for {STALLED} s; {goal - there} messages are missing")


async def carried(people: Crowd, child: Child, acts: Sequence[Act], to: Sequence[Person], rate: float = 0) -> Carried:
    """Have the people send their messages, together or `rate` a second, and see them arrive in the chats of `to`."""
    before = await quiet(child)
    had = {id(bubble) for bubble in people.received(to)}
    goal = people.bubbles() + 2 * len(acts)
    loop = asyncio.get_running_loop()
    began = loop.time()
    for at, act in enumerate(acts):
        if rate:
            await asyncio.sleep(began + at / rate - loop.time())
        await act()
    await arrived(people, child, goal)
    cpu = await quiet(child) - before
    came = [bubble for bubble in people.received(to) if id(bubble) not in had]
    return _weighed(people, came, cpu)


def _weighed(people: Crowd, came: Sequence[Bubble], cpu: float) -> Carried:
    said = {
        mark_of(bubble): bubble.date
        for person in (*people.residents, *people.officers)
        for bubble in person.chat
        if not bubble.from_bot and MARK.search(bubble.text)
    }
    marks = [mark_of(bubble) for bubble in came]
    ordered = in_order([(bubble.chat.id, *mark) for bubble, mark in zip(came, marks, strict=True)])
    dates = sorted(bubble.date for bubble in came)
    delays = [(bubble.date - said[mark]).total_seconds() for bubble, mark in zip(came, marks, strict=True)]
    return Carried(len(came), (dates[-1] - dates[0]).total_seconds(), cpu, ordered, delays)


def mark_of(bubble: Bubble) -> Mark:
    found = MARK.search(bubble.text)
    assert found is not None
    return int(found[1]), int(found[2])


def in_order(came: Sequence[tuple[int, int, int]]) -> bool:
    """Whether in each chat (chat, who, number) each sender's messages came in their order, each once."""
    last: dict[tuple[int, int], int] = {}
    for chat, who, number in came:
        if number <= last.get((chat, who), -1):
            return False
        last[chat, who] = number
    return True


def questions(people: Crowd, each: int, start: int = 0) -> list[Act]:
    """What residents write, in turns."""
    return [
        partial(who.says, f"Добрий день! #{who.id}:{number}")
        for number in range(start, start + each)
        for who in people.residents
    ]


def answers(people: Crowd, start: int = 0) -> list[Act]:
    """What officers write: a swiped reply to every message that they have from number `start` on."""
    replies = [
        (person, bubble)
        for person in people.officers
        for bubble in people.received([person])
        if mark_of(bubble)[1] >= start
    ]
    replies.sort(key=lambda pair: pair[1].id)  # the officers in turns, as the residents were
    return [
        partial(who.says, f"Дякую. #{who.id}:{number}", reply_to=to)
        for number, (who, to) in enumerate(replies, start * len(people.residents))
    ]
