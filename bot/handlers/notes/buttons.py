"""Buttons of notes."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, NoteId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class WriteNote(Button, code="jn"):
    """«Нотатка»: the next message is one."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelNote(Button, code="jnx"):
    """«Скасувати» below the prompt."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class KeptNote(Button, code="jnk"):
    """The screen that says that a note is kept, or was deleted. Shown by the bot alone."""

    case_id: CaseId
    note_id: NoteId


@dataclass(frozen=True, slots=True)
class DeleteNote(Button, code="jnd"):
    """«Видалити нотатку», by its writer."""

    case_id: CaseId
    note_id: NoteId
