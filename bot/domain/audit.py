"""The audit: who did what, and when, as a chain in which each entry holds the hash of the one before it.

Entries are numbered without gaps. An entry's hash is that of its own content and of the hash before, so an entry that
is changed, taken out or put in between breaks the chain there. A chain that is cut at its end, or written again from
some entry on, holds in itself: so its head, the number and the hash of the newest entry, is sent to people every day,
and whether a head that was once sent is still in the chain can be asked at any time.

Entries whose term is over go from the beginning. What is left starts at a checkpoint: the head as it was there, signed
by a key that is not in the database.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from bot.domain.ids import PersonId

HEX = 16  # digits of a hash that people are shown, in fours

# The acts by which a person at a desk reads a case: opening it, copying its text, and being sent text of it.
OPEN, COPY, RECEIVE = "open", "copy words", "receive words"
READINGS = (OPEN, COPY, RECEIVE)

WRITTEN_HEAD = re.compile(r"\D*(?P<number>\d+)\W+(?P<hash>[0-9a-f][0-9a-f\s]*)")


@dataclass(frozen=True, slots=True)
class Who:
    """The person who did it. `kind`: officer, coordinator or operator, or another that needs no id: the bot itself.

    The id is an officer's, else a person's. Residents are never named.
    """

    kind: str
    id: int | None = None

    @property
    def coordinator_id(self) -> PersonId | None:
        return PersonId(self.id) if self.kind == "coordinator" and self.id is not None else None


OPERATOR = Who("operator")
BOT = Who("bot")
RESIDENT = Who("resident")  # of the case: never who


@dataclass(frozen=True, slots=True)
class Entry:
    """An act on a subject: its kind (case, officer, area, notice, …) and its id; and the place, where it has one.

    `by_name`: of an operator, as their system knows them; all others are named by what their id leads to.
    """

    at: datetime
    by_kind: str
    by_id: int | None
    by_name: str | None
    act: str
    subject_kind: str
    subject_id: str
    community: str | None
    oblast: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of a chain: its number and its hash. Before the first one there is `START`."""

    number: int
    hash: str

    @property
    def written(self) -> str:
        """As people are shown it: «4711 · 3f2a 91bc 55aa 01ef»."""
        digits = self.hash[:HEX]
        return f"{self.number} · {' '.join(digits[at : at + 4] for at in range(0, HEX, 4))}".rstrip(" ·")

    def is_of(self, written: "Head") -> bool:
        """Whether this is the head that was written down, of which some digits are enough."""
        return self.number == written.number and self.hash.startswith(written.hash)


START = Head(0, "")


def read_head(written: str) -> Head | None:
    """The head that somebody copied from a letter, with its digits as far as they go; None where it is none."""
    found = WRITTEN_HEAD.fullmatch(written.strip().lower())
    digits = "".join(found["hash"].split()) if found else ""
    return Head(int(found["number"]), digits) if found and len(digits) >= HEX else None


def following(head: Head, entry: Entry) -> Head:
    """The head of the chain once this entry is added to it."""
    number = head.number + 1
    content: list[str | int | None] = [
        number,
        _when(entry.at),
        entry.by_kind,
        entry.by_id,
        entry.by_name,
        entry.act,
        entry.subject_kind,
        entry.subject_id,
        entry.community,
        entry.oblast,
    ]
    return Head(number, hashlib.sha256(f"{head.hash}{_AS_JSON(content)}".encode()).hexdigest())


_AS_JSON = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


@lru_cache(maxsize=64)  # the entries of a transaction have one time
def _when(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where the chain starts that is kept: the head as it was there, and how many entries this cut took."""

    upto: int
    hash: str
    entries: int
    at: datetime
    signature: str | None = None

    @property
    def head(self) -> Head:
        return Head(self.upto, self.hash)

    @property
    def content(self) -> str:
        """What is signed of it."""
        return _AS_JSON([self.upto, self.hash, self.entries, _when(self.at)])
