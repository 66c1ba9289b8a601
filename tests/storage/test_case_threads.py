"""Where a case is in an officer's chat, and what a form there is kept by."""

from bot.domain.bodies import Body, Kind
from bot.domain.case_dialogs import HoldingText, WritingAnswer
from bot.domain.case_threads import Look
from bot.domain.cases import Act
from bot.domain.dialogs import Dialog, Written
from bot.domain.ids import CaseId, ChatId, PersonId
from bot.domain.people import Actor
from bot.storage import case_threads, dialogs, people
from bot.storage.copies import CARD, add_copy
from bot.storage.transaction import Store, Transaction
from simulator.clock import START
from tests.storage import village

LOOK = Look("КШ-2026-000001 · Нове", "❗️")
HELD = HoldingText((Written(7, Body(Kind.TEXT, "Дякую"), None, START),))


async def a_thread(store: Store, thread_id: int | None, *, card: bool = True) -> tuple[PersonId, ChatId, CaseId]:
    """A person, their chat, and a case that has this thread there."""

    async def write(tx: Transaction) -> tuple[PersonId, ChatId, CaseId]:
        person = await village.person(tx)
        chat = (await people.known(tx, person)).chat_id
        case = await village.case(tx, resident=await village.person(tx))
        await case_threads.put(tx, case, chat, thread_id, LOOK)
        if card:
            add_copy(tx, chat, 70, case, None, piece=CARD)
        return person, chat, case

    return await store.transact(write)


async def here(store: Store, person: PersonId, thread_id: int | None) -> Actor:
    return await store.transact(lambda tx: people.known(tx, person, thread_id))


async def test_a_form_belongs_to_the_thread_of_its_case_and_to_no_other(store: Store) -> None:
    person, chat, case = await a_thread(store, 5)
    forms: dict[int | None, Dialog] = {5: WritingAnswer(case, Act.ANSWER), None: WritingAnswer(case, Act.ASK)}

    async def begin(tx: Transaction) -> None:
        for thread_id, form in forms.items():
            await dialogs.begin(tx, await people.known(tx, person, thread_id), form)

    await store.transact(begin)
    for thread_id, form in forms.items():
        actor = await here(store, person, thread_id)
        assert actor.dialog == form
        assert actor.thread_of == (case if thread_id else None)
        found = await store.transact(lambda tx, at=thread_id: dialogs.open_in(tx, person, chat, WritingAnswer, at))  # type: ignore[misc]
        assert found == form

    await store.transact(lambda tx: end(tx, person, 5))
    assert (await here(store, person, 5)).dialog is None
    assert (await here(store, person, None)).dialog == forms[None]


async def end(tx: Transaction, person: PersonId, thread_id: int) -> None:
    await dialogs.end(tx, await people.known(tx, person, thread_id))


async def test_a_thread_of_no_case_shares_the_form_of_the_chat(store: Store) -> None:
    person, _, case = await a_thread(store, 5)

    async def begin(tx: Transaction) -> None:
        await dialogs.begin(tx, await people.known(tx, person), WritingAnswer(case, Act.ANSWER))

    await store.transact(begin)
    actor = await here(store, person, 6)
    assert (actor.thread_id, actor.thread_of) == (6, None)
    assert actor.dialog == WritingAnswer(case, Act.ANSWER)


async def test_what_waits_in_a_thread_goes_on_in_the_chat_when_the_thread_is_closed(store: Store) -> None:
    person, chat, case = await a_thread(store, 5)

    async def close(tx: Transaction) -> None:
        await dialogs.begin(tx, await people.known(tx, person, 5), HELD)
        thread = await case_threads.of(tx, case, chat)
        assert thread is not None
        await case_threads.close(tx, thread)

    await store.transact(close)
    assert (await here(store, person, None)).dialog == HELD


async def test_a_form_that_is_for_the_case_ends_with_its_thread(store: Store) -> None:
    """Else what is written elsewhere in the chat would go to the case unasked."""
    person, chat, case = await a_thread(store, 5)

    async def close(tx: Transaction) -> None:
        await dialogs.begin(tx, await people.known(tx, person, 5), WritingAnswer(case, Act.ANSWER))
        await case_threads.lost(tx, chat, 5)

    await store.transact(close)
    assert (await here(store, person, None)).dialog is None
    assert await store.transact(lambda tx: tx.value(int, "select count(*) from dialogs")) == 0


async def test_a_thread_that_is_lost_is_forgotten_with_its_card(store: Store) -> None:
    _, chat, case = await a_thread(store, 5)
    thread = await store.transact(lambda tx: case_threads.of(tx, case, chat))
    assert thread is not None
    assert thread.has_card
    await store.transact(lambda tx: case_threads.lost(tx, chat, 5))
    assert await store.transact(lambda tx: case_threads.of(tx, case, chat)) is None
    await store.transact(lambda tx: case_threads.put(tx, case, chat, 6, LOOK))
    thread = await store.transact(lambda tx: case_threads.of(tx, case, chat))
    assert thread is not None
    assert not thread.has_card


async def test_one_that_never_took_a_card_is_not_opened_again_until_the_next_start(store: Store) -> None:
    _, chat, case = await a_thread(store, 5, card=False)
    await store.transact(lambda tx: case_threads.lost(tx, chat, 5))
    thread = await store.transact(lambda tx: case_threads.of(tx, case, chat))
    assert thread is not None
    assert thread.thread_id is None
    await store.transact(case_threads.forget_refusals)
    assert await store.transact(lambda tx: case_threads.of(tx, case, chat)) is None
