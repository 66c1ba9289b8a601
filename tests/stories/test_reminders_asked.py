"""Reminders for which a resident asked: when they come, and what becomes of them when the hours change."""

from datetime import time

from bot.domain.subscriptions import Topic
from tests.stories.notices import silent, subscribes
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.reception import COUNCIL, WEDNESDAYS, Village, chooses_day, opens_hours, receives, village
from tests.stories.reminders import TODAY, asks_for_tomorrow, closes, down_for, times_seen
from tests.stories.test_dismissal import dismisses
from tests.town import Town

FRIDAYS = 1 << 4


async def test_who_asked_is_reminded_in_the_morning_once(town: Town) -> None:
    await village(town)
    olena, taras = await town.resident("Олена"), await town.resident("Тарас")
    await asks_for_tomorrow(olena)
    await town.passes(hours=21, minutes=58)
    await olena.does_not_see("Ви просили нагадати", anywhere=True)
    await town.passes(minutes=2)
    reminder = await olena.sees("Ви просили нагадати")
    assert TODAY in reminder.text
    await olena.presses("Показати на мапі")
    await town.settled()
    assert "venue" in olena.last.fields
    await down_for(town, minutes=1)
    assert times_seen(olena, "Ви просили нагадати") == 1
    await taras.does_not_see("Ви просили нагадати", anywhere=True)


async def test_who_thought_better_of_it_or_stopped_everything_is_not_reminded(town: Town) -> None:
    await village(town)
    olena, taras = await town.resident("Олена"), await town.resident("Тарас")
    for person in (olena, taras):
        await asks_for_tomorrow(person)
    await olena.presses("Не нагадувати про прийом завтра")
    await taras.says("стоп")
    await taras.presses("Вимкнути нагадування")
    await town.passes(hours=22)
    for person in (olena, taras):
        await person.does_not_see("Ви просили нагадати", anywhere=True)


async def test_of_early_hours_one_is_reminded_on_the_evening_before(town: Town) -> None:
    await village(town, hours=(time(8), time(10)))
    olena = await town.resident("Олена")
    await olena.says("графік")
    await olena.presses("Нагадати про прийом завтра")
    await town.settled()
    assert olena.alerts[-1] == "Нагадаємо: 24 листопада 2026 р., 18:00."
    await town.passes(hours=8)
    await olena.sees("Ви просили нагадати", anywhere=True)
    await town.passes(hours=14)
    assert times_seen(olena, "Ви просили нагадати") == 1


async def test_who_was_reminded_is_not_reminded_again_of_hours_that_were_moved_on(town: Town) -> None:
    here = await village(town, hours=(time(8), time(10)))
    olena = await town.resident("Олена")
    await olena.says("графік")
    await olena.presses("Нагадати про прийом завтра")
    await town.passes(hours=8)
    await chooses_day(here.ivan, "• Ср 25.11")
    await here.ivan.presses("Перенести 08:00–10:00")
    await here.ivan.presses(COUNCIL)
    await here.ivan.says("14:00-16:00")
    await here.ivan.presses("Пропустити")
    await here.ivan.presses("Зберегти")
    await olena.sees(f"Завтра, середа, 25 листопада, 14:00–16:00 (змінено)\nДе: {COUNCIL}")
    await town.passes(hours=14)
    assert times_seen(olena, "Ви просили нагадати") == 1


async def test_a_reminder_needs_the_consent(town: Town) -> None:
    await village(town)
    olena = town.telegram.person("Олена")
    await olena.starts()
    greeting = await olena.sees("Доброго дня!")
    await olena.forges("hr:1-20261125:1:0", on=greeting)
    await town.settled()
    assert await town.stored("select person_id from opening_reminders") == []


async def test_a_change_reaches_those_who_asked_at_once(either_town: Town) -> None:
    town = either_town
    here = await village(town)
    olena, taras = await town.resident("Олена"), await town.resident("Тарас")
    await asks_for_tomorrow(olena)
    await closes(here, "• Ср 25.11")
    reminder = await olena.sees("Зміна прийому")
    assert "Завтра, середа, 25 листопада, 09:00–12:00: прийому не буде\nПричина: свято" in reminder.text
    await taras.does_not_see("прийому не буде", anywhere=True)
    await here.ivan.presses("Закрито: завтра, 09:00–12:00")
    await here.ivan.presses("Прибрати цю зміну")
    await olena.sees(f"Завтра, середа, 25 листопада, 09:00–12:00: як завжди\nДе: {COUNCIL}")
    await town.passes(hours=22)
    await olena.sees("Ви просили нагадати")


async def test_who_asked_is_notified_when_the_officer_is_dismissed_and_when_hours_are_removed(town: Town) -> None:
    here = await village(town)
    olena, olha = await town.resident("Олена"), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks_for_tomorrow(olena)
    await receives(town, 1, 1 << 3, (time(9), time(12)))
    await olena.says("графік")
    await olena.presses("Інші дні й місця")
    await olena.presses("Нагадати про прийом у четвер, 26 листопада")
    await opens_hours(here.ivan)
    await here.ivan.presses("Чт 09:00–12:00")
    await here.ivan.presses("Прибрати ці години")
    await olena.sees("Четвер, 26 листопада, 09:00–12:00: прийому не буде")
    await dismisses(town, olha, "капітан поліції Іван Петренко")
    await olena.sees("Завтра, середа, 25 листопада, 09:00–12:00: прийому не буде")
    await town.passes(hours=22)
    await olena.does_not_see("Ви просили нагадати", anywhere=True)


async def moves(here: Village, day: str, hours: str = "14:00-16:00") -> None:
    await chooses_day(here.ivan, day)
    await here.ivan.presses("Перенести 09:00–12:00")
    await here.ivan.presses(COUNCIL)
    await here.ivan.says(hours)
    await here.ivan.presses("Пропустити")
    await here.ivan.presses("Зберегти")
    await here.ivan.sees("Години прийому")


async def test_one_who_is_reminded_of_all_hours_and_asked_for_one_hears_of_that_once(either_town: Town) -> None:
    town = either_town
    await village(town)
    await town.passes(days=7)  # the hours are no news any more
    olena = await town.resident("Олена")
    await subscribes(town, olena, Topic.HOURS)
    await asks_for_tomorrow(olena)
    await town.settled()
    assert olena.alerts[-1] == "Нагадаємо: 2 грудня 2026 р., 08:00."
    await town.passes(hours=9)  # the evening
    assert times_seen(olena, COUNCIL) == 1  # the screen on which she asked
    await town.passes(hours=13)
    assert "Сьогодні, середа, 2 грудня, 09:00–12:00" in (await olena.sees("Ви просили нагадати")).text
    assert times_seen(olena, COUNCIL) == 2


async def test_a_move_at_night_after_asking_comes_once_in_the_morning(either_town: Town) -> None:
    town = either_town
    here = await village(town, FRIDAYS)
    await town.passes(hours=9)  # that the hours are new was told in the evening
    olena = await town.resident("Олена")
    await olena.says("графік")
    await olena.presses("Нагадати про прийом у п’ятницю, 27 листопада")
    await town.passes(hours=3, minutes=30)
    await moves(here, "• Пт 27.11", "13:00-15:00")
    await here.ivan.presses("Змінено: пʼятниця, 27 листопада, 13:00–15:00")
    await here.ivan.presses("Прибрати цю зміну")
    await moves(here, "• Пт 27.11")
    await town.settled()
    await olena.does_not_see("Зміна прийому", anywhere=True)
    await town.passes(hours=9, minutes=30)
    assert (await olena.sees("Зміна прийому")).text.splitlines() == [
        "Зміна прийому",
        "Пʼятниця, 27 листопада, 14:00–16:00 (змінено)",
        f"Де: {COUNCIL}",
        "Було: 09:00–12:00",
        "Офіцер: капітан поліції Іван Петренко",
    ]
    await town.passes(hours=10, minutes=30)  # in the evening the others are told; she knows
    assert times_seen(olena, "Зміна прийому") == 1


async def test_what_was_moved_at_night_and_moved_back_is_not_told(town: Town) -> None:
    here = await village(town, FRIDAYS)
    await town.passes(hours=9)  # that the hours are new was told in the evening
    olena = await town.resident("Олена")
    await olena.says("графік")
    await olena.presses("Нагадати про прийом у п’ятницю, 27 листопада")
    await town.passes(hours=3, minutes=30)
    await moves(here, "• Пт 27.11")
    await here.ivan.presses("Змінено: пʼятниця, 27 листопада, 14:00–16:00")
    await here.ivan.presses("Прибрати цю зміну")
    await town.passes(hours=10)
    await olena.does_not_see("Зміна прийому", anywhere=True)


async def test_what_begins_in_the_morning_and_is_moved_at_night_is_told_at_once_without_a_sound(town: Town) -> None:
    here = await village(town)
    olena = await town.resident("Олена")
    await asks_for_tomorrow(olena)
    await town.passes(hours=12, minutes=30)
    await moves(here, "• Ср 25.11")
    await olena.sees("Завтра, середа, 25 листопада, 14:00–16:00 (змінено)")
    assert silent(town, olena, "Зміна прийому")


async def test_where_another_place_takes_its_turn_the_closed_one_is_named(town: Town) -> None:
    here = await village(town)
    olena = await town.resident("Олена")
    await asks_for_tomorrow(olena)
    await receives(town, 1, WEDNESDAYS, (time(14), time(16)), "Станція")
    await closes(here, "• Ср 25.11")
    assert (await olena.sees("Зміна прийому")).text.splitlines() == [
        "Зміна прийому",
        f"Завтра, середа, 25 листопада, 09:00–12:00, {COUNCIL}: прийому не буде",
        "Причина: свято",
        "Натомість: Завтра, середа, 25 листопада, 14:00–16:00: Станція",
        "Офіцер: капітан поліції Іван Петренко",
    ]


async def test_hours_moved_to_where_they_are_are_no_change(town: Town) -> None:
    here = await village(town)
    olena = await town.resident("Олена")
    await asks_for_tomorrow(olena)
    await chooses_day(here.ivan, "• Ср 25.11")
    await here.ivan.presses("Перенести 09:00–12:00")
    await here.ivan.presses(COUNCIL)
    await here.ivan.says("9:00-12:00")
    await here.ivan.presses("Пропустити")
    await here.ivan.presses("Зберегти")
    await town.settled()
    await olena.does_not_see("Зміна прийому", anywhere=True)
