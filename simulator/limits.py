"""Telegram's flood limits, counted by the clock. A bot that pays for broadcasts may send up to `paid` a second."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from bot.clock import Clock


@dataclass(frozen=True)
class Limits:
    overall: float = 30  # messages a second
    paid: float = 1000
    per_chat: float = 1
    chat_burst: int = 5
    per_group: float = 20 / 60
    group_burst: int = 20


class _Bucket:
    """Fills at `rate` a second up to `size`; a message takes one out."""

    def __init__(self, rate: float, size: float, now: datetime) -> None:
        self.rate = rate
        self.size = size
        self.left = size
        self.at = now

    def fill(self, now: datetime) -> None:
        self.left = min(self.size, self.left + (now - self.at).total_seconds() * self.rate)
        self.at = now

    def wait(self, messages: int) -> float:
        """Seconds until that many may go."""
        return max(0.0, (min(messages, self.size) - self.left) / self.rate)


class Flood:
    """How much one bot has sent lately."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        now = clock.now()
        self._overall = _Bucket(limits.overall, limits.overall, now)
        self._paid = _Bucket(limits.paid, limits.paid, now)
        self._chats: dict[int, _Bucket] = {}

    def count(self, chat_id: int, messages: int, *, paid: bool) -> int:
        """Take the messages into account and return 0, or return the seconds that the bot has to wait."""
        now = self._clock.now()
        buckets = (self._paid if paid else self._overall, self._of(chat_id, now))
        for bucket in buckets:
            bucket.fill(now)
        wait = max(bucket.wait(messages) for bucket in buckets)
        if wait > 0:
            return ceil(wait)
        for bucket in buckets:
            bucket.left -= messages
        return 0

    def _of(self, chat_id: int, now: datetime) -> _Bucket:
        if chat_id not in self._chats:
            of = self._limits
            group = chat_id < 0
            self._chats[chat_id] = _Bucket(
                of.per_group if group else of.per_chat, of.group_burst if group else of.chat_burst, now
            )
        return self._chats[chat_id]
