"""Coordinators get a letter a day: yesterday's figures, and the head of the audit."""

from datetime import timedelta

import pytest

from bot.domain.audit import read_head
from bot.services.audit import holds
from bot.workers.schedule import tick
from simulator import Person
from tests.stories.cases import talk
from tests.stories.notices import silent
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_complaints import of_the_country
from tests.town import Town

TITLE = "Підсумок дня: "


def letters(person: Person) -> list[str]:
    return [bubble.text for bubble in person.chat if TITLE in bubble.text]


async def on_the_next_day(town: Town, hour: float = 9) -> None:
    """To this hour of the next day in Kyiv, by steps of the schedule."""
    here = town.clock.now() + timedelta(hours=2)
    await town.passes(hours=24 - here.hour + hour - here.minute / 60)


async def test_a_coordinator_reads_every_morning_what_was_read_yesterday(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    case = await talk(town)
    await case.ivan.presses("Історія")
    await on_the_next_day(town, hour=8.9)
    assert letters(olha) == []
    await town.passes(minutes=7)
    [letter] = letters(olha)
    assert f"{TITLE}вівторок, 24 листопада" in letter
    assert "Відкрито звернень: 1\nХто відкривав: 1 особа\nУсього переглядів: 2" in letter
    assert letters(case.ivan) == letters(case.olena) == []


async def test_the_head_in_the_letter_is_in_the_chain_and_the_same_for_all(town: Town) -> None:
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await of_the_country(town, "Ніна")
    await talk(town)
    await on_the_next_day(town)
    [line], [other] = (
        [line for line in letters(each)[0].splitlines() if "Журнал дій" in line] for each in (olha, nina)
    )
    assert line == other
    head = read_head(line.partition("№ ")[2])
    assert head is not None
    assert await holds(town.app.store, head) is True


async def test_it_comes_without_a_sound_and_once_a_day_also_after_a_start(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await talk(town)
    await on_the_next_day(town)
    assert silent(town, olha, TITLE)
    await town.stops()
    town.starts()
    await town.passes(hours=5)
    assert len(letters(olha)) == 1
    await on_the_next_day(town)
    assert "Звернень у Ваших громадах ніхто не відкривав." in letters(olha)[1]
    assert len(letters(olha)) == 2


async def test_where_the_bot_was_away_in_the_morning_it_comes_later(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await talk(town)
    await on_the_next_day(town, hour=14)
    assert len(letters(olha)) == 1


async def test_what_is_read_in_another_oblast_is_not_counted(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    other = await town.coordinator("Петро", "UA07000000000024379")
    await town.area("UA07080210000090779")
    await talk(town)
    await on_the_next_day(town)
    assert "Відкрито звернень: 1" in letters(olha)[0]
    assert "ніхто не відкривав" in letters(other)[0]


async def test_a_person_who_coordinates_no_more_or_cannot_be_reached_gets_none(town: Town) -> None:
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await talk(town)
    await town.stored("update parts set until = 1 where id = 1")
    await petro.blocks()
    await town.settled()
    await on_the_next_day(town)
    assert letters(olha) == letters(petro) == []


async def test_nothing_is_sent_before_anything_was_noted(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await on_the_next_day(town)
    assert letters(olha) == []


async def test_english_readers_get_it_in_english(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await talk(town)
    await town.stored("update persons set language = 'en'")
    await on_the_next_day(town)
    letter = next(bubble.text for bubble in olha.chat if "The day in figures" in bubble.text)
    assert "Cases opened: 1\nOpened by 1 person\nReadings in all: 1" in letter


async def test_a_letter_that_failed_is_sent_with_the_next_tick(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await talk(town)
    with monkeypatch.context() as broken:
        broken.setattr("bot.services.daily.audit.readings", None)
        town.clock.advance(timedelta(days=1))
        assert await tick(town.app.store) == ["send_daily"]
    await town.passes(minutes=1)
    assert len(letters(olha)) == 1
