"""How long it takes to take in the directory of 67 communities, beside the longest time for which nothing else can
write, and the longest for which the event loop stands still: `python -m bench directory`.

Every community has three areas with all of its settlements, an office, an officer to invite and their hours. It is
taken in as in the bot: read in a process, checked and carried out in short transactions.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bench.database import fill, on_postgresql, on_sqlite
from bench.seed import Size
from bot.clock import SystemClock
from bot.domain.directory import FORM, INSTRUCTIONS, LISTS, REST, Field, Page, form_of
from bot.domain.directory_places import Divided, divided
from bot.domain.directory_places import Places as Names
from bot.domain.ids import PersonId
from bot.domain.people import Part, Role, Scope
from bot.register import Community, Register, Search
from bot.services import directory_imports as imports
from bot.services.directory import Places
from bot.services.directory_imports import Checked
from bot.sheets import Column, Sheet
from bot.sheets.process import read
from bot.sheets.writing import written
from bot.storage import directory, people
from bot.storage.directory import State
from bot.storage.open import database
from bot.storage.transaction import Store, Transaction
from tests.keys import same_keys
from tests.town import policy

COMMUNITIES = 67
MUST_SECONDS, MUST_LOCK_MS = 30, 50
TICK = 0.001


def file_of(communities: list[Community]) -> bytes:
    rows: dict[Page, list[list[str]]] = {page: [] for page in Page}
    for each in communities:
        where = [str(each.code), each.name]
        rows[Page.COMMUNITIES].append([*where, "згодна"])
        rows[Page.AREAS].append([*where, "Дільниця № 1", REST, ""])
        for place, settlement in enumerate(each.settlements):
            rows[Page.AREAS].append([*where, f"Дільниця № {place % 3 + 1}", settlement.name, str(settlement.code)])
        rows[Page.OFFICES].append([*where, "вул. Центральна, 1", "47.71", "35.53"])
        rows[Page.POSTS].append([*where, "Дільниця № 1", "Іван Петренко", "запросити"])
        hours = {Field.OFFICER: "Іван Петренко", Field.ADDRESS: "вул. Центральна, 1", Field.DAYS: "ср, пт"}
        hours |= {Field.STARTS: "9:00", Field.ENDS: "12:00"}
        rows[Page.HOURS].append([*where, *(hours.get(name, "") for name in FORM[Page.HOURS][2:])])
    sheets = [Sheet(page, [Column(name, 20) for name in FORM[page]], rows[page]) for page in Page]
    return written(sheets, INSTRUCTIONS, [""], LISTS)


class Locks:
    """Runs transactions, and notes the longest."""

    def __init__(self, store: Store) -> None:
        self.store, self.longest = store, 0.0

    async def transact(self, work: Callable[[Transaction], Awaitable[object]]) -> None:
        began: list[float] = []

        async def timed(tx: Transaction) -> None:
            began.append(time.perf_counter())
            await work(tx)

        await self.store.transact(timed)
        self.longest = max(self.longest, time.perf_counter() - began[-1])


@asynccontextmanager
async def stalls() -> AsyncIterator[list[float]]:
    """How long the event loop did not come round, each time."""
    found: list[float] = []

    async def watch() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(TICK)
            found.append(time.perf_counter() - began - TICK)

    task = asyncio.create_task(watch())
    try:
        yield found
    finally:
        task.cancel()


async def take_in(store: Store, person: PersonId, content: bytes, places: Places) -> tuple[float, float]:
    """Seconds of reading, and the longest lock."""
    locks, began = Locks(store), time.perf_counter()
    names = Names(places.register, places.search, None)
    with TemporaryDirectory() as folder:
        source = Path(folder) / "in"
        source.write_bytes(content)  # before anything is measured
        workbook = await read(source, Path(folder) / "out", SystemClock().timeout)
    what: Divided = await asyncio.to_thread(lambda: divided(form_of(workbook), names))
    reading = time.perf_counter() - began
    import_id = await store.transact(partial(directory.add_import, person_id=person, file="", size=0))

    async def now() -> directory.Import:
        found = await store.read(partial(directory.import_of, import_id=import_id, person_id=person))
        assert found is not None
        return found

    position: int | None = 0
    while position is not None:
        position = await store.transact(partial(imports.keep_read, sent=await now(), what=what, position=position))
    while (sent := await now()).state is State.CHECKING:
        checked = await store.read(partial(imports.check_some, sent=sent, places=places))
        await locks.transact(partial(imports.keep_some, sent=sent, checked=checked))
    await store.transact(partial(directory.set_state, import_id=import_id, state=State.CONFIRMED))
    sent, again, is_all = await now(), Checked(), False
    while not is_all:
        again, is_all = await store.read(partial(imports.check_again, sent=sent, places=places, before=again))
    await locks.transact(partial(imports.keep_again, sent=sent, checked=again))
    while (sent := await now()).state is State.APPLYING:
        await locks.transact(partial(imports.apply_next, sent=sent, places=places))
    assert sent.state is State.DONE, sent.state
    return reading, locks.longest


async def country(tx: Transaction) -> PersonId:
    person = await people.add(tx, 10**12)
    await people.add_part(tx, person, Part(Role.COORDINATOR, Scope.COUNTRY, None), None)
    return person


async def measure(console: Console, communities: int = COMMUNITIES) -> None:
    register = Register.load()
    places = Places(register, Search(register))
    chosen = list(register.communities)[-communities:]
    content = file_of(chosen)
    table = Table("database", "communities", "rows", "reading s", "all s", "longest lock ms", "loop stalled ms")
    for name, made in (("SQLite", on_sqlite), ("PostgreSQL", on_postgresql)):
        async with made() as address:
            await fill(address, Size(30, 1000))
            store = database(address, same_keys())
            await store.open()
            try:
                own = Store(store, SystemClock(), policy())
                person = await own.transact(country)
                async with stalls() as stalled:
                    began = time.perf_counter()
                    reading, longest = await take_in(own, person, content, places)
                    whole = time.perf_counter() - began
            finally:
                await store.close()
        rows = sum(len(each.settlements) + 5 for each in chosen)
        figures = [f"{reading:.1f}", f"{whole:.1f}", f"{longest * 1000:.0f}", f"{max(stalled) * 1000:.0f}"]
        table.add_row(name, str(len(chosen)), str(rows), *figures)
    console.print(table)
    console.print(f"must: all ≤ {MUST_SECONDS} s, longest lock ≤ {MUST_LOCK_MS} ms")
