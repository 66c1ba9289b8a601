"""The town that stories are set in: a simulated Telegram, a bot in the test's own process, people, and a clock.

    async def test_…(town: Town) -> None:
        await town.olena.says("…")
        await town.officer.sees("…")

`sees` looks only when all has come to rest: nothing unconfirmed at Telegram, nothing due in inbox and outbox.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot.app import App, Resources, assembled, open_migrated
from bot.domain.ids import AreaId, OfficerId
from bot.domain.policy import Policy
from bot.register import Borders, CommunityCode
from bot.services import figures
from bot.settings import load_settings
from bot.storage import officers
from bot.storage.engine import Database, Params, Session
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import WRITING, SqliteDatabase
from bot.storage.transaction import Transaction
from bot.workers.schedule import tick
from simulator import Person, Simulator
from simulator.clock import MovedClock
from tests.keys import hashed, legible, same_keys
from tests.postgres import PostgresServer

T = TypeVar("T")

TOKEN = "100:TOKEN"  # the simulator's
ROOT = Path(__file__).parent.parent
# After their stories, what was counted for councils has to be what a recount gives.
COUNTED = {
    "test_council_questions",
    "test_figures",
    "test_merges",
    "test_notices",
    "test_recalls",
    "test_transfers",
    "test_walk_ins",
}
KOMYSHUVAKHA = CommunityCode("UA23060090000082326")


@cache
def policy() -> Policy:
    """The project's own config.toml, with a pace at which no story has to wait."""
    made = load_settings(ROOT / "config.toml", {}).policy()
    pace = replace(
        made.pace, messages_per_second=10_000, chat_per_second=10_000, chat_burst=10_000, group_per_minute=10_000
    )
    return replace(made, pace=pace, recordings_cleaned=False)  # wherever the tests run


@cache
def resources() -> Resources:
    return Resources.load(policy())


@dataclass
class Town:
    """Everything a story needs."""

    telegram: Simulator
    clock: MovedClock
    database: Database
    app: App
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _running: asyncio.Task[None] = field(init=False)

    async def settled(self) -> None:
        """Return when nothing is left to do at this time. Raises AssertionError when the bot does not come to that:
        it has stopped, or it rests although something is due.
        """
        coming = asyncio.create_task(self._comes_to_rest())
        try:
            await asyncio.wait({coming, self._running}, return_when=asyncio.FIRST_COMPLETED)
            if not coming.done():
                self._running.result()
                raise AssertionError("the bot has stopped")
            coming.result()
        finally:
            coming.cancel()

    async def handled(self) -> None:
        """Return when the bot has handled what has come so far; what it sends may still be on its way."""
        await self.telegram.until(lambda: not self.telegram.unconfirmed())
        await self.app.updates.alarm.rests()

    async def _comes_to_rest(self) -> None:
        app = self.app
        while True:
            await self.handled()
            await app.sender.alarm.rests()
            await app.broadcasts.alarm.rests()
            await app.eraser.alarm.rests()
            if in_hand := [*app.updates.in_hand, *app.sender.in_hand]:
                await asyncio.wait(in_hand)
            elif self._rests():
                due = await self._due()
                if self._rests():  # all the while: what was due then is due now, and nothing will wake for it
                    assert not any(due.values()), f"something is due, and nothing takes it up: {due}"
                    return

    def _rests(self) -> bool:
        """Whether the bot waits for a person or for the clock."""
        app = self.app
        busy = self.telegram.unconfirmed() or app.updates.in_hand or app.sender.in_hand
        return not busy and all(
            worker.alarm.resting for worker in (app.updates, app.sender, app.broadcasts, app.eraser)
        )

    async def _due(self) -> dict[str, int]:
        """How many rows of each queue could be worked on now."""

        async def count(session: Session) -> dict[str, int]:
            at = self.app.store.clock.now()
            closed = list(self.app.sender._paces.closed_chats(at))  # noqa: SLF001  # to these Telegram lets nothing go
            # The first row decides for its chat: what waits behind it is not due.
            sql = """select (select count(*) from inbox i where state = 'waiting' and next_at <= :now and not exists
                                (select 1 from inbox b where b.state = 'waiting' and b.chat_id = i.chat_id
                                    and b.update_id < i.update_id)) as inbox,
                            (select count(*) from outbox o
                              where state = 'sending' or state = 'waiting' and next_at <= :now
                                and o.chat_id not in (:closed) and not exists
                                (select 1 from outbox b where b.state = 'waiting' and b.chat_id = o.chat_id
                                    and (b.class, b.turn, b.id) <= (o.class, o.turn, o.id)
                                    and (b.id <> o.id or b.id in (:held)))) as outbox,
                            (select count(*) from deliveries d join broadcasts b on b.id = d.broadcast_id
                              where d.state = 'sending' or d.state = 'waiting' and d.next_at <= :now
                                and b.state = 'running' and not b.quiet) as deliveries"""
            held = list(self.app.sender.preparation.held(at))  # these wait for their files
            params: Params = {"now": int(at.timestamp() * 1_000_000), "closed": closed, "held": held}
            [row] = await session.rows(sql, params)
            return {queue: int(row[queue] or 0) for queue in ("inbox", "outbox", "deliveries")}

        return await self.database.transact(count)

    def starts(self) -> None:
        """Let the bot work, as after a start of its process."""
        self._stopping = asyncio.Event()
        self._running = asyncio.create_task(self.app.run(self._stopping, ticks=False))

    async def stops(self) -> None:
        """Let the bot finish what it has in hand."""
        self._stopping.set()
        await self._running

    @asynccontextmanager
    async def another_process(self, rules: Policy | None = None) -> AsyncIterator[None]:
        """The bot dies here and now; another process works on the same database, under other rules where given."""
        self._running.cancel()
        await asyncio.wait([self._running])
        parts = assembled(
            self.database,
            self.clock,
            rules or self.app.store.policy,
            resources(),
            api_url=self.telegram.url,
            token=TOKEN,
        )
        async with parts as self.app:
            self.starts()
            try:
                yield
            finally:
                await self.stops()

    async def passes(self, **by: float) -> None:
        """Let time go by, as `timedelta(**by)`, and all that becomes due happen."""
        await self.settled()
        self.clock.advance(timedelta(**by))
        assert await tick(self.app.store) == []
        self.app.ring()
        await self.settled()

    async def stored(self, sql: str, **params: int | str) -> list[dict[str, object]]:
        """What the database holds, for what no telephone shows."""

        async def read(session: Session) -> list[dict[str, object]]:
            rows: Sequence[Any] = await session.rows(sql, params)  # both drivers' rows are mappings
            return [{name: legible(value) for name, value in row.items()} for row in map(dict, rows)]

        return await self.database.transact(read)

    # Who lives here, put into the database as they would be after their own stories.

    async def resident(
        self, name: str, community: str = KOMYSHUVAKHA, *, username: str | None = None, **settlement: str
    ) -> Person:
        """A person who has consented and chosen a community."""
        person = self.telegram.person(name, username=username)
        await person.starts()
        await self.settled()

        async def known(tx: Transaction) -> None:
            await tx.execute(
                """insert into residents(person_id, community, settlement, settlement_asked_at)
                   select person_id, :community, :settlement, :now from accounts where external_hash = :id""",
                community=community,
                settlement=settlement.get("settlement"),
                now=tx.now,
                id=hashed(person.id),
            )

        await self.app.store.transact(known)
        await person.presses("Погоджуюся")
        await self.settled()
        return person

    async def officer(self, name: str, area: AreaId, rank: str = "капітан поліції") -> Person:
        """A person who has accepted the invitation to a post."""
        person = self.telegram.person(name)
        await person.starts()
        await self.settled()

        async def known(tx: Transaction) -> None:
            officer = await tx.insert(
                """insert into officers(person_id, rank, name, position, created_at)
                   select person_id, :rank, :name, 'pog', :now from accounts where external_hash = :id returning id""",
                rank=rank,
                name=name,
                now=tx.now,
                id=hashed(person.id),
            )
            await officers.open_desk(tx, OfficerId(officer))
            await officers.assign(tx, OfficerId(officer), area)

        await self.app.store.transact(known)
        return person

    async def coordinator(self, name: str, oblast: str) -> Person:
        person = self.telegram.person(name)
        await person.starts()
        await self.settled()

        async def known(tx: Transaction) -> None:
            await tx.execute(
                """insert into parts(person_id, role, scope, scope_code, since)
                   select person_id, 'coordinator', 'oblast', :oblast, :now from accounts where external_hash = :id""",
                oblast=oblast,
                now=tx.now,
                id=hashed(person.id),
            )

        await self.app.store.transact(known)
        return person

    async def area(self, community: str = KOMYSHUVAKHA) -> AreaId:
        """A joined community with one area that serves all of it."""
        oblast = resources().register.community(community).oblast.code

        async def make(tx: Transaction) -> AreaId:
            await tx.execute(
                """insert into communities(code, oblast, enrolment, enrolled_at) values (:code, :oblast, 'active', :now)
                   on conflict (code) do nothing""",
                code=community,
                oblast=oblast,
                now=tx.now,
            )
            return AreaId(
                await tx.insert(
                    """insert into areas(community, name, whole, created_at)
                       values (:community, 'Уся громада', :whole, :now) returning id""",
                    community=community,
                    whole=True,
                    now=tx.now,
                )
            )

        return await self.app.store.transact(make)


@asynccontextmanager
async def a_town(
    database: Database, folder: Path, *, threads: bool = False, borders: Borders | None = None
) -> AsyncIterator[Town]:
    """A town on an open and migrated database; the bot runs until the story ends. It keeps its files in `folder`.

    `threads`: private chats with the bot have topics, and officers' cases threads. `borders`: of communities.
    """
    clock, made = MovedClock(), policy()
    rules = replace(made, erasure_list=folder / "erasures.txt", cases=replace(made.cases, threads=threads))
    async with Simulator(clock) as telegram:
        telegram.bot(TOKEN, "hromada_bot", topics=threads)
        loaded = replace(resources(), borders=borders or Borders())
        parts = assembled(database, clock, rules, loaded, api_url=telegram.url, token=TOKEN)
        async with parts as app:
            town = Town(telegram, clock, database, app)
            telegram.settled = town.settled
            town.starts()
            try:
                yield town
            finally:
                await town.stops()


async def migrate(database: Database) -> None:
    await open_migrated(database)
    await database.close()


def elsewhere(work: Coroutine[None, None, T]) -> T:
    """Run it in another thread: a fixture may be asked for while the test's own loop runs."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty migrated SQLite file, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "bot.sqlite3"
    elsewhere(migrate(SqliteDatabase(path, same_keys())))
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres: PostgresServer) -> Iterator[str]:
    """The same in PostgreSQL: its DSN."""
    dsn = elsewhere(postgres.create())
    elsewhere(migrate(PostgresDatabase(dsn, same_keys())))
    yield dsn
    elsewhere(postgres.drop(dsn))


@asynccontextmanager
async def on_sqlite(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """Without a wait for the disk at each commit: that only a power cut would show."""
    template: Path = request.getfixturevalue("migrated")
    folder: Path = request.getfixturevalue("tmp_path")
    database = SqliteDatabase(Path(shutil.copy(template, folder / "bot.sqlite3")), same_keys())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.storage.sqlite.WRITING", (*WRITING, "pragma synchronous = off"))
        await database.open()
    yield database
    await database.close()


@asynccontextmanager
async def on_postgresql(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    server: PostgresServer = request.getfixturevalue("postgres")
    template: str = request.getfixturevalue("migrated_postgres")
    async with server.database(template) as dsn:
        database = PostgresDatabase(dsn, same_keys())
        await database.open()
        yield database
        await database.close()


@pytest.fixture
async def sqlite(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    async with on_sqlite(request) as database:
        yield database


@pytest.fixture(params=[on_sqlite, on_postgresql], ids=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """Each database that the bot supports: for what storage promises."""
    async with request.param(request) as database:
        yield database


@pytest.fixture
async def town(request: pytest.FixtureRequest, sqlite: Database, tmp_path: Path) -> AsyncIterator[Town]:
    async with a_town(sqlite, tmp_path) as town:
        yield town
        await recounted(request, town)


async def recounted(request: pytest.FixtureRequest, town: Town) -> None:
    if request.module.__name__.rpartition(".")[2] in COUNTED:
        assert await town.app.store.read(figures.differences) == [], "what was counted is not what there is"


@pytest.fixture
async def either_town(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """For a story that runs on both databases."""
    async with a_town(database, tmp_path) as town:
        yield town
        await recounted(request, town)


@pytest.fixture
async def threaded_town(sqlite: Database, tmp_path: Path) -> AsyncIterator[Town]:
    """Where an officer has a thread for each case."""
    async with a_town(sqlite, tmp_path, threads=True) as town:
        yield town
