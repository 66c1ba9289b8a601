"""The consent has versions: a new text is asked for before the next new case, and stops nothing that is open."""

import pytest

from bot.domain.people import CONSENT_VERSION
from bot.handlers.people.buttons import ReadConsent
from simulator import Part
from tests.stories.cases import UNNAMED, Talk, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.town import Town

ASKED_AGAIN = "Текст згоди змінився"
KEPT = "Щоб офіцер отримав Ваше повідомлення, потрібна Ваша згода."


async def agreed_before(town: Town) -> None:
    """Everybody agreed to the first text, and sent their cases under it."""
    await town.settled()
    await town.stored("update persons set consent_version = 1, consented_at = 1 where consent_version is not null")
    await town.stored("update cases set consent_version = 1 where sent_at is not null")


async def talk_before(town: Town) -> Talk:
    both = await talk(town)
    await agreed_before(town)
    return both


async def consents(town: Town) -> list[object]:
    rows = await town.stored("select consent_version from persons where consent_version is not null order by id")
    return [row["consent_version"] for row in rows]


async def test_the_text_says_who_reads_how_long_and_what_a_case_without_a_name_keeps(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    greeting = await olena.sees("Доброго дня!")
    kept = town.app.store.policy.retention
    for words in (
        "Хто читає. Поліцейські офіцери Вашої громади.",
        f"Текст і файли: {kept.words.days} днів.",
        f"Файли, надіслані без імені: {kept.anonymous_files.days} днів.",
        f"Ваше ім’я і номер чату у зверненні: {kept.links.days} дні.",
        "Бот усе одно пам’ятає номер чату",
        "Суд може вимагати",
        "не має наскрізного шифрування",
        f"Версія згоди: {CONSENT_VERSION}.",
        "коли у зверненні йдеться про небезпеку і його ніхто не відкрив",
        "бот не може їм написати",
    ):
        assert words in greeting.text
    await olena.presses("English")
    text = (await olena.sees("Good day!")).text
    for words in ("Who reads.", f"Text and files: {kept.words.days} days.", "A court may demand", "end-to-end"):
        assert words in text


async def test_an_open_case_goes_on_under_the_consent_with_which_it_was_sent(either_town: Town) -> None:
    both = await talk_before(either_town)
    await both.olena.says("Чи є новини?")
    await both.ivan.sees("Чи є новини?")
    await both.ivan.says("Так, завтра.", reply_to=await both.ivan.sees("Чи є новини?"))
    await both.olena.sees("Так, завтра.")
    await both.olena.says("Дякую", reply_to=await both.olena.sees("Так, завтра."))
    await both.ivan.sees("Дякую")
    await both.olena.does_not_see(ASKED_AGAIN, anywhere=True)
    assert await consents(either_town) == [1]


@pytest.mark.parametrize("label", ["Повідомити", "Запитати"])
async def test_a_new_case_needs_the_new_text_and_says_so(town: Town, label: str) -> None:
    both = await talk_before(town)
    await both.olena.presses(label)
    asked = await both.olena.sees(ASKED_AGAIN)
    assert "Відкриті звернення тривають і без неї." in asked.text
    assert f"Версія згоди: {CONSENT_VERSION}." in asked.text
    await both.olena.presses("Погоджуюся")
    await both.olena.sees(f"Вашу згоду записано (версія {CONSENT_VERSION})", anywhere=True)
    await asks(both.olena, "Друге питання")
    await both.ivan.sees("Друге питання")
    stored = await town.stored("select consent_version from cases order by id")
    assert [row["consent_version"] for row in stored] == [1, CONSENT_VERSION]


async def test_what_was_written_before_agreeing_again_is_kept_and_sent(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await agreed_before(town)
    await olena.says("Біля школи яма")
    await olena.sends_album([Part("photo", "Ось вона"), Part("photo")])
    kept = await olena.sees("Ще не надіслано: «Біля школи яма» і ще 2 повідомлення.")
    assert KEPT in kept.text
    await olena.presses("Прочитати і погодитися")
    asked = await olena.sees(ASKED_AGAIN)
    assert "Написане не зникло. Бот чекатиме: 24 години." in asked.text
    await ivan.does_not_see("Біля школи яма", anywhere=True)
    await olena.presses("Погоджуюся")
    await olena.sees("Ще не надіслано: «Біля школи яма» і ще 2 повідомлення.")
    await olena.presses(UNNAMED)
    await ivan.sees("Біля школи яма", anywhere=True)
    await ivan.sees("Ось вона", anywhere=True)


async def test_words_for_one_of_several_open_cases_need_no_new_consent_and_a_new_question_does(town: Town) -> None:
    both = await talk(town)
    await asks(both.olena, "Друге питання")
    await agreed_before(town)
    await both.olena.says("Ще одне")
    await both.olena.presses("000001 · Хто відповідає за вулицю?")
    await both.ivan.sees("Ще одне")
    await both.olena.says("Зовсім інше")
    await both.olena.presses("Нове запитання")
    await both.olena.sees(ASKED_AGAIN)
    await both.olena.presses("Погоджуюся")
    await both.olena.sees("Ще не надіслано: «Зовсім інше».")
    await both.olena.presses(UNNAMED)
    await both.ivan.sees("Зовсім інше")


async def test_danger_waits_for_no_consent(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena, taras = await town.resident("Олена"), await town.resident("Тарас")
    await asks(taras, "Хто відповідає за вулицю?")
    await agreed_before(town)
    await olena.says("Він мене б’є!")
    await olena.sees("Зателефонуйте 102", anywhere=True)
    await olena.sees(KEPT)
    await taras.says("Тут пожежа, горить будинок!")
    await taras.sees("101", anywhere=True)
    await ivan.sees("Тут пожежа, горить будинок!")


async def test_who_does_not_agree_keeps_open_cases_and_all_the_rest(either_town: Town) -> None:
    both = await talk_before(either_town)
    await both.olena.presses("Запитати")
    await both.olena.sees(ASKED_AGAIN)
    await both.olena.presses("‹ Назад")
    await both.olena.sees("Оберіть, що потрібно")
    await both.olena.says("Чи є новини?")
    await both.ivan.sees("Чи є новини?")
    await both.olena.starts()
    await both.olena.sees("Оберіть, що потрібно")
    await both.olena.presses("Мої звернення")
    await both.olena.sees("Оберіть звернення")
    assert await consents(either_town) == [1]


async def test_a_case_that_was_sent_under_the_first_text_shows_it(town: Town) -> None:
    both = await talk_before(town)
    await both.olena.presses("Мої звернення")
    await both.olena.presses("000001 · Запитання · У роботі")
    page = await both.olena.sees("Надіслано за згодою версії: 1")
    await both.olena.presses("Текст згоди")
    text = (await both.olena.sees("Версія згоди: 1.")).text
    assert "Telegram передає їх через сервери за кордоном." in text
    assert "Суд може вимагати" not in text
    await both.olena.presses("‹ Назад")
    assert (await both.olena.sees("Надіслано за згодою версії: 1")).id == page.id


async def test_what_one_agreed_to_before_can_be_read_before_agreeing_again(town: Town) -> None:
    both = await talk_before(town)
    await both.olena.presses("Повідомити")
    await both.olena.presses("На що я вже погоджуюся")
    await both.olena.sees("Версія згоди: 1.")
    await both.olena.presses("‹ Назад")
    await both.olena.presses("Погоджуюся")
    await both.olena.sees("Оберіть, що потрібно")
    await both.olena.forges(ReadConsent(CONSENT_VERSION + 1).pack(), on=both.olena.last)
    await town.settled()
    assert both.olena.alerts[-1].startswith("Ця кнопка вже не діє")


async def test_a_case_of_today_says_nothing_of_versions(town: Town) -> None:
    both = await talk(town)
    await both.olena.presses("Мої звернення")
    await both.olena.presses("000001 · Запитання · У роботі")
    page = await both.olena.sees("Стан:")
    assert "версії" not in page.text
    assert "Текст згоди" not in page.buttons


async def test_an_old_button_shows_the_text_as_it_is_now(town: Town) -> None:
    await town.area()
    olena, taras = await town.resident("Олена"), town.telegram.person("Тарас")
    await agreed_before(town)
    await taras.starts()
    await taras.sees("Доброго дня!")
    for person, text in ((olena, ASKED_AGAIN), (taras, "Доброго дня!")):
        await person.forges("pa:1::", on=person.last)
        await person.sees(text, anywhere=True)
        await town.settled()
        assert person.alerts[-1].startswith("Текст згоди змінився")
    assert await consents(town) == [1]


async def test_a_second_press_keeps_the_day_of_the_first(town: Town) -> None:
    both = await talk_before(town)
    await both.olena.presses("Повідомити")
    asked = await both.olena.sees(ASKED_AGAIN)
    await both.olena.presses("Погоджуюся")
    await town.settled()
    before = await town.stored("select consented_at from persons where consent_version > 1")
    await town.passes(days=1)
    await both.olena.forges(f"pa:{CONSENT_VERSION}::", on=asked)
    await town.settled()
    assert await town.stored("select consented_at from persons where consent_version > 1") == before
    assert len(before) == 1


async def test_a_draft_that_was_begun_before_waits_for_the_new_consent(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says("Коли прийом?")
    await agreed_before(town)
    await olena.presses(UNNAMED)
    await olena.sees(ASKED_AGAIN)
    await ivan.does_not_see("Коли прийом?", anywhere=True)
    await olena.says("І де?")
    await olena.presses("Прочитати і погодитися")
    await olena.presses("Погоджуюся")
    await olena.presses(UNNAMED)
    await ivan.sees("І де?")


async def test_a_closed_case_is_reopened_and_rated_without_a_new_consent(town: Town) -> None:
    both = await talk_before(town)
    await both.ivan.presses("Закрити")
    await both.ivan.presses("Закрити без відповіді")
    await both.olena.presses("5")
    await both.olena.presses("Пропустити")
    await both.olena.presses("Відкрити повторно")
    await both.olena.says("Це знову я")
    await both.ivan.sees("Це знову я")
    assert await consents(town) == [1]


async def test_place_and_reminders_go_on_under_the_first_text(town: Town) -> None:
    olena = await town.resident("Олена")
    await agreed_before(town)
    await olena.says("офіцер")
    await olena.presses("Повідомити, коли з’явиться офіцер")
    await town.settled()
    assert len(await town.stored("select person_id from waiting_residents")) == 1
    await olena.does_not_see(ASKED_AGAIN, anywhere=True)


async def test_an_officer_and_a_coordinator_work_without_any_consent(town: Town) -> None:
    both = await talk_before(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await town.stored("update persons set consent_version = 1")
    await both.ivan.says("Звернення")
    await both.ivan.sees("Чекають на Вас")
    await olha.starts()
    await olha.presses("Координатор")
    await olha.sees("Область: Запорізька")
    await both.ivan.says("Я мешканець")
    await both.ivan.sees("Яка Ваша громада?")
    await both.ivan.says("Комишуваська")
    await both.ivan.presses("Так, моя")
    await both.ivan.says("Запитати")
    await both.ivan.sees(ASKED_AGAIN)
