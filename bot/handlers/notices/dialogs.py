"""What the author of a notice is in the middle of: writing it, or correcting it after it was sent."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.bodies import Body
from bot.domain.dialogs import Dialog
from bot.domain.ids import NoticeId
from bot.domain.languages import Language
from bot.domain.subscriptions import Topic


class Step(StrEnum):
    """What the next message is for."""

    TEXT = "text"
    ENGLISH = "english"
    PLACES = "places"
    TIME = "time"
    END = "end"
    CONFIRM = "confirm"  # the word that lets an urgent notice go
    PRESS = "press"  # nothing: a button is waited for


@dataclass(frozen=True, slots=True)
class WritingNotice(Dialog, flow="notice"):
    """The form of a notice. `ukrainian` and `english`: the messages of its author that became the text, 0 for none.

    `version`: of the draft that is to be confirmed.
    """

    notice_id: NoticeId
    step: Step
    version: int = 0
    ukrainian: int = 0
    english: int = 0

    def language_of(self, message_id: int) -> Language | None:
        """The language of the text that this message became."""
        return {self.ukrainian: Language.UK, self.english: Language.EN}.get(message_id)


@dataclass(frozen=True, slots=True)
class CorrectingNotice(Dialog, flow="notice correction"):
    """The next message is what a notice says instead. `body`: what waits to be sent, and `source` its message."""

    notice_id: NoticeId
    language: Language
    body: Body | None = None
    source: int = 0


@dataclass(frozen=True, slots=True)
class ProposingNotice(Dialog, flow="notice proposal"):
    """The next message is what a council wants residents to read."""

    community: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class RefusingProposal(Dialog, flow="notice proposal refused"):
    """The next message says why a proposal is not published."""

    notice_id: NoticeId
