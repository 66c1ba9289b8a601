"""An officer's absence: from which day until which, and with which stand-in.

A stand-in is an officer who is there all the time: so at its setting an absence can neither hang on another one nor be
part of a circle. If the stand-in becomes absent later, the work passes on to the next officer of the area who can be
reached, else to the coordinators.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.cases import Case
from bot.domain.dialogs import Dialog
from bot.domain.ids import AbsenceId, CaseId, OfficerId, PersonId
from bot.domain.kyiv import moment, today
from bot.domain.letters import Letter, LetterClass
from bot.domain.office_hours import Kind as HoursKind
from bot.domain.office_hours import Opening
from bot.domain.policy import KYIV
from bot.domain.refusals import Refusal

LONGEST = timedelta(days=366)
AHEAD = timedelta(days=366)  # how long before its first day an absence may be set
DAY = timedelta(days=1)
LENGTHS = (1, 7, 14)  # days that are offered by a press


class NotAnAbsence(Refusal):
    """Its days are past, in the wrong order, too far ahead, or too many."""

    key = "absence-not-days"


class AlreadyAbsent(Refusal):
    """Of an officer there is one absence at a time."""

    key = "absence-set-already"


class AbsenceOver(Refusal):
    """It has ended, or was called off."""

    key = "absence-is-over"


class OfficerAway(Refusal):
    """An officer who is away writes to the bot: nobody is sent it."""

    key = "absence-you-are-away"


class CannotStandIn(Refusal):
    """Not another officer who is there all the time, and works where the person who sets it may choose."""

    key = "absence-cannot-stand-in"


@dataclass(frozen=True, slots=True)
class Span:
    """`until` is the first moment after it."""

    since: datetime
    until: datetime

    @property
    def first_day(self) -> date:
        return self.since.astimezone(KYIV).date()

    @property
    def last(self) -> datetime:
        """The last moment of it."""
        return self.until - timedelta(microseconds=1)

    @property
    def last_day(self) -> date:
        return self.last.astimezone(KYIV).date()

    def overlaps(self, other: "Span") -> bool:
        return self.since < other.until and other.since < self.until

    def holds(self, when: datetime) -> bool:
        return self.since <= when < self.until


def span_of(first: date, last: date, now: datetime) -> Span:
    """From the first day to the end of the last one; of today from now on. Raises NotAnAbsence."""
    this_day = today(now)
    if not this_day <= first <= last or first > this_day + AHEAD or last - first >= LONGEST:
        raise NotAnAbsence
    return Span(max(moment(first, time()), now), end_of(last))


def end_of(last: date) -> datetime:
    return moment(last + DAY, time())


@dataclass(frozen=True, slots=True)
class Absence:
    """One of an officer: planned, running, or over."""

    id: AbsenceId
    officer_id: OfficerId
    since: datetime
    until: datetime
    stand_in_id: OfficerId | None
    holds_hours: bool  # the stand-in holds the officer's office hours
    set_by: PersonId
    began_at: datetime | None
    ended_at: datetime | None
    moving: bool  # cases have to change hands still

    @property
    def span(self) -> Span:
        return Span(self.since, self.until)

    @property
    def is_over(self) -> bool:
        return self.ended_at is not None

    @property
    def is_running(self) -> bool:
        return self.began_at is not None and not self.is_over

    @property
    def is_planned(self) -> bool:
        return self.began_at is None and not self.is_over


def until_day(absence: Absence, last: date, now: datetime) -> Absence:
    """The absence with another last day. Raises AbsenceOver, NotAnAbsence."""
    if absence.is_over:
        raise AbsenceOver
    first = absence.span.first_day
    if last < max(first, today(now)) or last - first >= LONGEST:
        raise NotAnAbsence
    return replace(absence, until=end_of(last))


def is_there(span: Span, absences: Iterable[Absence]) -> bool:
    """Whether an officer with these absences is there during all of it."""
    return not any(each.span.overlaps(span) for each in absences if not each.is_over)


def as_away(opening: Opening, absences: Iterable[Absence]) -> Opening:
    """An opening with the absences of its officer: one that falls into an absence is the stand-in's, or does not take
    place.
    """
    for each in absences:
        if each.officer_id == opening.officer_id and not each.is_over and each.span.holds(opening.start):
            if each.holds_hours:
                return replace(opening, stand_in_id=each.stand_in_id)
            return replace(opening, kind=HoursKind.CLOSED)
    return opening


def lent(case: Case, officer_id: OfficerId | None, now: datetime) -> Case:
    """The case as it is with another officer for a while, or (None) with the coordinators: what is owed stays owed, and
    danger in it waits for them from now on.
    """
    return replace(
        case,
        officer_id=officer_id,
        coordinator_id=None,
        unopened_since=now if case.unopened_since else None,
        alarmed_at=None,
        by_turn=False,
        shared=case.shared and officer_id is not None,
    )


class Change(StrEnum):
    """What has become of an absence."""

    SET = "set"
    MOVED = "moved"  # its last day
    BEGUN = "begun"
    ENDED = "ended"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True)
class AbsenceChanged(Letter):
    """To the officer, the stand-in, colleagues and coordinators."""

    absence_id: AbsenceId
    change: Change


@dataclass(frozen=True, slots=True)
class AwayUntil(Letter):
    """To the resident of a case, who was told when its officer is back: of another last day."""

    absence_id: AbsenceId
    case_id: CaseId

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class TypingDays(Dialog, flow="days of an absence", lasts=timedelta(minutes=30)):
    """The next message says from when until when an officer is away; with `first`, until when."""

    officer_id: OfficerId
    first: date | None


@dataclass(frozen=True, slots=True)
class TypingLastDay(Dialog, flow="last day of an absence", lasts=timedelta(minutes=30)):
    """The next message is another last day of an absence."""

    absence_id: AbsenceId
