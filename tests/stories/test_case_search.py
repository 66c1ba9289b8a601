"""«Пошук» among the cases of a desk."""

import asyncio

import pytest

from bot.domain.ids import CaseId
from bot.handlers.case_lists.buttons import FoundCases, LeaveSearch
from bot.handlers.cases.buttons import FindText
from bot.services import case_lists
from bot.storage import case_search
from bot.storage.case_search import Said
from bot.storage.transaction import Transaction
from simulator import Person
from simulator.chats import Bubble
from tests.stories.cases import UNNAMED, asks, chooses, reports
from tests.stories.posts import FAR_AWAY, ZAPORIZHZHIA
from tests.stories.test_case_lists import LIGHT, NOISE, PLACE, in_two_places, opens_list, shown
from tests.town import Town

FIRST, SECOND = "КШ-2026-000001 · Запитання", "КШ-2026-000002 · Сусіди, шум, п’яні"


async def searches(person: Person, words: str) -> Bubble:
    await opens_list(person)
    await person.presses("Пошук")
    await person.sees("Пошук звернень")
    await person.says(words)
    return await person.sees("Знайдено")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ОСВІТЛЕННЯМ", [FIRST]),
        ("темно школа", []),
        ("шкільна миру", [FIRST]),
        ("шум листопад " + PLACE.name, [SECOND]),
        ("ночі", [SECOND]),
        ("галас", [SECOND]),
        ("нові", [SECOND, FIRST]),
        ("запитання", [FIRST]),
        ("000002", [SECOND]),
        ("кш-2026-000001", [FIRST]),
        ("сьогодні", [SECOND, FIRST]),
        ("вчора", []),
        ("коваль олена", [FIRST]),
        ("закриті", []),
    ],
)
async def test_cases_are_found_by_all_that_one_may_remember(town: Town, words: str, found: list[str]) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), LIGHT, name="Олена Коваль")
    await reports(await town.resident("Петро", settlement=PLACE.code), "Сусіди, шум, п’яні", NOISE)
    page = await searches(ivan, words)
    assert shown(page) == found
    assert ("Нічого не знайдено. Спробуйте менше слів." in page.text) is not bool(found)


async def test_a_found_case_is_a_line_as_in_a_list_and_leads_back_to_what_was_found(either_town: Town) -> None:
    town = either_town
    ivan = await in_two_places(town)
    page = await searches(ivan, "освітлення")
    assert "«Хто лагодить освітлення на розі…»\nщойно" in page.text
    assert await town.stored("select act from audit where act = 'open'") == []
    await ivan.presses(FIRST, on=page)
    await ivan.sees("Надіслано.")
    await ivan.presses("‹ Назад", on=page)
    await town.settled()
    assert shown(page) == [FIRST]


async def test_an_ended_case_and_what_was_answered_are_found_too(town: Town) -> None:
    ivan = await in_two_places(town)
    card = await ivan.sees("освітлення", anywhere=True)
    await ivan.says("Облавтодор уже їде.", reply_to=card)
    await town.settled()
    await ivan.presses("Закрити", on=card)
    await town.settled()
    assert shown(await searches(ivan, "облавтодор")) == [FIRST]
    assert shown(await searches(ivan, "закриті листопад")) == [FIRST]


async def test_what_was_searched_is_noted_and_not_for_what(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    ivan = await in_two_places(town)
    await searches(ivan, "незвичайне")
    [entry] = await town.stored("select * from audit where act = 'search'")
    assert entry["by_kind"] == "officer"
    assert "незвичайне" not in str(entry)
    assert "незвич" not in capsys.readouterr().out
    await town.passes(hours=2)
    assert await town.stored("select data from dialogs") == []


async def test_only_the_next_text_is_searched_for(town: Town) -> None:
    ivan = await in_two_places(town)
    await searches(ivan, "освітлення")
    await ivan.says("Електрики приїдуть завтра.")
    await ivan.sees("Кому це?")


async def test_a_text_typed_below_a_list_may_be_searched_for_or_answered_with(either_town: Town) -> None:
    town = either_town
    ivan = await in_two_places(town)
    await opens_list(ivan)
    await ivan.says("освітлення")
    asked = await ivan.sees("Кому це?")
    assert FIRST in " ".join(asked.buttons)
    await ivan.presses("Знайти: освітлення")
    page = await ivan.sees("Знайдено")
    assert shown(page) == [FIRST]
    assert [row["flow"] for row in await town.stored("select flow from dialogs")] == ["case search"]
    assert len(await town.stored("select act from audit where act = 'search'")) == 1


async def test_a_search_is_offered_only_of_one_short_text_soon_after_a_list(town: Town) -> None:
    ivan = await in_two_places(town)

    async def offered(typed: str) -> bool:
        await ivan.says(typed)
        asked = await ivan.sees("Кому це?")
        labels = list(asked.buttons)
        await ivan.presses("Не надсилати", on=asked)
        await town.settled()
        return any(label.startswith("Знайти:") for label in labels)

    assert not await offered("освітлення")
    page = await opens_list(ivan)
    assert await offered("освітлення")
    assert not await offered("Добрий день! Ваше звернення отримано, електрики приїдуть у четвер зранку.")
    assert not await offered("…")
    await ivan.presses(FIRST, on=page)
    await ivan.sees("Надіслано.")
    assert not await offered("освітлення")
    await opens_list(ivan)
    await town.passes(minutes=11)
    assert not await offered("освітлення")


async def test_what_was_added_to_a_text_is_not_lost_by_an_old_offer_to_search(town: Town) -> None:
    ivan = await in_two_places(town)
    await opens_list(ivan)
    first = await ivan.says("освітлення")
    asked = await ivan.sees("Кому це?")
    await ivan.says("полагодять завтра")
    await town.settled()
    await ivan.forges(FindText(first.id).pack(), on=asked)
    await town.settled()
    assert "вже не діє" in ivan.alerts[-1]
    assert [row["flow"] for row in await town.stored("select flow from dialogs")] == ["desk whose"]
    assert "Знайти: освітлення" not in ivan.buttons


async def test_a_photo_is_no_search(town: Town) -> None:
    ivan = await in_two_places(town)
    await opens_list(ivan)
    await ivan.presses("Пошук")
    await ivan.sends_photo("")
    await town.settled()
    await ivan.does_not_see("Знайдено", anywhere=True)


async def test_a_search_that_is_left_takes_no_text(town: Town) -> None:
    ivan = await in_two_places(town)
    await opens_list(ivan)
    await ivan.presses("Пошук")
    await ivan.presses("‹ Назад")
    await ivan.sees("Чекають на Вас")
    assert await town.stored("select flow from dialogs") == []
    await ivan.says("освітлення")
    await ivan.sees("Кому це?")


async def test_nobody_finds_what_is_not_theirs(town: Town) -> None:
    await in_two_places(town)
    stranger = await town.officer("Марія Бондар", await town.area(FAR_AWAY))
    assert shown(await searches(stranger, "освітлення")) == []
    assert shown(await searches(stranger, "000001")) == []
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    assert shown(await searches(olha, "освітлення")) == []


async def test_a_case_that_left_the_desk_is_in_what_was_found_no_more(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await searches(ivan, "нові")
    await town.stored("update cases set confidential = true where id = 1 returning id")
    await ivan.forges(FoundCases(0).pack(), on=page)
    await town.settled()
    assert shown(page) == [SECOND]


async def test_a_discreet_case_is_found_by_its_words_which_are_not_shown(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await chooses(olena, "Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради щодо чоловіка")
    await olena.presses(UNNAMED)
    await town.settled()
    page = await searches(ivan, "порада")
    assert len(shown(page)) == 1
    assert "— текст видно у зверненні" in page.text
    assert "чоловік" not in page.text
    assert shown(await searches(ivan, "насильство")) == []


async def test_what_was_found_is_turned_over_and_the_search_goes_on(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    people = [await town.resident("Олена"), await town.resident("Тарас")]
    for number in range(1, 11):
        await asks(people[number % 2], "Яма" if number != 5 else "Світло")
    page = await searches(ivan, "яма")
    assert [label[8:14] for label in shown(page)] == ["000010", "000009", "000008", "000007", "000006", "000004"]
    await ivan.presses("Далі ›", on=page)
    await town.settled()
    assert [label[8:14] for label in shown(page)] == ["000003", "000002", "000001"]
    assert "Далі ›" not in page.buttons
    await ivan.presses("« На початок", on=page)
    await town.settled()
    assert len(shown(page)) == 6
    monkeypatch.setattr(case_lists, "BATCH", 2)
    monkeypatch.setattr(case_lists, "MOST_OPENED", 4)
    page = await searches(ivan, "світло")
    assert "Серед новіших звернень не знайдено." in page.text
    await ivan.presses("Шукати далі", on=page)
    await town.settled()
    assert [label[8:14] for label in shown(page)] == ["000005"]


class Held:
    """The search, held up where it opens the words of the first case; `opened`: all whose words it opens."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began, self.goes_on = asyncio.Event(), asyncio.Event()
        self.opened: list[CaseId] = []
        said_in = case_search.said_in

        async def opening(tx: Transaction, case_ids: list[CaseId]) -> list[Said]:
            said = await said_in(tx, case_ids)
            self.opened += case_ids
            self.began.set()
            await self.goes_on.wait()
            return said

        monkeypatch.setattr(case_lists, "BATCH", 1)
        monkeypatch.setattr(case_search, "said_in", opening)


async def test_while_a_search_looks_others_go_on_and_what_leaves_the_desk_is_not_opened(
    either_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = either_town
    ivan = await in_two_places(town)
    held = Held(monkeypatch)
    await opens_list(ivan)
    await ivan.presses("Пошук")
    await ivan.sees("Пошук звернень")
    await ivan.says("ночі")
    await held.began.wait()
    taras = town.telegram.person("Тарас")
    await taras.starts()
    await town.telegram.until(lambda: bool(taras.chat[-1].buttons))  # a search holds up nobody
    await town.stored("update cases set confidential = true returning id")
    held.goes_on.set()
    page = await ivan.sees("Знайдено")
    assert held.opened == [2]
    assert shown(page) == []
    assert NOISE not in page.text


async def test_a_person_who_leaves_a_search_before_it_has_looked_is_told_that_it_is_over(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ivan = await in_two_places(town)
    page = await opens_list(ivan)
    held = Held(monkeypatch)
    await ivan.presses("Пошук")
    await ivan.sees("Пошук звернень")
    await ivan.says("ночі")
    await held.began.wait()
    await ivan.forges(LeaveSearch().pack(), on=page)
    await town.handled()
    held.goes_on.set()
    await ivan.sees("Пошук завершено. Почніть новий.")
    assert await town.stored("select flow from dialogs") == []


async def test_a_search_that_a_crash_cut_short_is_done_by_the_next_process(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    ivan = await in_two_places(town)
    await opens_list(ivan)
    held = Held(monkeypatch)
    await ivan.presses("Пошук")
    await ivan.sees("Пошук звернень")
    await ivan.says("ночі")
    await held.began.wait()
    async with town.another_process():
        held.goes_on.set()
        assert shown(await ivan.sees("Знайдено")) == [SECOND]


async def test_an_old_page_of_a_search_that_is_over_says_so(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await searches(ivan, "освітлення")
    await town.passes(hours=2)
    await ivan.forges(FoundCases(0).pack(), on=page)
    await ivan.sees("Пошук завершено. Почніть новий.")
    await ivan.presses("Новий пошук", on=page)
    await ivan.says("…")
    await ivan.sees("Тут немає що шукати.")
    await ivan.says("освітлення")
    assert shown(await ivan.sees("Знайдено")) == [FIRST]
