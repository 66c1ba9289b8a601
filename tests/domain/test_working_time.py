"""Working time is exact: nothing ends outside of it, and a span that is added in two parts is the same span."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kyiv import moment
from bot.domain.policy import KYIV, Term, WorkingTime
from bot.domain.working_time import between, due_after, earlier, is_working_day, later, opening_before, postponed
from tests.town import policy

OURS = policy().cases.working_time
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
NIGHTS = WorkingTime(frozenset(range(7)), time(0, 30), time(23, 30), frozenset())  # clocks are changed within it
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(lambda each: each.replace(tzinfo=UTC))  # noqa: DTZ001  # made aware
spans = st.timedeltas(timedelta(0), timedelta(hours=120))
holidays = st.frozensets(st.dates(date(2026, 1, 1), date(2028, 12, 31)), max_size=40)
weeks = st.builds(
    lambda days, ends, off: WorkingTime(days, min(ends), max(ends), off),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.sets(st.times(), min_size=2, max_size=2),
    holidays,
).filter(lambda each: each.day_lasts >= timedelta(hours=3))
terms = st.one_of(st.builds(Term, days=st.integers(1, 40)), st.builds(Term, hours=st.integers(1, 80)))


def is_within(at: datetime, times: WorkingTime) -> bool:
    day = at.astimezone(KYIV).date()
    return is_working_day(day, times) and moment(day, times.begins) <= at <= moment(day, times.ends)


@given(moments, spans, weeks)
def test_what_is_added_never_ends_outside_of_working_time(now: datetime, span: timedelta, times: WorkingTime) -> None:
    at = later(now, span, times)
    assert is_within(at, times)
    assert at - now >= span


@given(moments, spans, spans, st.one_of(weeks, st.just(NIGHTS)))
def test_two_spans_one_after_the_other_are_their_sum(
    now: datetime, one: timedelta, other: timedelta, times: WorkingTime
) -> None:
    assert later(later(now, one, times), other, times) == later(now, one + other, times)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=9)), spans, weeks)
def test_what_begins_later_ends_no_sooner(now: datetime, after: timedelta, span: timedelta, times: WorkingTime) -> None:
    assert later(now, span, times) <= later(now + after, span, times)
    assert later(now, span, times) <= later(now, span + after, times)


@given(moments, moments, terms, weeks)
def test_a_term_that_begins_later_is_over_no_sooner(
    one: datetime, other: datetime, term: Term, times: WorkingTime
) -> None:
    first, second = sorted((one, other))
    assert first < due_after(first, term, times) <= due_after(second, term, times)
    assert is_within(due_after(first, term, times), times)


@given(moments, spans, st.one_of(weeks, st.just(NIGHTS)))
def test_what_was_added_is_found_between_and_is_taken_away_again(
    now: datetime, span: timedelta, times: WorkingTime
) -> None:
    end = later(now, span, times)
    assert between(now, end, times) == span
    back = earlier(end, span, times)
    assert between(back, end, times) == span
    assert is_within(back, times)


@given(moments, moments, moments, weeks)
def test_a_clock_that_stood_still_has_as_much_left_as_before(
    due: datetime, since: datetime, now: datetime, times: WorkingTime
) -> None:
    since, now = sorted((since, now))
    at = postponed(due, since, now, times)
    if due <= since:
        assert at == due
    else:
        assert between(now, at, times) == between(since, due, times)


@given(moments, st.integers(1, 10))
def test_a_term_in_days_is_over_at_the_end_of_a_working_day_in_kyiv(now: datetime, days: int) -> None:
    due = due_after(now, Term(days=days), OURS)
    local = due.astimezone(KYIV)
    assert (local.hour, local.minute) == (18, 0)
    assert local.weekday() < 5
    assert timedelta(0) < due - now <= timedelta(days=days + 2 * (days // 5 + 1) + 1)
    opening = opening_before(due, days - 1, OURS).astimezone(KYIV)
    assert (opening.hour, opening.minute) == (9, 0)
    assert opening > now.astimezone(KYIV) or opening.date() == now.astimezone(KYIV).date()


def test_a_friday_s_answer_is_due_on_monday() -> None:
    friday = datetime(2026, 11, 27, 8, 30, 15, 7, tzinfo=UTC)
    assert due_after(friday, Term(days=1), OURS) == datetime(2026, 11, 30, 16, tzinfo=UTC)
    assert due_after(friday, Term(days=6), OURS) == datetime(2026, 12, 7, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("2026-11-24 10:00", "2026-11-24 14:00"),
        ("2026-11-24 16:30", "2026-11-25 11:30"),
        ("2026-11-27 17:00", "2026-11-30 12:00"),  # over a weekend
        ("2026-11-28 12:00", "2026-11-30 13:00"),  # within it
        ("2026-11-24 03:00", "2026-11-24 13:00"),
        ("2026-11-24 14:00", "2026-11-24 18:00"),
        ("2026-10-23 16:00", "2026-10-26 11:00"),  # the clocks are put back between the two
        ("2026-03-27 16:00", "2026-03-30 11:00"),  # and on
    ],
)
def test_four_hours_are_counted_by_the_clock_of_the_office(begins: str, ends: str) -> None:
    start, end = (datetime.fromisoformat(each).replace(tzinfo=KYIV).astimezone(UTC) for each in (begins, ends))
    assert due_after(start, Term(hours=4), OURS) == end


def test_an_hour_that_clocks_leave_out_or_repeat_is_none_or_two() -> None:
    every_day = WorkingTime(frozenset(range(7)), time(1), time(10), frozenset())
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    for day, hours in ((spring, 8), (autumn, 10)):
        assert between(moment(day, time(0)), moment(day, time(12)), every_day) == timedelta(hours=hours)


def test_nobody_works_on_a_listed_holiday() -> None:
    times = WorkingTime(OURS.days, OURS.begins, OURS.ends, frozenset({date(2026, 11, 25)}))
    assert due_after(NOW, Term(days=1), times) == moment(date(2026, 11, 26), time(18))
    assert due_after(moment(date(2026, 11, 24), time(16)), Term(hours=4), times) == moment(date(2026, 11, 26), time(11))


@given(moments, st.sampled_from([(20, 28), (10, 14)]))
def test_twenty_working_days_are_no_more_than_a_month_and_ten_no_more_than_fifteen_days(
    now: datetime, term: tuple[int, int]
) -> None:
    working, calendar = term
    received, due = now.astimezone(KYIV).date(), due_after(now, Term(days=working), OURS).astimezone(KYIV).date()
    assert due <= received + timedelta(days=calendar)
