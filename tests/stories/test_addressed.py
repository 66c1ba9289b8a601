"""What is addressed goes where it is addressed: a word alone is a wish only where nothing else waits for it."""

import pytest

from tests.stories.cases import UNNAMED, talk
from tests.stories.reception import village
from tests.town import Town

WORDS = ["Довідка", "Прийом", "Стоп", "Поліцейський"]


# A swiped reply.


@pytest.mark.parametrize("word", [*WORDS, "Допомога", "Мій офіцер", "Скасувати", "меню"])
async def test_a_word_in_a_swiped_reply_goes_to_its_case(town: Town, word: str) -> None:
    people = await talk(town)
    card = await people.ivan.sees("Хто відповідає", anywhere=True)
    await people.ivan.says("Що Вам потрібно?", reply_to=card)
    asked = await people.olena.sees("Що Вам потрібно?")
    await people.olena.says(word, reply_to=asked)
    got = await people.ivan.sees(word)
    await people.ivan.says(word, reply_to=got)
    await people.olena.sees(word)
    assert len(await town.stored("select id from case_messages")) == 4


# After «Відповісти», and in whatever else asks for text.


@pytest.mark.parametrize("word", [*WORDS, "мої дані"])
async def test_a_word_after_the_answer_button_answers(town: Town, word: str) -> None:
    people = await talk(town)
    await people.ivan.presses("Відповісти", on=await people.ivan.sees("Хто відповідає", anywhere=True))
    said = await people.ivan.says(word)
    await people.olena.sees(word)
    assert said.reactions == ["👍"]
    await people.ivan.edits(said, f"{word}, звісно")
    await people.olena.sees(f"{word}, звісно")


@pytest.mark.parametrize("word", WORDS)
async def test_a_word_is_put_into_the_draft_that_is_open(town: Town, word: str) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says(word)
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
    assert len(await town.stored("select id from case_messages")) == 1


async def test_the_keyboard_and_the_ways_out_work_wherever_one_is(town: Town) -> None:
    people = await talk(town)
    card = await people.ivan.sees("Хто відповідає", anywhere=True)
    await people.ivan.presses("Відповісти", on=card)
    await people.ivan.says("Допомога")
    await people.ivan.sees("Куди телефонувати")
    await people.ivan.says("меню")
    await people.ivan.sees("Нові звернення приходять сюди самі")
    await people.ivan.presses("Відповісти", on=card)
    await people.ivan.says("скасувати")
    await people.ivan.sees("скасовано")
    assert len(await town.stored("select id from case_messages")) == 1


async def test_a_word_that_answers_an_officers_question_goes_to_the_officer(town: Town) -> None:
    people = await talk(town)
    await people.ivan.presses("Запитати", on=await people.ivan.sees("Хто відповідає", anywhere=True))
    await people.ivan.says("Вам потрібна довідка чи прийом?")
    await people.olena.sees("довідка чи прийом")
    await people.olena.says("Прийом")
    await people.ivan.sees("Прийом")
    await people.olena.says("Прийом")  # asked nothing any more
    await people.olena.sees("Іван Петренко")


async def test_where_a_place_is_looked_for_a_word_is_still_a_wish(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.presses("Погоджуюся")
    await olena.says("довідка")
    await olena.sees("Куди телефонувати")


async def test_a_wish_about_ones_data_is_not_put_into_a_draft_and_is_asked_about_in_a_case(town: Town) -> None:
    people = await talk(town)
    await people.olena.presses("Мої звернення")
    await people.olena.presses("000001 · Запитання · У роботі")
    await people.olena.presses("Дописати")
    await people.olena.says("Видаліть мої дані")
    await people.olena.sees("Це прохання до бота про Ваші дані чи повідомлення офіцеру?")
    await people.ivan.does_not_see("Видаліть", anywhere=True)
    await people.olena.presses("Запитати")
    await people.olena.says("Видаліть мої дані")
    await people.olena.sees("Мої дані")


# «стоп».


async def test_the_word_stop_asks_what_and_forgets_nothing_before_a_press(town: Town) -> None:
    await village(town)
    olena = await town.resident("Олена")
    await olena.says("графік")
    await olena.presses("Нагадати про прийом завтра")
    await olena.says("Стоп")
    await olena.sees("Що вимкнути?")
    assert len(await town.stored("select person_id from opening_reminders")) == 1
    await olena.presses("Вимкнути нагадування")
    await town.settled()
    assert olena.alerts[-1] == "Нагадування, про які Ви просили, вимкнено."
    assert await town.stored("select person_id from opening_reminders") == []
    assert "Вимкнути нагадування" not in olena.buttons
