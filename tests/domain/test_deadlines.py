"""The clock of an answer: its reminders come in order, each once and never too early; an answer in time brings none."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import deadlines
from bot.domain.cases import Act, Case, Category, Reminder, Side, Status, moved
from bot.domain.deadlines import next_reminder_at, promised, reminded, reminder_due
from bot.domain.working_days import working_days_after
from tests.domain.test_cases import NOW, TIMES, case

DAY = timedelta(days=1)
categories = st.one_of(st.none(), st.sampled_from([each for each in Category if each is not Category.THANKS]))
# How long it takes each time until the clock is looked at.
waits = st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=4)), max_size=30)


def sent(category: Category | None = None, at: datetime = NOW) -> Case:
    draft = replace(case(Status.DRAFT), category=category, answer_due=None)
    return moved(draft, Act.SEND, Side.RESIDENT, at, TIMES)


def followed(waiting: Case, looks: list[timedelta]) -> tuple[Case, list[tuple[Reminder, datetime]]]:
    """The case after the clock was looked at so often, and which reminders were sent when."""
    now, told = NOW, list[tuple[Reminder, datetime]]()
    for each in looks:
        now += each
        if (reminder := reminder_due(waiting, now)) is not None:
            waiting = reminded(waiting, reminder, now)
            told.append((reminder, now))
    return waiting, told


@given(categories, waits)
def test_reminders_come_in_order_each_once_and_never_too_early(
    category: Category | None, looks: list[timedelta]
) -> None:
    waiting = sent(category)
    due = waiting.answer_due
    assert due is not None
    _, told = followed(waiting, looks)
    order = [each for each, _ in told]
    assert order == sorted(set(order), key=list(Reminder).index)
    at = dict(told)
    assert at.get(Reminder.SOON, due) >= due - deadlines.USUAL.soon
    assert at.get(Reminder.SOON, NOW) < due
    assert at.get(Reminder.DUE, due) >= due
    if Reminder.LATE in at:
        assert at[Reminder.LATE] >= working_days_after(at[Reminder.DUE], 1) > due


@given(waits)
def test_none_is_left_out_in_the_end_but_the_first_where_it_comes_too_late(looks: list[timedelta]) -> None:
    waiting, told = followed(sent(), [*looks, *[DAY] * 12])
    assert [each for each, _ in told if each is not Reminder.SOON] == [Reminder.DUE, Reminder.LATE]
    assert next_reminder_at(waiting) is None


@given(waits, st.sampled_from([Act.ANSWER, Act.ASK, Act.CLOSE, Act.DECLINE]))
def test_what_was_answered_or_has_ended_is_not_reminded_of(looks: list[timedelta], act: Act) -> None:
    waiting, _ = followed(sent(), looks)
    after = moved(waiting, act, Side.OFFICER, NOW + 100 * DAY, TIMES)
    assert next_reminder_at(after) is None
    assert promised(after, NOW) is None


@given(waits)
def test_a_clock_that_starts_again_begins_with_the_first_reminder(looks: list[timedelta]) -> None:
    waiting, _ = followed(sent(), looks)
    later = NOW + 150 * DAY
    answered = moved(waiting, Act.ANSWER, Side.OFFICER, later, TIMES)
    closed = moved(answered, Act.CLOSE, Side.OFFICER, later, TIMES)
    for again in (
        moved(answered, Act.FOLLOW_UP, Side.RESIDENT, later, TIMES),
        moved(closed, Act.REOPEN, Side.RESIDENT, later, TIMES),
    ):
        assert again.answer_due == working_days_after(later, TIMES.answer_in_working_days)
        assert next_reminder_at(again) == again.answer_due - deadlines.USUAL.soon
        assert promised(again, later) == again.answer_due


@given(waits)
def test_a_question_asked_again_does_not_put_reminders_off(looks: list[timedelta]) -> None:
    waiting, _ = followed(sent(), looks)
    accepted = moved(waiting, Act.ACCEPT, Side.OFFICER, NOW, TIMES)
    again = moved(accepted, Act.FOLLOW_UP, Side.RESIDENT, NOW + 99 * DAY, TIMES)
    assert next_reminder_at(again) == next_reminder_at(waiting)


@given(waits, st.timedeltas(timedelta(0), timedelta(days=60)))
def test_no_date_is_promised_that_has_passed_and_two_at_most(looks: list[timedelta], later: timedelta) -> None:
    waiting, told = followed(sent(), looks)
    date = promised(waiting, NOW + later)
    assert date is None or date >= NOW + later
    said = dict(told).get(Reminder.DUE)
    assert date in {None, waiting.answer_due if said is None else working_days_after(said, 3)}


def test_thanks_have_no_clock() -> None:
    thanks = sent(Category.THANKS)
    assert next_reminder_at(thanks) is None
    assert promised(thanks, NOW) is None


def test_every_category_has_its_times() -> None:
    assert {*deadlines.TIMES} == {*Category}
