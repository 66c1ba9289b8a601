"""PostgreSQL: for an oblast's size and for standbys. One writing connection, which also holds the worker's lock."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from typing import TypeVar

import asyncpg

from bot.storage.engine import (
    DatabaseUnavailable,
    LockHeld,
    Params,
    RawRow,
    Session,
    expanded,
    has_lists,
    in_transaction,
)

T = TypeVar("T")

# Advisory locks belong to a database, so any fixed numbers do.
WORKER_LOCK, SCHEMA_LOCK = 1, 2
PARAMETER = re.compile(r"(?<!:):([a-z_][a-z_0-9]*)")
CONNECTION_LOST = (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError)
# A stopped peer is noticed in a quarter of a minute instead of the system's two hours.
KEEPALIVE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}


@lru_cache(maxsize=1024)
def numbered(sql: str) -> tuple[str, tuple[str, ...]]:
    """`:name` turned into `$1`, and the names in their order. Text in quotes holds no colon in our statements."""
    names: list[str] = []

    def place(match: re.Match[str]) -> str:
        name = match[1]
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return PARAMETER.sub(place, sql), tuple(names)


class PostgresSession:
    def __init__(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        self._connection = connection
        self._marked = False

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]:
        if has_lists(params):
            sql, params = expanded(sql, params)
        statement, names = numbered(sql)
        return await self._connection.fetch(statement, *(params[name] for name in names))

    async def many(self, sql: str, params: Sequence[Params]) -> None:
        statement, names = numbered(sql)
        await self._connection.executemany(statement, [tuple(each[name] for name in names) for each in params])

    async def script(self, sql: str) -> None:
        await self._connection.execute(sql)

    async def lock_schema(self) -> None:
        await self._connection.execute("select pg_advisory_xact_lock($1)", SCHEMA_LOCK)

    async def begin(self) -> None:
        try:
            await self._connection.execute("begin")
        except CONNECTION_LOST as error:
            raise DatabaseUnavailable(str(error)) from error
        self._marked = False

    async def commit(self) -> None:
        try:
            await self._connection.execute("commit")
        except CONNECTION_LOST as error:
            raise DatabaseUnavailable(str(error)) from error

    async def rollback(self) -> None:
        if not self._connection.is_closed():
            await self._connection.execute("rollback")

    async def savepoint(self) -> None:
        # Released, unlike on SQLite: past 64 open subtransactions every other session's snapshots slow down.
        await self._connection.execute("release savepoint here; savepoint here" if self._marked else "savepoint here")
        self._marked = True

    async def rollback_to_savepoint(self) -> None:
        await self._connection.execute("rollback to savepoint here")

    async def close(self) -> None:
        await self._connection.close()


class PostgresDatabase:
    identity = "bigint generated always as identity primary key"

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._lock = asyncio.Lock()
        self._session: PostgresSession | None = None

    async def open(self) -> None:
        try:
            connection = await asyncpg.connect(self._dsn, server_settings=KEEPALIVE)
        except (*CONNECTION_LOST, asyncpg.PostgresError) as error:
            raise DatabaseUnavailable(str(error)) from error
        self._session = PostgresSession(connection)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def hold(self) -> None:
        async def take(session: Session) -> bool:
            row = (await session.rows("select pg_try_advisory_lock(:lock) as taken", {"lock": WORKER_LOCK}))[0]
            return bool(row["taken"])

        if not await self.transact(take):
            raise LockHeld("another process works on this database")

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        if self._session is None:
            raise DatabaseUnavailable("the database is not open")
        return await in_transaction(self._session, self._lock, work)
