"""Buttons of slips."""

from dataclasses import dataclass

from bot.domain.ids import CaseId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class IssueSlip(Button, code="vi"):
    """A slip for the person of a call or a visit; an earlier one is void."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class EnterCode(Button, code="vc"):
    """As a screen alone: the next message is the code of a slip."""


@dataclass(frozen=True, slots=True)
class StopClaiming(Button, code="vx"):
    """No code is typed after all."""
