"""SQLite: the embedded default. One file, one writing connection, durable to a power cut (`synchronous=FULL`)."""

import asyncio
import fcntl
import json
import os
import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from bot.storage.engine import (
    DatabaseUnavailable,
    LockHeld,
    Params,
    RawRow,
    Scalar,
    Session,
    TransactionLost,
    in_transaction,
)

T = TypeVar("T")

PRAGMAS = (
    "pragma busy_timeout = 5000",
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma secure_delete = fast",
    "pragma temp_store = memory",
)
# What the file or its disk fails at, not the statement. The low byte of an error's code says which it is.
AWAY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)


def raise_if_away(error: sqlite3.OperationalError) -> None:
    """Raises DatabaseUnavailable where a statement failed because of the file, its disk or another process."""
    if error.sqlite_errorcode & 0xFF in AWAY:
        raise DatabaseUnavailable(str(error)) from error


LIST = re.compile(r"\bin \(:(\w+)\)")


@lru_cache(maxsize=1024)
def taking_lists(sql: str) -> str:
    """A list comes as JSON: the statement's text, by which SQLite keeps it prepared, is the same for every length."""
    return LIST.sub(r"in (select value from json_each(:\1))", sql)


def as_json(value: Scalar | Sequence[Scalar]) -> Scalar:
    return json.dumps(value) if isinstance(value, list) else value  # type: ignore[return-value]  # a string is no list


@dataclass(slots=True)
class Begin:
    """`due` until the transaction has begun, so that at any instant one of the two says that there is one."""

    due: bool = False


class Connection(sqlite3.Connection):
    """Begins a transaction with its first statement: by itself a `begin` would cost a hop."""

    def __init__(self, begin: Begin, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # sqlite3.connect's
        super().__init__(*args, **kwargs)
        self._begin = begin

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401  # as the class it extends
        self._begin_if_due()
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        self._begin_if_due()
        return super().executemany(sql, parameters)

    def _begin_if_due(self) -> None:
        if self._begin.due:
            try:
                super().execute("begin immediate")
            finally:
                self._begin.due = False


class SqliteSession:
    """A statement costs a hop to aiosqlite's thread, some 60 µs, of which SQLite itself needs a tenth.

    A full disk, among others, ends the whole transaction at the statement that met it, and what follows would be
    committed each by itself. So whatever is asked for outside a transaction is refused as TransactionLost.
    """

    def __init__(self, connection: aiosqlite.Connection, begin: Begin) -> None:
        self._connection = connection
        self._begin = begin

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]:
        self._require_transaction()
        if ":" in sql:
            sql, params = taking_lists(sql), {name: as_json(value) for name, value in params.items()}
        return await self._fetch(sql, params)

    async def many(self, sql: str, params: Sequence[Params]) -> None:
        self._require_transaction()
        try:
            await self._connection.executemany(sql, params)
        except sqlite3.OperationalError as error:
            raise_if_away(error)
            raise

    async def script(self, sql: str) -> None:
        self._require_transaction()
        for statement in sql.split(";\n"):
            if statement.strip():
                await self._fetch(statement)

    async def lock_schema(self) -> None:
        pass  # `begin immediate` already keeps every other writer out

    async def begin(self) -> None:
        self._begin.due = True

    async def commit(self) -> None:
        self._require_transaction()
        if self._begin.due:
            self._begin.due = False  # nothing was asked for
        else:
            await self._fetch("commit")

    async def rollback(self) -> None:
        self._begin.due = False
        if self._connection.in_transaction:
            await self._fetch("rollback")

    async def savepoint(self) -> None:
        # Marks of one name pile up, and the newest counts: releasing each would cost a hop and free nothing.
        self._require_transaction()
        await self._fetch("savepoint here")

    async def rollback_to_savepoint(self) -> None:
        self._require_transaction()
        await self._fetch("rollback to here")

    def _require_transaction(self) -> None:
        if not (self._begin.due or self._connection.in_transaction):
            raise TransactionLost

    async def _fetch(self, sql: str, params: Params | None = None) -> list[sqlite3.Row]:
        try:
            return list(await self._connection.execute_fetchall(sql, params or {}))
        except sqlite3.OperationalError as error:
            raise_if_away(error)
            raise

    async def close(self) -> None:
        await self._connection.close()


class SqliteDatabase:
    """A file; `:memory:` is refused because what is confirmed must outlive the process."""

    identity = "integer primary key autoincrement"
    has_standbys = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = asyncio.Lock()
        self._session: SqliteSession | None = None
        self._lock_file: int | None = None

    def exists(self) -> bool:
        return self._path.exists()

    async def open(self) -> None:
        begin = Begin()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            factory = partial(Connection, begin)
            connection = await aiosqlite.connect(self._path, isolation_level=None, factory=factory)
        except (sqlite3.Error, OSError) as error:
            raise DatabaseUnavailable(f"{self._path}: {error}") from error
        try:
            connection.row_factory = sqlite3.Row
            for pragma in PRAGMAS:
                await connection.execute_fetchall(pragma)
        except sqlite3.Error as error:
            await connection.close()
            raise DatabaseUnavailable(f"{self._path}: {error}") from error
        self._session = SqliteSession(connection, begin)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    async def hold(self) -> None:
        # A lock file beside the database, not a lock inside it: other commands still write in short transactions.
        try:
            path = self._path.with_name(self._path.name + ".lock")
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise DatabaseUnavailable(f"{self._path}: {error}") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise LockHeld(str(self._path)) from error
        self._lock_file = handle

    async def ping(self) -> None:
        async def look(session: Session) -> None:
            await session.rows("select 1", {})

        await self.transact(look)

    async def knock(self) -> None:
        """Nobody to be told: the process that works is the only one that stores."""

    def when_knocked(self, ring: Callable[[], None]) -> None:
        """Nobody knocks."""

    async def damages(self) -> list[str]:
        async def examine(session: Session) -> list[str]:
            found = [str(row["quick_check"]) for row in await session.rows("pragma quick_check(5)", {})]
            return [] if found == ["ok"] else found

        return await self.transact(examine)

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        if self._session is None:
            raise DatabaseUnavailable(f"{self._path} is not open")
        return await in_transaction(self._session, self._lock, work)
