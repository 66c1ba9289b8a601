"""What a council is shown of its community: a fixed table of counts for two months, in which nobody can be counted out.

Each case adds to a few counts of a day (`counts_of`). They are kept by what each change of a case adds and takes away
(`changes`), so that a table is a sum over days; the same sums are made of the cases themselves by a recount.

What is published (`publishable`) holds for a reader who knows these rules, and every table that was ever published:

- A number below LEAST is left out. So it could be anything from nothing to LEAST - 1, and stays so:
- Of cases, only LISTED subjects have a line. All else is one sum, with the listed subjects that are below LEAST. That
  sum always holds several subjects that are never shown apart, violence and complaints among them. If it is below LEAST
  itself, it is left out and the total with it: instead there is the sum of the lines, as "at least".
- What is bounded by another number (of the closed cases, those that were rated) is shown no higher than it can be
  without telling of what is left out. What comes so high is an "at least", too.
- Periods are fixed, follow each other, and are published once.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.cases import ENDED, Case, Category, Kind, Status
from bot.domain.kyiv import today
from bot.domain.letters import Letter, LetterClass
from bot.register import CommunityCode

LEAST = 5  # no smaller number is published
MONTHS = 2

LISTED = (
    Category.THEFT,
    Category.FRAUD,
    Category.SUSPICIOUS,
    Category.ORDER,
    Category.ROAD,
    Category.ENVIRONMENT,
    Category.CARE,
    Category.INFO,
    Category.THANKS,
    Kind.QUESTION,
)
"""The subjects of cases that have a line. The others are never counted apart: violence, children, drugs, complaints."""

CLOSED = ENDED - {Status.MERGED}  # what was merged goes on as another case
GOOD = 4  # a rating of so much and more is a good one

MINUTE = timedelta(minutes=1)
EDGES = tuple(
    MINUTE * minutes
    for hours in (0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 96, 120, 168, 240, 336, 720)
    for minutes in (int(hours * 60),)
)
"""The times by which answers are counted: each in the first that it does not exceed. A median that is read from such
counts is the end of its step: the true one is at most a step shorter, which is half of it at most.
"""
LONGER = "longer"  # than all of them


class Measure(StrEnum):
    """What is counted of a day; `key` says of what kind it is."""

    SENT = "sent"  # a case came: by its subject
    ANSWERED = "answered"  # for the first time: by the time it took
    CLOSED = "closed"
    RATED = "rated"  # a closed case: good or poor
    NOTICE = "notice"  # began to go out
    RECEPTION = "reception"  # was held


@dataclass(frozen=True, slots=True)
class Count:
    """A row of the daily counts."""

    community: CommunityCode
    day: date
    measure: Measure
    key: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Two months in Kyiv: January and February, March and April, and so on."""

    first: date

    @classmethod
    def of(cls, day: date) -> "Period":
        return cls(date(day.year, day.month - (day.month - 1) % MONTHS, 1))

    @property
    def following(self) -> "Period":
        return Period.of(self.first + timedelta(days=31 * MONTHS))

    @property
    def previous(self) -> "Period":
        return Period.of(self.first - timedelta(days=1))

    @property
    def last(self) -> date:
        return self.following.first - timedelta(days=1)


def counts_of(case: Case) -> list[Count]:
    """What a case adds to the daily counts as it is now. A rating is of the day on which its case was closed. What the
    council itself asks is none of its community's cases.
    """
    if case.community is None or case.sent_at is None or case.kind is Kind.COUNCIL:
        return []
    found = [Count(case.community, today(case.sent_at), Measure.SENT, case.subject)]
    if case.first_answered_at is not None:
        taken = key_of(case.first_answered_at - case.sent_at)
        found.append(Count(case.community, today(case.first_answered_at), Measure.ANSWERED, taken))
    if case.closed_at is not None and case.status in CLOSED:
        day = today(case.closed_at)
        found.append(Count(case.community, day, Measure.CLOSED))
        if case.rating is not None:
            found.append(Count(case.community, day, Measure.RATED, "good" if case.rating >= GOOD else "poor"))
    return found


def changes(before: Case | None, after: Case) -> Mapping[Count, int]:
    """What a change of a case adds to the daily counts, and takes away; nothing for an ordinary message."""
    if before is not None and _facts(before) == _facts(after):
        return {}
    changed = Counter(counts_of(after))
    changed.subtract(counts_of(before) if before is not None else [])
    return {count: times for count, times in changed.items() if times}


def _facts(case: Case) -> tuple[object, ...]:
    """All of a case on which its counts depend."""
    answered = (case.sent_at, case.first_answered_at)
    return (case.community, case.subject, *answered, case.closed_at, case.status in CLOSED, case.rating)


def key_of(taken: timedelta) -> str:
    """The minutes of the first step that a time does not exceed."""
    return next((str(edge // MINUTE) for edge in EDGES if taken <= edge), LONGER)


def median(answered: Mapping[str, int]) -> timedelta | None:
    """Within which at least half of the first answers came; None where that is longer than the last step."""
    left = (sum(answered.values()) + 1) // 2
    for edge in EDGES:
        left -= answered.get(str(edge // MINUTE), 0)
        if left <= 0:
            return edge
    return None


# What is published.


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was counted in a community in a period. `reach`: to how many chats its notices came."""

    sent: Mapping[str, int] = field(default_factory=dict)
    answered: Mapping[str, int] = field(default_factory=dict)
    closed: int = 0
    good: int = 0
    poor: int = 0
    notices: int = 0
    reach: int = 0
    receptions: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as it is published; not `exact`: it is that or more."""

    value: int
    exact: bool = True


TOTAL, REST, MEDIAN = "total", "rest", "median"


def publishable(figures: Figures) -> Mapping[str, Shown]:
    """The numbers that may be read, by name: subjects, `rest` and `total`, and those of `Figures`; the median in
    minutes. What is not among them is left out.
    """
    lines = {str(each): figures.sent.get(each, 0) for each in LISTED if figures.sent.get(each, 0) >= LEAST}
    shown = {subject: Shown(count) for subject, count in lines.items()}
    known = sum(lines.values())
    rest = sum(figures.sent.values()) - known
    if rest >= LEAST:
        shown |= {REST: Shown(rest), TOTAL: Shown(known + rest)}
    elif known:
        shown[TOTAL] = Shown(known, exact=False)
    cases = shown[TOTAL].value if TOTAL in shown else 0
    if cases and sum(figures.answered.values()) >= LEAST:
        half = median(figures.answered)
        shown[MEDIAN] = Shown((half or EDGES[-1]) // MINUTE, exact=half is not None)
    shown |= {**_capped("closed", figures.closed, cases), **_rated(figures, cases)}
    if figures.notices >= LEAST:  # a reach would say that there were any
        shown |= {**_capped("notices", figures.notices), **_capped("reach", figures.reach)}
    return shown | _capped("receptions", figures.receptions)


def _rated(figures: Figures, cases: int) -> Mapping[str, Shown]:
    """Good and poor ratings are never more than the closed cases: each leaves room for all that the other may be."""
    closed = min(figures.closed, cases)
    good = _capped("good", figures.good, closed - LEAST + 1)
    taken = good["good"].value if good else 0
    return {**good, **_capped("poor", figures.poor, min(closed - LEAST + 1, closed - taken))}


def _capped(name: str, count: int, most: int | None = None) -> dict[str, Shown]:
    """Under its name, if it is high enough; of one that comes to `most`, nobody learns whether it was more."""
    value = count if most is None else min(count, most)
    return {name: Shown(value, exact=most is None or count < most)} if value >= LEAST else {}


# Letters.


@dataclass(frozen=True, slots=True)
class FiguresPublished(Letter):
    """To a person of the council: the figures of the period that begins on this day, as a message and as a page."""

    community: CommunityCode
    period: date

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


def ended(now: datetime) -> Period:
    """The last period that is over."""
    return Period.of(today(now)).previous
