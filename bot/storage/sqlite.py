"""SQLite: the embedded default. One file, one writing connection, durable to a power cut (`synchronous=FULL`)."""

import asyncio
import fcntl
import os
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.storage.engine import (
    DatabaseUnavailable,
    LockHeld,
    Params,
    RawRow,
    Session,
    TransactionLost,
    expanded,
    has_lists,
    in_transaction,
)

T = TypeVar("T")

PRAGMAS = (
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma secure_delete = fast",
    "pragma busy_timeout = 5000",
    "pragma temp_store = memory",
)


class SqliteSession:
    """A statement costs a hop to aiosqlite's thread, some 60 µs, of which SQLite itself needs a tenth."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]:
        if has_lists(params):
            sql, params = expanded(sql, params)
        return list(await self._connection.execute_fetchall(sql, params))

    async def many(self, sql: str, params: Sequence[Params]) -> None:
        await self._connection.executemany(sql, params)

    async def script(self, sql: str) -> None:
        for statement in sql.split(";\n"):
            if statement.strip():
                await self._connection.execute_fetchall(statement)

    async def lock_schema(self) -> None:
        pass  # `begin immediate` already keeps every other writer out

    async def begin(self) -> None:
        try:
            await self._connection.execute_fetchall("begin immediate")
        except sqlite3.OperationalError as error:
            raise DatabaseUnavailable(str(error)) from error

    async def commit(self) -> None:
        try:
            await self._connection.execute_fetchall("commit")
        except sqlite3.OperationalError as error:
            raise DatabaseUnavailable(str(error)) from error

    async def rollback(self) -> None:
        if self._connection.in_transaction:
            await self._connection.execute_fetchall("rollback")

    async def savepoint(self) -> None:
        # Marks of one name pile up, and the newest counts: releasing each would cost a hop and free nothing.
        await self._connection.execute_fetchall("savepoint here")

    async def rollback_to_savepoint(self) -> None:
        if not self._connection.in_transaction:
            raise TransactionLost
        await self._connection.execute_fetchall("rollback to here")

    async def close(self) -> None:
        await self._connection.close()


class SqliteDatabase:
    """A file; `:memory:` is refused because what is confirmed must outlive the process."""

    identity = "integer primary key autoincrement"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = asyncio.Lock()
        self._session: SqliteSession | None = None
        self._lock_file: int | None = None

    async def open(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = await aiosqlite.connect(self._path, isolation_level=None)
            connection.row_factory = sqlite3.Row
            for pragma in PRAGMAS:
                await connection.execute_fetchall(pragma)
        except sqlite3.Error as error:
            raise DatabaseUnavailable(f"{self._path}: {error}") from error
        self._session = SqliteSession(connection)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    async def hold(self) -> None:
        # A lock file beside the database, not a lock inside it: other commands still write in short transactions.
        handle = os.open(self._path.with_name(self._path.name + ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise LockHeld(str(self._path)) from error
        self._lock_file = handle

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        if self._session is None:
            raise DatabaseUnavailable(f"{self._path} is not open")
        return await in_transaction(self._session, self._lock, work)
