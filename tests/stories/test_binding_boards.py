"""A group becomes a board by an officer's own code, and a board that is lost takes nothing with it."""

import pytest

from bot.domain.ids import AreaId
from bot.handlers.boards.buttons import UnbindBoard
from bot.storage import areas
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.boards import binds, code_for, shown_on
from tests.stories.cases import asks
from tests.stories.chats import binds as binds_to_community
from tests.stories.chats import chat_rows, own_id
from tests.stories.desk import dismisses
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import KOMYSHUVAKHA, Town

NOT_BY_YOU = "Ваш код для дошки ввели з іншого акаунта або анонімно."
WRONG = "Код для дошки не підходить або вже не діє."
LOST = "Дошки відділення більше немає: бота видалено з групи."


@pytest.fixture
async def area(town: Town) -> AreaId:
    return await town.area()


@pytest.fixture
async def ivan(town: Town, area: AreaId) -> Person:
    return await town.officer("Іван Петренко", area)


async def boards_in(town: Town) -> int:
    return len(await town.stored("select chat_id from boards"))


async def a_case_reaches(town: Town, officer: Person) -> None:
    await asks(await town.resident("Тарас"), "Чи є світло?")
    await officer.sees("Чи є світло?", anywhere=True)


# By a code.


async def test_an_officer_binds_the_group_by_a_code_that_works_once(town: Town, ivan: Person) -> None:
    group, code = town.telegram.group("Відділення"), await code_for(ivan)
    await group.adds_bot(by=ivan)
    await ivan.says(f"/board {code}", in_=group)
    assert "Дільниці: Уся громада" in (await group.sees("Дошка відділення")).text
    await ivan.sees("Групу під’єднано")
    assert [bubble.text for bubble in group.chat if "/officer" in bubble.text] == []
    assert await chat_rows(town) == []

    await ivan.says("Мій кабінет")
    await ivan.presses("Ще: картка, чати, дошка")
    await ivan.presses("Дошка відділення")
    page = await ivan.sees("Відділення\nДільниці: Уся громада")
    assert "Під’єднати групу" not in page.buttons
    other = town.telegram.group("Інша")
    await other.adds_bot(by=ivan)
    await ivan.says(f"/board {code}", in_=other)
    await ivan.sees(WRONG)
    assert await boards_in(town) == 1


async def test_the_link_that_adds_the_bot_carries_the_code(town: Town, ivan: Person) -> None:
    code = await code_for(ivan)
    [link] = [str(button.url) for button in ivan.last.inline if button.url]
    assert link == f"https://t.me/hromada_bot?startgroup=b-{code}"
    group = town.telegram.group("Відділення")
    await group.adds_bot(by=ivan)
    await ivan.says(f"/start@hromada_bot b-{code}", in_=group)
    await group.sees("Тут з’являтимуться номери")
    await ivan.does_not_see("Бота додано сюди", anywhere=True)


async def test_a_code_holds_for_a_quarter_of_an_hour_and_the_newest_alone(town: Town, ivan: Person) -> None:
    group, first = town.telegram.group("Відділення"), await code_for(ivan)
    await group.adds_bot(by=ivan)
    second = await code_for(ivan)
    if first != second:
        await ivan.says(f"/board {first}", in_=group)
        await ivan.sees(WRONG)
    await town.passes(minutes=15)
    await ivan.says(f"/board {second}", in_=group)
    await ivan.sees(WRONG)
    assert await boards_in(town) == 0
    await ivan.says(f"/board {await code_for(ivan)}", in_=group)
    await ivan.sees("Групу під’єднано")


async def test_a_code_that_another_types_binds_nothing_and_its_officer_is_told(
    town: Town, area: AreaId, ivan: Person
) -> None:
    maria, olena = await town.officer("Марія Коваль", area), await town.resident("Олена")
    group, code = town.telegram.group("Відділення"), await code_for(ivan)
    await group.adds_bot(by=ivan)
    for person in (maria, olena, town.telegram.person("Чужий")):
        await person.says(f"/board {code}", in_=group)
        await ivan.sees(NOT_BY_YOU)
        await person.does_not_see("дошк", anywhere=True)
    await group.posts(f"/board {code}")
    await ivan.sees(NOT_BY_YOU)
    assert await boards_in(town) == 0
    assert len(group.chat) == 4


async def test_a_resident_who_guesses_is_told_nothing(town: Town, ivan: Person) -> None:
    olena, group = await town.resident("Олена"), town.telegram.group("Відділення")
    await group.adds_bot(by=ivan)
    before = len(olena.chat)
    for typed in ("/board", "/board 000000", "/board слово"):
        await olena.says(typed, in_=group)
    await town.settled()
    assert len(olena.chat) == before


async def test_a_communitys_chat_is_no_board(town: Town, ivan: Person) -> None:
    group = town.telegram.group("Комишуваха")
    await binds_to_community(ivan, group)
    await ivan.says(f"/board {await code_for(ivan)}", in_=group)
    await ivan.sees("Це чат громади, тому дошкою він не буде.")
    assert await boards_in(town) == 0


async def test_a_board_is_no_communitys_chat(town: Town, ivan: Person) -> None:
    group = await binds(town, ivan)
    await group.promotes_bot(by=ivan)
    await town.passes(days=2)
    await ivan.does_not_see("Якій громаді належить цей чат?", anywhere=True)
    assert await chat_rows(town) == []
    assert await boards_in(town) == 1


async def test_a_group_without_the_code_after_all_is_left_after_a_day(town: Town, ivan: Person) -> None:
    group = town.telegram.group("Відділення")
    await code_for(ivan)
    await group.adds_bot(by=ivan)
    await town.passes(days=1, hours=1)
    await group.sees("Чат не під’єднано до громади, тому бот виходить.")


async def test_officers_of_one_area_share_its_board(town: Town, area: AreaId, ivan: Person) -> None:
    maria = await town.officer("Марія Коваль", area)
    await binds(town, ivan)
    await maria.says("Мій кабінет")
    await maria.presses("Ще: картка, чати, дошка")
    await maria.presses("Дошка відділення")
    page = await maria.sees("Відділення")
    assert "Під’єднати групу" not in page.buttons
    assert "Від’єднати: Відділення" in page.buttons


async def test_an_officer_of_another_area_adds_it_to_the_board(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    group = await binds(town, ivan)

    async def apart(tx: Transaction) -> AreaId:
        return await areas.add(tx, KOMYSHUVAKHA, "Село")

    maria = await town.officer("Марія Коваль", await town.app.store.transact(apart))
    await maria.says(f"/board {await code_for(maria)}", in_=group)
    await group.sees("Дільниці: Уся громада, Село")
    assert await boards_in(town) == 1


# Losing it.


async def test_when_the_bot_is_removed_its_officers_are_told_once_and_cases_reach_them(
    town: Town, area: AreaId, ivan: Person
) -> None:
    maria = await town.officer("Марія Коваль", area)
    group = await binds(town, ivan)
    await asks(await town.resident("Олена"), "Хто відповідає за вулицю?")
    await group.removes_bot()
    await town.settled()
    for officer in (ivan, maria):
        assert [LOST in bubble.text for bubble in officer.chat].count(True) == 1
    await a_case_reaches(town, ivan)
    await ivan.presses("Прийняти")
    await town.passes(days=3)
    assert [LOST in bubble.text for bubble in ivan.chat].count(True) == 1
    assert await boards_in(town) == 0


async def test_a_refusal_tells_what_no_update_told(town: Town, ivan: Person) -> None:
    group = await binds(town, ivan)
    await group.silences_people()
    await a_case_reaches(town, ivan)
    await ivan.sees("Бот не може писати на дошку відділення: бракує прав у групі.", anywhere=True)
    await asks(await town.resident("Ганна"), "Чи буде світло?")
    await town.settled()
    assert sum("бракує прав" in bubble.text for bubble in ivan.chat) == 1
    assert shown_on(group) == []

    await group.silences_people(silent=False)
    await town.passes(minutes=1)
    await town.passes(days=1)
    await ivan.sees("Бот знову пише на дошку відділення.", anywhere=True)
    assert shown_on(group) == ["КШ-2026-000001 · чекає"]
    await asks(await town.resident("Петро"), "Чи буде вода?")
    await town.settled()
    assert shown_on(group)[1:] == ["КШ-2026-000003 · чекає"]


async def test_a_group_that_has_gone_is_found_out_by_a_refusal(town: Town, ivan: Person) -> None:
    group = await binds(town, ivan)
    await group.goes()
    await a_case_reaches(town, ivan)
    await ivan.sees(LOST, anywhere=True)


async def test_a_group_that_becomes_a_supergroup_stays_the_board(town: Town, ivan: Person) -> None:
    group = await binds(town, ivan)
    await asks(await town.resident("Олена"), "Хто відповідає за вулицю?")
    await town.settled()
    await group.becomes_supergroup()
    await town.settled()
    await a_case_reaches(town, ivan)
    assert "КШ-2026-000002 · чекає" in shown_on(group)
    await ivan.presses("Прийняти")
    await group.sees("КШ-2026-000002 · веде: капітан поліції Іван Петренко")
    await ivan.does_not_see("Дошки відділення більше немає", anywhere=True)


async def test_a_board_goes_on_without_the_officer_who_bound_it_as_long_as_another_serves(
    town: Town, area: AreaId, ivan: Person
) -> None:
    maria = await town.officer("Марія Коваль", area)
    group = await binds(town, ivan)
    await dismisses(town, ivan)
    await asks(await town.resident("Олена"), "Хто відповідає за вулицю?")
    await group.sees("КШ-2026-000001 · чекає")
    await dismisses(town, maria)
    await asks(await town.resident("Тарас"), "Чи є світло?")
    await town.settled()
    assert shown_on(group) == ["КШ-2026-000001 · чекає"]
    await ivan.says("Мій кабінет")
    await town.settled()
    assert "Дошка відділення" not in ivan.buttons


# Unbinding.


async def unbinds(person: Person) -> None:
    await person.presses("Від’єднати: Відділення")
    await person.presses("Так, від’єднати")
    await person.sees("Група поліцейських")


async def test_an_officer_unbinds_it_and_the_others_are_told(town: Town, area: AreaId, ivan: Person) -> None:
    maria = await town.officer("Марія Коваль", area)
    group = await binds(town, ivan)
    await maria.says("Мій кабінет")
    await maria.presses("Ще: картка, чати, дошка")
    await maria.presses("Дошка відділення")
    board = await own_id(town, group)
    await unbinds(maria)
    await group.sees("Групу від’єднано, тому бот виходить.")
    await ivan.sees("Групу від’єднано: дошки відділення більше немає.")
    await maria.does_not_see("Групу від’єднано: дошки", anywhere=True)
    assert await boards_in(town) == 0
    await a_case_reaches(town, ivan)
    assert shown_on(group) == []
    await maria.forges(UnbindBoard(board, KOMYSHUVAKHA).pack(), on=maria.last)
    await town.settled()
    assert "нічого не знайдено" in maria.alerts[-1]
    acts = await town.stored("select act from audit where subject_kind = 'chat' order by at")
    assert [row["act"] for row in acts] == ["bind board", "unbind board"]


async def test_a_coordinator_unbinds_it(town: Town, ivan: Person) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    group = await binds(town, ivan)
    await olha.says("Координатор")
    await olha.presses("Громади: 1")
    await olha.presses("Комишуваська селищна громада")
    await olha.presses("Дошка відділення")
    page = await olha.sees("Відділення")
    assert "Під’єднати групу" not in page.buttons
    await unbinds(olha)
    await group.sees("Групу від’єднано, тому бот виходить.")
    assert await boards_in(town) == 0


async def test_where_it_may_not_write_it_leaves_without_a_word(town: Town, ivan: Person) -> None:
    group = await binds(town, ivan)
    await ivan.says("Мій кабінет")
    await ivan.presses("Ще: картка, чати, дошка")
    await ivan.presses("Дошка відділення")
    await group.silences_people()
    await unbinds(ivan)
    await town.settled()
    assert [row["letter"] for row in await town.stored("select letter from outbox where state = 'waiting'")] == []
    assert await boards_in(town) == 0


# In the morning.


async def test_in_the_morning_a_board_says_how_much_is_open_and_with_whom(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    group = await binds(town, ivan)
    await asks(await town.resident("Олена"), "Хто відповідає за вулицю?")
    await ivan.presses("Прийняти")
    await asks(await town.resident("Тарас"), "Чи є світло?")
    await town.passes(minutes=1)
    await town.passes(days=1)
    said = (await group.sees("Звернення на ранок")).text
    assert said.splitlines()[1:] == [
        "Відкриті: 2",
        "капітан поліції Іван Петренко: 1",
        "Ще без офіцера: 1",
    ]
    await town.passes(days=6)
    assert "Відкриті: 2 · прострочені: 2" in (await group.sees("Звернення на ранок")).text


async def test_where_nothing_is_open_the_morning_is_quiet(town: Town, ivan: Person) -> None:
    group = await binds(town, ivan)
    await town.passes(minutes=1)
    await town.passes(days=1)
    await group.does_not_see("Звернення на ранок", anywhere=True)
