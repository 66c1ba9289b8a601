"""The main thread: a resident asks, the officer answers, and both see it."""

from tests.town import Town


async def test_a_question_reaches_the_officer_and_the_answer_comes_back(either_town: Town) -> None:
    town = either_town
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Коли прийом у Комишувасі?")
    await olena.presses("Надіслати без імені")
    await olena.sees("КШ-2026-000001")
    card = await officer.sees("Коли прийом у Комишувасі?")
    assert "Олена" not in card.text

    await officer.presses("Прийняти")
    await olena.sees("Відповідає: капітан поліції Іван Петренко")
    await officer.says("У середу з 16:00.", reply_to=card)
    await olena.sees("У середу з 16:00.")
    await olena.says("Дякую!")
    await officer.sees("Дякую!")
