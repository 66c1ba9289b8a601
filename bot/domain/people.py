"""Persons and what they may do. The actor of an update is the person who asks, as stored at that moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.communities import NothingKept, Standing
from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, ChatId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import Letter, LetterClass, PersonAt
from bot.domain.refusals import NotFound
from bot.register import CommunityCode, SettlementCode

CONSENT_VERSION = 3  # raised with a new text (locales/*/consents.ftl): it is asked for before the next new case


SEEN_ONCE_IN = timedelta(days=1)  # so often it is noted that a person was here


class Role(StrEnum):
    """What a person can be entrusted with. A right asks for a role by name: having a part gives nobody a right."""

    COORDINATOR = "coordinator"
    COUNCIL = "council"
    STAROSTA = "starosta"
    ASSOCIATION = "association"
    SOCIAL_WORKER = "social_worker"


class CouncilPost(StrEnum):
    """What a person of the council is there. Its leadership answers for the community, and chooses the others."""

    HEAD = "head"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    OPERATOR = "operator"

    @property
    def leads(self) -> bool:
        return self in (CouncilPost.HEAD, CouncilPost.DEPUTY)


class Scope(StrEnum):
    COUNTRY = "country"
    OBLAST = "oblast"
    COMMUNITY = "community"
    AREA = "area"
    SETTLEMENTS = "settlements"


@dataclass(frozen=True, slots=True)
class Part:
    """What a person is entrusted with: a role, and where.

    `code` is an oblast's code, a community's or an area's id; None for the whole country, and for settlements, which
    have rows of their own.
    """

    role: Role
    scope: Scope
    code: str | None

    def coordinates_oblast(self, oblast: str) -> bool:
        """Whether this part lets a person coordinate an oblast."""
        wide = self.scope is Scope.COUNTRY or (self.scope is Scope.OBLAST and self.code == oblast)
        return self.role is Role.COORDINATOR and wide


@dataclass(frozen=True, slots=True)
class CommandsShown(Letter):
    """The list of commands in a person's own chat, in the language that they read. It makes no message."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person who asks. Made from storage for each update, never from what a message or a button says."""

    person_id: PersonId
    chat_id: ChatId
    language: Language
    consent_version: int | None
    community: CommunityCode | None
    settlement: SettlementCode | None
    standing: Standing | None  # of the community; None without one
    officer_id: OfficerId | None  # of an officer who holds a post now
    as_resident: bool  # an officer who at present writes as the resident they also are
    parts: tuple[Part, ...]
    dialog: Dialog | None
    seen_at: datetime  # noted once a day
    thread_id: int | None = None  # of their chat, in which they act
    thread_of: CaseId | None = None  # the case whose thread that is

    @property
    def here(self) -> PersonAt:
        """Where they act, and are answered."""
        return PersonAt(self.person_id, self.thread_id)

    @property
    def form_thread(self) -> int:
        """What a dialog is kept by: the thread of a case has its own, all the rest of the chat has one."""
        return self.thread_id or 0 if self.thread_of is not None else 0

    @property
    def has_consented(self) -> bool:
        """To this text or an earlier one: what the person has chosen and sent goes on under it."""
        return self.consent_version is not None

    @property
    def consent_is_current(self) -> bool:
        """Whether the person has agreed to the text of today, under which alone a new case is sent."""
        return self.consent_version == CONSENT_VERSION

    @property
    def asks_as(self) -> LetterClass:
        """The class of what this person has just asked for."""
        takes_part = self.consent_version is not None or self.officer_id is not None or self.parts
        return LetterClass.OWN if takes_part else LetterClass.STRANGER

    @property
    def is_read(self) -> bool:
        """Whether anyone reads what this resident writes."""
        return self.standing is Standing.JOINED

    @property
    def works_as_officer(self) -> bool:
        return self.officer_id is not None and not self.as_resident

    @property
    def coordinates(self) -> bool:
        return any(part.role is Role.COORDINATOR for part in self.parts)

    @property
    def councils(self) -> list[CommunityCode]:
        """The communities of whose councils this person is, in the order in which they came to be."""
        codes = (part.code for part in self.parts if part.role is Role.COUNCIL)
        return [CommunityCode(code) for code in codes if code is not None]

    def coordinates_oblast(self, oblast: str) -> bool:
        return any(part.coordinates_oblast(oblast) for part in self.parts)


def require_officer(actor: Actor) -> OfficerId:
    """The officer who asks. Raises NotFound for anyone else."""
    if actor.officer_id is None:
        raise NotFound
    return actor.officer_id


def require_coordinator(actor: Actor) -> None:
    """Raises NotFound for anyone who is not a coordinator."""
    if not actor.coordinates:
        raise NotFound


def require_kept(actor: Actor) -> None:
    """Before a resident's wish is stored. Raises NothingKept where a chat is dangerous."""
    if actor.standing is Standing.OCCUPIED:
        raise NothingKept
