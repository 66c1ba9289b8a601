"""What a transaction promises on either database: all or nothing, writes that are gathered, reads beside it."""

import asyncio
import sqlite3

import asyncpg
import pytest

from bot.storage import chats, facts
from bot.storage.engine import DatabaseUnavailable
from bot.storage.transaction import IDS, Store, Transaction
from tests.storage.facts import fact, put

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


async def test_a_mistake_in_a_statement_is_not_taken_for_an_absent_database(store: Store) -> None:
    async def work(tx: Transaction) -> None:
        await tx.execute("select nonsense from nowhere")

    with pytest.raises((sqlite3.OperationalError, asyncpg.UndefinedTableError)):
        await store.transact(work)


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
