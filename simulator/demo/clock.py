"""The demo's clock: the machine's own, and so much later as it was moved.

The demo begins on a Thursday at ten, whatever hour it is outside: at night an ordinary notice would wait.
"""

import asyncio
from datetime import UTC, datetime, time, timedelta

from bot.domain.policy import KYIV

THURSDAY, OPENING = 3, time(10)  # in Kyiv


def until_opening(now: datetime) -> timedelta:
    """How much later the demo's clock has to be: from now to the nearest Thursday morning, before or after."""
    here = now.astimezone(KYIV)
    day = here.date() + timedelta(days=(THURSDAY - here.weekday() + 3) % 7 - 3)
    return datetime.combine(day, OPENING, KYIV) - now


class ShiftedClock:
    """Satisfies bot.clock.Clock. `shift_to` wakes all that sleep, to look again."""

    def __init__(self, shift: timedelta = timedelta(0)) -> None:
        self.shift = shift
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.shift

    async def sleep_until(self, when: datetime) -> None:
        while (wait := (when - self.now()).total_seconds()) > 0:
            try:
                async with asyncio.timeout(wait):
                    await self._moved.wait()
            except TimeoutError:
                continue

    def timeout(self, seconds: float) -> asyncio.Timeout:
        """By the machine's own time: a network does not become slower when the demo's clock is moved."""
        return asyncio.timeout(seconds)

    def shift_to(self, shift: timedelta) -> None:
        self.shift = shift
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
