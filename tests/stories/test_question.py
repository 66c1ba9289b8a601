"""A question: asked without a category, from the menu or by simply writing."""

from tests.stories.cases import NAMED, UNNAMED, asks, talk
from tests.town import Town


async def test_a_resident_who_simply_writes_has_begun_a_question(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.says("Коли прийом?")
    await olena.sees("Ще не надіслано: «Коли прийом?».")
    await olena.presses(UNNAMED)
    sent = await olena.sees("Надіслано: КШ-2026-000001")
    assert "Відповідь зазвичай приходить до 27 листопада." in sent.text
    assert "Запитання" in (await ivan.sees("Коли прийом?")).text


async def test_a_question_in_several_messages_comes_in_their_order(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    for words in ("Перше.", "Друге.", "Третє."):
        await olena.says(words)
    await olena.presses(UNNAMED)
    await ivan.sees("Третє.")
    said = [bubble.text.splitlines()[-1] for bubble in ivan.chat if bubble.text.startswith("КШ-")]
    assert said == ["Перше.", "Друге.", "Третє."]


async def test_a_name_asked_for_and_a_photo_sent_instead_keeps_both(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Що це?")
    await olena.presses(NAMED)
    await olena.sends_photo("Ось воно")
    await olena.sees("Напишіть ім’я і прізвище")
    await olena.says("Олена Коваль")
    await ivan.sees("Ось воно")
    await ivan.sees("Мешканець: Олена Коваль", anywhere=True)


async def test_nothing_is_sent_twice_when_the_same_draft_is_begun_anew(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Що це?")
    await olena.presses("Запитати")
    await olena.sees("Ще не надіслано: «Що це?».")
    assert len(await town.stored("select id from cases")) == 1


async def test_which_case_a_residents_message_is_for_is_asked_in_one_place(town: Town) -> None:
    pair = await talk(town)
    await asks(pair.olena, "Друге запитання")
    for words in ("Раз.", "Два.", "Три."):
        await pair.olena.says(words)
        await pair.olena.sees("Кому це?")
    [asked] = [bubble for bubble in pair.olena.chat if "Кому це?" in bubble.text]
    assert "Ще не надіслано: «Раз.» і ще 2 повідомлення." in asked.text
    await pair.olena.presses("000001 · Хто відповідає за вулицю?")
    await pair.olena.sees("Передано до звернення: КШ-2026-000001")
    await pair.ivan.sees("Три.")
