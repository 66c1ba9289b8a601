"""The inbox: fair between chats, in order within one, and nothing handled twice or lost."""

from datetime import timedelta
from functools import partial

import pytest

from bot.storage import inbox
from bot.storage.inbox import Arrival, Stored
from bot.storage.sealing import Keys
from bot.storage.transaction import Store, Transaction
from bot.workers.updates import FIRST
from simulator.clock import START, MovedClock


@pytest.fixture(autouse=True)
def chats_in_the_order_of_their_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands for a chat is in no order of its own."""
    monkeypatch.setattr(Keys, "stand_in", lambda _, chat_id: chat_id)


async def come(store: Store, *updates: tuple[int, int], body: str = "words") -> None:
    """Updates (id, chat) in one batch."""
    await store.transact(lambda tx: inbox.store(tx, [Arrival(update, chat, body) for update, chat in updates]))


async def taken(store: Store, *, after: int = FIRST, most: int = 64, each: int = 4) -> list[Stored]:
    return await store.transact(lambda tx: inbox.take(tx, after, most, each))


async def ids(store: Store, *, after: int = FIRST, most: int = 64, each: int = 4) -> list[int]:
    return [row.update_id for row in await taken(store, after=after, most=most, each=each)]


async def handle(store: Store, update_id: int) -> None:
    async def handled(tx: Transaction) -> None:
        inbox.end(tx, update_id)

    await store.transact(handled)


async def set_aside(store: Store, update_id: int) -> None:
    async def failed(tx: Transaction) -> None:
        inbox.set_aside(tx, update_id, 5, "ZeroDivisionError")

    await store.transact(failed)


async def test_one_who_writes_much_holds_nobody_up(store: Store) -> None:
    await come(store, *((update, 10) for update in range(1, 100)), (100, 20), (101, 30))
    assert await ids(store, each=3) == [1, 2, 3, 100, 101]


async def test_where_many_chats_wait_fewer_of_each_are_taken(store: Store) -> None:
    await come(store, *((100 * chat + number, chat) for chat in range(1, 5) for number in range(3)))
    assert await ids(store, most=4) == [100, 200, 300, 400]
    assert await ids(store, most=9) == [100, 101, 200, 201, 300, 301, 400, 401]
    assert len(await ids(store)) == 12


async def test_a_round_goes_on_after_the_last_chat_and_begins_again(store: Store) -> None:
    await come(store, (1, -1_000_000_000_007), (2, 10), (3, 20), (4, 30))
    assert await ids(store, most=2) == [1, 2]
    assert await ids(store, most=2, after=10) == [3, 4]
    assert await ids(store, most=2, after=30) == []
    await handle(store, 1)
    assert await ids(store, most=2) == [2, 3]


async def test_a_chat_is_handled_in_the_order_in_which_telegram_numbered_it(store: Store) -> None:
    await come(store, (7, 10), (9, 10))
    await come(store, (8, 10), (6, 10))
    assert await ids(store) == [6, 7, 8, 9]


async def test_an_update_that_comes_again_changes_nothing(store: Store) -> None:
    await come(store, (1, 10), (2, 20), (3, 30), body="first")
    await handle(store, 1)
    await set_aside(store, 2)
    await come(store, (1, 10), (2, 20), (3, 30), (3, 30), body="second")
    assert [(row.update_id, row.body) for row in await taken(store)] == [(3, "first")]
    [aside] = await store.transact(lambda tx: inbox.aside(tx, 10))
    assert (aside.update_id, aside.body) == (2, "first")


async def test_what_was_put_off_stays_first_in_its_chat_and_the_others_go_on(store: Store) -> None:
    await come(store, (1, 10), (2, 10), (3, 20))
    later = START + timedelta(minutes=1)

    async def failed(tx: Transaction) -> None:
        inbox.put_off(tx, 1, 1, later, "ZeroDivisionError")

    await store.transact(failed)
    assert [(row.update_id, row.attempts, row.next_at > START) for row in await taken(store)] == [
        (1, 1, True),
        (2, 0, False),
        (3, 0, False),
    ]


async def test_what_is_set_aside_lets_its_chat_go_on_and_keeps_its_words(store: Store) -> None:
    await come(store, (1, 10), (2, 10))
    await set_aside(store, 1)
    assert await ids(store) == [2]
    aside = await store.transact(lambda tx: inbox.aside_one(tx, 1))
    assert aside is not None
    assert (aside.body, aside.attempts, aside.error) == ("words", 5, "ZeroDivisionError")


async def test_what_is_replayed_is_tried_as_if_for_the_first_time(store: Store) -> None:
    await come(store, (1, 10))
    await set_aside(store, 1)
    assert await store.transact(lambda tx: inbox.replay(tx, 1))
    [row] = await taken(store)
    assert (row.update_id, row.attempts, row.next_at < START) == (1, 0, True)


async def test_what_is_dropped_is_gone(store: Store) -> None:
    await come(store, (1, 10))
    await set_aside(store, 1)
    assert await store.transact(lambda tx: inbox.drop(tx, 1))
    assert await store.transact(lambda tx: inbox.aside_one(tx, 1)) is None
    assert await ids(store) == []


async def test_only_what_is_set_aside_can_be_replayed_or_dropped(store: Store) -> None:
    await come(store, (1, 10), (2, 20))
    await handle(store, 1)
    for update_id in (1, 2, 3):
        assert not await store.transact(partial(inbox.replay, update_id=update_id))
        assert not await store.transact(partial(inbox.drop, update_id=update_id))
    assert await ids(store) == [2]


async def test_handled_updates_are_forgotten_in_time_and_no_others(store: Store, clock: MovedClock) -> None:
    await come(store, (1, 10), (2, 20), (3, 30))
    await handle(store, 1)
    await set_aside(store, 2)
    keep = timedelta(hours=48)
    clock.advance(keep)
    assert await store.transact(lambda tx: inbox.sweep(tx, keep)) == 0
    clock.advance(timedelta(seconds=1))
    assert await store.transact(lambda tx: inbox.sweep(tx, keep)) == 1
    assert await ids(store) == [3]
    assert await store.transact(lambda tx: inbox.aside_one(tx, 2)) is not None


async def test_after_an_unclean_stop_only_the_first_of_each_chat_has_been_tried(store: Store) -> None:
    await come(store, (1, 10), (2, 10), (3, 20))
    await store.transact(inbox.count_attempt_of_waiting)
    assert [(row.update_id, row.attempts) for row in await taken(store)] == [(1, 1), (2, 0), (3, 1)]
