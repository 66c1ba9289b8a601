"""Meetings: a coordinator invites councils, and reads who comes."""

from datetime import UTC, timedelta

import vobject

from simulator import Person
from tests.stories.joining import a_head, content_of
from tests.stories.meetings import ABOUT, a_meeting, opens_meetings, writes_meeting
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA, presses_one_that_begins
from tests.town import Town


def told(person: Person, text: str) -> int:
    return sum(text in each.text for each in person.chat)


async def opens_newest(town: Town, olha: Person) -> None:
    await opens_meetings(olha)
    await presses_one_that_begins(town, olha, "Семінар · ")


async def test_a_council_is_invited_answers_and_changes_its_answer(either_town: Town) -> None:
    olha, nadiia = await a_meeting(either_town)
    invitation = await nadiia.sees("вул. Миру, 1, актова зала")
    assert ABOUT in invitation.text
    await nadiia.presses("Можливо")
    await nadiia.sees("Ваша відповідь: можливо")
    await nadiia.presses("Прийду")
    await nadiia.sees("Ваша відповідь: прийду")
    await olha.presses("Хто прийде")
    await olha.sees("Голова громади · Надія Коваль: прийде")
    await olha.presses("‹ Назад")
    await olha.sees("Прийдуть: 1\nМожливо: 0\nНе прийдуть: 0\nБез відповіді: 0")
    await nadiia.says("Рада громади")
    await nadiia.presses("Заходи")
    await either_town.settled()
    assert any(label.startswith("Семінар · ") for label in nadiia.buttons)


async def test_who_comes_is_reminded_in_the_evening_before_and_an_hour_before(town: Town) -> None:
    _, nadiia = await a_meeting(town)
    await nadiia.presses("Прийду")
    await town.passes(hours=30)
    await town.settled()
    assert told(nadiia, "Нагадуємо про захід.") == 1
    await town.passes(hours=3.5)
    await town.settled()
    assert told(nadiia, "Нагадуємо про захід.") == 2


async def test_who_does_not_come_is_not_reminded(town: Town) -> None:
    _, nadiia = await a_meeting(town)
    await nadiia.presses("Не прийду")
    await town.passes(days=3)
    assert told(nadiia, "Нагадуємо про захід.") == 0


async def test_what_is_moved_or_cancelled_is_told(town: Town) -> None:
    olha, nadiia = await a_meeting(town)
    await nadiia.presses("Прийду")
    old = nadiia.last
    await olha.presses("Час")
    await olha.says("через 3 дні о 9:30")
    await nadiia.sees("Захід змінено. Ось як тепер.")
    await nadiia.sees("09:30")
    await olha.presses("Скасувати захід")
    await olha.presses("Так, скасувати")
    await nadiia.sees("На жаль, заходу не буде.")
    await nadiia.presses("Можливо", on=old)
    await town.settled()
    assert nadiia.alerts[-1].startswith("Зараз так зробити не можна.")
    await town.passes(days=4)
    assert told(nadiia, "Нагадуємо про захід.") == 0


async def test_what_was_decided_is_read_by_all_who_were_invited(town: Town) -> None:
    olha, nadiia = await a_meeting(town)
    await town.passes(days=2)
    await opens_newest(town, olha)
    await olha.presses("Що вирішили")
    await olha.says("Громада готує кабінет до березня")
    await nadiia.sees("Громада готує кабінет до березня")
    await town.settled()
    assert "Прийду" not in nadiia.last.buttons


async def test_a_draft_without_councils_or_with_a_time_that_is_past_is_not_announced(town: Town) -> None:
    olha, nadiia = await a_head(town)
    await writes_meeting(olha, "через 2 години")
    await olha.presses("Готово")
    await town.settled()
    assert "Оголосити" not in olha.buttons
    await olha.presses("Кого запросити")
    await olha.presses("Усі громади")
    await olha.presses("Готово")
    await town.passes(hours=3)
    await olha.presses("Оголосити")
    await town.settled()
    assert olha.alerts[-1].startswith("Ще рано")
    await opens_meetings(olha)
    await olha.presses("Чернетка: Семінар")
    await olha.presses("Видалити чернетку")
    await olha.sees("Заходів ще немає.")
    assert told(nadiia, "Вас запрошено.") == 0


async def test_the_file_for_calendars_is_read_by_another_library(town: Town) -> None:
    _, nadiia = await a_meeting(town)
    await nadiia.presses("Додати до календаря")
    await nadiia.sees("Відкрийте файл")
    await town.settled()
    event = vobject.readOne(content_of(nadiia, nadiia.last).decode()).vevent
    assert event.summary.value == "Семінар"
    assert event.location.value == "вул. Миру, 1, актова зала"
    assert event.description.value == ABOUT
    assert event.dtend.value - event.dtstart.value == timedelta(hours=1)
    assert event.dtstart.value.astimezone(UTC).hour == 18


async def test_a_place_can_be_a_point_on_the_map(town: Town) -> None:
    olha, nadiia = await a_meeting(town)
    await olha.presses("Місце")
    await olha.sends_location(47.7, 35.5)
    await nadiia.sees("Захід змінено.")
    await nadiia.presses("На мапі")
    await town.settled()
    assert "venue" in nadiia.last.fields or "location" in nadiia.last.fields


async def test_another_coordinator_of_the_same_places_sees_it_and_one_elsewhere_does_not(town: Town) -> None:
    await a_meeting(town)
    petro, roman = await town.coordinator("Петро", ZAPORIZHZHIA), await town.coordinator("Роман", DNIPRO)
    await opens_newest(town, petro)
    await petro.sees("Без відповіді: 1")
    await opens_meetings(roman)
    await roman.sees("Заходів ще немає.")
