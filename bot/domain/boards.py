"""Boards: the station's group, in which its officers see that there is a case, and never what it says.

Everybody in the group reads a board. So it shows a case's number and place, that it is urgent and who has it; of a
discreet or anonymous case no place, of a complaint nothing. No case shows its category: that one of them has none would
say enough.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.cases import Category
from bot.domain.ids import BoardPostId
from bot.domain.letters import Letter, LetterClass

CODE_DIGITS = 6
CODE_LASTS = timedelta(minutes=15)

LATELY = timedelta(minutes=1)
ALONE = 5  # cases within that time that each get a message of their own; the next ones join the newest
LINES = 10  # cases in a message


def new_code() -> str:
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def hashed(code: str) -> str:
    """What storage knows of a code."""
    return hashlib.sha256(code.encode()).hexdigest()


class NotBound(StrEnum):
    """Why a group has not become a board, or does not serve an area besides."""

    WRONG_CODE = "wrong-code"
    NOT_IN_PERSON = "not-in-person"  # typed by another account than the officer's, or by one that stays anonymous
    OF_COMMUNITY = "of-community"  # the group is a community's chat
    UNKNOWN = "unknown"  # the bot does not know that it is in the group
    ALL_TAKEN = "all-taken"  # every area of the officer has a board


class LineState(StrEnum):
    """What a board shows of a case."""

    WAITING = "waiting"
    LED = "led"  # by a person
    MOVED = "moved"  # no area of the board has it any more
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Shows:
    """How much of a case a board may show."""

    state: LineState
    category: Category | None
    anonymous: bool
    occupied: bool  # its community is

    @property
    def is_open(self) -> bool:
        """Whether those who work it open it from here."""
        return self.state in (LineState.WAITING, LineState.LED)

    @property
    def place(self) -> bool:
        is_discreet = self.category is not None and self.category.discreet
        return self.is_open and not (is_discreet or self.anonymous or self.occupied)


def joins_newest(lately: int, lines: int, *, urgent: bool) -> bool:
    """Whether a new case joins the newest message, which has so many lines, instead of having one of its own.

    `lately`: how many messages were begun lately. An edit makes no sound, so what is urgent never joins.
    """
    return not urgent and lately >= ALONE and lines < LINES


# Letters.


@dataclass(frozen=True, slots=True)
class BoardPost(Letter):
    """To a board: a message with the cases in it, as they are now. It is sent, and edited from then on."""

    post_id: BoardPostId


@dataclass(frozen=True, slots=True)
class BoardMorning(Letter):
    """To a board, in the morning of a working day: how many cases are open, overdue, and with whom."""

    day: date

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class BoardBound(Letter):
    """To a group that has become a board."""


@dataclass(frozen=True, slots=True)
class BoardLooked(Letter):
    """To a board, where nothing is shown: Telegram is asked whether the bot may write there."""

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class BoardLeft(Letter):
    """To a group that is no board any more: the bot leaves it, after a word (`says`)."""

    says: bool
