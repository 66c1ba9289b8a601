"""Keeps the list of erasures beside the backups complete (`storage.erasure_list`)."""

import asyncio
from functools import partial
from pathlib import Path

import structlog

from bot.domain.erasures import Erasure
from bot.storage import erasure_list, erasures, facts
from bot.storage.erasure_list import NoList, WrongList, act
from bot.storage.transaction import Store, Transaction

log = structlog.get_logger()


async def list_erasures(store: Store) -> list[str]:
    """Add to the list what the database has and the list has not; the name of this job where that failed.

    Looked at each minute, so a process that ends after the commit of an erasure leaves it to the next one. The list is
    made before there is anything to write: where it is missing, it was lost. No transaction waits for the file. Raises
    DatabaseUnavailable, TransactionLost.
    """
    try:
        await _bring_up_to_date(store)
    except (WrongList, OSError) as error:
        log.error("the list of erasures cannot be written", error=str(error))
        return [list_erasures.__name__]
    return []


async def _bring_up_to_date(store: Store) -> None:
    path, bot_id = store.policy.erasure_list, await store.read(facts.owner)
    if bot_id is None:
        return  # no bot has worked on it yet
    count = await store.read(erasures.count)
    if await store.read(partial(facts.get, key=facts.LISTED)) == _state(count, await asyncio.to_thread(_size, path)):
        return
    missing = await store.read(partial(_missing, bot_id=bot_id))
    size = await asyncio.to_thread(erasure_list.add, path, bot_id, missing)
    await store.transact(partial(facts.put, key=facts.LISTED, value=_state(count, size)))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _state(count: int, size: int) -> str:
    """What the database and the file have, as far as it can be seen without reading them."""
    return f"{count} {size}"


async def _missing(tx: Transaction, bot_id: str) -> list[Erasure]:
    try:
        listed = set(await asyncio.to_thread(erasure_list.read, tx.policy.erasure_list, bot_id))
    except NoList:
        listed = set()
    return [each for each in await erasures.all_of(tx) if act(each) not in listed]
