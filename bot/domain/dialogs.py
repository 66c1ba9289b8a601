"""A dialog: what a person is in the middle of, kept as data so that no restart loses it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

Data: TypeAlias = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Dialog:
    """One open dialog of a person in a chat. `flow` and `step` name who takes the next message."""

    flow: str
    step: str
    data: Data
    expires_at: datetime
