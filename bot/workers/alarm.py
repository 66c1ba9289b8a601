"""Waiting for work: until the alarm is rung, or until a given time."""

import asyncio
from datetime import datetime

from bot.clock import Clock


class Alarm:
    """`ring` from anywhere wakes the worker that waits. It is `resting` while it waits and has not been rung."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()
        self._timer: asyncio.Task[None] | None = None
        self._at: datetime | None = None
        self._resting = asyncio.Event()

    @property
    def resting(self) -> bool:
        return self._resting.is_set()

    async def rests(self) -> None:
        """Return as soon as the worker is resting."""
        await self._resting.wait()

    def ring(self) -> None:
        self._rung.set()
        self._resting.clear()

    async def wait(self, until: datetime | None = None) -> None:
        """Return when rung (also if that was before), or at `until`."""
        if not self._rung.is_set():
            self._set(until)
            self._resting.set()
        await self._rung.wait()
        self._rung.clear()
        self._resting.clear()

    def _set(self, until: datetime | None) -> None:
        if until is None or (self._timer and not self._timer.done() and self._at and self._at <= until):
            return
        self.close()
        self._at = until
        self._timer = asyncio.create_task(self._ring_at(until))

    async def _ring_at(self, when: datetime) -> None:
        await self._clock.sleep_until(when)
        self.ring()

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
