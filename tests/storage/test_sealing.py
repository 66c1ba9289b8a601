"""What people wrote and who they are is sealed in the columns that hold it, and only the right key opens it."""

import re
from base64 import b64decode, b64encode
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage import people
from bot.storage.engine import Scalar
from bot.storage.migrate import migrations
from bot.storage.resealing import KEYED_BY
from bot.storage.sealing import MARK, SEALED, CannotOpen, Keys, table_written, written
from bot.storage.transaction import Store, Transaction
from tests.keys import same_keys
from tests.storage.fill import CANARY, database_of_a_day, dumped
from tests.storage.test_plans import queries, statements

LABEL = "case_messages.body"


@given(st.text())
def test_what_is_sealed_opens(text: str) -> None:
    keys = same_keys()
    assert keys.open(keys.seal(LABEL, text), frozenset({LABEL})) == text


def test_the_same_words_never_look_the_same() -> None:
    keys = same_keys()
    assert keys.seal(LABEL, "Так") != keys.seal(LABEL, "Так")


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=255))
def test_a_changed_value_does_not_open(place: int, change: int) -> None:
    keys = same_keys()
    head, _, payload = keys.seal(LABEL, "Сусід шумить").rpartition(":")
    sealed = bytearray(b64decode(payload))
    sealed[place % len(sealed)] ^= change
    with pytest.raises(CannotOpen, match="changed"):
        keys.open(f"{head}:{b64encode(sealed).decode()}", frozenset({LABEL}))


def test_a_note_does_not_open_as_a_message() -> None:
    keys = same_keys()
    note = keys.seal("case_notes.body", "Лише для офіцерів")
    with pytest.raises(CannotOpen, match=r"case_notes\.body"):
        keys.open(note, frozenset({LABEL}))
    with pytest.raises(CannotOpen, match="changed"):
        keys.open(note.replace("case_notes.body", LABEL), frozenset({LABEL}))


def test_without_its_key_nothing_opens() -> None:
    keys = same_keys()
    sealed = keys.seal(LABEL, "Сусід шумить").replace(f"{MARK}1:", f"{MARK}2:")
    with pytest.raises(CannotOpen, match="key 2"):
        keys.open(sealed, frozenset({LABEL}))


def test_a_hash_says_nothing_without_the_key() -> None:
    keys = same_keys()
    [key] = keys.ring.keys
    others = Keys("", lambda: replace(keys.ring, keys=(replace(key, secret=b"x" * 32),)))
    others.load()
    assert keys.hash(700_000_001) == same_keys().hash(700_000_001)
    assert keys.hash(700_000_001) != others.hash(700_000_001)
    assert keys.hash(700_000_001) != keys.hash(700_000_002)


# Every column, every statement.


def columns_of(table: str) -> str:
    script = "".join(each.sql for each in migrations("sqlite"))
    found = re.search(rf"create table {table}\((.*?)\n?\);", script, re.DOTALL)
    assert found, table
    return " ".join([found[1], *re.findall(rf"alter table {table} add column ([^;]*);", script)])


@pytest.mark.parametrize("table", SEALED)
def test_a_sealed_column_is_there_and_its_rows_have_the_key_by_which_they_are_sealed_again(table: str) -> None:
    columns = columns_of(table)
    assert [name for name in SEALED[table] if not re.search(rf"\b{name} text", columns)] == []
    key = re.search(r"primary key ?\(([^)]*)\)", columns)
    single = re.search(r"(\w+) (?:\{identity\}|\w+ primary key)", columns)
    assert ", ".join(KEYED_BY[table]) == (key[1] if key else single[1] if single else "")


def written_otherwise(sql: str) -> list[str]:
    """The sealed columns that a statement writes by a parameter of another name."""
    table = table_written(sql) or ""
    into = re.match(rf"\s*insert into {table} ?\(([^)]*)\)\s*values", sql)
    inserted = re.findall(r"\w+", into[1]) if into else []
    return [
        column
        for column in SEALED.get(table, ())
        if re.search(rf"\b{column} = :(?!{column}\b)", sql) or (column in inserted and column not in dict(written(sql)))
    ]


async def test_each_statement_names_what_it_writes_to_a_sealed_column_as_the_column() -> None:
    assert written_otherwise("update files set name = :title where id = :id") == ["name"]
    assert written_otherwise("insert into files(id, name) values (:id, :title)") == ["name"]
    wrong = [sql for query in queries() for sql, _ in await statements(query) if written_otherwise(sql)]
    assert wrong == []


def compared(sql: str) -> list[str]:
    """The sealed columns by which a statement looks for rows, or sorts them."""
    found = []
    for table, alias in re.findall(r"\b(?:from|join|update) (\w+)(?: (?!where|set|on|join)(\w+))?", sql):
        for column in SEALED.get(table, ()):
            name = rf"{alias}\.{column}" if alias else rf"(?<!\.)\b{column}"
            if re.search(rf"(?:where|and|or|on|by|not) {name} ?(?:=|<|>|in\b|like|,|$)", sql):
                found.append(f"{table}.{column}")
    return found


async def test_no_statement_looks_for_or_sorts_by_a_sealed_column() -> None:
    assert compared("select id from chats where external_id = :id") == ["chats.external_id"]
    assert compared("select c.id from chats c order by c.external_id") == ["chats.external_id"]
    wrong = [sql for query in queries() for sql, _ in await statements(query) if compared(sql)]
    assert wrong == []


async def test_after_a_day_no_words_and_no_account_stand_in_the_database_in_the_clear() -> None:
    async with database_of_a_day() as database:
        rows = await dumped(database)
    held: list[Scalar] = []
    for table, found in rows.items():
        for row in found:
            for column, value in row.items():
                is_sealed = isinstance(value, str) and value.startswith(MARK)
                assert is_sealed == (column in SEALED.get(table, ()) and value is not None), (table, column)
                held.append(value)
    assert sum(isinstance(each, str) and each.startswith(MARK) for each in held) > 20
    assert [each for each in held if CANARY in str(each) or re.search(r"\b70000000\d\b", str(each))] == []


async def test_words_put_into_another_column_are_not_shown(store: Store) -> None:
    async def put(tx: Transaction) -> None:
        person = await people.add(tx, 700_000_001)
        await tx.execute(
            "update persons set language = :stolen where id = :id",
            stolen=tx.keys.seal(LABEL, "Чужі слова"),
            id=person,
        )
        await tx.execute(
            """insert into dialogs(person_id, chat_id, flow, data, expires_at)
               select id, chat_id, 'x', language, 9e15 from persons where id = :id""",
            id=person,
        )
        with pytest.raises(CannotOpen, match=r"dialogs\.data"):
            await tx.value(str, "select data from dialogs")

    await store.transact(put)
