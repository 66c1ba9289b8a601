"""«Кому це?» at the desk: what an officer writes without a case is kept until the officer says for which it is."""

from simulator import Part
from tests.stories.cases import asks
from tests.stories.desk import QUESTION
from tests.town import Town


async def test_whose_words_are_is_asked_in_one_place_with_the_number_that_waits(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    for words in ("Раз.", "Два.", "Три."):
        await officer.says(words)
        await officer.sees("Кому це?")
    [asked] = [bubble for bubble in officer.chat if "Кому це?" in bubble.text]
    assert "Ще не надіслано: «Раз.» і ще 2 повідомлення." in asked.text
    await officer.presses("КШ-2026-000001 · Запитання")
    await olena.sees("Три.")
    await officer.does_not_see("Кому це?", anywhere=True)


async def test_words_for_nobody_yet_are_kept_whole_and_given_with_one_press(either_town: Town) -> None:
    town = either_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    said = await officer.says("Ось відповідь:")
    await officer.sends_album([Part("photo", "План"), Part("photo", "Двір")])
    await officer.sees("Ще не надіслано: «Ось відповідь:» і ще 2 повідомлення.")
    await petro.does_not_see("Ось відповідь", anywhere=True)

    await officer.presses("КШ-2026-000002 · Запитання")
    await officer.sees("КШ-2026-000002: надіслано мешканцю.")
    await town.passes(seconds=2)
    await petro.sees("Ось відповідь:")
    assert (await petro.sees("План")).message.media_group_id is not None
    await petro.sees("Двір")
    await olena.does_not_see("План", anywhere=True)
    assert said.reactions == ["👍"]
    assert await town.stored("select flow from dialogs") == []


async def test_the_answer_button_of_a_case_takes_the_words_that_wait(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    await officer.says("Міська рада.")
    await officer.sees("Кому це?")
    await officer.presses("Відхилити", on=card)
    await town.settled()
    assert officer.alerts[-1].startswith("Спершу оберіть")
    await officer.presses("Відповісти", on=card)
    await olena.sees("Міська рада.")


async def test_an_answer_that_comes_after_the_case_ended_is_not_lost(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await asks(petro, "Коли прийом?")
    card = await officer.sees("освітлення", anywhere=True)
    await officer.presses("Відповісти", on=card)
    await officer.presses("Закрити", on=card)
    await officer.presses("Закрити без відповіді")
    await officer.says("У середу.")
    await officer.sees("Кому це?")
    await officer.presses("КШ-2026-000002 · Запитання")
    await petro.sees("У середу.")


async def test_words_that_wait_are_given_as_they_were_last_edited(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    said = await officer.says("Сільська рада.")
    await officer.sees("Ще не надіслано: «Сільська рада.»")
    await officer.edits(said, "Міська рада.")
    await officer.sees("Ще не надіслано: «Міська рада.»")
    await officer.presses("КШ-2026-000001 · Запитання")
    await olena.sees("Міська рада.")
    await olena.does_not_see("Сільська рада.", anywhere=True)


async def test_words_for_nobody_can_be_thrown_away_with_a_word(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.says("Помилка")
    await officer.presses("Не надсилати")
    await officer.sees("Не надіслано.")
    assert await town.stored("select flow from dialogs") == []
    await olena.does_not_see("Помилка", anywhere=True)


async def test_words_for_nobody_are_kept_for_a_day(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.says("Міська рада.")
    asked = await officer.sees("Кому це?")
    answer = str(asked.inline[0].callback_data)
    await town.passes(hours=25)
    await officer.sees("Минув час, Ваше повідомлення видалено. Напишіть ще раз.")
    await officer.forges(answer, on=asked)
    await town.settled()
    assert officer.alerts[-1] == "Ця кнопка вже не діє. Напишіть «меню»."
    await olena.does_not_see("Міська рада.", anywhere=True)
    assert await town.stored("select flow from dialogs") == []


async def test_without_an_open_case_nothing_is_kept_and_that_is_said(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await officer.says("Є тут хто?")
    await officer.sees("нікому не передано")
    assert await town.stored("select flow from dialogs") == []


async def test_the_cases_that_went_on_last_are_offered_first_and_any_other_by_its_number(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    for number in range(1, 11):
        await asks(await town.resident(f"Мешканець {number}"), f"Запитання {number}")
        await town.passes(minutes=1)
    await officer.says("Міська рада.", reply_to=await officer.sees("Запитання 4", anywhere=True))
    await town.passes(minutes=1)
    await officer.says("А це кому?")
    asked = await officer.sees("Кому це?")
    offered = [label.partition(" · ")[0] for label in asked.buttons[:-1]]
    assert offered == [f"КШ-2026-{number:06}" for number in (4, 10, 9, 8, 7, 6, 5, 3)]
    await officer.says("1")
    await officer.sees("Запитання 1")
    await officer.presses("Відповісти")
    await town.settled()
    assert officer.alerts[-1] == "КШ-2026-000001: надіслано мешканцю."
