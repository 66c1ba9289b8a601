"""The lists of cases at a desk: how cases are sorted into them, what narrows a list, and what comes first in it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.cases import ENDED, Case, Side
from bot.domain.ids import AreaId
from bot.domain.refusals import Refusal
from bot.register import SettlementCode

NOWHERE, NO_AREA = SettlementCode(""), AreaId(0)

PINS = 20  # that one person may have: more would be a list of their own


class Tab(StrEnum):
    """A list of cases at a desk, in the order in which they are shown. The values are in buttons: short."""

    MINE = "m"  # wait for an answer from the desk, also those that nobody has accepted yet
    RESIDENT = "r"  # wait for the resident, who was asked or answered
    OVERDUE = "o"
    CLOSED = "c"

    @property
    def owed(self) -> bool:
        """Whether the desk owes an answer: first come cases that mention an emergency, then those that wait longest.

        In the other lists the newest comes first.
        """
        return self in (Tab.MINE, Tab.OVERDUE)


def tab_of(case: Case, now: datetime) -> Tab:
    """The list in which a case is looked for."""
    if case.status in ENDED:
        return Tab.CLOSED
    if case.waits_for is not Side.OFFICER:
        return Tab.RESIDENT
    return Tab.OVERDUE if case.is_overdue(now) else Tab.MINE


class By(StrEnum):
    """What a list can be narrowed by. The values are in buttons: short."""

    SUBJECT = "k"  # the category; of a case without one, its kind
    SETTLEMENT = "s"
    AREA = "a"


@dataclass(frozen=True, slots=True)
class Filter:
    """What the cases of a list have in common; a field that is empty says nothing."""

    subject: str = ""
    settlement: SettlementCode = NOWHERE
    area: AreaId = NO_AREA
    mine: bool = False  # only those that the person has accepted

    def without(self, by: By) -> "Filter":
        match by:
            case By.SUBJECT:
                return replace(self, subject="")
            case By.SETTLEMENT:
                return replace(self, settlement=NOWHERE)
            case By.AREA:
                return replace(self, area=NO_AREA)


ALL = Filter()


class TooManyPins(Refusal):
    """One more case cannot be pinned."""

    key = "case-lists-too-many-pins"
