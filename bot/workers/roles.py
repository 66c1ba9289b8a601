"""One process works, the others stand by.

The working process holds the worker's lock on the connection with which it writes, so losing the one means losing the
other: nothing of a process that has been cut off can still be committed, and the engine frees the lock as soon as it
misses the connection. A standby asks for the lock every second; nothing has to report that a process died.

A process whose connection is gone ends all that works here, connects again, and stands by like any other. It could
end instead and leave the rest to whatever restarts it. It does not, because its web server goes on answering "503,
again in a second" (an address at which nobody answers makes Telegram wait for minutes) and because then a bot that
nothing restarts outlives a restart of its database. The workers are made again for each term, as after a start.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

import structlog

from bot.clock import Clock
from bot.logs import trace
from bot.storage.engine import Database, DatabaseUnavailable, LockHeld, TransactionLost

log = structlog.get_logger()

T = TypeVar("T")
SECOND = timedelta(seconds=1)


class Role(StrEnum):
    AWAY = "not connected"
    STANDING_BY = "standing by"
    WORKING = "working"


async def unless(stopping: asyncio.Event, work: Coroutine[None, None, T]) -> T | None:
    """What `work` comes to; None when it had to be cancelled because of `stopping`."""
    task = asyncio.create_task(work)
    stopped = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()
        task.cancel()
        await asyncio.wait({task, stopped})
    return None if task.cancelled() else task.result()


class Turns:
    """This process's part among those on one database.

    `connect` opens the database; `work` is one term of work: it returns when `stopping` is set, or raises
    DatabaseUnavailable, perhaps among others in a group.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        connect: Callable[[], Awaitable[object]],
        work: Callable[[asyncio.Event], Awaitable[None]],
    ) -> None:
        self._database = database
        self._clock = clock
        self._connect = connect
        self._work = work
        self.role = Role.AWAY

    async def run(self, stopping: asyncio.Event) -> None:
        """Take turns until `stopping`. The database is open.

        Raises LockHeld where the database has no standbys, and whatever ends a term for good.
        """
        await self._turn(stopping)
        while not stopping.is_set():
            try:
                await self._connect()
            except DatabaseUnavailable as error:
                log.warning("the database cannot be reached", error=trace(error))
                await unless(stopping, self._second())
            else:
                await self._turn(stopping)

    async def ready(self) -> str:
        """What this process does, in a word. Raises DatabaseUnavailable when it can do nothing."""
        if self.role is Role.AWAY:
            raise DatabaseUnavailable(self.role)
        await self._database.ping()
        return self.role

    async def _turn(self, stopping: asyncio.Event) -> None:
        """Stand by, then work, for as long as the connection lasts."""
        try:
            if await unless(stopping, self._wait_for_lock()):
                self.role = Role.WORKING
                log.info("working")
                await self._term(stopping)
        except* (DatabaseUnavailable, TransactionLost) as errors:
            log.error("the database is gone; all work ends here", error=trace(errors.exceptions[0]))
            await self._clock.sleep_until(self._clock.now() + SECOND)
        finally:
            self.role = Role.AWAY
            await self._database.close()  # another may work

    async def _wait_for_lock(self) -> bool:
        while True:
            try:
                await self._database.hold()
            except LockHeld:
                if not self._database.has_standbys:
                    raise
                if self.role is not Role.STANDING_BY:
                    self.role = Role.STANDING_BY
                    log.info("standing by: another process works")
            else:
                return True
            await self._second()

    async def _term(self, stopping: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(self._watch())
            await self._work(stopping)
            watch.cancel()

    async def _watch(self) -> None:
        """Raises DatabaseUnavailable soon after the connection is lost."""
        while self._database.has_standbys:
            await self._second()
            await self._database.ping()

    async def _second(self) -> None:
        await self._clock.sleep_until(self._clock.now() + SECOND)
