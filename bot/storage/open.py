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
    if address.startswith(SQLITE):
        return SqliteDatabase(Path(address.removeprefix(SQLITE)), keys)
    return PostgresDatabase(address, keys, without_tls=without_tls)
