"""Buttons by which two cases of a resident become one."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, MergeId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class MergeWith(Button, code="vm"):
    """Asks for the number of the other case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelMerge(Button, code="vmx"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class AgreeToMerge(Button, code="vmy"):
    """The resident's: they are one matter."""

    merge_id: MergeId


@dataclass(frozen=True, slots=True)
class RefuseMerge(Button, code="vmn"):
    merge_id: MergeId
