"""Transfers: the desk of a case gives it to another officer, or to another area or community, with a word or without.

The new desk gets the case whole, and may give it back once. The old one loses it in the same moment. The word is a
note: its resident never reads it. A complaint is never given to officers.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from bot.domain.bodies import has_words
from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId, CaseId, OfficerId, PersonId, TransferId
from bot.domain.letters import Letter
from bot.domain.reasons import REASON_ROOM
from bot.domain.refusals import Refusal
from bot.register import CommunityCode, SettlementCode

LOOKED_AT = timedelta(minutes=15)  # so long a screen that lists places is what is typed at


@dataclass(frozen=True, slots=True)
class ToOfficer:
    """To an officer who serves in the community of the case."""

    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class ToArea:
    """To all officers of another community's area, of whom one will accept it, or to the next one where that gives its
    cases in turn. To all officers of the case's own area, whether or not that does: this gives it back to them.
    """

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class ToQueue:
    """To the coordinators of a community of the same oblast that has no areas."""

    community: CommunityCode


Target: TypeAlias = ToOfficer | ToArea | ToQueue


@dataclass(frozen=True, slots=True)
class Word:
    """What the new desk reads. `said_as`: the message's id in its writer's chat."""

    text: str
    said_as: int


@dataclass(frozen=True, slots=True)
class Transfer:
    """One transfer of a case: the person who gave it, and where it was before."""

    id: TransferId
    case_id: CaseId
    officer_id: OfficerId | None  # None: a coordinator gave it
    coordinator_id: PersonId | None
    community: CommunityCode
    settlement: SettlementCode | None
    area_id: AreaId | None
    word: str | None
    writer: PersonId | None  # of the word


@dataclass(frozen=True, slots=True)
class FindingPlace(Dialog, flow="find place of transfer", lasts=LOOKED_AT):
    """A screen lists the communities to which a case can be given: what is typed is looked for among those. `query`:
    the name that was typed last.
    """

    case_id: CaseId
    query: str = ""


@dataclass(frozen=True, slots=True)
class WritingWord(Dialog, flow="transfer"):
    """The next message is a word to the colleague to whom the case is given; without a target, is given back."""

    case_id: CaseId
    target: Target | None


@dataclass(frozen=True, slots=True)
class CaseTransferred(Letter):
    """To an officer to whom a case was given: by whom, and with which word."""

    transfer_id: TransferId


class NotBack(Refusal):
    """A case is given back once, by the desk to which it was given, as long as the person who gave it works there."""

    key = "transfer-not-back"


class WordUnwritten(Refusal):
    """A word to a colleague is text."""

    key = "transfer-word-in-words"


class WordTooLong(Refusal):
    """The word fits on a screen with all else that is there."""

    key = "transfer-word-too-long"


def checked_word(text: str) -> str:
    """The word as it is stored. Raises WordUnwritten, WordTooLong."""
    word = text.strip()
    if not has_words(word):
        raise WordUnwritten
    if len(word) > REASON_ROOM:
        raise WordTooLong(limit=REASON_ROOM)
    return word
