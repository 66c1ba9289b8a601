"""«Звернення»: the lists of a desk, and a case's whole history."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import DeskCase
from simulator import Part, Person
from tests.stories.cases import asks
from tests.stories.desk import QUESTION, case_ids
from tests.town import Town


async def opens_list(officer: Person) -> None:
    await officer.says("Звернення")


async def test_cases_stand_in_the_list_of_whom_they_wait_for(either_town: Town) -> None:
    town = either_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    for words in ("Перше питання", "Друге питання", "Третє питання"):
        await asks(olena, words)
    await officer.says("Відповідь.", reply_to=await officer.sees("Друге питання", anywhere=True))
    await town.settled()
    third = await officer.sees("Третє питання", anywhere=True)
    await officer.presses("Закрити", on=third)
    await officer.presses("Закрити без відповіді")

    await opens_list(officer)
    mine = await officer.sees("Чекають на Вас")
    assert "КШ-2026-000001 · Запитання" in mine.buttons
    assert "КШ-2026-000002 · Запитання" not in mine.buttons
    assert "без імені" in mine.text
    assert {"Відповісти: 1", "Чекаємо: 1", "Прострочені: 0", "Закриті: 1"} <= set(mine.buttons)
    await officer.presses("Чекаємо: 1")
    assert "КШ-2026-000002 · Запитання" in (await officer.sees("Чекаємо на мешканця")).buttons
    await officer.presses("Закриті: 1")
    assert "КШ-2026-000003 · Запитання" in (await officer.sees("Закриті")).buttons
    await officer.presses("Прострочені: 0")
    await officer.sees("Тут порожньо.")


async def test_a_case_that_waits_too_long_is_marked_overdue(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    await opens_list(officer)
    assert "прострочено" not in (await officer.sees("Чекають на Вас")).text
    await town.passes(days=10)
    await opens_list(officer)
    await officer.sees("прострочено")
    await officer.presses("Прострочені: 1")
    await officer.sees("КШ-2026-000001")


async def test_a_long_list_is_turned_over_page_by_page_and_back(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    people = [await town.resident("Олена"), await town.resident("Тарас")]  # one may not send so many a day
    for number in range(1, 15):
        await asks(people[number % 2], f"Питання {number}")
    await opens_list(officer)
    page = await officer.sees("Чекають на Вас")

    def shown() -> list[int]:
        return [int(label[8:14]) for label in page.buttons if label.startswith("КШ-")]

    assert shown() == [1, 2, 3, 4, 5, 6]
    assert "‹ Раніше" not in page.buttons
    for expected in ([7, 8, 9, 10, 11, 12], [13, 14]):
        await officer.presses("Далі ›", on=page)
        await town.settled()
        assert shown() == expected
    assert "Далі ›" not in page.buttons
    for expected in ([7, 8, 9, 10, 11, 12], [1, 2, 3, 4, 5, 6]):
        await officer.presses("‹ Раніше", on=page)
        await town.settled()
        assert shown() == expected
    assert "‹ Раніше" not in page.buttons


async def test_a_case_opens_with_all_that_was_said_and_done(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Хто лагодить міст?", name="Марія Шевченко")
    await officer.says("Облавтодор.", reply_to=await officer.sees("міст"))
    await town.settled()
    await officer.presses("Ознаки злочину")
    await opens_list(officer)
    await officer.presses("Чекаємо: 1")
    await officer.presses("КШ-2026-000001 · Запитання")
    page = await officer.sees("Хто лагодить міст?")
    for line in (
        "Марія Шевченко",
        "Облавтодор.",
        "Взято в роботу.",
        "Позначено ознаки злочину.",
        "капітан поліції Іван",
    ):
        assert line in page.text
    assert "Ознаки злочину" in page.text
    await officer.presses("‹ Назад", on=page)
    await officer.sees("Чекаємо на мешканця")
    audit = await town.stored("select by_kind, by_id from audit where act = 'open'")
    assert audit == [{"by_kind": "officer", "by_id": 1}]


async def test_a_reply_on_an_opened_history_answers_the_case_but_not_on_the_list_that_took_its_place(
    town: Town,
) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await opens_list(officer)
    await officer.presses("КШ-2026-000001 · Запитання")
    page = await officer.sees("Надіслано.")
    await officer.says("Міська рада.", reply_to=page)
    await olena.sees("Міська рада.")
    await officer.presses("‹ Назад", on=page)
    await town.settled()
    await officer.says("Не туди", reply_to=page)
    await officer.sees("Кому це?")
    await olena.does_not_see("Не туди", anywhere=True)


async def test_actions_on_an_opened_case_draw_it_anew(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    await opens_list(officer)
    await officer.presses("КШ-2026-000001 · Запитання")
    page = await officer.sees("Надіслано.")
    await officer.presses("Прийняти", on=page)
    await officer.sees("Взято в роботу.")
    assert "Прийняти" not in page.buttons


async def test_a_long_history_is_read_page_by_page(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Початок. " + "Дуже довга історія. " * 190)
    for number in range(5):
        await olena.says(f"Частина {number}. " + "Далі. " * 150)
    await officer.presses("Історія")
    page = await officer.sees("Частина 4.")
    read = [page.text]
    while "‹ Раніше" in page.buttons:
        await officer.presses("‹ Раніше", on=page)
        await town.settled()
        read.append(page.text)
    assert "Початок." in page.text
    assert len(read) == 4
    for words in (*(f"Частина {number}." for number in range(5)), "Початок."):
        assert sum(words in text for text in read) == 1
    assert sum(text.count("Дуже довга історія.") for text in read) == 190
    while "Далі ›" in page.buttons:
        await officer.presses("Далі ›", on=page)
        await town.settled()
    assert "Частина 4." in page.text


async def test_files_of_a_history_can_be_shown_again(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Ось ями")
    await olena.sends_album([Part("photo", "Перша яма"), Part("photo", "Друга яма")])
    await olena.presses("Надіслати без імені")
    await town.passes(seconds=2)
    for bubble in list(officer.chat):
        if "яма" in bubble.text:
            await officer.deletes(bubble)
    await officer.presses("Історія")
    assert "[фото]" in (await officer.sees("Ось ями")).text
    await officer.presses("Показати вкладення")
    again = await officer.sees("Перша яма")
    await officer.sees("Друга яма")
    await officer.says("Засиплемо.", reply_to=again)
    await olena.sees("Засиплемо.")


async def test_the_rating_stands_in_the_history(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Закрити")
    await officer.presses("Закрити без відповіді")
    await olena.presses("5")
    await officer.sees("Оцінка мешканця: 5 з 5")
    await officer.presses("Історія")
    await officer.sees("Оцінка: 5 з 5")


async def test_a_coordinator_lists_the_cases_that_he_has_taken(town: Town) -> None:
    await town.area()
    coordinator = await town.coordinator("Оксана", "UA23000000000064947")
    await asks(await town.resident("Олена"), QUESTION)
    await opens_list(coordinator)
    await coordinator.sees("Тут порожньо.")
    await coordinator.presses("Прийняти")
    await opens_list(coordinator)
    await coordinator.presses("КШ-2026-000001 · Запитання")
    await coordinator.sees("освітлення")
    assert len(await case_ids(town)) == 1


async def test_a_complaint_is_in_no_list_no_count_and_no_search_of_an_officer(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await town.coordinator("Оксана", "UA23000000000064947")
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Скарга на офіцера")
    await olena.says("Не відповідає другий тиждень")
    await olena.presses("Надіслати без імені")
    await olena.sees("КШ-2026-000001")
    (case,) = await case_ids(town)
    await opens_list(officer)
    page = await officer.sees("Тут порожньо.")
    assert "Відповісти: 0" in page.buttons
    await officer.says("Кому?")
    await officer.sees("нікому не передано")
    await officer.forges(DeskCase(CaseId(case)).pack(), on=page)
    await town.settled()
    assert officer.alerts[-1] == "Тут нічого не знайдено."
    await officer.does_not_see("КШ-", anywhere=True)


async def test_what_a_coordinator_opens_is_written_down(town: Town) -> None:
    await town.area()
    coordinator = await town.coordinator("Оксана", "UA23000000000064947")
    await asks(await town.resident("Олена"), QUESTION)
    await coordinator.presses("Історія")
    await coordinator.sees("Надіслано.")
    (entry,) = await town.stored("select by_kind, by_id from audit where act = 'open'")
    assert entry["by_kind"] == "coordinator"


async def test_a_confidential_case_stays_hidden_even_from_an_officer_who_had_it(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await asks(olena, "Коли прийом?")
    await officer.presses("Прийняти", on=await officer.sees("освітлення", anywhere=True))
    await town.settled()
    await town.stored("update cases set confidential = true returning id")
    await opens_list(officer)
    page = await officer.sees("Тут порожньо.")
    assert {"Відповісти: 0", "Чекаємо: 0", "Прострочені: 0", "Закриті: 0"} <= set(page.buttons)
    await officer.says("Кому?")
    await officer.sees("нікому не передано")
