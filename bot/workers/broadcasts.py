"""What a broadcast needs besides its sends: to be planned in batches, spread again after a change, ended, and shown.

Each step is a short transaction of its own, so that no conversation waits for a million rows. What is done is
stored in the database: a process that takes over goes on where the last one stopped.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.domain.broadcasts import Account, Delivery, Running
from bot.domain.ids import BroadcastId
from bot.logs import trace
from bot.storage import broadcasts, deliveries
from bot.storage.broadcasts import Broadcast
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Store, Transaction
from bot.workers.alarm import Alarm
from bot.workers.deliveries import Deliveries, Renderers

log = structlog.get_logger()

BATCH = 500
SHOWN_EVERY = timedelta(seconds=5)
REST = timedelta(minutes=1)  # after a fault of ours


@dataclass(frozen=True, slots=True)
class Step:
    """What a step of a broadcast came to: whether there is a next one immediately, and something to send; `added`: by
    this step, so that the sender, which may have found nothing more, has to look.
    """

    more: bool = False
    has_due: bool = False
    added: bool = False


class BroadcastsWorker:
    """`ring` when a broadcast has begun or changed. `offers` is called when there is something more to send."""

    def __init__(self, store: Store, deliveries: Deliveries, renderers: Renderers, offers: Callable[[], None]) -> None:
        self._store = store
        self._deliveries = deliveries
        self._renderers = renderers
        self._offers = offers
        self._shown: dict[BroadcastId, tuple[datetime, Account]] = {}
        self._resting: dict[BroadcastId, datetime] = {}
        self._next: datetime | None = None
        self.alarm = Alarm(store.clock)

    async def run(self, stopping: asyncio.Event) -> None:
        """Work until `stopping`; the step in hand is finished."""
        try:
            while not stopping.is_set():
                try:
                    if await self._one_round(stopping):
                        continue
                except (DatabaseUnavailable, TransactionLost) as error:
                    log.error("broadcasts: the database failed", error=trace(error))
                    self._look_again(self._store.clock.now() + timedelta(seconds=1))
                await self.alarm.wait(self._next)
        finally:
            self.alarm.close()

    async def _one_round(self, stopping: asyncio.Event) -> bool:
        """A step for each broadcast that is not done; whether any of them has a next one immediately."""
        self._next = None
        more = added = False
        offered: list[Broadcast] = []
        for broadcast in await self._store.transact(broadcasts.open_ones):
            if stopping.is_set():
                return False
            if self._resting.get(broadcast.id, self._store.clock.now()) > self._store.clock.now():
                self._look_again(self._resting[broadcast.id])
                continue
            step = await self._guarded_step(broadcast)
            more |= step.more
            added |= step.added
            if step.has_due:
                offered.append(broadcast)
        known = {each.id for each in self._deliveries.offered}
        self._deliveries.offered = offered
        if added or any(each.id not in known for each in offered):
            self._offers()
        return more

    async def _guarded_step(self, broadcast: Broadcast) -> Step:
        try:
            return await self._store.transact(partial(self._step, broadcast_id=broadcast.id))
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Exception as error:  # noqa: BLE001  # a feature's fault may stop its own broadcast only
            log.error("broadcast failed", broadcast=broadcast.id, letter=broadcast.letter, error=trace(error))
            self._resting[broadcast.id] = self._store.clock.now() + REST
            self._look_again(self._resting[broadcast.id])
            return Step()

    async def _step(self, tx: Transaction, *, broadcast_id: BroadcastId) -> Step:
        broadcast = await broadcasts.by_id(tx, broadcast_id)
        if broadcast is None or broadcast.state is Running.DONE:
            return Step()
        more = added = False
        if broadcast.expires_at is not None and broadcast.expires_at <= tx.now:
            more = await broadcasts.let_go(tx, broadcast, Delivery.VOID, BATCH) == BATCH
        elif broadcast.cursor is not None:
            more, added = await self._plan(tx, broadcast)
        if broadcast.reopened is not None:
            more |= await broadcasts.reopen(tx, broadcast, BATCH)
            added = True
        if broadcast.expires_at is not None and broadcast.expires_at > tx.now:
            self._look_again(broadcast.expires_at)
        await tx.flush()
        await self._show(tx, broadcast)
        if broadcast.state is Running.PAUSED:
            return Step(more)
        if not more and await broadcasts.finish(tx, broadcast):
            self._shown.pop(broadcast.id, None)
            renderer = self._renderers[type(broadcast.content)]
            if renderer.done is not None:
                await renderer.done(tx, broadcast.content)
                self._offers()
            log.info("broadcast done", broadcast=broadcast.id, letter=broadcast.letter)
            return Step()
        return Step(more, added or await self._has_due(tx, broadcast), added)

    async def _plan(self, tx: Transaction, broadcast: Broadcast) -> tuple[bool, bool]:
        """Whether there is more to plan, and whether there was anything now."""
        renderer = self._renderers[type(broadcast.content)]
        recipients, cursor = await renderer.plan(tx, broadcast.content, broadcast.cursor or 0, BATCH)
        await broadcasts.plan(tx, broadcast, recipients, cursor)
        return cursor is not None, bool(recipients)

    async def _has_due(self, tx: Transaction, broadcast: Broadcast) -> bool:
        if await deliveries.has_due(tx, broadcast.id):
            return True
        if (retry := await deliveries.next_retry(tx, broadcast.id)) is not None:
            self._look_again(retry)
        return False

    async def _show(self, tx: Transaction, broadcast: Broadcast) -> None:
        """Let anyone who follows it see how far it is, not more often than every few seconds."""
        renderer = self._renderers[type(broadcast.content)]
        if renderer.progress is None:
            return
        at, account = self._shown.get(broadcast.id, (tx.now - SHOWN_EVERY, None))
        if tx.now < at + SHOWN_EVERY:
            self._look_again(at + SHOWN_EVERY)
            return
        now = await broadcasts.account(tx, broadcast.id)
        if now != account:
            self._shown[broadcast.id] = (tx.now, now)
            self._look_again(tx.now + SHOWN_EVERY)
            await renderer.progress(tx, broadcast.content)
            self._offers()

    def _look_again(self, at: datetime) -> None:
        self._next = at if self._next is None else min(self._next, at)
