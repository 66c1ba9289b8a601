"""Invitations: one-time links by which a person becomes a coordinator, or an officer of a service area.

Storage knows a token's SHA-256 alone. Used, revoked, expired and made-up tokens all get the same answer.
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
from bot.domain.people import Part, Role, Scope
from bot.domain.refusals import Refusal

TOKEN_BYTES = 24  # 192 bits: 32 characters of a link


class InvitedAs(StrEnum):
    COORDINATOR = "coordinator"
    OFFICER = "officer"


class InvitationScope(StrEnum):
    """Where the invited person will serve. `Invitation.scope_code`: nothing, an oblast's code, an area's id."""

    COUNTRY = "country"
    OBLAST = "oblast"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One that can still be accepted. `issued_by` is None where the operator did, from the command line."""

    id: InvitationId
    role: InvitedAs
    scope: InvitationScope
    scope_code: str | None
    issued_by: PersonId | None
    expires_at: datetime

    @property
    def area_id(self) -> AreaId | None:
        """The service area that an officer is invited to."""
        return AreaId(int(self.scope_code)) if self.scope is InvitationScope.AREA and self.scope_code else None

    @property
    def part(self) -> Part:
        """What a coordinator is entrusted with."""
        return Part(Role.COORDINATOR, Scope(self.scope), self.scope_code)


class InvitationVoid(Refusal):
    """Used, revoked, expired, or never made: which of these is not disclosed."""

    key = "invitation-void"


class OwnInvitation(Refusal):
    """The person who issued an invitation cannot accept it: nobody gives themselves a post."""

    key = "invitation-own"


class AlreadyServes(Refusal):
    """The officer serves this area already; the invitation stays good for another."""

    key = "invitation-already-serves"


@dataclass(frozen=True, slots=True)
class InvitationOpened(Dialog, flow="invitation"):
    """The person has proven the link of this invitation; it waits for a press."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class FieldBeforePost(Dialog, flow="invitation field"):
    """The next message is a field of the person's card, without which this invitation cannot be accepted."""

    invitation_id: InvitationId
    officer_id: OfficerId
    field: Field


def invitation_in(dialog: Dialog | None) -> InvitationId | None:
    """The invitation whose link the person has proven last."""
    return dialog.invitation_id if isinstance(dialog, InvitationOpened | FieldBeforePost) else None


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def hashed(token: str) -> str:
    """What storage keeps of a token. It is random and long, so that a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class InvitationLink(Letter):
    """The link of an invitation, to the coordinator who made it. Its token is made when the letter is drawn."""

    invitation_id: InvitationId
