"""A case is not only answered but resolved: its desk is reminded before that is due and when it is, then the
coordinator. The time in which it waits for its resident does not count; its resident is promised nothing, unless the
operator does.

It is Tuesday, 24 November 2026, ten in the morning: a question is due to be resolved on Tuesday, 8 December, at six,
and a first reminder comes on Friday, 4 December, at nine.
"""

from dataclasses import replace

import pytest

from bot.domain.policy import DueTimes, Term
from simulator import Person
from tests.stories.absences import goes_away, two_officers
from tests.stories.cases import Talk, asks, opens_case, reports, talk
from tests.stories.notices import silent
from tests.stories.pauses import pauses_it
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.reminders import times_seen
from tests.town import Town

SOON, DUE, LATE = "Скоро строк вирішення.", "Строк вирішення минув. Вирішене закрийте.", "Звернення не вирішено в строк"
NUMBER = "КШ-2026-000001"


@pytest.fixture
async def answered(either_town: Town) -> Talk:
    """Olena's question, answered and left open."""
    pair = await talk(either_town)
    await answers(pair, "Завтра з'ясую.")
    return pair


async def answers(pair: Talk, words: str) -> None:
    await pair.ivan.says(words, reply_to=await pair.ivan.sees("Хто відповідає за вулицю?", anywhere=True))
    await pair.olena.sees(words)


async def to_the_first_reminder(town: Town) -> None:
    """Friday, five past nine."""
    await town.passes(days=9, hours=23, minutes=5)


async def to_the_last_day(town: Town) -> None:
    """From there to Tuesday, five past six in the evening."""
    await town.passes(days=4, hours=9)


async def to_the_coordinator(town: Town) -> None:
    """And to Wednesday's."""
    await town.passes(days=1)


def seen(person: Person) -> list[int]:
    return [times_seen(person, each) for each in (SOON, DUE, LATE)]


async def test_what_was_answered_and_left_open_is_reminded_of_before_it_is_due_and_when_it_is(
    either_town: Town, answered: Talk
) -> None:
    town, ivan = either_town, answered.ivan
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await to_the_first_reminder(town)
    assert (seen(ivan), silent(town, ivan, SOON)) == ([1, 0, 0], True)
    assert "Вирішити до: 8 грудня" in (await ivan.sees(SOON)).text
    await to_the_last_day(town)
    assert (seen(ivan), silent(town, ivan, DUE)) == ([1, 1, 0], False)
    assert seen(olha) == [0, 0, 0]
    letter = await ivan.sees(DUE)
    assert letter.text.startswith(NUMBER)
    await ivan.presses("Усі такі звернення", on=letter)
    page = await ivan.sees("Прострочені", anywhere=True)
    assert "вирішити до: 8 грудня 2026 р., 18:00 · прострочено" in page.text
    await to_the_coordinator(town)
    assert (seen(ivan)[0], seen(olha)) == (1, [0, 0, 1])
    letter = await olha.sees(LATE)
    assert "капітан поліції Іван Петренко\nСтрок вирішення минув: 8 грудня" in letter.text
    await olha.presses("Усі прострочені", on=letter)
    assert "Строк вирішення минув: 8 грудня" in (await olha.sees("Прострочені звернення")).text
    await town.passes(days=9)
    assert seen(olha)[2] == 1


async def test_the_card_says_both_times_and_the_resident_is_promised_an_answer_alone(town: Town) -> None:
    here = await talk(town)
    card = await here.ivan.sees(
        "Відповісти до: 27 листопада 2026 р., 18:00\nВирішити до: 8 грудня 2026 р., 18:00", anywhere=True
    )
    await opens_case(here)
    screen = await here.olena.sees("приходить до 27 листопада")
    assert "8 грудня" not in screen.text
    await answers(here, "Завтра.")
    assert "Вирішити до: 8 грудня" in card.text
    assert "Відповісти до" not in card.text


async def test_a_resident_is_told_by_when_it_is_resolved_where_the_operator_promises_that(town: Town) -> None:
    sets(town, resolution_promised=True)
    here = await talk(town)
    assert "Вирішити звернення мають до 8 грудня." in (await here.olena.sees("Надіслано: КШ-", anywhere=True)).text
    await opens_case(here)
    await here.olena.sees("Вирішити звернення мають до 8 грудня.")


async def test_the_time_in_which_it_waits_for_its_resident_does_not_count(either_town: Town, answered: Talk) -> None:
    town, ivan, olena = either_town, answered.ivan, answered.olena
    await ivan.presses("Запитати", on=await ivan.sees("Вирішити до", anywhere=True))
    await ivan.says("Яка це вулиця?")
    question = await olena.sees("Яка це вулиця?")
    await town.settled()
    assert all("Вирішити до" not in bubble.text for bubble in ivan.chat)
    await to_the_first_reminder(town)
    await to_the_last_day(town)
    assert seen(ivan) == [0, 0, 0]  # Tuesday, 8 December, after hours: ten days and eight hours were left
    await olena.says("Садова", reply_to=question)
    await ivan.sees("Вирішити до: 23 грудня 2026 р., 17:00", anywhere=True)
    await town.passes(days=9, hours=14, minutes=50)
    assert seen(ivan) == [0, 0, 0]


async def test_what_is_closed_is_reminded_of_no_more_and_reopened_it_begins_again(town: Town) -> None:
    here = await talk(town)
    await answers(here, "Завтра.")
    await here.ivan.presses("Закрити", on=await here.ivan.sees("Вирішити до", anywhere=True))
    await town.settled()
    await to_the_first_reminder(town)
    assert seen(here.ivan) == [0, 0, 0]
    await here.olena.presses("Відкрити повторно")
    await here.ivan.sees("Вирішити до: 18 грудня 2026 р., 18:00", anywhere=True)


async def test_a_paused_case_is_not_reminded_of_before_its_pause_is_over(town: Town) -> None:
    here = await talk(town)
    await answers(here, "Завтра.")
    await town.passes(days=5)
    await pauses_it(town, here.ivan, "7 днів")
    await town.passes(days=4, hours=23, minutes=5)
    assert seen(here.ivan) == [0, 0, 0]
    await town.passes(days=3)
    assert seen(here.ivan) == [1, 0, 0]


async def test_many_come_in_one_letter(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    for number in range(3):
        await asks(olena, f"Питання {number}")
    await to_the_first_reminder(town)
    await to_the_last_day(town)
    assert seen(ivan) == [1, 1, 0]
    assert (await ivan.sees(DUE)).text.count("КШ-2026-") == 3


async def test_while_the_officer_is_away_the_stand_in_is_reminded(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await ivan.presses("Прийняти")
    await answers(Talk(olena, ivan), "Завтра.")
    await goes_away(ivan)
    await to_the_first_reminder(town)
    assert (seen(ivan), seen(maria)) == ([0, 0, 0], [1, 0, 0])


async def test_thanks_are_not_to_be_resolved_and_the_operator_may_set_no_time_at_all(town: Town) -> None:
    sets(town, due_times={"question": DueTimes(Term(days=3), None)})
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await reports(olena, "Подяка", "Дякую!")
    await asks(olena, "Хто відповідає за вулицю?")
    assert await town.stored("select resolve_due from cases") == [{"resolve_due": None}] * 2
    await ivan.presses("Прийняти")
    await town.settled()
    assert all("Вирішити до" not in bubble.text for bubble in ivan.chat)


async def test_other_settings_are_for_new_waits_alone(town: Town) -> None:
    here = await talk(town)
    sets(town, due_times={"question": DueTimes(Term(hours=2), Term(days=5))})
    assert "8 грудня" in (await here.ivan.sees("Відповісти до: 27 листопада", anywhere=True)).text
    await answers(here, "Завтра.")
    await here.olena.says("А коли?", reply_to=await here.olena.sees("Завтра."))
    card = await here.ivan.sees("Відповісти до: 24 листопада 2026 р., 12:00", anywhere=True)
    assert "Вирішити до: 8 грудня" in card.text


async def test_an_answer_in_hours_is_reminded_of_at_half_of_them_and_the_coordinator_as_much_later(town: Town) -> None:
    sets(town, due_times={"question": DueTimes(Term(hours=4), None)})
    here = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    told = ("Скоро строк відповіді.", "Строк відповіді минув.")
    assert "приходить до 24 листопада" in (await here.olena.sees("Надіслано: КШ-", anywhere=True)).text
    await town.passes(hours=1, minutes=55)
    assert [times_seen(here.ivan, each) for each in told] == [0, 0]
    await town.passes(minutes=10)
    assert [times_seen(here.ivan, each) for each in told] == [1, 0]
    await town.passes(hours=2)
    assert [times_seen(here.ivan, each) for each in told] == [1, 1]
    await here.olena.sees("Відповідь затримується. Чекайте її до 25 листопада.", anywhere=True)
    await town.passes(hours=4)  # after hours
    assert times_seen(olha, "Офіцер не відповідає понад строк") == 0
    await town.passes(hours=15)
    assert times_seen(olha, "Офіцер не відповідає понад строк") == 1


def sets(town: Town, **changes: object) -> None:
    """The operator's decisions about cases, from now on."""
    policy = town.app.store.policy
    cases = replace(policy.cases, **changes)  # type: ignore[arg-type]  # as its fields are
    object.__setattr__(town.app.store, "policy", replace(policy, cases=cases))
