"""Fetches updates and stores them before confirming them to Telegram.

The next request's offset confirms the batch, so it is made only when the batch is committed. A batch that could not be
stored is kept and stored again, not fetched again: while the database is away nothing is confirmed, and Telegram keeps
what comes for a day.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import cast

import structlog

from bot.logs import trace
from bot.storage import inbox
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.inbox import Arrival
from bot.storage.transaction import Store, Transaction
from bot.telegram.gateway import AnotherPoller, Gateway, Json, NoAnswer, Refused, TelegramFailure, TooFast
from bot.telegram.intake import ALLOWED_UPDATES, Update, arrival

log = structlog.get_logger()

LONG_POLL_SECONDS = 50
BATCH = 100


async def store_updates(store: Store, updates: Sequence[Update]) -> None:
    """Keep a batch in one commit; returns when it is kept. Raises DatabaseUnavailable or TransactionLost.

    Where that cannot be done for a fault of an update, each is kept by itself: none holds up the others.
    """
    arrivals = [row for update in updates if (row := arrival(update)) is not None]
    if arrivals and not await _kept(store, arrivals):
        for each in arrivals:
            await _kept(store, [each])


async def _kept(store: Store, arrivals: list[Arrival]) -> bool:
    async def keep(tx: Transaction) -> None:
        await inbox.store(tx, arrivals)

    try:
        await store.transact(keep)
    except (DatabaseUnavailable, TransactionLost):
        raise
    except Exception as error:  # noqa: BLE001  # whatever the database does not take
        log.error("updates that cannot be stored", updates=[each.update_id for each in arrivals], error=trace(error))
        return False
    return True


class Poller:
    """`stored` is called after each batch that was kept."""

    def __init__(self, store: Store, gateway: Gateway, stored: Callable[[], None]) -> None:
        self._store = store
        self._gateway = gateway
        self._stored = stored
        self._failures = 0

    async def run(self) -> None:
        """Poll until cancelled. A batch that is being stored is stored to its end; if not confirmed, it comes again."""
        offset = 0
        while True:
            updates = await self._fetch(offset)
            if updates:
                await self._keep(updates)
                offset = cast("int", updates[-1]["update_id"]) + 1

    async def _fetch(self, offset: int) -> Sequence[Update]:
        params: dict[str, Json] = {
            "offset": offset,
            "timeout": LONG_POLL_SECONDS,
            "limit": BATCH,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        try:
            updates = await self._gateway.call("getUpdates", params)
        except TelegramFailure as failure:
            await self._back_off(failure)
            return []
        self._failures = 0
        return cast("Sequence[Update]", updates)

    async def _keep(self, updates: Sequence[Update]) -> None:
        while True:
            try:
                await store_updates(self._store, updates)
            except (DatabaseUnavailable, TransactionLost) as error:
                log.error("updates cannot be stored; Telegram keeps them for a day", error=trace(error))
                await self._pause(1)
            else:
                self._stored()
                await self._give_way()
                return

    async def _give_way(self) -> None:
        """A worker that was rung starts before the next request, which holds the loop too long for a person to wait."""
        for _ in range(2):  # it wakes, and its transaction asks for the first rows
            await asyncio.sleep(0)

    async def _back_off(self, failure: TelegramFailure) -> None:
        self._failures += 1
        seconds = float(min(2**self._failures, 30))
        match failure:
            case AnotherPoller():
                log.error("another program fetches this bot's updates, or a webhook is set: stop it, or run `check`")
            case TooFast(seconds=asked):
                seconds = float(asked)
            case NoAnswer():
                log.warning("no answer from Telegram", error=str(failure))
            case Refused():
                log.error("Telegram refuses to give updates", error=str(failure))
        await self._pause(seconds)

    async def _pause(self, seconds: float) -> None:
        clock = self._store.clock
        await clock.sleep_until(clock.now() + timedelta(seconds=seconds))
