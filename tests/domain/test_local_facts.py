"""What is different in one community, as it is typed and put together with what holds in the country."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import local_facts
from bot.domain.local_facts import CURFEW, LocalFact, NotACurfew, NotAHotline
from bot.domain.policy import Curfew, Hotline, HotlineKey
from bot.domain.refusals import NotFound

DAY = date(2026, 1, 31)
COUNTRY = (Hotline(HotlineKey.POLICE, "102", DAY, emergency=True), Hotline(HotlineKey.VIOLENCE, "15-47", DAY))
TIMES = st.times().map(lambda each: each.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("21:00-6:00", "21:00-06:00"),
        ("з 21 до 6", "21:00-06:00"),
        ("0:00–5:00", "00:00-05:00"),
        ("Немає", "00:00-00:00"),
        ("none", "00:00-00:00"),
    ],
)
def test_a_curfew_is_typed_as_people_write_it(typed: str, stored: str) -> None:
    assert local_facts.typed_value(CURFEW, typed) == stored


@pytest.mark.parametrize("typed", ["", "21:00", "завжди", "25:00-6:00", "6:00-6:00"])
def test_what_is_no_curfew_is_refused(typed: str) -> None:
    with pytest.raises(NotACurfew):
        local_facts.typed_value(CURFEW, typed)


@pytest.mark.parametrize("typed", ["102", "15-47", "0 800 505 170", "+380 61 212 34 56", "061  212 34 56"])
def test_a_number_is_digits_as_they_are_dialled(typed: str) -> None:
    assert local_facts.typed_value("duty", typed) == " ".join(typed.split())


@pytest.mark.parametrize("typed", ["", "1", "сто два", "102; drop", "1" * 16, "tel:102", "١٠٢"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NotAHotline):
        local_facts.typed_value("duty", typed)


def test_what_there_is_none_of_is_not_found() -> None:
    with pytest.raises(NotFound):
        local_facts.fact_of("weather")


def test_a_communitys_number_takes_the_place_of_the_countrys_and_one_that_only_it_has_comes_last() -> None:
    own = [LocalFact("duty", "061 212 34 56", DAY), LocalFact("violence", "15-48", DAY)]
    shown = local_facts.hotlines_in(own, COUNTRY)
    assert [(line.key, line.number) for line in shown] == [
        (HotlineKey.POLICE, "102"),
        (HotlineKey.VIOLENCE, "15-48"),
        (HotlineKey.DUTY, "061 212 34 56"),
    ]
    assert shown[0].emergency
    assert local_facts.hotlines_in([], COUNTRY) == COUNTRY


@given(begins=TIMES, ends=TIMES)
def test_a_curfew_is_read_as_it_was_stored(begins: time, ends: time) -> None:
    stored = LocalFact(CURFEW, local_facts.as_value(Curfew(begins, ends)), DAY)
    assert local_facts.curfew_in([stored], Curfew(time(), time(5))) == Curfew(begins, ends)


@given(starts=TIMES, lasts=st.integers(1, 600))
def test_where_there_is_no_curfew_nothing_is_forbidden(starts: time, lasts: int) -> None:
    ends = time(min(23, starts.hour + 1 + lasts // 60), starts.minute)
    assert not Curfew(time(), time()).forbids(starts, ends)


def test_what_was_checked_half_a_year_ago_is_old() -> None:
    recheck = timedelta(days=180)
    assert not local_facts.is_old(DAY, DAY + recheck, recheck)
    assert local_facts.is_old(DAY, DAY + recheck + timedelta(days=1), recheck)
