"""A draft that is not sent: its writer is reminded of it twice, and reads when it is gone. Drafts never mix."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import Answer, SendUnnamed
from simulator import Person
from tests.stories.cases import NAMED, UNNAMED, asks, reports, talk
from tests.stories.notices import WORDS, writes
from tests.stories.test_my_data import erases_all
from tests.town import Town

WAITS, DISCREETLY, GONE = "Ви ще не надіслали: «", "Є ненадіслане.", "Минув час, чернетку видалено. Напишіть ще раз."


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


@pytest.fixture
async def olena(town: Town, ivan: Person) -> Person:
    return await town.resident("Олена")


def count(person: Person, words: str) -> int:
    return sum(words in bubble.text for bubble in person.chat)


def told(town: Town, person: Person, words: str) -> list[bool]:
    """Of each message with these words that was sent to a person whether it came without a sound."""
    return [
        bool(each.params.get("disable_notification"))
        for each in town.telegram.requests
        if each.method == "sendMessage"
        and each.params.get("chat_id") == person.id
        and words in str(each.params["text"])
    ]


async def drafts(town: Town) -> int:
    return len(await town.stored("select id from cases where status = 'draft'"))


# Not sent.


async def test_a_draft_that_was_not_sent_is_told_of_once_after_a_few_minutes_of_silence(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Щоночі музика в сусідів до третьої години")
    await olena.says("І в неділю")
    await olena.sees("Ще не надіслано: «Щоночі музика в сусідів до…» і ще 1 повідомлення.")
    await town.passes(minutes=4)
    assert count(olena, WAITS) == 0
    await olena.says("І вчора")
    await town.passes(minutes=4)
    assert count(olena, WAITS) == 0, "she has not stopped"
    await town.passes(minutes=2)
    reminder = await olena.sees("Ви ще не надіслали: «Щоночі музика в сусідів до…» і ще 2 повідомлення.")
    assert told(town, olena, "Ви ще не надіслали") == [False]
    assert UNNAMED in reminder.buttons
    assert count(olena, "Ще не надіслано") == 0, "there is one message that shows it"
    for _ in range(3):
        await town.passes(minutes=30)
    assert count(olena, WAITS) == 1
    await olena.says("І сьогодні")
    await town.passes(minutes=10)
    assert count(olena, WAITS) == 0, "a draft is told of once"
    await olena.presses(UNNAMED)
    await ivan.sees("І сьогодні")


async def test_before_it_is_erased_it_is_told_of_again_and_then_its_card_says_that_it_is_gone(
    town: Town, olena: Person
) -> None:
    await olena.presses("Запитати")
    await olena.says("Щоночі музика")
    await town.passes(minutes=6)
    await olena.sees(WAITS)
    await town.passes(hours=21)
    assert count(olena, "Бот зберігає це до") == 0
    await town.passes(hours=1)
    await olena.sees("Бот зберігає це до: ")
    assert count(olena, WAITS) == 1
    old = olena.last
    await town.passes(hours=2)
    assert await drafts(town) == 0
    gone = await olena.sees(GONE)
    assert gone.inline == []
    assert gone.id == old.id
    assert count(olena, "Щоночі музика") == 1, "only what she wrote herself"


async def test_an_old_button_of_an_erased_draft_says_so_too(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Щоночі музика")
    await town.passes(hours=25)
    await olena.forges(SendUnnamed(CaseId(1)).pack(), on=olena.last)
    await town.settled()
    assert olena.alerts[-1] == GONE


async def test_what_is_typed_after_its_draft_was_erased_is_kept(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Щоночі музика")
    await town.settled()
    await town.stored("delete from cases returning id")
    await olena.says("Чому ніхто не їде?")
    await olena.sees("Ще не надіслано: «Чому ніхто не їде?».")


async def test_a_draft_shows_what_was_edited(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    said = await olena.says("Щоночі музика")
    await olena.sees("Ще не надіслано: «Щоночі музика».")
    await olena.edits(said, "Щодня музика")
    await olena.sees("Ще не надіслано: «Щодня музика».")
    assert count(olena, "Ще не надіслано") == 1


async def test_after_a_reminder_what_is_typed_is_no_name(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Щоночі музика")
    await olena.presses(NAMED)
    await town.passes(minutes=6)
    await olena.sees(WAITS)
    assert count(olena, "Напишіть ім’я") == 0
    await olena.says("Щодня до ночі")
    await olena.sees("Ще не надіслано: «Щоночі музика» і ще 1 повідомлення.")


async def test_each_of_several_drafts_is_told_of_and_sent_by_itself(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Хто чергує?")
    await olena.presses("‹ Назад")
    await olena.presses("Запитати")
    await olena.says("Де склад?")
    await town.passes(minutes=6)
    first = await olena.sees("Ви ще не надіслали: «Хто чергує?».")
    await olena.sees("Ви ще не надіслали: «Де склад?».")
    await olena.presses(UNNAMED, on=first)
    await ivan.sees("Хто чергує?")
    await ivan.does_not_see("Де склад?", anywhere=True)
    await town.passes(minutes=30)
    assert count(olena, WAITS) == 1


async def test_a_reminder_survives_a_crash_and_is_told_once(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Щоночі музика")
    await town.settled()
    async with town.another_process():
        await town.passes(minutes=6)
        assert count(olena, WAITS) == 1
        async with town.another_process():
            await town.passes(minutes=6)
            assert count(olena, WAITS) == 1


async def test_a_form_without_a_word_is_not_told_of(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await town.passes(minutes=10)
    await olena.does_not_see("Ви ще не надіслали")
    await town.passes(hours=25)
    await olena.sees(GONE)


async def test_what_was_sent_or_thrown_away_is_not_told_of(town: Town, olena: Person) -> None:
    await asks(olena, "Щоночі музика")
    await olena.presses("Запитати")
    await olena.says("Нащо")
    await olena.presses("Скасувати")
    await town.passes(minutes=10)
    await town.passes(hours=25)
    assert count(olena, WAITS) == count(olena, GONE) == 0


async def test_the_reminder_is_in_the_language_of_that_time_and_asks_for_the_step_that_is_missing(town: Town) -> None:
    await town.area()
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.says("Щоночі музика")
    await olena.sees("Ще не надіслано: «Щоночі музика».")
    await town.passes(minutes=6)
    await olena.sees(WAITS)
    assert "Прочитати і погодитися" in olena.buttons
    await olena.presses("Прочитати і погодитися")
    await olena.presses("English")
    await town.passes(hours=22, minutes=30)
    await olena.sees("You have not sent this yet: “Щоночі музика”.")
    await olena.presses("Read and agree")
    await olena.presses("I agree")
    await olena.says("Комишуваська")
    await olena.presses("Yes, it is mine")
    await olena.sees("Not sent yet: “Щоночі музика”.")


async def test_of_a_question_to_whom_the_reminder_asks_it_again(town: Town) -> None:
    pair = await talk(town)
    await asks(pair.olena, "Друге запитання")
    await pair.olena.says("Знову приїхало те саме авто!")
    await pair.olena.sees("Кому це?")
    await town.passes(minutes=6)
    await pair.olena.sees("Ви ще не надіслали: «Знову приїхало те саме авто!».")
    await pair.olena.presses("000001 · Хто відповідає за вулицю?")
    await pair.ivan.sees("Знову приїхало те саме авто!")


# Where another person may read the telephone.


async def discreet_category(town: Town, olena: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Він знову п'є")


async def danger(town: Town, olena: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Сусід б'є дружину!")


async def front(town: Town, olena: Person) -> None:
    await town.stored("update communities set front = true returning code")
    await olena.presses("Запитати")
    await olena.says("Де склад?")


async def once_hidden(town: Town, olena: Person) -> None:
    await discreet_category(town, olena)
    await olena.presses(UNNAMED)
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")


@pytest.mark.parametrize("begin", [discreet_category, danger, front, once_hidden])
async def test_where_another_may_read_it_nothing_is_said_of_a_draft_and_without_a_sound(
    town: Town, olena: Person, begin: Callable[[Town, Person], Awaitable[None]]
) -> None:
    await begin(town, olena)
    await olena.sees(DISCREETLY)
    await town.passes(minutes=6)
    reminder = await olena.sees(DISCREETLY)
    assert reminder.text == DISCREETLY
    assert all(told(town, olena, DISCREETLY)), "the card and the reminder are without a sound"
    assert reminder.buttons == ["Відкрити", "Скасувати"]
    await olena.presses("Відкрити")
    await olena.sees(DISCREETLY)
    assert UNNAMED in olena.buttons


@pytest.mark.parametrize("apart", [0, 3])
async def test_where_another_may_read_it_one_reminder_is_enough_for_all_drafts(
    town: Town, olena: Person, ivan: Person, apart: int
) -> None:
    await discreet_category(town, olena)
    await town.passes(minutes=apart)
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")
    await olena.sees(DISCREETLY)
    await town.passes(minutes=6)
    await town.passes(minutes=6)
    [reminder] = [bubble for bubble in olena.chat if bubble.text.startswith(DISCREETLY)]
    assert reminder.buttons == ["Відкрити"]
    await olena.presses("Відкрити", on=reminder)
    await olena.presses("Інша чернетка")
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
    assert await drafts(town) == 1
    await olena.says("Допишу ще")
    await town.settled()
    assert len(await town.stored("select id from case_messages")) == 3


# Never mixed.


async def test_words_left_by_back_stay_a_draft_of_their_own(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Хто відповідає за вулицю?")
    await olena.presses("‹ Назад")
    await olena.presses("Повідомити")
    await olena.presses("Ще теми")
    await olena.presses("Подяка")
    form = await olena.sees("Тема: Подяка")
    assert "Ще не надіслано: «Хто відповідає за вулицю?»." in form.text
    await olena.says("Дякую за допомогу!")
    await olena.sees("Ще не надіслано: «Дякую за допомогу!».")
    await olena.presses(UNNAMED)
    await ivan.sees("Дякую за допомогу!")
    await ivan.does_not_see("Хто відповідає за вулицю?", anywhere=True)
    assert await drafts(town) == 1
    await town.passes(minutes=10)
    await olena.sees("Ви ще не надіслали: «Хто відповідає за вулицю?».")


async def test_they_go_along_by_a_press_and_are_seen_before_that(town: Town, olena: Person, ivan: Person) -> None:
    await olena.says("Щоночі музика")
    await olena.presses("Повідомити")
    await olena.presses("Сусіди, шум, п’яні")
    await olena.presses("Додати це сюди")
    card = await olena.sees("Ще не надіслано: «Щоночі музика».")
    assert "Тема: Сусіди, шум, п’яні" in card.text
    assert count(olena, "Ще не надіслано") == 1
    assert await drafts(town) == 1
    await olena.presses(UNNAMED)
    assert "Сусіди, шум" in (await ivan.sees("Щоночі музика")).text


async def test_back_from_a_form_without_a_word_leaves_nothing(town: Town, olena: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Крадіжка")
    await olena.presses("‹ Назад")
    await olena.sees("Про що хочете повідомити?")
    assert await drafts(town) == 0
    await olena.says("Коли прийом?")
    card = await olena.sees("Ще не надіслано: «Коли прийом?».")
    assert "Тема: Інше" in card.text


async def test_a_category_chosen_twice_with_nothing_written_is_one_draft(town: Town, olena: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Крадіжка")
    await olena.presses("Повідомити")
    await olena.presses("Ще теми")
    await olena.presses("Дорога")
    await olena.says("Яма")
    assert "Тема: Дорога" in (await olena.sees("Ще не надіслано: «Яма».")).text
    assert await drafts(town) == 1


async def test_typing_before_go_on_keeps_the_category_and_the_words(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Повідомити")
    await olena.presses("Ще теми")
    await olena.presses("Підозрілі люди, авто")
    card = await olena.sees("Зателефонуйте 102")
    await olena.says("Знову приїхало те саме авто")
    await olena.sees("Тема: Підозрілі люди, авто")
    await olena.presses("Зрозуміло, далі", on=card)
    await olena.sees("Ще не надіслано: «Знову приїхало те саме авто».")
    assert count(olena, "Зателефонуйте 102") == 1, "the numbers stay"
    assert await drafts(town) == 1
    await olena.presses(UNNAMED)
    assert "Підозрілі люди, авто" in (await ivan.sees("Знову приїхало те саме авто")).text


async def test_a_report_typed_where_a_name_was_asked_for_is_no_name(town: Town, olena: Person, ivan: Person) -> None:
    await olena.presses("Запитати")
    await olena.says("Хто чергує?")
    await olena.presses(NAMED)
    await olena.says("І ще вчора біля магазину бачили чужу машину без номерів, стояла до ночі")
    await olena.sees("Напишіть ім’я і прізвище")
    await olena.says("Олена Коваль")
    await ivan.sees("чужу машину")
    await ivan.sees("Мешканець: Олена Коваль", anywhere=True)


# A few words to a rating.


async def rated(town: Town, olena: Person, ivan: Person) -> None:
    await reports(olena, "Дорога", "Яма біля школи")
    await ivan.says("Засипали", reply_to=await ivan.sees("Яма біля школи"))
    await olena.sees("Засипали")
    await ivan.presses("Закрити")
    await olena.sees("Звернення закрито.")
    await olena.presses("5")
    await olena.sees("Хочете додати кілька слів?")


async def test_after_a_rating_one_message_within_minutes_is_the_comment(
    town: Town, olena: Person, ivan: Person
) -> None:
    await rated(town, olena, ivan)
    await olena.says("Дуже швидко!")
    await ivan.sees("Дуже швидко!")
    await olena.says("Знову приїхало те саме авто!")
    await olena.sees("Ще не надіслано: «Знову приїхало те саме авто!».")
    await ivan.does_not_see("Знову приїхало", anywhere=True)


async def test_later_it_is_no_comment_any_more(town: Town, olena: Person, ivan: Person) -> None:
    await rated(town, olena, ivan)
    await town.passes(minutes=11)
    await olena.says("Знову приїхало те саме авто!")
    await olena.sees("Ще не надіслано: «Знову приїхало те саме авто!».")


async def test_danger_after_a_rating_reopens_the_case_by_a_press(town: Town, olena: Person, ivan: Person) -> None:
    await rated(town, olena, ivan)
    await olena.says("Мене б'є чоловік!")
    await olena.sees("Зателефонуйте 102")
    asked = await olena.sees("Звернення КШ-2026-000001 вже закрито.")
    assert [*asked.buttons][:2] == ["Відкрити повторно", "Нове звернення"]
    await ivan.does_not_see("Мене б'є", anywhere=True)
    await olena.presses("Відкрити повторно", on=asked)
    await olena.sees("Передано до звернення: КШ-2026-000001")
    await ivan.sees("Мене б'є чоловік!", anywhere=True)
    assert await town.stored("select status, emergency from cases") == [{"status": "in_work", "emergency": 1}]


async def test_a_photo_after_a_rating_becomes_a_new_case_by_a_press(town: Town, olena: Person, ivan: Person) -> None:
    await rated(town, olena, ivan)
    await olena.sends_photo("Знову яма")
    await olena.presses("Нове звернення")
    await olena.sees("Ще не надіслано: «Знову яма».")
    await olena.presses(UNNAMED)
    await ivan.sees("КШ-2026-000002", anywhere=True)


async def test_a_reply_in_a_case_that_has_ended_is_kept(town: Town, olena: Person, ivan: Person) -> None:
    await asks(olena, "Хто чергує?")
    await ivan.says("Я чергую", reply_to=await ivan.sees("Хто чергує?"))
    answer = await olena.sees("Я чергую")
    await ivan.presses("Закрити")
    await olena.sees("Звернення закрито.")
    await olena.says("А завтра?", reply_to=answer)
    await olena.sees("вже закрито")
    await olena.presses("Відкрити повторно")
    await ivan.sees("А завтра?", anywhere=True)


async def test_the_officer_answers_a_comment_and_the_case_stays_closed(town: Town, olena: Person, ivan: Person) -> None:
    await rated(town, olena, ivan)
    await olena.says("А чому так довго?")
    comment = await ivan.sees("А чому так довго?")
    await ivan.says("Чекали на асфальт", reply_to=comment)
    await olena.sees("Чекали на асфальт")
    await ivan.presses("Відповісти", on=comment)
    await ivan.says("Більше не повториться")
    await olena.sees("Більше не повториться")
    assert await town.stored("select status from cases") == [{"status": "closed"}]


async def test_a_comment_is_not_answered_where_nothing_leads_to_its_writer_any_more(
    town: Town, olena: Person, ivan: Person
) -> None:
    await rated(town, olena, ivan)
    await olena.says("А чому так довго?")
    await ivan.sees("А чому так довго?")
    await town.stored("update cases set crime_signs = true")  # whose text is kept
    await erases_all(olena)
    await town.passes(minutes=2)
    await ivan.forges(Answer(CaseId(1)).pack(), on=ivan.last)
    await ivan.says("Чекали на асфальт", reply_to=await ivan.sees("КШ-2026-000001", anywhere=True))
    await ivan.sees("Це повідомлення нікому не передано.")
    assert len(await town.stored("select id from case_messages")) == 3


async def test_a_case_that_has_ended_without_a_comment_is_not_answered(town: Town, olena: Person, ivan: Person) -> None:
    await asks(olena, "Хто чергує?")
    card = await ivan.sees("Хто чергує?")
    await ivan.says("Я чергую", reply_to=card)
    await olena.sees("Я чергую")
    await ivan.presses("Закрити")
    await olena.sees("Звернення закрито.")
    await ivan.says("Ще одне", reply_to=card)
    await ivan.sees("Це вже неможливо")
    await olena.does_not_see("Ще одне", anywhere=True)


# What is written elsewhere and not sent.


async def test_an_officer_is_told_of_an_answer_that_has_no_case_yet_and_that_it_is_gone(
    town: Town, olena: Person, ivan: Person
) -> None:
    await asks(olena, "Хто чергує?")
    await ivan.says("Я чергую")
    await ivan.says("до восьмої")
    await ivan.sees("Кому це?")
    await town.passes(minutes=6)
    asked = await ivan.sees("Ще не надіслано: «Я чергую» і ще 1 повідомлення.")
    await town.passes(hours=1)
    assert count(ivan, "Ще не надіслано") == 1
    assert ivan.last is asked
    await town.passes(hours=21)
    await ivan.sees("Бот зберігає це до")
    assert count(ivan, "Кому це?") == 1
    await town.passes(hours=2)
    gone = await ivan.sees("Минув час, Ваше повідомлення видалено. Напишіть ще раз.")
    assert gone.inline == []
    await ivan.says("Я чергую")
    await town.passes(minutes=6)
    await ivan.presses("КШ-2026-000001 · Запитання")
    await olena.sees("Я чергую")


async def test_a_prompt_for_an_answer_that_never_came_says_so(town: Town, olena: Person, ivan: Person) -> None:
    await asks(olena, "Хто чергує?")
    await ivan.presses("Відповісти")
    prompt = await ivan.sees("КШ-2026-000001")
    await town.passes(hours=25)
    assert prompt.inline == []


async def test_the_author_of_a_notice_is_told_that_it_was_not_sent_and_that_it_is_gone(
    town: Town, ivan: Person
) -> None:
    await writes(ivan)
    await town.passes(minutes=6)
    reminder = await ivan.sees("Ви ще не надіслали сповіщення\nТелефонні шахраї")
    assert WORDS in reminder.text
    assert "Переглянути" in " ".join(reminder.buttons)
    await town.passes(hours=22)
    await ivan.sees("Бот зберігає чернетку до")
    await town.passes(hours=3)
    await ivan.sees("Минув час, чернетку сповіщення видалено.")
    assert await town.stored("select id from notices") == []
