"""A chat's own administrator, who is no officer, asks for one by a link; the officer agrees or does not."""

import pytest

from bot.domain.ids import AreaId
from simulator import Group, Person
from tests.stories.chats import KOMYSHUVASKA, chat_rows, own_id
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_my_data import erases_all
from tests.town import KOMYSHUVAKHA, Town

ASKS = "Адміністратор чату «Сусіди» просить під’єднати його."


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


@pytest.fixture
async def olena(town: Town, ivan: Person) -> Person:
    return await town.resident("Олена")


@pytest.fixture
async def group(town: Town, olena: Person) -> Group:
    group = town.telegram.group("Сусіди")
    await group.adds_bot(by=olena)
    await town.settled()
    return group


async def community_of(town: Town) -> object:
    [row] = await chat_rows(town)
    return row["community"]


async def opens_link(person: Person, group: Group) -> None:
    """The one below the greeting."""
    greeting = await group.sees(
        "Чат ще не під’єднано до громади. Адміністратор чату може попросити офіцера.", anywhere=True
    )
    [button] = greeting.inline
    assert button.text == "Попросити офіцера"
    assert button.url is not None
    await person.starts(button.url.partition("start=")[2])


async def test_a_link_asks_the_officer_to_let_the_bot_in(town: Town, ivan: Person, olena: Person, group: Group) -> None:
    await opens_link(olena, group)
    await olena.sees("Він побачить назву чату, а хто просить, не побачить.")
    await olena.presses(KOMYSHUVASKA)
    await olena.sees("Запит надіслано.")
    asked = await ivan.sees(ASKS, anywhere=True)
    assert "Олена" not in asked.text
    assert await community_of(town) is None
    await ivan.presses("Під’єднати")
    await ivan.sees("Чат громади")
    await group.sees(KOMYSHUVASKA, anywhere=True)
    await olena.sees("Офіцер під’єднав чат «Сусіди» до громади.")
    assert await community_of(town) == KOMYSHUVAKHA
    await group.silences_people()
    await group.posts("/officer")
    await ivan.sees("Бот зараз не може писати сюди: «Сусіди».")


async def test_a_member_who_is_no_administrator_learns_not_even_the_title(
    town: Town, ivan: Person, group: Group
) -> None:
    taras = await town.resident("Тарас")
    await opens_link(taras, group)
    await taras.sees("Telegram не показує боту, що Ви адміністратор цього чату.")
    await taras.does_not_see("Сусіди", anywhere=True)
    await group.promotes_bot()
    await taras.presses("Перевірити ще раз")
    await taras.sees("Ви не адміністратор цього чату.")
    chat = await own_id(town, group)
    await taras.forges(f"gq:{chat}", on=taras.last)
    for data in (f"gi:{chat}", f"ge:{chat}:{KOMYSHUVAKHA}", f"gy:{chat}", f"gz:{chat}"):
        await taras.forges(data, on=taras.last)
        await town.settled()
        assert "нічого не знайдено" in taras.alerts[-1]
    await taras.does_not_see("Сусіди", anywhere=True)
    await ivan.does_not_see("Сусіди", anywhere=True)


async def test_who_administers_it_no_more_when_the_officer_agrees_is_told_so(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    await ivan.sees(ASKS, anywhere=True)
    group.dismisses(olena)
    await ivan.presses("Під’єднати")
    await ivan.sees("Запит уже не діє")
    await olena.sees("Чат не під’єднано: Telegram не називає Вас його адміністратором.")
    assert await community_of(town) is None


async def test_an_officer_turns_it_down_and_is_not_asked_again_that_day(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    await ivan.sees(ASKS, anywhere=True)
    await ivan.presses("Відмовити")
    await ivan.sees("Відмовлено. Чат не під’єднано.")
    await olena.sees("Чат «Сусіди» не під’єднано: запит відхилено.")
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    assert "у цій громаді" not in (await olena.sees("Попросити знову можна: ")).text
    await ivan.does_not_see(ASKS)
    await town.passes(hours=25)
    await olena.presses("‹ Назад")
    await olena.presses(KOMYSHUVASKA)
    await ivan.sees(ASKS)


async def test_who_opens_the_link_again_keeps_the_request_that_waits(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    asked = await ivan.sees(ASKS, anywhere=True)
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    await olena.sees("Запит надіслано.")
    await ivan.presses("Під’єднати", on=asked)
    await ivan.sees("Чат громади")


@pytest.mark.parametrize(
    ("answer", "said"),
    [("Під’єднати", "Чат уже під’єднано до громади."), ("Відмовити", "Запит відхилено. Чат не під’єднано.")],
)
async def test_what_one_officer_answered_is_said_on_the_cards_of_the_others(
    town: Town, ivan: Person, olena: Person, group: Group, answer: str, said: str
) -> None:
    [area] = await town.stored("select id from areas")
    maria = await town.officer("Марія Коваль", AreaId(int(str(area["id"]))))
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    card = await maria.sees(ASKS, anywhere=True)
    await ivan.presses(answer, on=await ivan.sees(ASKS, anywhere=True))
    closed = await maria.sees(said, anywhere=True)
    assert (closed.id, closed.inline) == (card.id, [])
    await maria.does_not_see(ASKS, anywhere=True)


async def test_a_card_that_nobody_answered_says_so_when_the_bot_has_left(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    await ivan.sees(ASKS, anywhere=True)
    await group.removes_bot()
    await ivan.sees("Запит уже не діє.", anywhere=True)


async def test_a_second_administrator_is_told_whose_answer_is_awaited(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    taras = await town.resident("Тарас")
    group.has_administrator(taras)
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    asked = await ivan.sees(ASKS, anywhere=True)
    await opens_link(taras, group)
    told = await taras.sees("Інший адміністратор чату «Сусіди» вже попросив.")
    assert KOMYSHUVASKA in told.text
    await ivan.presses("Під’єднати", on=asked)
    await olena.sees("Офіцер під’єднав чат «Сусіди» до громади.")


async def test_a_day_later_a_second_administrator_replaces_the_request_and_the_first_is_told(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    taras = await town.resident("Тарас")
    group.has_administrator(taras)
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    card = await ivan.sees(ASKS, anywhere=True)
    await town.passes(hours=25)
    await opens_link(taras, group)
    await taras.presses(KOMYSHUVASKA)
    await olena.sees("тепер просить інший його адміністратор")
    assert (await ivan.sees("Цей запит замінено новим.", anywhere=True)).id == card.id
    await ivan.presses("Під’єднати")
    await taras.sees("Офіцер під’єднав чат «Сусіди» до громади.")


async def test_a_request_waits_a_week_and_only_its_communitys_people_answer_it(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    stranger = await town.coordinator("Дмитро", "UA12000000000090473")
    await opens_link(olena, group)
    await olena.presses("Знайти громаду")
    await olena.says("Комишуваха")
    await olena.presses(KOMYSHUVASKA)
    await olena.sees("Запит надіслано.")
    chat = await own_id(town, group)
    await stranger.forges(f"gy:{chat}", on=stranger.last)
    await town.settled()
    assert "нічого не знайдено" in stranger.alerts[-1]
    await town.passes(days=6)
    await ivan.presses("Під’єднати", on=await ivan.sees(ASKS, anywhere=True))
    await ivan.sees("Чат громади")


async def test_without_an_answer_the_bot_leaves_after_a_week(town: Town, olena: Person, group: Group) -> None:
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    await olena.sees("Запит надіслано.")
    await town.passes(days=6, hours=23)
    assert len(await chat_rows(town)) == 1
    await town.passes(hours=2)
    assert await chat_rows(town) == []


async def test_a_person_who_was_erased_asks_for_nothing_any_more(
    town: Town, ivan: Person, olena: Person, group: Group
) -> None:
    await opens_link(olena, group)
    await olena.presses(KOMYSHUVASKA)
    asked = await ivan.sees(ASKS, anywhere=True)
    await erases_all(olena)
    await town.passes(minutes=2)
    await ivan.presses("Під’єднати", on=asked)
    await town.settled()
    assert "нічого не знайдено" in ivan.alerts[-1]
    assert await town.stored("select asked_by from community_chats") == [{"asked_by": None}]


async def test_where_nobody_works_with_the_bot_the_administrator_is_told_so(
    town: Town, olena: Person, group: Group
) -> None:
    await opens_link(olena, group)
    await olena.presses("Знайти громаду")
    await olena.says("Таврійське")
    await olena.presses("Таврійська сільська громада")
    await olena.sees("у цій громаді з ботом ще ніхто не працює")


async def test_in_a_channel_who_let_the_bot_in_is_asked_in_private(town: Town, ivan: Person, olena: Person) -> None:
    channel = town.telegram.channel("Сусіди")
    await channel.adds_bot(by=olena)
    await olena.sees("Якій громаді належить цей чат?")
    await olena.presses(KOMYSHUVASKA)
    await ivan.sees(ASKS, anywhere=True)
    await ivan.presses("Під’єднати")
    await channel.sees(KOMYSHUVASKA)


async def test_in_a_channel_who_let_the_bot_in_before_they_knew_it_is_asked_once_they_open_it(
    town: Town, ivan: Person
) -> None:
    channel, taras = town.telegram.channel("Сусіди"), town.telegram.person("Тарас")
    await channel.adds_bot(by=taras)
    await town.settled()
    assert channel.chat == []
    await taras.starts()
    await taras.sees("Якій громаді належить цей чат?", anywhere=True)
    await taras.presses("Знайти громаду")
    await taras.says("Комишуваха")
    await taras.presses(KOMYSHUVASKA)
    await ivan.sees(ASKS, anywhere=True)
    await ivan.presses("Під’єднати")
    await channel.sees(KOMYSHUVASKA)
    await taras.starts()
    await taras.does_not_see("Якій громаді")


async def test_an_officer_who_opens_the_link_says_themselves_whose_the_chat_is(
    town: Town, ivan: Person, group: Group
) -> None:
    group.has_administrator(ivan)
    await opens_link(ivan, group)
    await ivan.sees("Чий це чат?")
    await ivan.presses(KOMYSHUVASKA)
    await ivan.sees("Чат громади")


async def test_a_link_of_no_chat_and_of_one_that_is_bound_says_the_same(
    town: Town, ivan: Person, olena: Person
) -> None:
    bound = town.telegram.group("Громада")
    await bound.adds_bot(by=ivan)
    await ivan.presses(KOMYSHUVASKA)
    await town.settled()
    for token in (str(await own_id(town, bound)), "999", "abc", "9" * 40):
        await olena.starts(f"c-{token}")
        await olena.sees("Тут нічого не знайдено.")


async def test_a_coordinator_is_asked_where_no_officer_serves(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    taras = await town.resident("Тарас")
    group = town.telegram.group("Сусіди")
    await group.adds_bot(by=taras)
    await town.settled()
    await opens_link(taras, group)
    await taras.presses(KOMYSHUVASKA)
    await olha.sees(ASKS, anywhere=True)
    await olha.presses("Під’єднати")
    await olha.sees("Чат громади")
