"""Quiet time: until when it lasts, each day and once."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kyiv import moment
from bot.domain.policy import KYIV, DailySpan
from bot.domain.quiet_times import QuietTime, daily_from, morning_after
from bot.domain.refusals import NotFound

NIGHT = DailySpan(time(21), time(8))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(lambda each: each.replace(tzinfo=UTC))  # noqa: DTZ001  # made aware
full_hours = st.integers(0, 23).map(time)


def in_kyiv(hour: int, minute: int = 0) -> datetime:
    return moment(datetime(2026, 11, 25, tzinfo=KYIV).date(), time(hour, minute))


@pytest.mark.parametrize(("hour", "until"), [(21, None), (22, 7), (23, 7), (0, 7), (6, 7), (7, None), (12, None)])
def test_each_day_it_is_quiet_between_two_times_also_over_midnight(hour: int, until: int | None) -> None:
    lasts = QuietTime(time(22), time(7)).lasts_until(in_kyiv(hour))
    assert lasts == (None if until is None else in_kyiv(until) + timedelta(days=hour > until))


def test_once_it_is_quiet_until_a_time_and_the_later_of_both_counts() -> None:
    once = QuietTime(until=in_kyiv(8))
    assert once.lasts_until(in_kyiv(7, 59)) == in_kyiv(8)
    assert once.lasts_until(in_kyiv(8)) is None
    assert QuietTime(time(1), time(7), in_kyiv(8)).lasts_until(in_kyiv(2)) == in_kyiv(8)
    assert QuietTime(time(1), time(9), in_kyiv(8)).lasts_until(in_kyiv(2)) == in_kyiv(9)
    assert QuietTime().lasts_until(in_kyiv(2)) is None


@given(moments, full_hours, full_hours)
def test_it_lasts_into_the_future_and_no_longer_than_a_day(now: datetime, begins: time, ends: time) -> None:
    kept = QuietTime(begins, ends)
    until = kept.lasts_until(now)
    if until is not None:
        assert now < until <= now + timedelta(hours=25)  # the clocks may be put back
        assert until.astimezone(KYIV).time() == ends or until.astimezone(KYIV).hour == 4  # or put on
    morning = morning_after(now, kept, NIGHT)
    assert now < morning <= now + timedelta(hours=25)


def test_the_morning_is_when_ones_own_night_ends_or_else_that_of_all() -> None:
    assert morning_after(in_kyiv(3), QuietTime(), NIGHT) == in_kyiv(8)
    assert morning_after(in_kyiv(10), QuietTime(), NIGHT) == in_kyiv(8) + timedelta(days=1)
    assert morning_after(in_kyiv(3), QuietTime(time(22), time(7)), NIGHT) == in_kyiv(7)


@pytest.mark.parametrize(("begins", "lasts"), [(-1, 3), (24, 3), (3, 0), (3, 24), (3, -1)])
def test_what_is_no_part_of_a_day_is_not_kept(begins: int, lasts: int) -> None:
    with pytest.raises(NotFound):
        daily_from(begins, lasts)
    assert daily_from(22, 9) == (time(22), time(7))
