"""Buttons of absences. A day is carried as a number, 20261125."""

from dataclasses import dataclass

from bot.domain.ids import AbsenceId, OfficerId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class AbsencePage(Button, code="ab"):
    """An officer's absence, or how to set one. Leaves what was begun."""

    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class AskFirstDay(Button, code="af"):
    """From which day? The next message may say it, and the last one too."""

    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class AskLastDay(Button, code="al"):
    officer_id: OfficerId
    day: int


@dataclass(frozen=True, slots=True)
class ChooseStandIn(Button, code="ac"):
    officer_id: OfficerId
    day: int
    last_day: int
    page: int


@dataclass(frozen=True, slots=True)
class CheckAbsence(Button, code="ak"):
    """All of it, before it is kept. `stand_in`: 0 for none."""

    officer_id: OfficerId
    day: int
    last_day: int
    stand_in: OfficerId


@dataclass(frozen=True, slots=True)
class SaveAbsence(Button, code="as"):
    officer_id: OfficerId
    day: int
    last_day: int
    stand_in: OfficerId


@dataclass(frozen=True, slots=True)
class EndAbsence(Button, code="ae"):
    """The officer is there again, or not going away after all."""

    absence_id: AbsenceId


@dataclass(frozen=True, slots=True)
class AskNewLastDay(Button, code="an"):
    absence_id: AbsenceId


@dataclass(frozen=True, slots=True)
class SetLastDay(Button, code="ad"):
    absence_id: AbsenceId
    last_day: int


@dataclass(frozen=True, slots=True)
class HoldHours(Button, code="ah"):
    """The stand-in holds the officer's office hours, or not after all."""

    absence_id: AbsenceId
    holds: bool
