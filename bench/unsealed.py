"""Ours without sealing, without the chain and without the rows of the audit: `bench.sealing` weighs them against it.

Arguments as those of `bench.ours`. What was there before it started stays sealed, and is opened.
"""

import asyncio
import sys

from bench import ours
from bot import logs
from bot.domain.audit import Entry
from bot.storage.engine import Database
from bot.storage.sealing import Keys
from bot.storage.transaction import Transaction
from bot.workers import schedule


def as_it_is(_keys: Keys, _label: str, text: str) -> str:
    return text


def no_entry(_tx: Transaction, _entry: Entry) -> None:
    pass


async def none_again(_database: Database) -> int:
    return 0


if __name__ == "__main__":
    for owner, name, instead in (
        (Keys, "seal", as_it_is),
        (Transaction, "note", no_entry),
        (schedule, "seal_some_again", none_again),
    ):
        setattr(owner, name, instead)
    logs.set_up("info", as_json=True)
    asyncio.run(ours.run(*sys.argv[1:]))
