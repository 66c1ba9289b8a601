"""age, the format in which backups are encrypted: by public keys (`age1…`) to be opened by secret ones.

Files are piped through in pieces. What was cut or changed anywhere does not open; the pieces before the damage are
written by then, so what is written is worth nothing until `decrypt` returns.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

import pyrage

PUBLIC, SECRET, MAGIC = "age1", "AGE-SECRET-KEY-1", "age-encryption.org/"


class Source(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


class Target(Protocol):
    """What bytes are written to."""

    def write(self, data: bytes, /) -> int: ...

    def flush(self) -> None: ...


class NotAKey(ValueError):
    """This is no key of the kind that is needed; the text says what it is instead, and never repeats it."""


class WrongKey(Exception):
    """None of these secret keys opens the file."""


class Damaged(Exception):
    """This is no file of age, or not the whole of it, or not as it was written."""


class SecretKey:
    """Never shown: `str` and `repr` do not tell it."""

    def __init__(self, text: str | None = None) -> None:
        """Without a text, a new one. Raises NotAKey."""
        try:
            self._identity = pyrage.x25519.Identity.from_str(text) if text else pyrage.x25519.Identity.generate()
        except pyrage.IdentityError as error:
            raise NotAKey("a secret key begins with AGE-SECRET-KEY-1; a character may be missing") from error

    @property
    def public(self) -> str:
        return str(self._identity.to_public())

    def as_file(self, made: datetime) -> str:
        """As age-keygen writes it."""
        return f"# created: {made:%Y-%m-%dT%H:%M:%SZ}\n# public key: {self.public}\n{self._identity!s}\n"

    @property
    def identity(self) -> object:
        return self._identity


def public_keys(text: str) -> tuple[str, ...]:
    """Those in a text, divided by spaces or commas. Raises NotAKey."""
    keys = tuple(text.replace(",", " ").split())
    for key in keys:
        if key.upper().startswith(SECRET):
            raise NotAKey("this is a secret key: it stays elsewhere. Its public one begins with age1")
        try:
            pyrage.x25519.Recipient.from_str(key)
        except pyrage.RecipientError as error:
            raise NotAKey("a public key begins with age1; a character may be missing") from error
    if not keys:
        raise NotAKey("a public key begins with age1")
    return keys


def secret_keys(text: str) -> list[SecretKey]:
    """Those in the text of a file of keys, as age-keygen writes it. Raises NotAKey."""
    if text.startswith((MAGIC, "-----BEGIN AGE")):
        raise NotAKey("the file of the key is encrypted itself: open it with age first, and pipe it in")
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise NotAKey("no key is in it: it begins with AGE-SECRET-KEY-1")
    if any(line.startswith(PUBLIC) for line in lines):
        raise NotAKey("this is a public key, which closes backups and opens none: the secret one is needed")
    return [SecretKey(line) for line in lines]


def encrypt(source: Source, target: Target, keys: Sequence[str]) -> None:
    """Raises OSError where one cannot be read or the other not be written."""
    try:
        pyrage.encrypt_io(source, target, [pyrage.x25519.Recipient.from_str(key) for key in keys])
    except pyrage.EncryptError as error:
        raise OSError(str(error).removeprefix("OSError: ")) from error


def decrypt(source: Source, target: Target, keys: Sequence[SecretKey]) -> None:
    """Raises WrongKey, Damaged, OSError."""
    try:
        pyrage.decrypt_io(source, target, [key.identity for key in keys])
    except pyrage.DecryptError as error:
        raise WrongKey if "No matching keys" in str(error) else Damaged from error
    except OSError as error:
        if error.errno is None:  # age's own, of a piece that does not fit
            raise Damaged from error
        raise
