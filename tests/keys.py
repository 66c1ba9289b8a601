"""The keys of every database that tests make: always the same ones, so that a process and its test read alike."""

from base64 import b64encode

from bot.storage.key_file import Content, Entry, dump, keys_in
from bot.storage.sealing import SECRET, Keys

KEYS_TEXT = dump(Content((Entry(1, b64encode(b"k" * SECRET).decode()),), b64encode(b"o" * SECRET).decode()))


def same_keys() -> Keys:
    """Loaded already, for a database that is opened without being migrated."""
    keys = keys_in(KEYS_TEXT, "the tests")
    keys.load()
    return keys


def hashed(external_id: int) -> str:
    """By which the id of an account or a chat at Telegram is found."""
    return same_keys().hash(external_id)
