"""Office hours: when and where an officer receives people.

A rule repeats every week, or once a month on "the first Saturday"; an exception closes or moves what a rule gives on a
day, or adds to it. What both come to is a list of openings. Rules and exceptions are in local time
in Kyiv; an opening's begin and end are moments, so that both changes of the clocks come out right.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

from dateutil.rrule import MONTHLY, WEEKLY, rrule
from dateutil.rrule import weekday as weekday_rule

from bot.domain.bodies import has_words, on_one_line
from bot.domain.ids import ExceptionId, OfficeId, OfficerId, RuleId
from bot.domain.kyiv import moment
from bot.domain.letters import Letter
from bot.domain.policy import KYIV, Curfew
from bot.domain.refusals import Refusal, TextExpected
from bot.register import CommunityCode

TITLE_LIMIT, REASON_LIMIT, MOST_RULES = 200, 200, 20
HORIZON = timedelta(days=400)  # how far a new rule is held against the others: in a year every two have met
EXCEPTIONS_AHEAD = timedelta(days=27)  # for how long exceptions can be made: four weeks with today
SOON = timedelta(days=7)  # a change of what is so near is sent immediately to those who asked


class Repeat(StrEnum):
    """Every week, or which of the month's days of this name."""

    EVERY = "every"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    LAST = "last"


PLACE_IN_MONTH = {Repeat.FIRST: 1, Repeat.SECOND: 2, Repeat.THIRD: 3, Repeat.FOURTH: 4, Repeat.LAST: -1}


class Kind(StrEnum):
    """What an opening is: as its rule has it, moved on its day, added, or not taking place."""

    USUAL = "usual"
    MOVED = "moved"
    EXTRA = "extra"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Office:
    """Where people are received: a station, or a room that a village lends. Degrees, WGS84; None: no point is known."""

    id: OfficeId
    community: CommunityCode
    title: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class NewOffice:
    """One that is not stored yet."""

    community: CommunityCode
    title: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Hours that repeat. `days`: a bit for each day of the week, Monday the lowest. `until` is the last day."""

    id: RuleId
    officer_id: OfficerId
    office_id: OfficeId
    community: CommunityCode
    days: int
    repeat: Repeat
    starts: time
    ends: time
    since: date
    until: date | None

    @property
    def weekdays(self) -> list[int]:
        """Monday is 0."""
        return [day for day in range(7) if self.days >> day & 1]

    def dates(self, first: date, last: date) -> Iterator[date]:
        """The days on which it falls, both ends included."""
        first, last = max(first, self.since), min(last, self.until or last)
        if not self.days:
            return
        place = PLACE_IN_MONTH.get(self.repeat)
        found = rrule(
            WEEKLY if place is None else MONTHLY,
            byweekday=[weekday_rule(day, place) for day in self.weekdays],
            dtstart=datetime.combine(first, time()),
            until=datetime.combine(last, time()),
        )
        yield from (each.date() for each in found)

    def opening_on(self, day: date) -> "Opening":
        """What it gives on one of its dates."""
        return self._opening(day, self.office_id, self.community, self.starts, self.ends, Kind.USUAL, None)

    def opening_with(self, day: date, exception: "DayException") -> "Opening":
        """What an exception makes of it."""
        office, community, starts, ends = exception.office_id, exception.community, exception.starts, exception.ends
        if (office, starts, ends) == (self.office_id, self.starts, self.ends):
            return self.opening_on(day)  # moved to where it is: nothing is otherwise
        if office is None or community is None or starts is None or ends is None:
            office, community, starts, ends = self.office_id, self.community, self.starts, self.ends
            return self._opening(day, office, community, starts, ends, Kind.CLOSED, exception.reason)
        return self._opening(day, office, community, starts, ends, Kind.MOVED, exception.reason)

    def _opening(  # the same again for each kind
        self,
        day: date,
        office_id: OfficeId,
        community: CommunityCode,
        starts: time,
        ends: time,
        kind: Kind,
        reason: str | None,
    ) -> "Opening":
        return Opening(
            rule_key(self.id, day),
            self.officer_id,
            office_id,
            community,
            moment(day, starts),
            moment(day, ends),
            kind,
            reason,
        )


@dataclass(frozen=True, slots=True)
class DayException:
    """What is otherwise on one day. Of a rule: it is closed (no office) or moved then. Of none: extra hours."""

    id: ExceptionId
    officer_id: OfficerId
    day: date
    rule_id: RuleId | None
    office_id: OfficeId | None
    community: CommunityCode | None
    starts: time | None
    ends: time | None
    reason: str | None

    @property
    def kind(self) -> Kind:
        if self.office_id is None:
            return Kind.CLOSED
        return Kind.EXTRA if self.rule_id is None else Kind.MOVED

    @property
    def key(self) -> str:
        """Of the opening that it makes or changes."""
        return extra_key(self.id) if self.rule_id is None else rule_key(self.rule_id, self.day)


@dataclass(frozen=True, slots=True)
class Opening:
    """An officer receives people once. `key` stays the same however it is moved on its day.

    A CLOSED one is not; it says when it would have been.
    """

    key: str
    officer_id: OfficerId
    office_id: OfficeId
    community: CommunityCode
    start: datetime
    end: datetime
    kind: Kind
    reason: str | None
    stand_in_id: OfficerId | None = None  # who receives people in place of the officer, who is away

    @property
    def held_by(self) -> OfficerId:
        return self.stand_in_id or self.officer_id

    @property
    def day(self) -> date:
        return self.start.astimezone(KYIV).date()

    @property
    def takes_place(self) -> bool:
        return self.kind is not Kind.CLOSED


# Keys: which opening is meant, in buttons, letters and reminders.

KEY = re.compile(r"(\d{1,15})-(\d{8})|x(\d{1,15})")


def rule_key(rule_id: RuleId, day: date) -> str:
    return f"{rule_id}-{day:%Y%m%d}"


def extra_key(exception_id: ExceptionId) -> str:
    return f"x{exception_id}"


def named(key: str) -> tuple[RuleId, date] | ExceptionId | None:
    """What a key means; None for what is no key."""
    found = KEY.fullmatch(key)
    if found is None:
        return None
    if found[3]:
        return ExceptionId(int(found[3]))
    try:
        return RuleId(int(found[1])), date.fromisoformat(found[2])
    except ValueError:
        return None


# Expansion.


def openings(rules: Iterable[Rule], exceptions: Iterable[DayException], first: date, last: date) -> list[Opening]:
    """What rules and exceptions come to from the first to the last day, soonest first; closed ones are among it."""
    changed: dict[str, DayException] = {}
    found: list[Opening] = []
    for each in exceptions:
        if each.rule_id is not None:
            changed[each.key] = each
        elif (extra := opening_of(each)) is not None and first <= each.day <= last:
            found.append(extra)
    for rule in rules:
        for day in rule.dates(first, last):
            exception = changed.get(rule_key(rule.id, day))
            found.append(rule.opening_on(day) if exception is None else rule.opening_with(day, exception))
    return sorted(found, key=lambda each: (each.start, each.key))


def opening_of(extra: DayException) -> Opening | None:
    """Extra hours as an opening; None for any other exception."""
    office, community, starts, ends = extra.office_id, extra.community, extra.starts, extra.ends
    if extra.rule_id is not None or office is None or community is None or starts is None or ends is None:
        return None
    start, end = moment(extra.day, starts), moment(extra.day, ends)
    return Opening(extra.key, extra.officer_id, office, community, start, end, Kind.EXTRA, extra.reason)


def first_clash(found: Iterable[Opening]) -> Opening | None:
    """The first of one officer's openings that begins before the one before it has ended."""
    held = sorted((each for each in found if each.takes_place), key=lambda each: each.start)
    return next((second for first, second in pairwise(held) if second.start < first.end), None)


# What is typed and chosen.


class NoDays(Refusal):
    key = "hours-no-days"


class NeverHeld(Refusal):
    """None of the days of a rule falls into the time for which it holds."""

    key = "hours-never-held"


class TooLong(Refusal):
    """Longer than `limit` characters, or nothing at all."""

    key = "hours-too-long"


class PointExpected(Refusal):
    """A form asked for a place on the map."""

    key = "hours-point-expected"


class TooManyRules(Refusal):
    key = "hours-too-many"


class HoursPassed(Refusal):
    """What has begun cannot be changed any more."""

    key = "hours-passed"


class DuringCurfew(Refusal):
    """People may not be out then: from `begins` until `ends`."""

    key = "hours-during-curfew"


class Overlaps(Refusal):
    """The officer receives people elsewhere at that time: on `day`, from `starts` to `ends`."""

    key = "hours-overlap"


def one_line(text: str, limit: int) -> str:
    """Raises TextExpected, TooLong."""
    line = on_one_line(text)
    if not has_words(line):
        raise TextExpected
    if len(line) > limit:
        raise TooLong(limit=limit)
    return line


def check_curfew(starts: time, ends: time, curfew: Curfew) -> None:
    """Raises DuringCurfew."""
    if curfew.forbids(starts, ends):
        raise DuringCurfew(begins=f"{curfew.begins:%H:%M}", ends=f"{curfew.ends:%H:%M}")


def check_clash(found: Iterable[Opening]) -> None:
    """Raises Overlaps."""
    clash = first_clash(found)
    if clash is not None:
        start, end = clash.start.astimezone(KYIV), clash.end.astimezone(KYIV)
        raise Overlaps(day=f"{start:%d.%m.%Y}", starts=f"{start:%H:%M}", ends=f"{end:%H:%M}")


@dataclass(frozen=True, slots=True)
class PlaceOnMap(Letter):
    """Where people are received, as a point on the map, to the person who asked for it."""

    office_id: OfficeId
