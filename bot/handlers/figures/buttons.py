"""Buttons of the council's figures."""

from dataclasses import dataclass
from datetime import date

from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class FiguresPage(Button, code="fg"):
    """The figures of the period that ended last."""

    community: str


@dataclass(frozen=True, slots=True)
class FiguresOf(Button, code="fo"):
    """Those of the period that begins on this day."""

    community: str
    period: date


@dataclass(frozen=True, slots=True)
class SendFigures(Button, code="fs"):
    """The same as a page to print."""

    community: str
    period: date
