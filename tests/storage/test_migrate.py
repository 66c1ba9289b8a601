"""Bringing a database up to date: once, safely, and while other processes start."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.storage.engine import BrokenReferences, Database, Session
from bot.storage.migrate import DatabaseDiffers, DatabaseIsNewer, migrate, pending
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase, statements
from tests.keys import same_keys
from tests.postgres import PostgresServer


async def run(database: Database, *scripts: str) -> None:
    async def work(session: Session) -> None:
        for script in scripts:
            await session.script(script)

    await database.transact(work)


async def test_migrating_again_changes_nothing(database: Database) -> None:
    assert await pending(database) == []
    assert await migrate(database) == []


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ("insert into schema_version(number, hash) values (9999, '')", DatabaseIsNewer),
        ("update schema_version set hash = 'of another file' where number = 1", DatabaseDiffers),
        ("alter table schema_version drop column hash", DatabaseDiffers),
    ],
    ids=["newer", "another", "without a hash"],
)
async def test_a_database_that_this_program_does_not_know_is_refused(
    database: Database, change: str, refusal: type[Exception]
) -> None:
    await run(database, change)
    await database.close()  # as another process meets it
    await database.open()
    for look in (migrate, pending):
        with pytest.raises(refusal):
            await look(database)


async def migrated_by_two(one: Database, other: Database) -> None:
    await asyncio.gather(one.open(), other.open())
    applied = await asyncio.gather(migrate(one), migrate(other))
    await asyncio.gather(one.close(), other.close())
    assert sorted(map(len, applied))[0] == 0
    assert sum(map(len, applied)) > 0


async def test_processes_that_start_together_on_a_fresh_file_all_start_and_migrate_once(tmp_path: Path) -> None:
    for attempt in range(20):  # a third of the pairs failed before one waited for the other
        path = tmp_path / f"{attempt}.sqlite3"
        await migrated_by_two(SqliteDatabase(path, same_keys()), SqliteDatabase(path, same_keys()))


async def test_two_processes_that_migrate_at_the_same_time_migrate_once_on_postgresql(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        await migrated_by_two(PostgresDatabase(dsn, same_keys()), PostgresDatabase(dsn, same_keys()))


async def test_a_file_may_be_opened_while_another_process_closes_it(tmp_path: Path) -> None:
    async def open_and_close(times: int) -> None:
        for _ in range(times):
            database = SqliteDatabase(tmp_path / "bot.sqlite3", same_keys())
            await database.open()
            await migrate(database)
            await database.close()

    await asyncio.gather(open_and_close(20), open_and_close(20))


def test_a_script_is_split_where_sqlite_ends_a_statement() -> None:
    script = """
        -- a comment; with a semicolon;
        create table one(a text default ';'); -- and one behind;
        create trigger t after insert on one begin
            update one set a = 'x;y';
            delete from one where a = '--';
        end;
        insert into one(a) values ('it''s; fine'); insert into one(a) values ('b')"""
    made = sqlite3.connect(":memory:")
    assert len([made.execute(statement) for statement in statements(script)]) == 4
    made.close()


async def test_a_migration_that_leaves_rows_without_what_they_refer_to_changes_nothing(
    sqlite: Database, tmp_path: Path
) -> None:
    await run(sqlite, "insert into chats(id, transport, external_id, kind) values (7, 'telegram', '7', 'private')")
    await run(sqlite, "insert into persons(id, language, created_at) values (7, 'uk', 0)")
    await run(sqlite, "insert into accounts(person_id, transport, external_id, chat_id) values (7, 'telegram', '7', 7)")
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    for released in (Path(__file__).parents[2] / "bot/storage/migrations").glob("*.sql"):
        (migrations / released.name).write_text(released.read_text(encoding="utf-8"), encoding="utf-8")
    (migrations / "9000_careless.sql").write_text("delete from chats;", encoding="utf-8")
    with pytest.raises(BrokenReferences, match="accounts → chats"):
        await migrate(sqlite, migrations)
    assert await pending(sqlite) == []

    async def chats(session: Session) -> int:
        return len(await session.rows("select id from chats", {}))

    assert await sqlite.transact(chats) == 1
