"""PostgreSQL: for an oblast's size and for standbys. The connection that writes also holds the worker's lock."""

import asyncio
import os
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, TypeVar

import asyncpg

from bot.network import ENCRYPTED, leaves_this_machine, sslmode
from bot.storage.engine import (
    DatabaseUnavailable,
    LockHeld,
    Params,
    RawRow,
    Session,
    TransactionLost,
    committed,
    in_transaction,
    run_to_its_end,
)
from bot.storage.sealing import Keys

T = TypeVar("T")

# Advisory locks belong to a database, so any fixed numbers do.
WORKER_LOCK, SCHEMA_LOCK, AUDIT_LOCK = 1, 2, 3
NOT_IN_LIST, LIST = re.compile(r"\bnot in \(:(\w+)\)"), re.compile(r"\bin \(:(\w+)\)")
PARAMETER = re.compile(r"(?<!:):([a-z_][a-z_0-9]*)")
# What the server or the way to it fails at, not the statement: among them the shutdown and the failover.
AWAY = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.PostgresSystemError,
    asyncpg.ReadOnlySQLTransactionError,
    OSError,
)
UNREADABLE = (asyncpg.InterfaceError, ValueError)
# A process that is stopped or cut off is noticed in a quarter of a minute instead of the system's two hours. Then the
# server frees its lock.
KEEPALIVE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
# What writes has its indexes: planning the outbox's insertion for each row costs ten times as much. A plan is kept, and
# a queue is empty when its plan is made: to read all of it looks cheapest then.
WRITING_PLANS = {"plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "enable_bitmapscan": "off"}
READING_PLANS = {"plan_cache_mode": "force_generic_plan"}
PATIENCE_SECONDS = 15
READING_SECONDS = 60
MIGRATION_SECONDS = 3600
CHANNEL = "stored"
NO_TLS = "the server offers no TLS. Switch it on there, or allow to do without: BOT_DATABASE_WITHOUT_TLS=true"


def needed_tls(dsn: str, env: Mapping[str, str]) -> Literal["require"] | None:
    """What is asked of the driver beyond the address: on another machine, TLS, where the address does not ask for it.

    By itself the driver does without where a server has none, or where somebody on the way says so.
    """
    if leaves_this_machine(dsn, env) and sslmode(dsn, env) not in ENCRYPTED:
        return "require"
    return None


@lru_cache(maxsize=1024)
def numbered(sql: str) -> tuple[str, tuple[str, ...]]:
    """`:name` turned into `$1`, and the names in their order. Text in quotes holds no colon in our statements.

    A list comes as an array: the text, by which the server keeps the statement prepared, is the same for every length.
    """
    sql = LIST.sub(r"= any(:\1)", NOT_IN_LIST.sub(r"<> all(:\1)", sql))
    names: list[str] = []

    def place(match: re.Match[str]) -> str:
        name = match[1]
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return PARAMETER.sub(place, sql), tuple(names)


class PostgresSession:
    def __init__(self, connection: "asyncpg.Connection[asyncpg.Record]", begin: str) -> None:
        self._connection = connection
        self._begin = begin
        self._marked = False
        self._turn = asyncio.Lock()  # asyncpg refuses a statement while another one runs

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]:
        statement, names = numbered(sql)
        try:
            async with self._turn:
                return await self._connection.fetch(statement, *(params[name] for name in names))
        except Exception as error:
            self._raise_if_away(error)
            raise

    async def many(self, sql: str, params: Sequence[Params]) -> None:
        statement, names = numbered(sql)
        try:
            async with self._turn:
                await self._connection.executemany(statement, [tuple(each[name] for name in names) for each in params])
        except Exception as error:
            self._raise_if_away(error)
            raise

    async def reserve_ids(self, table: str, count: int) -> Sequence[int]:
        given = "select nextval(pg_get_serial_sequence(:table, 'id')) as id from generate_series(1, :count)"
        return [int(row["id"] or 0) for row in await self.rows(given, {"table": table, "count": count})]

    async def skip_ids(self, count: int) -> None:
        skip = """select setval(format('%I.%I', schemaname, sequencename)::regclass, last_value + :count)
                    from pg_sequences where schemaname = current_schema() and last_value is not null
                     and sequencename <> 'audit_id_seq'"""
        await self.rows(skip, {"count": count})

    async def script(self, sql: str) -> None:
        await self._execute(sql, MIGRATION_SECONDS)

    async def lock_schema(self) -> None:
        await self._execute(f"select pg_advisory_xact_lock({SCHEMA_LOCK})", MIGRATION_SECONDS)

    async def audit_head(self) -> Sequence[RawRow]:
        return await self.rows(f"select number, hash from locked_audit_head({AUDIT_LOCK})", {})

    async def begin(self) -> None:
        await self._execute(self._begin)
        self._marked = False

    async def commit(self) -> None:
        # After a failed statement that nobody rolled back, PostgreSQL answers a commit with a rollback and no error.
        if await self._execute("commit") != "COMMIT":
            raise TransactionLost

    async def rollback(self) -> None:
        if not self._connection.is_closed():  # else the server has done it
            await self._execute("rollback")

    async def savepoint(self) -> None:
        # Released, unlike on SQLite: past 64 open subtransactions every other session's snapshots slow down.
        await self._execute("release savepoint here; savepoint here" if self._marked else "savepoint here")
        self._marked = True

    async def rollback_to_savepoint(self) -> None:
        await self._execute("rollback to savepoint here")

    @property
    def is_lost(self) -> bool:
        return self._connection.is_closed()

    async def close(self) -> None:
        if self.is_lost:
            return
        try:
            await self._connection.close(timeout=PATIENCE_SECONDS)
        except (*AWAY, asyncpg.InterfaceError):
            self._connection.terminate()

    async def _execute(self, sql: str, seconds: float | None = None) -> str:
        """The command's tag."""
        try:
            return await self._connection.execute(sql, timeout=seconds)
        except Exception as error:
            self._raise_if_away(error)
            raise

    def _raise_if_away(self, error: Exception) -> None:
        """Raises DatabaseUnavailable where a statement failed because of the server or the way to it."""
        if isinstance(error, TimeoutError):
            self._connection.terminate()  # a server that does not answer: nothing is known of its end of this
        if self._connection.is_closed() or isinstance(error, AWAY):
            raise DatabaseUnavailable(str(error) or type(error).__name__) from error


class PostgresDatabase:
    """A server. The connection that only reads is made when it is first needed, and again when it was lost."""

    dialect = "postgres"
    identity = "bigint generated by default as identity primary key"
    has_standbys = True

    def __init__(self, dsn: str, keys: Keys, *, without_tls: bool = False) -> None:
        self.keys = keys
        self._dsn = dsn
        self._ssl = None if without_tls else needed_tls(dsn, os.environ)
        self._lock = asyncio.Lock()
        self._session: PostgresSession | None = None
        self._reading_lock = asyncio.Lock()
        self._reading: PostgresSession | None = None
        self._ring: Callable[[], None] | None = None

    def exists(self) -> bool:
        return True

    async def open(self) -> None:
        connection = await self._connected(PATIENCE_SECONDS, WRITING_PLANS)
        if self._ring is not None:
            await connection.add_listener(CHANNEL, self._knocked)
        self._session = PostgresSession(connection, "begin")

    async def _connected(self, seconds: float, plans: Mapping[str, str]) -> "asyncpg.Connection[asyncpg.Record]":
        """A connection whose statements may take so long. Raises DatabaseUnavailable."""
        try:
            return await asyncpg.connect(
                self._dsn,
                ssl=self._ssl,
                server_settings={**KEEPALIVE, **plans},
                timeout=PATIENCE_SECONDS,
                command_timeout=seconds,
            )
        except UNREADABLE as error:
            # Without the error's text: for an address that cannot be read it may show the password.
            raise DatabaseUnavailable(f"the address cannot be used ({type(error).__name__})") from None
        except (asyncpg.PostgresError, OSError) as error:
            said = str(error) or type(error).__name__
            raise DatabaseUnavailable(NO_TLS if "rejected SSL" in said else said) from error

    async def close(self) -> None:
        sessions, self._session, self._reading = (self._reading, self._session), None, None
        for session in sessions:
            if session is not None:
                await session.close()

    async def hold(self) -> None:
        async def take(session: Session) -> bool:
            row = (await session.rows("select pg_try_advisory_lock(:lock) as taken", {"lock": WORKER_LOCK}))[0]
            return bool(row["taken"])

        if not await self.transact(take):
            raise LockHeld("another process works on this database")

    async def ping(self) -> None:
        async def look(session: Session) -> None:
            await session.rows("select 1", {})

        await self.transact(look)

    async def knock(self) -> None:
        async def notify(session: Session) -> None:
            await session.script(f"notify {CHANNEL}")

        await self.transact(notify)

    def when_knocked(self, ring: Callable[[], None]) -> None:
        self._ring = ring

    def _knocked(self, *_: object) -> None:
        if self._ring is not None:
            self._ring()

    async def forget_erased(self) -> None:
        """The server vacuums its files, and its log is its own."""

    async def write_back(self) -> None:
        """The server has processes of its own for that."""

    async def damages(self) -> list[str]:
        return []  # the server watches over its own files

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        if self._session is None:
            raise DatabaseUnavailable("not connected")
        return await in_transaction(self._session, self._lock, work)

    async def read(self, work: Callable[[Session], Awaitable[T]]) -> T:
        async with self._reading_lock:
            if self._reading is None or self._reading.is_lost:
                connection = await self._connected(READING_SECONDS, READING_PLANS)
                self._reading = PostgresSession(
                    connection, "begin transaction isolation level repeatable read, read only"
                )
            return await run_to_its_end(committed(self._reading, work))

    async def alter(self, work: Callable[[Session], Awaitable[T]]) -> T:
        return await self.transact(work)  # here a table is changed in place, and nothing that refers to it is lost
