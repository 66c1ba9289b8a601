"""What a transaction promises on either database, and what happens when the database fails in the middle of one."""

import asyncio
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

import asyncpg
import pytest

from bot.domain.ids import ChatId
from bot.storage import chats, facts
from bot.storage.engine import Database, DatabaseUnavailable, LockHeld, Session, TransactionLost
from bot.storage.postgres import PostgresDatabase
from bot.storage.rows import from_microseconds, to_microseconds
from bot.storage.sqlite import SqliteDatabase
from bot.storage.transaction import IDS, Store, Transaction
from simulator.clock import START, MovedClock
from tests.postgres import PostgresServer
from tests.town import policy


async def fact(store: Store, key: str) -> str | None:
    async def read(tx: Transaction) -> str | None:
        return await facts.get(tx, key)

    return await store.transact(read)


async def put(store: Store, key: str) -> None:
    async def write(tx: Transaction) -> None:
        await facts.put(tx, key, "yes")

    await store.transact(write)


# A transaction.


async def test_what_raises_leaves_nothing(store: Store) -> None:
    async def fails(tx: Transaction) -> None:
        await facts.put(tx, "written", "yes")
        raise LookupError

    with pytest.raises(LookupError):
        await store.transact(fails)
    assert await fact(store, "written") is None


async def test_gathered_writes_are_written_at_the_end_and_those_after_a_taken_back_mark_are_not(store: Store) -> None:
    def later(tx: Transaction, key: str) -> None:
        tx.later("insert into facts(key, value) values (:key, 'yes')", key=key)

    async def work(tx: Transaction) -> None:
        later(tx, "before")
        await tx.savepoint()
        later(tx, "taken back")
        await facts.put(tx, "taken back too", "yes")
        await tx.rollback_to_savepoint()
        later(tx, "after")

    await store.transact(work)
    assert [await fact(store, key) for key in ("before", "taken back", "taken back too", "after")] == [
        "yes", None, None, "yes",
    ]  # fmt: skip


async def test_a_mark_takes_the_place_of_the_one_before(store: Store) -> None:
    async def work(tx: Transaction) -> None:
        await tx.savepoint()
        await facts.put(tx, "first", "yes")
        await tx.savepoint()
        await facts.put(tx, "second", "yes")
        await tx.rollback_to_savepoint()

    await store.transact(work)
    assert [await fact(store, key) for key in ("first", "second")] == ["yes", None]


async def test_a_cancelled_transaction_is_carried_to_its_end(store: Store) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def work(tx: Transaction) -> None:
        await facts.put(tx, "first", "yes")
        begun.set()
        await go.wait()
        await facts.put(tx, "second", "yes")

    caller = asyncio.create_task(store.transact(work))
    await begun.wait()
    caller.cancel()
    go.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert [await fact(store, key) for key in ("first", "second")] == ["yes", "yes"]


async def test_transactions_of_one_process_go_one_after_another(store: Store) -> None:
    async def count(tx: Transaction) -> None:
        value = int(await facts.get(tx, "count") or 0)
        await asyncio.sleep(0)
        await facts.put(tx, "count", str(value + 1))

    await asyncio.gather(*[store.transact(count) for _ in range(20)])
    assert await fact(store, "count") == "20"


# What is gathered.


def write_later(tx: Transaction, key: str) -> None:
    tx.later("insert into facts(key, value) values (:key, 'yes')", key=key)


async def test_what_is_gathered_for_a_table_is_written_before_the_table_is_read(store: Store) -> None:
    async def work(tx: Transaction) -> list[str | None]:
        write_later(tx, "gathered")
        return [await facts.get(tx, "gathered"), await facts.get(tx, "never")]

    assert await store.transact(work) == ["yes", None]


async def test_what_was_gathered_before_a_mark_is_not_taken_back_with_what_came_after_it(store: Store) -> None:
    async def work(tx: Transaction) -> None:
        write_later(tx, "before")
        await tx.savepoint()
        write_later(tx, "after")
        await facts.get(tx, "after")
        await tx.rollback_to_savepoint()

    await store.transact(work)
    assert [await fact(store, key) for key in ("before", "after")] == ["yes", None]


async def test_ids_are_given_in_order_and_never_twice(store: Store) -> None:
    async def chat(tx: Transaction, number: int) -> int:
        given = await tx.new_id("chats")
        tx.later(
            "insert into chats(id, transport, external_id, kind) values (:id, 'telegram', :number, 'private')",
            id=given,
            number=str(number),
        )
        return given

    async def first(tx: Transaction) -> list[int]:
        return [await chat(tx, number) for number in range(IDS + 1)]

    async def second(tx: Transaction) -> list[int]:
        await tx.savepoint()
        taken_back = await chat(tx, 1000)
        await tx.rollback_to_savepoint()
        by_itself = await chats.met(tx, 1001, "private")
        return [taken_back, by_itself, await chat(tx, 1002)]

    given = await store.transact(first)
    taken_back, by_itself, last = await store.transact(second)
    assert given == sorted(set(given))
    assert max(given) < min(taken_back, by_itself)
    assert by_itself != last


# Reading.


async def test_a_read_waits_for_no_write_and_sees_one_state_of_what_was_committed(store: Store) -> None:
    async def write(tx: Transaction) -> None:
        await facts.put(tx, "uncommitted", "yes")
        assert await store.read(look) == (None, None)

    async def look(tx: Transaction) -> tuple[str | None, str | None]:
        return await facts.get(tx, "uncommitted"), await facts.get(tx, "meanwhile")

    async def look_around_a_commit(tx: Transaction) -> None:
        before = await look(tx)
        await put(store, "meanwhile")
        assert await look(tx) == before

    await store.transact(write)
    await store.read(look_around_a_commit)
    assert await store.read(look) == ("yes", "yes")


async def test_a_read_cannot_write(store: Store) -> None:
    async def write(tx: Transaction) -> None:
        await facts.put(tx, "written", "yes")

    with pytest.raises((DatabaseUnavailable, asyncpg.ReadOnlySQLTransactionError)):
        await store.read(write)
    assert await fact(store, "written") is None
    assert await store.read(lambda tx: facts.get(tx, "written")) is None  # and reads go on


# Rows.


class Colour(StrEnum):
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    id: ChatId
    colour: Colour
    flag: bool
    at: datetime
    place: Place | None
    absent: str | None


async def test_values_come_back_as_what_they_were(store: Store) -> None:
    place = Place("Комишуваха «ґ»", (1, 2))

    async def work(tx: Transaction) -> list[Row]:
        await tx.execute("create temporary table t(id bigint, colour text, flag boolean, at bigint, place text)")
        await tx.execute(
            "insert into t values (:id, :colour, :flag, :at, :place)",
            id=2**53 + 1, colour=Colour.BLUE, flag=True, at=tx.now, place=place,
        )  # fmt: skip
        return await tx.fetch_all(
            Row, "select id, colour, flag, at, place, null as absent from t where id in (:ids)", ids=[1, 2**53 + 1]
        )

    assert await store.transact(work) == [Row(ChatId(2**53 + 1), Colour.BLUE, True, START, place, None)]


async def test_an_empty_list_matches_nothing_and_shuts_nothing_out(store: Store) -> None:
    await put(store, "here")

    async def work(tx: Transaction) -> tuple[int, int]:
        inside = await tx.count("select key from facts where key in (:keys)", keys=[])
        outside = await tx.count("select key from facts where key not in (:keys)", keys=[])
        return inside, outside

    assert await store.transact(work) == (0, 1)


# SQLite's trouble.


@pytest.fixture
async def sqlite_store(sqlite: Database) -> Store:
    return Store(sqlite, MovedClock(), policy())


async def fill(tx: Transaction) -> None:
    """Write until the disk, made small, is full."""
    await tx.execute("pragma max_page_count = 1")  # SQLite takes it as: no more than there are now
    await facts.put(tx, "big", "x" * 1_000_000)


async def give_room(tx: Transaction) -> None:
    await tx.execute("pragma max_page_count = 1000000")


async def test_a_full_disk_is_the_databases_fault_and_leaves_nothing(sqlite_store: Store) -> None:
    async def work(tx: Transaction) -> None:
        await facts.put(tx, "before", "yes")
        await tx.savepoint()
        await fill(tx)

    with pytest.raises(DatabaseUnavailable):
        await sqlite_store.transact(work)
    await sqlite_store.transact(give_room)
    assert await fact(sqlite_store, "before") is None


async def test_nothing_is_committed_by_itself_after_the_engine_ended_the_transaction(sqlite_store: Store) -> None:
    refused = []

    async def work(tx: Transaction) -> None:
        await tx.savepoint()
        with pytest.raises(DatabaseUnavailable):
            await fill(tx)
        for statement in (tx.rollback_to_savepoint(), tx.savepoint(), facts.put(tx, "alone", "yes")):
            with pytest.raises(TransactionLost):
                await statement
            refused.append(statement)

    with pytest.raises(TransactionLost):
        await sqlite_store.transact(work)
    assert len(refused) == 3
    await sqlite_store.transact(give_room)
    assert await fact(sqlite_store, "alone") is None


async def test_what_is_asked_for_side_by_side_with_the_statement_that_ended_the_transaction_is_refused(
    sqlite_store: Store,
) -> None:
    async def work(tx: Transaction) -> None:
        await tx.execute("pragma max_page_count = 1")
        outcomes = await asyncio.gather(
            facts.put(tx, "big", "x" * 1_000_000), facts.put(tx, "alone", "yes"), return_exceptions=True
        )
        assert [type(each) for each in outcomes] == [DatabaseUnavailable, TransactionLost]

    with pytest.raises(TransactionLost):
        await sqlite_store.transact(work)
    await sqlite_store.transact(give_room)
    assert await fact(sqlite_store, "alone") is None


async def test_statements_that_are_asked_for_side_by_side_each_get_their_own_outcome(sqlite_store: Store) -> None:
    async def work(tx: Transaction) -> None:
        await facts.put(tx, "one", "1")
        one, mistake, two = await asyncio.gather(
            facts.get(tx, "one"), tx.execute("select nonsense"), facts.get(tx, "two"), return_exceptions=True
        )
        assert (one, type(mistake), two) == ("1", sqlite3.OperationalError, None)

    await sqlite_store.transact(work)


async def test_a_file_that_another_keeps_locked_is_unavailable_for_as_long(migrated: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(migrated, tmp_path / "bot.sqlite3"))
    database = SqliteDatabase(path)
    await database.open()
    store = Store(database, MovedClock(), policy())

    async def be_impatient(tx: Transaction) -> None:
        await tx.execute("pragma busy_timeout = 0")

    await store.transact(be_impatient)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(DatabaseUnavailable):
        await put(store, "key")
    other.execute("rollback")
    other.close()
    await put(store, "key")
    assert await fact(store, "key") == "yes"
    await database.close()


async def test_a_mistake_in_a_statement_is_not_taken_for_an_absent_database(store: Store) -> None:
    async def work(tx: Transaction) -> None:
        await tx.execute("select nonsense from nowhere")

    with pytest.raises((sqlite3.OperationalError, asyncpg.UndefinedTableError)):
        await store.transact(work)


async def test_only_one_process_holds_the_file(sqlite: Database, tmp_path: Path) -> None:
    other = SqliteDatabase(tmp_path / "bot.sqlite3")
    await sqlite.hold()
    with pytest.raises(LockHeld):
        await other.hold()
    await sqlite.close()
    await other.hold()
    await other.close()


# PostgreSQL's trouble.


async def test_any_statement_tells_that_the_connection_is_lost(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        database = PostgresDatabase(dsn)
        store = Store(database, MovedClock(), policy())

        async def cut(tx: Transaction) -> None:
            await tx.execute("select pg_terminate_backend(pg_backend_pid())")

        async def cut_then(tx: Transaction) -> None:
            with pytest.raises(DatabaseUnavailable):
                await cut(tx)
            for statement in (tx.execute("select 1"), tx.savepoint(), tx.rollback_to_savepoint(), tx.flush()):
                tx.later("select 1")
                with pytest.raises(DatabaseUnavailable):
                    await statement

        for work in (cut, cut_then):
            await database.open()
            with pytest.raises(DatabaseUnavailable):
                await store.transact(work)
            with pytest.raises(DatabaseUnavailable):
                await database.ping()
            await database.close()


async def test_a_failure_that_nobody_rolled_back_is_not_committed_as_if_all_were_well(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        database = PostgresDatabase(dsn)
        await database.open()

        async def work(session: Session) -> None:
            with pytest.raises(asyncpg.UndefinedTableError):
                await session.rows("select 1 from nowhere", {})

        with pytest.raises(TransactionLost):
            await database.transact(work)
        await database.ping()
        await database.close()


async def test_an_address_that_cannot_be_used_is_reported_without_its_password() -> None:
    for address in ("postgresql://bot:hush@127.0.0.1:port/bot", "postgresql://bot:hush@127.0.0.1:1/bot"):
        with pytest.raises(DatabaseUnavailable) as error:
            await PostgresDatabase(address).open()
        assert "hush" not in str(error.value)


async def test_the_lock_goes_with_the_connection(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        one, other = PostgresDatabase(dsn), PostgresDatabase(dsn)
        await asyncio.gather(one.open(), other.open())
        await one.hold()
        with pytest.raises(LockHeld):
            await other.hold()
        await one.close()
        await other.hold()
        await other.close()


async def test_a_knock_is_heard_by_the_process_that_works(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        working, standing_by = PostgresDatabase(dsn), PostgresDatabase(dsn)
        heard = asyncio.Event()
        working.when_knocked(heard.set)
        await asyncio.gather(working.open(), standing_by.open())
        await standing_by.knock()
        await heard.wait()
        await asyncio.gather(working.close(), standing_by.close())


def test_an_hour_is_stored_to_the_microsecond() -> None:
    when = START + timedelta(microseconds=1)
    assert from_microseconds(to_microseconds(when)) == when
