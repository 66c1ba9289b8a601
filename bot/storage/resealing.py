"""What a database knows of its keys, and sealing again what another key sealed, or none.

A new key seals what is written from then on. What was there before is sealed again in batches, each a transaction of
its own beside all other work: a value is replaced only where it is still the one that was read. A process that stops on
the way loses nothing: what is left is found by how it begins.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.storage import facts
from bot.storage.engine import Database, Scalar, Session
from bot.storage.key_file import WrongKeys
from bot.storage.sealing import MARK, SEALED, Key, Keys, label_of

BATCH = 50  # rows: a few milliseconds in which nobody else can write
WRITTEN_BACK = 4  # batches: some hundred pages of SQLite's log, of the thousand at which a commit would do it

# The primary key of each table that has sealed columns.
KEYED_BY: Mapping[str, Sequence[str]] = {
    "inbox": ("update_id",),
    "chats": ("id",),
    "accounts": ("person_id", "transport"),
    "case_links": ("case_id",),
    "case_messages": ("id",),
    "case_message_versions": ("case_message_id", "version"),
    "case_notes": ("id",),
    "ready_texts": ("id",),
    "case_journal": ("case_id",),
    "case_pauses": ("id",),
    "case_holds": ("id",),
    "proposed_endings": ("case_id",),
    "dialogs": ("chat_id", "person_id", "thread_id"),
    "files": ("id",),
    "invitations": ("id",),
    "parts": ("id",),
    "joining_events": ("id",),
    "priorities": ("id",),
    "meetings": ("id",),
    "wanted_posts": ("id",),
    "directory_imports": ("id",),
    "directory_parts": ("import_id", "community"),
}
HASHED = frozenset({"chats", "accounts"})  # beside external_id stands external_hash


@dataclass(frozen=True, slots=True)
class Column:
    """A sealed column, and how its rows are found."""

    table: str
    name: str

    @property
    def key(self) -> Sequence[str]:
        return KEYED_BY[self.table]

    @property
    def label(self) -> str:
        return label_of(self.table, self.name)

    @property
    def is_hashed(self) -> bool:
        return self.table in HASHED


COLUMNS = tuple(Column(table, name) for table, names in SEALED.items() for name in sorted(names))


@dataclass(frozen=True, slots=True)
class Stale:
    """A value to be sealed again, and the primary key of its row."""

    key: tuple[Scalar, ...]
    value: str


# What a database knows of its keys.


async def agree(database: Database) -> bool:
    """Load the keys of this database; where it has none yet, make the first. True where that was done.

    What an older version stored without a hash is not found by the transport's id: it gets one here.
    Raises NoKeys, WrongKeys, DatabaseUnavailable.
    """
    made = await database.transact(partial(_agree, keys=database.keys))
    for column in COLUMNS:
        if column.is_hashed:
            async for _ in _sealed_again(database, column, "external_hash is null", {}):
                pass
    return made


async def _agree(session: Session, keys: Keys) -> bool:
    await session.lock_schema()  # of two processes that find none, one makes them
    in_use = set((await _get(session, facts.KEYS)).split())
    if in_use:
        keys.load()
        if missing := in_use - {key.fingerprint for key in keys.ring.keys}:
            raise WrongKeys(f"the database was sealed by keys that are not among them: {', '.join(sorted(missing))}")
        return False
    made = keys.make is not None and keys.make()
    keys.load()
    await _put(session, facts.KEYS, keys.ring.current.fingerprint)
    return made


async def _put(session: Session, key: str, value: str) -> None:
    await session.rows(
        "insert into facts(key, value) values (:key, :value) on conflict (key) do update set value = excluded.value",
        {"key": key, "value": value},
    )


async def _get(session: Session, key: str) -> str:
    """Empty where it is not known."""
    rows = await session.rows("select value from facts where key = :key", {"key": key})
    return str(rows[0]["value"]) if rows else ""


async def _note_in_use(session: Session, keys: Keys) -> None:
    in_use = (await _get(session, facts.KEYS)).split()
    if keys.ring.current.fingerprint not in in_use:
        await _put(session, facts.KEYS, " ".join([*in_use, keys.ring.current.fingerprint]))


async def forget(database: Database, key: Key) -> None:
    """This key seals nothing here any more."""

    async def whole(session: Session) -> None:
        in_use = (await _get(session, facts.KEYS)).split()
        await _put(session, facts.KEYS, " ".join(each for each in in_use if each != key.fingerprint))

    await database.transact(whole)


async def is_done(database: Database) -> bool:
    """Whether the newest key is known to have sealed everything."""
    return await database.read(partial(_is_done, keys=database.keys))


async def _is_done(session: Session, keys: Keys) -> bool:
    return await _get(session, facts.SEALED_BY) == keys.ring.current.fingerprint


# Sealing again.


async def count(database: Database) -> int:
    """How many values are to be sealed again. It reads all of them."""

    async def whole(session: Session) -> int:
        total = 0
        for column in COLUMNS:
            sql = f"select count(*) as n from {column.table} where {_is_stale(column)}"
            total += int((await session.rows(sql, _prefix(database.keys)))[0]["n"] or 0)
        return total

    return await database.read(whole)


async def seal_again(database: Database) -> AsyncIterator[int]:
    """Seal everything by the newest key; after each batch, how many values it had. Raises DatabaseUnavailable.

    Another process that does not know the key yet may write by an older one meanwhile; then `is_done` stays False.
    """
    await database.transact(partial(_note_in_use, keys=database.keys))
    for column in COLUMNS:
        async for replaced in _sealed_again(database, column, _is_stale(column), _prefix(database.keys)):
            yield replaced
    if not await count(database):
        await database.transact(partial(_put, key=facts.SEALED_BY, value=database.keys.ring.current.fingerprint))


def _prefix(keys: Keys) -> Mapping[str, Scalar]:
    prefix = keys.ring.current.prefix
    return {"prefix": prefix, "length": len(prefix)}


def _is_stale(column: Column) -> str:
    """In SQL, whether another key than the newest sealed it, or none; `:prefix` is how it begins otherwise."""
    return f"{column.name} is not null and substr({column.name}, 1, cast(:length as integer)) <> :prefix"


async def _sealed_again(
    database: Database, column: Column, due: str, params: Mapping[str, Scalar]
) -> AsyncIterator[int]:
    """Seal the column anew in the rows for which `due` holds, in the order of their primary key."""
    after: Mapping[str, Scalar] = {}
    batches = 0
    while found := await database.read(partial(_stale, column=column, due=due, params=params, after=after)):
        batch = [_sealed(database.keys, column, each) for each in found]  # before anybody waits for the transaction
        await database.transact(partial(_replace, column=column, batch=batch))
        batches += 1
        if batches % WRITTEN_BACK == 0:
            await database.write_back()
        yield len(found)
        after = _of_row(found[-1])


def _of_row(stale: Stale) -> Mapping[str, Scalar]:
    """The parameters that hold the primary key of its row."""
    return {f"k{n}": value for n, value in enumerate(stale.key)}


async def _stale(
    session: Session, column: Column, due: str, params: Mapping[str, Scalar], after: Mapping[str, Scalar]
) -> list[Stale]:
    key = ", ".join(column.key)
    follows = f"({key}) > ({', '.join(f':{name}' for name in after)}) and" if after else ""
    sql = f"""select {key}, {column.name} from {column.table} where {follows} {due} order by {key} limit {BATCH}"""
    rows = await session.rows(sql, {**params, **after})
    return [Stale(tuple(row[each] for each in column.key), str(row[column.name])) for row in rows]


def _sealed(keys: Keys, column: Column, stale: Stale) -> Mapping[str, Scalar]:
    """The parameters of `_replace` for this value."""
    text = keys.open(stale.value, frozenset({column.label})) if stale.value.startswith(MARK) else stale.value
    hashed: Mapping[str, Scalar] = {"hash": keys.hash(int(text))} if column.is_hashed else {}
    return {"new": keys.seal(column.label, text), "old": stale.value, **hashed, **_of_row(stale)}


async def _replace(session: Session, column: Column, batch: Sequence[Mapping[str, Scalar]]) -> None:
    this_row = " and ".join(f"{name} = :k{n}" for n, name in enumerate(column.key))
    sql = f"""update {column.table} set {column.name} = :new{", external_hash = :hash" if column.is_hashed else ""}
               where {this_row} and {column.name} = :old"""
    await session.many(sql, batch)
