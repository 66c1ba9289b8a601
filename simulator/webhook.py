"""Updates pushed to a bot. Chats go side by side, the updates of one chat one after another; what is not answered
with 2xx is tried again, by the clock, ever more seldom, until it is a day old.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import aiohttp

from bot.clock import Clock
from simulator.updates import KEPT_FOR, Pending, Updates

FIRST_RETRY = timedelta(seconds=1)
LAST_RETRY = timedelta(minutes=1)


class Webhook:
    """Pushes from the moment it is made until it is closed."""

    def __init__(
        self,
        url: str,
        secret: str | None,
        max_connections: int,
        updates: Updates,
        clock: Clock,
        failed: Callable[[datetime, str], None],
    ) -> None:
        self.url = url
        self.max_connections = max_connections
        self._headers = {"Content-Type": "application/json"}
        if secret is not None:
            self._headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        self._updates = updates
        self._clock = clock
        self._failed = failed
        self._session = aiohttp.ClientSession()
        self._pushes: dict[int, asyncio.Task[None]] = {}  # chat → the update on its way there
        updates.arrived = self._start_pushes
        self._start_pushes()

    async def close(self) -> None:
        self._updates.arrived = lambda: None
        pushes = list(self._pushes.values())
        self._pushes.clear()
        for push in pushes:
            push.cancel()
        await asyncio.gather(*pushes, return_exceptions=True)
        await self._session.close()

    def _start_pushes(self) -> None:
        for update in self._updates.pending:
            if len(self._pushes) >= self.max_connections:
                break
            if update.chat_id not in self._pushes:
                self._pushes[update.chat_id] = asyncio.create_task(self._push(update))

    async def _push(self, update: Pending) -> None:
        pause = FIRST_RETRY
        while (problem := await self._post(update)) is not None and self._clock.now() < update.born + KEPT_FOR:
            self._failed(self._clock.now(), problem)
            await self._clock.sleep_until(self._clock.now() + pause)
            pause = min(2 * pause, LAST_RETRY)
        del self._pushes[update.chat_id]
        self._updates.confirm(update)
        self._start_pushes()

    async def _post(self, update: Pending) -> str | None:
        """The error as Telegram reports it; None when the update was taken."""
        try:
            async with self._session.post(self.url, data=update.body, headers=self._headers) as answer:
                if 200 <= answer.status < 300:
                    return None
                return f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError):
            return "Connection refused"
