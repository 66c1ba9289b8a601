"""A swiped reply at a desk, on what nobody said to the resident: it is never sent to them unasked, and never lost."""

import pytest

from simulator import Bubble, Person
from tests.stories.cases import asks, talk
from tests.stories.pauses import opens_history
from tests.stories.transfers import transfers, two_at_desk
from tests.town import Town

WORDS = "Обережно, телефон чужий"
OVER = "вже не чекає на відповідь"

# The way to each question of a desk, from the screen of «Ще дії», and what it asks.
QUESTIONS = {
    "note": (["Нотатка"], "Напишіть нотатку."),
    "pause": (["Призупинити", "3 дні"], "Напишіть причину."),
    "forward": (["За належністю", "Інший орган"], "Напишіть, кому передати"),
    "last words": (["Закрити зі словами"], "напишіть останні слова"),
}


async def asked(ivan: Person, question: str) -> Bubble:
    presses, text = QUESTIONS[question]
    await opens_history(ivan)
    await ivan.presses("Ще дії")
    for press in presses:
        await ivan.presses(press)
    return await ivan.sees(text)


async def is_asked_what_it_is_for(ivan: Person, resident: Person) -> None:
    await ivan.sees(OVER, anywhere=True)
    await ivan.sees(f"Ще не надіслано: «{WORDS}»")
    await resident.does_not_see(WORDS, anywhere=True)


@pytest.mark.parametrize("question", QUESTIONS)
async def test_a_reply_to_a_question_that_is_over_goes_to_nobody(town: Town, question: str) -> None:
    pair = await talk(town, "Олена Бондар")
    prompt = await asked(pair.ivan, question)
    await pair.ivan.says("Скасувати")
    await pair.ivan.sees("Скасовано.", anywhere=True)
    await pair.ivan.says(WORDS, reply_to=prompt)
    await pair.ivan.sees(f"Ще не надіслано: «{WORDS}»")
    await pair.olena.does_not_see(WORDS, anywhere=True)
    await pair.ivan.presses("КШ-2026-000001 · Запитання")
    await pair.olena.sees(WORDS)


async def test_a_reply_to_the_question_of_one_case_is_not_taken_for_another(either_town: Town) -> None:
    town = either_town
    pair = await talk(town)
    prompt = await asked(pair.ivan, "forward")
    other = await town.resident("Тарас")
    await asks(other, "Коли прийом?")
    await pair.ivan.presses("Відповісти", on=await pair.ivan.sees("Коли прийом?", anywhere=True))
    await pair.ivan.sees("напишіть відповідь")
    await pair.ivan.says(WORDS, reply_to=prompt)
    await is_asked_what_it_is_for(pair.ivan, pair.olena)
    await other.does_not_see(WORDS, anywhere=True)


async def test_a_reply_to_what_asks_why_it_is_declined_is_the_reason(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відхилити", on=await pair.ivan.sees("Хто відповідає", anywhere=True))
    await pair.ivan.says("Це до ради", reply_to=await pair.ivan.sees("напишіть причину відмови"))
    assert "Це до ради" in (await pair.olena.sees("Звернення відхилено. Причина:")).text


@pytest.mark.parametrize("on_words", [True, False])
async def test_a_reply_while_the_reason_of_a_pause_is_asked_for_is_the_reason(town: Town, on_words: bool) -> None:
    pair = await talk(town)
    prompt = await asked(pair.ivan, "pause")
    on = await pair.ivan.sees("Хто відповідає", anywhere=True) if on_words else prompt
    await pair.ivan.says("Йде перевірка", reply_to=on)
    await pair.olena.sees("Йде перевірка")
    assert len(await town.stored("select id from case_pauses")) == 1
    assert await town.stored("select id from case_messages where direction <> 'resident'") == []


async def test_a_reply_to_what_says_that_an_answer_was_sent_is_asked_about(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    await pair.ivan.sees("напишіть відповідь")
    await pair.ivan.says("Дізнаюся")
    await pair.ivan.says(WORDS, reply_to=await pair.ivan.sees("надіслано мешканцю"))
    await is_asked_what_it_is_for(pair.ivan, pair.olena)


async def test_the_word_of_a_colleague_is_a_note_and_a_reply_to_it_is_not_for_the_resident(either_town: Town) -> None:
    desk = await two_at_desk(either_town)
    await transfers(either_town, desk.ivan, word="Знає цю вулицю")
    word = await desk.maria.sees("Звернення передано Вам.", anywhere=True)
    assert "Нотатка колеги. Мешканець її не бачить:" in word.text
    await desk.maria.says(WORDS, reply_to=word)
    await is_asked_what_it_is_for(desk.maria, desk.olena)


async def test_a_reply_to_the_card_or_to_what_was_said_is_an_answer(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.says("Ще одне")
    for number, on in enumerate(("Хто відповідає", "Ще одне")):
        await pair.ivan.says(f"Відповідь {number}", reply_to=await pair.ivan.sees(on, anywhere=True))
        await pair.olena.sees(f"Відповідь {number}")
