"""What happens when SQLite fails in the middle of a transaction, or another process has its file."""

import asyncio
import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.storage import facts
from bot.storage.engine import Database, DatabaseUnavailable, LockHeld, TransactionLost
from bot.storage.sqlite import SqliteDatabase
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.keys import same_keys
from tests.storage.facts import fact, put
from tests.town import policy


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
    database = SqliteDatabase(path, same_keys())
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


async def test_only_one_process_holds_the_file(sqlite: Database, tmp_path: Path) -> None:
    other = SqliteDatabase(tmp_path / "bot.sqlite3", same_keys())
    await sqlite.hold()
    with pytest.raises(LockHeld):
        await other.hold()
    await sqlite.close()
    await other.hold()
    await other.close()
