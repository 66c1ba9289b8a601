"""Buttons of what a desk notes of a case with signs of a crime."""

from dataclasses import dataclass

from bot.domain.ids import CaseId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class WriteEntry(Button, code="vj"):
    """Asks for the number and the day."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class EntryDay(Button, code="vjd"):
    """Asks for the day of the number that was typed."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class EntryToday(Button, code="vjt"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class RemoveEntry(Button, code="vjr"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelEntry(Button, code="vjx"):
    """Nothing is written down after all: no number, and no reason."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class UnmarkCrime(Button, code="vju"):
    """Asks why there are no signs of a crime after all."""

    case_id: CaseId
