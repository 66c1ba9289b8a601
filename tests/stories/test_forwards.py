"""What is not one's own words is not passed on as such: a forward, a quoted part, what Telegram itself says.

A message of the bot that comes back to it goes only where it came from.
"""

import json

from telegram import PaidMediaInfo, User

from simulator import Part, Person
from tests.stories.cases import UNNAMED, asks, talk
from tests.stories.notices import WORDS, sends
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_queue import opens_queue
from tests.town import Town

TARAS = User(777, "Тарас", is_bot=False, username="taras_k")
FORWARDED = "Переслане повідомлення"
BOTS_OWN = "Це повідомлення самого бота"


async def two_cases(town: Town) -> tuple[Person, Person, Person]:
    """A resident, another one, and the officer who has the cases of both."""
    ivan = await town.officer("Іван Петренко", await town.area())
    olena, taras = await town.resident("Олена"), await town.resident("Тарас")
    await asks(olena, "Сусід погрожує мені ножем.")
    await asks(taras, "Коли прийом?")
    await town.settled()
    return olena, taras, ivan


# Forwards.


async def test_a_forward_says_that_it_is_one_and_not_whose(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.forwards_from(TARAS, "Завтра прийду з друзями")
    got = await pair.ivan.sees("Завтра прийду з друзями")
    assert FORWARDED in got.text
    await pair.ivan.presses("Історія")
    page = await pair.ivan.sees("Завтра прийду з друзями")
    assert FORWARDED in page.text
    await pair.ivan.does_not_see("Тарас", anywhere=True)
    stored = json.dumps(await town.stored("select body from case_messages"), default=str, ensure_ascii=False)
    assert "taras_k" not in stored
    assert "777" not in stored


async def test_a_forward_in_a_draft_and_on_the_card_says_that_it_is_one(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.forwards_from(TARAS, "Скидайте гроші на картку")
    await olena.sees("Переслане позначено")
    await olena.presses(UNNAMED)
    card = await ivan.sees("Скидайте гроші на картку")
    assert f"{FORWARDED}\nСкидайте гроші на картку" in card.text
    await olena.presses("Мої звернення")
    await olena.presses("000001 · Запитання · Нове")
    await olena.presses("Прочитати все")
    assert FORWARDED in (await olena.sees("Скидайте гроші на картку")).text


async def test_an_officers_forward_says_that_it_is_one(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    await pair.ivan.forwards_from(TARAS, "Прийом скасовано")
    assert FORWARDED in (await pair.olena.sees("Прийом скасовано")).text


async def test_a_forwarded_album_says_once_that_it_is_one(town: Town) -> None:
    pair = await talk(town)
    album = await pair.olena.sends_album([Part("photo", "Двір"), Part("photo", "Під’їзд")])
    await town.passes(seconds=3)
    await pair.olena.forwards(*album)
    await town.passes(seconds=3)
    first, second = pair.ivan.chat[-2:]
    assert first.text == f"КШ-2026-000001 · Мешканець\n{FORWARDED}\nДвір"
    assert second.text == "Під’їзд"


# What a message answers.


async def test_a_quoted_part_goes_along(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    await pair.ivan.says("Чекаю Вас о 10:00. Кабінет 5.")
    answer = await pair.olena.sees("Чекаю Вас о 10:00")
    await pair.olena.quotes("о 10:00", "Не можу", reply_to=answer)
    got = await pair.ivan.sees("Не можу")
    assert "У відповідь на:\nо 10:00\nНе можу" in got.text
    await pair.ivan.presses("Історія")
    assert "о 10:00\nНе можу" in (await pair.ivan.sees("Не можу")).text


async def test_a_reply_to_a_post_of_another_chat_says_what_it_answers_and_not_whose(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.answers_from_elsewhere(TARAS, "Продам патрони", "Оце бачили?")
    got = await pair.ivan.sees("Оце бачили?")
    assert "У відповідь на допис з іншого чату:\nПродам патрони\nОце бачили?" in got.text
    await pair.olena.answers_from_elsewhere(TARAS, "", "А це?")
    assert "У відповідь на допис з іншого чату, якого тут не видно\nА це?" in (await pair.ivan.sees("А це?")).text
    await pair.ivan.does_not_see("Тарас", anywhere=True)


# What cannot be passed on, and what nobody said.


async def test_an_unknown_kind_with_a_caption_is_refused_aloud(town: Town) -> None:
    pair = await talk(town)
    pair.olena._send({"caption": "Ось доказ", "paid_media": PaidMediaInfo(5, [])})  # noqa: SLF001  # a kind of no use
    await pair.olena.sees("Такі повідомлення бот не передає.")
    await pair.ivan.does_not_see("Ось доказ", anywhere=True)


async def test_what_telegram_says_itself_is_nobodys_words(town: Town) -> None:
    pair = await talk(town)
    before = len(pair.olena.chat)
    card = await pair.olena.sees("Надіслано", anywhere=True)
    await pair.olena.pins(card)
    await pair.olena.sets_background()
    await town.settled()
    assert len(pair.olena.chat) == before + 2  # these two, and no answer to them
    await pair.ivan.presses("Відповісти")
    await pair.ivan.pins(await pair.ivan.sees("напишіть відповідь"))
    await pair.ivan.says("Буду завтра.")
    await pair.olena.sees("Буду завтра.")


# A message of the bot comes back to it.


async def test_another_cases_card_forwarded_after_reply_is_refused(either_town: Town) -> None:
    olena, taras, ivan = await two_cases(either_town)
    hers = await ivan.sees("погрожує мені ножем", anywhere=True)
    his = await ivan.sees("Коли прийом?", anywhere=True)
    await ivan.presses("Відповісти", on=his)
    await ivan.sees("напишіть відповідь")
    await ivan.forwards(hers)
    await ivan.sees(BOTS_OWN)
    await taras.does_not_see("ножем", anywhere=True)
    await ivan.says("У середу.")  # the case waits for its answer as before
    await taras.sees("У середу.")
    await ivan.forwards(hers)
    await ivan.sees(BOTS_OWN)
    await ivan.does_not_see("Кому це?", anywhere=True)
    await olena.does_not_see("У середу.", anywhere=True)


async def test_another_cases_words_copied_with_their_head_are_refused(town: Town) -> None:
    olena, taras, ivan = await two_cases(town)
    await olena.says("Він знову тут.")
    hers = await ivan.sees("Він знову тут.")
    await ivan.presses("Відповісти", on=await ivan.sees("Коли прийом?", anywhere=True))
    await ivan.forwards(hers, hidden=True)
    await ivan.sees("Це повідомлення з іншого звернення")
    await taras.does_not_see("Він знову тут.", anywhere=True)


async def test_a_part_of_another_message_of_the_bot_does_not_go_into_a_case(town: Town) -> None:
    _, taras, ivan = await two_cases(town)
    his = await ivan.sees("Коли прийом?", anywhere=True)
    await ivan.says("Звернення")
    menu = await ivan.sees("Чекають на Вас")
    await ivan.presses("Відповісти", on=his)
    await ivan.quotes("КШ-2026-000001 · Запитання", "Бачив", reply_to=menu)
    await ivan.sees(BOTS_OWN)
    await taras.does_not_see("Бачив", anywhere=True)


async def test_a_card_forwarded_into_a_notice_is_refused(town: Town) -> None:
    _, taras, ivan = await two_cases(town)
    hers = await ivan.sees("погрожує мені ножем", anywhere=True)
    await ivan.says("Сповістити мешканців")
    await ivan.presses("Нове сповіщення")
    await ivan.presses("Телефонні шахраї")
    await ivan.forwards(hers)
    await ivan.sees(BOTS_OWN)
    await taras.does_not_see("ножем", anywhere=True)


async def test_ones_own_answer_forwarded_back_becomes_a_question_about_it(town: Town) -> None:
    pair = await talk(town)
    await pair.ivan.presses("Відповісти")
    await pair.ivan.says("Прийом у середу.")
    answer = await pair.olena.sees("Прийом у середу.")
    await asks(pair.olena, "А ліхтар?")
    await pair.olena.forwards(answer)
    got = await pair.ivan.sees("Прийом у середу.")
    assert got.text.startswith("КШ-2026-000001 · Мешканець")
    assert FORWARDED in got.text


async def test_a_notice_forwarded_back_becomes_a_question_about_it(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await sends(ivan)
    notice = await olena.sees(WORDS)
    await olena.forwards(notice)
    await olena.sees("До сповіщення")
    await olena.says("Це правда?")
    await olena.presses(UNNAMED)
    card = await ivan.sees("Це правда?")
    assert "Телефонні шахраї" in card.text


async def test_a_notice_forwarded_after_its_question_is_what_that_is_about(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await sends(ivan)
    notice = await olena.sees(WORDS)
    await olena.says("Це правда?")
    await olena.forwards(notice)
    await olena.presses(UNNAMED)
    card = await ivan.sees("Це правда?")
    assert "До сповіщення" in card.text
    assert WORDS not in card.text


async def test_a_reply_to_a_notice_is_a_question_about_it(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await sends(ivan)
    await olena.says("Це правда?", reply_to=await olena.sees(WORDS))
    await olena.presses(UNNAMED)
    assert "До сповіщення" in (await ivan.sees("Це правда?")).text


async def test_a_notice_forwarded_into_a_report_is_part_of_it(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await sends(ivan)
    notice = await olena.sees(WORDS)
    await olena.presses("Повідомити")
    await olena.presses("Шахрайство")
    await olena.says("Мені щойно дзвонили так само.")
    await olena.forwards(notice)
    await olena.presses(UNNAMED)
    await ivan.sees("Мені щойно дзвонили так само.")
    assert FORWARDED in (await ivan.sees(WORDS)).text


async def test_any_other_message_of_the_bot_is_refused_to_a_resident_too(town: Town) -> None:
    pair = await talk(town)
    before = await town.stored("select count(*) as n from case_messages")
    await pair.olena.says("Меню")
    await pair.olena.forwards(await pair.olena.sees("Оберіть"))
    await pair.olena.sees(BOTS_OWN)
    assert await town.stored("select count(*) as n from case_messages") == before


async def test_a_coordinator_cannot_forward_one_case_into_their_own(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Сусід погрожує мені ножем.")
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Запитання")
    await olha.presses("Прочитати")
    page = await olha.sees("ножем")
    await olha.forwards(page)
    await olha.sees(BOTS_OWN)


async def test_a_forwarded_album_of_the_bot_is_refused_once(town: Town) -> None:
    olena, _, ivan = await two_cases(town)
    await olena.sends_album([Part("photo", "Двір"), Part("photo")], reply_to=await olena.sees("Надіслано"))
    await town.passes(seconds=3)
    await ivan.sees("Двір")
    before = len(ivan.chat)
    album = ivan.chat[-2:]
    await ivan.forwards(*album)
    await town.settled()
    assert len(ivan.chat) - before - 2 == 1
