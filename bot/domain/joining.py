"""How a community joins: its leadership is invited, reads what the project is, and answers; a memorandum is signed, the
community gets ready, its officer takes the post.

`MOVES` is the one table: each act, who may do it, and from where to where it leads. A coordinator may also do what the
leadership does, for an answer often comes on paper or by telephone. The first officer's post makes a community active
whatever was noted before: people are never refused because a paper is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.bodies import Kind, Place, has_words, on_one_line
from bot.domain.communities import Enrolment
from bot.domain.dialogs import Dialog
from bot.domain.ids import FileId, JoiningEventId
from bot.domain.journal import NotADay, typed_day
from bot.domain.letters import Letter, LetterClass
from bot.domain.policy import JoiningPolicy
from bot.domain.refusals import Refusal
from bot.register import CommunityCode

REASON_LIMIT = 500
DETAIL_LIMIT = 200
NUMBER_LIMIT = 40
SINCE_THEN = timedelta(days=10 * 366)  # no memorandum is older: the first were signed in 2019
BEFORE_DAY = frozenset({"від", "from", "of", "dated"})


class JoiningAct(StrEnum):
    INVITE = "invite"
    CONSIDER = "consider"
    AGREE = "agree"
    DECLINE = "decline"
    SIGN = "sign"
    START = "start"  # the first officer has taken the post
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


class Partner(StrEnum):
    """Who does it, or whose turn it is."""

    COUNCIL = "council"
    COORDINATOR = "coordinator"
    OFFICER = "officer"


ANSWERABLE = frozenset({Enrolment.INVITED, Enrolment.CONSIDERING, Enrolment.AGREED, Enrolment.DECLINED})
BEFORE_MEMORANDUM = ANSWERABLE | {Enrolment.CHOSEN}
ANSWERED_BY = frozenset({Partner.COUNCIL, Partner.COORDINATOR})
BY_COORDINATOR = frozenset({Partner.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Move:
    """`since`: where a community may be; `to`: where it is then. `reason`: why has to be said."""

    since: frozenset[Enrolment]
    to: Enrolment
    by: frozenset[Partner]
    reason: bool = False


MOVES: Mapping[JoiningAct, Move] = {
    JoiningAct.INVITE: Move(
        frozenset({Enrolment.CHOSEN, Enrolment.DECLINED, Enrolment.ENDED}), Enrolment.INVITED, BY_COORDINATOR
    ),
    JoiningAct.CONSIDER: Move(ANSWERABLE, Enrolment.CONSIDERING, ANSWERED_BY),
    JoiningAct.AGREE: Move(ANSWERABLE, Enrolment.AGREED, ANSWERED_BY),
    JoiningAct.DECLINE: Move(ANSWERABLE, Enrolment.DECLINED, ANSWERED_BY, reason=True),
    JoiningAct.SIGN: Move(BEFORE_MEMORANDUM, Enrolment.MEMORANDUM, BY_COORDINATOR),
    JoiningAct.START: Move(BEFORE_MEMORANDUM | {Enrolment.MEMORANDUM}, Enrolment.ACTIVE, frozenset({Partner.OFFICER})),
    JoiningAct.PAUSE: Move(frozenset({Enrolment.ACTIVE}), Enrolment.PAUSED, BY_COORDINATOR, reason=True),
    JoiningAct.RESUME: Move(frozenset({Enrolment.PAUSED}), Enrolment.ACTIVE, BY_COORDINATOR),
    JoiningAct.END: Move(frozenset(Enrolment) - {Enrolment.ENDED}, Enrolment.ENDED, BY_COORDINATOR, reason=True),
}
ANSWERS = (JoiningAct.AGREE, JoiningAct.CONSIDER, JoiningAct.DECLINE)  # as the leadership is offered them


class CannotJoinSo(Refusal):
    """The community is not where this could follow: somebody was faster, or the button is old."""

    key = "joining-not-now"


class StillServed(Refusal):
    """Officers serve there: before a community ends, its areas are closed, and so their cases handed on."""

    key = "joining-still-served"


class ReasonMissing(Refusal):
    """Why, in words; `limit` characters at most."""

    key = "joining-reason-in-words"


class WrongMemorandum(Refusal):
    """The number of a memorandum and its day, which is not one to come, in one line."""

    key = "joining-wrong-memorandum"


def may(act: JoiningAct, enrolment: Enrolment, by: Partner) -> bool:
    """Whether this can be done now. The answer that was given already is no move."""
    move = MOVES[act]
    return enrolment in move.since and enrolment is not move.to and by in move.by


def moved(act: JoiningAct, enrolment: Enrolment, by: Partner) -> Enrolment:
    """Where it leads. Raises CannotJoinSo."""
    if not may(act, enrolment, by):
        raise CannotJoinSo
    return MOVES[act].to


def reason(text: str) -> str:
    """As it is stored. Raises ReasonMissing."""
    words = text.strip()
    if not has_words(words) or len(words) > REASON_LIMIT:
        raise ReasonMissing(limit=REASON_LIMIT)
    return words


# What a community needs before its officer comes.


class Item(StrEnum):
    """Of the list of readiness."""

    OFFICE = "office"
    EQUIPMENT = "equipment"
    HOUSING = "housing"
    CAR = "car"


class Responsible(StrEnum):
    """Who sees to it."""

    COUNCIL = "council"
    POLICE = "police"
    BOTH = "both"

    @property
    def following(self) -> "Responsible":
        """The next one, in turn: one button is enough for three."""
        return list(Responsible)[(list(Responsible).index(self) + 1) % len(Responsible)]


# As it is in most memoranda: the community gives the premises and a part of the rest, the police what is police's.
USUALLY: Mapping[Item, Responsible] = {
    Item.OFFICE: Responsible.COUNCIL,
    Item.EQUIPMENT: Responsible.POLICE,
    Item.HOUSING: Responsible.COUNCIL,
    Item.CAR: Responsible.BOTH,
}


@dataclass(frozen=True, slots=True)
class Readiness:
    """One item of a community: who sees to it, what was written of it (an address), and since when it is there.
    `place`: of the office, where it is.
    """

    item: Item
    responsible: Responsible
    detail: str | None
    ready_on: date | None
    by: Partner | None
    place: Place | None = None

    @classmethod
    def unsaid(cls, item: Item) -> "Readiness":
        return cls(item, USUALLY[item], None, None, None)


class DetailTooLong(Refusal):
    """One line, of `limit` characters at most."""

    key = "joining-detail-too-long"


def detail(text: str) -> str:
    """As it is stored. Raises DetailTooLong."""
    line = on_one_line(text)
    if not has_words(line) or len(line) > DETAIL_LIMIT:
        raise DetailTooLong(limit=DETAIL_LIMIT)
    return line


@dataclass(frozen=True, slots=True)
class Memorandum:
    number: str
    signed_on: date
    file_id: FileId | None = None


FILES = frozenset({Kind.PHOTO, Kind.DOCUMENT})  # what a memorandum may be sent as


class FileExpected(Refusal):
    """A memorandum is a picture or a document."""

    key = "memorandum-file-expected"


def typed_memorandum(text: str, today: date) -> Memorandum:
    """«15/2 від 03.03.2026», «№ 15, 3.03.2026»: its number, and the day on which it was signed. Raises
    WrongMemorandum.
    """
    before, _, day = on_one_line(text).rpartition(" ")
    number, _, last = before.rstrip(" ,").rpartition(" ")
    if last.casefold() not in BEFORE_DAY:
        number = f"{number} {last}"
    number = number.strip(" ,№")
    if not number or len(number) > NUMBER_LIMIT:
        raise WrongMemorandum
    try:
        return Memorandum(number, typed_day(day, today, SINCE_THEN))
    except NotADay:
        raise WrongMemorandum from None


# A step at rest.


def turn(enrolment: Enrolment, *, ready: bool) -> Partner | None:
    """Whose turn it is; None where nothing is waited for. `ready`: all of the list of readiness is there."""
    match enrolment:
        case Enrolment.INVITED | Enrolment.CONSIDERING:
            return Partner.COUNCIL
        case Enrolment.MEMORANDUM if not ready:
            return Partner.COUNCIL
        case Enrolment.CHOSEN | Enrolment.AGREED | Enrolment.MEMORANDUM:
            return Partner.COORDINATOR
        case _:
            return None


def remind_at(enrolment: Enrolment, since: datetime, reminded: int, patience: JoiningPolicy) -> datetime | None:
    """When a step that began or was reminded of `since` is next spoken of: to its side, then to the coordinators, and
    no more. `reminded`: how often it was.
    """
    if turn(enrolment, ready=False) is None or reminded > 1:
        return None
    return since + (patience.side if reminded == 0 else patience.coordinators)


# Letters.


@dataclass(frozen=True, slots=True)
class JoiningMoved(Letter):
    """To the council's people and the coordinators, but for who did it: a step was made."""

    event_id: JoiningEventId


@dataclass(frozen=True, slots=True)
class JoiningRests(Letter):
    """To the side whose turn it is: a step has been at rest for long."""

    community: CommunityCode

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class JoiningsRest(Letter):
    """To a coordinator: in these communities nothing has moved, though the other side was reminded."""

    communities: tuple[CommunityCode, ...]

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class MemorandumShown(Letter):
    """To a person of either side who asks for it: the memorandum's file."""

    community: CommunityCode


@dataclass(frozen=True, slots=True)
class OfficeShown(Letter):
    """To a person of either side who asks for it: the office as a point on the map."""

    community: CommunityCode


class FunnelForm(StrEnum):
    """As what the funnel is sent."""

    PICTURE = "picture"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class FunnelMade(Letter):
    """To a coordinator who asks for it: how many communities are at each step, as a file."""

    form: FunnelForm


# What is typed.


@dataclass(frozen=True, slots=True)
class GivingReason(Dialog, flow="joining reason"):
    """The next message says why: for this act on this community."""

    community: str
    act: JoiningAct


@dataclass(frozen=True, slots=True)
class WritingMemorandum(Dialog, flow="joining memorandum"):
    """The next message is the number of the memorandum and the day on which it was signed."""

    community: str


@dataclass(frozen=True, slots=True)
class SendingMemorandum(Dialog, flow="joining memorandum file"):
    """The next message is the memorandum itself: a photo or a document."""

    community: str


@dataclass(frozen=True, slots=True)
class WritingDetail(Dialog, flow="joining detail"):
    """The next message is what is to be known of this item, as the address of the office, or its point on the map."""

    community: str
    item: Item


@dataclass(frozen=True, slots=True)
class AskingCoordinator(Dialog, flow="council question"):
    """The next message is what a person of the council asks the coordinators."""

    community: str
