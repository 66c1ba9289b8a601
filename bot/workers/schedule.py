"""What happens by the clock. APScheduler only calls `tick`; what is due stands in the database and is taken once."""

from collections.abc import Callable
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import trace
from bot.services import reachability, reminders
from bot.services.notices import moves as notice_moves
from bot.storage import cases, dialogs, inbox, notices, outbox
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Store, Transaction

log = structlog.get_logger()

EVERY_SECONDS = 60
HANDLED_KEPT = timedelta(hours=48)


async def tick(store: Store) -> None:
    """Do what has become due."""

    async def sweep(tx: Transaction) -> None:
        await inbox.sweep(tx, HANDLED_KEPT)
        await inbox.sweep_aside(tx, tx.now - tx.policy.retention.set_aside)
        await outbox.sweep(tx, tx.now - tx.policy.retention.refused, tx.now - tx.policy.retention.set_aside)
        await cases.sweep_drafts(tx, tx.now - tx.policy.cases.draft_kept)
        await notices.sweep_drafts(tx, tx.now - tx.policy.cases.draft_kept)
        await dialogs.sweep(tx)

    await store.transact(sweep)
    await store.read(reachability.sound_alarm)
    await store.transact(notice_moves.start_due)
    await store.transact(notice_moves.end_due)
    for remind in (reminders.remind, reminders.remind_officers):
        while await store.transact(remind):
            pass


def scheduler(store: Store, ticked: Callable[[], None]) -> AsyncIOScheduler:
    """Ticks every minute once started, and calls `ticked` after each: another command may have stored work.

    A tick that fails is logged and the next one comes.
    """

    async def guarded_tick() -> None:
        try:
            await tick(store)
        except (DatabaseUnavailable, TransactionLost) as error:
            log.error("tick failed", error=trace(error))
        else:
            ticked()

    made = AsyncIOScheduler(timezone="UTC")
    made.add_job(guarded_tick, "interval", seconds=EVERY_SECONDS, coalesce=True, max_instances=1)
    return made
