"""What the officers of an area see to in a half-year: a problem, the aim, what is done, with whom, and what came of it.

A priority belongs to its area, not to a person: who serves there next goes on with it. The council reads a draft and
agrees; where it is silent for COUNCIL_READS, or has nobody, the officer sets the priority alone. What the council has
read cannot be changed without its reading it again; what is done and with whom can, for that goes on all the time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.bodies import has_words, on_one_line
from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId, PriorityId
from bot.domain.kyiv import today
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal

MOST = 5  # of an area in a half-year
COUNCIL_READS = timedelta(days=14)
COMMENT_LIMIT = 500
JANUARY, JULY = 1, 7


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    """January to June or July to December, as calendars in Kyiv show them; `first`: its first day."""

    first: date

    @classmethod
    def of(cls, day: date) -> "HalfYear":
        return cls(date(day.year, JULY if day.month >= JULY else JANUARY, 1))

    @classmethod
    def at(cls, now: datetime) -> "HalfYear":
        return cls.of(today(now))

    @property
    def number(self) -> int:
        return 2 if self.first.month == JULY else 1

    @property
    def following(self) -> "HalfYear":
        return HalfYear(date(self.first.year + 1, JANUARY, 1) if self.number == 2 else date(self.first.year, JULY, 1))

    @property
    def before(self) -> "HalfYear":
        return HalfYear.of(self.first - timedelta(days=1))


class Status(StrEnum):
    DRAFT = "draft"
    ASKED = "asked"  # the council has it
    AGREED = "agreed"  # by the council
    CURRENT = "current"  # residents were told
    DONE = "done"  # the result was told


NOT_SET = frozenset({Status.DRAFT, Status.ASKED, Status.AGREED})
PUBLIC = frozenset({Status.CURRENT, Status.DONE})


class Part(StrEnum):
    """What is written of a priority, in its order; named as the columns of storage."""

    PROBLEM = "problem"
    AIM = "aim"
    ACTIONS = "actions"
    PARTNERS = "partners"
    RESULT = "result"


LIMITS: Mapping[Part, int] = {
    Part.PROBLEM: 150,
    Part.AIM: 200,
    Part.ACTIONS: 500,
    Part.PARTNERS: 200,
    Part.RESULT: 500,
}
PLAN = tuple(part for part in Part if part is not Part.RESULT)
WRITABLE: Mapping[Status, frozenset[Part]] = {
    **{status: frozenset(PLAN) for status in NOT_SET},
    Status.CURRENT: frozenset({Part.ACTIONS, Part.PARTNERS, Part.RESULT}),
    Status.DONE: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Priority:
    """`asked_at`: since when the council has it as it reads now. `comment`: what the council remarked last."""

    id: PriorityId
    area_id: AreaId
    half: date
    status: Status
    problem: str
    aim: str | None
    actions: str | None
    partners: str | None
    result: str | None
    comment: str | None
    asked_at: datetime | None

    @property
    def half_year(self) -> HalfYear:
        return HalfYear(self.half)

    def text_of(self, part: Part) -> str | None:
        texts: Mapping[Part, str | None] = {
            Part.PROBLEM: self.problem,
            Part.AIM: self.aim,
            Part.ACTIONS: self.actions,
            Part.PARTNERS: self.partners,
            Part.RESULT: self.result,
        }
        return texts[part]

    @property
    def missing(self) -> Part | None:
        """The first part of the plan that is not written yet."""
        return next((part for part in PLAN if self.text_of(part) is None), None)

    @property
    def alone_from(self) -> datetime | None:
        """From when on it may be set without the council; None where the council was not asked."""
        return self.asked_at + COUNCIL_READS if self.asked_at is not None else None

    def may_write(self, part: Part) -> bool:
        return part in WRITABLE[self.status]

    def may_ask(self) -> bool:
        return self.status is Status.DRAFT and self.missing is None

    def may_set(self, now: datetime, *, council: bool) -> bool:
        """`council`: somebody represents the community, and can be asked."""
        if self.status not in NOT_SET or self.missing is not None or self.half_year < HalfYear.at(now):
            return False
        waited = self.alone_from is not None and self.alone_from <= now
        return self.status is Status.AGREED or waited or not council

    def may_finish(self) -> bool:
        return self.status is Status.CURRENT and self.result is not None


class CannotNow(Refusal):
    """Somebody was faster, something is not written yet, or the button is old."""

    key = "priority-not-now"


class TooManyPriorities(Refusal):
    """`limit` of an area in a half-year."""

    key = "priority-too-many"


class WrongText(Refusal):
    """Words, of `limit` characters at most."""

    key = "priority-wrong-text"


def written(part: Part, text: str) -> str:
    """As it is stored. Raises WrongText."""
    return _line(text, LIMITS[part])


def remark(text: str) -> str:
    """What the council says of a draft, as it is stored. Raises WrongText."""
    return _line(text, COMMENT_LIMIT)


def _line(text: str, limit: int) -> str:
    line = on_one_line(text)
    if not has_words(line) or len(line) > limit:
        raise WrongText(limit=limit)
    return line


# What is typed.


@dataclass(frozen=True, slots=True)
class NamingProblem(Dialog, flow="priority"):
    """The next message is the problem of a new priority, of this half-year or the next."""

    area_id: AreaId
    later: bool


@dataclass(frozen=True, slots=True)
class WritingPart(Dialog, flow="priority part"):
    """The next message is this part of a priority."""

    priority_id: PriorityId
    part: Part


@dataclass(frozen=True, slots=True)
class Remarking(Dialog, flow="priority remark"):
    """The next message is what the council remarks on a draft."""

    priority_id: PriorityId


# Letters.


@dataclass(frozen=True, slots=True)
class DraftToRead(Letter):
    """To a person of the council: the officer asks them to read a priority."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class CouncilAgreed(Letter):
    """To the officers of the area."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class CouncilRemarked(Letter):
    """To the officers of the area: what the council remarked last."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class ResultAsked(Letter):
    """To the officers of the area: the half-year is over, and nothing is said yet of what came of a priority."""

    priority_id: PriorityId
