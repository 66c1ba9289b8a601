"""Groups and channels as stored: their community, who may change them, which topics they take, and their upgrade."""

from bot.domain.community_chats import AT_FIRST, Asked, ChatAnswer, ChatKind, Membership, Rights
from bot.domain.ids import ChatId, PersonId
from bot.domain.letters import ChatAt
from bot.domain.subscriptions import Topic
from bot.storage import areas, chats, officers
from bot.storage import community_chats as stored
from bot.storage.community_chats import Place
from bot.storage.transaction import Store, Transaction
from tests.storage import village
from tests.town import KOMYSHUVAKHA


def seen(telegram_id: int = -1, *, can_post: bool = True, can_pin: bool = False, title: str = "Село") -> Membership:
    rights = Rights(inside=True, can_post=can_post, can_show=can_post, can_pin=can_pin)
    return Membership(telegram_id, ChatKind.GROUP, title, rights)


async def bound(tx: Transaction, telegram_id: int = -1) -> ChatId:
    await village.area(tx)
    keeper = await village.person(tx)
    chat_id = await stored.note(tx, seen(telegram_id), keeper)
    await stored.bind(tx, chat_id, KOMYSHUVAKHA, keeper, AT_FIRST)
    return chat_id


async def manages(tx: Transaction, chat_id: ChatId, person_id: PersonId) -> bool:
    return await stored.managed(tx, chat_id, person_id) is not None


async def test_a_chat_that_is_nobody_s_is_its_keeper_s_alone_while_he_works(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        keeper, coordinator = await village.coordinator(tx, village.HERE), await village.coordinator(tx, None)
        chat_id = await stored.note(tx, seen(), keeper)
        assert await manages(tx, chat_id, keeper)
        assert not await manages(tx, chat_id, coordinator)
        assert [each.chat_id for each in await stored.unbound_of(tx, keeper)] == [chat_id]
        assert await stored.unbound_of(tx, coordinator) == []
        await tx.execute("update parts set until = :now where person_id = :keeper", now=tx.now, keeper=keeper)
        assert not await manages(tx, chat_id, keeper)

    await store.transact(story)


async def test_a_community_s_chat_is_its_coordinators_and_its_officers(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        chat_id = await bound(tx)
        area = (await areas.of_community(tx, KOMYSHUVAKHA))[0].id
        officer_id = await village.officer(tx, area)
        officer = await officers.person_of(tx, officer_id)
        assert officer is not None
        for person in (officer, await village.coordinator(tx, village.HERE), await village.coordinator(tx, None)):
            assert await manages(tx, chat_id, person)
            assert await stored.communities_of(tx, person) == [KOMYSHUVAKHA]
        keeper = (await stored.of_community(tx, KOMYSHUVAKHA))[0].keeper
        assert keeper is not None
        for person in (keeper, await village.coordinator(tx, village.ELSEWHERE)):
            assert not await manages(tx, chat_id, person)
            assert await stored.communities_of(tx, person) == []
        await officers.end_posts(tx, officer_id, [area])
        assert not await manages(tx, chat_id, officer)

    await store.transact(story)


async def test_a_bound_chat_keeps_its_keeper_whoever_changes_the_bot_s_rights(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        chat_id = await bound(tx)
        before = await stored.by_id(tx, chat_id)
        await stored.note(tx, seen(can_pin=True, title="Нова назва"), await village.person(tx))
        after = await stored.by_id(tx, chat_id)
        assert before is not None
        assert after is not None
        assert (after.keeper, after.title, after.can_pin) == (before.keeper, "Нова назва", True)

    await store.transact(story)


async def test_a_community_s_chats_are_found_by_a_topic_that_they_take_while_the_bot_may_write(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        chat_id = await bound(tx)
        await stored.set_thread(tx, chat_id, 7)
        assert await stored.chats_of(tx, KOMYSHUVAKHA, Topic.ROAD) == [Place(chat_id, 7, can_pin=False)]
        assert await stored.chats_of(tx, KOMYSHUVAKHA, Topic.DOMESTIC) == []
        await stored.set_topic(tx, chat_id, Topic.ROAD, taken=False)
        assert await stored.chats_of(tx, KOMYSHUVAKHA, Topic.ROAD) == []
        await stored.set_rights(tx, chat_id, Rights(inside=True))
        assert await stored.chats_of(tx, KOMYSHUVAKHA, Topic.MINES) == []

    await store.transact(story)


async def test_a_chat_taken_from_its_community_takes_no_topic_and_can_be_given_anew(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        chat_id, keeper = await bound(tx), await village.person(tx)
        await stored.forget(tx, chat_id)  # which is only for those without a community
        await stored.set_thread(tx, chat_id, 7)
        await stored.unbind(tx, chat_id, keeper)
        assert await stored.topics_of(tx, chat_id) == set()
        assert await stored.of_community(tx, KOMYSHUVAKHA) == []
        [chat] = await stored.unbound_of(tx, keeper)
        assert chat.thread_id is None
        await stored.forget(tx, chat_id)
        assert await stored.by_id(tx, chat_id) is None

    await store.transact(story)


async def test_an_upgrade_keeps_whose_a_chat_is_though_the_supergroup_was_met_before(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        chat_id = await bound(tx)
        met = await stored.note(tx, seen(-100), None)
        tx.outbox.tell(ChatAt(met), ChatAnswer(Asked.HELP))
        await tx.flush()
        await chats.move(tx, chat_id, -100)
        assert await stored.at(tx, -1) is None
        found = await stored.at(tx, -100)
        assert found is not None
        assert (found.chat_id, found.community) == (chat_id, KOMYSHUVAKHA)
        assert await tx.count("select id from outbox") == 0

    await store.transact(story)
