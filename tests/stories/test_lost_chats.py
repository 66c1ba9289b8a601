"""Groups and channels where the bot can no longer do what it did, and groups that become supergroups."""

from functools import partial

from bot.domain.subscriptions import Topic
from bot.services import community_chats
from tests.stories.chats import KOMYSHUVASKA, binds, chat_rows, loses, takers
from tests.stories.posts import ZAPORIZHZHIA, opens_community
from tests.town import KOMYSHUVAKHA, Town

# The bot can no longer write.


async def test_who_bound_a_chat_is_notified_that_the_bot_was_removed(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    await group.removes_bot()
    said = (await ivan.sees("Бот більше не може писати сюди: «Комишуваха».")).text
    assert "додайте бота знову" in said
    assert await takers(town, Topic.ROAD) == []
    await group.adds_bot(by=ivan)
    await town.settled()
    assert len(await takers(town, Topic.ROAD)) == 1
    assert [row["community"] for row in await chat_rows(town)] == [KOMYSHUVAKHA]


async def test_who_bound_a_channel_is_notified_that_the_right_to_post_is_gone(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    channel = town.telegram.channel("Комишуваха онлайн")
    await binds(ivan, channel)
    await channel.promotes_bot(can_post=False)
    assert "бракує прав" in (await ivan.sees("Бот більше не може писати сюди: «Комишуваха онлайн».")).text


async def test_a_demoted_bot_writes_on_in_a_group_but_pins_nothing(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group, can_pin=True)
    assert [each.can_pin for each in await takers(town, Topic.ROAD)] == [True]
    await group.demotes_bot()
    await ivan.sees("Бот більше не закріплює термінових сповіщень: «Комишуваха».")
    assert [each.can_pin for each in await takers(town, Topic.ROAD)] == [False]
    await ivan.does_not_see("не може писати", anywhere=True)


async def test_a_refused_delivery_is_reported_once_to_the_person_who_bound_the_chat(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    for _ in range(2):
        await loses(town, group, "400 Bad Request: not enough rights to send text messages to the chat")
    notices = [bubble for bubble in ivan.chat if "Бот більше не може писати сюди" in bubble.text]
    assert len(notices) == 1
    assert await takers(town, Topic.ROAD) == []


async def test_a_group_where_only_administrators_write_is_found_out_when_it_is_bound(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await group.adds_bot(by=ivan)
    await town.settled()
    await group.silences_people()
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Бот більше не може писати сюди: «Комишуваха».")


async def test_nobody_is_notified_of_a_chat_where_they_no_longer_work(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses("Уся громада · офіцерів: 1")
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Зняти з дільниці")
    await olha.presses("Так, зняти")
    await town.settled()
    await group.removes_bot()
    await ivan.does_not_see("Бот більше не може писати", anywhere=True)


# Upgrades.


async def test_a_group_that_becomes_a_supergroup_stays_bound(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    before = group.id
    await group.becomes_supergroup()
    await ivan.says("/officer", in_=group)
    await group.sees("капітан поліції Іван Петренко")
    [row] = await chat_rows(town)
    assert (row["community"], row["telegram_id"]) == (KOMYSHUVAKHA, group.id)
    assert group.id != before
    await ivan.does_not_see("не може писати", anywhere=True)


async def test_a_supergroup_met_before_it_was_known_to_be_the_same_is_one_chat(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    old = group.id
    await group.becomes_supergroup()
    await group.promotes_bot(by=ivan, can_pin=True)

    await town.settled()
    await town.app.store.transact(partial(community_chats.move, old=old, new=group.id))
    [row] = await chat_rows(town)
    assert (row["community"], row["telegram_id"], bool(row["can_pin"])) == (KOMYSHUVAKHA, group.id, True)


async def test_a_lost_topic_sends_notices_to_the_general_one_and_is_reported_once(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum("Комишуваха")
    await binds(ivan, forum)
    await ivan.says("/here", in_=forum, topic=forum.topic("Поліція"))
    await ivan.presses("Так, там")
    for _ in range(2):
        await loses(town, forum, "400 Bad Request: message thread not found")
    notices = [bubble for bubble in ivan.chat if "Теми форуму для сповіщень більше немає" in bubble.text]
    assert len(notices) == 1
    [row] = await chat_rows(town)
    assert (row["thread_id"], bool(row["can_post"])) == (None, True)
