"""Invitations: making, opening, accepting and revoking them. The token of one is known to its link alone."""

from bot.domain.ids import AreaId, InvitationId, PersonId
from bot.domain.invitations import (
    Invitation,
    InvitationLink,
    InvitationScope,
    InvitationVoid,
    InvitedAs,
    OwnInvitation,
    hashed,
    new_token,
)
from bot.domain.letters import PersonAt
from bot.domain.people import Actor, Scope
from bot.domain.refusals import NotFound
from bot.domain.staff import Locked, RecoveryCode
from bot.storage import areas, audit, people, staff
from bot.storage import invitations as stored_invitations
from bot.storage.transaction import Transaction


async def invite_coordinator(tx: Transaction, scope: Scope, code: str | None) -> str:
    """The token of a new invitation to coordinate an oblast (by its code) or the country: from the command line."""
    token = new_token()
    where = InvitationScope(scope)
    invitation = await stored_invitations.add(tx, InvitedAs.COORDINATOR, where, code, None, hashed(token))
    audit.write(tx, audit.OPERATOR, f"invite coordinator {code or scope}", "invitation", invitation, oblast=code)
    return token


async def invite_officer(tx: Transaction, actor: Actor, area_id: AreaId) -> None:
    """Invite a person to serve an area; the coordinator gets the link. Raises NotFound."""
    area = await areas.coordinated(tx, area_id, actor.person_id)
    if area is None:
        raise NotFound
    unusable = hashed(new_token())
    invitation = await stored_invitations.add(
        tx, InvitedAs.OFFICER, InvitationScope.AREA, str(area.id), actor.person_id, unusable
    )
    audit.write(
        tx, audit.coordinator(actor.person_id), f"invite to area:{area.id}", "invitation", invitation, area.community
    )
    tx.outbox.tell(PersonAt(actor.person_id), InvitationLink(invitation), own=True)


async def link_token(tx: Transaction, invitation_id: InvitationId, person_id: PersonId) -> str | None:
    """A token for the link that is being drawn for its inviter; None when the invitation is no longer good.

    It is made here, at the last moment, so that no token is ever stored in the outbox. Should the letter be drawn again
    because Telegram did not answer, the link of the first drawing is void.
    """
    invitation = await stored_invitations.by_id(tx, invitation_id)
    if invitation is None or invitation.issued_by != person_id or invitation.area_id is None:
        return None
    if await areas.coordinated(tx, invitation.area_id, person_id) is None:
        return None
    token = new_token()
    await stored_invitations.set_hash(tx, invitation.id, hashed(token))
    return token


async def opened(tx: Transaction, actor: Actor, token: str) -> Invitation:
    """The invitation that a link leads to. Raises InvitationVoid, OwnInvitation."""
    return for_another(actor, await _good(tx, await stored_invitations.by_hash(tx, hashed(token))))


def for_another(actor: Actor, invitation: Invitation) -> Invitation:
    """The invitation, if it was issued by somebody else. Raises OwnInvitation."""
    if invitation.issued_by == actor.person_id:
        raise OwnInvitation
    return invitation


async def good(tx: Transaction, invitation_id: InvitationId) -> Invitation:
    """An invitation that was opened before and can still be accepted. Raises InvitationVoid."""
    return await _good(tx, await stored_invitations.by_id(tx, invitation_id))


async def _good(tx: Transaction, invitation: Invitation | None) -> Invitation:
    if invitation is None:
        raise InvitationVoid
    if invitation.area_id is not None and await areas.by_id(tx, invitation.area_id) is None:
        raise InvitationVoid
    return invitation


async def use(tx: Transaction, actor: Actor, invitation: Invitation) -> None:
    """Spend an invitation. Raises InvitationVoid for anyone who comes second."""
    if not await stored_invitations.use(tx, invitation.id, actor.person_id):
        raise InvitationVoid


async def become_coordinator(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> None:
    """Accept to coordinate. Raises InvitationVoid, Locked."""
    invitation = await good(tx, invitation_id)
    if invitation.role is not InvitedAs.COORDINATOR:
        raise InvitationVoid
    if await staff.is_locked(tx, actor.person_id):
        raise Locked
    await use(tx, actor, invitation)
    tx.outbox.tell(PersonAt(actor.person_id), RecoveryCode(actor.person_id))
    await people.add_part(tx, actor.person_id, invitation.part, invitation.issued_by)
    oblast = invitation.part.code  # None: the country
    audit.write(tx, audit.coordinator(actor.person_id), "accept", "invitation", invitation.id, oblast=oblast)


async def revoke(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> AreaId:
    """Take back an invitation that was not used; the area it was for. Raises NotFound."""
    invitation = await stored_invitations.by_id(tx, invitation_id)
    if invitation is None or invitation.area_id is None:
        raise NotFound
    area = await areas.coordinated(tx, invitation.area_id, actor.person_id)
    if area is None:
        raise NotFound
    await stored_invitations.revoke(tx, invitation.id)
    audit.write(tx, audit.coordinator(actor.person_id), "revoke", "invitation", invitation.id, area.community)
    return invitation.area_id
