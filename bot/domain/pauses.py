"""Pauses: an officer stops what comes from a case for some days, and says why.

While a pause holds, what the resident adds is stored as ever and not sent to the officer. Danger passes: the officer
and the coordinators of the community are notified. It ends with its term, when an officer or a coordinator lifts it,
when the case ends or changes hands, and when the officer cannot be reached any more.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, OfficerId, PauseId
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal
from bot.register import CommunityCode

TERMS = (1, 3, 7)  # days


@dataclass(frozen=True, slots=True)
class Pause:
    """One pause of a case."""

    id: PauseId
    case_id: CaseId
    officer_id: OfficerId
    reason: str
    since: datetime
    until: datetime
    ended_at: datetime | None
    appealed_at: datetime | None

    @property
    def holds(self) -> bool:
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class WritingReason(Dialog, flow="pause"):
    """The next message is the reason for which the case is paused for so many days."""

    case_id: CaseId
    days: int


@dataclass(frozen=True, slots=True)
class PauseBegun(Letter):
    """To the resident of a case: it is paused, until when and why, and what they can do."""

    pause_id: PauseId


@dataclass(frozen=True, slots=True)
class PauseEnded(Letter):
    """To the resident of a case: what they add is sent to the officer again."""

    pause_id: PauseId


@dataclass(frozen=True, slots=True)
class PauseAppealed(Letter):
    """To the coordinators of a paused case: its resident asks them to look at the pause."""

    pause_id: PauseId


@dataclass(frozen=True, slots=True)
class PausedCase:
    """A case whose pause holds, as coordinators see it in a list."""

    case_id: CaseId
    number: str
    community: CommunityCode
    rank: str
    name: str
    until: datetime
    appealed_at: datetime | None


class AlreadyAppealed(Refusal):
    """A pause is appealed once."""

    key = "pause-appealed-already"


class AlreadyPaused(Refusal):
    """A case is paused once at a time."""

    key = "pause-holds-already"


class NotPaused(Refusal):
    """The pause has ended."""

    key = "pause-is-over"
