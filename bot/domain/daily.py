"""The daily letter to coordinators: what happened yesterday where they coordinate, and the head of the audit."""

from dataclasses import dataclass
from datetime import date

from bot.domain.audit import Head
from bot.domain.letters import Letter, LetterClass


@dataclass(frozen=True, slots=True)
class DailyLetter(Letter):
    """Of a day, with its figures: they are counted once for all coordinators, apart from what is being sent.

    All get the same head, so that they can compare it.
    """

    day: date
    cases: int  # that were read
    readers: int  # the people who read them
    readings: int
    head: Head

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP
