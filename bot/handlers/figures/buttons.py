"""Buttons of the council's figures."""

from dataclasses import dataclass

from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class FiguresPage(Button, code="fg"):
    """The figures of the period that ended last."""

    community: str


@dataclass(frozen=True, slots=True)
class FiguresOf(Button, code="fo"):
    """Those of the period that begins on this day (2026-09-01)."""

    community: str
    period: str


@dataclass(frozen=True, slots=True)
class SendFigures(Button, code="fs"):
    """The same as a page to print."""

    community: str
    period: str
