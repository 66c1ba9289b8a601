"""Ready answers and reasons for refusal: written, found, shown as they will be read, and sent."""

from datetime import time

from simulator import Person
from tests.stories.cases import Talk, asks, talk
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.ready_texts import opens_ready, writes_ready
from tests.stories.reception import THURSDAYS, receives
from tests.stories.test_complaints import of_the_country
from tests.town import Town

LIGHT = "Вітаємо, {ім’я}! Світло полагодять. Ваш номер: {номер}."


async def chooses(officer: Person, title: str) -> None:
    await officer.presses("Ще дії")
    await officer.presses("Готова відповідь")
    await officer.sees("Готові відповіді")
    await officer.presses(title)
    await officer.sees("Мешканець прочитає:")


async def test_a_ready_answer_is_shown_as_it_is_sent_and_two_presses_send_it_once(either_town: Town) -> None:
    pair = await talk(either_town, "Олена Бондар")
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await chooses(pair.ivan, "Світло")
    words = "Вітаємо, Олена Бондар! Світло полагодять. Ваш номер: КШ-2026-000001."
    shown = await pair.ivan.sees(words)
    send = str(shown.inline[0].callback_data)
    await pair.ivan.forges(send, on=shown)
    await pair.ivan.forges(send, on=shown)
    await pair.olena.sees(words)
    await either_town.settled()
    assert pair.ivan.alerts[-1] == "Ця кнопка вже не діє. Напишіть «меню»."
    assert len([each for each in pair.olena.chat if words in each.text]) == 1
    assert "Надіслано: «Світло»." in shown.text
    assert [row["status"] for row in await either_town.stored("select status from cases")] == ["answered"]
    await opens_ready(pair.ivan)
    await pair.ivan.presses("💬 Світло")
    await pair.ivan.sees("Надіслано разів: 1")


async def test_to_an_anonymous_resident_the_name_falls_out(town: Town) -> None:
    pair = await talk(town)
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await chooses(pair.ivan, "Світло")
    await pair.ivan.presses("Надіслати")
    await pair.olena.sees("Вітаємо! Світло полагодять. Ваш номер: КШ-2026-000001.")


async def test_hours_and_office_come_from_the_officers_own(town: Town) -> None:
    pair = await talk(town)
    await receives(town, 1, THURSDAYS, (time(9), time(12)))
    await writes_ready(pair.ivan, "Прийом", "Приходьте: {години}.\nМісце: {кабінет}")
    await chooses(pair.ivan, "Прийом")
    await pair.ivan.presses("Надіслати")
    await pair.olena.sees("Приходьте: четвер, 26 листопада, 09:00–12:00.")


async def test_a_resident_who_has_chosen_english_reads_the_english_text(town: Town) -> None:
    pair = await talk(town)
    await pair.olena.says("Налаштування")
    await pair.olena.presses("English")
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await pair.ivan.presses("Англійською")
    await pair.ivan.says("Hello, {name}! The light will be repaired.")
    await pair.ivan.sees("Англійською:")
    await chooses(pair.ivan, "Світло")
    await pair.ivan.presses("Надіслати")
    await pair.olena.sees("Hello! The light will be repaired.")


async def test_a_word_finds_one_and_is_sent_to_nobody(town: Town) -> None:
    pair = await talk(town)
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await writes_ready(pair.ivan, "Сміття", "Сміття вивезуть.")
    await pair.ivan.presses("Ще дії", on=await pair.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True))
    await pair.ivan.presses("Готова відповідь")
    await pair.ivan.sees("Оберіть або напишіть слово")
    await pair.ivan.says("вивез")
    await town.settled()
    assert pair.ivan.last.buttons[:1] == ["Сміття"]
    await pair.ivan.says("щось зовсім інше")
    await pair.ivan.sees("З таким словом нічого немає.")
    await pair.olena.does_not_see("вивез", anywhere=True)


async def test_what_was_changed_after_the_preview_is_not_sent(town: Town) -> None:
    pair = await talk(town)
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await chooses(pair.ivan, "Світло")
    await town.stored("update case_links set name = 'Хтось Інший' returning case_id")
    await pair.ivan.presses("Надіслати")
    await town.settled()
    assert pair.ivan.alerts[-1] == "Текст або дані звернення змінилися. Відкрийте перегляд ще раз."
    await pair.olena.does_not_see("Світло", anywhere=True)


async def test_a_ready_answer_can_be_changed_before_it_is_sent(town: Town) -> None:
    pair = await talk(town)
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await chooses(pair.ivan, "Світло")
    await pair.ivan.presses("Змінити")
    draft = await pair.ivan.sees("Скопіюйте текст, змініть і надішліть.")
    assert "Вітаємо! Світло полагодять." in draft.text
    await pair.ivan.says("Світло полагодять завтра.")
    await pair.olena.sees("Світло полагодять завтра.")
    await pair.olena.does_not_see("Вітаємо!", anywhere=True)


async def test_ready_reasons_are_below_the_question_for_one(town: Town) -> None:
    pair = await talk(town)
    await writes_ready(pair.ivan, "Не поліція", "Це вирішує міська рада.", kind="Нова причина відмови")
    await pair.ivan.presses("Відхилити", on=await pair.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True))
    prompt = await pair.ivan.sees("напишіть причину відмови")
    assert prompt.buttons == ["Не поліція", "Готові причини", "Скасувати"]
    await pair.ivan.presses("Не поліція")
    await pair.ivan.sees("Звернення буде відхилено.")
    await pair.ivan.presses("Відхилити")
    await pair.olena.sees("Це вирішує міська рада.")
    assert [row["status"] for row in await town.stored("select status from cases")] == ["declined"]


async def test_an_unknown_place_is_refused_and_can_be_corrected(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await opens_ready(ivan)
    await ivan.presses("Нова відповідь")
    await ivan.presses("Лише я")
    await ivan.says("Світло")
    await ivan.sees("Напишіть текст українською.")
    await ivan.says("Вітаємо, {прізвище}!")
    await ivan.sees("Невідома підстановка: прізвище. Можна так: {номер}, {ім’я}, {кабінет}, {години}.")
    await ivan.says(LIGHT)
    await ivan.sees("Надіслано разів: 0")


async def test_an_areas_text_is_changed_by_its_officers_and_the_oblasts_by_the_coordinator(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Коваль", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await writes_ready(ivan, "Моє", "Лише моє.")
    await opens_ready(ivan)
    await ivan.presses("Нова відповідь")
    owners = await ivan.sees("Хто зможе її надсилати?")
    await ivan.presses(next(each for each in owners.buttons if each.startswith("Офіцери дільниці")))
    await ivan.says("Наше")
    await ivan.says("Від усіх нас.")
    await ivan.sees("Надіслано разів: 0")
    await olha.says("Координатор")
    await olha.presses("Готові відповіді")
    await olha.presses("Нова відповідь")
    await olha.presses("Уся область: Запорізька")
    await olha.says("Обласне")
    await olha.says("Від області.")
    await olha.sees("Надіслано разів: 0")

    await opens_ready(maria)
    assert {"💬 Наше", "💬 Обласне"} <= {*maria.buttons}
    assert "💬 Моє" not in maria.buttons
    await maria.presses("💬 Обласне")
    page = await maria.sees("Від області.")
    assert page.buttons == ["‹ Назад"]
    await maria.presses("‹ Назад")
    await maria.presses("💬 Наше")
    await maria.presses("Видалити")
    await maria.presses("Так, видалити")
    await town.settled()
    assert maria.alerts[-1] == "Видалено."
    await opens_ready(ivan)
    assert "💬 Наше" not in ivan.last.buttons


async def test_a_coordinator_of_the_country_has_none_to_write(town: Town) -> None:
    await town.area()
    nina = await of_the_country(town, "Ніна")
    await nina.says("Координатор")
    page = await nina.sees("Координатор")
    assert "Готові відповіді" not in page.buttons


async def test_where_nothing_is_ready_yet_that_is_said(town: Town) -> None:
    pair: Talk = await talk(town)
    await pair.ivan.presses("Ще дії")
    await pair.ivan.presses("Готова відповідь")
    page = await pair.ivan.sees("Тут ще порожньо.")
    await pair.ivan.presses("Готові відповіді: змінити", on=page)
    await pair.ivan.sees("Додайте те, що пишете найчастіше.")


async def test_after_a_ready_answer_it_can_be_recalled(town: Town) -> None:
    pair = await talk(town)
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await chooses(pair.ivan, "Світло")
    await pair.ivan.presses("Надіслати")
    await pair.olena.sees("Світло полагодять.")
    await pair.ivan.presses("Відкликати відповідь")
    await pair.ivan.presses("Так, відкликати")
    await town.settled()
    await pair.olena.does_not_see("Світло полагодять.", anywhere=True)


async def test_a_case_that_ended_meanwhile_gets_no_ready_answer(town: Town) -> None:
    pair = await talk(town)
    await writes_ready(pair.ivan, "Світло", LIGHT)
    await chooses(pair.ivan, "Світло")
    await town.stored("update cases set status = 'closed', closed_at = 1 returning id")
    await pair.ivan.presses("Надіслати")
    await town.settled()
    await pair.olena.does_not_see("Світло полагодять.", anywhere=True)
    await asks(pair.olena, "Ще одне")
