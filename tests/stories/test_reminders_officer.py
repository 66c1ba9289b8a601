"""Reminders that an officer gets an hour before receiving people."""

from datetime import time

import pytest

from tests.stories.reception import COUNCIL, WEDNESDAYS, chooses_day, receives, village
from tests.stories.reminders import TODAY, down_for, late_count, times_seen
from tests.town import Town


async def test_the_officer_is_reminded_an_hour_before_once(town: Town) -> None:
    here = await village(town)
    await town.passes(hours=21, minutes=58)
    await here.ivan.does_not_see("Скоро Ваш прийом", anywhere=True)
    await town.passes(minutes=1)
    await town.passes(minutes=1)
    await here.ivan.sees(TODAY)
    await down_for(town, minutes=30)
    assert times_seen(here.ivan, "Скоро Ваш прийом") == 1


async def test_many_officers_are_reminded_each_at_their_time_and_once(
    either_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.workers.broadcasts.BATCH", 2)
    town = either_town
    here = await village(town)
    others = [await town.officer(name, here.area) for name in ("Петро Іваненко", "Ганна Бойко", "Інна Коваль")]
    for number in (2, 3):
        await receives(town, number, WEDNESDAYS, (time(9), time(12)))
    await receives(town, 4, WEDNESDAYS, (time(9, 30), time(12)))
    await town.passes(hours=22)
    assert [times_seen(each, "Скоро Ваш прийом") for each in (here.ivan, *others)] == [1, 1, 1, 0]
    await down_for(town, minutes=30)
    assert [times_seen(each, "Скоро Ваш прийом") for each in (here.ivan, *others)] == [1, 1, 1, 1]


async def test_after_days_away_the_officer_is_reminded_only_of_hours_to_come(town: Town) -> None:
    here = await village(town, days=127)  # every day
    await down_for(town, days=3, hours=22)
    assert times_seen(here.ivan, "Скоро Ваш прийом") == 1
    assert await late_count(town) >= 3


async def test_the_officer_is_reminded_before_hours_that_were_moved_and_not_before_those_that_are_closed(
    town: Town,
) -> None:
    here = await village(town)
    await chooses_day(here.ivan, "• Ср 25.11")
    await here.ivan.presses("Перенести 09:00–12:00")
    await here.ivan.presses(COUNCIL)
    await here.ivan.says("14:00-16:00")
    await here.ivan.presses("Пропустити")
    await here.ivan.presses("Зберегти")
    await town.passes(hours=22, minutes=30)
    await here.ivan.does_not_see("Скоро Ваш прийом", anywhere=True)
    await town.passes(hours=5)
    await here.ivan.sees("Скоро Ваш прийом")
