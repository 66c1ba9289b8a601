"""Overdue is not silent: the officer is reminded before an answer is due and when it is, then the coordinator; the
resident is told once that it takes longer.

It is Tuesday, 24 November 2026, ten in the morning: an answer is due on Friday, 27 November, at six.
"""

from dataclasses import replace

import pytest

from simulator import Person
from tests.stories.cases import Talk, asks, closes, reports, talk
from tests.stories.notices import another_community, silent
from tests.stories.pauses import opens_history, pauses_it
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA
from tests.stories.reminders import times_seen
from tests.town import Town

SOON, DUE, LONGER = "Скоро строк відповіді.", "Строк відповіді минув.", "Відповідь затримується."
LATE = "Офіцер не відповідає понад строк"
NUMBER = "КШ-2026-000001"


@pytest.fixture
async def pair(either_town: Town) -> Talk:
    return await talk(either_town)


async def to_the_morning(town: Town) -> None:
    """Friday, five past nine."""
    await town.passes(days=2, hours=23, minutes=5)


async def to_the_evening(town: Town) -> None:
    """From there to five past six."""
    await town.passes(hours=9)


async def test_the_officer_is_reminded_quietly_before_it_is_due_and_again_when_it_is(
    either_town: Town, pair: Talk
) -> None:
    town = either_town
    await town.passes(days=2, hours=22, minutes=55)
    assert times_seen(pair.ivan, SOON) == 0
    await town.passes(minutes=10)
    assert times_seen(pair.ivan, SOON) == 1
    assert silent(town, pair.ivan, SOON)
    await town.passes(hours=8)
    assert times_seen(pair.ivan, SOON) == 1
    assert times_seen(pair.ivan, DUE) == times_seen(pair.olena, LONGER) == 0
    await town.passes(hours=1)
    assert times_seen(pair.ivan, DUE) == 1
    assert not silent(town, pair.ivan, DUE)
    letter = await pair.ivan.sees(DUE)
    assert letter.text.startswith(NUMBER)
    await pair.ivan.presses(NUMBER, on=letter)
    await pair.ivan.sees("Хто відповідає за вулицю?")
    await town.passes(hours=20)
    assert (times_seen(pair.ivan, SOON), times_seen(pair.ivan, DUE)) == (1, 1)


async def test_the_resident_hears_once_that_it_takes_longer_with_a_date_and_after_that_no_date_is_promised(
    town: Town,
) -> None:
    here = await talk(town)
    await here.olena.presses("Мої звернення")
    await here.olena.presses("000001 · Запитання · У роботі")
    await here.olena.sees("Відповідь зазвичай приходить до 27 листопада.")
    await to_the_morning(town)
    await to_the_evening(town)
    letter = await here.olena.sees(LONGER)
    assert letter.text == f"{NUMBER}\n{LONGER} Чекайте її до 2 грудня."
    await here.olena.presses("Відкрити звернення", on=letter)
    await here.olena.sees("Відповідь зазвичай приходить до 2 грудня.")
    await town.passes(days=7)
    await here.olena.presses("Мої звернення")
    await here.olena.presses("000001 · Запитання · У роботі", on=await here.olena.sees("Оберіть звернення"))
    await town.settled()
    assert "приходить до" not in here.olena.last.text
    assert times_seen(here.olena, LONGER) == 0  # the letter has become the case, and no other came


async def test_a_working_day_later_the_coordinator_hears_who_does_not_answer(either_town: Town, pair: Talk) -> None:
    town = either_town
    olha, other = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", DNIPRO)
    await to_the_morning(town)
    await to_the_evening(town)
    await town.passes(days=2)
    assert times_seen(olha, LATE) == 0
    await town.passes(days=1)
    letter = await olha.sees(LATE)
    assert "капітан поліції Іван Петренко\nСтрок минув: 27 листопада" in letter.text
    assert "вулицю" not in letter.text
    assert times_seen(other, LATE) == times_seen(pair.ivan, LATE) == 0
    await olha.presses("Усі прострочені", on=letter)
    page = await olha.sees("Прострочені звернення")
    assert NUMBER in page.text
    assert NUMBER not in page.buttons  # its officer can be reached: it is not hers to read
    await olha.presses("капітан поліції Іван Петренко")
    await olha.sees("Іван Петренко", anywhere=True)
    await town.passes(days=4)
    assert times_seen(olha, LATE) == 1


async def test_what_was_answered_closed_or_paused_brings_no_reminder(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena, taras, maria = [await town.resident(name) for name in ("Олена", "Тарас", "Марія")]
    for person, words in ((olena, "Перше"), (taras, "Друге"), (maria, "Третє")):
        await asks(person, words)
        await ivan.presses("Прийняти")
        await town.settled()
    await opens_history(ivan)
    await ivan.says("Завтра.", reply_to=await ivan.sees("Перше", anywhere=True))
    await taras.presses("Мої звернення")
    await taras.presses("000002 · Запитання · У роботі")
    await taras.presses("Закрити")
    await taras.presses("Так, закрити")
    await pauses_it(town, ivan, "7 днів")
    await to_the_morning(town)
    await to_the_evening(town)
    assert times_seen(ivan, SOON) == times_seen(ivan, DUE) == 0
    assert [times_seen(each, LONGER) for each in (olena, taras, maria)] == [0, 0, 0]
    await town.passes(days=4)  # the pause is over
    assert times_seen(ivan, DUE) == times_seen(maria, LONGER) == 1
    assert (await ivan.sees(DUE, anywhere=True)).text.startswith("КШ-2026-000003")


async def test_a_clock_that_starts_again_reminds_again(town: Town) -> None:
    here = await talk(town)
    await to_the_morning(town)
    await here.ivan.says("Завтра.", reply_to=await here.ivan.sees("Хто відповідає за вулицю?", anywhere=True))
    await here.olena.says("А коли саме?", reply_to=await here.olena.sees("Завтра."))
    await town.passes(hours=9)
    assert times_seen(here.ivan, DUE) == 0
    await town.passes(days=4, hours=15)  # Wednesday
    assert times_seen(here.ivan, SOON) == 2
    await town.passes(hours=9)
    assert times_seen(here.ivan, DUE) == times_seen(here.olena, LONGER) == 1


async def test_a_reopened_case_is_waited_for_again(town: Town) -> None:
    here = await talk(town)
    await closes(here)
    await town.passes(days=3)
    await here.olena.presses("Відкрити повторно")
    await town.passes(days=6)
    assert times_seen(here.ivan, DUE) == 1


async def test_many_that_are_due_come_in_one_letter(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    for number in range(8):
        await asks(olena, f"Питання {number}")
    await to_the_morning(town)
    await to_the_evening(town)
    letter = await ivan.sees(DUE)
    assert times_seen(ivan, DUE) == 1
    assert letter.text.count("КШ-2026-") == 6
    assert "Ще: 2" in letter.text
    await ivan.presses("Усі такі звернення", on=letter)
    await ivan.sees("Прострочені", anywhere=True)


async def test_a_coordinator_turns_the_pages_of_what_is_overdue(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    for number in range(10):
        await asks(olena, f"Питання {number}")
    await town.passes(days=6)
    await olha.says("Координатор")
    await olha.presses("Прострочені: 10")
    page = await olha.sees("Прострочені звернення")
    assert page.text.count("КШ-2026-") == 8
    assert page.buttons.count("Комишуваська селищна громада") == 1  # nobody has taken one
    await olha.presses("Далі ›")
    await town.settled()
    assert page.text.count("КШ-2026-") == 2
    await olha.presses("‹ Раніше")
    await town.settled()
    assert page.text.count("КШ-2026-") == 8


async def test_no_reminder_comes_at_night(town: Town) -> None:
    here = await talk(town)
    await town.passes(days=3, hours=12)
    assert times_seen(here.ivan, DUE) == 0
    await town.passes(hours=11)
    assert times_seen(here.ivan, DUE) == 1


async def test_a_process_that_dies_reminds_nobody_twice(either_town: Town, pair: Talk) -> None:
    town = either_town
    await to_the_morning(town)
    async with town.another_process():
        await town.passes(minutes=5)
        await to_the_evening(town)
        await town.passes(minutes=5)
    assert (times_seen(pair.ivan, SOON), times_seen(pair.ivan, DUE), times_seen(pair.olena, LONGER)) == (1, 1, 1)


async def test_an_officer_who_serves_no_more_is_not_reminded(town: Town) -> None:
    here = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await town.stored("update assignments set until = 1")
    await to_the_morning(town)
    assert times_seen(here.ivan, SOON) == 0
    assert times_seen(olha, SOON) == 1  # the case is the coordinators'


async def test_of_a_complaint_only_those_hear_who_may_read_it(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select person_id, 'coordinator', 'oblast', :oblast, 0 from officers""",
        oblast=ZAPORIZHZHIA,
    )
    olena = await town.resident("Олена")
    await reports(olena, "Скарга на офіцера", "Він не приїхав")
    await to_the_morning(town)
    await to_the_evening(town)
    await town.passes(days=3)
    assert [times_seen(olha, each) for each in (SOON, DUE, LATE)] == [1, 1, 1]
    assert [times_seen(ivan, each) for each in (SOON, DUE, LATE, NUMBER)] == [0, 0, 0, 0]
    assert "Скарга" not in (await olha.sees(DUE, anywhere=True)).text


async def test_a_discreet_case_is_not_named_and_its_resident_gets_no_letter_about_it(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради")
    await olena.presses("Надіслати без імені")
    await olena.sees("Надіслано: КШ-")
    await to_the_morning(town)
    await to_the_evening(town)
    assert "Насильство" not in (await ivan.sees(DUE)).text
    assert times_seen(olena, LONGER) == 0
    await olena.presses("Мої звернення")
    await olena.presses("000001 · Повідомлення · Нове", on=await olena.sees("Оберіть звернення"))
    await olena.sees("Відповідь зазвичай приходить до 30 листопада.")  # its term is of hours


async def test_thanks_are_waited_for_by_nobody(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await reports(olena, "Подяка", "Дякую!")
    await to_the_morning(town)
    await to_the_evening(town)
    assert times_seen(ivan, SOON) == times_seen(ivan, DUE) == times_seen(olena, LONGER) == 0


async def test_english_readers_are_told_in_english(town: Town) -> None:
    here = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await town.stored("update persons set language = 'en'")
    await to_the_morning(town)
    await to_the_evening(town)
    await here.ivan.sees("The answer is overdue.", anywhere=True)
    await here.olena.sees("The answer is late. Expect it by 2 December.", anywhere=True)
    await town.passes(days=3)
    await olha.sees("The officer has not answered in time")


# In the morning.


def lines(person: Person) -> list[str]:
    return [bubble.text for bubble in person.chat if bubble.text.startswith("Чекають: ")]


async def test_on_working_days_each_officer_reads_how_much_waits_and_opens_the_list(either_town: Town) -> None:
    town = either_town
    here = await talk(town)
    await asks(here.olena, "Друге")
    maria = await town.officer("Марія", await town.area("UA07080210000090779"))
    await town.passes(minutes=5)
    assert lines(here.ivan) == []
    await town.passes(hours=22, minutes=50)
    assert lines(here.ivan) == []
    await town.passes(minutes=10)
    assert lines(here.ivan) == ["Чекають: 2"]
    assert silent(town, here.ivan, "Чекають: 2")
    assert lines(maria) == lines(here.olena) == []
    await town.passes(days=3)  # Saturday
    assert len(lines(here.ivan)) == 1
    await town.passes(days=2)
    assert lines(here.ivan)[1:] == ["Чекають: 2, прострочено: 2"]
    await here.ivan.presses("Прострочені: 2", on=await here.ivan.sees("прострочено: 2", anywhere=True))
    await here.ivan.sees("Прострочені", anywhere=True)
    await town.passes(hours=5)
    assert len(lines(here.ivan)) == 1  # that of today has become the list


async def test_the_coordinators_daily_letter_says_what_is_overdue_and_where_there_is_no_officer(town: Town) -> None:
    await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await another_community(town)
    await to_the_morning(town)
    assert "Прострочено" not in (await olha.sees("Підсумок дня", anywhere=True)).text
    await town.passes(days=1)
    letter = olha.last
    assert "Прострочено звернень: 1\nНе відповідає: капітан поліції Іван Петренко, звернень: 1" in letter.text
    assert "Громад без офіцера: 1" in letter.text
    await olha.presses("Прострочені: 1", on=letter)
    await olha.sees("Прострочені звернення")
    await olha.presses("Громади без офіцера: 1", on=letter)
    page = await olha.sees("Громади без офіцера", anywhere=True)
    assert len(page.buttons) == 2


async def test_both_are_off_by_a_setting(town: Town) -> None:
    policy = town.app.store.policy
    off = replace(policy, cases=replace(policy.cases, reminders=False, morning_lines=False))
    object.__setattr__(town.app.store, "policy", off)
    here = await talk(town)
    await to_the_morning(town)
    await to_the_evening(town)
    assert times_seen(here.ivan, SOON) == times_seen(here.ivan, DUE) == times_seen(here.olena, LONGER) == 0
    assert lines(here.ivan) == []
