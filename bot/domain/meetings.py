"""Meetings: a coordinator sets one, step by step, and invites councils; those answer whether they come.

Until it is announced it is a draft. What of it changes afterwards is told to all who were invited.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.bodies import Place, has_words, on_one_line
from bot.domain.dialogs import Dialog
from bot.domain.ids import MeetingId, PersonId
from bot.domain.kyiv import moment, today
from bot.domain.letters import Letter, LetterClass
from bot.domain.refusals import Refusal

PLACE_LIMIT = 200
WORDS_LIMIT = 1500
EVENING = time(18)  # of the day before: people are reminded, and can still arrange things
SHORTLY = timedelta(hours=1)


class MeetingKind(StrEnum):
    SEMINAR = "seminar"
    TRAINING = "training"
    REPORT = "report"
    WATCH = "watch"  # of neighbours


class Part(StrEnum):
    """What is written of a meeting. `RESULTS`: what was decided, once it has begun."""

    TIME = "time"
    PLACE = "place"
    WORDS = "words"
    RESULTS = "results"


BEFORE = (Part.TIME, Part.PLACE, Part.WORDS)  # in the order in which they are asked for


class Reply(StrEnum):
    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


REMINDED = frozenset({Reply.YES, Reply.PERHAPS})


class News(StrEnum):
    """What people who were invited are told."""

    ANNOUNCED = "announced"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    SOON = "soon"
    RESULTS = "results"


class MeetingState(StrEnum):
    DRAFT = "draft"
    AHEAD = "ahead"
    BEGUN = "begun"  # or over: how long it lasts is not known
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Meeting:
    """`revision`: how often it was changed since it was announced."""

    id: MeetingId
    kind: MeetingKind
    by_person_id: PersonId
    starts_at: datetime | None
    place: str | None
    latitude: float | None
    longitude: float | None
    words: str | None
    announced_at: datetime | None
    cancelled_at: datetime | None
    revision: int
    results: str | None

    @property
    def point(self) -> Place | None:
        if self.latitude is None or self.longitude is None:
            return None
        return Place(self.latitude, self.longitude)

    def state(self, now: datetime) -> MeetingState:
        if self.announced_at is None:
            return MeetingState.DRAFT
        if self.cancelled_at is not None:
            return MeetingState.CANCELLED
        begun = self.starts_at is not None and self.starts_at <= now
        return MeetingState.BEGUN if begun else MeetingState.AHEAD

    @property
    def missing(self) -> Part | None:
        """What has to be written before it can be announced, the next of it."""
        there = {Part.TIME: self.starts_at, Part.PLACE: self.place or self.point, Part.WORDS: self.words}
        return next((part for part in BEFORE if there[part] is None), None)

    def writable(self, now: datetime) -> tuple[Part, ...]:
        """What of it can be written now."""
        match self.state(now):
            case MeetingState.DRAFT | MeetingState.AHEAD:
                return BEFORE
            case MeetingState.BEGUN:
                return (Part.RESULTS,)
            case MeetingState.CANCELLED:
                return ()


class CannotMeetSo(Refusal):
    """The meeting is over, cancelled, or was announced meanwhile: the button is old."""

    key = "meeting-not-now"


class MeetingUnfinished(Refusal):
    """Something is missing, nobody is invited, or its time is past."""

    key = "meeting-unfinished"


class WrongWords(Refusal):
    """Words are needed, of `limit` characters at most."""

    key = "meeting-wrong-words"


def place_line(text: str) -> str:
    """As it is stored: one line. Raises WrongWords."""
    return _limited(on_one_line(text), PLACE_LIMIT)


def words(text: str) -> str:
    """As they are stored. Raises WrongWords."""
    return _limited(text.strip(), WORDS_LIMIT)


def _limited(text: str, limit: int) -> str:
    if not has_words(text) or len(text) > limit:
        raise WrongWords(limit=limit)
    return text


def next_reminder(starts_at: datetime, now: datetime) -> datetime | None:
    """The evening before or the hour before, the next of them after `now`; None where both are past."""
    evening = moment(today(starts_at) - timedelta(days=1), EVENING)
    return next((each for each in (evening, starts_at - SHORTLY) if each > now), None)


# Letters.


@dataclass(frozen=True, slots=True)
class MeetingTold(Letter):
    """To a person of a council that was invited: the meeting as it is now, and what is new of it."""

    meeting_id: MeetingId
    news: News

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class MeetingPlaceShown(Letter):
    """To a person who asks for it: the place on the map."""

    meeting_id: MeetingId


@dataclass(frozen=True, slots=True)
class MeetingCalendarMade(Letter):
    """To a person who asks for it: the meeting as a file for a calendar."""

    meeting_id: MeetingId


# What is typed.


@dataclass(frozen=True, slots=True)
class WritingMeeting(Dialog, flow="meeting"):
    """The next message is this part of the meeting."""

    meeting_id: MeetingId
    part: Part
