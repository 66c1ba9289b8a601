"""Buttons of a case's files."""

from dataclasses import dataclass

from bot.domain.ids import CaseId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class ExportCase(Button, code="xp"):
    """Have a case as a PDF, or as an archive of that and its files. Noted."""

    case_id: CaseId
    with_files: bool
