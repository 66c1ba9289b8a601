"""What the two databases have in common, and the few things in which they differ.

SQL is written once, with `:named` parameters; a list stands for many (`id in (:ids)`). Times are BIGINT (UTC
microseconds), flags BOOLEAN, structured values TEXT (JSON), ids BIGINT; `storage.rows` turns them into Python's own.

A `Session` is the one connection of this process that writes. `Database.transact` gives it to one piece of work at a
time: a transaction belongs to one coroutine, and once begun it is carried to its end even when whoever asked for it is
cancelled, because a connection left inside a transaction would swallow the next one's work.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeAlias, TypeVar

Scalar: TypeAlias = int | str | bool | float | None
Params: TypeAlias = Mapping[str, Scalar | Sequence[Scalar]]

T = TypeVar("T")


class RawRow(Protocol):
    """A row as the driver gives it: values by column name."""

    def __getitem__(self, column: str, /) -> Scalar: ...


class DatabaseUnavailable(Exception):
    """The database cannot be reached or cannot store: nothing was changed; try again later."""


class LockHeld(Exception):
    """Another process does the bot's work on this database."""


class TransactionLost(Exception):
    """The engine ended the transaction by itself (a full disk does that): everything since its begin is gone."""


class Session(Protocol):
    """One connection. All statements run in the order in which they are given."""

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]: ...

    async def many(self, sql: str, params: Sequence[Params]) -> None: ...

    async def script(self, sql: str) -> None:
        """Several statements without parameters: migrations."""

    async def lock_schema(self) -> None:
        """Keep another process from migrating until this transaction ends."""

    async def begin(self) -> None: ...

    async def commit(self) -> None: ...

    async def rollback(self) -> None: ...

    async def savepoint(self) -> None:
        """Mark a place to roll back to; the mark before it is given up."""

    async def rollback_to_savepoint(self) -> None:
        """Raises TransactionLost when the engine has already ended the whole transaction."""

    async def close(self) -> None: ...


class Database(Protocol):
    """A database of either kind. `open` before use, `close` after it."""

    identity: str  # the type of a self-numbering primary key

    async def open(self) -> None: ...

    async def close(self) -> None: ...

    async def hold(self) -> None:
        """Become the one working process. Raises LockHeld. Held until close, or until the connection is lost."""

    async def transact(self, work: Callable[[Session], Awaitable[T]]) -> T:
        """Run `work` between begin and commit; roll back and raise what it raises."""


async def run_to_its_end(work: Awaitable[T]) -> T:
    """Await `work`, and when the caller is cancelled meanwhile, let it finish before passing the cancellation on."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        if not task.cancelled():
            task.exception()  # seen: the cancellation is what the caller hears of
        raise


async def in_transaction(session: Session, lock: asyncio.Lock, work: Callable[[Session], Awaitable[T]]) -> T:
    """`Database.transact` for an engine with one session."""

    async def whole() -> T:
        async with lock:
            await session.begin()
            try:
                result = await work(session)
                await session.commit()
            except BaseException:
                await session.rollback()
                raise
            return result

    return await run_to_its_end(whole())


def expanded(sql: str, params: Params) -> tuple[str, dict[str, Scalar]]:
    """Spread list parameters over as many scalars. An empty list matches nothing: `in (null)` would poison `not in`."""
    plain: dict[str, Scalar] = {}
    for name, value in params.items():
        if isinstance(value, str) or not isinstance(value, Sequence):
            plain[name] = value
            continue
        names = [f"{name}_{n}" for n in range(len(value))]
        plain.update(zip(names, value, strict=True))
        places = ", ".join(f":{each}" for each in names) or "select 0 where 1 = 0"
        sql = sql.replace(f"(:{name})", f"({places})")
    return sql, plain


def has_lists(params: Params) -> bool:
    return any(isinstance(value, list | tuple) for value in params.values())


def same_statement(batch: Iterable[tuple[str, Params]]) -> dict[str, list[Params]]:
    """Statements grouped by their text, each group in the order in which it was given."""
    groups: dict[str, list[Params]] = {}
    for sql, params in batch:
        groups.setdefault(sql, []).append(params)
    return groups
