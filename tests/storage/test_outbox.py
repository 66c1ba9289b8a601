"""What becomes of a letter in the outbox: joined with one that says the same, waiting for its album, or refused."""

from datetime import timedelta
from functools import partial

from bot.domain.ids import OutboxId
from bot.domain.letters import Party
from bot.storage import outbox
from bot.storage.outbox import State
from bot.storage.transaction import Store, Transaction
from simulator.clock import START, MovedClock
from tests.storage.letters import ONE, OTHER, mark_sending, refuse, retry, somebody, tell, waiting

# Joining.


async def test_the_same_sent_twice_to_one_party_is_one_letter(store: Store) -> None:
    party, other = await somebody(store), await somebody(store)
    await tell(store, party, dedupe="edit:1")
    await tell(store, party, dedupe="edit:1")
    await tell(store, party, dedupe="edit:2")
    await tell(store, other, dedupe="edit:1")
    assert [row.party for row in await waiting(store)] == [party, party, other]


async def test_what_has_no_name_is_never_joined(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party)
    await tell(store, party)
    assert len(await waiting(store)) == 2


async def test_a_letter_joins_none_that_is_being_sent(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, dedupe="edit:1")
    [first] = await waiting(store)
    await mark_sending(store, first.id)
    await tell(store, party, dedupe="edit:1")
    [second] = await waiting(store)
    assert second.id > first.id


async def test_a_send_that_failed_is_one_with_a_newer_letter_that_says_the_same(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, dedupe="edit:1")
    [first] = await waiting(store)
    await mark_sending(store, first.id)
    await tell(store, party, dedupe="edit:1")
    await retry(store, first.id)
    [left] = await waiting(store)
    assert left.id > first.id


async def test_after_a_crash_what_was_being_sent_waits_again_unless_a_newer_one_says_the_same(store: Store) -> None:
    party = await somebody(store)
    for dedupe in ("edit:1", "edit:2", None):
        await tell(store, party, dedupe=dedupe)
    rows = await waiting(store)
    for row in rows:
        await mark_sending(store, row.id)
    await tell(store, party, dedupe="edit:1")
    assert await store.transact(outbox.recover) == 2
    again = await waiting(store)
    assert [row.id for row in again][:2] == [rows[1].id, rows[2].id]
    assert len(again) == 3


# Albums.


PAUSE, LONGEST = timedelta(seconds=1.5), timedelta(seconds=10)


async def album_part(store: Store, party: Party) -> None:
    async def write(tx: Transaction) -> None:
        tx.outbox.tell_album(party, ONE, "a1", tx.now + PAUSE, LONGEST)

    await store.transact(write)


async def test_an_album_waits_for_its_last_part(store: Store, clock: MovedClock) -> None:
    party = await somebody(store)
    await album_part(store, party)
    clock.advance(timedelta(seconds=1))
    await album_part(store, party)
    [row] = await waiting(store)
    assert row.next_at == START + timedelta(seconds=2.5)


async def test_an_album_waits_no_longer_than_ten_seconds_from_its_first_part(store: Store, clock: MovedClock) -> None:
    party = await somebody(store)
    for _ in range(12):
        await album_part(store, party)
        clock.advance(timedelta(seconds=1))
    [row] = await waiting(store)
    assert row.next_at == START + LONGEST


async def test_a_part_that_comes_while_its_album_is_being_sent_is_a_letter_of_its_own(store: Store) -> None:
    party = await somebody(store)
    await album_part(store, party)
    [row] = await waiting(store)
    await mark_sending(store, row.id)
    await album_part(store, party)
    assert len(await waiting(store)) == 1


# What did not go.


async def ended(store: Store) -> list[tuple[OutboxId, State, str | None]]:
    return [(row.id, row.state, row.error) for row in await store.transact(lambda tx: outbox.ended(tx, 10))]


async def test_a_refused_letter_stays_with_its_error_and_lets_its_chat_go_on(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, ONE)
    await tell(store, party, OTHER)
    [first, second] = await waiting(store)
    await refuse(store, first.id)
    assert [row.id for row in await waiting(store)] == [second.id]
    assert await ended(store) == [(first.id, State.REFUSED, "403")]


async def test_a_refused_letter_can_be_sent_after_all_or_dropped(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, ONE)
    await tell(store, party, OTHER)
    [first, second] = await waiting(store)
    for row in (first, second):
        await refuse(store, row.id)
    assert await store.transact(partial(outbox.replay, row_id=first.id))
    assert await store.transact(partial(outbox.drop, row_id=second.id))
    [row] = await waiting(store)
    assert (row.id, row.attempts) == (first.id, 0)
    assert await ended(store) == []


async def test_a_refused_letter_that_is_replayed_is_one_with_a_newer_that_says_the_same(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party, dedupe="edit:1")
    [first] = await waiting(store)
    await refuse(store, first.id)
    await tell(store, party, dedupe="edit:1")
    assert await store.transact(partial(outbox.replay, row_id=first.id))
    [row] = await waiting(store)
    assert row.id > first.id
    assert await ended(store) == []


async def test_a_letter_that_waits_can_be_neither_replayed_nor_dropped(store: Store) -> None:
    await tell(store, await somebody(store))
    [row] = await waiting(store)
    assert not await store.transact(partial(outbox.replay, row_id=row.id))
    assert not await store.transact(partial(outbox.drop, row_id=row.id))
    assert len(await waiting(store)) == 1
