"""Broadcasts: one letter to many. How they share the pace with talk, and what can become of one delivery."""

from dataclasses import dataclass
from enum import StrEnum


class Lane(StrEnum):
    """Talk comes before both; urgent broadcasts before ordinary ones: the order of the members."""

    URGENT = "urgent"
    ORDINARY = "ordinary"


class Running(StrEnum):
    """The state of a broadcast. A paused one keeps all that it has planned."""

    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"


class Delivery(StrEnum):
    """The state of a broadcast in one chat."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    REFUSED = "refused"  # blocked the bot, or it is in the chat no more
    HELD = "held"  # the chat does not let it write for now: it goes when it may again
    UNKNOWN = "unknown"  # sent, and the answer was lost: an ordinary one is not sent twice
    VOID = "void"  # no longer for this chat when its turn came: it left the topic, moved away, or the time had passed


@dataclass(frozen=True, slots=True)
class Account:
    """What became of a broadcast so far, in chats."""

    planned: int = 0
    delivered: int = 0
    refused: int = 0
    held: int = 0
    unknown: int = 0
    void: int = 0

    @property
    def left(self) -> int:
        return self.planned - self.delivered - self.refused - self.held - self.unknown - self.void
