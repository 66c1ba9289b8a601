"""What becomes of a case when its desk takes back the last answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.cases import Act, Case, Side, Status, moved
from bot.domain.recalls import after_recall
from tests.domain.test_cases import NOW, TIMES, case

LATER = NOW + timedelta(hours=3)


def answered(act: Act) -> tuple[Case, Case]:
    """Before and after the desk said something."""
    before = moved(case(Status.DRAFT), Act.SEND, Side.RESIDENT, NOW, TIMES)
    return before, moved(before, act, Side.OFFICER, LATER, TIMES)


@pytest.mark.parametrize("act", [Act.ANSWER, Act.ASK])
def test_without_another_answer_the_case_is_owed_one_as_before(act: Act) -> None:
    before, after = answered(act)
    recalled = after_recall(after, None, NOW, LATER, TIMES)
    assert (recalled.status, recalled.waits_for) == (Status.IN_WORK, Side.OFFICER)
    assert recalled.answer_due == before.answer_due
    assert recalled.first_answered_at is None


@pytest.mark.parametrize(
    ("before", "status", "waits_for"),
    [(Act.ANSWER, Status.ANSWERED, None), (Act.ASK, Status.WAITING, Side.RESIDENT)],
)
def test_what_was_said_before_stands(before: Act, status: Status, waits_for: Side | None) -> None:
    _, after = answered(Act.ANSWER)
    recalled = after_recall(after, before, None, LATER, TIMES)
    assert (recalled.status, recalled.waits_for, recalled.first_answered_at) == (status, waits_for, LATER)


@pytest.mark.parametrize("status", [Status.CLOSED, Status.DECLINED, Status.IN_WORK, Status.NEW])
def test_a_case_that_has_ended_or_waits_for_the_desk_stays_as_it_is(status: Status) -> None:
    there = replace(answered(Act.ANSWER)[1], status=status)
    assert after_recall(there, Act.ANSWER, NOW, LATER, TIMES) == there
