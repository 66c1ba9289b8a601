"""«Закрити зі словами»: the last answer and the end of a case in one step."""

from tests.stories.cases import Talk, closes, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_queue import complains
from tests.town import Town

WORDS = "Ліхтар замінили. Дякуємо!"


async def begins(pair: Talk) -> None:
    await pair.ivan.presses("Ще дії")
    await pair.ivan.presses("Закрити зі словами")
    await pair.ivan.sees("КШ-2026-000001: напишіть останні слова.")


async def test_the_last_words_and_the_end_come_in_one_letter_with_the_stars(either_town: Town) -> None:
    pair = await talk(either_town)
    await begins(pair)
    prompt = pair.ivan.last
    before = len(pair.olena.chat)
    await pair.ivan.says(WORDS)
    got = await pair.olena.sees(WORDS)
    await either_town.settled()
    assert pair.olena.chat[before:] == [got]
    assert "Звернення закрито." in got.text
    assert got.buttons[:5] == ["1", "2", "3", "4", "5"]
    assert prompt.text == "КШ-2026-000001: звернення закрито, останні слова передано."
    [case] = await either_town.stored("select status, waits_for from cases")
    assert case == {"status": "closed", "waits_for": None}
    await pair.olena.presses("5")
    await pair.ivan.sees("Оцінка мешканця: 5 з 5.")


async def test_before_closing_without_an_answer_words_are_offered(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Закрити")
    asked = await pair.ivan.sees("останнє повідомлення мешканця без відповіді")
    assert asked.buttons == ["Закрити зі словами", "Закрити без відповіді", "Ні"]
    await pair.ivan.presses("Закрити зі словами")
    await pair.ivan.says(WORDS)
    await pair.olena.sees(WORDS)


async def test_a_file_is_no_last_word_and_the_case_stays_open(town: Town) -> None:
    pair = await talk(town)
    await begins(pair)
    await pair.ivan.sends_photo("Ліхтар")
    await pair.ivan.sees("Останні слова потрібно написати текстом.")
    await pair.ivan.says(WORDS)
    await pair.olena.sees(WORDS)


async def test_last_words_for_a_case_that_its_resident_closed_meanwhile_are_kept(town: Town) -> None:
    pair = await talk(town)
    await begins(pair)
    await closes(pair)
    await pair.ivan.says(WORDS)
    await pair.ivan.sees("нікому не передано")
    await pair.olena.does_not_see(WORDS, anywhere=True)


async def test_last_words_to_a_complaint_wait_for_the_second_coordinator(town: Town) -> None:
    await town.area()
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await complains(olena, "Офіцер спить")
    await olha.presses("Прийняти")
    await olha.presses("Ще дії")
    await olha.presses("Закрити зі словами")
    await olha.sees("напишіть останні слова")
    await olha.says(WORDS)
    await olha.sees("Чекає на згоду іншого координатора.")
    await olena.does_not_see(WORDS, anywhere=True)
    await petro.presses("Згоден")
    await town.settled()
    assert "Звернення закрито." in (await olena.sees(WORDS)).text
