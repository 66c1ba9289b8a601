"""The keys of every database that tests make: always the same ones, so that a process and its test read alike."""

from base64 import b64encode
from typing import TypeVar, cast

import pytest

from bot.storage.key_file import Content, Entry, dump, keys_in
from bot.storage.sealing import MARK, SEALED, SECRET, Keys, label_of

T = TypeVar("T")

KEYS_TEXT = dump(Content((Entry(1, b64encode(b"k" * SECRET).decode()),), b64encode(b"o" * SECRET).decode()))


def same_keys() -> Keys:
    """Loaded already, for a database that is opened without being migrated."""
    keys = keys_in(KEYS_TEXT, "the tests")
    keys.load()
    return keys


def hashed(external_id: int) -> str:
    """By which the id of an account or a chat at Telegram is found."""
    return same_keys().hash(external_id)


EVERYWHERE = frozenset(label_of(table, column) for table, columns in SEALED.items() for column in columns)


def legible(value: T) -> T:
    """What a column holds, opened where it is sealed."""
    if not (isinstance(value, str) and value.startswith(MARK)):
        return value
    return cast("T", same_keys().open(value, EVERYWHERE))


@pytest.fixture
def in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sealed: for tests that look for words in files, and could not find any otherwise."""
    monkeypatch.setattr(Keys, "seal", lambda _, __, text: text)
