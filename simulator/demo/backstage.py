"""A bot whose clock is moved with the simulator's, and that can be killed and started again."""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.demo.process import INBOX, OUTBOX, BotProcess, DemoFailed
from simulator.page import Depths

STEP = timedelta(hours=1)  # a week passes hour by hour, so that what is due on its way happens in time
MOMENT = 0.02  # seconds that the bot is given to find out what has become due
STEP_PATIENCE = 2  # seconds that a step may take


@dataclass
class FollowingBot(BotProcess):
    """Satisfies simulator.page.Backstage."""

    @property
    def runs(self) -> bool:
        return self.child is not None and self.child.returncode is None

    def depths(self) -> Depths:
        return Depths(self.count(INBOX), self.count(OUTBOX), self.set_aside())

    async def kill(self) -> None:
        if self.child is not None and self.runs:
            self.child.kill()
            await self.child.wait()
            self.telegram.changed()

    async def restart(self) -> None:
        if not self.runs:
            await self.start()
            self.telegram.changed()

    async def move_clock(self, to: datetime) -> None:
        while (left := to - self.clock.now()) > timedelta(0):
            self.clock.shift_to(self.clock.shift + min(left, STEP))
            self.telegram.changed()
            await self._follow()

    async def _follow(self) -> None:
        """Tell the bot the time, and let it do what is due, as long as it takes no longer than patience."""
        if self.child is None or self.child.stdin is None or not self.runs:
            return
        self.child.stdin.write(f"{self.clock.shift.total_seconds()}\n".encode())
        with contextlib.suppress(TimeoutError, DemoFailed):
            async with asyncio.timeout(STEP_PATIENCE):
                await asyncio.sleep(MOMENT)
                await self.settled()
