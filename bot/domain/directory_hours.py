"""Office hours as the form of the directory has them: «пн-ср, пт», «щотижня», «9:00»."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from bot.domain.directory import Field, Row, key_of
from bot.domain.ids import OfficeId, OfficerId, RuleId
from bot.domain.office_hours import (
    HORIZON,
    MOST_RULES,
    NeverHeld,
    NoDays,
    Repeat,
    Rule,
    TooManyRules,
    check_clash,
    check_curfew,
    openings,
)
from bot.domain.policy import Curfew
from bot.domain.refusals import Refusal
from bot.domain.typed_times import in_order
from bot.register import CommunityCode

WEEK = ("пн", "вт", "ср", "чт", "пт", "сб", "нд")
REPEATS: Mapping[Repeat, str] = {
    Repeat.EVERY: "щотижня",
    Repeat.FIRST: "перший у місяці",
    Repeat.SECOND: "другий у місяці",
    Repeat.THIRD: "третій у місяці",
    Repeat.FOURTH: "четвертий у місяці",
    Repeat.LAST: "останній у місяці",
}
TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")
DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NotDays(Refusal):
    """Days are named as `WEEK` does."""

    key = "directory-not-days"


class NotARepeat(Refusal):
    key = "directory-not-a-repeat"


class NotATimeOfDay(Refusal):
    key = "directory-not-a-time"


class NotACalendarDay(Refusal):
    key = "directory-not-a-day"


@dataclass(frozen=True, slots=True)
class Hours:
    """A rule without who and where. `address`: of the office, as it is stored."""

    address: str
    days: int
    repeat: Repeat
    starts: time
    ends: time
    since: date | None  # None: from the day on which it is imported
    until: date | None

    def is_as(self, other: "Hours") -> bool:
        """Whether this, as a file says it, is there already."""
        there = replace(other, address=key_of(other.address))
        return replace(self, address=key_of(self.address), since=self.since or other.since) == there


def hours_of(row: Row) -> Hours:
    """What a row says. Raises NotDays, NotARepeat, NotATimeOfDay, NotACalendarDay, NotHours."""
    starts, ends = in_order(_time(row[Field.STARTS]), _time(row[Field.ENDS]))
    since, until = _day(row[Field.SINCE]), _day(row[Field.UNTIL])
    return Hours(row[Field.ADDRESS], days_in(row[Field.DAYS]), _repeat(row[Field.REPEAT]), starts, ends, since, until)


def cells_of(hours: Hours) -> Mapping[Field, str]:
    """As the export has it."""
    cells = {
        Field.ADDRESS: hours.address,
        Field.DAYS: ", ".join(name for day, name in enumerate(WEEK) if hours.days >> day & 1),
        Field.REPEAT: REPEATS[hours.repeat],
        Field.STARTS: f"{hours.starts:%H:%M}",
        Field.ENDS: f"{hours.ends:%H:%M}",
    }
    days = ((Field.SINCE, hours.since), (Field.UNTIL, hours.until))
    return cells | {name: f"{day:%d.%m.%Y}" for name, day in days if day is not None}


def days_in(text: str) -> int:
    """«пн, ср», «пн-пт»: a bit for each day, Monday the lowest. Raises NotDays."""
    days = 0
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[-–—]\s*", "-", key_of(text))):
        first, _, last = part.partition("-")
        if first not in WEEK or (last or first) not in WEEK:
            raise NotDays
        begin, end = WEEK.index(first), WEEK.index(last or first)
        if begin > end:
            raise NotDays
        for day in range(begin, end + 1):
            days |= 1 << day
    return days


def _repeat(text: str) -> Repeat:
    if not text:
        return Repeat.EVERY
    for repeat, word in REPEATS.items():
        if key_of(text) == word:
            return repeat
    raise NotARepeat


def _time(text: str) -> time:
    found = TIME.fullmatch(text)
    try:
        if found is not None:
            return time(int(found[1]), int(found[2]))
    except ValueError:
        pass
    raise NotATimeOfDay


def _day(text: str) -> date | None:
    """None where nothing is said."""
    if not text:
        return None
    found = DAY.fullmatch(text)
    try:
        if found is not None:
            return date(int(found[3]), int(found[2]), int(found[1]))
        if ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise NotACalendarDay


def check(wanted: Hours, others: Sequence[Hours], community: CommunityCode, curfew: Curfew, today: date) -> None:
    """Whether an officer who receives people at these other times may do so then, too.

    Raises NoDays, DuringCurfew, TooManyRules, NeverHeld, Overlaps.
    """
    if not wanted.days:
        raise NoDays
    check_curfew(wanted.starts, wanted.ends, curfew)
    if len(others) >= MOST_RULES:
        raise TooManyRules(limit=MOST_RULES)
    rules = [_rule(number, each, community, today) for number, each in enumerate([*others, wanted])]
    first = max(today, rules[-1].since)
    if next(rules[-1].dates(first, first + HORIZON), None) is None:
        raise NeverHeld
    check_clash(openings(rules, [], first, first + HORIZON))


def _rule(number: int, hours: Hours, community: CommunityCode, today: date) -> Rule:
    """To be held against others: neither who nor where matters."""
    since = hours.since or today
    return replace(rule_of(OfficerId(0), OfficeId(0), community, hours, since), id=RuleId(number))


def rule_of(officer_id: OfficerId, office_id: OfficeId, community: CommunityCode, hours: Hours, since: date) -> Rule:
    """One that is not stored yet."""
    return Rule(
        RuleId(0),
        officer_id,
        office_id,
        community,
        hours.days,
        hours.repeat,
        hours.starts,
        hours.ends,
        since,
        hours.until,
    )
