"""A database knows its keys. What an older key sealed, or none, is sealed again beside all other work."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import pytest

from bot.domain.bodies import Body, Kind
from bot.domain.ids import CaseMessageId
from bot.storage import case_messages, people, resealing
from bot.storage.engine import Database, Session
from bot.storage.key_file import WrongKeys
from bot.storage.sealing import SEALED, Key
from bot.storage.transaction import Store, Transaction
from bot.workers import sealing
from tests.storage.fill import CANARY, Release, restored
from tests.storage.test_upgrade import RELEASED

NEW = Key(2, b"n" * 32)
SOMEBODY = 700_000_001  # in the database of every release


async def beginnings(database: Database) -> set[str]:
    """How the values of all sealed columns begin: by which key."""

    async def read(session: Session) -> set[str]:
        found: set[str] = set()
        for table, names in SEALED.items():
            for name in names:
                sql = f"select distinct substr({name}, 1, 3) as it from {table} where {name} is not null"
                found |= {str(row["it"]) for row in await session.rows(sql, {})}
        return found

    return await database.transact(read)


async def sealed_again(database: Database) -> int:
    return sum([count async for count in resealing.seal_again(database)])


def another_key(database: Database) -> None:
    """As when another process has made one."""
    ring = replace(database.keys.ring, keys=(*database.keys.ring.keys, NEW))
    database.keys.read = lambda: ring
    database.keys.load()


async def canaries(tx: Transaction) -> Sequence[CaseMessageId]:
    ids = await tx.column(CaseMessageId, "select id from case_messages order by id")
    found = [await case_messages.by_id(tx, each) for each in ids]
    return [each.id for each in found if each is not None and CANARY in each.body.text]


@pytest.fixture(params=RELEASED)
async def older(request: pytest.FixtureRequest, database: Database) -> Database:
    """A database of a release that sealed nothing, as this program has opened it."""
    await restored(database, Release.read(request.param).rows)
    await resealing.agree(database)
    return database


async def test_what_a_version_before_stored_is_read_and_sealed_later(older: Database, store: Store) -> None:
    async def somebody(tx: Transaction) -> object:
        return await people.actor(tx, SOMEBODY)

    before, known = await store.transact(canaries), await store.transact(somebody)
    assert before
    assert known
    assert not await resealing.is_done(older)
    left = await resealing.count(older)
    assert await sealed_again(older) == left > 10
    assert (await resealing.is_done(older), await resealing.count(older)) == (True, 0)
    assert await beginnings(older) == {older.keys.ring.current.prefix}
    assert (await store.transact(canaries), await store.transact(somebody)) == (before, known)


async def test_a_new_key_seals_everything_and_the_old_one_can_go(older: Database, store: Store) -> None:
    await sealed_again(older)
    said = await store.transact(canaries)
    [old] = older.keys.ring.keys
    another_key(older)
    assert await store.transact(canaries) == said
    assert not await resealing.is_done(older)
    await sealed_again(older)
    assert await beginnings(older) == {NEW.prefix}
    await resealing.forget(older, old)
    alone = replace(older.keys.ring, keys=(NEW,))
    older.keys.read = lambda: alone
    assert not await resealing.agree(older)
    assert await store.transact(canaries) == said
    assert await store.transact(lambda tx: people.actor(tx, SOMEBODY))


async def test_what_breaks_off_goes_on(older: Database, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resealing, "BATCH", 2)
    monkeypatch.setattr(sealing, "BATCHES", 1)
    said, left = await store.transact(canaries), await resealing.count(older)
    minutes = 0
    while not await resealing.is_done(older):
        await sealing.seal_some_again(older)
        assert await store.transact(canaries) == said
        minutes += 1
    assert minutes > left / 2 - 1
    assert await beginnings(older) == {older.keys.ring.current.prefix}


async def test_what_is_changed_meanwhile_stays_changed(older: Database, store: Store) -> None:
    [message, *_] = await store.transact(canaries)

    async def edit(tx: Transaction) -> None:
        found = await case_messages.by_id(tx, message)
        assert found is not None
        await case_messages.change_body(tx, found, Body(Kind.TEXT, "Стало інакше"), 9, emergency=None)

    read = older.read

    async def read_and_edit(work: Callable[[Session], Awaitable[list[resealing.Stale]]]) -> list[resealing.Stale]:
        found = await read(work)
        if found and CANARY in found[0].value:
            await store.transact(edit)
        return found

    older.read = read_and_edit  # type: ignore[method-assign,assignment]  # between the reading and the writing
    await sealed_again(older)
    after = await store.transact(lambda tx: case_messages.by_id(tx, message))
    assert after is not None
    assert after.body.text == "Стало інакше"


async def test_a_database_is_not_opened_with_the_keys_of_another(database: Database) -> None:
    [key] = database.keys.ring.keys
    others = replace(database.keys.ring, keys=(replace(key, secret=b"x" * 32),))
    database.keys.read = lambda: others
    with pytest.raises(WrongKeys, match="1:"):
        await resealing.agree(database)


async def test_keys_that_cannot_be_read_any_more_stop_nothing(database: Database, store: Store) -> None:
    def unreadable() -> None:
        raise WrongKeys("the file of keys is damaged")

    database.keys.read = unreadable  # type: ignore[assignment]  # it returns nothing
    assert await sealing.seal_some_again(database) == 0
    assert await store.transact(lambda tx: people.add(tx, 700_000_099))
