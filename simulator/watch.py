"""Waiting for something to change: the simulator's part of a test without deadlines."""

import asyncio
from collections.abc import Awaitable, Callable


class Watch:
    """Notified of every change in the simulator; lets others wait for one.

    `settled`, when a test sets it, brings bot and simulator to rest: after it, what is not there will not come.
    """

    def __init__(self) -> None:
        self.settled: Callable[[], Awaitable[None]] | None = None
        self.changes = 0  # so far
        self._change = asyncio.Event()

    def changed(self) -> None:
        self.changes += 1
        happened, self._change = self._change, asyncio.Event()
        happened.set()

    async def until(self, predicate: Callable[[], bool]) -> None:
        """Return as soon as the predicate holds; it is asked again after every change."""
        while not predicate():
            await self._change.wait()
