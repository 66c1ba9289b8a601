"""What the two databases have in common, and the few things in which they differ.

SQL is written once, with `:named` parameters; `id in (:ids)` and `not in (:ids)` take a list. Times are BIGINT (UTC
microseconds), days and hours of people's clocks TEXT (ISO), flags BOOLEAN, structured values TEXT (JSON), ids BIGINT;
`storage.rows` turns them into Python's own.

A database has two connections in a process: one writes, the other only reads, so that a long list or a figure delays
no conversation. `Database.transact` gives the first to one piece of work at a time: a transaction belongs to one
coroutine, and once begun it is carried to its end even when the caller is cancelled, because a connection left inside a
transaction would swallow the next one's work. `Database.read` does the same with the second.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias, TypeVar

from bot.storage.sealing import Keys

Scalar: TypeAlias = int | str | bool | float | None
Params: TypeAlias = Mapping[str, Scalar | Sequence[Scalar]]

T = TypeVar("T")


class RawRow(Protocol):
    """A row as the driver gives it: values by column name, or all of them in order."""

    def __getitem__(self, column: str, /) -> Scalar: ...

    def __iter__(self) -> Iterator[Scalar]: ...


class DatabaseUnavailable(Exception):
    """The database cannot be reached or cannot store: nothing was changed; try again later."""


class LockHeld(Exception):
    """Another process does the bot's work on this database."""


class TransactionLost(Exception):
    """The engine ended the transaction by itself (a full disk does that): everything since its begin is gone."""


class BrokenReferences(Exception):
    """A change of the schema left rows that refer to rows which no longer exist: nothing was changed."""


class Session(Protocol):
    """One connection. All statements run in the order in which they are given.

    Any of them raises DatabaseUnavailable when the connection is lost or the engine cannot store, and TransactionLost
    when the engine has ended the transaction before.
    """

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]: ...

    async def many(self, sql: str, params: Sequence[Params]) -> None: ...

    async def reserve_ids(self, table: str, count: int) -> Sequence[int]:
        """Ids for new rows of this table, which numbers its rows by itself: nothing else will get them."""

    async def skip_ids(self, count: int) -> None:
        """In no table will the next so many ids be given to a row, but in the audit, whose numbers have no gaps."""

    async def script(self, sql: str) -> None:
        """Several statements without parameters: migrations."""

    async def lock_schema(self) -> None:
        """Keep another process from migrating until this transaction ends."""

    async def audit_head(self) -> Sequence[RawRow]:
        """The number and the hash of the audit's last entry. Nobody else adds to it until this transaction ends."""

    async def begin(self) -> None: ...

    async def commit(self) -> None: ...

    async def rollback(self) -> None:
        """Nothing to do where the transaction has ended by itself."""

    async def savepoint(self) -> None:
        """Mark a place to roll back to; the mark before it is given up."""

    async def rollback_to_savepoint(self) -> None: ...

    async def close(self) -> None: ...


class Database(Protocol):
    """A database of either kind. `open` before use, `close` after it."""

    dialect: str  # in the names of migrations for one engine alone
    identity: str  # the type of a self-numbering primary key
    keys: Keys  # by which columns are sealed: storage/sealing.py
    has_standbys: bool  # whether other processes may be on it at the same time and wait for the worker's lock

    def exists(self) -> bool:
        """False where `open` would make a new one."""

    async def open(self) -> None:
        """Raises DatabaseUnavailable, here as everywhere below."""

    async def close(self) -> None: ...

    async def hold(self) -> None:
        """Become the one working process. Raises LockHeld. Held until close, or until the connection is lost."""

    async def ping(self) -> None:
        """Return when it answers."""

    async def knock(self) -> None:
        """Notify the working process that another has stored something for it."""

    def when_knocked(self, ring: Callable[[], None]) -> None:
        """Call `ring` at each knock, from the next `open` on."""

    async def forget_erased(self) -> None:
        """Take what was erased out of the files, too, where that is ours to do."""

    async def write_back(self) -> None:
        """Do now what committing puts off, so that nobody else's commit has to: for work that writes much."""

    async def damages(self) -> list[str]:
        """What an examination of the stored data finds wrong."""

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        """Run `work` between begin and commit; roll back and raise what it raises."""

    async def read(self, work: Callable[[Session], Awaitable[T]]) -> T:
        """Run `work` on the connection that cannot write: it sees one state of what was committed before it began."""

    async def alter(self, work: Callable[[Session], Awaitable[T]]) -> T:
        """As `transact`, for a change of the schema: it may rebuild a table that others refer to.

        Raises BrokenReferences.
        """


async def run_to_its_end(work: Awaitable[T]) -> T:
    """Await `work`, and when the caller is cancelled meanwhile, let it finish before passing the cancellation on."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        if not task.cancelled():
            task.exception()  # seen: the cancellation is what the caller gets
        raise


async def side_by_side(works: Iterable[Awaitable[None]]) -> None:
    """Await them all, also when one fails, for none may outlive its transaction; then raise what the first raised.

    Their statements are queued at the connection in one go: each is spared the wait for the one before it.
    """
    for outcome in await asyncio.gather(*works, return_exceptions=True):
        if outcome is not None:
            raise outcome


async def in_transaction(session: Session, lock: asyncio.Lock, work: Callable[[Session], Awaitable[T]]) -> T:
    """Run `work` in a transaction of a session that one coroutine may use at a time."""

    async def whole() -> T:
        async with lock:
            return await committed(session, work)

    return await run_to_its_end(whole())


async def committed(session: Session, work: Callable[[Session], Awaitable[T]]) -> T:
    """Run `work` between begin and commit; roll back and raise what it raises."""
    await session.begin()
    try:
        result = await work(session)
        await session.commit()
    except BaseException:
        await session.rollback()
        raise
    return result


def same_statement(batch: Iterable[tuple[str, Params]]) -> dict[str, list[Params]]:
    """Statements grouped by their text, each group in the order in which it was given."""
    groups: dict[str, list[Params]] = {}
    for sql, params in batch:
        groups.setdefault(sql, []).append(params)
    return groups


def still_waits(state: str) -> str:
    """In SQL, that the row of a queue which is found by its key waits.

    PostgreSQL makes its plans while a queue is empty: by `state = 'waiting'` it would look for the key in the index of
    what waits, and read all of that at each row when there is much.
    """
    return f"{state} || '' = 'waiting'"
