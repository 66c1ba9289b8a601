"""«Мої дані»: a resident sees what is kept, has it as files, withdraws the consent, and has all of it erased."""

import json
from pathlib import Path

import pytest

from simulator import Person
from simulator.faults import TooMany
from tests.keys import hashed
from tests.stories.cases import UNNAMED, asks, talk
from tests.stories.test_erased import holding
from tests.stories.test_retention import count
from tests.town import Town

CANARY = "канарка-у-справі"
NAME = "Канарка Прізвищенко"
PHONE = "+380671234567"


def received(person: Person, file_id: str) -> str:
    return person._bot.files.find(file_id).content.decode()  # noqa: SLF001


async def erases_all(olena: Person) -> None:
    await olena.says("Видаліть мої дані")
    await olena.presses("Видалити все")
    await olena.presses("Так, видалити все")
    await olena.sees("Дані видаляються")


async def test_the_screen_says_in_plain_text_what_is_kept(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await olena.says("Налаштування")
    await olena.presses("Мої дані")
    page = await olena.sees("Номер цього чату")
    for line in ("Звернення: 1 (відкриті: 1)", "Повідомлення у зверненнях: 1", "Комишуваська", "Згода: "):
        assert line in page.text
    assert page.buttons == ["Завантажити", "Відкликати згоду", "Видалити все", "‹ Назад"]


async def test_a_stranger_is_told_that_there_is_no_consent_and_may_be_erased(town: Town) -> None:
    await town.area()
    stranger = town.telegram.person("Хтось")
    await stranger.starts()
    await stranger.says("мої дані")
    page = await stranger.sees("Згоди немає.")
    assert page.buttons == ["Завантажити", "Видалити все", "‹ Назад"]
    await erases_all(stranger)
    await town.passes(minutes=2)
    assert await count(town, "persons") == await count(town, "chats") == 0


async def test_the_files_hold_what_both_sides_said_and_no_note(either_town: Town) -> None:
    town = either_town
    olena, ivan = (pair := await talk(town, NAME)).olena, pair.ivan
    words = await olena.says("Перша думка")
    await town.settled()
    await olena.edits(words, "Друга <думка>")
    await ivan.says("Відповідаю", reply_to=await ivan.sees("Друга <думка>", anywhere=True))
    await olena.sees("Відповідаю")
    await town.stored(
        """insert into case_notes(case_id, person_id, officer_id, body, created_at)
           select c.id, o.person_id, o.id, '"нотатка офіцера"', 0 from cases c, officers o"""
    )
    await olena.says("мої дані")
    await olena.presses("Завантажити")
    page = (await olena.sees("сторінка для читання")).message.document
    data = (await olena.sees("для програм")).message.document
    assert page is not None
    assert data is not None
    text = received(olena, page.file_id)
    whole = json.loads(received(olena, data.file_id))
    assert (page.file_name, data.file_name) == ("my-data.html", "my-data.json")
    for each in ("Перша думка", "Друга &lt;думка&gt;", "Відповідаю", NAME, "КШ-2026-000001"):
        assert each in text
    assert "<script" not in text
    assert [each["text"] for each in whole["cases"][0]["messages"]] == [
        "Хто відповідає за вулицю?",
        "Перша думка",
        "Друга <думка>",
        "Відповідаю",
    ]
    assert whole["cases"][0]["name"] == NAME
    assert "нотатка" not in text + json.dumps(whole, ensure_ascii=False)


# Erasing all.


@pytest.mark.usefixtures("in_the_clear")
async def test_what_was_erased_on_request_is_in_no_file_and_in_no_chat(town: Town, tmp_path: Path) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена", username="canary_olena")
    await olena.presses("Запитати")
    words = await olena.says(f"{CANARY} була")
    await olena.sends_photo(f"Фото: {CANARY}")
    await olena.presses(UNNAMED)
    await ivan.presses("Прийняти")
    await olena.edits(words, f"{CANARY} стала")
    await ivan.says(f"Відповідь: {CANARY}", reply_to=await ivan.sees(f"{CANARY} стала", anywhere=True))
    await olena.sees(f"Відповідь: {CANARY}")
    await asks(olena, CANARY, NAME)
    named = await olena.sees("Надіслано: КШ-2026-000002")
    await olena.sends_document(f"{CANARY}.jpg", "Файл", reply_to=named)
    await olena.sends_location(50.4501, 30.5234)
    await olena.presses("Запитати")
    await olena.says(f"Чернетка: {CANARY}, {PHONE}")
    await town.settled()
    for each in (CANARY, NAME, PHONE, "50.4501", str(olena.id)):
        assert holding(tmp_path, each)
    await erases_all(olena)
    await town.passes(minutes=2)
    for each in (CANARY, NAME, PHONE, "50.4501", str(olena.id), "canary_olena"):
        assert holding(tmp_path, each) == []
    for person in (ivan, olena):
        assert not any(CANARY in bubble.text or NAME in bubble.text for bubble in person.chat)
    assert await count(town, "cases where number is not null") == 2
    assert await count(town, "inbox where chat_id <> 0") == 0
    assert await count(town, "persons") == 1


async def test_the_officer_of_an_open_case_is_told_without_a_word_of_it(either_town: Town) -> None:
    town = either_town
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    await erases_all(olena)
    told = await ivan.sees("Звернення видалено на прохання мешканця", anywhere=True)
    assert "вулицю" not in told.text
    assert await count(town, "case_messages") == 0  # at once, not when the schedule comes by
    await town.passes(minutes=2)
    await ivan.says("Звернення")
    [row] = await town.stored("select number, category, status, sent_at, closed_at from cases")
    assert (row["number"], row["status"]) == ("КШ-2026-000001", "closed")
    assert row["sent_at"]
    assert row["closed_at"]
    await ivan.presses("Історія")
    page = await ivan.sees("Видалено на прохання мешканця.")
    assert "вулицю" not in page.text


async def test_what_still_waits_to_be_pushed_never_comes(town: Town) -> None:
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    await town.stored("update cases set crime_signs = true")  # its text stays, and could still be pushed
    town.telegram.faults.add(TooMany(retry_after=90), method="sendMessage", chat=ivan.id)
    await olena.says("Ще одне слово")
    await erases_all(olena)
    await town.passes(minutes=2)
    assert not any("Ще одне слово" in bubble.text for bubble in ivan.chat)


async def test_what_the_officer_is_told_stays_when_the_rest_of_the_case_leaves_their_chat(town: Town) -> None:
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    town.telegram.faults.add(TooMany(retry_after=30), method="editMessageText", chat=ivan.id)
    town.telegram.faults.add(TooMany(retry_after=30), method="deleteMessages", chat=ivan.id)
    await olena.says("Ще одне слово")
    await town.settled()
    await erases_all(olena)
    for _ in range(3):
        await town.passes(minutes=1)
    assert await count(town, "copies") == 0
    await ivan.sees("Звернення видалено на прохання мешканця", anywhere=True)


async def test_what_a_process_left_undone_the_next_one_does(either_town: Town) -> None:
    town = either_town
    await talk(town)
    await town.stops()
    await town.stored("update persons set erase_asked_at = 1 where consent_version is not null")
    await town.stored("update cases set erase_asked_at = 1, status = 'closed', closed_at = sent_at, waits_for = null")
    town.starts()
    await town.settled()
    assert await count(town, "case_messages") == await count(town, "case_links") == 0


async def test_a_person_who_was_erased_starts_as_a_stranger(either_town: Town) -> None:
    town = either_town
    olena = (await talk(town)).olena
    await erases_all(olena)
    await town.passes(minutes=2)
    await olena.starts()
    page = await olena.sees("Доброго дня!")
    assert "Погоджуюся" in page.buttons
    await olena.says("мої дані")
    assert "Звернення: 0" in (await olena.sees("Згоди немає.")).text


async def test_messages_older_than_two_days_are_emptied_at_the_pace_of_the_chat(town: Town) -> None:
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    for number in range(9):
        await olena.says(f"{CANARY} {number}")
        await town.settled()
    await olena.sends_photo(f"Фото: {CANARY}")
    await town.passes(days=3)
    assert sum(CANARY in bubble.text for bubble in ivan.chat) == 10
    await erases_all(olena)
    await town.passes(minutes=2)
    assert not any(CANARY in bubble.text for bubble in ivan.chat)
    assert sum("видалено на прохання" in bubble.text for bubble in ivan.chat) >= 10
    assert await count(town, "copies") == 0


@pytest.mark.parametrize("mark", ["crime_signs", "confidential"])
async def test_a_held_case_is_named_before_the_press_and_keeps_its_text_alone(either_town: Town, mark: str) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, CANARY, NAME)
    await asks(olena, "Інше звернення")
    await town.stored(f"update cases set {mark} = true where number = 'КШ-2026-000001'")
    await olena.says("мої дані")
    await olena.presses("Видалити все")
    assert "КШ-2026-000001" in (await olena.sees("Текст поки лишиться")).text
    await olena.presses("Так, видалити все")
    await town.passes(minutes=2)
    assert not any(CANARY in bubble.text or NAME in bubble.text for bubble in ivan.chat)
    assert await count(town, "case_links") == 0
    kept = await town.stored("select c.number from cases c join case_messages m on m.case_id = c.id")
    assert [row["number"] for row in kept] == ["КШ-2026-000001"]


async def test_before_the_press_it_is_said_that_both_kinds_go_together(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Без імені")
    await olena.says("мої дані")
    await olena.presses("Видалити все")
    assert "здогадатися" not in (await olena.sees("Бот видалить усе")).text
    await asks(olena, "З іменем", NAME)
    await olena.says("мої дані")
    await olena.presses("Видалити все")
    assert "здогадатися" in (await olena.sees("Бот видалить усе")).text


async def test_an_officer_loses_what_they_have_as_a_resident_and_keeps_the_post(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await ivan.says("Я мешканець")
    await ivan.presses("Погоджуюся")
    await ivan.says("Комишуваха")
    await town.settled()
    await ivan.says("мої дані")
    await ivan.presses("Видалити все")
    assert "записи про службу лишаться" in (await ivan.sees("Бот видалить усе")).text
    await ivan.presses("Так, видалити все")
    await town.passes(minutes=2)
    assert await count(town, "residents") == 0
    assert await count(town, "persons where consent_version is null and erase_asked_at is null") == 1
    await ivan.says("Я офіцер")
    await ivan.sees("Нові звернення приходять сюди самі")


async def test_a_late_press_of_an_erased_case_says_so(town: Town) -> None:
    olena = (await talk(town)).olena
    await olena.presses("Мої звернення")
    listed = await olena.sees("Оберіть звернення")
    label = next(each for each in listed.buttons if each.startswith("000001 · "))
    await erases_all(olena)
    await town.passes(minutes=2)
    await olena.presses(label, on=listed)
    await olena.sees("Це звернення видалено на прохання.")


# The consent.


async def test_withdrawing_consent_closes_what_is_open_and_keeps_what_was_sent(either_town: Town) -> None:
    town = either_town
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    await olena.says("Відкликаю згоду.")
    asked = await olena.sees("Без згоди Ви не зможете писати")
    assert "Відкриті звернення буде закрито без відповіді: 1" in asked.text
    await olena.presses("Так, відкликати")
    await olena.sees("Згоду відкликано")
    await ivan.sees("Мешканець закрив звернення")
    assert await count(town, "residents") == 0
    assert await count(town, "case_messages") == 1
    await olena.presses("Запитати")
    assert "Погоджуюся" in (await olena.sees("Доброго дня!")).buttons
    await olena.says("Відкликаю згоду")
    await olena.sees("відкликати нічого")


async def test_a_wish_as_a_reply_in_a_case_is_asked_about_and_never_sent_unasked(either_town: Town) -> None:
    town = either_town
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    accepted = await olena.sees("КШ-2026-000001", anywhere=True)
    await olena.says("видаліть мої дані", reply_to=accepted)
    await olena.sees("Це прохання до бота")
    await town.settled()
    assert not any("видаліть мої дані" in bubble.text for bubble in ivan.chat)
    await olena.presses("Надіслати офіцеру")
    await ivan.sees("видаліть мої дані", anywhere=True)
    await olena.says("видаліть мої дані", reply_to=accepted)
    await olena.sees("Це прохання до бота")
    await olena.presses("Мої дані")
    await olena.sees("Номер цього чату")
    assert await count(town, "case_messages") == 2


@pytest.mark.parametrize("words", ["Видаліть мої дані!", "видалити мої дані", "удалите мои данные", "Delete my data"])
async def test_these_words_alone_lead_to_ones_data_and_to_no_officer(town: Town, words: str) -> None:
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    await olena.says(words)
    await olena.sees("Номер цього чату")
    assert not any(words in bubble.text for bubble in ivan.chat)
    assert await count(town, "case_messages") == 1


async def test_in_the_middle_of_a_draft_they_are_no_part_of_it(town: Town) -> None:
    olena = (await talk(town)).olena
    await olena.presses("Запитати")
    await olena.says("видаліть мої дані")
    await olena.sees("Номер цього чату")
    assert await count(town, "case_messages") == 1


# One anonymous case.


async def cuts(olena: Person) -> None:
    await olena.presses("Мої звернення")
    listed = await olena.sees("Оберіть звернення")
    await olena.presses(next(each for each in listed.buttons if each.startswith("000001 · ")))
    await olena.presses("Забути, що звернення моє")
    await olena.sees("Повернути це не можна")
    await olena.presses("Так, забути")
    await olena.sees("Забуто. Бот більше не знає")


async def test_after_its_link_is_cut_a_case_leads_to_nobody_and_is_not_answered(either_town: Town) -> None:
    town = either_town
    olena, ivan = (pair := await talk(town)).olena, pair.ivan
    await olena.presses("Мої звернення")
    await cuts(olena)
    told = await ivan.sees("Мешканець просив забути, чиє це звернення")
    chat = await town.stored("select chat_id from accounts where external_hash = :id", id=hashed(olena.id))
    assert await count(town, "case_links") == 0
    assert await count(town, f"copies where chat_id = {chat[0]['chat_id']}") == 0
    await ivan.says("Відповідь", reply_to=told)
    await ivan.sees("Відповідь до нього не дійде")
    assert await count(town, "case_messages") == 1
    await olena.presses("Мої звернення")
    await olena.sees("Ви ще нічого не надсилали")


async def test_a_case_with_a_name_has_no_link_to_cut(town: Town) -> None:
    olena = (await talk(town, NAME)).olena
    await olena.presses("Мої звернення")
    listed = await olena.sees("Оберіть звернення")
    await olena.presses(next(each for each in listed.buttons if each.startswith("000001 · ")))
    await olena.sees("Стан:")
    assert "Забути, що звернення моє" not in olena.buttons
