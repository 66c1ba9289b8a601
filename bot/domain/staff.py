"""Staff: what happens to those who are entrusted with something, and who hears of it."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import AreaId, OfficerId, PartId, PersonId
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is mistaken for another on paper
CODE_LENGTH = 16  # 80 bits


class NotYourself(Refusal):
    """Nobody ends or locks themselves by a button: another coordinator does, or one's code from the paper."""

    key = "staff-not-yourself"


class NothingLocked(Refusal):
    """There is nothing to lock, or nothing to unlock: another person was first."""

    key = "staff-nothing-changed"


class Locked(Refusal):
    """A person who is locked takes no post before they are unlocked."""

    key = "staff-locked"


class Change(StrEnum):
    """What has happened to a person's access."""

    ENDED = "ended"
    LOCKED = "locked"
    UNLOCKED = "unlocked"


@dataclass(frozen=True, slots=True)
class PartChanged(Letter):
    """To the other coordinators of the same place; of its end also to the person whose part it was."""

    part_id: PartId
    change: Change


@dataclass(frozen=True, slots=True)
class PostsLocked(Letter):
    """To whom an officer's areas concern: the officer's access was locked, or (`change`) unlocked."""

    officer_id: OfficerId
    area_ids: Sequence[AreaId]
    change: Change


@dataclass(frozen=True, slots=True)
class RecoveryCode(Letter):
    """To a person who took a post: a code for paper. It is made when this is drawn, and stored as a hash alone."""

    person_id: PersonId


def new_code() -> str:
    """«ABCD-EFGH-JKLM-NPQR»."""
    letters = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def hashed_code(typed: str) -> str:
    """What storage knows of a code, however it was typed."""
    return hashlib.sha256("".join(each for each in typed.upper() if each in CODE_LETTERS).encode()).hexdigest()
