"""What was read ahead for a round holds until an update of the round writes to what it was made of."""

from collections.abc import Awaitable, Callable

from bot.domain.bodies import Body, Kind
from bot.domain.cases import NewMessage, Side
from bot.domain.ids import OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.people import Actor
from bot.storage import case_messages, copies, officers, people
from bot.storage.ahead import Ahead, Asking, read_ahead
from bot.storage.copies import Found, FoundAt
from bot.storage.transaction import Store, Transaction
from tests.storage.village import area, case

OLENA = 700_000_000  # the sender's account; those of the village begin after it
MESSAGE = 17


async def asking(tx: Transaction, answers: int | None = None) -> Ahead:
    return await read_ahead(tx, [Asking(OLENA, answers)])


async def actor(ahead: Ahead) -> Actor:
    found = await ahead.actor(OLENA)
    assert found is not None
    return found


async def test_as_long_as_nothing_is_written_nothing_is_read_again(store: Store) -> None:
    async def act(tx: Transaction) -> None:
        person = await people.add(tx, OLENA)
        await case(tx, await area(tx), resident=person)
        ahead = await asking(tx)
        assert await actor(ahead) is await actor(ahead)
        assert await ahead.open_cases_of(person) is await ahead.open_cases_of(person)

    await store.transact(act)


async def changes(store: Store, change: Callable[[Transaction, PersonId], Awaitable[None]]) -> tuple[Actor, Actor]:
    """The actor, as read ahead and after an earlier update of the round has changed it."""

    async def act(tx: Transaction) -> tuple[Actor, Actor]:
        person = await people.add(tx, OLENA)
        officer = await officers.add(tx, person)
        await officers.assign(tx, officer, await area(tx))
        ahead = await asking(tx)
        before = await actor(ahead)
        await change(tx, person)
        return before, await actor(ahead)

    return await store.transact(act)


async def test_an_actor_changed_by_an_earlier_update_is_read_again(store: Store) -> None:
    async def speaks_english(tx: Transaction, person: PersonId) -> None:
        await people.set_language(tx, person, Language.EN)

    before, after = await changes(store, speaks_english)
    assert (before.language, after.language) == (Language.UK, Language.EN)


async def test_an_officer_dismissed_by_an_earlier_update_has_lost_the_post(store: Store) -> None:
    async def dismissed(tx: Transaction, person: PersonId) -> None:
        officer = await officers.of_person(tx, person)
        assert officer is not None
        await officers.end_posts(
            tx, OfficerId(officer.id), [post.area_id for post in await officers.posts(tx, officer.id)]
        )

    before, after = await changes(store, dismissed)
    assert before.officer_id is not None
    assert after.officer_id is None


async def test_a_case_sent_by_an_earlier_update_is_among_the_open_ones(store: Store) -> None:
    async def act(tx: Transaction) -> None:
        person = await people.add(tx, OLENA)
        ahead = await asking(tx)
        assert await ahead.open_cases_of(person) == []
        sent = await case(tx, await area(tx), resident=person)
        assert [each.id for each in await ahead.open_cases_of(person)] == [sent]

    await store.transact(act)


async def test_who_was_not_asked_about_has_open_cases_too(store: Store) -> None:
    async def act(tx: Transaction) -> None:
        person = await people.add(tx, OLENA)
        sent = await case(tx, await area(tx), resident=person)
        ahead = await read_ahead(tx, [])
        assert [each.id for each in await ahead.open_cases_of(person)] == [sent]

    await store.transact(act)


async def test_what_is_answered_is_found_where_it_was_gathered_before_the_round(store: Store) -> None:
    async def act(tx: Transaction) -> None:
        person = await people.add(tx, OLENA)
        sent = await case(tx, await area(tx), resident=person)
        chat = (await people.known(tx, person)).chat_id
        copies.add_copy(tx, chat, MESSAGE, sent, None)
        ahead = await asking(tx, MESSAGE)
        assert await ahead.found_at(chat, MESSAGE) == FoundAt(sent, None, aside=False, chat_id=chat, message_id=MESSAGE)

    await store.transact(act)


async def test_what_is_answered_is_looked_for_again_after_a_case_has_changed(store: Store) -> None:
    async def act(tx: Transaction) -> None:
        person = await people.add(tx, OLENA)
        sent = await case(tx, await area(tx), resident=person)
        ahead = await asking(tx, MESSAGE)
        chat = (await actor(ahead)).chat_id
        assert await ahead.found_at(chat, MESSAGE) is None
        said = await case_messages.add(tx, sent, NewMessage(Side.RESIDENT, Body(Kind.TEXT, "Лампа"), tx.now))
        copies.add_copy(tx, chat, MESSAGE, sent, said)
        await tx.flush()
        assert await ahead.found_at(chat, MESSAGE) == Found(sent, said, aside=False)

    await store.transact(act)
