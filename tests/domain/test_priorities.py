"""Half-years, and what may be done with a priority."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import AreaId, PriorityId
from bot.domain.priorities import COUNCIL_READS, LIMITS, HalfYear, Part, Priority, Status, WrongText, written

DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
COMPLETE = Priority(
    PriorityId(1), AreaId(1), date(2026, 7, 1), Status.DRAFT, "problem", "aim", "acts", "school", None, None, None
)


@given(DAYS)
def test_half_years_follow_each_other_without_gap_and_each_day_is_of_one(day: date) -> None:
    half = HalfYear.of(day)
    assert half.first <= day < half.following.first
    assert HalfYear.of(half.following.first - timedelta(days=1)) == half
    assert half.following.before == half


def test_a_half_year_begins_at_midnight_in_kyiv() -> None:
    assert HalfYear.at(datetime(2026, 6, 30, 21, tzinfo=UTC)) == HalfYear(date(2026, 7, 1))
    assert HalfYear.at(datetime(2026, 6, 30, 20, 59, tzinfo=UTC)) == HalfYear(date(2026, 1, 1))


def test_the_council_has_two_weeks_before_the_officer_sets_it_alone() -> None:
    asked = replace(COMPLETE, status=Status.ASKED, asked_at=NOW)
    assert not asked.may_set(NOW + COUNCIL_READS - timedelta(seconds=1), council=True)
    assert asked.may_set(NOW + COUNCIL_READS, council=True)
    assert replace(asked, status=Status.AGREED).may_set(NOW, council=True)
    assert COMPLETE.may_set(NOW, council=False)
    assert not COMPLETE.may_set(NOW, council=True)


def test_nothing_is_set_when_its_half_year_is_over_or_a_part_is_missing() -> None:
    assert not COMPLETE.may_set(datetime(2027, 1, 1, tzinfo=UTC), council=False)
    assert not replace(COMPLETE, partners=None).may_set(NOW, council=False)


def test_what_the_council_read_is_not_changed_once_residents_were_told() -> None:
    current = replace(COMPLETE, status=Status.CURRENT)
    assert [part for part in Part if current.may_write(part)] == [Part.ACTIONS, Part.PARTNERS, Part.RESULT]
    assert not any(replace(COMPLETE, status=Status.DONE).may_write(part) for part in Part)
    assert not current.may_finish()
    assert replace(current, result="result").may_finish()


@pytest.mark.parametrize("text", ["", " \n ", "!?", "а" * (LIMITS[Part.AIM] + 1)])
def test_a_part_is_words_of_a_limited_length(text: str) -> None:
    with pytest.raises(WrongText):
        written(Part.AIM, text)
