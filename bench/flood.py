"""What one person's flood, and sixty strangers at once, cost the others: by the clock that the simulator moves.

Nothing here depends on the machine. The bot runs in this process at Telegram's real limits, and the clock moves on by
`STEP` whenever all that can be done at that time is done: so a delay is what the pace and the order of letters cause,
and a run comes to the same figures again. What the machine adds (some milliseconds a message) `burst` and `press`
measure. A message that waits for nothing counts as one step, about what the way to Telegram and back takes.
"""

import asyncio
import logging
import random
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles

import structlog
from rich.console import Console
from rich.table import Table

from bench.crowd import MARK
from bench.ours import CONFIG, TOKEN
from bench.seed import Size, seed
from bench.verdicts import at_most
from bot.app import App, Resources, assembled, open_migrated
from bot.settings import load_settings
from bot.storage.sqlite import SqliteDatabase
from simulator import Person, Simulator
from simulator.clock import MovedClock
from simulator.limits import Limits
from tests.keys import same_keys

STEP = timedelta(milliseconds=100)
SIZE = Size(officers=5, residents=50)  # ten residents at each desk
FLOOD_PER_STEP = 1  # ten a second
STRANGERS, STARTS = 60, 15
WRITES_EVERY = 20  # seconds, each resident on average
CALL = "Допоможіть, він б’є мене!"
CARD = "102"
RATIO_MUST, RATIO_AIM = 2, 1.2
CALL_MUST, CALL_AIM = 3, 1.2  # seconds


@dataclass
class Place:
    """The bot at its real pace, and the people. Residents and officers of `SIZE`, a desk's residents `desks` apart."""

    telegram: Simulator
    clock: MovedClock
    app: App
    officers: Sequence[Person]
    residents: Sequence[Person]
    said: dict[tuple[int, int], datetime] = field(default_factory=dict)

    def officer_of(self, resident: int) -> Person:
        return self.officers[resident % len(self.officers)]

    async def writes(self, resident: int, text: str = "Добрий день!") -> tuple[int, int]:
        person = self.residents[resident]
        mark = person.id, len(self.said)
        self.said[mark] = self.clock.now()
        await person.says(f"{text} #{mark[0]}:{mark[1]}")
        return mark

    async def rests(self) -> None:
        """Return when all that can be done at this time is done."""
        app = self.app
        while True:
            await self.telegram.until(lambda: not self.telegram.unconfirmed())
            for worker in (app.updates, app.sender):
                await worker.alarm.rests()
            if in_hand := [*app.updates.in_hand, *app.sender.in_hand]:
                await asyncio.wait(in_hand)
            elif not self.telegram.unconfirmed() and app.updates.alarm.resting and app.sender.alarm.resting:
                return

    async def passes(self) -> None:
        """The next step, after all that can be done in this one."""
        await self.rests()
        self.clock.advance(STEP)
        self.app.ring()  # whom the clock has woken looks again, and `rests` waits for it

    def came(self) -> Mapping[tuple[int, int], datetime]:
        """When each mark came to its officer."""
        found: dict[tuple[int, int], datetime] = {}
        for officer in self.officers:
            for bubble in officer.chat:
                for who, number in MARK.findall(bubble.text) if bubble.from_bot else ():
                    found.setdefault((int(who), int(number)), bubble.date)
        return found


@asynccontextmanager
async def place() -> AsyncIterator[Place]:
    policy, clock = load_settings(CONFIG, {}).policy(), MovedClock()
    resources = Resources.load(policy)
    with tempfile.TemporaryDirectory() as folder:
        database = SqliteDatabase(Path(folder) / "bot.sqlite3", same_keys())
        await open_migrated(database)
        await seed(database, resources.register.communities[: SIZE.officers], SIZE)
        async with Simulator(clock, record=False, limits=Limits()) as telegram:
            account = telegram.bot(TOKEN, "hromada_bot")
            people = [telegram.person("Хтось") for _ in range(SIZE.officers + SIZE.residents)]
            for person in people:
                await person.starts()
            account.updates.drop()
            async with assembled(database, clock, policy, resources, api_url=telegram.url, token=TOKEN) as app:
                stopping = asyncio.Event()
                running = asyncio.create_task(app.run(stopping, ticks=False))
                yield Place(telegram, clock, app, people[: SIZE.officers], people[SIZE.officers :])
                stopping.set()
                await running
        await database.close()


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds until what was written was seen."""

    same_desk: Sequence[float]  # as the flood's
    other_desks: Sequence[float]
    calls: Sequence[float]  # for help: until the officer saw it
    cards: Sequence[float]  # … until its writer saw the numbers to call
    lost: int


Trouble = Callable[[Place, int], Awaitable[None]]  # what happens besides, in this step


async def nothing(there: Place, step: int) -> None:
    """A quiet day."""


async def flood(there: Place, step: int) -> None:
    """One person writes without end, ten times as fast as their officer's chat takes messages."""
    for _ in range(FLOOD_PER_STEP):
        await there.residents[0].says("Відповідайте!")


async def strangers(there: Place, step: int) -> None:
    """Sixty people come at once, and press Start again and again."""
    if step == 0:
        people = [there.telegram.person("Особа") for _ in range(STRANGERS)]
        for _ in range(STARTS):
            for person in people:
                await person.starts()


async def lived(trouble: Trouble, seconds: int) -> Waits:
    """The same people write the same at the same times, whatever happens besides."""
    chance = random.Random(17)  # noqa: S311  # the same each time
    steps = int(timedelta(seconds=seconds) / STEP)
    often = STEP.total_seconds() / WRITES_EVERY
    writing = [(step, who) for step in range(steps) for who in range(1, SIZE.residents) if chance.random() < often]
    calling = [(steps * part // 10, who) for part, who in ((1, 5), (3, 7), (5, 10), (7, 12), (8, 15))]
    async with place() as there:
        await there.rests()
        calls, marks = [], []
        for step in range(steps):
            await trouble(there, step)
            marks += [(who, await there.writes(who)) for at, who in writing if at == step]
            calls += [(who, await there.writes(who, CALL)) for at, who in calling if at == step]
            await there.passes()
        for _ in range(int(timedelta(minutes=2) / STEP)):  # what waits still comes
            await there.passes()
        return weighed(there, marks, calls)


Written = Sequence[tuple[int, tuple[int, int]]]  # by whom, with which mark


def weighed(there: Place, marks: Written, calls: Written) -> Waits:
    came, desks = there.came(), len(there.officers)

    def waited(written: Written) -> list[float]:
        found = [came[mark] - there.said[mark] + STEP for _, mark in written if mark in came]
        return [each.total_seconds() for each in found]

    def warned(who: int, mark: tuple[int, int]) -> float:
        said = there.said[mark]
        chat = there.residents[who].chat
        cards = [bubble.date for bubble in chat if bubble.from_bot and CARD in bubble.text and bubble.date >= said]
        return (min(cards, default=there.clock.now()) - said + STEP).total_seconds()

    return Waits(
        same_desk=waited([each for each in marks if each[0] % desks == 0]),
        other_desks=waited([each for each in marks if each[0] % desks]),
        calls=waited(calls),
        cards=[warned(who, mark) for who, mark in calls],
        lost=sum(mark not in came for _, mark in (*marks, *calls)),
    )


def p95(delays: Sequence[float]) -> float:
    return quantiles(delays, n=100, method="inclusive")[94]


async def measure(console: Console, seconds: int = 300) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    lives = {"quiet": nothing, "one person's flood": flood, f"{STRANGERS} strangers × {STARTS} /start": strangers}
    found: dict[str, Waits] = {}
    for name, trouble in lives.items():
        with console.status(f"flood: {name}"):
            found[name] = await lived(trouble, seconds)
    quiet = found["quiet"]
    title = (
        f"{SIZE.residents} residents, {SIZE.officers} desks, a message each in {WRITES_EVERY} s, {seconds} s: p95, s"
    )
    table = Table("", "same desk", "÷ quiet", "other desks", "÷ quiet", "must", "aim", "longest", title=title)
    calls = Table("A call for help: the longest", "its officer saw it, s", "its writer saw 102, s", "must", "aim")
    for name, waits in found.items():
        same, other = p95(waits.same_desk), p95(waits.other_desks)
        ratios = same / p95(quiet.same_desk), other / p95(quiet.other_desks)
        table.add_row(
            *(name, f"{same:.1f}", f"{ratios[0]:.2f}", f"{other:.1f}", f"{ratios[1]:.2f}"),
            *(at_most(max(ratios), limit) for limit in (RATIO_MUST, RATIO_AIM)),
            f"{max(*waits.same_desk, *waits.other_desks):.1f}" if not waits.lost else f"{waits.lost} LOST",
        )
        longest = max(waits.calls), max(waits.cards)
        verdicts = (at_most(max(longest), limit) for limit in (CALL_MUST, CALL_AIM))
        calls.add_row(name, *(f"{each:.1f}" for each in longest), *verdicts)
    console.print(table, calls)
