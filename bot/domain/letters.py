"""Letters: what the outbox holds instead of finished text.

A letter is a frozen dataclass of ids and small values. It is rendered when it is sent, so that language, rights and
reachability are those of that moment, and no second copy of people's text is in a queue. It names rows whose
ids stay (a case message, a case event), never "the case as it is by then". Features define theirs next to their rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import ClassVar, TypeAlias

from bot.domain.ids import CaseId, ChatId, OfficerId, PersonId


class LetterClass(IntEnum):
    """What goes first in a chat, the lowest number first. From CHEAP on a letter comes after the talk of all chats."""

    OWN = 0  # what a person has just asked for
    DANGER = 1
    FIRST = 2  # a case's card
    FOLLOW_UP = 3
    CHEAP = 4
    STRANGER = 5  # what a person who takes no part has just asked for
    LATER = 6  # put off on purpose: nothing may wait behind it


class Letter:
    """Base of all letters. A letter's kind in the outbox is the name of its class."""

    kinds: ClassVar[dict[str, type["Letter"]]] = {}

    def __init_subclass__(cls) -> None:
        Letter.kinds[cls.__name__] = cls

    @property
    def letter_class(self) -> LetterClass:
        """Before which others it goes in a chat, where its reader has not just asked for it."""
        return LetterClass.FOLLOW_UP


@dataclass(frozen=True, slots=True)
class PlainText(Letter):
    """A text of the bot by its key in locales: a refusal, an apology. The values are never people's text."""

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ResidentOf:
    """The resident of a case, as long as the case is linked to a person."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class DeskOf:
    """Those who work a case: its owner, else every officer of its area, else the coordinators of its community."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class DeskMember:
    """One officer at the desk of a case."""

    case_id: CaseId
    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class CoordinatorsOf:
    """The coordinators whose scope holds the case's community."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class PersonAt:
    """A person in their own chat with the bot, or in a thread of it."""

    person_id: PersonId
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChatAt:
    """A community's group or channel, or a forum's topic in it. It belongs to nobody: it is in Ukrainian."""

    chat_id: ChatId
    thread_id: int | None = None


Party: TypeAlias = ResidentOf | DeskOf | DeskMember | CoordinatorsOf | PersonAt | ChatAt
