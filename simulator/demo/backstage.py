"""A bot whose clock is moved with the simulator's, and that can be killed and started again."""

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.demo.process import INBOX, OUTBOX, PATIENCE, BotProcess, DemoFailed
from simulator.page import Depths

STEP = timedelta(hours=1)  # a week passes hour by hour, so that what is due on its way happens in time
STEP_PATIENCE = 2  # seconds that what is due may take to come across: Telegram's faults may be on


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
        """Set the bot's clock, wait until it has found what is due, and let that arrive, within a time limit.

        A bot that was left behind would find that its reminders come too late to help.
        """
        child = self.child
        if child is None or child.stdin is None or child.stdout is None or not self.runs:
            return
        line = f"{self.clock.shift.total_seconds()}\n".encode()
        child.stdin.write(line)
        with contextlib.suppress(TimeoutError, DemoFailed):
            async with asyncio.timeout(PATIENCE):
                while await child.stdout.readline() not in (line, b""):  # a line that patience did not wait for
                    pass
            async with asyncio.timeout(STEP_PATIENCE):
                await self.settled()
