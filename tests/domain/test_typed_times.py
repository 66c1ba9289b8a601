"""What people mean by a day, a time or hours that they type."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kyiv import moment, today
from bot.domain.notices import TooFar, checked_time
from bot.domain.policy import KYIV
from bot.domain.typed_times import (
    END_OF_DAY,
    HourMissing,
    NotATime,
    NotDates,
    NotHours,
    TimePassed,
    dates_of,
    hours_of,
    moment_of,
)

NOW = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)  # Tuesday, 18:00 in Kyiv

MEANT = {
    # A day that is near.
    "завтра о 8": "25.11.2026 08:00",
    "завтра 8:00": "25.11.2026 08:00",
    "Завтра о 9:00": "25.11.2026 09:00",
    "завтра 9": "25.11.2026 09:00",
    "завтра о 8 вечора": "25.11.2026 20:00",
    "завтра о 8 ранку": "25.11.2026 08:00",
    "завтра о 3 дня": "25.11.2026 15:00",
    "завтра о 12 ночі": "25.11.2026 00:00",
    "завтра о восьмій": "25.11.2026 08:00",
    "завтра 9 год 30 хв": "25.11.2026 09:30",
    "завтра о 9-30": "25.11.2026 09:30",
    "завтра опівдні": "25.11.2026 12:00",
    "о 9 завтра": "25.11.2026 09:00",
    "8:30 завтра!": "25.11.2026 08:30",
    "сьогодні ввечері 19": "24.11.2026 19:00",
    "сьогодні ввечері о 7": "24.11.2026 19:00",
    "сьогодні 18:30": "24.11.2026 18:30",
    "післязавтра о 14:30": "26.11.2026 14:30",
    "tomorrow at 8": "25.11.2026 08:00",
    "the day after tomorrow 18:30": "26.11.2026 18:30",
    "tonight at 8": "24.11.2026 20:00",
    "today 18:30": "24.11.2026 18:30",
    "завтра в 8": "25.11.2026 08:00",
    "завтра в 8 утра": "25.11.2026 08:00",
    "завтра в девять вечера": "25.11.2026 21:00",
    "послезавтра в 10": "26.11.2026 10:00",
    # A day of the week: the next one whose time is still to come.
    "у п'ятницю о 10": "27.11.2026 10:00",
    "У пʼятницю, о 10.": "27.11.2026 10:00",
    "п'ятниця 10": "27.11.2026 10:00",
    "в пн о 9": "30.11.2026 09:00",
    "у вівторок о 19": "24.11.2026 19:00",
    "у вівторок о 9": "01.12.2026 09:00",
    "наступної п'ятниці о 9": "04.12.2026 09:00",
    "fri 10:00": "27.11.2026 10:00",
    "Friday 10am": "27.11.2026 10:00",
    "next friday at 9": "04.12.2026 09:00",
    "в воскресенье в 10": "29.11.2026 10:00",
    # A day of the calendar.
    "5 травня 9:00": "05.05.2027 09:00",
    "5-го травня о 9": "05.05.2027 09:00",
    "1 грудня 2026 року о 10": "01.12.2026 10:00",
    "5.05 о 9": "05.05.2027 09:00",
    "05.05.2027 9.00": "05.05.2027 09:00",
    "05.01.27 10:00": "05.01.2027 10:00",
    "25.11.2026, 18:30": "25.11.2026 18:30",
    "25/11 18:30": "25.11.2026 18:30",
    "2026-12-05 10:00": "05.12.2026 10:00",
    "May 5 at 9": "05.05.2027 09:00",
    "5th december 9:00": "05.12.2026 09:00",
    "5 мая в 9": "05.05.2027 09:00",
    # So much later.
    "через 2 години": "24.11.2026 20:00",
    "через годину": "24.11.2026 19:00",
    "через дві години": "24.11.2026 20:00",
    "за 15 хвилин": "24.11.2026 18:15",
    "через півгодини": "24.11.2026 18:30",
    "через 2 дні о 9": "26.11.2026 09:00",
    "через тиждень о 9": "01.12.2026 09:00",
    "in 2 hours": "24.11.2026 20:00",
    "in an hour": "24.11.2026 19:00",
    "через неделю в 10": "01.12.2026 10:00",
    # A time alone: when it comes next.
    "18:30": "24.11.2026 18:30",
    "18.30": "24.11.2026 18:30",
    "18:00": "25.11.2026 18:00",
    "07:15": "25.11.2026 07:15",
    "о 8": "25.11.2026 08:00",
    "ввечері о 8": "24.11.2026 20:00",
    "до 20:00": "24.11.2026 20:00",
}


@pytest.mark.parametrize(("text", "meant"), MEANT.items())
def test_a_time_is_read_as_people_in_kyiv_mean_it(text: str, meant: str) -> None:
    assert f"{moment_of(text, NOW).astimezone(KYIV):%d.%m.%Y %H:%M}" == meant


def test_an_hour_after_the_clocks_change_is_that_of_its_own_day() -> None:
    now = datetime(2026, 10, 24, 9, 0, tzinfo=UTC)  # in Kyiv 12:00, three hours ahead; tomorrow two
    assert moment_of("завтра 09:00", now) == datetime(2026, 10, 25, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "колись", "8", "25:00", "31.11 10:00", "29.02.2027 10:00", "01.01.0001 0:00", "учора 10:00", "завтра о 8 десь",
     "завтра завтра о 8", "через 0 годин", "завтра о 20 ранку", "next month at 9", "завтра" * 100],
)  # fmt: skip
def test_what_is_no_time_is_not_guessed_at(text: str) -> None:
    with pytest.raises(NotATime) as refusal:
        moment_of(text, NOW)
    assert refusal.type is NotATime


@pytest.mark.parametrize("text", ["завтра", "у середу", "завтра зранку", "5 травня", "10.12"])
def test_a_day_without_an_hour_is_asked_about(text: str) -> None:
    with pytest.raises(HourMissing):
        moment_of(text, NOW)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("сьогодні о 8", "24.11.2026, 08:00"),
        ("сьогодні 18:00", "24.11.2026, 18:00"),
        ("24.11.2025 19:00", "24.11.2025, 19:00"),
    ],
)
def test_a_time_that_has_passed_is_named(text: str, passed: str) -> None:
    with pytest.raises(TimePassed) as refusal:
        moment_of(text, NOW)
    assert refusal.value.values == {"time": passed}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5 грудня", "05.12.2026 23:59"),
        ("до 5 грудня", "05.12.2026 23:59"),
        ("10.12", "10.12.2026 23:59"),
        ("10.12 18:00", "10.12.2026 18:00"),
        ("у п'ятницю", "27.11.2026 23:59"),
        ("через тиждень", "01.12.2026 23:59"),
    ],
)
def test_where_an_end_is_asked_for_a_day_is_enough(text: str, meant: str) -> None:
    assert f"{moment_of(text, NOW, a_day_alone=END_OF_DAY).astimezone(KYIV):%d.%m.%Y %H:%M}" == meant


def test_the_furthest_hour_of_a_notice_is_taken() -> None:
    assert checked_time(moment_of("23.01 18:00", NOW), NOW) == NOW + timedelta(days=60)
    with pytest.raises(TooFar):
        checked_time(moment_of("23.01 18:01", NOW), NOW)
    with pytest.raises(TimePassed):
        checked_time(NOW, NOW)


WRITTEN = (
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y о %H:%M",
    "%H:%M %d.%m.%Y",
    "%d.%m.%Y, %H.%M",
    "%Y-%m-%d %H:%M",
    "%d/%m/%Y в %H:%M",
)


@given(st.integers(1, 2_000_000), st.sampled_from(WRITTEN))
def test_every_minute_is_read_as_it_was_written(minutes: int, written: str) -> None:
    when = NOW + timedelta(minutes=minutes)
    typed = when.astimezone(KYIV).strftime(written)
    assert moment_of(typed, NOW) == moment(when.astimezone(KYIV).date(), when.astimezone(KYIV).time())


@given(st.text(alphabet="завтраоучерізп'ятницю 0123456789:.-/", max_size=30))
def test_whatever_is_typed_is_a_time_to_come_or_refused(text: str) -> None:
    try:
        meant = moment_of(text, NOW)
    except NotATime:
        return
    assert meant > NOW


# Days.


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("01.12.2026–28.02.2027", date(2026, 12, 1), date(2027, 2, 28)),
        ("1.12-28.2", date(2026, 12, 1), date(2027, 2, 28)),
        ("з 1 грудня до 28 лютого", date(2026, 12, 1), date(2027, 2, 28)),
        ("від 1.12 по 5.12", date(2026, 12, 1), date(2026, 12, 5)),
        ("1 December to 28 February", date(2026, 12, 1), date(2027, 2, 28)),
        ("з 1 до 14 травня", date(2027, 5, 1), date(2027, 5, 14)),
        ("1-14 грудня", date(2026, 12, 1), date(2026, 12, 14)),
        ("10 to 20 December 2026", date(2026, 12, 10), date(2026, 12, 20)),
        ("01.12-01.12", date(2026, 12, 1), date(2026, 12, 1)),
        ("1.12", date(2026, 12, 1), None),
        ("1.2", date(2027, 2, 1), None),
        ("завтра", date(2026, 11, 25), None),
        ("з понеділка", date(2026, 11, 30), None),
        ("24.11", date(2026, 11, 24), None),
        ("25.11.2027", date(2027, 11, 25), None),
    ],
)
def test_days_are_read_as_people_write_them(text: str, since: date, until: date | None) -> None:
    assert dates_of(text, today(NOW)) == (since, until)


@pytest.mark.parametrize(
    "text",
    ["", "31.02.2027", "23.11.2026", "01.12.2026-30.11.2026", "01.01.2029", "26.11.2027", "з 1.12 до", "1.12 о 9"],
)
def test_what_is_no_days_is_refused(text: str) -> None:
    with pytest.raises(NotDates):
        dates_of(text, today(NOW))


# Hours.


@pytest.mark.parametrize(
    "text",
    ["9:00-12:30", "09:00–12:30", " 9.00 — 12.30 ", "9:00 - 12:30", "з 9 до 12:30", "from 9 to 12:30", "9-00 - 12-30"],
)
def test_hours_are_read_as_people_write_them(text: str) -> None:
    assert hours_of(text) == (time(9), time(12, 30))
    assert hours_of("9-12") == (time(9), time(12))


@pytest.mark.parametrize("text", ["", "9:00", "12:00-9:00", "9:00-9:00", "25:00-26:00", "зранку", "9:00-12:75"])
def test_what_is_no_hours_is_refused(text: str) -> None:
    with pytest.raises(NotHours):
        hours_of(text)
