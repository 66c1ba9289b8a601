"""What becomes of two cases that are one matter."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case_refusals import CannotMove
from bot.domain.cases import OPEN, Act, Case, Category, Side, Status, can_rate, can_reopen, moved
from bot.domain.merges import can_be_merged, can_be_one, joined
from bot.domain.working_time import between, later
from tests.domain.test_cases import NOW, TIMES, case

WORKING = TIMES.working_time

WAITS = {Status.NEW: Side.OFFICER, Status.IN_WORK: Side.OFFICER, Status.WAITING: Side.RESIDENT, Status.ANSWERED: None}
opens = st.builds(
    lambda status, hours, emergency, signs, resolve: replace(
        case(status, waits_for=WAITS[status]),
        anonymous=False,
        emergency=emergency,
        crime_signs=signs,
        answer_due=NOW + timedelta(hours=hours) if WAITS[status] is Side.OFFICER else None,
        resolve_due=NOW + timedelta(hours=resolve) if resolve else None,
        resolve_stopped_at=NOW if resolve and status is Status.WAITING else None,
    ),
    st.sampled_from(sorted(OPEN)),
    st.integers(-100, 100),
    st.booleans(),
    st.booleans(),
    st.integers(-50, 50),
)


@given(opens, opens)
def test_what_was_owed_in_either_is_owed_by_the_earlier_day(one: Case, other: Case) -> None:
    merged = joined(one, other, NOW, TIMES)
    due = [each.answer_due for each in (one, other) if each.answer_due is not None]
    assert merged.answer_due == min(due, default=None)
    assert (merged.waits_for is Side.OFFICER) == bool(due)
    assert merged.is_open
    assert merged.emergency == (one.emergency or other.emergency)
    assert merged.crime_signs == (one.crime_signs or other.crime_signs)
    assert merged.id == one.id


@given(opens, opens)
def test_what_was_to_be_resolved_first_is(one: Case, other: Case) -> None:
    merged = joined(one, other, NOW, TIMES)
    due = [each.resolve_due for each in (one, other) if each.resolve_due is not None]
    first = min(due, default=None)
    now_or_opening = NOW if first is None or first <= NOW else later(NOW, between(NOW, first, WORKING), WORKING)
    assert merged.resolve_due in (first, now_or_opening)
    assert (merged.resolve_stopped_at is not None) == (merged.status is Status.WAITING and bool(due))


@given(opens)
def test_a_merged_case_is_neither_rated_nor_reopened(one: Case) -> None:
    ended = moved(one, Act.MERGE, Side.RESIDENT, NOW, TIMES)
    assert ended.status is Status.MERGED
    assert not can_rate(ended)
    assert not can_reopen(ended, NOW, TIMES)
    with pytest.raises(CannotMove):
        moved(ended, Act.REOPEN, Side.RESIDENT, NOW, TIMES)


def test_an_anonymous_case_a_complaint_and_one_that_has_ended_are_not_merged() -> None:
    named = replace(case(Status.IN_WORK), anonymous=False)
    assert can_be_merged(named)
    assert not can_be_merged(replace(named, anonymous=True))
    assert not can_be_merged(replace(named, confidential=True))
    assert not can_be_merged(replace(named, status=Status.CLOSED))
    assert not can_be_merged(replace(named, paused_until=NOW))


def test_a_discreet_case_is_never_one_with_a_case_that_is_not() -> None:
    named = replace(case(Status.IN_WORK), anonymous=False, category=Category.ORDER)
    discreet = replace(named, category=Category.DOMESTIC)
    assert can_be_one(named, named)
    assert can_be_one(discreet, discreet)
    assert not can_be_one(named, discreet)
    assert not can_be_one(discreet, named)
