"""Desks to measure: a bot whose database holds so many cases, and officers who work at their desks.

Acts come one after another, each when the one before it is seen: its time is from the act to what it shows, its CPU
that of the bot's process and, on PostgreSQL, of the server's, from rest to rest.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bench.child import Child, children_of, exact_cpu, running
from bench.crowd import STALLED, Crowd, crowd, quiet, ready
from bench.database import fill, on_postgresql, on_sqlite
from bench.seed import Size
from bot.domain.case_lists import Tab
from bot.domain.ids import CaseId
from bot.handlers.case_lists.buttons import DeskList, SearchCases
from bot.handlers.cases.buttons import Accept
from bot.storage.engine import Session
from bot.storage.open import database
from simulator import Bubble, Person
from tests.keys import same_keys

OFFICERS = 4  # who act
NOT_WRITTEN = "неіснуюче"  # in no case: all that a search may open is opened
TEXT = (
    "Добрий день! Хто лагодить освітлення на розі Шкільної та Миру? Третій тиждень темно, діти йдуть зі школи по "
    "узбіччю, а машини там не гальмують. До сільської ради вже телефонували двічі."
)
Where = Callable[[], AbstractAsyncContextManager[str]]
WHERE: dict[str, Where] = {"SQLite": on_sqlite, "PostgreSQL": on_postgresql}


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

    async def cpu(self) -> float:
        """What bot and database have used, once both are at rest."""
        await quiet(self.child)
        return self.child.exact_cpu() + sum(map(exact_cpu, servers_of(self.address)))

    async def cost(self, acts: Sequence[Callable[[], Awaitable[float]]]) -> Cost:
        before = await self.cpu()
        seconds = [await act() for act in acts]
        return Cost((await self.cpu() - before) / len(acts) * 1e6, seconds)

    async def until(self, seen: Callable[[], bool]) -> float:
        """Wait until something is seen: the seconds that it took. Raises RuntimeError where nothing comes."""
        began = time.perf_counter()
        while not seen():
            await asyncio.sleep(0.001)
            self.check_since(began)
        return time.perf_counter() - began

    def check_since(self, began: float) -> None:
        """Raises RuntimeError where the bot has ended, or what began then takes too long."""
        self.child.check()
        if time.perf_counter() - began > STALLED:
            raise RuntimeError(f"nothing was seen for {STALLED} s")

    # Acts.

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

    async def searches(self, officer: Person, page: Bubble) -> float:
        """From the text to what was found. The CPU is that of the press before it as well."""
        text = page.text
        await officer.forges(SearchCases().pack(), on=page)
        await self.until(lambda: page.text != text)
        had = len(officer.chat)
        await officer.says(NOT_WRITTEN)
        return await self.until(lambda: len(officer.chat) >= had + 2)

    async def takes(self, officer: Person, page: Bubble, case_id: int) -> float:
        had = len(officer.alerts)
        await officer.forges(Accept(CaseId(case_id)).pack(), on=page)
        return await self.until(lambda: len(officer.alerts) > had)

    # Many of one kind, by the officers in turns.

    async def pages(self, count: int) -> list[tuple[Person, Bubble]]:
        """Of each officer a list, the same one each time."""
        pages = [(officer, await self.list_of(officer)) for officer in self.people.officers]
        return [pages[at % len(pages)] for at in range(count)]

    async def lists(self, count: int) -> Cost:
        """Open another list in place of the one that is shown."""
        tabs = (Tab.CLOSED, Tab.MINE)
        turns = enumerate(await self.pages(count))
        return await self.cost([partial(self.opens, *page, tabs[at // OFFICERS % 2]) for at, page in turns])

    async def found(self, count: int) -> Cost:
        """Search, each time from a list of its own."""
        officers = [self.people.officers[at % OFFICERS] for at in range(count)]
        turns = [(officer, await self.list_of(officer)) for officer in officers]
        return await self.cost([partial(self.searches, *turn) for turn in turns])

    async def taken(self, count: int) -> Cost:
        mine = [await untaken(self.address, area) for area in range(1, OFFICERS + 1)]
        turns = enumerate(await self.pages(count))
        return await self.cost([partial(self.takes, *page, mine[at % OFFICERS].pop()) for at, page in turns])


def servers_of(address: str) -> list[int]:
    """The processes of the server where this database is; none for a file."""
    where = parse_qs(urlsplit(address).query).get("host")
    if not where:
        return []
    keeper = int((Path(where[0]) / "data" / "postmaster.pid").read_text(encoding="ascii").split()[0])
    return [keeper, *children_of(keeper)]


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
async def desks(where: Where, cases: int, each: int, *, record: bool = False) -> AsyncIterator[Desks]:
    """A bot whose database holds so many cases, so many at each desk. `record`: its calls are kept."""
    async with where() as address, crowd(OFFICERS, 0, record=record) as people:
        officers = max(cases // each, OFFICERS)
        await fill(address, Size(officers, cases, TEXT))
        await leave_untaken(address, officers)
        with running("bench.ours", people.telegram.url, address) as child:
            await ready(people, child)
            yield Desks(people, child, address)
