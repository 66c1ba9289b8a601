"""Dialogs: a person is in the middle of one thing at a time, and not for ever."""

from datetime import timedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import PersonId
from bot.domain.people import Actor
from bot.storage import dialogs, people
from bot.storage.transaction import Store, Transaction
from simulator.clock import START, MovedClock
from tests.storage import village

HOUR = timedelta(hours=1)


async def somebody(store: Store) -> PersonId:
    return await store.transact(village.person)


async def known(store: Store, person: PersonId) -> Actor:
    return await store.transact(lambda tx: people.known(tx, person))


async def begin(store: Store, person: PersonId, flow: str, step: str = "first") -> None:
    async def begun(tx: Transaction) -> None:
        await dialogs.begin(tx, await people.known(tx, person), flow, step, {"case": 1}, tx.now + HOUR)

    await store.transact(begun)


async def test_a_dialog_comes_with_the_person(store: Store) -> None:
    person = await somebody(store)
    assert (await known(store, person)).dialog is None
    await begin(store, person, "search")
    assert (await known(store, person)).dialog == Dialog("search", "first", {"case": 1}, START + HOUR)


async def test_a_new_dialog_takes_the_place_of_the_one_before(store: Store) -> None:
    person = await somebody(store)
    await begin(store, person, "search")
    await begin(store, person, "draft", "collecting")
    dialog = (await known(store, person)).dialog
    assert dialog is not None
    assert (dialog.flow, dialog.step) == ("draft", "collecting")


async def test_everybody_has_a_dialog_of_his_own(store: Store) -> None:
    one, other = await somebody(store), await somebody(store)
    await begin(store, one, "search")
    await begin(store, other, "draft")

    async def ended(tx: Transaction) -> None:
        await dialogs.end(tx, await people.known(tx, other))

    await store.transact(ended)
    assert (await known(store, one)).dialog is not None
    assert (await known(store, other)).dialog is None


async def test_a_dialog_that_was_left_lying_is_over(store: Store, clock: MovedClock) -> None:
    person = await somebody(store)
    chat_id = (await known(store, person)).chat_id
    await begin(store, person, "search")
    clock.advance(HOUR)
    assert (await known(store, person)).dialog is None
    assert await store.transact(lambda tx: dialogs.data_of(tx, person, chat_id)) == {}


async def test_only_dialogs_that_are_over_are_swept(store: Store, clock: MovedClock) -> None:
    early, late = await somebody(store), await somebody(store)
    await begin(store, early, "search")
    clock.advance(HOUR / 2)
    await begin(store, late, "search")
    clock.advance(HOUR / 2)

    async def left(tx: Transaction) -> int:
        await dialogs.sweep(tx)
        return await tx.count("select flow from dialogs")

    assert await store.transact(left) == 1
    assert (await known(store, late)).dialog is not None
