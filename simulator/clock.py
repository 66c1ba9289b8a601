"""A clock that stops until it is moved, for tests and the demo."""

import asyncio
import heapq
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)  # a Tuesday, ten in the morning in Kyiv


class MovedClock:
    """Satisfies bot.clock.Clock. `advance` wakes, in their order, those who sleep until then or sooner, and ends what
    has a time limit that has passed.
    """

    def __init__(self, start: datetime = START) -> None:
        self._now = start
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []
        self._order = count()
        self._limited: list[tuple[datetime, asyncio.Timeout]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep_until(self, when: datetime) -> None:
        if when <= self._now:
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (when, next(self._order), waiting))
        await waiting

    @asynccontextmanager
    async def timeout(self, seconds: float) -> AsyncIterator[None]:
        async with asyncio.timeout(None) as limit:
            entry = self._now + timedelta(seconds=seconds), limit
            self._limited.append(entry)
            try:
                yield
            finally:
                self._limited.remove(entry)

    @property
    def next_wake(self) -> datetime | None:
        """The earliest time until which a task sleeps."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def advance(self, by: timedelta) -> None:
        """Move the clock on and wake the tasks that slept until then. They run when the caller next awaits."""
        self._now += by
        while (soonest := self.next_wake) is not None and soonest <= self._now:
            heapq.heappop(self._sleepers)[2].set_result(None)
        for at, limit in self._limited:
            if at <= self._now and not limit.expired():
                limit.reschedule(asyncio.get_running_loop().time())
