"""Which engine an address means."""

from pathlib import Path

from bot.storage.engine import Database
from bot.storage.postgres import PostgresDatabase
from bot.storage.sealing import Keys
from bot.storage.sqlite import SqliteDatabase

SQLITE = "sqlite:///"


def database(address: str, keys: Keys, *, without_tls: bool = False) -> Database:
    """The database at `sqlite:///path` or `postgresql://…`; not opened yet.

    A server on another machine is spoken to over TLS alone, unless `without_tls`.
    """
    if (path := sqlite_path(address)) is not None:
        return SqliteDatabase(path, keys)
    return PostgresDatabase(address, keys, without_tls=without_tls)


def sqlite_path(address: str) -> Path | None:
    """The file of an SQLite database; None for a server."""
    return Path(address.removeprefix(SQLITE)) if address.startswith(SQLITE) else None
