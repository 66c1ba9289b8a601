"""The rules of meetings."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.ids import MeetingId, PersonId
from bot.domain.meetings import (
    PLACE_LIMIT,
    Meeting,
    MeetingKind,
    MeetingState,
    Part,
    WrongWords,
    next_reminder,
    place_line,
)
from bot.domain.policy import KYIV

NOW = datetime(2026, 12, 1, 10, tzinfo=UTC)
TIMES = some.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=some.just(UTC))  # noqa: DTZ001


def meeting(
    *, starts_in: timedelta | None = None, place: str | None = None, words: str | None = None, announced: bool = False
) -> Meeting:
    return Meeting(
        MeetingId(1),
        MeetingKind.SEMINAR,
        PersonId(1),
        NOW + starts_in if starts_in is not None else None,
        place,
        None,
        None,
        words,
        NOW if announced else None,
        None,
        0,
        None,
    )


@given(TIMES, TIMES)
def test_a_reminder_comes_after_now_and_before_the_meeting_or_there_is_none(starts_at: datetime, now: datetime) -> None:
    at = next_reminder(starts_at, now)
    if at is not None:
        assert now < at < starts_at


@given(TIMES, TIMES)
def test_there_are_two_reminders_at_most(starts_at: datetime, now: datetime) -> None:
    first = next_reminder(starts_at, now)
    second = next_reminder(starts_at, first) if first else None
    assert second is None or next_reminder(starts_at, second) is None


def test_people_are_reminded_in_the_evening_before_then_an_hour_before() -> None:
    starts_at = datetime(2026, 12, 3, 9, 30, tzinfo=KYIV)
    evening = next_reminder(starts_at, NOW)
    assert evening == datetime(2026, 12, 2, 18, tzinfo=KYIV)
    assert next_reminder(starts_at, evening) == datetime(2026, 12, 3, 8, 30, tzinfo=KYIV)


def test_what_is_missing_is_asked_for_in_order() -> None:
    assert meeting().missing is Part.TIME
    assert meeting(starts_in=timedelta(days=1)).missing is Part.PLACE
    assert meeting(starts_in=timedelta(days=1), place="тут").missing is Part.WORDS
    assert meeting(starts_in=timedelta(days=1), place="тут", words="слова").missing is None


def test_what_was_decided_is_written_once_a_meeting_has_begun() -> None:
    ahead, begun = (meeting(starts_in=timedelta(hours=hours), announced=True) for hours in (1, -1))
    assert (ahead.state(NOW), begun.state(NOW)) == (MeetingState.AHEAD, MeetingState.BEGUN)
    assert Part.RESULTS not in ahead.writable(NOW)
    assert begun.writable(NOW) == (Part.RESULTS,)


@pytest.mark.parametrize("text", ["", "  ", "…", "а" * (PLACE_LIMIT + 1)])
def test_a_place_needs_words_that_fit(text: str) -> None:
    with pytest.raises(WrongWords):
        place_line(text)
