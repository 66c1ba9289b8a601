"""A resident's lists show how a case begins, so that one is distinguished from another; an officer's show no text."""

import pytest

from simulator import Person
from tests.stories.cases import UNNAMED, asks, reports
from tests.town import Town

PASSPORT = "Загубила паспорт на вокзалі\nу п’ятницю, що робити?"
DRUNKARDS = "П’яні під вікном"
HOME = "Чоловік не дає грошей"
DANGER = "Він мене б’є щодня"


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


@pytest.fixture
async def olena(town: Town, ivan: Person) -> Person:
    return await town.resident("Олена")


async def reports_home(olena: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says(HOME)
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")


async def test_the_officers_choice_of_a_case_shows_no_text_for_it_would_stay_in_the_chat_when_a_case_goes(
    ivan: Person, olena: Person
) -> None:
    await asks(olena, PASSPORT)
    await reports(olena, "Сусіди, шум, п’яні", DRUNKARDS)
    await ivan.says("Приходьте до станції.")
    picker = await ivan.sees("Кому це?")
    shown = picker.text + "".join(picker.buttons)
    assert "Загубила" not in shown
    assert DRUNKARDS not in shown


async def test_a_resident_can_distinguish_own_cases(town: Town, olena: Person) -> None:
    await asks(olena, PASSPORT)
    await asks(olena, DRUNKARDS)
    await olena.presses("Мої звернення")
    page = await olena.sees("Оберіть звернення")
    assert page.text.splitlines()[2:] == [f"000002 · {DRUNKARDS}", "000001 · Загубила паспорт на вокзалі у…"]
    await olena.says("І вони кричать")
    asked = await olena.sees("Кому це?")
    assert asked.buttons[0] == f"000002 · {DRUNKARDS}"
    await olena.presses(f"000002 · {DRUNKARDS}", on=asked)
    await olena.sees("Передано до звернення: КШ-2026-000002")


async def test_a_discreet_case_and_one_that_mentions_danger_show_no_text_in_any_list(olena: Person) -> None:
    await reports_home(olena)
    await asks(olena, DANGER)
    await asks(olena, DRUNKARDS)
    await olena.presses("Мої звернення")
    own = await olena.sees("Оберіть звернення")
    assert HOME not in own.text
    assert DANGER not in own.text
    assert "000001 · Повідомлення · Нове" in own.buttons
    await olena.says("Ще одне")
    asked = await olena.sees("Кому це?")
    assert asked.buttons[:3] == [f"000003 · {DRUNKARDS}", "000002 · Запитання", "000001 · Повідомлення"]
    assert "Насильство" not in asked.text + "".join([*own.buttons, *asked.buttons])


async def test_a_case_without_text_shows_what_it_holds(olena: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Ще теми")
    await olena.presses("Дорога")
    await olena.sends_photo()
    await olena.sends_voice()
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
    await olena.presses("Мої звернення")
    assert (await olena.sees("Оберіть звернення")).text.endswith("\n000001 · фото, голосове")


async def test_text_after_a_photo_is_the_first_text(olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.sends_photo()
    await olena.says("Чия це яма?")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
    await olena.presses("Мої звернення")
    assert (await olena.sees("Оберіть звернення")).text.endswith("\n000001 · Чия це яма?")


async def test_what_people_typed_is_no_markup_in_a_list(olena: Person) -> None:
    await asks(olena, "<b>Яма</b> *тут* [де](x)\u202e")
    await olena.presses("Мої звернення")
    assert (await olena.sees("Оберіть звернення")).text.endswith("\n000001 · <b>Яма</b> *тут* [де](x)")


async def test_the_queue_shows_no_text(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", "UA23000000000064947")
    await asks(await town.resident("Олена"), DRUNKARDS)
    await olha.starts()
    await olha.presses("Координатор")
    await olha.presses("Черга: 1")
    page = await olha.sees("Ці звернення ще ніхто не взяв.")
    assert DRUNKARDS not in page.text + "".join(page.buttons)
