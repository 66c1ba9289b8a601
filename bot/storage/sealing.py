"""What people wrote, and who they are, is sealed in the columns that hold it: AES-GCM, by a key outside the database.

A sealed value says which key and which column it is of, and both are bound to it: `␟3:case_messages.body:…`. A
transaction seals what a statement writes to one of these columns, and opens what one reads, so nothing above knows of
it. Two rules make that work: the parameter that goes to a sealed column has the column's name, and no statement
compares, joins or sorts by one. What is looked up (the transport's ids of accounts and chats) stands beside its
keyed hash.

What was stored by a version before this one is plain, and is read as it is until it is sealed (`storage.resealing`).
"""

import os
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from hmac import compare_digest

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SEALED: Mapping[str, frozenset[str]] = {
    "inbox": frozenset({"body"}),
    "chats": frozenset({"external_id"}),
    "accounts": frozenset({"external_id"}),
    "case_links": frozenset({"name", "phone"}),
    "case_messages": frozenset({"body"}),
    "case_message_versions": frozenset({"body"}),
    "case_notes": frozenset({"body"}),
    "ready_texts": frozenset({"title", "uk", "en"}),
    "case_journal": frozenset({"number"}),
    "case_pauses": frozenset({"reason"}),
    "case_holds": frozenset({"reason"}),
    "proposed_endings": frozenset({"reason"}),
    "dialogs": frozenset({"data"}),
    "files": frozenset({"name", "external_id", "external_unique_id", "passed_id"}),
    "invitations": frozenset({"name", "account"}),
    "parts": frozenset({"name"}),
    "joining_events": frozenset({"reason"}),
    "priorities": frozenset({"comment"}),
    "meetings": frozenset({"place", "words", "results"}),
    "wanted_posts": frozenset({"name"}),
    "directory_imports": frozenset({"file"}),
    "directory_parts": frozenset({"content", "findings"}),
}
COPIED = {"case_message_versions": "case_messages"}  # in SQL: what a message said is sealed as the message

MARK = "\x1f"  # no text that is stored in these columns begins with it
NONCE = 12  # bytes, random for each value: AES-GCM's own length
SECRET = 32  # bytes of a key


class CannotOpen(Exception):
    """A sealed value whose key is not there, that stands in a column of another kind, or that was changed."""


@dataclass(frozen=True)
class Key:
    """One secret, and what is made of it for each purpose."""

    id: int
    secret: bytes

    @cached_property
    def cipher(self) -> AESGCM:
        return AESGCM(self._derived("seal"))

    @cached_property
    def for_hashes(self) -> bytes:
        return self._derived("hash")

    @cached_property
    def for_signatures(self) -> bytes:
        return self._derived("sign")

    @property
    def fingerprint(self) -> str:
        """By which a database knows its key again; the key does not follow from it."""
        return f"{self.id}:{self._derived('fingerprint').hex()[:16]}"

    @property
    def prefix(self) -> str:
        """What every value sealed by this key begins with."""
        return f"{MARK}{self.id}:"

    def _derived(self, purpose: str) -> bytes:
        return blake2b(key=self.secret, person=purpose.encode(), digest_size=SECRET).digest()


@dataclass(frozen=True)
class Ring:
    """The keys that are there, the newest last: it seals, the others only open. `order` hides chats in the inbox."""

    keys: tuple[Key, ...]
    order: bytes

    @cached_property
    def by_id(self) -> Mapping[int, Key]:
        return {key.id: key for key in self.keys}

    @property
    def current(self) -> Key:
        return self.keys[-1]


@dataclass
class Keys:
    """The keys of a database, kept at `place`. `read` gets them from there, again when another process has added one.
    `make` makes them there, False where they are by now; None where this program cannot.
    """

    place: str
    read: Callable[[], Ring]
    make: Callable[[], bool] | None = None
    ring: Ring = field(init=False)

    def load(self) -> None:
        """Raises what `read` raises."""
        self.ring = self.read()

    def seal(self, label: str, text: str) -> str:
        """The text as column `label` (`table.column`) holds it."""
        key, nonce = self.ring.current, os.urandom(NONCE)
        sealed = nonce + key.cipher.encrypt(nonce, text.encode(), label.encode())
        return f"{key.prefix}{label}:{b64encode(sealed).decode()}"

    def open(self, value: str, labels: frozenset[str]) -> str:
        """The text in a value that a statement gave which reads these columns. Raises CannotOpen."""
        id_, label, payload = value[1:].split(":", 2)
        if label not in labels:
            raise CannotOpen(f"a value of {label} stands where {', '.join(sorted(labels))} should be")
        key = self._by_id(int(id_))
        sealed = b64decode(payload)
        try:
            return key.cipher.decrypt(sealed[:NONCE], sealed[NONCE:], label.encode()).decode()
        except InvalidTag:
            raise CannotOpen(f"a value of {label} was changed after it was sealed") from None

    def hash(self, external_id: int) -> str:
        """By which the transport's id of an account or a chat is stored to be found."""
        return _hash(self.ring.current, external_id)

    def hashes(self, external_id: int) -> list[str]:
        """All by which it may have been stored."""
        return [_hash(key, external_id) for key in self.ring.keys]

    def sign(self, text: str) -> str:
        """By which it is seen that a text was written by a process that had the keys."""
        return _signed(self.ring.current, text)

    def has_signed(self, text: str, signature: str) -> bool:
        """Whether this is the signature of a text by one of the keys that are there."""
        return any(compare_digest(signature, _signed(key, text)) for key in self.ring.keys)

    def stand_in(self, chat_id: int) -> int:
        """A number that stands for a chat where only the order in it counts: the same for the same chat."""
        digest = blake2b(str(chat_id).encode(), key=self.ring.order, digest_size=8).digest()
        return int.from_bytes(digest, signed=True)

    def _by_id(self, id_: int) -> Key:
        if id_ not in self.ring.by_id:
            self.load()
        if id_ not in self.ring.by_id:
            raise CannotOpen(f"key {id_} is not among the keys")
        return self.ring.by_id[id_]


def _hash(key: Key, external_id: int) -> str:
    return blake2b(str(external_id).encode(), key=key.for_hashes, digest_size=16).hexdigest()


def _signed(key: Key, text: str) -> str:
    return blake2b(text.encode(), key=key.for_signatures, digest_size=SECRET).hexdigest()


def label_of(table: str, column: str) -> str:
    """What a value of this column is bound to."""
    return f"{COPIED.get(table, table)}.{column}"


PARAMETER = re.compile(r":(\w+)")
WRITING = re.compile(r"\s*(?:insert into|update|delete from)\s+(\w+)")


@lru_cache(maxsize=1024)
def table_written(sql: str) -> str | None:
    """The table that a statement writes to; None for one that reads."""
    found = WRITING.match(sql)
    return found[1] if found else None


@lru_cache(maxsize=1024)
def words(sql: str) -> frozenset[str]:
    """Among them the names of the tables that a statement uses."""
    return frozenset(re.findall(r"\w+", sql))


@lru_cache(maxsize=1024)
def written(sql: str) -> Sequence[tuple[str, str]]:
    """The parameters of a statement that it writes to sealed columns, each with its column's label."""
    table = table_written(sql)
    if table is None:
        return []
    named = frozenset(PARAMETER.findall(sql))
    return [(column, label_of(table, column)) for column in SEALED.get(table, ()) if column in named]


@lru_cache(maxsize=1024)
def read(sql: str) -> frozenset[str]:
    """The labels of the sealed columns that a statement names."""
    named = words(sql)
    return frozenset(
        label_of(table, column)
        for table, columns in SEALED.items()
        if table in named
        for column in columns
        if column in named
    )
