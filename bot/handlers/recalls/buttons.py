"""Buttons with which an answer is taken back."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, CaseMessageId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class Recall(Button, code="jc"):
    """«Відкликати»: asks first; and says so once it was done."""

    case_id: CaseId
    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class ConfirmRecall(Button, code="jcc"):
    """«Так, відкликати»."""

    case_id: CaseId
    message_id: CaseMessageId
