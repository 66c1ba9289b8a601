"""What a desk costs: opening its lists, searching, taking a case, with few cases in the database and with many; and how
long a press takes, and a search that finds nothing in a big desk.

A desk is as big in a small database as in a big one: there are more of them. Both bots are up, and take turns. Acts
come one after another, each when the one before it is seen: its time is from the act to what it shows, its CPU that of
the bot's process, from rest to rest.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median

from rich.console import Console
from rich.table import Table

from bench.child import Child, running
from bench.crowd import Crowd, crowd, quiet, ready
from bench.database import fill, on_postgresql, on_sqlite
from bench.press import p95
from bench.seed import Size
from bench.verdicts import at_most
from bot.domain.case_lists import Tab
from bot.domain.ids import CaseId
from bot.handlers.case_lists.buttons import DeskList, SearchCases
from bot.handlers.cases.buttons import Accept
from bot.storage.engine import Session
from bot.storage.open import database
from simulator import Bubble, Person
from tests.keys import same_keys

DESK, BIG_DESK = 300, 2000  # cases
OFFICERS = 4  # who act
FEW = OFFICERS * DESK
TURNS = 6  # besides the first
RATIO, PRESS, SEARCH = 1.05, 50, 200  # must: many ÷ few; ms, p95; ms
WHERE: dict[str, Callable[[], AbstractAsyncContextManager[str]]] = {"SQLite": on_sqlite, "PostgreSQL": on_postgresql}


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one kind of act: the CPU of each, in µs, and how long each took, in seconds."""

    cpu: float
    seconds: Sequence[float]


@dataclass(frozen=True, slots=True)
class Desks:
    people: Crowd
    child: Child
    address: str

    async def cost(self, acts: Sequence[Callable[[], Awaitable[float]]]) -> Cost:
        before = await quiet(self.child)
        seconds = [await act() for act in acts]
        return Cost((await quiet(self.child) - before) / len(acts) * 1e6, seconds)

    async def until(self, seen: Callable[[], bool]) -> float:
        """Wait until something is seen: the seconds that it took."""
        began = time.perf_counter()
        while not seen():
            await asyncio.sleep(0.001)
            self.child.check()
        return time.perf_counter() - began

    async def list_of(self, officer: Person) -> Bubble:
        """The list, as a message of its own."""
        had = len(officer.chat)
        await officer.says("Звернення")
        await self.until(lambda: len(officer.chat) >= had + 2)
        return officer.chat[-1]

    async def opens(self, officer: Person, page: Bubble, tab: Tab) -> float:
        text = page.text
        await officer.forges(DeskList(tab, 0, back=False).pack(), on=page)
        return await self.until(lambda: page.text != text)

    async def searches(self, officer: Person, page: Bubble, words: str) -> float:
        """From the text to what was found. The CPU is that of the press before it as well."""
        text = page.text
        await officer.forges(SearchCases().pack(), on=page)
        await self.until(lambda: page.text != text)
        had = len(officer.chat)
        await officer.says(words)
        return await self.until(lambda: len(officer.chat) >= had + 2)

    async def takes(self, officer: Person, page: Bubble, case_id: int) -> float:
        had = len(officer.alerts)
        await officer.forges(Accept(CaseId(case_id)).pack(), on=page)
        return await self.until(lambda: len(officer.alerts) > had)

    async def pages(self, count: int) -> list[tuple[Person, Bubble]]:
        """Of each officer in turns a list, the same one each time."""
        pages = [(officer, await self.list_of(officer)) for officer in self.people.officers]
        return [pages[at % len(pages)] for at in range(count)]

    async def lists(self, count: int) -> Cost:
        """Open another list in place of the one that is shown."""
        tabs = (Tab.CLOSED, Tab.MINE)
        turns = enumerate(await self.pages(count))
        return await self.cost([partial(self.opens, *page, tabs[at // OFFICERS % 2]) for at, page in turns])

    async def found(self, count: int) -> Cost:
        """Search for what nobody has written, each time from a list of its own: all that may be opened is."""
        officers = [self.people.officers[at % OFFICERS] for at in range(count)]
        turns = [(officer, await self.list_of(officer)) for officer in officers]
        return await self.cost([partial(self.searches, *turn, "неіснуюче") for turn in turns])

    async def taken(self, count: int) -> Cost:
        mine = [await untaken(self.address, area) for area in range(1, OFFICERS + 1)]
        turns = enumerate(await self.pages(count))
        return await self.cost([partial(self.takes, *page, mine[at % OFFICERS].pop()) for at, page in turns])


async def untaken(address: str, area: int) -> list[int]:
    """The cases of an area that wait to be taken."""

    async def read(session: Session) -> list[int]:
        sql = "select id from cases where area_id = :area and officer_id is null order by id"
        return [int(row["id"] or 0) for row in await session.rows(sql, {"area": area})]

    store = database(address, same_keys())
    await store.open()
    try:
        return await store.read(read)
    finally:
        await store.close()


async def leave_untaken(address: str, officers: int) -> None:
    """Every second case of those who act waits to be taken."""

    async def write(session: Session) -> None:
        sql = f"""update cases set status = 'new', officer_id = null
            where officer_id <= {OFFICERS} and id / {officers} % 2 = 0"""
        await session.rows(sql, {})

    store = database(address, same_keys())
    await store.open()
    try:
        await store.transact(write)
    finally:
        await store.close()


@asynccontextmanager
async def desks(where: Callable[[], AbstractAsyncContextManager[str]], cases: int, each: int) -> AsyncIterator[Desks]:
    """A bot whose database holds so many cases, so many at each desk."""
    async with where() as address, crowd(OFFICERS, 0) as people:
        officers = max(cases // each, OFFICERS)
        await fill(address, Size(officers, cases))
        await leave_untaken(address, officers)
        with running("bench.ours", people.telegram.url, address) as child:
            await ready(people, child)
            yield Desks(people, child, address)


ACTS: dict[str, Callable[[Desks, int], Awaitable[Cost]]] = {
    "open a list": Desks.lists,
    "search": Desks.found,
    "take a case": Desks.taken,
}


async def compared(
    where: Callable[[], AbstractAsyncContextManager[str]], cases: int, count: int
) -> dict[str, list[tuple[Cost, Cost]]]:
    """Of each turn what an act costs with few cases and with many. The two take turns in going first: A B, B A."""
    turns: dict[str, list[tuple[Cost, Cost]]] = {name: [] for name in ACTS}
    async with AsyncExitStack() as stack:
        both = [await stack.enter_async_context(desks(where, size, DESK)) for size in (FEW, cases)]
        for turn in range(TURNS + 1):
            for name, act in ACTS.items():
                first = await act(both[turn % 2], count)
                second = await act(both[1 - turn % 2], count)
                turns[name].append((second, first) if turn % 2 else (first, second))
    return {name: pairs[1:] for name, pairs in turns.items()}  # the first time everything is new


async def measure(console: Console, cases: int = 1_000_000, count: int = 60) -> None:
    for name, where in WHERE.items():
        with console.status(f"a desk of {DESK} on {name}: {FEW:,} cases and {cases:,}"):
            turns = await compared(where, cases, count)
            async with desks(where, BIG_DESK * OFFICERS, BIG_DESK) as big:
                found = await big.found(count)
        title = f"A desk of {DESK} cases, {name}: median of {TURNS}"
        columns = ("", f"CPU µs, {FEW:,} cases", f"{cases:,}", "ratio", "lowest–highest", "must", "p95 ms", "must")
        table = Table(*columns, title=title)
        for act, pairs in turns.items():
            ratios = [many.cpu / few.cpu for few, many in pairs]
            wait = p95([each for _, many in pairs for each in many.seconds]) * 1000
            table.add_row(
                act,
                f"{median(few.cpu for few, _ in pairs):,.0f}",
                f"{median(many.cpu for _, many in pairs):,.0f}",
                f"{median(ratios):.2f}",
                f"{min(ratios):.2f}–{max(ratios):.2f}",
                at_most(median(ratios), RATIO),
                f"{wait:.1f}",
                at_most(wait, PRESS),
            )
        wait = p95(found.seconds) * 1000
        big_costs = ("", f"{found.cpu:,.0f}", "", "", "", f"{wait:.1f}", at_most(wait, SEARCH))
        table.add_row(f"search in a desk of {BIG_DESK:,}", *big_costs)
        console.print(table)
