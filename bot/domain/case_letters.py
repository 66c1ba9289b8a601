"""The letters of cases. The recipient decides what one shows: a resident's messages come to the desk, the desk's to the
resident.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.bodies import Kind
from bot.domain.cases import Act
from bot.domain.ids import CaseEventId, CaseId, CaseMessageId, HandoverId
from bot.domain.letters import Letter, LetterClass


@dataclass(frozen=True, slots=True)
class NewCase(Letter):
    """The card of a case with what was sent, to its desk. The event is its sending, reopening or handing over.

    `danger`: there is an emergency in it.
    """

    event_id: CaseEventId
    danger: bool = False

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.DANGER if self.danger else LetterClass.FIRST


@dataclass(frozen=True, slots=True)
class DangerMentioned(Letter):
    """An emergency in a message of an open case, to its desk: before all that waits there, the message itself too."""

    message_id: CaseMessageId

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.DANGER


@dataclass(frozen=True, slots=True)
class DangerUnopened(Letter):
    """To people who may work a case with danger besides those who were notified of it and have not opened it."""

    case_id: CaseId

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.DANGER


@dataclass(frozen=True, slots=True)
class CardChanged(Letter):
    """The desk's card of a case, drawn again in place."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class OwnCaseChanged(Letter):
    """The screen of a case in its resident's chat, drawn again in place where there is one."""

    case_id: CaseId

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class CaseTaken(Letter):
    """To people who were shown a case and may not see it now: the card says whose it is, and the messages go."""

    case_id: CaseId

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class FleetingLeaves(Letter):
    """To a person whose chat shows a message that no edit could empty: it goes in time, and is shown again by a press.

    `held`: the messages of the chat that show it.
    """

    case_id: CaseId
    message_id: CaseMessageId
    held: tuple[int, ...]

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class CaseErased(Letter):
    """To people who have something of a case that is erased: its card says so, and the messages go.

    `files`: what its messages with files are, for the text may be erased by then. `own`: to its resident.
    """

    case_id: CaseId
    files: Mapping[CaseMessageId, Kind] = field(default_factory=dict)
    own: bool = False

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class CasesHanded(Letter):
    """To an officer: many cases are theirs from now on, as a list. They are on the officer's other lists, too."""

    handover_id: HandoverId

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.FIRST


@dataclass(frozen=True, slots=True)
class CaseMoved(Letter):
    """A move of the case, in a sentence, to the side that did not make it."""

    event_id: CaseEventId


@dataclass(frozen=True, slots=True)
class MessageText(Letter):
    """A message of the case, to the other side. `said_as`: its id in its sender's chat, where that is known."""

    message_id: CaseMessageId
    said_as: int = 0


@dataclass(frozen=True, slots=True)
class Album(Letter):
    """The parts of an album that have come and were not sent on yet, to the other side."""

    case_id: CaseId
    album: str


@dataclass(frozen=True, slots=True)
class MoreMessages(Letter):
    """To a desk with too much of a case in its queue already, and to anyone who was away and missed much of one: how
    many messages there are besides.
    """

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class TextAgain(Letter):
    """A message of the case once more, with its whole album, to the person who asks to see it."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class EditedText(Letter):
    """A message of the case changed: so does what the other side sees of it."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class ListedTextEdited(Letter):
    """A message of the case changed: lists at its desk that show how the case begins show it as it is now."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Hidden(Letter):
    """What its reader opened of a message that is not shown unasked is taken out of the chat again."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class OwnWordsHidden(Letter):
    """What its resident wrote in a discreet case is taken out of their chat, as far as a bot may."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Reaction(Letter):
    """The other side's reaction on a message; an empty one was taken back."""

    message_id: CaseMessageId
    emoji: str


@dataclass(frozen=True, slots=True)
class DraftShown(Letter):
    """To its resident: what a draft holds by now, or that it was sent, in place of what was there before.

    `asks`: which case its messages belong to, where that may be an open one.
    """

    case_id: CaseId
    asks: bool = False


@dataclass(frozen=True, slots=True)
class DraftWaits(Letter):
    """To its writer: a draft was not sent. `last`: it is erased soon."""

    case_id: CaseId
    last: bool = False


@dataclass(frozen=True, slots=True)
class DraftErased(Letter):
    """To its writer: the draft that these messages of the chat show is erased. They say so, and offer nothing more."""

    messages: tuple[int, ...]

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class Delivered(Letter):
    """To the person who wrote a message at the desk: Telegram took it for the resident. Shown as a reaction on it."""

    case_id: CaseId
    message_id: CaseMessageId
    said_as: int = 0


@dataclass(frozen=True, slots=True)
class PromptDone(Letter):
    """To a person who was asked for text for a case: it came (`said`), or never will; the prompt says so.

    `act`: what it was for, where its resident gets it. `says`: the key of the text that the prompt shows then, where
    that is not what becomes of an answer.
    """

    case_id: CaseId
    said: bool
    act: Act | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class NotDelivered(Letter):
    """To the sender of a message: the other side cannot be reached, or Telegram refuses what was sent."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class FileNotDelivered(Letter):
    """To the sender of a message: Telegram does not take its file for the other side, whatever came of its text.

    `unwanted`: because its reader has forbidden voices and round videos.
    """

    message_id: CaseMessageId
    unwanted: bool


@dataclass(frozen=True, slots=True)
class EditNotShown(Letter):
    """To the sender of a message who changed it: the other side goes on seeing what it said before."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class FileNotPassed(Letter):
    """To the person who sent it: the file of a message could not be passed on, why, and what to do."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class ComplaintRead(Letter):
    """To the other coordinators who may read a complaint: one of them has opened it for the first time."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class EndingProposed(Letter):
    """To the other coordinators who may read a complaint: one of them would end it. Do they agree?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class EndingRefused(Letter):
    """To the coordinator who proposed to end a complaint: another one does not agree, and it goes on."""

    case_id: CaseId
