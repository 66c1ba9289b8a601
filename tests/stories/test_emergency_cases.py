"""A case that mentions an emergency says so on its card, and comes first in the lists of what waits."""

import pytest

from simulator import Person
from tests.stories.cases import Talk, asks, closes, talk
from tests.town import Town

WARNING = "Увага: слова про небезпеку. Мешканцю показано номери допомоги."
BEATS = "він мене б'є щодня"


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


def numbers(person: Person) -> list[str]:
    """Of the cases on the screen that came last, in order."""
    return [label[8:14] for label in person.last.buttons if label.startswith("КШ-")]


async def test_such_a_case_is_marked_on_its_card_and_stands_first(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    for words in ("Перше", "Друге", BEATS, "Четверте"):
        await asks(olena, words)
    assert WARNING in (await ivan.sees(BEATS, anywhere=True)).text
    assert WARNING not in (await ivan.sees("Четверте", anywhere=True)).text
    await ivan.says("Звернення")
    page = await ivan.sees("Чекають на Вас")
    assert numbers(ivan) == ["000003", "000001", "000002", "000004"]
    assert page.text.splitlines()[3].startswith("небезпека · ")
    assert page.text.count("небезпека") == 1

    await town.passes(days=10)
    await ivan.says("Звернення")
    await ivan.presses("Прострочені: 4")
    await ivan.sees("Прострочені", anywhere=True)
    await town.settled()
    assert numbers(ivan) == ["000003", "000001", "000002", "000004"]


async def test_pages_are_turned_past_such_cases_and_back(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    for number in range(1, 15):
        await asks(olena, BEATS if number > 7 else f"Питання {number}")
    await ivan.says("Звернення")
    page = await ivan.sees("Чекають на Вас")

    def shown() -> list[int]:
        return [int(label[8:14]) for label in page.buttons if label.startswith("КШ-")]

    pages = [[8, 9, 10, 11, 12, 13], [14, 1, 2, 3, 4, 5], [6, 7]]
    assert shown() == pages[0]
    for expected in pages[1:]:
        await ivan.presses("Далі ›", on=page)
        await town.settled()
        assert shown() == expected
    assert "Далі ›" not in page.buttons
    for expected in pages[1::-1]:
        await ivan.presses("‹ Раніше", on=page)
        await town.settled()
        assert shown() == expected
    assert "‹ Раніше" not in page.buttons


async def test_messages_added_later_mark_the_card_that_is_there(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    assert WARNING not in card.text
    await pair.olena.says(BEATS)
    await town.settled()
    assert WARNING in card.text
    await pair.olena.says("Вже все гаразд.")
    await town.settled()
    assert WARNING in card.text


async def test_an_edit_and_a_caption_mark_it_too(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    said = await pair.olena.sends_photo("Дивіться")
    await pair.olena.edits(said, "Дивіться, хата горить")
    await town.settled()
    assert WARNING in card.text


async def test_messages_assigned_to_a_case_mark_it_too(town: Town, pair: Talk) -> None:
    await asks(pair.olena, "Друге запитання")
    await pair.olena.says(BEATS)
    await pair.olena.presses("000001 · Хто відповідає за вулицю?", on=await pair.olena.sees("Кому це?"))
    await pair.olena.sees("Передано до звернення: КШ-2026-000001")
    await town.settled()
    assert WARNING in (await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)).text
    assert WARNING not in (await pair.ivan.sees("Друге запитання", anywhere=True)).text


async def test_danger_after_a_rating_marks_it_once_it_is_reopened(town: Town, pair: Talk) -> None:
    await closes(pair)
    await pair.olena.presses("1")
    await pair.olena.says(BEATS)
    asked = await pair.olena.sees("вже закрито")
    await pair.ivan.says("Звернення")
    await pair.ivan.presses("Закриті: 1")
    await town.settled()
    assert "небезпека" not in pair.ivan.last.text
    await pair.olena.presses("Відкрити повторно", on=asked)
    await pair.olena.sees("Передано до звернення")
    await pair.ivan.says("Звернення")
    assert "небезпека" in (await pair.ivan.sees("Чекають на Вас")).text


async def test_an_officers_own_messages_mark_nothing(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.ivan.says("Він вас б'є?", reply_to=card)
    await pair.olena.sees("Він вас б'є?")
    assert WARNING not in card.text


async def test_the_resident_reads_nothing_of_it_in_own_lists(town: Town, pair: Talk) -> None:
    await asks(pair.olena, BEATS)
    await pair.olena.presses("Мої звернення")
    page = await pair.olena.sees("Оберіть звернення")
    assert "небезпек" not in page.text + "".join(page.buttons)


async def test_the_queue_shows_it_first_without_its_text(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", "UA23000000000064947")
    olena = await town.resident("Олена")
    for words in ("Перше", "Друге", BEATS):
        await asks(olena, words)
    card = await olha.sees(WARNING)
    assert "б'є" not in card.text
    await olha.starts()
    await olha.presses("Координатор")
    await olha.presses("Черга: 3")
    page = await olha.sees("Ці звернення ще ніхто не взяв.")
    assert numbers(olha) == ["000003", "000001", "000002"]
    assert page.text.count("небезпека") == 1
    assert "КШ-2026-000003: небезпека · " in page.text
    await olha.presses("КШ-2026-000003 · Запитання", on=page)
    shown = await olha.sees("Кожне читання записується.")
    assert WARNING in shown.text
    assert "б'є" not in shown.text


async def test_a_complaint_with_such_a_text_stays_hidden_from_officers(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Оксана", "UA23000000000064947")
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    await olena.says("Він мене б'є на допиті")
    await olena.presses("Надіслати без імені")
    await olha.sees("Терміново")
    await ivan.says("Звернення")
    await ivan.sees("Тут порожньо.")
    await ivan.does_not_see("слова про небезпеку", anywhere=True)
