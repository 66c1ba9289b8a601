"""Reminders of office hours: the letters, and at which hours of the day they are due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.ids import AreaId
from bot.domain.kyiv import moment, today
from bot.domain.letters import Letter
from bot.domain.office_hours import Known, Opening
from bot.register import CommunityCode

HOUR = timedelta(hours=1)  # so long before receiving people an officer is reminded
WAY = timedelta(hours=3)  # people set out, or change their plans, so long before office hours


def reminded_at(opening: Opening, morning: time, evening: time) -> datetime:
    """When those are reminded who asked for it: on its morning, or where that is too late, on the evening before."""
    in_the_morning = moment(opening.day, morning)
    if opening.start >= in_the_morning + HOUR:
        return in_the_morning
    return moment(opening.day - timedelta(days=1), evening)


# Letters.


@dataclass(frozen=True, slots=True)
class EveningHours(Letter):
    """To the residents of an area on the evening before `day`: who receives then, and what has changed after it."""

    area_id: AreaId
    day: date


@dataclass(frozen=True, slots=True)
class AskedOpening(Letter):
    """To those who asked to be reminded of an opening, before it."""

    opening: str


@dataclass(frozen=True, slots=True)
class OpeningChanged(Letter):
    """To the same, when it is moved, closed, or takes place after all: immediately, or after the night."""

    opening: str
    was: Known | None = None


@dataclass(frozen=True, slots=True)
class WeekHours(Letter):
    """To a community's chats: who receives when in the week that begins on this Monday."""

    community: CommunityCode
    monday: date


@dataclass(frozen=True, slots=True)
class OpeningsSoon(Letter):
    """To the officers who receive people from this time on, before it."""

    start: datetime


# Rounds of reminders.


class Round(StrEnum):
    """What is begun at a time of the day, in this order where times coincide; the values are in order, too."""

    EVENING = "a-evening"  # to residents, of tomorrow
    EARLY = "b-early"  # to those who asked, of tomorrow, where the morning would be too late
    MORNING = "c-morning"  # to those who asked, of today
    WEEK = "d-week"  # to chats, of the week


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A round that is due. `day`: the one that it is about; the Monday of a week."""

    at: datetime
    round: Round
    day: date


def rounds_between(since: datetime, now: datetime, morning: time, evening: time) -> Sequence[Due]:
    """The rounds at this moment (`since`) and after it, until now, in order."""
    day, found = today(since), list[Due]()
    while day <= today(now):
        tomorrow = day + timedelta(days=1)
        at_evening, at_morning = moment(day, evening), moment(day, morning)
        found += [Due(at_evening, Round.EVENING, tomorrow), Due(at_evening, Round.EARLY, tomorrow)]
        found.append(Due(at_morning, Round.MORNING, day))
        if day.weekday() == 0:
            found.append(Due(at_morning, Round.WEEK, day))
        day = tomorrow
    return sorted(each for each in found if since <= each.at <= now)
