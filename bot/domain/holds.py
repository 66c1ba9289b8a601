"""Holds: a coordinator keeps the text and files of a case past their term, and says why.

A person who holds a telephone can have a case closed, and wait until the evidence against them is erased. While a hold
lasts it stays. The case leaves the chats of its desk and loses the path to its resident on its day like any other. A
hold ends in the morning of its last day, or when a coordinator ends it: what its term has passed by then is erased in
the night that follows, and until then a coordinator may take the hold up again.

A case that shows signs of a crime, and a complaint, keeps its text without one (storage/retention.py).
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from dateutil.relativedelta import relativedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, HoldId
from bot.domain.letters import Letter
from bot.domain.policy import KYIV
from bot.domain.refusals import Refusal
from bot.register import CommunityCode

TERMS = (3, 12, 36)  # months

ENDS_AT = time(9)  # in Kyiv: people read of it by day, and the night is still to come


@dataclass(frozen=True, slots=True)
class Hold:
    """One hold of a case."""

    id: HoldId
    case_id: CaseId
    reason: str
    since: datetime
    until: datetime
    ended_at: datetime | None

    @property
    def holds(self) -> bool:
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case whose hold lasts, as coordinators see it in a list."""

    case_id: CaseId
    number: str
    community: CommunityCode
    until: datetime


@dataclass(frozen=True, slots=True)
class WritingHoldReason(Dialog, flow="hold"):
    """The next message is the reason for which the case is kept so many months."""

    case_id: CaseId
    months: int


@dataclass(frozen=True, slots=True)
class HoldBegun(Letter):
    """To the resident of a case: its text is kept longer, until when and why."""

    hold_id: HoldId


@dataclass(frozen=True, slots=True)
class HoldEnded(Letter):
    """To the resident of a case: its text is kept for its term alone again."""

    hold_id: HoldId


@dataclass(frozen=True, slots=True)
class HoldOver(Letter):
    """To a coordinator: a hold has ended, and what becomes of the case."""

    hold_id: HoldId


class AlreadyHeld(Refusal):
    """There is one hold of a case at a time; it can be prolonged."""

    key = "hold-holds-already"


class KeptAnyway(Refusal):
    """Signs of a crime, and complaints, are kept without a hold."""

    key = "hold-kept-anyway"


class NotHeld(Refusal):
    """The hold has ended."""

    key = "hold-is-over"


def months_after(day: datetime, months: int) -> datetime:
    """When a hold ends that is put, or was to end, on this day."""
    last = day.astimezone(KYIV).date() + relativedelta(months=months)
    return datetime.combine(last, ENDS_AT, KYIV).astimezone(UTC)
