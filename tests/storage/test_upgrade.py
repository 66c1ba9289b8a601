"""A later migration on a filled database of each release, on both engines: nothing in it is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.storage.engine import Database, Session
from bot.storage.migrate import DIRECTORY, migrate
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase
from tests.keys import same_keys
from tests.postgres import PostgresServer
from tests.storage.fill import CANARY, FILLED, Release, files, restored, tables

REBUILDING = Path(__file__).parent / "migrations"  # of these tests alone


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The program's migrations, and one more that rebuilds `cases` and `persons`."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for path in [*DIRECTORY.glob("*.sql"), *REBUILDING.glob("*.sql")]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


async def counted(database: Database) -> dict[str, int]:
    async def count(session: Session) -> dict[str, int]:
        return {table: len(await session.rows(f"select * from {table}", {})) for table in tables()}

    return await database.transact(count)


async def canary(database: Database) -> list[object]:
    """One row of a case with what refers to it, through every key between them."""
    sql = """select c.number, l.name, m.body, e.what, k.message_id, p.language, a.external_id
               from cases c join case_links l on l.case_id = c.id join case_messages m on m.case_id = c.id
               join case_events e on e.case_id = c.id and e.what = 'send' join copies k on k.case_message_id = m.id
               join persons p on p.id = l.person_id join accounts a on a.person_id = p.id
              where m.body like :said order by k.message_id"""

    async def read(session: Session) -> list[object]:
        return [tuple(row) for row in await session.rows(sql, {"said": f"%{CANARY}%"})]

    return await database.transact(read)


RELEASED = [path.stem for path in FILLED.glob("*.json")]


@pytest.mark.parametrize("version", RELEASED)
def test_a_released_migration_is_never_changed(version: str) -> None:
    now = files()
    assert {name: now.get(name) for name in Release.read(version).files} == Release.read(version).files


@pytest.mark.parametrize("version", RELEASED)
async def test_rebuilding_tables_that_others_refer_to_loses_nothing(
    database: Database, later: Path, version: str
) -> None:
    rows = Release.read(version).rows
    await restored(database, rows)
    before, bird = await counted(database), await canary(database)
    assert before == {table: len(rows.get(table, [])) for table in tables()}
    assert len(bird) > 0

    await database.close()  # as the next version of the program meets it
    await database.open()
    assert await migrate(database, later) == ["9001_rebuild"]
    await database.close()
    await database.open()
    assert (await counted(database), await canary(database)) == (before, bird)
    assert await migrate(database, later) == []

    async def rebuilt(session: Session) -> int:
        found = await session.rows("select id from cases where rebuilt = 'yes' and exists (select 1 from persons)", {})
        return len(found)

    assert await database.transact(rebuilt) == before["cases"]


@asynccontextmanager
async def empty_sqlite(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    folder: Path = request.getfixturevalue("tmp_path")
    yield SqliteDatabase(folder / "empty.sqlite3", same_keys())


@asynccontextmanager
async def empty_postgresql(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    server: PostgresServer = request.getfixturevalue("postgres")
    dsn = await server.create()
    yield PostgresDatabase(dsn, same_keys())
    await server.drop(dsn)


@pytest.fixture(params=[empty_sqlite, empty_postgresql], ids=["sqlite", "postgresql"])
async def of_0_1_0(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A filled database of the first release, with the schema that it had."""
    folder = tmp_path / "released"
    folder.mkdir()
    (folder / "0001_ground.sql").write_bytes((DIRECTORY / "0001_ground.sql").read_bytes())
    async with request.param(request) as database:
        await database.open()
        await migrate(database, folder)
        await restored(database, Release.read("0.1.0").rows)
        yield database
        await database.close()


async def test_consents_and_cases_of_the_first_release_are_of_the_first_text(of_0_1_0: Database) -> None:
    await migrate(of_0_1_0)

    async def read(session: Session) -> tuple[set[object], set[object]]:
        persons = await session.rows("select consent_version from persons where consented_at is not null", {})
        cases = await session.rows("select status, consent_version from cases", {})
        of_cases: set[object] = {(row["status"] == "draft", row["consent_version"]) for row in cases}
        return {row["consent_version"] for row in persons}, of_cases

    assert await of_0_1_0.transact(read) == ({1}, {(True, None), (False, 1)})


async def test_what_was_accepted_is_in_work_and_what_was_about_neighbours_about_noise(of_0_1_0: Database) -> None:
    async def read(session: Session) -> list[object]:
        cases = await session.rows("select status, category from cases where officer_id is not null order by id", {})
        return [(row["status"], row["category"]) for row in cases]

    async def about_neighbours(session: Session) -> None:
        await session.rows("update cases set category = 'neighbours' where status = 'accepted' returning id", {})

    await of_0_1_0.transact(about_neighbours)
    before = await of_0_1_0.transact(read)
    await migrate(of_0_1_0)
    assert ("accepted", "neighbours") in before
    assert await of_0_1_0.transact(read) == [
        ("in_work", "order") if each == ("accepted", "neighbours") else each for each in before
    ]
