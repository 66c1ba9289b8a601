"""Working time, on which due times are counted: the hours in which offices work. When an officer receives people is
another matter, and changes nothing here.

A term in days ends with the office hours of a working day, so many of them on; one in hours is exact, to the second,
also where clocks are changed within office hours. What is added never ends outside of working time.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.domain.kyiv import moment, today
from bot.domain.policy import Term, WorkingTime

A_DAY = timedelta(days=1)
NONE = timedelta(0)


def is_working_day(day: date, times: WorkingTime) -> bool:
    return day.weekday() in times.days and day not in times.holidays


def due_after(now: datetime, term: Term, times: WorkingTime) -> datetime:
    """When a term that begins now is over."""
    if term.days == 0:
        return later(now, timedelta(hours=term.hours), times)
    day = today(now)
    for _ in range(term.days):
        day = _next_working_day(day, times, A_DAY)
    return moment(day, times.ends)


def opening_before(due: datetime, days: int, times: WorkingTime) -> datetime:
    """When office hours begin on the day of `due`, or so many working days before."""
    day = today(due)
    for _ in range(days):
        day = _next_working_day(day, times, -A_DAY)
    return min(due, moment(day, times.begins))


def later(now: datetime, span: timedelta, times: WorkingTime) -> datetime:
    """When so much working time has passed since `now`."""
    for begins, ends in _sessions(now, times, A_DAY):
        start = max(now, begins)
        if start + span <= ends:
            return start + span
        span -= max(ends - start, NONE)
    raise AssertionError  # there is no last day


def earlier(at: datetime, span: timedelta, times: WorkingTime) -> datetime:
    """Since when so much working time has passed until `at`."""
    for begins, ends in _sessions(at, times, -A_DAY):
        end = min(at, ends)
        if end - span >= begins:
            return end - span
        span -= max(end - begins, NONE)
    raise AssertionError  # there is no first day


def between(start: datetime, end: datetime, times: WorkingTime) -> timedelta:
    """How much working time passes from `start` to `end`; none where that is no later."""
    passed = NONE
    for begins, ends in _sessions(start, times, A_DAY):
        if begins >= end:
            return passed
        passed += max(min(end, ends) - max(start, begins), NONE)
    raise AssertionError  # there is no last day


def postponed(due: datetime, since: datetime, now: datetime, times: WorkingTime) -> datetime:
    """A due time whose clock stood still since then: what was left of it is left still. What was over stays over."""
    return later(now, between(since, due, times), times) if due > since else due


def _next_working_day(day: date, times: WorkingTime, step: timedelta) -> date:
    day += step
    while not is_working_day(day, times):
        day += step
    return day


def _sessions(at: datetime, times: WorkingTime, step: timedelta) -> Iterator[tuple[datetime, datetime]]:
    """Office hours, from those of this day on, or back: one after another, without end."""
    day = today(at)
    while True:
        begins, ends = moment(day, times.begins), moment(day, times.ends)
        if is_working_day(day, times) and begins < ends:  # in a night in which clocks are changed there may be none
            yield begins, ends
        day += step
