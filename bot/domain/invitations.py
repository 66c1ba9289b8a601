"""Invitations: one-time links by which a person becomes a coordinator, an officer of a service area, or of a council.

A link is a key that anyone can carry, so it only lets a person propose. The first person who does holds the invitation
and waits; another one looks at who it is and confirms or declines: a coordinator of the place, for coordinators the
operator, for those below the head of a community the head too. Both sides see the same six digits, which one reads out
to the other. Nothing is given before that. A proposal that ended is
never revived: another invitation is issued.

Storage knows a token's SHA-256 alone. That of a printed letter is made of a random seed by the key that signs, so that
the page can be made apart from the transaction, and nobody who reads the database alone can make it. Revoked, expired
and made-up tokens all get the same answer.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId, InvitationId, OfficerId, PersonId
from bot.domain.letters import Letter
from bot.domain.officers import Field
from bot.domain.people import CouncilPost, Part, Role, Scope
from bot.domain.refusals import Refusal
from bot.register import CommunityCode

TOKEN_BYTES = 24  # 192 bits: 32 characters of a link
CODE_DIGITS = 6
SEED_BYTES = 16
PRINTED_LENGTH = 40  # hexadecimal digits of a printed link


class InvitedAs(StrEnum):
    COORDINATOR = "coordinator"
    OFFICER = "officer"
    COUNCIL = "council"


class InvitationScope(StrEnum):
    """Where the invited person will serve. `Invitation.scope_code`: nothing, the code of an oblast or a community, an
    area's id.
    """

    COUNTRY = "country"
    OBLAST = "oblast"
    COMMUNITY = "community"
    AREA = "area"


class State(StrEnum):
    """What has become of an invitation. Storage has the last four as `ended`."""

    OPEN = "open"  # nobody has proposed yet
    WAITING = "waiting"  # a person proposes, and is not confirmed yet
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by the person who proposed
    REVOKED = "revoked"  # by a coordinator
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Invitation:
    """`issued_by` is None where the operator did, from the command line. `name`: of the person who is expected.

    `code` and `account` (the name at Telegram of the person who proposes) are there while a proposal waits.
    """

    id: InvitationId
    role: InvitedAs
    scope: InvitationScope
    scope_code: str | None
    issued_by: PersonId | None
    expires_at: datetime
    name: str | None
    proposed_by: PersonId | None
    code: str | None
    account: str | None
    confirmed_at: datetime | None
    ended: State | None
    post: CouncilPost | None = None  # in the council

    @property
    def community(self) -> CommunityCode | None:
        """The community to whose council a person is invited."""
        return CommunityCode(self.scope_code) if self.scope is InvitationScope.COMMUNITY and self.scope_code else None

    @property
    def area_id(self) -> AreaId | None:
        """The service area that an officer is invited to."""
        return AreaId(int(self.scope_code)) if self.scope is InvitationScope.AREA and self.scope_code else None

    @property
    def part(self) -> Part:
        """What a coordinator is entrusted with."""
        return Part(Role.COORDINATOR, Scope(self.scope), self.scope_code)

    def state(self, now: datetime) -> State:
        if self.confirmed_at is not None:
            return State.CONFIRMED
        if self.ended is not None:
            return self.ended
        if self.expires_at <= now:
            return State.EXPIRED
        return State.OPEN if self.proposed_by is None else State.WAITING

    def is_for(self, name: str) -> bool:
        """Whether a person of this name may be the one who is expected: either may have more words than the other."""
        expected, given = ({*each.casefold().split()} for each in (self.name or "", name))
        return not expected - given or not given - expected


class InvitationVoid(Refusal):
    """Revoked, expired, or never made: which of these is not disclosed."""

    key = "invitation-void"


class InvitationUsed(InvitationVoid):
    """Another person holds the invitation. The one who was meant has to know that."""

    key = "invitation-used"


class OwnInvitation(Refusal):
    """The person who issued an invitation cannot propose by it: nobody gives themselves a post."""

    key = "invitation-own"


class AlreadyServes(Refusal):
    """The officer serves this area already; the invitation stays good for another."""

    key = "invitation-already-serves"


class AlreadyProposed(Refusal):
    """The person waits to be confirmed there by another invitation; this one stays good for another person."""

    key = "invitation-already-proposed"


class TooManyInvitations(Refusal):
    """As many invitations to the area, or the council, are open as there may be: `limit` (policy:
    invitations.open_per_area).
    """

    key = "invitation-too-many"


class ProposalEnded(Refusal):
    """The proposal waits no more: `state` says what became of it."""

    key = "proposal-already-ended"


class OwnProposal(Refusal):
    """Nobody confirms themselves: another coordinator does."""

    key = "proposal-own"


@dataclass(frozen=True, slots=True)
class InvitationOpened(Dialog, flow="invitation"):
    """The person has proven the link of this invitation; it waits for a press."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class FieldBeforePost(Dialog, flow="invitation field"):
    """The next message is a field of the person's card, without which nobody proposes by this invitation."""

    invitation_id: InvitationId
    officer_id: OfficerId
    field: Field


def invitation_in(dialog: Dialog | None) -> InvitationId | None:
    """The invitation whose link the person has proven last."""
    return dialog.invitation_id if isinstance(dialog, InvitationOpened | FieldBeforePost) else None


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_seed() -> str:
    return secrets.token_hex(SEED_BYTES)


def printed_token(signature: str) -> str:
    """The token that follows from a signed seed."""
    return signature[:PRINTED_LENGTH]


def new_code() -> str:
    """What both sides of a proposal see. It is no secret: it shows that they speak of the same proposal."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def hashed(token: str) -> str:
    """What storage keeps of a token. It is random and long, so that a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class InvitationLink(Letter):
    """The link of an invitation, to the coordinator who made it. Its token is made when the letter is drawn."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class InvitationPrinted(Letter):
    """An invitation to a community's leadership as a page, to the coordinator who made it. The token on it follows from
    `seed`; void where another link has taken its place.
    """

    invitation_id: InvitationId
    seed: str


@dataclass(frozen=True, slots=True)
class InvitationAccepted(Letter):
    """To the coordinator who issued it: the invited person has begun to fill in their card."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class PostProposed(Letter):
    """A person proposes to serve: to each coordinator who may confirm it."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class ProposalConfirmed(Letter):
    """To the person who proposed: from now on they are what they were invited to be."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class CoordinatorJoined(Letter):
    """The operator has confirmed a coordinator: to those who coordinate there already."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class ProposalOver(Letter):
    """A proposal ended without being confirmed: to the person who made it, and to the coordinators who were asked."""

    invitation_id: InvitationId
