"""Slips: a page with a QR by which the person of a call or a visit opens their case in the bot.

The link on it and a short code, which the officer says or writes down apart from it, open the case together, once and
within 14 days. Five wrong codes end the slip. Until the right one is typed nothing is said of the case, not even that
there is one: a link that was made up is asked for a code like any other.

Link and code are made of a random seed by the key that signs: the page can be drawn again after a crash, and nobody who
reads the database alone can make them. Storage compares hashes.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, OfficerId, SlipId
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal

VALID = timedelta(days=14)
TRIES = 5
CODE_DIGITS = 6
TOKEN_LENGTH = 40  # hexadecimal digits of a link
TYPED_CODE = re.compile(rf"\d{{{CODE_DIGITS}}}")


@dataclass(frozen=True, slots=True)
class Slip:
    id: SlipId
    case_id: CaseId
    seed: str
    code_hash: str
    officer_id: OfficerId | None  # who issued it; None: a coordinator
    expires_at: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens a case: the token of the link, and the code that is said."""

    token: str
    code: str

    @property
    def token_hash(self) -> str:
        return token_hash(self.token)

    @property
    def code_hash(self) -> str:
        return code_hash(self.token, self.code)


def secrets_of(signature: str) -> Secrets:
    """Those that follow from a signed seed, of which neither says anything about the other."""
    code = int(signature[TOKEN_LENGTH:], 16) % 10**CODE_DIGITS
    return Secrets(signature[:TOKEN_LENGTH], f"{code:0{CODE_DIGITS}}")


def token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def code_hash(token: str, code: str) -> str:
    """A code alone has too few digits to be hashed; the token, of which storage has the hash alone, makes up for it."""
    return hashlib.sha256(f"{token}:{code}".encode()).hexdigest()


def code_in(text: str) -> str | None:
    """The code that was typed, also as «123 456» or «123-456»."""
    digits = re.sub(r"[\s-]", "", text)
    return digits if TYPED_CODE.fullmatch(digits) else None


@dataclass(frozen=True, slots=True)
class ClaimingCase(Dialog, flow="claim", lasts=timedelta(hours=1)):
    """The person has opened the link of a slip, or one that was made up; the next message is the code."""

    token: str


class OwnSlip(Refusal):
    """Nobody claims a case from the account by which they work here."""

    key = "slip-own"


@dataclass(frozen=True, slots=True)
class SlipMade(Letter):
    """A slip as a page, and its code in a message of its own: to the person at the desk who asked for it."""

    slip_id: SlipId
