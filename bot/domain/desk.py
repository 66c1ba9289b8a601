"""An officer's desk: how the cases at it are sorted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.cases import ENDED, Case, Side
from bot.domain.letters import Letter, LetterClass
from bot.domain.refusals import Refusal


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


@dataclass(frozen=True, slots=True)
class WhoseAsked(Letter):
    """Which case are the waiting messages for? To their writer at the desk, in place of the question that was there.

    `erased_at`: they are kept until then, which is soon.
    """

    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TextErased(Letter):
    """To a writer at the desk: what waited for a case is erased. `asked_in`: the message that asked for it; 0: none."""

    asked_in: int

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


class NoOpenCases(Refusal):
    """There is no case that the messages could be for."""

    key = "desk-no-open-cases"


class LastWordsAreNoText(Refusal):
    """The last words go in the letter that says that the case is closed."""

    key = "desk-last-words-in-words"


class ReasonIsNoText(Refusal):
    """A case is declined with a reason that can be read."""

    key = "desk-reason-in-words"


class TextUnassigned(Refusal):
    """What was written waits to be assigned to a case: another form would push it aside."""

    key = "desk-text-unassigned"
