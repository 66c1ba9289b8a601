"""An officer's desk: what is said there of text that is not assigned to a case yet."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.letters import Letter, LetterClass
from bot.domain.refusals import Refusal


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
