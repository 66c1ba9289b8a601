"""Copies of an SQLite file: made while the bot writes to it, examined, and put in its place.

`VACUUM INTO` reads one state of the database and holds nobody up; the copy has no free pages, so nothing that was
erased is in it. SQLite's own backup by pages begins again at each write of another process, and came to no end.
"""

import asyncio
import errno
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.storage.engine import DatabaseUnavailable
from bot.storage.facts import BACKUP, LAST_BACKUP
from bot.storage.sqlite import alone

BUSY_SECONDS = 5


class NotADatabase(Exception):
    """The file is no database of this bot, or a damaged one; the text says which."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a copy says of itself."""

    bot_id: str | None  # None: no bot has worked on it yet
    migration: int
    made_at: datetime | None  # None: it was not made by `backup`


async def copy(path: Path, to: Path, made_at: datetime) -> Copy:
    """Copy a database that may be in use, mark the copy as a backup of this time, and examine it.

    Raises DatabaseUnavailable, NotADatabase.
    """
    async with _connection(path, "ro") as connection:
        with _words_for_errors(path):
            await asyncio.to_thread(connection.execute, "vacuum into ?", (str(to),))
    found = await asyncio.to_thread(examine, to)
    await asyncio.to_thread(_mark, to, made_at)
    return found


@asynccontextmanager
async def _connection(path: Path, mode: str) -> AsyncIterator[sqlite3.Connection]:
    """One to a database that may be in use. Where there is none, none is made."""
    with _words_for_errors(path):
        async with alone(path.parent):
            connection = await asyncio.to_thread(_connected, path, mode)
    try:
        yield connection
    finally:
        async with alone(path.parent):
            await asyncio.to_thread(connection.close)


def _connected(path: Path, mode: str = "ro") -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )  # one thread after the other uses it


@contextmanager
def _words_for_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise DatabaseUnavailable(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise NotADatabase(f"{path.name}: {error}") from error


def examine(file: Path) -> Copy:
    """Read all of a file that nobody else has open. Raises NotADatabase, DatabaseUnavailable."""
    with _words_for_errors(file), closing(_connected(file)) as connection:
        found = [str(row[0]) for row in connection.execute("pragma quick_check(5)")]
        if found != ["ok"]:
            raise NotADatabase(f"{file.name} is damaged: {'; '.join(found)}")
        tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
        if not {"facts", "schema_version"} <= tables:
            raise NotADatabase(f"{file.name} is a database, but not one of this bot")
        facts = dict(connection.execute("select key, value from facts"))
        [migration] = connection.execute("select coalesce(max(number), 0) from schema_version").fetchone()
        made_at = facts.get(BACKUP)
        return Copy(facts.get("bot_id"), migration, datetime.fromisoformat(made_at) if made_at else None)


def _mark(file: Path, made_at: datetime) -> None:
    with _words_for_errors(file), closing(_connected(file, "rw")) as connection:
        _put(connection, BACKUP, made_at)


async def note_backup(path: Path, made_at: datetime) -> None:
    """In the database itself, when it was backed up last. Raises DatabaseUnavailable."""
    async with _connection(path, "rw") as connection:
        with _words_for_errors(path):
            await asyncio.to_thread(_put, connection, LAST_BACKUP, made_at)


def _put(connection: sqlite3.Connection, fact: str, at: datetime) -> None:
    connection.execute(
        "insert into facts(key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        (fact, at.isoformat(timespec="seconds")),
    )


def put_in_place(new: Path, path: Path, aside: Path | None) -> None:
    """Make a file the database of this path; the one that was there is kept as `aside`. Nobody may have either open.

    At any instant there is a database at the path: killed on the way, this leaves the one or the other there.
    """
    if aside is not None:
        os.link(path, aside)
        for suffix in ("-wal", "-shm"):
            log = path.with_name(path.name + suffix)
            if log.exists():
                log.rename(aside.with_name(aside.name + suffix))
    new.replace(path)
    sync_folder(path.parent)


def sync_folder(place: Path) -> None:
    """Let a rename in this folder outlive a power cut."""
    handle = os.open(place, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a network share may not offer it
            raise
    finally:
        os.close(handle)
