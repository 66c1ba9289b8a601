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


async def test_who_reads_english_reads_rank_name_and_address_of_the_officer_in_latin_letters(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await town.stored("update officers set station = 'вул. Миру, 5' returning id")
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("English")
    await olena.presses("Ask")
    await olena.says("When are the hours?")
    await olena.presses("Send without a name")
    card = await officer.sees("When are the hours?")
    await officer.presses("Прийняти")
    await olena.sees("Responsible: Police Captain Ivan Petrenko")
    await officer.says("On Wednesday.", reply_to=card)
    answer = await olena.sees("On Wednesday.")
    assert "Police Captain Ivan Petrenko" in answer.text.splitlines()[0]
    await olena.presses("My officer")
    shown = await olena.sees("Officer: Police Captain Ivan Petrenko")
    assert "vul. Myru, 5" in shown.text
    await olena.presses("My cases")
    await olena.presses("000001 · Question · Answered")
    await olena.presses("Read it all")
    await olena.sees("Police Captain Ivan Petrenko · ")
    assert not any("Іван" in bubble.text or "Миру" in bubble.text for bubble in olena.chat[3:])
