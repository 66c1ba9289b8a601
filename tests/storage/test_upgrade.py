"""A later migration on a filled database of each release, on both engines: nothing in it is lost."""

from pathlib import Path

import pytest

from bot.storage.engine import Database, Session
from bot.storage.migrate import DIRECTORY, migrate
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
