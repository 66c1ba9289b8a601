"""How people type the number under which the police registered a crime."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.journal import OLDEST, Entry, NotADay, NotAnEntry, typed_day, typed_entry, with_number

TODAY = date(2026, 12, 5)
ENTRY = Entry("12345", date(2026, 12, 3))


@pytest.mark.parametrize(
    "text",
    [
        "12345 від 03.12.2026",
        "№ 12345 від 3.12.26",
        "ЄО №12345, 03.12.2026",
        "ЖЄО 12345 03.12.2026 р.",
        "єо 12345 від 03.12",
        "12345 of 03.12.2026",
        "12345, 03/12/2026",
    ],
)
def test_a_number_with_its_day_is_understood(text: str) -> None:
    assert typed_entry(text, TODAY) == ENTRY


def test_a_number_alone_waits_for_its_day() -> None:
    assert typed_entry("№ 12345", TODAY) == "12345"
    assert with_number("12345", "від 03.12.2026", TODAY) == ENTRY
    assert with_number("12345", "сьогодні", TODAY) == Entry("12345", TODAY)
    assert with_number("1", "12345 вчора", TODAY) == Entry("12345", TODAY - timedelta(days=1))


@pytest.mark.parametrize("text", ["", "03.12.2026", "сьогодні", "дванадцять", "123456789", "+380671234567", "1" * 70])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotAnEntry):
        typed_entry(text, TODAY)


@pytest.mark.parametrize("text", ["06.12.2026", "31.02.2026", "завтра", "1 від 1", "01.01.2020", "32.12"])
def test_a_day_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises((NotADay, NotAnEntry)):
        typed_day(text, TODAY)


def test_without_a_year_the_last_such_day_is_meant() -> None:
    assert typed_day("30.12", TODAY) == date(2025, 12, 30)


@given(st.integers(1, 9_999_999), st.dates(TODAY - OLDEST, TODAY))
def test_whatever_is_noted_can_be_typed_again(number: int, day: date) -> None:
    entry = Entry(str(number), day)
    assert typed_entry(f"{entry.number} від {day:%d.%m.%Y}", TODAY) == entry
