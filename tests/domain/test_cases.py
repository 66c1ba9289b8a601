"""What may happen to a case: the table of moves, and the times."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import (
    ENDED,
    MOVES,
    OPEN,
    Act,
    AlreadyRated,
    CannotMove,
    CannotReopen,
    Case,
    Kind,
    Side,
    Status,
    hearing,
    moved,
    number_of,
    rated,
    working_days_after,
)
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId
from bot.domain.policy import KYIV
from tests.town import policy

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TIMES = policy().cases
hours = st.timedeltas(timedelta(0), timedelta(days=730)).map(lambda later: NOW + later)


def case(status: Status, *, closed_at: datetime | None = None, waits_for: Side | None = None) -> Case:
    return Case(
        id=CaseId(1),
        number=None if status is Status.DRAFT else "КШ-2026-000001",
        kind=Kind.REPORT,
        status=status,
        category=None,
        community=None,
        settlement=None,
        area_id=None,
        officer_id=None,
        coordinator_id=None,
        waits_for=waits_for,
        answer_due=NOW if waits_for is Side.OFFICER else None,
        anonymous=True,
        confidential=False,
        crime_signs=False,
        emergency=False,
        created_at=NOW,
        touched_at=NOW,
        sent_at=None,
        first_answered_at=None,
        closed_at=closed_at or (NOW if status in ENDED else None),
        rating=None,
        notice_id=None,
    )


@given(st.sampled_from(Status), st.sampled_from(sorted(MOVES)), st.sampled_from(Side))
def test_no_move_is_made_that_the_table_does_not_know(status: Status, act: Act, by: Side) -> None:
    move = MOVES[act]
    if status in move.starts and by in move.by:
        after = moved(case(status), act, by, NOW, TIMES)
        assert (after.status, after.waits_for) == (move.ends, move.waits_for)
        assert (after.closed_at is not None) == (after.status in ENDED)
        assert (after.answer_due is not None) == (after.waits_for is Side.OFFICER)
    else:
        with pytest.raises(CannotMove):
            moved(case(status), act, by, NOW, TIMES)


@given(st.sampled_from(sorted(ENDED)), st.sampled_from(sorted(MOVES)), st.sampled_from(Side))
def test_an_ended_case_only_reopens_and_only_by_its_resident(status: Status, act: Act, by: Side) -> None:
    if act is Act.REOPEN and by is Side.RESIDENT:
        assert moved(case(status), act, by, NOW, TIMES).is_open
    else:
        with pytest.raises(CannotMove):
            moved(case(status), act, by, NOW, TIMES)


@given(st.sampled_from(sorted(MOVES)))
def test_only_sending_leads_out_of_a_draft_and_nothing_back(act: Act) -> None:
    assert (Status.DRAFT in MOVES[act].starts) == (act is Act.SEND)
    assert MOVES[act].ends is not Status.DRAFT


@given(st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from(Side)), max_size=12))
def test_whatever_is_tried_the_case_stays_one_of_its_states(tries: list[tuple[Act, Side]]) -> None:
    now = case(Status.DRAFT)
    for act, by in tries:
        try:
            now = moved(now, act, by, NOW, TIMES)
        except CannotMove:
            continue
        assert now.status in OPEN | ENDED
        assert now.is_open == (now.closed_at is None)


@given(st.timedeltas(timedelta(0), timedelta(days=40)))
def test_a_case_can_be_reopened_for_two_weeks(later: timedelta) -> None:
    ended = case(Status.CLOSED, closed_at=NOW)
    if later <= timedelta(days=14):
        assert moved(ended, Act.REOPEN, Side.RESIDENT, NOW + later, TIMES).status is Status.ACCEPTED
    else:
        with pytest.raises(CannotReopen):
            moved(ended, Act.REOPEN, Side.RESIDENT, NOW + later, TIMES)


def test_asking_again_does_not_put_the_answer_off() -> None:
    waits = replace(case(Status.IN_WORK, waits_for=Side.OFFICER), answer_due=NOW)
    after = moved(waits, Act.FOLLOW_UP, Side.RESIDENT, NOW + timedelta(days=1), TIMES)
    assert after.answer_due == NOW


def test_a_case_that_told_of_an_emergency_stays_marked() -> None:
    before = case(Status.NEW)
    assert hearing(before, [None]) is before
    marked = hearing(before, [None, Emergency.FIRE])
    assert marked == replace(before, emergency=True)
    assert hearing(marked, [None]) is marked


@given(st.integers(-2, 9), st.sampled_from(Status))
def test_a_rating_is_one_to_five_after_the_end_and_given_once(rating: int, status: Status) -> None:
    if status in ENDED and 1 <= rating <= 5:
        once = rated(case(status), rating)
        assert once.rating == rating
        with pytest.raises(AlreadyRated):
            rated(once, rating)
    else:
        with pytest.raises(CannotMove):
            rated(case(status), rating)


@given(hours, st.integers(1, 10))
def test_an_answer_is_due_at_the_end_of_a_working_day_in_kyiv(now: datetime, days: int) -> None:
    due = working_days_after(now, days)
    local = due.astimezone(KYIV)
    assert (local.hour, local.minute) == (18, 0)
    assert local.weekday() < 5
    assert timedelta(0) < due - now <= timedelta(days=days + 2 * (days // 5 + 1) + 1)


def test_a_number_says_its_year() -> None:
    assert number_of(2026, 123) == "КШ-2026-000123"
