"""Days of an absence, who may stand in, and what becomes of cases and office hours meanwhile."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.absences import (
    LONGEST,
    Absence,
    AbsenceOver,
    NotAnAbsence,
    Span,
    as_away,
    is_there,
    lent,
    span_of,
    until_day,
)
from bot.domain.cases import Side, Status
from bot.domain.ids import AbsenceId, OfficeId, OfficerId, PersonId
from bot.domain.kyiv import today
from bot.domain.office_hours import Kind, Opening
from bot.register import CommunityCode
from tests.domain.test_cases import case

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # ten in the morning in Kyiv
IVAN, MARIA = OfficerId(1), OfficerId(2)
DAY = timedelta(days=1)

moments = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # UTC is given
days = st.integers(0, 400).map(lambda each: today(NOW) + each * DAY)


def an_absence(since: datetime, until: datetime, *, holds_hours: bool = False, ended: bool = False) -> Absence:
    ended_at = until if ended else None
    return Absence(AbsenceId(1), IVAN, since, until, MARIA, holds_hours, PersonId(1), None, ended_at, moving=False)


@given(moments, days, days)
def test_it_begins_on_its_first_day_and_ends_after_its_last(now: datetime, first: date, last: date) -> None:
    try:
        span = span_of(first, last, now)
    except NotAnAbsence:
        assert not today(now) <= first <= last or first > today(now) + 366 * DAY or last - first >= LONGEST
        return
    assert span.since >= now
    assert (span.first_day, span.last_day) == (first, last)
    assert span.holds(span.since)
    assert not span.holds(span.until)


@given(moments, moments, moments, moments)
def test_a_stand_in_is_there_when_none_of_their_absences_falls_into_it(
    since: datetime, until: datetime, other_since: datetime, other_until: datetime
) -> None:
    span, other = Span(*sorted((since, until))), an_absence(*sorted((other_since, other_until)))
    both = span.since < span.until and other.since < other.until
    shared = max(span.since, other.since) < min(span.until, other.until)
    assert not both or is_there(span, [other]) != shared
    assert is_there(span, [an_absence(other.since, other.until, ended=True)])


def test_another_last_day_is_neither_past_nor_before_the_first() -> None:
    absence = an_absence(NOW + 2 * DAY, NOW + 5 * DAY)
    for day in (today(NOW) - DAY, today(NOW) + DAY, today(NOW) + 400 * DAY):
        with pytest.raises(NotAnAbsence):
            until_day(absence, day, NOW)
    assert until_day(absence, today(NOW) + 2 * DAY, NOW).span.last_day == today(NOW) + 2 * DAY
    with pytest.raises(AbsenceOver):
        until_day(an_absence(NOW, NOW + DAY, ended=True), today(NOW), NOW)


def opening(start: datetime, officer: OfficerId = IVAN) -> Opening:
    end = start + timedelta(hours=3)
    return Opening("1-20261125", officer, OfficeId(1), CommunityCode("1"), start, end, Kind.USUAL, None)


def test_hours_in_an_absence_are_cancelled_or_the_stand_ins() -> None:
    away = an_absence(NOW, NOW + DAY)
    assert not as_away(opening(NOW), [away]).takes_place
    held = as_away(opening(NOW), [an_absence(NOW, NOW + DAY, holds_hours=True)])
    assert held.takes_place
    assert held.held_by == MARIA
    for other in (opening(NOW + DAY), opening(NOW - DAY), opening(NOW, MARIA)):
        assert as_away(other, [away]) == other
    assert as_away(opening(NOW), [an_absence(NOW, NOW + DAY, ended=True)]).takes_place


def test_danger_that_nobody_opened_waits_for_the_next_one_from_now_on() -> None:
    waiting = case(Status.IN_WORK, waits_for=Side.OFFICER)
    passed = lent(replace(waiting, unopened_since=NOW - DAY, alarmed_at=NOW - DAY), MARIA, NOW)
    assert (passed.officer_id, passed.unopened_since, passed.alarmed_at) == (MARIA, NOW, None)
    assert (passed.status, passed.answer_due) == (waiting.status, waiting.answer_due)
    assert lent(waiting, None, NOW).unopened_since is None
    in_turn = replace(waiting, by_turn=True, shared=True)
    assert [(each.by_turn, each.shared) for each in (lent(in_turn, MARIA, NOW), lent(in_turn, None, NOW))] == [
        (False, True),
        (False, False),
    ]
