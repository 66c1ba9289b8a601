"""SQLite: the embedded default. One file, durable to a power cut (`synchronous=FULL`), one connection that writes."""

import asyncio
import fcntl
import json
import os
import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite

from bot.storage.engine import (
    BrokenReferences,
    DatabaseUnavailable,
    LockHeld,
    Params,
    RawRow,
    Scalar,
    Session,
    TransactionLost,
    committed,
    in_transaction,
    run_to_its_end,
)
from bot.storage.scratch import clear_scratch
from bot.storage.sealing import Keys

T = TypeVar("T")

COMMON = ("pragma busy_timeout = 5000", "pragma temp_store = memory")
WRITING = (
    *COMMON,
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma secure_delete = on",
)
# The write-ahead log keeps earlier states of pages until it is cut. Nobody waits for a reader: the next minute will do.
FORGETTING = ("pragma busy_timeout = 0", "pragma wal_checkpoint(truncate)", "pragma busy_timeout = 5000")
READING = (*COMMON, "pragma query_only = on")
# While a table is rebuilt: dropping it would delete what refers to it, and renaming the new one would look at views
# that name the old one.
REBUILDING = ("pragma foreign_keys = off", "pragma legacy_alter_table = on")
REBUILT = ("pragma foreign_keys = on", "pragma legacy_alter_table = off")
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
NOTHING: Params = {}


@lru_cache(maxsize=1024)
def taking_lists(sql: str) -> str:
    """A list comes as JSON: the statement's text, by which SQLite keeps it prepared, is the same for every length."""
    return LIST.sub(r"in (select value from json_each(:\1))", sql)


def as_json(value: Scalar | Sequence[Scalar]) -> Scalar:
    return json.dumps(value) if isinstance(value, list) else value  # type: ignore[return-value]  # a string is no list


@dataclass(slots=True)
class Begin:
    """How a transaction begins. `due` until it has: at any instant either this or the connection says there is one."""

    statement: str
    due: bool = False


@dataclass(slots=True)
class Statement:
    """On its way to the thread. A list of parameters: once for each of them."""

    sql: str
    params: Params | list[Params]
    done: "asyncio.Future[list[sqlite3.Row]]"
    anywhere: bool  # also outside a transaction
    rows: list[sqlite3.Row] = field(default_factory=list)
    error: Exception | None = None

    def end(self, error: BaseException | None) -> None:
        """Back in the loop; with an error where the thread could not be asked."""
        if self.done.done():
            return  # its coroutine was cancelled
        if error := self.error or error:
            self.done.set_exception(error)
        else:
            self.done.set_result(self.rows)


class Hop(list[Statement]):
    """Statements that go to the thread together. To aiosqlite they are the parameters of one, and its cursor."""

    def fetchall(self) -> list[sqlite3.Row]:
        return []


class Connection(sqlite3.Connection):
    """Runs the statements of a hop, in aiosqlite's thread, and begins a transaction with its first statement."""

    def __init__(self, begin: Begin, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # sqlite3.connect's
        super().__init__(*args, **kwargs)
        self._begin = begin

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401  # as the class it extends
        if not isinstance(parameters, Hop):
            return super().execute(sql, parameters)
        for each in parameters:
            try:
                self._carry_out(each)
            except Exception as error:  # noqa: BLE001  # of whatever kind, it is for the coroutine that waits for the statement
                each.error = error
        return cast("sqlite3.Cursor", parameters)

    def _carry_out(self, statement: Statement) -> None:
        if self._begin.due:
            try:
                super().execute(self._begin.statement)
            finally:
                self._begin.due = False
        if not (self.in_transaction or statement.anywhere):
            raise TransactionLost
        if isinstance(statement.params, list):
            self.executemany(statement.sql, statement.params)
        else:
            statement.rows = super().execute(statement.sql, statement.params).fetchall()


def statements(script: str) -> Iterable[str]:
    """The statements of a script. SQLite itself says where one ends: not in a trigger, a comment or a text."""
    statement = ""
    for part in re.split("(?<=;)", script):
        statement += part
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    yield statement  # a comment, white space, or a statement without a semicolon


class SqliteSession:
    """A hop to aiosqlite's thread costs some 60 µs, of which SQLite itself needs a tenth: statements that are asked for
    side by side share one.

    A full disk, among others, ends the whole transaction at the statement that met it, and what follows would be
    committed each by itself. So whatever is asked for outside a transaction is refused as TransactionLost.
    """

    def __init__(self, connection: aiosqlite.Connection, begin: Begin) -> None:
        self._connection = connection
        self._begin = begin
        self._asked = Hop()

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]:
        if ":" in sql:
            sql, params = taking_lists(sql), {name: as_json(value) for name, value in params.items()}
        return await self._ask(sql, params)

    async def many(self, sql: str, params: Sequence[Params]) -> None:
        await self._ask(sql, list(params))

    async def script(self, sql: str) -> None:
        for statement in statements(sql):
            await self._ask(statement)

    async def lock_schema(self) -> None:
        pass  # `begin immediate` already keeps every other writer out

    async def audit_head(self) -> Sequence[RawRow]:
        return await self.rows("select id as number, hash from audit where id > 0 order by id desc limit 1", NOTHING)

    async def begin(self) -> None:
        self._begin.due = True

    async def commit(self) -> None:
        if self._begin.due:
            self._begin.due = False  # nothing was asked for
        else:
            await self._ask("commit")

    async def rollback(self) -> None:
        self._begin.due = False
        if self._connection.in_transaction:
            await self._ask("rollback")

    async def savepoint(self) -> None:
        # Marks of one name pile up, and the newest counts: releasing each would cost a hop and free nothing.
        await self._ask("savepoint here")

    async def rollback_to_savepoint(self) -> None:
        await self._ask("rollback to here")

    async def reserve_ids(self, table: str, count: int) -> range:
        # What `autoincrement` has given out; a table has no row there before its first id.
        await self._ask(
            """insert into sqlite_sequence(name, seq)
               select :table, 0 where not exists (select 1 from sqlite_sequence where name = :table)""",
            {"table": table},
        )
        [row] = await self._ask(
            "update sqlite_sequence set seq = seq + :count where name = :table returning seq",
            {"table": table, "count": count},
        )
        return range(row["seq"] - count + 1, row["seq"] + 1)

    async def skip_ids(self, count: int) -> None:
        await self._ask("update sqlite_sequence set seq = seq + :count where name <> 'audit'", {"count": count})

    async def _ask(
        self, sql: str, params: Params | list[Params] = NOTHING, *, anywhere: bool = False
    ) -> list[sqlite3.Row]:
        asked = Statement(sql, params, asyncio.get_running_loop().create_future(), anywhere)
        self._asked.append(asked)
        if len(self._asked) == 1:
            await self._go(self._asked)
        try:
            return await asked.done
        except sqlite3.OperationalError as error:
            raise_if_away(error)
            raise

    async def _go(self, hop: Hop) -> None:
        """The first statement of a hop takes along those that are issued before it leaves."""
        failure: BaseException | None = None
        try:
            try:
                await asyncio.sleep(0)
            finally:
                self._asked = Hop()
            await self._connection.execute_fetchall("", hop)
        except BaseException as error:  # noqa: BLE001  # closed, or cancelled: each of them gets it
            failure = error
        for each in hop:
            each.end(failure)

    async def pragmas(self, pragmas: Iterable[str]) -> None:
        for pragma in pragmas:
            await self._ask(pragma, anywhere=True)

    async def close(self) -> None:
        await self._connection.close()


async def connected(path: Path, pragmas: Iterable[str], begin: Begin) -> SqliteSession:
    connection = await aiosqlite.connect(path, isolation_level=None, factory=partial(Connection, begin))
    connection.row_factory = sqlite3.Row
    session = SqliteSession(connection, begin)
    try:
        await session.pragmas(pragmas)
    except BaseException:
        await session.close()
        raise
    return session


@asynccontextmanager
async def alone(directory: Path) -> AsyncIterator[None]:
    """Keep other processes from opening or closing a database of this directory meanwhile.

    A fresh file becomes a WAL file at its first opening, and the last connection that is closed removes the WAL. SQLite
    needs the file for itself then and answers others "database is locked" without waiting (46 of 150 pairs failed).
    """
    handle = await asyncio.to_thread(os.open, directory, os.O_RDONLY | os.O_CLOEXEC)
    try:
        await run_to_its_end(asyncio.to_thread(fcntl.flock, handle, fcntl.LOCK_EX))
        yield
    finally:
        os.close(handle)


class SqliteDatabase:
    """A file; `:memory:` is refused because what is confirmed must outlive the process."""

    dialect = "sqlite"
    identity = "integer primary key autoincrement"
    has_standbys = False

    def __init__(self, path: Path, keys: Keys) -> None:
        self.keys = keys
        self._path = path
        self._lock = asyncio.Lock()
        self._session: SqliteSession | None = None
        self._reading_lock = asyncio.Lock()
        self._reading: SqliteSession | None = None
        self._lock_file: int | None = None

    def exists(self) -> bool:
        return self._path.exists()

    async def open(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            async with alone(self._path.parent):
                self._session = await connected(self._path, WRITING, Begin("begin immediate"))
        except (sqlite3.Error, DatabaseUnavailable, OSError) as error:
            raise DatabaseUnavailable(f"{self._path}: {error}") from error

    async def close(self) -> None:
        sessions, self._session, self._reading = (self._reading, self._session), None, None
        if any(sessions):
            async with alone(self._path.parent):
                for session in filter(None, sessions):
                    await session.close()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    async def hold(self) -> None:
        # A lock file next to the database, not a lock inside it: other commands still write in short transactions.
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
        """Nobody to notify: the working process is the only one that stores."""

    def when_knocked(self, ring: Callable[[], None]) -> None:
        """Nobody knocks."""

    async def write_back(self) -> None:
        session = self._open_session()

        async def whole() -> None:
            async with self._lock:
                await session.pragmas(("pragma wal_checkpoint(passive)",))

        await run_to_its_end(whole())

    async def damages(self) -> list[str]:
        async def examine(session: Session) -> list[str]:
            found = [str(row["quick_check"]) for row in await session.rows("pragma quick_check(5)", {})]
            return [] if found == ["ok"] else found

        return await self.transact(examine)

    async def forget_erased(self) -> None:
        session = self._open_session()

        async def whole() -> None:
            async with self._lock:
                await session.pragmas(FORGETTING)

        await run_to_its_end(whole())
        await asyncio.to_thread(clear_scratch, self._path)

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        return await in_transaction(self._open_session(), self._lock, work)

    async def read(self, work: Callable[[Session], Awaitable[T]]) -> T:
        self._open_session()
        async with self._reading_lock:
            if self._reading is None:
                self._reading = await connected(self._path, READING, Begin("begin"))
            return await run_to_its_end(committed(self._reading, work))

    async def alter(self, work: Callable[[Session], Awaitable[T]]) -> T:
        session = self._open_session()

        async def checked(inside: Session) -> T:
            result = await work(inside)
            broken = await inside.rows("pragma foreign_key_check", {})
            if broken:
                raise BrokenReferences(", ".join(sorted({f"{row['table']} → {row['parent']}" for row in broken})))
            return result

        async def whole() -> T:
            async with self._lock:
                await session.pragmas(REBUILDING)
                try:
                    return await committed(session, checked)
                finally:
                    await session.pragmas(REBUILT)

        return await run_to_its_end(whole())

    def _open_session(self) -> SqliteSession:
        if self._session is None:
            raise DatabaseUnavailable(f"{self._path} is not open")
        return self._session
