"""Databases to measure on: new, migrated, and filled to a size."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.seed import Size, seed
from bot.app import open_migrated
from bot.register import Register
from bot.storage.open import database
from tests.keys import same_keys
from tests.postgres import PostgresServer, running_server


@asynccontextmanager
async def on_sqlite() -> AsyncIterator[str]:
    """The address of a file that is removed afterwards."""
    with TemporaryDirectory(prefix="bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'bot.sqlite3'}"


@asynccontextmanager
async def on_postgresql() -> AsyncIterator[str]:
    """The address of a database on a server that is stopped afterwards."""
    with running_server() as dsn:
        async with PostgresServer(dsn).database() as address:
            yield address


async def fill(address: str, size: Size, communities: int = 3) -> None:
    """Migrate, and put a town of this size there."""
    store = database(address, same_keys())
    try:
        await open_migrated(store)
        await seed(store, Register.load().communities[:communities], size)
    finally:
        await store.close()
