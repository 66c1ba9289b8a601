"""What happens by the clock. APScheduler only calls `tick`; what is due is stored in the database and is taken once."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import trace
from bot.services import (
    absence_cases,
    absences,
    case_threads,
    chats,
    community_chats,
    deadlines,
    figures,
    forwards,
    joining,
    local_facts,
    meetings,
    priorities,
    proposals,
    queue,
    reachability,
    reminders,
)
from bot.services.cases import emergencies, holds, pauses, unsent
from bot.services.notices import drafts as notice_drafts
from bot.services.notices import moves as notice_moves
from bot.storage import boards, case_pins, emergency_cards, handovers, inbox, outbox, shown_lists
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Store, Transaction
from bot.workers.daily import send_daily
from bot.workers.erasure_list import list_erasures
from bot.workers.nightly import erase_nightly
from bot.workers.sealing import seal_some_again

log = structlog.get_logger()

EVERY_SECONDS = 60
HANDLED_KEPT = timedelta(hours=48)
PINS_KEPT = timedelta(days=365)
LISTS_KEPT = timedelta(days=30)  # a case that was opened in one leads back to it


async def sweep(tx: Transaction) -> None:
    """Forget what need not be kept any longer."""
    await inbox.sweep(tx, HANDLED_KEPT)
    await inbox.sweep_aside(tx, tx.now - tx.policy.retention.set_aside)
    await outbox.sweep(tx, tx.now - tx.policy.retention.refused, tx.now - tx.policy.retention.set_aside)
    await emergency_cards.sweep(tx, tx.now - emergencies.CARD_AGAIN)
    await case_pins.sweep(tx, tx.now - PINS_KEPT)
    await shown_lists.sweep(tx, tx.now - LISTS_KEPT)
    await handovers.sweep(tx, tx.now - LISTS_KEPT)
    await boards.sweep_codes(tx)


Job = Callable[[Transaction], Awaitable[bool | None]]

# Each in a transaction of its own, again as long as it says that there is more.
JOBS: tuple[Job, ...] = (
    sweep,
    unsent.erase_drafts,
    unsent.remind_of_drafts,
    unsent.end_dialogs,
    unsent.remind_of_held,
    notice_drafts.erase_notices,
    notice_drafts.remind_of_notices,
    notice_moves.start_due,
    notice_moves.end_due,
    reminders.remind,
    reminders.remind_officers,
    community_chats.leave_unassigned,
    community_chats.look_again,
    proposals.expire,
    absences.end_due,
    absences.begin_due,
    absence_cases.move_due,
    absences.tell_new_day,
    deadlines.sound_alarms,
    pauses.end_due,
    deadlines.remind,
    deadlines.begin_morning,
    forwards.remind,
    joining.remind,
    local_facts.remind,
    priorities.ask_results,
    meetings.remind,
    meetings.erase_drafts,
    figures.fill,
    figures.count_receptions,
    figures.publish,
    holds.end_due,
    queue.end_withholding,
    chats.take_fleeting,
    chats.clear_on,
    case_threads.move_on,
)
ALARMS: tuple[Job, ...] = (reachability.sound_alarm,)  # which only read


async def tick(store: Store) -> list[str]:
    """Do what has become due. A job that fails stops none after it: it is logged, and its name returned.

    Raises DatabaseUnavailable, TransactionLost.
    """
    failed = []
    works: list[tuple[str, Callable[[], Awaitable[None]]]] = [
        *((job.__name__, partial(finish, store.transact, job)) for job in JOBS),
        *((job.__name__, partial(finish, store.read, job)) for job in ALARMS),
        (send_daily.__name__, partial(send_daily, store)),
    ]
    for name, work in works:
        try:
            await work()
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Exception as error:  # noqa: BLE001  # a feature's fault may stop its own job only
            log.error("job failed", job=name, error=trace(error))
            failed.append(name)
    failed += await erase_nightly(store)
    failed += await list_erasures(store)
    await seal_some_again(store.database)
    await store.database.forget_erased()
    return failed


async def finish(run: Callable[[Job], Awaitable[bool | None]], job: Job) -> None:
    while await run(job):
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
