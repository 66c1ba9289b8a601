"""The short form in which a link names an area."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import AreaId
from bot.domain.residents import Arrival, area_of_token, area_token


@given(st.integers(0, 36**11 - 1))
def test_an_area_is_found_by_its_token(number: int) -> None:
    assert area_of_token(area_token(AreaId(number))) == number


def test_the_longest_token_is_read_and_the_next_is_not() -> None:
    assert area_of_token("z" * 11) == 36**11 - 1
    assert area_of_token("0123456789a") is not None
    assert area_of_token("z" * 12) is None


@pytest.mark.parametrize("token", ["", "-1", "A", "1_0", " 1", "é", "1.0"])
def test_what_no_link_carries_is_no_area(token: str) -> None:
    assert area_of_token(token) is None


def test_the_place_of_a_person_who_has_not_agreed_is_kept_for_a_day() -> None:
    assert Arrival.lasts == timedelta(hours=24)
