"""Time is passed in: code that needs the time or has to wait takes a Clock, and tests and the demo bring their own."""

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A source of aware UTC time, and the only way to wait."""

    def now(self) -> datetime: ...

    async def sleep_until(self, when: datetime) -> None:
        """Return when the clock shows `when` or later; immediately if it already does."""

    def timeout(self, seconds: float) -> AbstractAsyncContextManager[object]:
        """Ends what is inside with TimeoutError once so many seconds have passed."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep_until(self, when: datetime) -> None:
        # The event loop may wake a little early by the wall clock: look again.
        while (wait := (when - self.now()).total_seconds()) > 0:  # noqa: ASYNC110  # no event reports the time
            await asyncio.sleep(wait)

    def timeout(self, seconds: float) -> asyncio.Timeout:
        return asyncio.timeout(seconds)
