"""Updates for a bot: kept in order until they are confirmed, for a day at most.

A poll's offset confirms everything before it; what is not confirmed comes again. One poll waits at a time: a second
one ends the first with 409, as Telegram does. What is not among `allowed` is not kept at all.
"""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import Update

from bot.clock import Clock
from simulator.errors import ApiError, conflict

KEPT_FOR = timedelta(days=1)
_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
_ONLY_IF_NAMED = {"chat_member", "message_reaction", "message_reaction_count"}
BY_DEFAULT = frozenset(Update.ALL_TYPES) - _ONLY_IF_NAMED


@dataclass(frozen=True, slots=True)
class Pending:
    """An update on its way. `body` is its JSON, made once."""

    id: int
    chat_id: int
    born: datetime
    body: bytes


class Updates:
    """The updates of one bot."""

    def __init__(self, clock: Clock, changed: Callable[[], None]) -> None:
        self._clock = clock
        self._changed = changed
        self._next_id = 500_000_001
        self._poll: asyncio.Future[None] | None = None
        self.pending: deque[Pending] = deque()
        self.arrived: Callable[[], None] = lambda: None  # set by a webhook, while there is one
        self.allowed = BY_DEFAULT

    def allow(self, kinds: Sequence[str] | None) -> None:
        """As getUpdates and setWebhook name them: None leaves things as they are, an empty list is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) & frozenset(Update.ALL_TYPES) or BY_DEFAULT

    def put(self, kind: str, chat_id: int, about: Mapping[str, object]) -> None:
        """Queue an update, if the bot allows this kind."""
        if kind in self.allowed:
            self.put_raw(chat_id, {kind: about})

    def put_raw(self, chat_id: int, update: Mapping[str, object]) -> int:
        """Queue an update of any kind and shape, without its id, which is returned."""
        made = {"update_id": self._next_id, **update}
        self.pending.append(Pending(self._next_id, chat_id, self._clock.now(), json.dumps(made).encode()))
        self._next_id += 1
        self._wake(self._poll)
        self.arrived()
        self._changed()
        return self._next_id - 1

    def confirm(self, update: Pending) -> None:
        if update in self.pending:
            self.pending.remove(update)
            self._changed()

    def confirm_before(self, offset: int) -> None:
        """Forget what came before the offset; a negative one counts from the end."""
        if offset < 0:
            offset = self.pending[max(offset, -len(self.pending))].id if self.pending else 0
        while self.pending and self.pending[0].id < offset:
            self.pending.popleft()
        self._changed()

    def drop(self) -> None:
        """Forget all that waits."""
        self.pending.clear()
        self._changed()

    def drop_old(self) -> None:
        while self.pending and self.pending[0].born + KEPT_FOR <= self._clock.now():
            self.pending.popleft()

    async def poll(self, limit: int, wait: int) -> list[bytes]:
        """Up to `limit` updates, waiting up to `wait` seconds for a first one. Raises ApiError (409)."""
        self.end_poll(conflict(_OTHER_POLL))
        self.drop_old()
        if not self.pending and wait:
            await self._wait(self._clock.now() + timedelta(seconds=wait))
        return [update.body for update, _ in zip(self.pending, range(limit), strict=False)]

    @property
    def is_polled(self) -> bool:
        """Whether the bot asks for updates at this moment."""
        return self._poll is not None

    def end_poll(self, why: ApiError) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(why)

    @staticmethod
    def _wake(poll: asyncio.Future[None] | None) -> None:
        if poll is not None and not poll.done():
            poll.set_result(None)

    async def _wait(self, until: datetime) -> None:
        mine = self._poll = asyncio.get_running_loop().create_future()
        timer = asyncio.create_task(self._clock.sleep_until(until))
        timer.add_done_callback(lambda _: self._wake(mine))
        self._changed()  # who waits for the bot to wait, sees it
        try:
            await mine
        finally:
            timer.cancel()
            if self._poll is mine:
                self._poll = None
