"""The rules of joining, without people: what may follow what, whose turn it is, when it is spoken of, and how a
memorandum is typed.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import joining
from bot.domain.communities import Enrolment
from bot.domain.joining import JoiningAct, Memorandum, Partner, WrongMemorandum
from bot.domain.policy import JoiningPolicy

TODAY = date(2026, 5, 4)
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
PATIENCE = JoiningPolicy(side=timedelta(days=14), coordinators=timedelta(days=7))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("15/2 від 03.03.2026", "15/2"),
        ("№ 15, 3.03.2026", "15"),
        ("№15 від 3.3.2026", "15"),
        ("15/2, від  03.03.2026", "15/2"),
        ("No 7 dated 03.03.2026", "No 7"),
        ("01-15 / 44 03.03.2026", "01-15 / 44"),
    ],
)
def test_a_memorandum_is_typed_as_people_write_it(text: str, number: str) -> None:
    assert joining.typed_memorandum(text, TODAY) == Memorandum(number, date(2026, 3, 3))


@pytest.mark.parametrize(
    "text",
    ["", "15/2", "03.03.2026", "від 03.03.2026", "№ від 03.03.2026", "15/2 від 5.05.2026", "1" * 41 + " 3.3.2026"],
)
def test_what_lacks_number_or_day_is_no_memorandum(text: str) -> None:
    with pytest.raises(WrongMemorandum):
        joining.typed_memorandum(text, TODAY)


def test_an_officer_makes_any_community_active_that_is_on_its_way() -> None:
    """People are never refused because a paper is missing."""
    on_the_way = set(Enrolment) - {Enrolment.ACTIVE, Enrolment.PAUSED, Enrolment.ENDED}
    assert {each for each in Enrolment if joining.may(JoiningAct.START, each, Partner.OFFICER)} == on_the_way


def test_a_council_may_only_answer() -> None:
    theirs = {act for act in JoiningAct for each in Enrolment if joining.may(act, each, Partner.COUNCIL)}
    assert theirs == set(joining.ANSWERS)


def test_an_answer_is_not_changed_once_a_memorandum_is_signed() -> None:
    for act in joining.ANSWERS:
        for enrolment in (Enrolment.MEMORANDUM, Enrolment.ACTIVE, Enrolment.PAUSED, Enrolment.ENDED):
            assert not joining.may(act, enrolment, Partner.COUNCIL)
            assert not joining.may(act, enrolment, Partner.COORDINATOR)


@given(acts=st.lists(st.tuples(st.sampled_from(JoiningAct), st.sampled_from(Partner)), max_size=30))
def test_whatever_is_pressed_a_community_comes_back_from_everywhere(acts: list[tuple[JoiningAct, Partner]]) -> None:
    """No sequence of moves leads to where a coordinator can do nothing."""
    enrolment = Enrolment.CHOSEN
    for act, by in acts:
        if joining.may(act, enrolment, by):
            enrolment = joining.moved(act, enrolment, by)
        else:
            with pytest.raises(joining.CannotJoinSo):
                joining.moved(act, enrolment, by)
        assert any(joining.may(each, enrolment, Partner.COORDINATOR) for each in JoiningAct)


def test_a_step_at_rest_is_spoken_of_to_its_side_and_then_to_the_coordinators_and_no_more() -> None:
    first = joining.remind_at(Enrolment.INVITED, NOW, 0, PATIENCE)
    assert first == NOW + timedelta(days=14)
    assert joining.remind_at(Enrolment.INVITED, first, 1, PATIENCE) == first + timedelta(days=7)
    assert joining.remind_at(Enrolment.INVITED, first, 2, PATIENCE) is None


@pytest.mark.parametrize("enrolment", [Enrolment.ACTIVE, Enrolment.PAUSED, Enrolment.ENDED, Enrolment.DECLINED])
def test_where_nothing_is_waited_for_nobody_is_reminded(enrolment: Enrolment) -> None:
    assert joining.turn(enrolment, ready=False) is None
    assert joining.remind_at(enrolment, NOW, 0, PATIENCE) is None


def test_after_the_memorandum_it_is_the_communitys_turn_until_all_of_the_list_is_there() -> None:
    assert joining.turn(Enrolment.MEMORANDUM, ready=False) is Partner.COUNCIL
    assert joining.turn(Enrolment.MEMORANDUM, ready=True) is Partner.COORDINATOR
