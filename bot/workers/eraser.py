"""Erases what people ask to have erased, as soon as they ask: a little at a time, between what others say.

What is left to do stands in the database (services.erasure): a process that stops on the way goes on in the next one,
and each minute it is looked whether what could not be finished can be now.
"""

import asyncio
from collections.abc import Callable

import structlog

from bot.logs import trace
from bot.services import erasure
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Store
from bot.workers.alarm import Alarm

log = structlog.get_logger()


async def erase_asked(store: Store) -> dict[str, int]:
    """How much each step has erased of what was asked: cases, rows of text, cases, persons."""
    erased = dict.fromkeys(erasure.STEPS, 0)
    for name, step in erasure.STEPS.items():
        while some := await store.transact(step):
            erased[name] += some
    if any(erased.values()):
        log.info("erased as asked", **erased)
        await store.database.forget_erased()
    return erased


class Eraser:
    """`ring` when something was asked. `wrote_letters` is called when there are messages to take out of chats."""

    def __init__(self, store: Store, wrote_letters: Callable[[], None]) -> None:
        self._store = store
        self._wrote_letters = wrote_letters
        self.alarm = Alarm(store.clock)

    async def run(self, stopping: asyncio.Event) -> None:
        """Erase until `stopping`; the step in hand is finished."""
        try:
            while not stopping.is_set():
                await self._erase()
                await self.alarm.wait()
        finally:
            self.alarm.close()

    async def _erase(self) -> None:
        try:
            if (await erase_asked(self._store))["chats"]:
                self._wrote_letters()
        except (DatabaseUnavailable, TransactionLost) as error:
            log.error("eraser: the database failed", error=trace(error))
        except Exception as error:  # noqa: BLE001  # a fault of ours: tried again when the schedule rings
            log.error("eraser: a step failed", error=trace(error))
