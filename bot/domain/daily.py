"""The daily letter to coordinators: where they coordinate, what was read yesterday and what is overdue; and the head of
the audit.
"""

from dataclasses import dataclass
from datetime import date

from bot.domain.audit import Head
from bot.domain.ids import OfficerId
from bot.domain.letters import Letter, LetterClass


@dataclass(frozen=True, slots=True)
class DailyLetter(Letter):
    """Of a day, with its figures: they are counted once for all coordinators, apart from what is being sent.

    All get the same head, so that they can compare it. One of an earlier version that still waits lacks the last three.
    """

    day: date
    cases: int  # that were read
    readers: int  # the people who read them
    readings: int
    head: Head
    overdue: int = 0  # cases that wait for an answer past their term
    silent: tuple[tuple[OfficerId, int], ...] = ()  # who does not answer: officers, and of how many of these
    without_officers: int = 0  # communities

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP
