"""The night's erasing: each kind in batches, one line with counts in the log."""

from functools import partial

import structlog

from bot.domain.audit import BOT, Who
from bot.logs import trace
from bot.services import retention
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Store

log = structlog.get_logger()


async def erase_nightly(store: Store) -> list[str]:
    """What was kept long enough is erased, where the hour has come: the names of the kinds that failed.

    A process that stops on the way goes on in the next one: the day is noted at the end. Raises DatabaseUnavailable,
    TransactionLost.
    """
    if not await store.transact(retention.is_due):
        return []
    erased, failed = await erase_all(store, BOT)
    await store.transact(retention.note_done)
    log.info("retention", failed=failed, **erased)
    return failed


async def erase_all(store: Store, by: Who) -> tuple[dict[str, int], list[str]]:
    """How much of each kind was erased, and which kinds failed: one that fails stops none after it.

    Raises DatabaseUnavailable, TransactionLost.
    """
    erased, failed = {kind.name: 0 for kind in retention.KINDS}, []
    for kind in retention.KINDS:
        try:
            while (batch := await store.transact(partial(retention.erase_batch, kind=kind, by=by))) > 0:
                erased[kind.name] += batch
                if batch < retention.BATCH:
                    break
        except (DatabaseUnavailable, TransactionLost):
            raise
        except Exception as error:  # noqa: BLE001  # a fault in one kind may stop that one only
            log.error("retention failed", kind=kind.name, error=trace(error))
            failed.append(kind.name)
    return erased, failed
