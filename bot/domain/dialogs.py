"""A dialog: what a person is in the middle of, kept as data so that no restart loses it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.bodies import Body

Data: TypeAlias = Mapping[str, str | int | bool | None]

DRAFT, DRAFT_COLLECTS = "draft", "collecting"  # the flow of a draft, and its step that takes all that comes


@dataclass(frozen=True, slots=True)
class Dialog:
    """One open dialog of a person in a chat. `flow` and `step` name who takes the next message."""

    flow: str
    step: str
    data: Data
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """A message that a person wrote. Kept in a dialog while nobody knows yet what it belongs to."""

    message_id: int  # Telegram's, in the person's own chat
    body: Body
    album: str | None
    sent_at: datetime
