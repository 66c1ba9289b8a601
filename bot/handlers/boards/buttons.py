"""Buttons of boards."""

from dataclasses import dataclass

from bot.domain.ids import ChatId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class Boards(Button, code="bl"):
    """The boards of a community's areas, and how a group becomes one."""

    community: str


@dataclass(frozen=True, slots=True)
class BoardCode(Button, code="bc"):
    """A code by which an officer binds a group."""

    community: str


@dataclass(frozen=True, slots=True)
class AskUnbind(Button, code="bu"):
    """Is the group to be no board any more?"""

    chat_id: ChatId
    community: str


@dataclass(frozen=True, slots=True)
class UnbindBoard(Button, code="bx"):
    chat_id: ChatId
    community: str
