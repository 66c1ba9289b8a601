"""Cases: what a resident brings to the officer of the community, and the moves that it makes.

A case is no official appeal and no crime report, and its number says so. `MOVES` is the one table of what may happen
to a case: who may make a move, from which statuses, where it leads, and for whom the case waits then.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.bodies import Body
from bot.domain.case_refusals import (
    AlreadyRated,
    CannotMove,
    CannotReopen,
    OfAnotherCase,
    TooManyOpen,
    TooManyToday,
)
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import AreaId, CaseEventId, CaseId, CaseMessageId, NoticeId, OfficerId, PersonId
from bot.domain.policy import KYIV, CasePolicy
from bot.domain.working_time import due_after, postponed
from bot.register import CommunityCode, SettlementCode


class Kind(StrEnum):
    REPORT = "report"
    QUESTION = "question"
    COUNCIL = "council"  # a question of a person of the community's council to its coordinators


class Status(StrEnum):
    DRAFT = "draft"
    NEW = "new"
    IN_WORK = "in_work"  # a person has it, and owes the resident a word
    WAITING = "waiting"  # for the resident
    ANSWERED = "answered"
    CLOSED = "closed"
    DECLINED = "declined"
    FORWARDED = "forwarded"  # to another body, which answers it
    MERGED = "merged"  # into another case of its resident, which goes on


class Reminder(StrEnum):
    """What was sent of a due time: domain/deadlines.py."""

    SOON = "soon"
    DUE = "due"
    LATE = "late"


OPEN = frozenset({Status.NEW, Status.IN_WORK, Status.WAITING, Status.ANSWERED})
ENDED = frozenset({Status.CLOSED, Status.DECLINED, Status.FORWARDED, Status.MERGED})


class Category(StrEnum):
    DOMESTIC = "domestic"
    THEFT = "theft"
    FRAUD = "fraud"
    SUSPICIOUS = "suspicious"
    ORDER = "order"  # neighbours, too
    ROAD = "road"
    CHILDREN = "children"
    DRUGS = "drugs"
    ENVIRONMENT = "environment"
    CARE = "care"
    INFO = "info"
    THANKS = "thanks"
    COMPLAINT = "complaint"
    OTHER = "other"

    @property
    def emergency_first(self) -> bool:
        """Whether 102 is shown before the form."""
        return self in EMERGENCY_FIRST

    @property
    def discreet(self) -> bool:
        """Whether another person may read the resident's telephone: no text comes unasked."""
        return self is Category.DOMESTIC

    @property
    def expects_answer(self) -> bool:
        """Whether its resident waits for anything: thanks are read."""
        return self is not Category.THANKS

    def is_neutral(self, policy: CasePolicy) -> bool:
        """Whether an officer's or a coordinator's chat shows what is written by a press alone: others may see it."""
        return policy.neutral_pushes and (self.discreet or self is Category.COMPLAINT)


# Chosen without looking further: what can be put off least, and what people report most.
FIRST_CATEGORIES = (
    Category.DOMESTIC,
    Category.CHILDREN,
    Category.ORDER,
    Category.THEFT,
    Category.FRAUD,
    Category.COMPLAINT,
)

EMERGENCY_FIRST = frozenset({Category.DOMESTIC, Category.SUSPICIOUS, Category.CHILDREN, Category.CARE})


# Anyone who served in a community so short a time before a complaint is sent there never reads it.
CONFLICT_LASTS = timedelta(days=365)


class Side(StrEnum):
    """The party that acts in a case. Never more than that: events and the audit name no resident."""

    RESIDENT = "resident"
    OFFICER = "officer"
    COORDINATOR = "coordinator"


class Channel(StrEnum):
    """How a case came. A call or a visit is written down by an officer, in what words the person has used."""

    CHAT = "chat"
    PHONE = "phone"
    VISIT = "visit"


class Act(StrEnum):
    """What happens to a case; each is an event of its history."""

    SEND = "send"
    RECORD = "record"  # an officer wrote a call or a visit down
    ACCEPT = "accept"
    ASK = "ask"
    ANSWER = "answer"
    READ_OUT = "read_out"  # an answer was said to a person who is not in the bot
    HAND_OUT = "hand_out"  # the same, given on paper
    CLAIM = "claim"  # the person of a call or a visit has opened their case in the bot
    FOLLOW_UP = "follow_up"
    CORRECT = "correct"  # an officer mended name, telephone or settlement of a call or a visit
    CLOSE = "close"
    DECLINE = "decline"
    FORWARD = "forward"  # to another body, which answers it
    HAND_OVER = "hand_over"  # and the paper has gone there
    MERGE = "merge"  # into another case, as its resident confirms
    JOIN = "join"  # another case was merged into it
    REOPEN = "reopen"
    HAND = "hand"  # its officer left and the next one has it
    QUEUE = "queue"  # its officer left and no other serves the place: it waits for the coordinator
    TRANSFER = "transfer"  # its desk gives it to another officer
    TURN = "turn"  # it came to an area that gives its cases to its officers in turn, and is the next one's
    SHARE = "share"  # its desk gives it to all officers of its area, of whom one will accept it
    RELOCATE = "relocate"  # its desk gives it to another area or community, where nobody has it yet
    GIVE_BACK = "give_back"  # the desk to which it was given gives it back, once
    COVER = "cover"  # its officer is away: another has it meanwhile, or the coordinators
    RETURN = "return"  # and is there again
    RECALL = "recall"  # the desk takes back its last answer
    CRIME_SIGNS = "crime_signs"
    NO_CRIME_SIGNS = "no_crime_signs"  # they were noted by mistake; a note says why
    JOURNAL = "journal"  # the number under which the police registered the crime was noted, or taken out
    CRIME_ADVICE = "crime_advice"  # the resident was informed about 102 and the station
    UNDELIVERED = "undelivered"  # an answer that the resident could not be given
    RATE = "rate"
    NOTE = "note"  # among the people at the desk: its resident learns nothing of it
    PAUSE = "pause"  # what its resident adds is kept, and not sent to the officer meanwhile
    RESUME = "resume"
    ERASE = "erase"  # its resident had it erased
    UNLINK = "unlink"  # its resident cut what leads to them
    HOLD = "hold"  # a coordinator keeps its text past its term
    PROLONG = "prolong"  # and longer still
    RELEASE = "release"  # the hold has ended


@dataclass(frozen=True, slots=True)
class Case:
    """One case. The resident is named in its link, not here."""

    id: CaseId
    number: str | None
    kind: Kind
    status: Status
    category: Category | None
    community: CommunityCode | None
    settlement: SettlementCode | None
    area_id: AreaId | None
    officer_id: OfficerId | None
    coordinator_id: PersonId | None
    waits_for: Side | None
    answer_due: datetime | None
    answer_reminded: Reminder | None  # the last reminder of this answer
    overdue_told_at: datetime | None  # when it was said that the answer is overdue
    resolve_due: datetime | None
    resolve_stopped_at: datetime | None  # since when that clock stands still: the case waits for its resident
    resolve_reminded: Reminder | None  # the last reminder of it
    resolve_told_at: datetime | None  # when it was said that it is overdue
    unopened_since: datetime | None  # since when danger waits for a person at its desk to open the case
    alarmed_at: datetime | None  # when others were notified because nobody did: theirs too, until somebody takes it
    by_turn: bool  # its officer has it because it was their turn
    shared: bool  # all of its area see it besides its officer, until that one opens it: there is danger in it
    anonymous: bool
    confidential: bool  # a complaint about an officer, or a council's question: no officer of the area learns of it
    about_person_id: PersonId | None  # of a complaint: whom its resident names
    about_coordinators: bool  # the same: the people who coordinate there
    crime_signs: bool
    emergency: bool  # its resident's text mentions one, and the card with the numbers to call was shown
    created_at: datetime
    touched_at: datetime
    sent_at: datetime | None
    first_answered_at: datetime | None
    closed_at: datetime | None
    rating: int | None
    notice_id: NoticeId | None  # that it asks about
    undelivered: bool  # an answer did not reach its resident, and none was written since
    withheld_from_person_id: PersonId | None  # the coordinator by whose act it is in the queue: closed to them
    words_erased_at: datetime | None  # by the term for which they are kept, as the next two
    files_erased_at: datetime | None  # of an anonymous case
    link_erased_at: datetime | None  # what led to its resident
    erase_asked_at: datetime | None  # when its resident asked for all that to be erased, before its term
    link_cut_at: datetime | None  # when its resident cut what leads to them: no answer can reach them
    paused_until: datetime | None  # while a pause holds: its term
    consent_version: int | None  # of the text under which it was sent
    channel: Channel
    unclaimed: bool  # a call or a visit whose person is not in the bot: what its desk says is sent to nobody
    spoken_consent: int | None  # the version of the text to which its person agreed aloud
    merged_into: CaseId | None  # as which it goes on

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_complaint(self) -> bool:
        """Whether it is read by those alone whom it cannot be about, and two of them end it."""
        return self.confidential and self.kind is not Kind.COUNCIL

    @property
    def expects_answer(self) -> bool:
        return self.category is None or self.category.expects_answer

    @property
    def is_unanswered(self) -> bool:
        """Whether the last message is the resident's."""
        return self.is_open and self.waits_for is Side.OFFICER

    @property
    def subject(self) -> str:
        """The category; of a case without one, its kind."""
        return self.category or self.kind

    @property
    def answer_by(self) -> datetime | None:
        """When an answer is due, while one is waited for."""
        return self.answer_due if self.is_unanswered else None

    @property
    def resolve_by(self) -> datetime | None:
        """When it is due to be resolved, while that clock runs."""
        return self.resolve_due if self.is_open and self.resolve_stopped_at is None else None

    @property
    def overdue_at(self) -> datetime | None:
        """When the first of its clocks that run is over."""
        return min((each for each in (self.answer_by, self.resolve_by) if each is not None), default=None)

    def is_overdue(self, now: datetime) -> bool:
        return self.overdue_at is not None and self.overdue_at < now


# A case that was loaded for its own resident: code that holds one need not check again whose it is.
OwnCase = NewType("OwnCase", Case)


class MessageKind(StrEnum):
    """What a message of a case is for."""

    TALK = "talk"
    REASON = "reason"  # why a case was declined
    FORWARD = "forward"  # to which body it went
    LAST_WORDS = "last_words"  # with which it was closed
    ADVICE = "advice"  # where a crime is reported
    RATING = "rating"  # the text to a rating


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """What one side said, as it is after its edits."""

    id: CaseMessageId
    case_id: CaseId
    direction: Side  # its author's side
    kind: MessageKind
    officer_id: OfficerId | None
    body: Body
    emergency: Emergency | None  # that a resident's text mentions, recognised when it was stored
    album: str | None
    reply_to: CaseMessageId | None
    version: int
    sent_at: datetime
    created_at: datetime
    delivered_at: datetime | None  # when the other side first had it
    recalled_at: datetime | None  # when the desk took it back: its resident does not read it


@dataclass(frozen=True, slots=True)
class NewMessage:
    """What one side says, before it is stored."""

    direction: Side
    body: Body
    sent_at: datetime
    kind: MessageKind = MessageKind.TALK
    officer_id: OfficerId | None = None
    emergency: Emergency | None = None
    album: str | None = None
    reply_to: CaseMessageId | None = None


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One move of a case."""

    id: CaseEventId
    case_id: CaseId
    what: Act
    by: Side
    officer_id: OfficerId | None  # who made it; of a case handed on or given, its officer now
    from_officer_id: OfficerId | None  # of a case handed on, its officer before; of one given, the officer who gave it
    case_message_id: CaseMessageId | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Move:
    by: frozenset[Side]
    starts: frozenset[Status]
    ends: Status
    waits_for: Side | None
    answers: bool = False  # the resident has a first answer


DESK = frozenset({Side.OFFICER, Side.COORDINATOR})
RESIDENT = frozenset({Side.RESIDENT})

MOVES: Mapping[Act, Move] = {
    Act.SEND: Move(RESIDENT, frozenset({Status.DRAFT}), Status.NEW, Side.OFFICER),
    Act.RECORD: Move(DESK, frozenset({Status.DRAFT}), Status.NEW, Side.OFFICER),
    Act.ACCEPT: Move(DESK, frozenset({Status.NEW}), Status.IN_WORK, Side.OFFICER),
    Act.HAND: Move(DESK, OPEN, Status.IN_WORK, Side.OFFICER),
    Act.QUEUE: Move(DESK, OPEN, Status.NEW, Side.OFFICER),
    Act.TRANSFER: Move(DESK, OPEN, Status.IN_WORK, Side.OFFICER),
    Act.TURN: Move(DESK | RESIDENT, OPEN, Status.IN_WORK, Side.OFFICER),
    Act.SHARE: Move(DESK, OPEN, Status.NEW, Side.OFFICER),
    Act.RELOCATE: Move(DESK, OPEN, Status.NEW, Side.OFFICER),
    Act.GIVE_BACK: Move(DESK, OPEN, Status.IN_WORK, Side.OFFICER),
    Act.ASK: Move(DESK, OPEN, Status.WAITING, Side.RESIDENT, answers=True),
    Act.ANSWER: Move(DESK, OPEN, Status.ANSWERED, None, answers=True),
    Act.READ_OUT: Move(DESK, OPEN, Status.ANSWERED, None, answers=True),
    Act.HAND_OUT: Move(DESK, OPEN, Status.ANSWERED, None, answers=True),
    Act.FOLLOW_UP: Move(RESIDENT, OPEN - {Status.NEW}, Status.IN_WORK, Side.OFFICER),
    Act.CLOSE: Move(DESK | RESIDENT, OPEN, Status.CLOSED, None),
    Act.ERASE: Move(RESIDENT, OPEN, Status.CLOSED, None),
    Act.DECLINE: Move(DESK, OPEN, Status.DECLINED, None, answers=True),
    Act.FORWARD: Move(DESK, OPEN, Status.FORWARDED, None, answers=True),
    Act.MERGE: Move(RESIDENT, OPEN, Status.MERGED, None),
    Act.REOPEN: Move(RESIDENT, ENDED - {Status.MERGED}, Status.IN_WORK, Side.OFFICER),
}

# By these a case comes to another desk.
CHANGES_HANDS = frozenset({Act.HAND, Act.QUEUE, Act.TRANSFER, Act.TURN, Act.SHARE, Act.RELOCATE, Act.GIVE_BACK})


def awaits_opening(case: Case) -> bool:
    """Whether its next desk is to open a case at once: danger that nobody opened, or to which nobody answered yet."""
    return case.unopened_since is not None or (case.emergency and case.first_answered_at is None)


def is_shared_after(case: Case, act: Act) -> bool:
    """Whether all of its area see a case after it came to another officer: danger that was given in turn, and also
    after its officer has left before opening it.
    """
    return awaits_opening(case) if act is Act.TURN else case.shared and act is Act.HAND


def moved(case: Case, act: Act, by: Side, now: datetime, policy: CasePolicy) -> Case:
    """The case after a move. Raises CannotMove when the table does not know it, CannotReopen when it is too late."""
    move = MOVES[act]
    if by not in move.by or case.status not in move.starts:
        raise CannotMove
    if act is Act.REOPEN and not can_reopen(case, now, policy):
        raise CannotReopen
    has_ended, changes_hands = move.ends in ENDED, act in CHANGES_HANDS
    # A question asked again while it still waits does not put the answer off.
    keeps_due = move.waits_for is Side.OFFICER and case.waits_for is Side.OFFICER and act is not Act.REOPEN
    due = case.answer_due
    if not keeps_due:
        owed = move.waits_for is Side.OFFICER and case.expects_answer
        due = due_after(now, policy.due_times_of(case.subject).answer, policy.working_time) if owed else None
    return replace(
        with_resolution(case, act, move.ends, now, policy),
        status=move.ends,
        waits_for=move.waits_for,
        answer_due=due,
        answer_reminded=case.answer_reminded if keeps_due else None,
        overdue_told_at=case.overdue_told_at if keeps_due else None,
        unopened_since=None if has_ended else now if changes_hands and awaits_opening(case) else case.unopened_since,
        alarmed_at=None if has_ended or changes_hands else case.alarmed_at,
        by_turn=act is Act.TURN if changes_hands else case.by_turn,
        shared=is_shared_after(case, act) if changes_hands else case.shared,
        touched_at=now,
        sent_at=now if act in (Act.SEND, Act.RECORD) else case.sent_at,
        first_answered_at=case.first_answered_at or (now if move.answers else None),
        closed_at=now if has_ended else None,
    )


BEGINS_RESOLUTION = frozenset({Act.SEND, Act.RECORD, Act.REOPEN})


def with_resolution(case: Case, act: Act, status: Status, now: datetime, policy: CasePolicy) -> Case:
    """The case with its clock of resolution as an act leaves it: begun when it is sent or reopened, ended with it."""
    if status in ENDED or act in BEGINS_RESOLUTION:
        term = policy.due_times_of(case.subject).resolution if case.expects_answer and status not in ENDED else None
        due = due_after(now, term, policy.working_time) if term is not None else None
        return replace(case, resolve_due=due, resolve_stopped_at=None, resolve_reminded=None, resolve_told_at=None)
    return stopped_or_not(case, status, now, policy)


def stopped_or_not(case: Case, status: Status, now: datetime, policy: CasePolicy) -> Case:
    """In this status its clock of resolution stands still, while it waits for its resident, or runs with what was left
    of its time.
    """
    if status is Status.WAITING:
        stops = case.resolve_due is not None and case.resolve_stopped_at is None
        return replace(case, resolve_stopped_at=now) if stops else case
    if case.resolve_due is None or case.resolve_stopped_at is None:
        return case
    due = postponed(case.resolve_due, case.resolve_stopped_at, now, policy.working_time)
    return replace(case, resolve_due=due, resolve_stopped_at=None)


def require_room(open_now: int, sent_lately: int, policy: CasePolicy) -> None:
    """For one more case of a person. Raises TooManyOpen, TooManyToday."""
    if open_now >= policy.open_at_most:
        raise TooManyOpen(limit=policy.open_at_most)
    if sent_lately >= policy.new_a_day_at_most:
        raise TooManyToday(limit=policy.new_a_day_at_most)


def with_emergency(case: Case, mentioned: Iterable[Emergency | None]) -> Case:
    """The case after messages of its resident that mention this: once there was an emergency, that stays."""
    if case.emergency or not any(mentioned):
        return case
    return replace(case, emergency=True)


def can_reopen(case: Case, now: datetime, policy: CasePolicy) -> bool:
    """Not one that goes on as another."""
    if case.closed_at is None or case.status is Status.MERGED:
        return False
    return now - case.closed_at <= policy.reopen_within


def can_rate(case: Case) -> bool:
    """Whether its resident is asked how they were helped: neither after a refusal nor for thanks."""
    return case.status is Status.CLOSED and case.expects_answer and case.rating is None


def rated(case: Case, rating: int) -> Case:
    """The case with its resident's rating, 1 to 5, given once. Raises CannotMove, AlreadyRated."""
    if case.status is not Status.CLOSED or not case.expects_answer or not 1 <= rating <= 5:
        raise CannotMove
    if case.rating is not None:
        raise AlreadyRated
    return replace(case, rating=rating)


NUMBER = re.compile(r"КШ-\d{4}-\d{6,}")


def number_in(text: str) -> str | None:
    """The number of the case that a message of the bot names at its head."""
    found = NUMBER.match(text)
    return found[0] if found else None


def heads_talk(text: str) -> bool:
    """Whether a message of the bot begins as one that shows what was said in a case, or its card: with its number and
    the person who said it, or the subject. Prompts and screens have the number alone.
    """
    found = NUMBER.match(text)
    return found is not None and text.startswith(" · ", found.end())


HEAD = re.compile(rf"({NUMBER.pattern})(?: · |\n)")


def require_of(case: Case, body: Body) -> None:
    """For what is said at the desk of this case. Raises OfAnotherCase for a text headed as the bot heads another's."""
    found = HEAD.match(body.text)
    if found is not None and found[1] != case.number:
        raise OfAnotherCase


BETWEEN = r"[\s\W_]*"
TYPED_NUMBER = re.compile(
    rf"(?:(?P<letters>кш|ksh){BETWEEN})?(?:(?P<year>20\d\d)(?:[\s\W_]+|(?=\d{{6,}}$)))?(?P<ordinal>\d{{1,9}})"
)
LONGEST_NUMBER = 40  # characters, with what people put around it
LOOK_ALIKES = str.maketrans("k", "к")


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """What a person typed as the number of a case, and nothing else: «кш 2026 123», «000123», «123».

    `numbers`: those that it can be, the likeliest first. `is_sure`: it cannot well be anything but a number of a case.
    """

    numbers: tuple[str, ...]
    is_sure: bool


def typed_number(text: str, now: datetime) -> TypedNumber | None:
    """None for what is no number of a case, or has more in it. Without a year, one of this year or of the last one."""
    if len(text) > LONGEST_NUMBER:
        return None
    line = text.casefold().strip(" \t\n№#.,:;!?«»\"'()[]")
    found = TYPED_NUMBER.fullmatch(line) or TYPED_NUMBER.fullmatch(line.translate(LOOK_ALIKES))
    if found is None:
        return None
    letters, ordinal = found["letters"], found["ordinal"]
    if letters is None and len(ordinal) > 6:
        return None  # a telephone
    this_year = now.astimezone(KYIV).year
    years = (int(found["year"]),) if found["year"] else (this_year, this_year - 1)
    written_out = len(ordinal) == 6 and ordinal.startswith("0")
    return TypedNumber(
        tuple(number_of(year, int(ordinal)) for year in years), is_sure=letters is not None or written_out
    )


def number_of(year: int, ordinal: int) -> str:
    """«КШ-2026-000123»: an internal number of the bot, and every text that shows it says so."""
    return f"КШ-{year}-{ordinal:06d}"


NAME_LIMIT, NAME_WORDS = 60, 6


def may_be_a_name(text: str) -> bool:
    """Whether this could name a person: a few words on one line. An exclamation, or a call for help, is none."""
    name = text.strip()
    short = len(name) <= NAME_LIMIT and len(name.split()) <= NAME_WORDS and "\n" not in name
    said = any(letter.isalpha() for letter in name) and not name.endswith(("!", "?"))
    return short and said and emergency_in(name) is None
