"""The dialogs of cases: what the next message of a resident, or of a desk, is for."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from bot.domain.cases import Act
from bot.domain.dialogs import Dialog, Written, first_part
from bot.domain.ids import CaseId

# A resident's.


@dataclass(frozen=True, slots=True)
class CollectingDraft(Dialog, flow="draft"):
    """All that comes goes into the draft."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class ChoosingTopic(Dialog, flow="topic", lasts=timedelta(hours=1)):
    """«Про що хочете повідомити?» is asked: what comes before the answer is a report, about something else.

    `case_id`: the draft that is asked about, where there is one already.
    """

    case_id: CaseId | None = None


@dataclass(frozen=True, slots=True)
class AfterComplaint(Dialog, flow="after complaint", lasts=timedelta(days=1)):
    """A complaint was not taken, or was given up. What comes next may be what it says: it goes to no case unasked.

    It takes no messages, and nothing but another dialog, or its time, ends it.
    """


@dataclass(frozen=True, slots=True)
class NamingSender(Dialog, flow="draft name"):
    """The next message is the name under which the draft is sent."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class ChoosingCase(Dialog, flow="to whom"):
    """What was written waits in a draft until its writer says to which case it belongs.

    `ended`: the case to which it was said after its end, and which may be reopened for it. `before`: the drafts of what
    was written long before that, and waits in the same way.
    """

    case_id: CaseId
    ended: CaseId | None = None
    before: tuple[CaseId, ...] = ()

    @property
    def drafts(self) -> tuple[CaseId, ...]:
        return self.case_id, *self.before


@dataclass(frozen=True, slots=True)
class AddingToCase(Dialog, flow="add to case", lasts=timedelta(minutes=15)):
    """The next messages are for this case, although others are open."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CommentingRating(Dialog, flow="comment", lasts=timedelta(minutes=10)):
    """The next message is the text to a rating, if it comes soon and is no more than that."""

    case_id: CaseId


OfWriting: TypeAlias = CollectingDraft | NamingSender
OfDraft: TypeAlias = CollectingDraft | NamingSender | ChoosingCase

# A desk's.


@dataclass(frozen=True, slots=True)
class WritingAnswer(Dialog, flow="desk"):
    """The next message does this act: it answers, asks, or gives the reason of a decline.

    `album`: the one of which some messages have come already; only its others are taken.
    """

    case_id: CaseId
    act: Act
    album: str | None = None


@dataclass(frozen=True, slots=True)
class HoldingText(Dialog, flow="desk whose"):
    """Messages that wait until their writer says which case they answer; never none. It is asked of each part of them
    that was written at one time.

    Only that, throwing them away, or /start ends the dialog: no other one takes its place. `asked_in`: the message of
    the bot that asks about them, 0 where it has not been sent yet. `reminded`: their writer was, once. `ended`: the
    case in whose thread they were written after its end.
    """

    held: tuple[Written, ...]
    asked_in: int = 0
    reminded: bool = False
    ended: CaseId | None = None

    @property
    def first(self) -> tuple[Written, ...]:
        """What is asked about now."""
        return first_part(self.held)

    @property
    def rest(self) -> tuple[Written, ...]:
        """What is asked about after that."""
        return self.held[len(self.first) :]


@dataclass(frozen=True, slots=True)
class WithoutDesk(Dialog, flow="without desk", lasts=timedelta(days=30)):
    """A person who worked at a desk does not any more. What they write first may be meant for a case there.

    It takes no messages: they are told, and write as any resident.
    """


OfDesk: TypeAlias = WritingAnswer | HoldingText
