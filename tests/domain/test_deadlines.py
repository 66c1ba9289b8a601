"""The clocks of a case: the reminders of each come in order, each once and never too early; what was done in time
brings none. The clock of the resolution stands still while the case waits for its resident.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import OPEN, Act, Case, Category, Kind, Reminder, Side, Status, moved
from bot.domain.deadlines import (
    CaseClock,
    next_reminder_at,
    promised,
    reminded,
    reminder_due,
    resolution_promised,
    running,
    soon_at,
)
from bot.domain.policy import DueTimes, Term
from bot.domain.working_time import between, due_after
from tests.domain.test_cases import NOW, TIMES, case

DAY = timedelta(days=1)
WORKING = TIMES.working_time
categories = st.one_of(st.none(), st.sampled_from([each for each in Category if each is not Category.THANKS]))
# How long it takes each time until the clocks are looked at.
waits = st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=4)), max_size=30)
clocks = st.sampled_from(CaseClock)
acts = st.lists(
    st.tuples(
        st.sampled_from([Act.ACCEPT, Act.ASK, Act.ANSWER, Act.FOLLOW_UP, Act.TRANSFER, Act.CLOSE, Act.REOPEN]),
        st.timedeltas(timedelta(minutes=1), timedelta(days=4)),
    ),
    max_size=12,
)
Told = list[tuple[Reminder, datetime]]


def sent(category: Category | None = None, at: datetime = NOW) -> Case:
    draft = replace(case(Status.DRAFT), category=category, answer_due=None)
    return moved(draft, Act.SEND, Side.RESIDENT, at, TIMES)


def followed(waiting: Case, looks: list[timedelta]) -> tuple[Case, dict[CaseClock, Told]]:
    """The case after its clocks were looked at so often, and which reminders were sent when."""
    now, told = NOW, {clock: Told() for clock in CaseClock}
    for each in looks:
        now += each
        for clock in CaseClock:
            if (reminder := reminder_due(waiting, clock, now, TIMES)) is not None:
                waiting = reminded(waiting, clock, reminder, now)
                told[clock].append((reminder, now))
    return waiting, told


@given(categories, clocks, waits)
def test_reminders_come_in_order_each_once_and_never_too_early(
    category: Category | None, clock: CaseClock, looks: list[timedelta]
) -> None:
    waiting = sent(category)
    begun = running(waiting, clock, TIMES)
    assert begun is not None
    due, term = begun.due, begun.term
    _, followed_by = followed(waiting, looks)
    told = followed_by[clock]
    order = [each for each, _ in told]
    assert order == sorted(set(order), key=list(Reminder).index)
    at = dict(told)
    assert NOW < soon_at(due, term, WORKING) < due
    assert at.get(Reminder.SOON, due) >= soon_at(due, term, WORKING)
    assert at.get(Reminder.SOON, NOW) < due
    assert at.get(Reminder.DUE, due) >= due
    if Reminder.LATE in at:
        after = Term(days=1) if term.days else term
        assert at[Reminder.LATE] >= due_after(at[Reminder.DUE], after, WORKING) > due


@given(categories, waits)
def test_none_is_left_out_in_the_end_but_the_first_where_it_comes_too_late(
    category: Category | None, looks: list[timedelta]
) -> None:
    waiting, told = followed(sent(category), [*looks, *[DAY] * 40])
    for clock in CaseClock:
        assert [each for each, _ in told[clock] if each is not Reminder.SOON] == [Reminder.DUE, Reminder.LATE]
    assert next_reminder_at(waiting, TIMES) is None


@given(categories, waits)
def test_a_reminder_is_due_at_the_time_that_is_stored_and_not_before(
    category: Category | None, looks: list[timedelta]
) -> None:
    waiting, _ = followed(sent(category), looks)
    at = next_reminder_at(waiting, TIMES)
    if at is not None:
        assert any(reminder_due(waiting, clock, at, TIMES) for clock in CaseClock)
        assert not any(reminder_due(waiting, clock, at - timedelta(seconds=1), TIMES) for clock in CaseClock)


@given(waits, st.sampled_from([Act.ANSWER, Act.ASK, Act.CLOSE, Act.DECLINE]))
def test_what_was_answered_or_has_ended_is_not_reminded_of(looks: list[timedelta], act: Act) -> None:
    waiting, _ = followed(sent(), looks)
    after = moved(waiting, act, Side.OFFICER, NOW + 100 * DAY, TIMES)
    assert running(after, CaseClock.ANSWER, TIMES) is None
    assert (running(after, CaseClock.RESOLUTION, TIMES) is not None) == (act is Act.ANSWER)
    assert promised(after, NOW, TIMES) is None


@given(waits)
def test_a_clock_that_starts_again_begins_with_the_first_reminder(looks: list[timedelta]) -> None:
    waiting, _ = followed(sent(), looks)
    later = NOW + 150 * DAY
    answered = moved(waiting, Act.ANSWER, Side.OFFICER, later, TIMES)
    closed = moved(answered, Act.CLOSE, Side.OFFICER, later, TIMES)
    reopened = moved(closed, Act.REOPEN, Side.RESIDENT, later, TIMES)
    usual = TIMES.usual_due_times
    for again in (moved(answered, Act.FOLLOW_UP, Side.RESIDENT, later, TIMES), reopened):
        clock = running(again, CaseClock.ANSWER, TIMES)
        assert clock is not None
        assert clock.due == due_after(later, usual.answer, WORKING)
        assert (clock.reminded, clock.told_at) == (None, None)
        assert promised(again, later, TIMES) == again.answer_due
    assert usual.resolution is not None
    assert reopened.resolve_due == due_after(later, usual.resolution, WORKING)
    assert (reopened.resolve_reminded, reopened.resolve_told_at) == (None, None)
    assert next_reminder_at(reopened, TIMES) == soon_at(due_after(later, usual.answer, WORKING), usual.answer, WORKING)


@given(waits)
def test_a_question_asked_again_does_not_put_reminders_off(looks: list[timedelta]) -> None:
    waiting, _ = followed(sent(), looks)
    accepted = moved(waiting, Act.ACCEPT, Side.OFFICER, NOW, TIMES)
    again = moved(accepted, Act.FOLLOW_UP, Side.RESIDENT, NOW + 99 * DAY, TIMES)
    assert next_reminder_at(again, TIMES) == next_reminder_at(waiting, TIMES)


@given(waits, st.timedeltas(timedelta(0), timedelta(days=60)))
def test_no_date_is_promised_that_has_passed_and_two_at_most(looks: list[timedelta], later: timedelta) -> None:
    waiting, told = followed(sent(), looks)
    date = promised(waiting, NOW + later, TIMES)
    assert date is None or date >= NOW + later
    said = dict(told[CaseClock.ANSWER]).get(Reminder.DUE)
    assert date in {None, waiting.answer_due if said is None else due_after(said, Term(days=3), WORKING)}


def test_no_resolution_is_promised_but_by_the_operator() -> None:
    waiting, promising = sent(), replace(TIMES, resolution_promised=True)
    due = waiting.resolve_due
    assert due is not None
    assert resolution_promised(waiting, NOW, TIMES) is None
    assert resolution_promised(waiting, NOW, promising) == due
    assert resolution_promised(waiting, due + DAY, promising) is None
    asked = moved(waiting, Act.ASK, Side.OFFICER, NOW, TIMES)
    assert resolution_promised(asked, NOW, promising) is None


def test_thanks_have_no_clock() -> None:
    thanks = sent(Category.THANKS)
    assert next_reminder_at(thanks, TIMES) is None
    assert promised(thanks, NOW, TIMES) is None


@given(acts)
def test_a_case_is_resolved_within_so_much_working_time_in_which_it_did_not_wait_for_its_resident(
    done: list[tuple[Act, timedelta]],
) -> None:
    now, here, spent = NOW, sent(), timedelta(0)
    assert here.resolve_due is not None
    term = between(NOW, here.resolve_due, WORKING)
    for act, after in done:
        status, before, now = here.status, now, now + after
        spent += between(before, now, WORKING) if status is not Status.WAITING and status in OPEN else timedelta(0)
        by = Side.RESIDENT if act in (Act.FOLLOW_UP, Act.REOPEN) else Side.OFFICER
        try:
            here = moved(here, act, by, now, TIMES)
        except Exception:  # noqa: BLE001, S112  # what the table does not know
            continue
        if act is Act.REOPEN:
            assert here.resolve_due is not None
            spent, term = timedelta(0), between(now, here.resolve_due, WORKING)
        runs = running(here, CaseClock.RESOLUTION, TIMES)
        assert (runs is not None) == (here.is_open and here.status is not Status.WAITING)
        if runs is not None and spent < term:
            assert between(now, runs.due, WORKING) == term - spent
        elif runs is not None:
            assert runs.due <= now


@given(waits)
def test_other_terms_change_no_due_time_that_there_is(looks: list[timedelta]) -> None:
    waiting, _ = followed(sent(), looks)
    other = replace(TIMES, usual_due_times=DueTimes(Term(hours=1), None), due_times={})
    later = NOW + DAY
    for act, by in ((Act.ACCEPT, Side.OFFICER), (Act.TRANSFER, Side.OFFICER)):
        after = moved(waiting, act, by, later, other)
        assert (after.answer_due, after.resolve_due) == (waiting.answer_due, waiting.resolve_due)
        assert running(after, CaseClock.RESOLUTION, other) is not None
    answered = moved(waiting, Act.ANSWER, Side.OFFICER, later, other)
    again = moved(answered, Act.FOLLOW_UP, Side.RESIDENT, later, other)
    assert again.answer_due == due_after(later, Term(hours=1), WORKING)
    assert again.resolve_due == waiting.resolve_due


def test_a_category_has_its_own_times_a_question_too_and_all_others_the_usual_ones() -> None:
    report, question = (
        replace(case(Status.DRAFT), category=Category.DOMESTIC),
        replace(case(Status.DRAFT), kind=Kind.QUESTION),
    )
    assert TIMES.due_times_of(report.subject).answer == Term(hours=4)
    assert TIMES.due_times_of(question.subject).resolution == Term(days=10)
    assert TIMES.due_times_of(Category.ROAD) == TIMES.usual_due_times
    assert {category for category in Category if category.emergency_first} == {
        category for category in Category if TIMES.due_times_of(category).answer != TIMES.usual_due_times.answer
    }


def test_of_two_clocks_a_case_is_overdue_by_the_first() -> None:
    waiting = sent()
    answer, resolve = waiting.answer_due, waiting.resolve_due
    assert answer is not None
    assert resolve is not None
    assert waiting.overdue_at == answer < resolve
    answered = moved(waiting, Act.ANSWER, Side.OFFICER, NOW, TIMES)
    assert answered.overdue_at == resolve
    assert moved(waiting, Act.ASK, Side.OFFICER, NOW, TIMES).overdue_at is None
    assert moved(answered, Act.CLOSE, Side.OFFICER, NOW, TIMES).overdue_at is None
