"""Groups, forums and channels: the bot is added, its keeper chooses the community in private, and it answers there."""

from datetime import timedelta

from bot.domain.community_chats import AT_FIRST
from bot.domain.subscriptions import Topic
from simulator.chats import Bubble
from tests.keys import hashed
from tests.stories.chats import KOMYSHUVASKA, binds, chat_rows, own_id, takers
from tests.stories.posts import DNIPRO, FAR_AWAY, ZAPORIZHZHIA, opens_community
from tests.stories.reception import village
from tests.town import KOMYSHUVAKHA, Town, resources

READS_NOTHING = "Він не читає розмов, лише команди:"


# Let in.


async def test_an_officer_binds_a_group_with_one_press(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха: новини")
    await group.adds_bot(by=ivan)
    assert READS_NOTHING in (await group.sees("Це бот поліцейського офіцера громади.")).text
    await ivan.sees("Бота додано сюди: «Комишуваха: новини».")
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Чат громади")
    await group.sees("Тут з’являтимуться сповіщення поліцейського офіцера.", anywhere=True)
    [row] = await chat_rows(town)
    assert (row["community"], bool(row["can_post"]), row["telegram_id"]) == (KOMYSHUVAKHA, True, group.id)


async def test_a_stranger_who_lets_the_bot_in_is_answered_in_the_group_alone(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    group = town.telegram.group("Сусіди")
    await group.adds_bot(by=olena)
    await group.sees("Адміністратор чату може попросити офіцера")
    for person in (olena, ivan):
        await person.does_not_see("Сусіди", anywhere=True)
    await ivan.forges(f"gb:{await own_id(town, group)}:{KOMYSHUVAKHA}", on=ivan.last)
    await town.settled()
    assert "нічого не знайдено" in ivan.alerts[-1]
    assert [row["community"] for row in await chat_rows(town)] == [None]


async def test_an_officer_who_makes_the_bot_an_administrator_is_asked_though_another_let_it_in(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Сусіди")
    await group.adds_bot(by=await town.resident("Олена"))
    await town.settled()
    await group.promotes_bot(by=ivan, can_pin=True)
    await ivan.sees("Бота додано сюди: «Сусіди».")
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Термінові сповіщення закріплює.")


async def test_nobody_is_asked_when_an_anonymous_administrator_lets_the_bot_in(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await group.adds_bot(by=None)
    await group.sees("Адміністратор чату може попросити офіцера")
    await ivan.does_not_see("Комишуваха", anywhere=True)


async def test_a_coordinator_finds_the_community_among_many_by_its_name(town: Town) -> None:
    for code in [each.code for each in resources().register.communities_of(ZAPORIZHZHIA)[:10]]:
        await town.area(code)
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    group = town.telegram.group("Район")
    await group.adds_bot(by=olha)
    await olha.sees("Якій громаді належить цей чат?")
    await olha.says("йцукен")
    await olha.sees("такої не знайдено")
    await olha.presses("‹ Назад")
    await olha.presses("Знайти громаду")
    await olha.sees("Напишіть назву громади або села.")
    await olha.says("йцукенгшщз")
    await olha.sees("такої не знайдено")
    await olha.says("Комишуваха")
    await olha.presses(KOMYSHUVASKA)
    await olha.sees("Чат громади")
    assert [row["community"] for row in await chat_rows(town)] == [KOMYSHUVAKHA]


async def test_a_chat_is_given_only_to_a_community_of_ones_own(town: Town) -> None:
    await town.area(FAR_AWAY)
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await group.adds_bot(by=ivan)
    await town.settled()
    await ivan.forges(f"gb:{await own_id(town, group)}:{FAR_AWAY}", on=ivan.last)
    await town.settled()
    assert "нічого не знайдено" in ivan.alerts[-1]
    assert [row["community"] for row in await chat_rows(town)] == [None]


# A channel.


async def test_nothing_is_posted_in_a_channel_before_it_is_a_community_s(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    channel = town.telegram.channel("Комишуваха онлайн")
    await channel.adds_bot(by=ivan)
    await channel.posts("/officer")
    await town.settled()
    assert [bubble.text for bubble in channel.chat] == ["/officer"]
    await ivan.presses(KOMYSHUVASKA)
    await channel.sees(KOMYSHUVASKA)
    await channel.posts("/officer")
    await channel.sees("капітан поліції Іван Петренко")


async def test_a_channel_without_the_right_to_post_says_so_to_who_bound_it(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    channel = town.telegram.channel("Комишуваха онлайн")
    await channel.adds_bot(by=ivan, can_post=False)
    await ivan.sees("Дайте боту право писати")
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("не може писати")
    await town.settled()
    assert channel.chat == []
    await channel.promotes_bot(by=ivan, can_post=True, can_pin=True)
    await town.settled()
    [row] = await chat_rows(town)
    assert (bool(row["can_post"]), bool(row["can_pin"])) == (True, True)


# What is asked in a chat.


async def test_a_group_asks_for_the_officer_the_hours_and_the_numbers(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = town.telegram.person("Олена")
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    await olena.says("/officer", in_=group)
    await group.sees("капітан поліції Іван Петренко")
    await olena.says("/hours@hromada_bot", in_=group)
    await group.sees("Наступний прийом: завтра, 09:00–12:00")
    await olena.says("/hotlines", in_=group)
    await group.sees("102 — поліція")
    await olena.says("/help", in_=group)
    await group.sees(READS_NOTHING)
    assert (
        await town.stored(
            "select id from persons where id = (select person_id from accounts where external_hash = :id)",
            id=hashed(olena.id),
        )
        == []
    )


async def test_officers_are_listed_by_area_where_there_are_several(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses("Нова дільниця")
    await olha.says("Північна")
    await olha.sees("Північна")
    await group.posts("/officer")
    said = (await group.sees("Дільниця: Уся громада")).text
    assert said.splitlines()[1:] == [
        "Дільниця: Уся громада", "капітан поліції Іван Петренко", "Дільниця: Північна", "Офіцера ще немає.",
    ]  # fmt: skip


async def test_a_group_without_a_community_sees_so_and_has_the_numbers_to_call(town: Town) -> None:
    group = town.telegram.group("Сусіди")
    await group.adds_bot(by=town.telegram.person("Олена"))
    await group.posts("/officer")
    await group.sees("Чат ще не під’єднано до громади. Попросіть офіцера.")
    await group.posts("/hotlines")
    await group.sees("102 — поліція")


async def test_a_command_for_another_bot_is_not_answered(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group, can_pin=True)
    said = await ivan.says("/officer@another_bot", in_=group)
    await town.settled()
    assert group.last is said


async def test_what_people_say_in_a_group_is_not_kept(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group, can_pin=True)  # an administrator gets everything
    olena = await town.resident("Олена")
    [before] = await town.stored("select count(*) as rows from inbox")
    said = await olena.says("Таємниця", in_=group)
    await olena.says("І ця", in_=group, reply_to=group.chat[0])
    await group.posts("Так")
    await town.settled()
    assert await town.stored("select count(*) as rows from inbox") == [before]
    assert group.chat[-3] is said
    await olena.does_not_see("Таємниця", anywhere=True)


async def test_slow_mode_delays_an_answer_and_loses_none(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    await group.slows_down(timedelta(seconds=30))
    await group.posts("/officer")
    await group.posts("/hotlines")
    await group.does_not_see("102 — поліція")
    await town.passes(seconds=30)
    await group.sees("капітан поліції Іван Петренко", anywhere=True)
    await town.passes(seconds=30)
    await group.sees("102 — поліція")


# Topics of notices.


async def test_all_topics_but_the_discreet_one_are_taken_until_one_is_switched_off(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group("Комишуваха")
    await binds(ivan, group)
    assert await takers(town, Topic.DOMESTIC) == []
    assert {len(await takers(town, topic)) for topic in AT_FIRST} == {1}
    await ivan.presses("Теми сповіщень: 16")
    await ivan.sees("✓ означає")
    chat = await own_id(town, group)
    await ivan.forges(f"gs:{chat}:domestic:1", on=ivan.last)
    await ivan.forges(f"gs:{chat}:road:0", on=ivan.last)
    await town.settled()
    assert len(await takers(town, Topic.DOMESTIC)) == 1
    assert await takers(town, Topic.ROAD) == []


# Forums.


async def test_here_in_a_topic_asks_in_private_whether_notices_are_to_appear_there(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum("Комишуваха")
    await binds(ivan, forum)
    await ivan.sees("Щоб обрати іншу тему, напишіть у ній /here.")
    police = forum.topic("Поліція")
    await ivan.says("/here", in_=forum, topic=police)
    await ivan.sees("Публікувати сповіщення в темі, де щойно написали /here?")
    assert [row["thread_id"] for row in await chat_rows(town)] == [None]
    await ivan.presses("Так, там")
    await ivan.sees("Сповіщення з’являються в обраній темі форуму.")
    assert [row["thread_id"] for row in await chat_rows(town)] == [police.id]
    assert [each.thread_id for each in await takers(town, Topic.ROAD)] == [police.id]
    await ivan.presses("Публікувати в загальній темі")
    await ivan.sees("Сповіщення з’являються в загальній темі форуму.")
    assert [row["thread_id"] for row in await chat_rows(town)] == [None]


async def test_here_of_an_anonymous_administrator_asks_who_bound_the_chat(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum("Комишуваха")
    await binds(ivan, forum)
    await forum.posts("/here", topic=forum.topic("Поліція"))
    await ivan.sees("Публікувати сповіщення в темі")


async def test_here_of_anybody_else_asks_nobody(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum("Комишуваха")
    await binds(ivan, forum)
    olena = await town.resident("Олена")
    await olena.says("/here", in_=forum, topic=forum.topic("Поліція"))
    for person in (olena, ivan):
        await person.does_not_see("Публікувати сповіщення в темі", anywhere=True)


async def test_a_command_in_a_topic_is_answered_in_it(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum("Комишуваха")
    await binds(ivan, forum)
    police = forum.topic("Поліція")
    await ivan.says("/officer", in_=forum, topic=police)
    assert (await forum.sees("капітан поліції Іван Петренко")).thread_id == police.id


# The list.


async def test_an_officer_sees_their_communitys_chats_and_how_to_add_one(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await ivan.says("Мій кабінет")
    await ivan.presses("Ще: картка, чати, дошка")
    await ivan.presses("Чати громади")
    shown = await ivan.sees("Чатів ще немає.")
    assert links_of(shown) == [
        "https://t.me/hromada_bot?startgroup&admin=pin_messages",
        "https://t.me/hromada_bot?startchannel&admin=post_messages+edit_messages",
    ]
    await binds(ivan, town.telegram.group("Комишуваха"))
    await ivan.presses("‹ Назад")
    await ivan.sees("Сюди приходять сповіщення.")
    await ivan.presses("Комишуваха · пише")
    await ivan.presses("Відв’язати від громади")
    await ivan.sees("Чатів ще немає.")
    assert await takers(town, Topic.ROAD) == []
    await ivan.presses("Комишуваха · ще без громади")
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Чат громади")
    assert len(await takers(town, Topic.ROAD)) == 1


async def test_the_coordinator_changes_what_an_officer_bound(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await binds(ivan, town.telegram.group("Комишуваха"))
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses("Чати громади")
    await olha.presses("Комишуваха · пише")
    await olha.presses("Відв’язати від громади")
    await olha.sees("Чатів ще немає.")
    await olha.presses("Комишуваха · ще без громади")
    await olha.sees("Якій громаді належить цей чат?")


async def test_a_chat_is_nobody_else_s_to_see_or_change(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.forum("Комишуваха")
    await binds(ivan, group)
    olena = await town.resident("Олена")
    dmytro = await town.coordinator("Дмитро", DNIPRO)
    chat = await own_id(town, group)
    before = await world(town)
    for person in (olena, dmytro):
        for data in (
            f"gl:{KOMYSHUVAKHA}", f"gw:{chat}:0", f"gf:{chat}", f"gb:{chat}:{KOMYSHUVAKHA}", f"gp:{chat}",
            f"gt:{chat}", f"gs:{chat}:road:0", f"gs:{chat}:domestic:1", f"gu:{chat}:7", f"gx:{chat}",
        ):  # fmt: skip
            await person.forges(data, on=person.last)
            await town.settled()
            assert "«Комишуваха»" not in person.last.text, data
            assert not [each for each in person.buttons if "чат" in each.casefold()], data
        assert person.spinning == 0
    assert await world(town) == before


async def world(town: Town) -> list[object]:
    return [await town.stored(f"select * from {table}") for table in ("community_chats", "chat_topics")]


def links_of(bubble: Bubble) -> list[str]:
    return [button.url for button in bubble.inline if button.url]
