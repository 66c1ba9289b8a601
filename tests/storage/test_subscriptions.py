"""Whom a notice is for: by place, by topic, by what can be written to; page by page, and once more when it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from bot.domain.ids import ChatId, NoticeId, PersonId
from bot.domain.residents import Place
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode, SettlementCode
from bot.storage import chats, residents, subscriptions
from bot.storage.subscriptions import Reach
from bot.storage.transaction import Store, Transaction
from tests.storage import village
from tests.town import KOMYSHUVAKHA, resources

VESELE, ZORIANE, NOVE = [each.code for each in resources().register.community(KOMYSHUVAKHA).settlements][:3]
KUSHUHUM = CommunityCode("UA23060110000049870")
NOWHERE_NAMED = ""


async def resident(
    tx: Transaction, community: CommunityCode = KOMYSHUVAKHA, settlement: SettlementCode | None = None
) -> PersonId:
    person_id = await village.person(tx)
    await residents.set_place(tx, person_id, Place(community, settlement))
    return person_id


async def notice(
    tx: Transaction,
    *places: str | None,
    topic: Topic = Topic.ROAD,
    community: CommunityCode = KOMYSHUVAKHA,
    chats: bool = False,
) -> NoticeId:
    """For these settlements of a community; for all of it, where it is None."""
    author = await village.person(tx)
    notice_id = await tx.insert(
        """insert into notices(person_id, topic, status, chats, created_at, touched_at, sent_at)
           values (:author, :topic, 'sent', :chats, :now, :now, :now) returning id""",
        author=author,
        topic=topic,
        chats=chats,
        now=tx.now,
    )
    for place in places:
        await tx.execute(
            "insert into notice_places(notice_id, community, settlement) values (:notice, :community, :settlement)",
            notice=notice_id,
            community=community,
            settlement=place,
        )
    return NoticeId(notice_id)


async def group(
    tx: Transaction, telegram_id: int, *topics: Topic, community: CommunityCode = KOMYSHUVAKHA, inside: bool = True
) -> ChatId:
    chat_id = await chats.met(tx, telegram_id, "supergroup")
    await tx.execute(
        """insert into community_chats(chat_id, community, title, thread_id, inside, can_post, can_pin)
           values (:chat, :community, 'Село', 7, :inside, :inside, :inside)""",
        chat=chat_id,
        community=community,
        inside=inside,
    )
    for topic in topics:
        await tx.execute("insert into chat_topics(chat_id, topic) values (:chat, :topic)", chat=chat_id, topic=topic)
    return ChatId(chat_id)


@dataclass(frozen=True, slots=True)
class Chat:
    chat_id: ChatId


async def chat_of(tx: Transaction, person_id: PersonId) -> ChatId:
    found = await tx.fetch_one(Chat, "select chat_id from persons where id = :id", id=person_id)
    assert found is not None
    return found.chat_id


async def all_recipients(tx: Transaction, notice_id: NoticeId, page: int = 500) -> list[ChatId]:
    """All recipients, page by page, each further on than the one before."""
    after: int | None = 0
    found: list[ChatId] = []
    at = 0
    while after is not None:
        recipients, reached = await subscriptions.recipients(tx, notice_id, after, page)
        assert len(recipients) <= page
        for each in recipients:
            assert each.position > at
            at = each.position
            found.append(each.chat_id)
        assert reached is None or reached >= max(at, after + 1)
        after = reached
    return found


async def chats_of(tx: Transaction, people: Sequence[PersonId]) -> list[ChatId]:
    return [await chat_of(tx, each) for each in people]


async def test_a_notice_is_for_those_who_live_at_its_places(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        unnamed, vesele, zoriane = [await resident(tx, settlement=each) for each in (None, VESELE, ZORIANE)]
        await resident(tx, KUSHUHUM)
        await village.person(tx)
        for places, people in (
            ([None], [unnamed, vesele, zoriane]),
            ([NOWHERE_NAMED], [unnamed]),
            ([VESELE], [vesele]),
            ([NOVE], []),
            ([ZORIANE, NOWHERE_NAMED], [zoriane, unnamed]),
        ):
            notice_id = await notice(tx, *places)
            chats = await chats_of(tx, people)
            assert await all_recipients(tx, notice_id) == chats
            assert await subscriptions.how_many(tx, notice_id) == Reach(len(people), 0, 0, exact=True)
            everybody = await chats_of(tx, [unnamed, vesele, zoriane])
            assert await subscriptions.still(tx, notice_id, everybody) == set(chats)

    await store.transact(story)


@pytest.mark.parametrize("page", [1, 2, 3, 7])
async def test_pages_of_any_length_tell_everyone_once(store: Store, page: int) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        places = [VESELE, ZORIANE, None]
        people = [await resident(tx, settlement=places[at % 3]) for at in range(10)]
        for person_id in people[4:6]:
            await subscriptions.choose(tx, person_id, [Topic.ROAD], subscribed=False)
        groups = [await group(tx, -at, Topic.ROAD) for at in range(1, 4)]
        notice_id = await notice(tx, ZORIANE, NOVE, NOWHERE_NAMED, VESELE, chats=True)
        subscribed = await chats_of(tx, people[:4] + people[6:])
        found = await all_recipients(tx, notice_id, page)
        assert sorted(found[:8]) == subscribed
        assert found[8:] == groups

    await store.transact(story)


async def test_many_empty_places_are_passed_over(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        person_id = await resident(tx, settlement=VESELE)
        empty = [f"nobody {at}" for at in range(2 * subscriptions.PLACES)]
        notice_id = await notice(tx, *empty, VESELE)
        assert (await subscriptions.recipients(tx, notice_id, 0, 500))[0] == []
        assert await all_recipients(tx, notice_id) == [await chat_of(tx, person_id)]

    await store.transact(story)


@pytest.mark.parametrize("topic", [Topic.ROAD, Topic.DOMESTIC])
async def test_a_topic_is_subscribed_to_as_chosen_or_else_by_default(store: Store, topic: Topic) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        silent, yes, no = [await resident(tx) for _ in range(3)]
        await subscriptions.choose(tx, yes, [topic], subscribed=False)
        await subscriptions.choose(tx, yes, [topic], subscribed=True)
        await subscriptions.choose(tx, no, [topic, Topic.MINES], subscribed=False)
        await subscriptions.choose(tx, silent, [Topic.MINES], subscribed=topic.on_by_itself)
        assert await subscriptions.choices(tx, no) == {topic: False, Topic.MINES: False}
        subscribed = await chats_of(tx, [silent, yes] if topic.on_by_itself else [yes])
        notice_id = await notice(tx, None, topic=topic)
        assert await all_recipients(tx, notice_id) == subscribed
        assert await subscriptions.still(tx, notice_id, await chats_of(tx, [silent, yes, no])) == set(subscribed)
        assert await subscriptions.how_many(tx, notice_id) == Reach(len(subscribed), 0, 0, exact=True)

    await store.transact(story)


async def test_who_blocked_the_bot_is_no_recipient(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        person_id = await resident(tx)
        await tx.execute(
            "update chats set unreachable_since = :now where id = :chat", now=tx.now, chat=await chat_of(tx, person_id)
        )
        notice_id = await notice(tx, None)
        assert await all_recipients(tx, notice_id) == []
        assert await subscriptions.how_many(tx, notice_id) == Reach(0, 0, 0, exact=True)

    await store.transact(story)


async def test_it_is_for_nobody_any_more_who_has_moved_or_left_the_topic(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        moves, leaves, stays, nearby = [await resident(tx, settlement=VESELE) for _ in range(4)]
        notice_id = await notice(tx, VESELE, ZORIANE)
        planned = await all_recipients(tx, notice_id)
        assert len(planned) == 4
        await residents.set_place(tx, moves, Place(KUSHUHUM))
        await residents.set_place(tx, nearby, Place(KOMYSHUVAKHA, ZORIANE))
        await subscriptions.choose(tx, leaves, [Topic.ROAD], subscribed=False)
        assert await subscriptions.still(tx, notice_id, planned) == {*await chats_of(tx, [stays, nearby])}

    await store.transact(story)


async def test_groups_take_their_topics_where_the_bot_is(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        await village.area(tx, KUSHUHUM)
        takes = await group(tx, -1, Topic.ROAD, Topic.MINES)
        others = [
            await group(tx, -2, Topic.MINES),
            await group(tx, -3, Topic.ROAD, inside=False),
            await group(tx, -4, Topic.ROAD, community=KUSHUHUM),
        ]
        notice_id = await notice(tx, VESELE, ZORIANE, chats=True)
        recipients, reached = await subscriptions.recipients(tx, notice_id, subscriptions.CHATS, 500)
        assert [(each.chat_id, each.thread_id) for each in recipients] == [(takes, 7)]
        assert reached is None
        assert await all_recipients(tx, notice_id) == [takes]
        assert await subscriptions.still(tx, notice_id, [takes, *others]) == {takes}
        assert await subscriptions.how_many(tx, notice_id) == Reach(0, 1, 0, exact=True)
        for_people = await notice(tx, VESELE)
        assert await all_recipients(tx, for_people) == []
        assert await subscriptions.still(tx, for_people, [takes]) == set()
        await tx.execute("delete from chat_topics where topic = 'road'")
        assert await subscriptions.still(tx, notice_id, [takes]) == set()

    await store.transact(story)


async def test_of_very_many_the_first_tell_for_the_rest(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subscriptions, "EXACTLY", 5)

    async def story(tx: Transaction) -> None:
        await village.area(tx)
        for at in range(12):
            person_id = await resident(tx, settlement=VESELE if at % 2 else None)
            await subscriptions.choose(tx, person_id, [Topic.ROAD], subscribed=at % 4 < 2)
        assert await subscriptions.how_many(tx, await notice(tx, None)) == Reach(8, 0, 0, exact=False)
        assert await subscriptions.how_many(tx, await notice(tx, VESELE, NOWHERE_NAMED)) == Reach(6, 0, 0, exact=False)

    await store.transact(story)


async def test_the_latest_are_those_of_ones_own_place_that_still_hold(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        person_id = await resident(tx, settlement=VESELE)
        mine = [await notice(tx, None), await notice(tx, VESELE, ZORIANE, topic=Topic.DOMESTIC)]
        others = [
            await notice(tx, ZORIANE),
            await notice(tx, NOWHERE_NAMED),
            await notice(tx, None, community=KUSHUHUM),
        ]
        for change in ("status = 'withdrawn'", "status = 'waiting'", "expires_at = 1", "found_at = 1"):
            over = await notice(tx, VESELE)
            others.append(over)
            await tx.execute(f"update notices set {change} where id = :id", id=over)
        assert [each.id for each in await subscriptions.latest(tx, person_id, 0, 10)] == mine[::-1]
        assert [each.id for each in await subscriptions.latest(tx, person_id, 1, 10)] == mine[:1]
        assert [await subscriptions.received(tx, each, person_id) is not None for each in [*mine, *others]] == [
            True, True, *[False] * len(others)
        ]  # fmt: skip

    await store.transact(story)


async def test_what_came_to_a_chat_may_be_read_there_wherever_its_owner_lives(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await village.area(tx)
        reader, other = await resident(tx, KUSHUHUM), await resident(tx, KUSHUHUM)
        notice_id = await notice(tx, VESELE)
        broadcast = await tx.insert(
            """insert into broadcasts(letter, args, lane, quiet, created_at)
               values ('', '', 2, :quiet, :now) returning id""",
            quiet=False,
            now=tx.now,
        )
        await tx.execute(
            "update notices set broadcast_id = :broadcast, expires_at = 1 where id = :id",
            broadcast=broadcast,
            id=notice_id,
        )
        await tx.execute(
            "insert into deliveries(broadcast_id, chat_id, state, shown) values (:broadcast, :chat, 2, 1)",
            broadcast=broadcast,
            chat=await chat_of(tx, reader),
        )
        assert await subscriptions.received(tx, notice_id, reader) is not None
        assert await subscriptions.received(tx, notice_id, other) is None

    await store.transact(story)
