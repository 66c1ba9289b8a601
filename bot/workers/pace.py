"""How fast the bot may send: over all, and in one chat. Telegram's limits as arrival times that have been used up.

Each limit is a clock that runs ahead: every send moves it on by one interval, and it may be ahead of the time by as
much as the burst allows (the generic cell rate algorithm). Nothing has to be refilled, and nothing is forgotten early.

What is counted is what Telegram counts, not letters (`cost`). A chat's limit counts the messages that appear in
it: one for each call that sends, for an album as many as it has parts, and one for each edit that empties an old
message, for there may be hundreds. The whole bot's limit counts these, and one for each other call (an edit, a
deletion, a pin, a reaction): Telegram names no limit for those, but answers 429 to them too. A letter is sent as a
whole, so one that is larger than the burst leaves when the whole burst is free.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.broadcasts import Lane
from bot.domain.ids import ChatId
from bot.domain.policy import Pace
from bot.telegram.calls import Call

KEPT = 0.1


@dataclass(frozen=True, slots=True)
class Cost:
    """What a letter takes up: messages in its chat, and calls of the whole bot."""

    messages: int
    calls: int


def messages_made(call: Call) -> int:
    """How many messages of its chat's pace a call takes."""
    media = call.params.get("media")
    if call.method == "sendMediaGroup" and isinstance(media, Sequence):
        return len(media)
    return 1 if call.paced or call.method.startswith("send") else 0


def cost(calls: Sequence[Call]) -> Cost:
    made = [messages_made(call) for call in calls]
    return Cost(sum(made), sum(max(1, each) for each in made))


@dataclass(slots=True)
class Limit:
    """`per_second` sends in the long run, `burst` of them immediately."""

    per_second: float
    burst: int
    ahead: datetime | None = None

    def opens_at(self, now: datetime, count: int = 1, burst: int | None = None) -> datetime:
        """When so many may go; `now` or earlier if immediately. A smaller `burst` leaves room for others."""
        if self.ahead is None:
            return now
        most = burst or self.burst
        return self.ahead - timedelta(seconds=(most - min(count, most)) / self.per_second)

    def room(self, now: datetime, burst: int | None = None) -> int:
        """How many may go immediately."""
        ahead = max((self.ahead - now).total_seconds(), 0) if self.ahead else 0
        return max(0, int((burst or self.burst) - ahead * self.per_second + 1e-6))

    def use(self, now: datetime, count: int = 1) -> None:
        self.ahead = max(self.ahead or now, now) + timedelta(seconds=count / self.per_second)


@dataclass(slots=True)
class Paces:
    """The limits of one bot. `too_fast` closes a chat, or all of them, until a time that Telegram named."""

    pace: Pace
    over_all: Limit = field(init=False)
    kept: dict[Lane, Limit] = field(init=False)  # for each lane, whatever comes before it
    chats: dict[ChatId, Limit] = field(default_factory=dict)
    held: dict[ChatId, datetime] = field(default_factory=dict)
    all_held: datetime | None = None

    def __post_init__(self) -> None:
        rate = self.pace.messages_per_second
        self.over_all = Limit(rate, max(1, int(rate)))
        self.kept = {lane: Limit(rate * KEPT, self.broadcast_burst) for lane in Lane}

    @property
    def broadcast_burst(self) -> int:
        """How many deliveries may go immediately: talk keeps most of the burst, so it never waits for a broadcast."""
        return max(1, int(self.pace.messages_per_second * KEPT))

    def opens_at(self, now: datetime, calls: int = 1, burst: int | None = None) -> datetime:
        """When so many calls may be made; with a smaller `burst`, by who leaves room for others."""
        at = self.over_all.opens_at(now, calls, burst)
        return max(at, self.all_held) if self.all_held else at

    def chat_opens_at(self, chat: ChatId, now: datetime, messages: int) -> datetime:
        """When so many messages may go to this chat."""
        limit = self.chats.get(chat)
        at = limit.opens_at(now, messages) if limit else now
        return max(at, self.held.get(chat, at))

    def chat_room(self, chat: ChatId, kind: str, now: datetime) -> int:
        """How many messages may go to this chat now."""
        return (self.chats.get(chat) or self._limit_of(kind)).room(now)

    def use(self, chat: ChatId, kind: str, now: datetime, taken: Cost) -> None:
        self.over_all.use(now, taken.calls)
        if taken.messages:
            if chat not in self.chats:
                self.chats[chat] = self._limit_of(kind)
            self.chats[chat].use(now, taken.messages)

    def _limit_of(self, kind: str) -> Limit:
        if kind == "private":
            return Limit(self.pace.chat_per_second, self.pace.chat_burst)
        return Limit(self.pace.group_per_minute / 60, min(self.pace.chat_burst, self.pace.group_per_minute))

    def too_fast(self, chat: ChatId, now: datetime, seconds: int) -> None:
        """Telegram said 429, but not whether the chat or the bot was too fast: two chats at a time mean the bot."""
        until = now + timedelta(seconds=seconds)
        if any(other != chat and at > now for other, at in self.held.items()):
            self.all_held = until
        self.held[chat] = until

    def closed_chats(self, now: datetime) -> dict[ChatId, datetime]:
        """Chats that may not be written to yet, with the time at which they may. Forgets those at rest."""
        self.held = {chat: at for chat, at in self.held.items() if at > now}
        self.chats = {chat: limit for chat, limit in self.chats.items() if limit.ahead and limit.ahead > now}
        closed = {chat: at for chat, limit in self.chats.items() if (at := limit.opens_at(now)) > now}
        for chat, at in self.held.items():
            closed[chat] = max(at, closed.get(chat, at))
        return closed
