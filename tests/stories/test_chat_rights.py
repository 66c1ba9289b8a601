"""Groups and channels are bound and changed only with the right at that moment, and say nothing there that is not
public."""

from bot.handlers.cases.buttons import CrimeSigns, SendAdvice
from simulator import Person
from tests.stories.cases import talk
from tests.stories.chats import KOMYSHUVASKA, binds, chat_rows, own_id
from tests.stories.desk import dismisses
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.reception import COUNCIL, village
from tests.stories.test_rights import CASE, forges
from tests.town import KOMYSHUVAKHA, Town

ABSENT = "Тут нічого не знайдено."
TITLE = "Комишуваха: новини"


async def sees_nothing_of(town: Town, who: Person, title: str, *pressed: str) -> None:
    for data in pressed:
        await who.forges(data, on=who.last)
        await town.settled()
        assert title not in who.last.text, data
        assert not [each for each in who.buttons if KOMYSHUVASKA in each], data
    assert who.spinning == 0


async def becomes(town: Town, **flags: bool) -> None:
    for name in flags:
        await town.stored(f"update communities set {name} = true returning code")


# Who may.


async def test_who_was_dismissed_after_letting_the_bot_in_gives_the_chat_to_nobody(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    group = town.telegram.group(TITLE)
    await group.adds_bot(by=ivan)
    await ivan.sees(f"Бота додано сюди: «{TITLE}».")
    await dismisses(town, ivan)
    await ivan.presses(KOMYSHUVASKA)
    await town.settled()
    assert ivan.alerts[-1] == ABSENT
    assert [row["community"] for row in await chat_rows(town)] == [None]
    chat = await own_id(town, group)
    await sees_nothing_of(town, ivan, TITLE, f"gw:{chat}:0", f"gf:{chat}", f"gb:{chat}:{KOMYSHUVAKHA}")
    assert await town.stored("select flow from dialogs") == []


async def test_a_dismissed_officer_changes_no_chat_that_they_bound(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum(TITLE)
    await binds(ivan, forum)
    chat, before = await own_id(town, forum), await chat_rows(town)
    await dismisses(town, ivan)
    await sees_nothing_of(
        town, ivan, TITLE, f"gp:{chat}", f"gt:{chat}", f"gs:{chat}:road:0", f"gu:{chat}:7", f"gx:{chat}",
        f"gl:{KOMYSHUVAKHA}", f"gw:{chat}:0",
    )  # fmt: skip
    assert await chat_rows(town) == before
    topics = len(await town.stored("select topic from chat_topics"))
    assert topics == 16


async def test_here_of_an_anonymous_administrator_asks_nobody_who_was_dismissed(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum(TITLE)
    await binds(ivan, forum)
    await dismisses(town, ivan)
    seen = len(ivan.chat)
    await forum.posts("/here", topic=forum.topic("Поліція"))
    await town.settled()
    assert len(ivan.chat) == seen


# What is said there.


async def test_near_the_front_a_group_gets_no_place_and_no_time(town: Town) -> None:
    ivan = (await village(town)).ivan
    group = town.telegram.group(TITLE)
    await binds(ivan, group)
    await town.stored("update officers set station = 'вул. Миру, 7' returning id")
    await becomes(town, front=True)
    for command, expected in (("/officer", "капітан поліції Іван Петренко"), ("/hours", "Прийом за домовленістю.")):
        await group.posts(command)
        await group.sees(expected)
    await town.passes(days=5, hours=22)  # Monday, eight in the morning
    for words in ("вул. Миру, 7", COUNCIL, "09:00"):
        await group.does_not_see(words, anywhere=True)


async def test_near_the_front_residents_see_no_station(town: Town) -> None:
    people = await talk(town)
    await town.stored("update officers set station = 'вул. Миру, 7' returning id")
    await people.olena.says("Мій офіцер")
    await people.olena.sees("Поліцейська станція: вул. Миру, 7")
    await becomes(town, front=True)
    await people.olena.says("Мій офіцер")
    assert "Миру" not in (await people.olena.sees("капітан поліції Іван Петренко")).text
    await forges(town, people.ivan, CrimeSigns(CASE))
    await forges(town, people.ivan, SendAdvice(CASE))
    assert "Миру" not in (await people.olena.sees("є ознаки злочину")).text


async def test_where_a_chat_is_dangerous_a_group_gets_the_numbers_alone(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = await town.resident("Олена")
    group = town.telegram.group(TITLE)
    await binds(ivan, group)
    await town.stored("update officers set phone = '+380501112233' returning id")
    await becomes(town, occupied=True)
    for command in ("/officer", "/hours"):
        await group.posts(command)
        await group.sees("102 — поліція")
        await olena.says(command)
        assert "Петренко" not in (await olena.sees("102 — поліція")).text
    for words in ("Петренко", "050", COUNCIL):
        await group.does_not_see(words, anywhere=True)


async def test_a_coordinator_of_the_oblast_is_asked_by_here_and_one_of_another_is_not(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    forum = town.telegram.forum(TITLE)
    await binds(ivan, forum)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("/here", in_=forum, topic=forum.topic("Поліція"))
    await olha.sees("Публікувати сповіщення в темі")
    dmytro = await town.coordinator("Дмитро", "UA12000000000090473")
    await dmytro.says("/here", in_=forum, topic=forum.topic("Поліція"))
    await dmytro.does_not_see("Публікувати сповіщення", anywhere=True)
