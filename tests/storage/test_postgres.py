"""What happens when the connection to PostgreSQL is lost, and what goes with a connection: the lock and the knock."""

import asyncio

import asyncpg
import pytest

from bot.storage.engine import DatabaseUnavailable, LockHeld, Session, TransactionLost
from bot.storage.postgres import PostgresDatabase
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.keys import same_keys
from tests.postgres import PostgresServer
from tests.town import policy


async def test_any_statement_tells_that_the_connection_is_lost(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        database = PostgresDatabase(dsn, same_keys())
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
        database = PostgresDatabase(dsn, same_keys())
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
            await PostgresDatabase(address, same_keys()).open()
        assert "hush" not in str(error.value)


async def test_the_lock_goes_with_the_connection(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        one, other = PostgresDatabase(dsn, same_keys()), PostgresDatabase(dsn, same_keys())
        await asyncio.gather(one.open(), other.open())
        await one.hold()
        with pytest.raises(LockHeld):
            await other.hold()
        await one.close()
        await other.hold()
        await other.close()


async def test_a_knock_is_heard_by_the_process_that_works(postgres: PostgresServer) -> None:
    async with postgres.database() as dsn:
        working, standing_by = PostgresDatabase(dsn, same_keys()), PostgresDatabase(dsn, same_keys())
        heard = asyncio.Event()
        working.when_knocked(heard.set)
        await asyncio.gather(working.open(), standing_by.open())
        await standing_by.knock()
        await heard.wait()
        await asyncio.gather(working.close(), standing_by.close())
