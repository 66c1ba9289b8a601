"""«Тиша»: in an officer's own quiet time all comes as ever, without a sound; danger sounds.

It is Tuesday, 24 November 2026, ten in the morning.
"""

import pytest

from bot.handlers.officers.buttons import AskQuietEnd, QuietDaily, QuietPage, QuietUntilMorning
from simulator import Person
from simulator.people import Part
from tests.stories.absences import goes_away, two_officers
from tests.stories.cases import Talk, asks, talk
from tests.stories.notices import EVACUATION, WORDS, sends, silent
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.reminders import times_seen
from tests.stories.test_dismissal import dismisses
from tests.stories.test_emergency_cases import BEATS
from tests.town import Town

DANGER = "🆘 У зверненні з’явилися слова про небезпеку."
DUE, LATE = "Строк відповіді минув.", "Офіцер не відповідає понад строк"


@pytest.fixture
async def pair(either_town: Town) -> Talk:
    return await talk(either_town)


async def opens_quiet(officer: Person) -> None:
    await officer.says("Мій кабінет")
    await officer.presses("Тиша")


async def until_morning(officer: Person) -> None:
    await opens_quiet(officer)
    await officer.presses("До ранку, до 08:00")
    await officer.sees("Тихо до 08:00.")


async def each_night(officer: Person) -> None:
    await opens_quiet(officer)
    await officer.presses("Щодня в ті самі години")
    await officer.presses("22:00")
    await officer.sees("Тихо з 22:00.")
    await officer.presses("07:00")
    await officer.sees("Щодня тихо з 22:00 до 07:00.")


def sounds(town: Town, person: Person) -> list[bool]:
    """Of each message that was sent to this person, whether it made a sound."""
    sent = [each for each in town.telegram.requests if each.params.get("chat_id") == person.id]
    return [not each.params.get("disable_notification") for each in sent if each.method.startswith("send")]


async def test_until_the_morning_nothing_makes_a_sound_but_danger(either_town: Town, pair: Talk) -> None:
    town, ivan, olena = either_town, pair.ivan, pair.olena
    await until_morning(ivan)
    before = len(sounds(town, ivan))
    await olena.says("Ще одне")
    await olena.sends_album([Part("photo", "Двір"), Part("photo")])
    await olena.sends(Part("document", "Ось", "виписка.pdf", b"%PDF-1 nothing"))
    await asks(olena, "Друге питання")
    await town.passes(seconds=6)
    for text in ("Ще одне", "Двір", "Ось", "Друге питання"):
        await ivan.sees(text, anywhere=True)
    assert len(sounds(town, ivan)) > before + 3
    assert not any(sounds(town, ivan)[before:])
    await olena.says(BEATS, reply_to=await olena.sees("Друге питання", anywhere=True))
    await ivan.sees(DANGER, anywhere=True)
    assert not silent(town, ivan, DANGER)
    await town.passes(hours=22, minutes=1)
    before = len(sounds(town, ivan))
    await asks(olena, "Третє питання")
    assert sounds(town, ivan)[before:] == [True]


async def test_each_day_it_is_quiet_in_the_same_hours_and_the_cabinet_says_so(town: Town) -> None:
    here = await talk(town)
    await each_night(here.ivan)
    await here.olena.says("Удень")
    await here.ivan.sees("Удень")
    assert not silent(town, here.ivan, "Удень")
    await here.ivan.says("Мій кабінет")
    page = await here.ivan.sees("Щодня тихо з 22:00 до 07:00.")
    assert "Тихо до" not in page.text
    for night in ("Перша ніч", "Друга ніч"):
        await town.passes(hours=13)  # eleven in the evening
        await here.olena.says(night)
        await here.ivan.sees(night)
        assert silent(town, here.ivan, night)
        await town.passes(hours=11)
    await town.passes(hours=13)
    await here.ivan.says("Мій кабінет")
    await here.ivan.sees("Тихо до 07:00.\nЩодня тихо з 22:00 до 07:00.")


async def test_it_ends_by_a_press(town: Town) -> None:
    here = await talk(town)
    await until_morning(here.ivan)
    await here.ivan.presses("Вимкнути тишу")
    page = await here.ivan.sees("Зараз повідомлення звучать.")
    assert "Вимкнути тишу" not in page.buttons
    await here.olena.says("Ще одне")
    await here.ivan.sees("Ще одне")
    assert not silent(town, here.ivan, "Ще одне")


async def test_what_the_officer_asks_for_makes_the_sound_that_it_made_before(town: Town) -> None:
    here = await talk(town)
    await until_morning(here.ivan)
    before = len(sounds(town, here.ivan))
    await here.ivan.says("Мій кабінет")
    await here.ivan.sees("Тихо до 08:00.")
    assert sounds(town, here.ivan)[before:] == [True]


async def test_its_clocks_run_and_the_coordinator_is_told_as_ever(town: Town) -> None:
    here = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_quiet(here.ivan)
    await here.ivan.presses("Щодня в ті самі години")
    await here.ivan.presses("08:00")
    await here.ivan.presses("20:00")
    await town.passes(days=3, hours=8, minutes=5)
    assert times_seen(here.ivan, DUE) == 1
    assert silent(town, here.ivan, DUE)
    await town.passes(days=3)
    assert times_seen(olha, LATE) == 1
    assert not silent(town, olha, LATE)


async def test_a_stand_in_has_a_quiet_time_of_their_own(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    await until_morning(ivan)
    await goes_away(ivan)
    await asks(olena, "Хто відповідає за вулицю?")
    assert not silent(town, maria, "Хто відповідає за вулицю?")
    await until_morning(maria)
    await asks(olena, "Друге питання")
    assert silent(town, maria, "Друге питання")


async def test_a_notice_makes_no_sound_but_that_people_have_to_leave(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    maria = await town.resident("Марія")
    await town.stored(
        """insert into officers(person_id, rank, name, position, created_at)
           select person_id, 'майор поліції', 'Марія Коваль', 'pog', 0 from residents"""
    )
    await town.stored("insert into assignments(officer_id, area_id, since) select max(id), 1, 0 from officers")
    await until_morning(maria)
    await sends(ivan)
    await maria.sees(WORDS, anywhere=True)
    assert silent(town, maria, WORDS)
    await sends(ivan, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    await maria.sees("Виїзд о 12:00", anywhere=True)
    assert not silent(town, maria, "Виїзд о 12:00")


async def test_a_former_officer_has_no_quiet_time(town: Town) -> None:
    here = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await until_morning(here.ivan)
    before = len(sounds(town, here.ivan))
    await dismisses(town, olha)
    await here.ivan.sees("Ви більше не працюєте", anywhere=True)
    assert sounds(town, here.ivan)[before:] == [True] * len(sounds(town, here.ivan)[before:]) != []


async def test_nobody_else_sets_one_and_no_hours_that_a_day_does_not_have(town: Town) -> None:
    here = await talk(town)
    for button in (QuietPage(), QuietUntilMorning(), QuietDaily(22, 9)):
        await here.olena.forges(button.pack(), on=here.olena.last)
        await town.settled()
    await opens_quiet(here.ivan)
    for wrong in (QuietDaily(25, 3), QuietDaily(22, 0), AskQuietEnd(99)):
        await here.ivan.forges(wrong.pack(), on=here.ivan.last)
        await town.settled()
    assert await town.stored("select person_id from quiet_times") == []
