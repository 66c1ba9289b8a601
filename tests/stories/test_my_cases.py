"""«Мої звернення»: what one has sent, what became of it, and what may still be done with it."""

import pytest

from simulator import Person
from tests.stories.cases import NAMED, UNNAMED, Talk, asks, reports, talk
from tests.town import Town


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


async def open_first(olena: Person) -> None:
    await olena.presses("Мої звернення")
    await olena.sees("Оберіть звернення")
    await olena.presses(next(label for label in olena.buttons if label.startswith("000001 · ")))


async def closed(town: Town, pair: Talk) -> None:
    """A case, closed by its resident."""
    await open_first(pair.olena)
    await pair.olena.presses("Закрити")
    await pair.olena.presses("Так, закрити")
    await pair.olena.sees("Стан: Закрито")


async def test_a_resident_who_has_sent_nothing_sees_what_to_do(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.presses("Мої звернення")
    await olena.sees("Ви ще нічого не надсилали.")
    assert {"Повідомити", "Запитати", "‹ Назад"} <= set(olena.last.buttons)


async def test_the_list_shows_open_cases_first_and_turns_pages(town: Town, pair: Talk) -> None:
    await closed(town, pair)
    for number in range(2, 9):
        await asks(pair.olena, f"Запитання {number}")
    await pair.olena.presses("Мої звернення")
    await town.settled()
    listed = [label for label in pair.olena.last.buttons if " · " in label]
    assert [label[:6] for label in listed] == ["000008", "000007", "000006", "000005", "000004", "000003"]
    await pair.olena.presses("Далі ›")
    await town.settled()
    assert [label for label in pair.olena.last.buttons if " · " in label] == [
        "000002 · Запитання · Нове",
        "000001 · Запитання · Закрито",
    ]
    await pair.olena.presses("‹ Раніше")
    await pair.olena.presses("‹ Назад")
    await pair.olena.sees("Оберіть, що потрібно.")


async def test_a_case_says_what_it_is_and_who_answers(town: Town, pair: Talk) -> None:
    await open_first(pair.olena)
    shown = await pair.olena.sees("КШ-2026-000001")
    assert "Стан: У роботі" in shown.text
    assert "Відповідає: капітан поліції Іван Петренко" in shown.text
    assert "Надіслано: " in shown.text


async def test_both_sides_messages_can_be_read_page_by_page_and_files_shown_again(town: Town, pair: Talk) -> None:
    card = await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True)
    await pair.ivan.says("Я.", reply_to=card)
    for number in range(1, 5):
        await pair.olena.says(f"Слово {number}")
    await pair.olena.sends_photo("Ось яма.")
    await open_first(pair.olena)
    await pair.olena.presses("Прочитати все")
    page = await pair.olena.sees("Ось яма.")
    assert "[фото]" in page.text
    assert "Ви · " in page.text
    assert "Хто відповідає за вулицю?" not in page.text
    await pair.olena.presses("‹ Раніше")
    page = await pair.olena.sees("Хто відповідає за вулицю?")
    assert "капітан поліції Іван Петренко · " in page.text
    await pair.olena.presses("Далі ›")
    await pair.olena.presses("Показати: фото")
    again = await pair.olena.sees("Ось яма.")
    assert "photo" in again.fields


async def test_what_is_added_goes_to_the_chosen_case_until_it_is_done(town: Town, pair: Talk) -> None:
    await asks(pair.olena, "Друге запитання")
    await open_first(pair.olena)
    await pair.olena.presses("Дописати")
    await pair.olena.says("Це до першого.")
    await pair.ivan.sees("Це до першого.")
    assert (await pair.ivan.sees("Це до першого.")).text.startswith("КШ-2026-000001")
    await pair.olena.presses("Готово")
    await pair.olena.says("А це куди?")
    await pair.olena.sees("Кому це?")


async def test_closing_asks_first_and_the_officer_is_notified(town: Town, pair: Talk) -> None:
    await open_first(pair.olena)
    await pair.olena.presses("Закрити")
    await pair.olena.sees("Відповідь більше не потрібна?")
    await pair.olena.presses("‹ Назад")
    await pair.olena.sees("Стан: У роботі")
    await closed(town, pair)
    await pair.ivan.sees("Мешканець закрив звернення.")


async def test_a_closed_case_can_be_reopened_for_two_weeks(town: Town, pair: Talk) -> None:
    await closed(town, pair)
    await town.passes(days=13)
    await pair.olena.presses("Відкрити повторно")
    await pair.olena.sees("Стан: У роботі")
    await pair.ivan.sees("Мешканець відкрив звернення повторно.")

    await closed(town, pair)
    await town.passes(days=15)
    await pair.olena.presses("Відкрити повторно")
    await town.settled()
    assert "Минуло понад 14 днів" in pair.olena.alerts[-1]
    await open_first(pair.olena)
    await town.settled()
    assert "Відкрити повторно" not in pair.olena.last.buttons


async def test_a_case_is_rated_once_and_a_comment_may_follow(town: Town, pair: Talk) -> None:
    await closed(town, pair)
    shown = pair.olena.last
    await pair.olena.presses("5")
    await pair.olena.sees("Ваша оцінка: 5")
    await pair.ivan.sees("5")
    await pair.olena.says("Швидко і ввічливо.")
    await pair.olena.sees("Ваше повідомлення передано.")
    await pair.ivan.sees("Швидко і ввічливо.")
    comments = "select kind from case_messages where id = (select max(id) from case_messages)"
    assert await town.stored(comments) == [{"kind": "rating"}]
    await pair.olena.forges("ct:1:1", on=shown)
    await town.settled()
    assert "вже оцінили" in pair.olena.alerts[-1]
    assert await town.stored("select rating from cases") == [{"rating": 5}]


async def test_danger_after_a_rating_marks_the_case_that_is_reopened_for_it(town: Town, pair: Talk) -> None:
    await closed(town, pair)
    await pair.olena.presses("1")
    await pair.olena.says("Ніхто не приїхав, чоловік б’є мене!")
    await pair.olena.presses("Відкрити повторно", on=await pair.olena.sees("вже закрито"))
    await town.settled()
    said = "select emergency, kind from case_messages where id = (select max(id) from case_messages)"
    assert await town.stored(said) == [{"emergency": "life", "kind": "talk"}]
    assert await town.stored("select emergency from cases") == [{"emergency": 1}]


async def test_the_comment_on_a_rating_may_be_skipped(town: Town, pair: Talk) -> None:
    await closed(town, pair)
    await pair.olena.presses("4")
    await pair.olena.presses("Пропустити")
    await pair.olena.sees("Ваша оцінка: 4")
    await pair.olena.says("Нова думка")
    await pair.olena.sees("Ще не надіслано: «Нова думка».")


async def test_a_stranger_opens_nobodys_case(town: Town, pair: Talk) -> None:
    stranger = await town.resident("Степан")
    await stranger.presses("Мої звернення")
    shown = await stranger.sees("Ви ще нічого не надсилали.")
    for data in ("cv:1", "ci:1:0:1", "ca:1", "ck:1", "cl:1", "co:1", "ct:1:5", "ch:1", "cb:1", "cp:1", "cs:1"):
        await stranger.forges(data, on=shown)
        await town.settled()
        assert stranger.spinning == 0
    [said] = await town.stored("select id from case_messages")
    for message in (said["id"], 999_999):
        for code in ("ch", "cb"):
            await stranger.forges(f"{code}:{message}", on=shown)
            await town.settled()
            assert stranger.alerts[-1] == "Тут нічого не знайдено."
    assert not any("КШ-" in bubble.text or "вулицю" in bubble.text for bubble in stranger.chat)
    assert await town.stored("select status from cases") == [{"status": "in_work"}]


async def test_an_answer_about_violence_at_home_comes_without_a_word_of_it(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Боюся чоловіка.")
    await olena.presses("Надіслати без імені")
    card = await ivan.sees("КШ-2026-000001")
    said = await ivan.says("Приходьте до мене завтра.", reply_to=card)
    push = await olena.sees("Є відповідь на Ваше звернення № КШ-2026-000001")
    assert push.buttons == ["Показати"]
    await olena.does_not_see("Приходьте", anywhere=True)

    await olena.presses("Показати")
    await olena.sees("Приходьте до мене завтра.")
    await ivan.edits(said, "Приходьте до мене сьогодні.")
    await olena.sees("Приходьте до мене сьогодні.")
    await olena.presses("Сховати")
    await olena.does_not_see("Приходьте", anywhere=True)
    await ivan.edits(said, "Приходьте до мене о шостій.")
    await olena.sees("Змінено відповідь на Ваше звернення")
    await olena.does_not_see("о шостій", anywhere=True)
    await olena.presses("Показати")
    await olena.sees("о шостій")

    await olena.presses("Мої звернення")
    await town.settled()
    assert not any("Насильство" in label for label in olena.last.buttons)


async def writes_of_violence(olena: Person, *words: str, name: str = "") -> None:
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    for each in words:
        await olena.says(each)
    await olena.presses(NAMED if name else UNNAMED)
    if name:
        await olena.says(name)
    await olena.sees("Надіслано: КШ-")


def own_words(person: Person) -> list[str]:
    """What they typed, as it is in the chat, but for labels of the menu."""
    return [each.text for each in person.chat if not each.from_bot and each.text not in ("/start", "Повідомити")]


async def test_hiding_an_answer_takes_the_residents_own_words_away_too(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Коли прийом?")
    await writes_of_violence(olena, "Чоловік забирає гроші.", "І документи.", name="Олена Коваль")
    await ivan.says("Приходьте.", reply_to=await ivan.sees("КШ-2026-000002", anywhere=True))
    await olena.sends_photo("Ось синці.", reply_to=await olena.sees("Є відповідь"))
    await olena.presses("Показати")
    await olena.sees("Приходьте.")
    assert "Чоловік забирає гроші." in own_words(olena), "opening takes nothing of one's own away"
    await olena.presses("Сховати")
    await town.settled()
    assert own_words(olena) == ["Запитати", "Коли прийом?"]
    assert "«Мої звернення»" in olena.alerts[-1]
    await olena.does_not_see("може прибрати тільки Ви", anywhere=True)
    await ivan.presses("Показати", on=await ivan.sees("КШ-2026-000002\nУ роботі", anywhere=True))
    await ivan.sees("І документи.")
    await ivan.says("Ще одне.", reply_to=ivan.last)
    await olena.presses("Показати")
    await olena.sees("Ще одне.")


async def test_a_page_on_which_all_can_be_read_is_hidden_as_well(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await writes_of_violence(olena, "Боюся чоловіка.")
    await ivan.says("Приходьте.", reply_to=await ivan.sees("КШ-2026-000001"))
    await olena.presses("Показати")
    answer = await olena.sees("Приходьте.")
    await reads_all(olena)
    page = await olena.sees("Боюся чоловіка.")
    await town.passes(hours=49)
    await olena.presses("Сховати", on=answer)
    await town.settled()
    assert (page.text, page.buttons) == ("Прибрано.", [])
    await reads_all(olena)
    await olena.presses("‹ Назад")
    case = await olena.sees("Насильство вдома")
    await ivan.says("Чекаю.", reply_to=await ivan.sees("КШ-2026-000001", anywhere=True))
    await olena.presses("Показати")
    await olena.presses("Сховати")
    await town.settled()
    assert "Стан:" in case.text, "what another screen has replaced is left alone"


async def reads_all(resident: Person) -> None:
    await resident.presses("Мої звернення")
    await resident.sees("Оберіть звернення")
    await resident.presses(next(label for label in reversed(resident.buttons) if label.startswith("000001 · ")))
    await resident.presses("Прочитати все")
    await resident.sees("КШ-")


async def test_the_words_to_a_rating_are_hidden_as_well(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await writes_of_violence(olena, "Боюся чоловіка.")
    await ivan.says("Приходьте.", reply_to=await ivan.sees("КШ-2026-000001"))
    await olena.presses("Показати")
    await ivan.presses("Закрити")
    await olena.presses("5")
    await olena.says("Дякую, тепер спокійно.")
    await olena.sees("Ваше повідомлення передано")
    await olena.presses("Сховати")
    await town.settled()
    assert own_words(olena) == []


async def test_what_of_ones_own_words_is_too_old_to_be_taken_away_is_said(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await writes_of_violence(olena, "Боюся чоловіка.")
    card = await ivan.sees("КШ-2026-000001")
    await town.passes(hours=48, seconds=1)
    await olena.says("Він знову п’є.")
    await ivan.says("Приходьте.", reply_to=card)
    await olena.presses("Показати")
    await olena.presses("Сховати")
    await olena.sees("Ваші повідомлення, яким понад дві доби, може прибрати тільки Ви")
    assert own_words(olena) == ["Боюся чоловіка."]
    await ivan.says("Чекаю.", reply_to=card)
    await olena.presses("Показати")
    await olena.presses("Сховати")
    await olena.does_not_see("може прибрати тільки Ви")


async def test_a_report_by_category_is_listed_with_it(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await reports(olena, "Дорога", "Нема світла на переході.")
    await olena.presses("Мої звернення")
    await town.settled()
    assert "000001 · Дорога · Нове" in olena.last.buttons


async def test_what_is_too_old_to_be_deleted_loses_its_text(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Боюся чоловіка.")
    await olena.presses("Надіслати без імені")
    card = await ivan.sees("КШ-2026-000001")
    await ivan.says("Приходьте завтра.", reply_to=card)
    await olena.presses("Показати")
    words = await olena.sees("Приходьте завтра.")
    await ivan.sends_photo("Ось адреса.", reply_to=card)
    await olena.presses("Показати")
    photo = await olena.sees("Ось адреса.")
    await town.passes(hours=48, seconds=1)
    await olena.presses("Сховати", on=words)
    await town.settled()
    assert words.text == "Прибрано."
    assert words.buttons == []
    await olena.does_not_see("файл звідси може прибрати тільки Ви")
    await olena.presses("Сховати", on=photo)
    await olena.sees("файл звідси може прибрати тільки Ви")
    assert "адреса" not in photo.text
    assert photo.buttons == []
    await olena.does_not_see("Приходьте завтра.", anywhere=True)


async def test_a_case_that_is_open_on_the_screen_does_not_go_on_saying_new(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await olena.presses("Мої звернення")
    await olena.presses("000001 · Запитання · Нове")
    page = await olena.sees("Стан: Нове")
    await ivan.presses("Прийняти")
    await olena.sees("Звернення в роботі.")
    await town.settled()
    assert "Стан: У роботі" in page.text
    assert "Відповідає: капітан поліції Іван Петренко" in page.text
    await olena.presses("‹ Назад", on=page)
    await olena.sees("Оберіть звернення")
    await ivan.presses("Закрити")
    await ivan.presses("Закрити без відповіді")
    await olena.sees("Звернення закрито.")
    await town.settled()
    assert "Оберіть звернення" in page.text, "the list has replaced the case, and stays"
