"""A transaction as services see it: the time, the policy, typed rows, and the letters to send when it has committed.

Writes that nothing in the transaction reads back (letters, copies, the ends of handled updates) are gathered and
written together before the commit: through aiosqlite a statement of its own costs twenty times a row of a batch. Where
something is read after all from a table that they go to, they are written first.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.clock import Clock
from bot.domain.audit import START, Entry, Head, following
from bot.domain.policy import Policy
from bot.storage import sealing
from bot.storage.engine import Database, Params, RawRow, Scalar, Session, same_statement, side_by_side
from bot.storage.enqueue import Outbox
from bot.storage.rows import Opened, Value, as_row, as_value, only, to_column
from bot.storage.sealing import Keys, table_written, words

T = TypeVar("T")


class Transaction:
    """One unit of work. Made by `Store.transact`; belongs to one coroutine."""

    def __init__(
        self, session: Session, now: datetime, policy: Policy, keys: Keys, operator: str | None = None
    ) -> None:
        self.now = now
        self.policy = policy
        self.keys = keys
        self.operator = operator  # the person at the command line, as their system knows them
        self.outbox = Outbox(now)
        self.broadcast_changed = False  # one was begun, or has something new to do
        self.erasure_asked = False  # something was marked to be erased
        self.written: set[str] = set()  # the tables written to, as queries see them, since it was last cleared
        self._session = session
        self._gathered: list[tuple[str, Params]] = []
        self._gathered_for: set[str] = set()  # these tables
        self._entries: list[Entry] = []  # of the audit, in order
        self._head: Head | None = None  # of the audit, once it was read: until the commit nobody else adds to it
        self._ids: dict[str, list[int]] = {}  # of each table, reserved and not given yet; the next one last

    async def fetch_all(self, row_type: type[T], sql: str, /, **values: Value) -> list[T]:
        opened = self._opener(sql)
        return [as_row(row_type, raw, opened) for raw in await self._rows(sql, values)]

    async def fetch_one(self, row_type: type[T], sql: str, /, **values: Value) -> T | None:
        """The first row, or None."""
        rows = await self._rows(sql, values)
        return as_row(row_type, rows[0], self._opener(sql)) if rows else None

    async def value(self, kind: type[T], sql: str, /, **values: Value) -> T | None:
        """The one column of the first row, as `kind`; None where there is no row, or nothing in it."""
        rows = await self._rows(sql, values)
        return as_value(kind, only(rows[0], self._opener(sql))) if rows else None

    async def column(self, kind: type[T], sql: str, /, **values: Value) -> list[T]:
        """The one column of every row that has something in it."""
        opened = self._opener(sql)
        found = (as_value(kind, only(raw, opened)) for raw in await self._rows(sql, values))
        return [each for each in found if each is not None]

    async def exists(self, sql: str, /, **values: Value) -> bool:
        """Whether the statement gives a row."""
        return bool(await self._rows(sql, values))

    async def execute(self, sql: str, /, **values: Value) -> None:
        await self._rows(sql, values)

    async def new_id(self, table: str) -> int:
        """The id of a row that is to be written `later`: many are reserved in one statement."""
        ids = self._ids.setdefault(table, [])
        if not ids:
            ids.extend(reversed(await self._session.reserve_ids(table, IDS)))
        return ids.pop()

    async def skip_ids(self, count: int) -> None:
        """In no table will the next so many ids be given to a row, but in the audit, whose numbers have no gaps."""
        await self._session.skip_ids(count)

    async def insert(self, sql: str, /, **values: Value) -> int:
        """The id of the new row: the statement ends in `returning id`."""
        rows = await self._rows(sql, values)
        return int(rows[0]["id"] or 0)

    async def count(self, sql: str, /, **values: Value) -> int:
        """How many rows the statement returns: an update that may change nothing ends in `returning`."""
        return len(await self._rows(sql, values))

    async def _rows(self, sql: str, values: dict[str, Value]) -> Sequence[RawRow]:
        used = words(sql)
        if not self._gathered_for.isdisjoint(used) or (self.outbox.waits and "outbox" in used):
            await self.flush()
        if table := table_written(sql):
            self.written.add(table)
        return await self._session.rows(sql, self._columns(sql, values))

    def later(self, sql: str, /, **values: Value) -> None:
        """Write with the rest of its kind before the commit."""
        self._gathered.append((sql, self._columns(sql, values)))
        if table := table_written(sql):
            self._gathered_for.add(table)

    def note(self, entry: Entry) -> None:
        """Add an entry to the audit with the rest."""
        self._entries.append(entry)
        self._gathered_for.add("audit")

    def _columns(self, sql: str, values: dict[str, Value]) -> Params:
        """What goes into columns, sealed where it has to be."""
        found = columns(values)
        for name, label in sealing.written(sql):
            if (value := found.get(name)) is not None:
                found[name] = self.keys.seal(label, str(value))
        return found

    def _opener(self, sql: str) -> Opened | None:
        """How the values of a statement's rows are opened; None where it reads no sealed column."""
        labels = sealing.read(sql)
        return partial(self.keys.open, labels=labels) if labels else None

    async def flush(self) -> None:
        """Write what was gathered."""
        chained = await self._chained()
        gathered, self._gathered = [*self._gathered, *self.outbox.take(), *chained], []
        self._gathered_for.clear()
        groups = same_statement(gathered).items()
        self.written.update(filter(None, (table_written(sql) for sql, _ in groups)))
        await side_by_side(self._session.many(sql, params) for sql, params in groups)

    async def _chained(self) -> list[tuple[str, Params]]:
        """The statements that add to the audit what was noted: only now is it known on what each entry hangs."""
        if not self._entries:
            return []
        read = self._head or await self._audit_head()
        head = self._head or read  # of those that flush at the same time, one may have gone on from it
        entries, self._entries = self._entries, []
        statements: list[tuple[str, Params]] = []
        for entry in entries:
            head = following(head, entry)
            statements.append((ADD_ENTRY, entry_columns(head, entry)))
        self._head = head
        return statements

    async def _audit_head(self) -> Head:
        rows = await self._session.audit_head()
        return as_row(Head, rows[0]) if rows else START

    async def savepoint(self) -> None:
        """From here on `rollback_to_savepoint` takes back."""
        await self.flush()
        await self._session.savepoint()

    async def rollback_to_savepoint(self) -> None:
        await self._session.rollback_to_savepoint()
        self._gathered.clear()
        self._gathered_for.clear()
        self._entries.clear()
        self._head = None  # entries since then are taken back, too
        self.outbox.drop()
        self._ids.clear()  # they may have been reserved since


ADD_ENTRY = """insert into audit
    (id, at, by_kind, by_id, by_name, act, subject_kind, subject_id, community, oblast, hash) values
    (:id, :at, :by_kind, :by_id, :by_name, :act, :subject_kind, :subject_id, :community, :oblast, :hash)"""


def entry_columns(head: Head, entry: Entry) -> dict[str, Scalar | list[Scalar]]:
    """The row of an entry that has become this head."""
    return {
        "id": head.number,
        "at": to_column(entry.at),
        "by_kind": entry.by_kind,
        "by_id": entry.by_id,
        "by_name": entry.by_name,
        "act": entry.act,
        "subject_kind": entry.subject_kind,
        "subject_id": entry.subject_id,
        "community": entry.community,
        "oblast": entry.oblast,
        "hash": head.hash,
    }


IDS = 64  # as many as a transaction may have new rows of one kind, nearly always


def columns(values: dict[str, Value]) -> dict[str, Scalar | list[Scalar]]:
    return {
        name: [to_column(each) for each in value] if isinstance(value, list | tuple) else to_column(value)
        for name, value in values.items()
    }


@dataclass(frozen=True, slots=True)
class Store:
    """The database together with the time and the policy: where transactions come from."""

    database: Database
    clock: Clock
    policy: Policy
    operator: str | None = None  # the person at the command line, where this process is a command

    async def transact(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `work` in a transaction of its own; commit what it did, or roll all back and raise what it raised."""

        async def whole(session: Session) -> T:
            tx = self._transaction(session)
            result = await work(tx)
            await tx.flush()
            return result

        return await self.database.transact(whole)

    async def read(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run `work`, which only reads, in parallel with the transactions that write: for lists, figures and exports.

        It sees what was committed before it began.
        """

        async def whole(session: Session) -> T:
            return await work(self._transaction(session))

        return await self.database.read(whole)

    def _transaction(self, session: Session) -> Transaction:
        return Transaction(session, self.clock.now(), self.policy, self.database.keys, self.operator)
