"""Sealing again, a part of it each minute, what an older key sealed or a version that had none yet."""

import structlog

from bot.storage import resealing
from bot.storage.engine import Database
from bot.storage.key_file import NoKeys, WrongKeys

log = structlog.get_logger()

BATCHES = 100  # a minute at most: a second of work, in short pieces between which all others write


async def seal_some_again(database: Database) -> int:
    """Take up a new key, and seal some of what the newest did not seal: how many values. Raises DatabaseUnavailable."""
    try:
        database.keys.load()
    except (NoKeys, WrongKeys) as error:  # those in memory still serve
        log.error("the keys cannot be read any more: the next start will fail", error=str(error))
        return 0
    if await resealing.is_done(database):
        return 0
    sealed = batches = 0
    async for count in resealing.seal_again(database):
        sealed, batches = sealed + count, batches + 1
        if batches == BATCHES:
            break
    if sealed:
        log.info("sealed again", values=sealed)
    return sealed
