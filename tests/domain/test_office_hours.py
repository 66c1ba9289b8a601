"""Office hours: what rules and exceptions come to, checked against the library's own expansion over years with a leap
day and both changes of the clocks; what is typed; what is refused."""

from calendar import monthcalendar
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule, rruleset
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ids import ExceptionId, OfficeId, OfficerId, RuleId
from bot.domain.kyiv import moment
from bot.domain.office_hours import (
    DayException,
    DuringCurfew,
    Kind,
    Opening,
    Overlaps,
    Repeat,
    Rule,
    TooLong,
    check_clash,
    check_curfew,
    extra_key,
    named,
    net_change,
    one_line,
    openings,
    rule_key,
)
from bot.domain.policy import KYIV, Curfew
from bot.domain.reminders import Due, Round, reminded_at, rounds_between
from bot.register import CommunityCode

HERE = CommunityCode("UA23060090000082326")
LEAP_YEAR, YEAR = date(2028, 1, 1), date(2026, 1, 1)
PLACES = {Repeat.FIRST: 1, Repeat.SECOND: 2, Repeat.THIRD: 3, Repeat.FOURTH: 4, Repeat.LAST: -1}

clock = st.times(max_value=time(23, 58)).map(lambda each: each.replace(second=0, microsecond=0, fold=0))
hours = st.tuples(clock, clock).filter(lambda pair: pair[0] < pair[1])
days = st.dates(date(2026, 1, 1), date(2029, 1, 1))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    starts, ends = draw(hours)
    since = draw(days)
    until = draw(st.none() | st.dates(since, since + timedelta(days=500)))
    repeat = draw(st.sampled_from(Repeat))
    return a_rule(days=draw(st.integers(1, 127)), repeat=repeat, starts=starts, ends=ends, since=since, until=until)


def a_rule(
    days: int = 0b101,
    starts: time = time(9),
    ends: time = time(12),
    repeat: Repeat = Repeat.EVERY,
    since: date = YEAR,
    until: date | None = None,
    number: int = 1,
) -> Rule:
    return Rule(RuleId(number), OfficerId(1), OfficeId(1), HERE, days, repeat, starts, ends, since, until)


def an_exception(day: date, rule: Rule | None = None, hours: tuple[time, time] | None = None) -> DayException:
    office, community = (OfficeId(2), HERE) if hours else (None, None)
    starts, ends = hours or (None, None)
    rule_id = rule.id if rule is not None else None
    return DayException(ExceptionId(7), OfficerId(1), day, rule_id, office, community, starts, ends, "свято")


def of_the_library(rule: Rule, exceptions: list[DayException], first: date, last: date) -> list[datetime]:
    """When hours begin, by the library alone: from the day on which the rule does, in people's own clocks."""
    place = PLACES.get(rule.repeat)
    found = rruleset()
    found.rrule(
        rrule(
            WEEKLY if place is None else MONTHLY,
            dtstart=datetime.combine(rule.since, rule.starts, KYIV),
            until=datetime.combine(rule.until, rule.starts, KYIV) if rule.until is not None else None,
            byweekday=[NAMES[day] if place is None else NAMES[day](place) for day in rule.weekdays],
        )
    )
    on = {each.date(): each for each in found.between(at(first, time()), at(last, time(23, 59)), inc=True)}
    held = [at(each.day, each.starts) for each in exceptions if each.starts is not None]  # a date excluded stays so
    for each in exceptions:
        if each.rule_id is not None and each.day in on:
            found.exdate(on[each.day])
    held += found.between(at(first, time()), at(last, time(23, 59)), inc=True)
    return [each.astimezone(UTC) for each in held]


NAMES = (MO, TU, WE, TH, FR, SA, SU)


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, KYIV)


def starts_of(found: list[Opening]) -> list[datetime]:
    return sorted({each.start for each in found if each.takes_place})


@given(rules(), st.sampled_from([YEAR, date(2027, 1, 1), LEAP_YEAR]))
def test_a_rule_comes_to_what_the_library_expands_it_to_over_a_year(rule: Rule, first: date) -> None:
    last = first + timedelta(days=366)
    assert starts_of(openings([rule], [], first, last)) == sorted(set(of_the_library(rule, [], first, last)))


@given(rules(), st.data())
def test_exceptions_close_move_and_add_what_the_library_excludes_and_adds(rule: Rule, data: st.DataObject) -> None:
    first, last = LEAP_YEAR, LEAP_YEAR + timedelta(days=366)
    on = sorted(each.day for each in openings([rule], [], first, last))
    changed = data.draw(st.lists(st.sampled_from(on), max_size=5, unique=True)) if on else []
    exceptions = [an_exception(day, rule, data.draw(st.none() | hours)) for day in changed]
    added = data.draw(st.lists(st.dates(first, last), max_size=3, unique=True))
    exceptions += [an_exception(day, None, data.draw(hours)) for day in added]
    assert starts_of(openings([rule], exceptions, first, last)) == sorted(
        set(of_the_library(rule, exceptions, first, last))
    )


@given(rules(), st.dates(date(2026, 1, 1), date(2028, 12, 1)), st.integers(0, 40), st.integers(0, 40))
def test_a_window_shows_what_a_longer_one_shows_of_it(rule: Rule, first: date, length: int, more: int) -> None:
    last = first + timedelta(days=length)
    longer = openings([rule], [], first - timedelta(days=more), last + timedelta(days=more))
    assert openings([rule], [], first, last) == [each for each in longer if first <= each.day <= last]


@pytest.mark.parametrize("repeat", [each for each in Repeat if each is not Repeat.EVERY])
def test_the_days_of_a_month_are_those_of_the_calendar_on_the_wall(repeat: Repeat) -> None:
    saturdays = a_rule(days=1 << 5, repeat=repeat)
    for month in range(1, 13):
        on_the_wall = [week[5] for week in monthcalendar(2028, month) if week[5]]
        place = PLACES[repeat]
        expected = date(2028, month, on_the_wall[place - 1 if place > 0 else -1])
        assert [*saturdays.dates(date(2028, month, 1), date(2028, month, 28) + timedelta(days=3))][:1] == [expected]


def test_the_leap_day_is_a_day_like_others() -> None:
    leap_day = date(2028, 2, 29)  # a Tuesday, the last of its month
    assert [*a_rule(days=0b10).dates(leap_day, leap_day)] == [leap_day]
    assert [*a_rule(days=0b10, repeat=Repeat.LAST).dates(date(2028, 2, 1), date(2028, 3, 1))] == [leap_day]


def test_clocks_that_change_move_the_moment_and_not_the_hour() -> None:
    sundays = a_rule(days=1 << 6, starts=time(9), ends=time(12))
    for change, utc in ((date(2026, 3, 29), 6), (date(2026, 10, 25), 7)):
        before, after = openings([sundays], [], change - timedelta(days=7), change)
        assert {before.start.astimezone(KYIV).hour, after.start.astimezone(KYIV).hour} == {9}
        assert (before.start.hour, after.start.hour) == (13 - utc, utc)


def test_an_opening_across_the_change_of_the_clocks_is_an_hour_shorter_or_longer() -> None:
    night = a_rule(days=1 << 6, starts=time(2), ends=time(6))
    [spring] = openings([night], [], date(2026, 3, 29), date(2026, 3, 29))
    [autumn] = openings([night], [], date(2026, 10, 25), date(2026, 10, 25))
    assert spring.end - spring.start == timedelta(hours=3)
    assert autumn.end - autumn.start == timedelta(hours=5)


def test_a_moved_opening_keeps_its_key_and_a_closed_one_says_when_it_would_have_been() -> None:
    rule, day = a_rule(), date(2026, 11, 25)
    [usual] = openings([rule], [], day, day)
    [moved] = openings([rule], [an_exception(day, rule, (time(14), time(16)))], day, day)
    [closed] = openings([rule], [an_exception(day, rule)], day, day)
    assert usual.key == moved.key == closed.key == "1-20261125"
    assert (moved.kind, moved.office_id, moved.start) == (Kind.MOVED, 2, moment(day, time(14)))
    assert (closed.kind, closed.start, closed.reason) == (Kind.CLOSED, usual.start, "свято")
    assert not usual.known.says(closed)
    assert not usual.known.says(moved)
    assert not usual.known.says(None)
    assert closed.known.says(None)
    assert not closed.known.says(usual)
    assert usual.known.says(replace(usual, reason="те саме"))
    for other in (replace(usual, end=usual.end + timedelta(hours=1)), replace(usual, office_id=OfficeId(2))):
        assert not usual.known.says(other)


def test_a_rule_without_days_comes_to_nothing() -> None:
    assert openings([a_rule(days=0)], [], date(2026, 11, 23), date(2026, 11, 29)) == []


def test_extra_hours_are_those_of_the_days_that_are_asked_for() -> None:
    day = date(2026, 11, 25)
    extra = an_exception(day, None, (time(14), time(16)))
    assert [each.kind for each in openings([], [extra], day, day)] == [Kind.EXTRA]
    assert openings([], [extra], date(2026, 11, 20), date(2026, 11, 24)) == []
    assert openings([], [extra], date(2026, 11, 26), date(2026, 11, 30)) == []
    assert openings([], [an_exception(day)], day, day) == [], "of no rule, and without hours"


def test_keys_name_what_they_were_made_of() -> None:
    assert named(rule_key(RuleId(12), date(2026, 11, 25))) == (12, date(2026, 11, 25))
    assert named(extra_key(ExceptionId(5))) == 5
    for junk in ("", "x", "1-20261340", "1-2026", "-1-20261125", "x1-20261125", "1;20261125"):
        assert named(junk) is None


# What is refused.


def test_hours_that_overlap_are_refused_with_the_day_and_the_hours() -> None:
    mornings = a_rule(days=0b11)
    elsewhere = replace(a_rule(days=0b110, starts=time(11, 59), ends=time(13), number=2), office_id=OfficeId(2))
    first, last = date(2026, 11, 23), date(2026, 11, 29)
    with pytest.raises(Overlaps) as refused:
        check_clash(openings([mornings, elsewhere], [], first, last))
    assert refused.value.values == {"day": "24.11.2026", "starts": "11:59", "ends": "13:00"}
    check_clash(openings([mornings, replace(elsewhere, starts=time(12))], [], first, last))
    check_clash(openings([mornings, elsewhere], [an_exception(date(2026, 11, 24), mornings)], first, last))


@given(st.lists(st.tuples(hours, st.integers(0, 3)), max_size=6))
def test_overlaps_are_found_wherever_two_share_a_minute(held: list[tuple[tuple[time, time], int]]) -> None:
    found = openings(
        [],
        [
            replace(an_exception(YEAR + timedelta(days=day), None, pair), id=ExceptionId(number))
            for number, (pair, day) in enumerate(held)
        ],
        YEAR,
        YEAR + timedelta(days=3),
    )
    shares = any(
        one is not other and one.start < other.end and other.start < one.end for one in found for other in found
    )
    try:
        check_clash(found)
    except Overlaps:
        assert shares
    else:
        assert not shares


@pytest.mark.parametrize(
    ("starts", "ends", "begins", "until", "refused"),
    [
        (time(9), time(12), time(0), time(5), False),
        (time(5), time(7), time(0), time(5), False),
        (time(4, 59), time(7), time(0), time(5), True),
        (time(18), time(21), time(21), time(6), False),
        (time(18), time(21, 1), time(21), time(6), True),
        (time(5, 30), time(8), time(21), time(6), True),
    ],
)
def test_hours_inside_the_curfew_are_refused(
    starts: time, ends: time, begins: time, until: time, *, refused: bool
) -> None:
    curfew = Curfew(begins, until)
    if not refused:
        check_curfew(starts, ends, curfew)
        return
    with pytest.raises(DuringCurfew) as refusal:
        check_curfew(starts, ends, curfew)
    assert refusal.value.values == {"begins": f"{begins:%H:%M}", "ends": f"{until:%H:%M}"}


# When reminders are due.

MORNING, EVENING = time(8), time(18)


def test_a_title_is_one_line_of_as_many_characters_as_there_is_room_for() -> None:
    assert one_line(" Сільська \n рада ", 13) == "Сільська рада"
    assert one_line("а", 13) == "а"
    with pytest.raises(TooLong) as refused:
        one_line("а" * 14, 13)
    assert refused.value.values == {"limit": 13}


def test_who_asked_is_reminded_in_the_morning_or_where_that_is_late_on_the_evening_before() -> None:
    day = date(2026, 11, 25)
    [usual] = openings([a_rule()], [], day, day)
    [early] = openings([a_rule(starts=time(8, 30))], [], day, day)
    assert reminded_at(usual, MORNING, EVENING) == moment(day, MORNING)
    assert reminded_at(early, MORNING, EVENING) == moment(date(2026, 11, 24), EVENING)


def test_a_round_is_due_at_its_very_moment() -> None:
    evening = moment(date(2026, 11, 25), EVENING)
    assert {each.at for each in rounds_between(evening, evening, MORNING, EVENING)} == {evening}


def test_a_day_has_its_rounds_and_a_monday_one_more() -> None:
    sunday, monday = date(2026, 11, 22), date(2026, 11, 23)
    found = rounds_between(moment(sunday, time(12)), moment(monday, time(12)), MORNING, EVENING)
    assert found == [
        Due(moment(sunday, EVENING), Round.EVENING, monday),
        Due(moment(sunday, EVENING), Round.EARLY, monday),
        Due(moment(monday, MORNING), Round.MORNING, monday),
        Due(moment(monday, MORNING), Round.WEEK, monday),
    ]


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001  # made aware below
    st.lists(st.integers(0, 5000), min_size=1, max_size=6),
)
def test_each_round_comes_once_however_time_is_cut(begin: datetime, steps: list[int]) -> None:
    since = now = begin.replace(tzinfo=UTC)
    found: list[Due] = []
    for step in steps:
        later = now + timedelta(minutes=step)
        found += [each for each in rounds_between(now, later, MORNING, EVENING) if each.at > now]
        now = later
    assert found == [each for each in rounds_between(since, now, MORNING, EVENING) if each.at > since]


# What a change comes to.


@st.composite
def rule_sets(draw: st.DrawFn) -> list[Rule]:
    """Rules of one officer as a form can make them; few values, so that many are alike."""
    return [
        replace(
            a_rule(),
            id=RuleId(number),
            days=draw(st.integers(1, 127)),
            starts=time(draw(st.sampled_from([9, 10]))),
            office_id=OfficeId(draw(st.integers(1, 2))),
            repeat=draw(st.sampled_from([Repeat.EVERY, Repeat.FIRST])),
            since=date(2026, 11, 24) + draw(st.sampled_from([0, 30])) * timedelta(days=1),
        )
        for number in range(draw(st.integers(0, 4)))
    ]


def said(rules: Sequence[Rule], on: date) -> Counter[object]:
    """Each day of the week that a person reads, with its hours, place, repetition, and the day from which it holds."""
    return Counter(
        (day, rule.starts, rule.office_id, rule.repeat, max(rule.since, on)) for rule in rules for day in rule.weekdays
    )


@given(rule_sets(), rule_sets())
@settings(derandomize=True)
def test_the_summary_of_a_change_does_not_contradict_itself_and_leaves_nothing_out(
    added: list[Rule], removed: list[Rule]
) -> None:
    on = date(2026, 11, 25)
    new, gone = net_change(added, removed, on)
    assert not said(new, on) & said(gone, on)
    assert said(new, on) == said(added, on) - said(removed, on)
    assert said(gone, on) == said(removed, on) - said(added, on)
