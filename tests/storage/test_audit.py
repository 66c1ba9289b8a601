"""The audit in the database: one chain whatever writes to it, which only grows, and is cut at checkpoints."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.audit import BOT, OPERATOR, START, Head, Who
from bot.services.audit import holds, verify
from bot.storage import audit
from bot.storage.engine import Database, RawRow, Session
from bot.storage.migrate import DIRECTORY, migrate
from bot.storage.postgres import PostgresDatabase
from bot.storage.sqlite import SqliteDatabase
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.keys import same_keys
from tests.postgres import PostgresServer
from tests.storage.fill import Release, restored
from tests.town import policy

REFUSED = (sqlite3.IntegrityError, asyncpg.RaiseError)
# As a person with all rights to the database, who has taken its guards away.
UNGUARDED = {
    "sqlite": "drop trigger audit_is_never_changed; drop trigger audit_is_cut_at_a_checkpoint;",
    "postgres": "alter table audit disable trigger all;",
}
TERM = timedelta(days=1095)


async def sql(store: Store, *statements: str) -> Sequence[RawRow]:
    async def run(session: Session) -> Sequence[RawRow]:
        return [row for each in statements for row in await session.rows(each, {})]

    return await store.database.transact(run)


async def unguarded(store: Store) -> None:
    async def run(session: Session) -> None:
        await session.script(UNGUARDED[store.database.dialect])

    await store.database.transact(run)


async def noted(store: Store, *subjects: int, by: Who = OPERATOR) -> None:
    async def write(tx: Transaction) -> None:
        for each in subjects:
            audit.write(tx, by, "open", "case", each)

    await store.transact(write)


async def fault(store: Store) -> str | None:
    return (await verify(store)).wrong


async def test_an_empty_chain_is_whole(store: Store) -> None:
    verdict = await verify(store)
    assert (verdict.entries, verdict.head, verdict.wrong) == (0, START, None)


async def test_entries_are_numbered_and_each_follows_the_one_before(store: Store) -> None:
    await noted(store, 5, 6)
    await noted(store, 7)
    found = await store.read(partial(audit.links, after=0, limit=9))
    assert [(link.id, link.subject_id) for link in found] == [(1, "5"), (2, "6"), (3, "7")]
    verdict = await verify(store)
    assert (verdict.entries, verdict.head, verdict.wrong) == (3, found[-1].head, None)


async def test_an_entry_is_read_in_the_transaction_that_noted_it(store: Store) -> None:
    async def look(tx: Transaction) -> list[bool]:
        found = [await audit.has_written(tx, Who("officer", 1), "open", "case", 1)]
        for act in ("open", "close"):
            audit.write(tx, Who("officer", 1), act, "case", 1)
            found.append(await audit.has_written(tx, Who("officer", 1), act, "case", 1))
        return found

    assert await store.transact(look) == [False, True, True]
    assert (await verify(store)).entries == 2


async def test_entries_noted_while_others_are_written_follow_them(store: Store) -> None:
    async def write_and_look(tx: Transaction, number: int) -> bool:
        audit.write(tx, Who("officer", number), "open", "case", number)
        return await audit.has_written(tx, Who("officer", number), "open", "case", number)

    async def side_by_side(tx: Transaction) -> None:
        for _ in range(2):
            await asyncio.gather(*(write_and_look(tx, number) for number in range(5)))

    await store.transact(side_by_side)
    verdict = await verify(store)
    assert (verdict.entries, verdict.wrong) == (10, None)


async def test_what_is_rolled_back_leaves_no_gap(store: Store) -> None:
    async def half(tx: Transaction) -> None:
        audit.write(tx, OPERATOR, "kept", "case", 1)
        await tx.savepoint()
        audit.write(tx, OPERATOR, "taken back", "case", 2)
        await tx.flush()
        audit.write(tx, OPERATOR, "taken back before it was written", "case", 2)
        await tx.rollback_to_savepoint()
        audit.write(tx, OPERATOR, "kept as well", "case", 3)

    await store.transact(half)
    assert [row["act"] for row in await sql(store, "select act from audit order by id")] == ["kept", "kept as well"]
    assert await fault(store) is None


async def test_processes_that_write_at_the_same_time_make_one_chain(store: Store) -> None:
    other = another(store)
    await other.open()
    try:
        stores = (store, Store(other, store.clock, store.policy))
        await asyncio.gather(*(noted(each, number, number) for number in range(20) for each in stores))
    finally:
        await other.close()
    verdict = await verify(store)
    assert (verdict.entries, verdict.wrong) == (80, None)


def another(store: Store) -> Database:
    """A second connection to the same database, as another process has it."""
    made = store.database
    if isinstance(made, PostgresDatabase):
        return PostgresDatabase(made._dsn, made.keys)  # noqa: SLF001  # the address of the test's own database
    return type(made)(made._path, made.keys)  # type: ignore[attr-defined, call-arg]  # noqa: SLF001  # SQLite's


@pytest.mark.parametrize(
    "change",
    [
        "update audit set act = 'other' where id = 2",
        "delete from audit where id = 2",
        "delete from audit",
        "update audit_checkpoints set upto = 3",
        "delete from audit_checkpoints",
    ],
)
async def test_the_database_itself_refuses_to_change_or_take_out_an_entry(store: Store, change: str) -> None:
    await noted(store, 1, 2, 3)
    with pytest.raises(REFUSED, match="only added to"):
        await sql(store, change)
    assert (await verify(store)).entries == 3


CHANGES = {
    "update audit set act = 'other' where id = 2": "entry 2 was changed",
    "update audit set by_id = 8 where id = 1": "entry 1 was changed",
    "update audit set at = at + 1 where id = 3": "entry 3 was changed",
    "update audit set community = 'other' where id = 3": "entry 3 was changed",
    "delete from audit where id = 2": "entry 2 is missing",
    "delete from audit where id = 1": "entry 1 is missing",
    "update audit set id = 9 where id = 3": "entry 3 is missing",
    "insert into audit(id, at, by_kind, act, subject_kind, subject_id) values (4, 0, 'bot', 'x', 'x', 'x')": (
        "entry 4 was changed, or put there"
    ),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_the_first_entry_that_was_changed_taken_out_or_put_in_is_named(store: Store, change: str) -> None:
    await noted(store, 1, 2, 3)
    await unguarded(store)
    await sql(store, change)
    assert CHANGES[change] in (await fault(store) or "")


COLUMNS = ("at", "by_kind", "by_id", "by_name", "act", "subject_kind", "subject_id", "community", "oblast", "hash")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
async def test_any_change_removal_or_exchange_of_entries_is_found(sqlite: Database, data: st.DataObject) -> None:
    store = Store(sqlite, MovedClock(), policy())
    if not (await verify(store)).entries:
        await noted(store, *range(1, 9))
        await unguarded(store)
    one, other = data.draw(st.integers(1, 7)), data.draw(st.integers(1, 8))
    column = data.draw(st.sampled_from(COLUMNS))
    change = data.draw(st.sampled_from(("change", "remove", "exchange")))

    class UndoneError(Exception):
        pass

    async def spoiled(session: Session) -> None:
        before = [tuple(row) for row in await session.rows("select * from audit order by id", {})]
        if change == "change":
            await session.rows(f"update audit set {column} = coalesce({column}, '') || '1' where id = {one}", {})
        elif change == "remove":
            await session.rows(f"delete from audit where id = {one}", {})
        else:
            await session.script(
                f"""update audit set id = 99 where id = {one}; update audit set id = {one} where id = {other};
                    update audit set id = {other} where id = 99;"""
            )
        after = [tuple(row) for row in await session.rows("select * from audit order by id", {})]
        found = await chain_fault(session, store)
        assert (found is None) == (before == after), (change, column, one, other)
        raise UndoneError

    with pytest.raises(UndoneError):
        await store.database.transact(spoiled)


async def chain_fault(session: Session, store: Store) -> str | None:
    """As `verify` finds it, in a transaction that is not committed."""

    class Inside:
        keys = store.database.keys

        async def read(self, work: Callable[[Session], Awaitable[object]]) -> object:
            return await work(session)

    inside = replace(store, database=Inside())  # type: ignore[arg-type]  # of a database it needs no more
    return (await verify(inside)).wrong


# Heads that were sent.


async def test_a_head_that_was_sent_is_found_until_the_chain_is_cut_or_written_again(store: Store) -> None:
    await noted(store, 1, 2)
    sent = await store.read(audit.head)
    await noted(store, 3)
    assert await holds(store, sent) is True
    assert await holds(store, replace(sent, hash=sent.hash[:16])) is True
    await unguarded(store)
    await sql(store, "delete from audit where id > 1")
    assert await fault(store) is None  # by itself it holds
    assert await holds(store, sent) is False
    await noted(store, 2, 3, by=BOT)
    assert (await fault(store), await holds(store, sent)) == (None, False)


# Cutting at the beginning.


@pytest.fixture
def aged(store: Store, clock: MovedClock) -> Callable[[], Awaitable[Head]]:
    """Three entries past their term, and two within it; the head between them."""

    async def make() -> Head:
        await noted(store, 1, 2, 3)
        old = await store.read(audit.head)
        clock.advance(TERM)
        await noted(store, 4, 5)
        clock.advance(timedelta(days=1))
        return old

    return make


def cut(store: Store, clock: MovedClock, limit: int = 500) -> Awaitable[int]:
    return store.transact(partial(audit.cut, before=clock.now() - TERM, limit=limit))


async def test_what_is_past_its_term_goes_at_a_checkpoint_from_which_the_chain_is_verified(
    store: Store, clock: MovedClock, aged: Callable[[], Awaitable[Head]]
) -> None:
    old = await aged()
    assert await cut(store, clock) == 3
    verdict = await verify(store)
    assert (verdict.checkpoint.head, verdict.checkpoint.entries) == (old, 3)
    assert (verdict.entries, verdict.wrong) == (3, None)  # with the cut itself
    [last] = await store.read(partial(audit.links, after=5, limit=9))
    assert (last.by_kind, last.act, last.subject_id) == ("bot", "cut", old.written)
    assert await cut(store, clock) == 0
    assert (await verify(store)).entries == 3
    assert await holds(store, old) is True
    assert await holds(store, Head(2, "00")) is None


async def test_a_cut_in_batches_makes_one_checkpoint(
    store: Store, clock: MovedClock, aged: Callable[[], Awaitable[Head]]
) -> None:
    await aged()
    assert [await cut(store, clock, limit=2) for _ in range(3)] == [2, 1, 0]
    assert len(await sql(store, "select upto from audit_checkpoints where entries > 0")) == 1
    assert await fault(store) is None


async def test_a_chain_that_is_over_as_a_whole_goes_on_after_it(store: Store, clock: MovedClock) -> None:
    await noted(store, 1, 2, 3)
    clock.advance(2 * TERM)
    assert await cut(store, clock) == 3
    await noted(store, 4)
    verdict = await verify(store)
    assert (verdict.entries, verdict.head.number, verdict.wrong) == (2, 5, None)


async def test_a_wrong_clock_cuts_nothing_that_is_within_its_term(store: Store, clock: MovedClock) -> None:
    await noted(store, 1, 2)
    clock.advance(-5 * TERM)
    await noted(store, 3)
    clock.advance(5 * TERM + timedelta(days=1))
    assert await cut(store, clock) == 0
    assert (await verify(store)).entries == 3


async def test_a_checkpoint_without_a_signature_or_with_a_false_one_is_found(
    store: Store, clock: MovedClock, aged: Callable[[], Awaitable[Head]]
) -> None:
    await aged()
    await sql(
        store, "insert into audit_checkpoints(upto, hash, entries, at) select id, hash, 2, at from audit where id = 2"
    )
    await sql(store, "delete from audit where id <= 2")
    assert await fault(store) == "checkpoint 2 is not signed by a key of this database"
    await sql(
        store,
        """insert into audit_checkpoints(upto, hash, entries, at, signature)
           select id, hash, 1, at, 'ab' from audit where id = 3""",
    )
    assert await fault(store) == "checkpoint 3 is not signed by a key of this database"


# What was there before the chain.


@pytest.fixture(params=["sqlite", "postgresql"])
async def unmigrated(
    request: pytest.FixtureRequest, tmp_path: Path, postgres: PostgresServer
) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        yield SqliteDatabase(tmp_path / "old.sqlite3", same_keys())
    else:
        async with postgres.database() as dsn:
            yield PostgresDatabase(dsn, same_keys())


async def test_the_chain_begins_after_the_entries_of_the_first_release(
    unmigrated: Database, clock: MovedClock, tmp_path: Path
) -> None:
    release, database, schema = Release.read("0.1.0"), unmigrated, tmp_path / "released"
    old = release.rows
    schema.mkdir()
    for name in release.files:
        (schema / name).write_bytes((DIRECTORY / name).read_bytes())
    await database.open()
    await migrate(database, schema)
    await restored(database, old)
    await database.close()
    await database.open()
    await migrate(database)
    store = Store(database, clock, policy())
    await noted(store, 1, 2)
    verdict = await verify(store)
    assert verdict.checkpoint.upto == max(int(row["id"] or 0) for row in old["audit"])
    assert (verdict.entries, verdict.head.number, verdict.wrong) == (2, verdict.checkpoint.upto + 2, None)
    assert len(await sql(store, "select id from audit")) == len(old["audit"]) + 2
    await database.close()


async def test_the_operator_is_named_and_nobody_else(store: Store) -> None:
    named = replace(store, operator="oksana")
    await noted(named, 1)
    await noted(named, 2, by=Who("officer", 1))
    assert [row["by_name"] for row in await sql(store, "select by_name from audit order by id")] == ["oksana", None]
