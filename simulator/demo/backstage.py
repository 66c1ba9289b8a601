"""A bot whose clock is moved with the simulator's, and that can be killed and started again."""

import asyncio
import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from bot.storage.key_file import KeyFile
from bot.storage.sealing import Keys
from simulator.demo.process import INBOX, OUTBOX, PATIENCE, BotProcess, DemoFailed, keys_in
from simulator.page import Depths

# Hashes of the accounts whose owners hold a post; who holds both is shown as a coordinator.
ROLES = {
    "officer": "select k.external_hash from seats s join accounts k on k.person_id = s.person_id",
    "coordinator": """select k.external_hash from parts t join accounts k on k.person_id = t.person_id
                       where t.role = 'coordinator' and t.until is null and t.locked_at is null""",
}

THREADS = "BOT_CASES__THREADS"
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

    def roles(self, people: Iterable[int]) -> Mapping[int, str]:
        keys = self._keys
        found: dict[int, str] = {}
        for role, sql in ROLES.items():
            hashes = {*self.column(sql)}
            found |= {each: role for each in people if hashes & {*keys.hashes(each)}}
        return found

    @cached_property
    def _keys(self) -> Keys:
        """By which the database knows an account."""
        keys = KeyFile(keys_in(self.folder)).keys()
        keys.load()
        return keys

    async def kill(self) -> None:
        if self.child is not None and self.runs:
            self.child.kill()
            await self.child.wait()
            self.telegram.changed()

    async def restart(self) -> None:
        if not self.runs:
            await self.start()
            self.telegram.changed()

    async def set_threads(self, on: bool) -> None:
        self.env = {**self.env, THREADS: str(on).lower()}
        await self._follow()

    async def move_clock(self, to: datetime) -> None:
        while (left := to - self.clock.now()) > timedelta(0):
            self.clock.shift_to(self.clock.shift + min(left, STEP))
            self.telegram.changed()
            await self._follow()

    async def _follow(self) -> None:
        """Set the bot's clock and threads, wait until it has found what is due, and let that arrive, within a limit.

        A bot that was left behind would find that its reminders come too late to help.
        """
        child = self.child
        if child is None or child.stdin is None or child.stdout is None or not self.runs:
            return
        line = f"{self.clock.shift.total_seconds()} {self.env.get(THREADS, 'false')}\n".encode()
        child.stdin.write(line)
        with contextlib.suppress(TimeoutError, DemoFailed):
            async with asyncio.timeout(PATIENCE):
                while await child.stdout.readline() not in (line, b""):  # a line that patience did not wait for
                    pass
            async with asyncio.timeout(STEP_PATIENCE):
                await self.settled()
