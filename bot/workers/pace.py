"""How fast the bot may send: over all, and in one chat. Telegram's limits as arrival times that have been used up.

Each limit is a clock that runs ahead: every send moves it on by one interval, and it may be ahead of the hour by as
much as the burst allows (the generic cell rate algorithm). Nothing has to be refilled, and nothing is forgotten early.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.ids import ChatId
from bot.domain.policy import Pace


@dataclass(slots=True)
class Limit:
    """`per_second` sends in the long run, `burst` of them at once."""

    per_second: float
    burst: int
    ahead: datetime | None = None

    def opens_at(self, now: datetime) -> datetime:
        """When the next send may go; `now` or earlier if it may go at once."""
        if self.ahead is None:
            return now
        return self.ahead - timedelta(seconds=(self.burst - 1) / self.per_second)

    def use(self, now: datetime) -> None:
        self.ahead = max(self.ahead or now, now) + timedelta(seconds=1 / self.per_second)


@dataclass(slots=True)
class Paces:
    """The limits of one bot. `hold` closes a chat, or all of them, until an hour that Telegram named."""

    pace: Pace
    over_all: Limit = field(init=False)
    chats: dict[ChatId, Limit] = field(default_factory=dict)
    held: dict[ChatId, datetime] = field(default_factory=dict)
    all_held: datetime | None = None

    def __post_init__(self) -> None:
        self.over_all = Limit(self.pace.messages_per_second, max(1, int(self.pace.messages_per_second)))

    def opens_at(self, now: datetime) -> datetime:
        """When any chat may be written to again."""
        at = self.over_all.opens_at(now)
        return max(at, self.all_held) if self.all_held else at

    def chat_opens_at(self, chat: ChatId, now: datetime) -> datetime:
        limit = self.chats.get(chat)
        at = limit.opens_at(now) if limit else now
        return max(at, self.held.get(chat, at))

    def use(self, chat: ChatId, now: datetime) -> None:
        self.over_all.use(now)
        self.chats.setdefault(chat, Limit(self.pace.chat_per_second, self.pace.chat_burst)).use(now)

    def too_fast(self, chat: ChatId, now: datetime, seconds: int) -> None:
        """Telegram said 429, and not whether the chat or the bot was too fast: two chats at once mean the bot."""
        until = now + timedelta(seconds=seconds)
        if any(other != chat and at > now for other, at in self.held.items()):
            self.all_held = until
        self.held[chat] = until

    def closed_chats(self, now: datetime) -> dict[ChatId, datetime]:
        """Chats that may not be written to yet, with the hour at which they may. Forgets those at rest."""
        self.held = {chat: at for chat, at in self.held.items() if at > now}
        self.chats = {chat: limit for chat, limit in self.chats.items() if limit.ahead and limit.ahead > now}
        closed = {chat: at for chat, limit in self.chats.items() if (at := limit.opens_at(now)) > now}
        for chat, at in self.held.items():
            closed[chat] = max(at, closed.get(chat, at))
        return closed
