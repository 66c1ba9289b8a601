"""Prevention notices: what an officer or a coordinator sends to many, and the moves that such a notice makes.

`MOVES` is the one table of what may happen to a notice: who may do it, from which statuses, and where it leads. While
it goes out, its broadcast may be paused and resumed besides that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.bodies import Body, Kind, units
from bot.domain.ids import BroadcastId, NoticeId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal
from bot.domain.subscriptions import NOTICE_TOPICS, Topic
from bot.domain.typed_times import NotATime, passed
from bot.register import CommunityCode

MISSING_LASTS = timedelta(days=7)
LATEST = timedelta(days=60)  # a notice is set for a time not later than this
WORDS_LIMIT = 3500  # characters; with a title and its writer it fits into one message
CAPTION_LIMIT = 800  # the same with files
FILES_LIMIT = 10

URGENT = frozenset({Topic.MISSING, Topic.EVACUATION, Topic.MINES, Topic.CURFEW})
"""The topics of which a notice may be urgent."""


class Status(StrEnum):
    PROPOSED = "proposed"  # by a council: nobody has taken it yet
    DRAFT = "draft"
    WAITING = "waiting"  # for its time, or for a second coordinator
    SENT = "sent"  # its broadcast has begun
    WITHDRAWN = "withdrawn"


class By(StrEnum):
    """The role of the person who acts on a notice."""

    AUTHOR = "author"
    COORDINATOR = "coordinator"  # of every community that it is for
    CLOCK = "clock"


class Act(StrEnum):
    WRITE = "write"
    SUBMIT = "submit"  # it waits now
    CONFIRM = "confirm"  # by a second coordinator
    START = "start"
    TAKE_BACK = "take_back"  # before it went: it is a draft again
    CORRECT = "correct"
    FIND = "find"  # the missing person was found
    WITHDRAW = "withdraw"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True)
class Move:
    by: frozenset[By]
    starts: frozenset[Status]
    ends: Status


PEOPLE = frozenset({By.AUTHOR, By.COORDINATOR})
NOT_SENT = frozenset({Status.DRAFT, Status.WAITING})

MOVES: Mapping[Act, Move] = {
    Act.WRITE: Move(frozenset({By.AUTHOR}), frozenset({Status.DRAFT}), Status.DRAFT),
    Act.SUBMIT: Move(frozenset({By.AUTHOR}), frozenset({Status.DRAFT}), Status.WAITING),
    Act.CONFIRM: Move(frozenset({By.COORDINATOR}), frozenset({Status.WAITING}), Status.WAITING),
    Act.START: Move(PEOPLE | {By.CLOCK}, NOT_SENT, Status.SENT),
    Act.TAKE_BACK: Move(PEOPLE | {By.CLOCK}, frozenset({Status.WAITING}), Status.DRAFT),
    Act.CORRECT: Move(PEOPLE, frozenset({Status.SENT}), Status.SENT),
    Act.FIND: Move(PEOPLE, frozenset({Status.SENT}), Status.SENT),
    Act.WITHDRAW: Move(PEOPLE | {By.CLOCK}, frozenset({Status.WAITING, Status.SENT}), Status.WITHDRAWN),
    Act.EXPIRE: Move(frozenset({By.CLOCK}), frozenset({Status.SENT}), Status.WITHDRAWN),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice, without its text, files and places."""

    id: NoticeId
    person_id: PersonId  # its author
    officer_id: OfficerId | None  # None: written by a coordinator
    topic: Topic
    urgent: bool
    status: Status
    chats: bool  # groups and channels, too
    version: int  # of the draft: counts its changes
    scheduled_at: datetime | None  # None: immediately
    expires_at: datetime | None
    awaits_second: bool  # a second coordinator has to confirm it
    confirmed_by: PersonId | None
    broadcast_id: BroadcastId | None
    progress_message_id: int | None  # in its author's chat
    created_at: datetime
    touched_at: datetime
    sent_at: datetime | None
    corrected_at: datetime | None
    found_at: datetime | None
    withdrawn_at: datetime | None
    council: CommunityCode | None = None  # of the community whose council proposed or wrote it: that is who writes
    proposed_by: PersonId | None = None  # the person of that council

    @property
    def may_be_found(self) -> bool:
        return self.topic is Topic.MISSING and self.status is Status.SENT and self.found_at is None


class NoticeIsPast(Refusal):
    """The notice is past that: another person was first, or its time came."""

    key = "notice-is-past"


class NoText(Refusal):
    """A notice without Ukrainian text."""

    key = "notice-no-words"


class TooLong(Refusal):
    """A notice is one message, or with files one caption."""

    key = "notice-too-long"


class TooManyFiles(Refusal):
    key = "notice-too-many-files"


class NotAFile(Refusal):
    """What a notice cannot carry: a voice, a sticker, a place, or files that Telegram shows in no album together."""

    key = "notice-not-a-file"


class TextAlone(Refusal):
    """A discreet notice has text only: it comes when its reader asks for it."""

    key = "notice-words-alone"


class NobodyChosen(Refusal):
    key = "notice-nobody-chosen"


class NowhereToSpeak(Refusal):
    """The author's areas serve nothing yet, or no community takes part."""

    key = "notice-nowhere"


class TooFar(NotATime):
    """A time later than a notice can be set for."""

    key = "notice-too-far"


class NeedsAnEnd(Refusal):
    """A search for a missing person comes to an end, after it begins."""

    key = "notice-needs-an-end"


class NotConfirmed(Refusal):
    """An urgent notice goes when its author has typed the word that the screen shows."""

    key = "notice-not-confirmed"


class OwnNotice(Refusal):
    """The second coordinator is not the first."""

    key = "notice-own"


def moved(notice: Notice, act: Act, by: By, now: datetime) -> Notice:
    """The notice after a move. Raises NoticeIsPast when the table does not know it."""
    move = MOVES[act]
    if by not in move.by or notice.status not in move.starts:
        raise NoticeIsPast(status=notice.status.value)
    if (act is Act.FIND and not notice.may_be_found) or (act is Act.CONFIRM and not notice.awaits_second):
        raise NoticeIsPast(status=notice.status.value)
    if (act is Act.START and notice.awaits_second) or (act is Act.CORRECT and notice.found_at is not None):
        raise NoticeIsPast(status=notice.status.value)
    return replace(
        notice,
        status=move.ends,
        version=notice.version + (move.ends is Status.DRAFT),
        awaits_second=notice.awaits_second and act not in (Act.CONFIRM, Act.TAKE_BACK, Act.WITHDRAW),
        touched_at=now,
        sent_at=now if act is Act.START else notice.sent_at,
        corrected_at=now if act is Act.CORRECT else notice.corrected_at,
        found_at=now if act is Act.FIND else notice.found_at,
        withdrawn_at=now if move.ends is Status.WITHDRAWN else notice.withdrawn_at,
    )


# What a council proposes.

WAITING_PROPOSALS = 5  # of a community, at most
NOT_PROPOSED = URGENT | {Topic.COMMUNITY, Topic.DOMESTIC}
PROPOSABLE = (Topic.COMMUNITY, *(each for each in NOTICE_TOPICS if each not in NOT_PROPOSED))
"""The topics in which a council may propose a notice. Those of its own, it publishes itself."""


class ProposalDecided(Refusal):
    """Another person was first."""

    key = "notice-proposal-decided"


class ProposalLapsed(Refusal):
    """The person who proposed it is not of the council any more."""

    key = "notice-proposal-lapsed"


class TooManyProposals(Refusal):
    """`limit` of a community wait already."""

    key = "notice-proposal-too-many"


# What it says.

FILES = frozenset({Kind.PHOTO, Kind.VIDEO, Kind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Content:
    """What a notice says: its text by language, and its files as they came, without text."""

    words: Mapping[Language, Body]
    files: Sequence[Body]

    def in_language(self, language: Language) -> Body:
        """The text for a reader of this language: the Ukrainian one where there is no other."""
        return self.words.get(language) or self.words[Language.UK]

    def without(self, language: Language) -> "Content":
        return replace(self, words={each: body for each, body in self.words.items() if each is not language})


def with_message(content: Content, topic: Topic, body: Body) -> Content:
    """What a draft says with one more message of its author: text takes the place of the one before, files are added.

    Raises NotAFile, TextAlone, TooManyFiles, TooLong.
    """
    files = list(content.files)
    if body.kind is not Kind.TEXT:
        if body.kind not in FILES or any(
            (each.kind is Kind.DOCUMENT) != (body.kind is Kind.DOCUMENT) for each in files
        ):
            raise NotAFile
        if topic.discreet:
            raise TextAlone
        if len(files) == FILES_LIMIT:
            raise TooManyFiles(limit=FILES_LIMIT)
        files.append(replace(body, text="", entities=()))
    words = dict(content.words)
    if body.text:
        words[Language.UK] = Body(Kind.TEXT, body.text, body.entities)
    return checked(Content(words, files))


def with_words(content: Content, language: Language, body: Body) -> Content:
    """The same content with another text. Raises NoText, TooLong."""
    if body.kind is not Kind.TEXT or not body.text.strip():
        raise NoText
    return checked(Content({**content.words, language: body}, content.files))


def checked(content: Content) -> Content:
    """Raises TooLong."""
    limit = CAPTION_LIMIT if content.files else WORDS_LIMIT
    if any(units(each.text) > limit for each in content.words.values()):
        raise TooLong(limit=limit)
    return content


# When it goes.


def checked_time(when: datetime, now: datetime) -> datetime:
    """Raises TimePassed, TooFar."""
    if when <= now:
        raise passed(when)
    if when > now + LATEST:
        raise TooFar
    return when


# Letters.


@dataclass(frozen=True, slots=True)
class NoticeOut(Letter):
    """A notice, to all whom it is for: the letter of its broadcast."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class NoticeUnsent(Letter):
    """To its author: a draft was not sent. `erased_at`: it is kept until then, which is soon."""

    notice_id: NoticeId
    erased_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoticePreviewed(Letter):
    """To its author: a draft exactly as it will be received, and what is pressed to send it."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class SecondAsked(Letter):
    """To a second coordinator: a notice as it will be received, and whether it may go."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class OtherNotified(Letter):
    """To the other of the two people who let a notice go: it was corrected, and reads like this now."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class ProgressShown(Letter):
    """To its author: how far a notice is, in the one message that shows it."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class NoticeReported(Letter):
    """To its author, when nothing of a notice is left to do: what became of it, by area and kind of chat."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class NoticeRead(Letter):
    """To a person who may act on a notice, when asked for: what it says, as it is received."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class NoticeProposed(Letter):
    """To those who may let it go: a council proposes a notice."""

    notice_id: NoticeId
