"""Broadcasts: one letter to many. How they share the pace with talk, and what can become of one delivery."""

from dataclasses import dataclass
from enum import IntEnum


class Lane(IntEnum):
    """Talk comes before both; urgent broadcasts before ordinary ones."""

    URGENT = 1
    ORDINARY = 2


class Running(IntEnum):
    """Where a broadcast is. A paused one keeps all that it has planned."""

    RUNNING = 0
    PAUSED = 1
    DONE = 2


class Delivery(IntEnum):
    """Where a broadcast stands with one chat."""

    WAITING = 0
    SENDING = 1
    DELIVERED = 2
    REFUSED = 3  # blocked the bot, or the chat does not let it write
    UNKNOWN = 4  # sent, and the answer was lost: an ordinary one is not said twice
    VOID = 5  # no longer for this chat when its turn came: it left the topic, moved away, or the hour had passed


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a broadcast so far, in chats."""

    planned: int = 0
    delivered: int = 0
    refused: int = 0
    unknown: int = 0
    void: int = 0

    @property
    def left(self) -> int:
        return self.planned - self.delivered - self.refused - self.unknown - self.void
