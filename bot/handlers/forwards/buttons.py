"""Buttons by which a case is forwarded to another body."""

from dataclasses import dataclass

from bot.domain.forwards import Agency
from bot.domain.ids import CaseId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class Forward(Button, code="vf"):
    """To which body? Once the case was forwarded: to confirm that the paper went."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class ForwardTo(Button, code="vft"):
    """Asks whether to; of another body, for its name first."""

    case_id: CaseId
    agency: Agency


@dataclass(frozen=True, slots=True)
class SendForward(Button, code="vfs"):
    case_id: CaseId
    agency: Agency


@dataclass(frozen=True, slots=True)
class HandedOver(Button, code="vfh"):
    """The paper has gone."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelForward(Button, code="vfx"):
    case_id: CaseId
