"""What happens by the clock. APScheduler only calls `tick`; what is due is stored in the database and is taken once."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import trace
from bot.services import community_chats, proposals, reachability, reminders
from bot.services.cases import holds, pauses
from bot.services.notices import moves as notice_moves
from bot.storage import cases, dialogs, inbox, notices, outbox
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Store, Transaction
from bot.workers.erasure_list import list_erasures
from bot.workers.nightly import erase_nightly
from bot.workers.sealing import seal_some_anew

log = structlog.get_logger()

EVERY_SECONDS = 60
HANDLED_KEPT = timedelta(hours=48)


async def sweep(tx: Transaction) -> None:
    """Forget what need not be kept any longer."""
    await inbox.sweep(tx, HANDLED_KEPT)
    await inbox.sweep_aside(tx, tx.now - tx.policy.retention.set_aside)
    await outbox.sweep(tx, tx.now - tx.policy.retention.refused, tx.now - tx.policy.retention.set_aside)
    await cases.sweep_drafts(tx, tx.now - tx.policy.cases.draft_kept)
    await notices.sweep_drafts(tx, tx.now - tx.policy.cases.draft_kept)
    await dialogs.sweep(tx)


Job = Callable[[Transaction], Awaitable[bool | None]]

# Each in a transaction of its own, again as long as it says that there is more.
JOBS: tuple[Job, ...] = (
    sweep,
    notice_moves.start_due,
    notice_moves.end_due,
    reminders.remind,
    reminders.remind_officers,
    community_chats.leave_unassigned,
    proposals.expire,
    pauses.end_due,
    holds.end_due,
)
ALARMS: tuple[Job, ...] = (reachability.sound_alarm,)  # which only read


async def tick(store: Store) -> list[str]:
    """Do what has become due. A job that fails stops none after it: it is logged, and its name returned.

    Raises DatabaseUnavailable, TransactionLost.
    """
    failed = []
    for run, job in [*((store.transact, job) for job in JOBS), *((store.read, job) for job in ALARMS)]:
        try:
            while await run(job):
                pass
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Exception as error:  # noqa: BLE001  # a feature's fault may stop its own job only
            log.error("job failed", job=job.__name__, error=trace(error))
            failed.append(job.__name__)
    failed += await erase_nightly(store)
    failed += await list_erasures(store)
    await seal_some_anew(store.database)
    await store.database.forget_erased()
    return failed


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
