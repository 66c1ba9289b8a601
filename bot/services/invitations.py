"""Invitations: issuing, opening and revoking them. The token of one is known to its link alone.

What follows once a person proposes by one is in services/proposals.py.
"""

from bot.domain.audit import OPERATOR, Who
from bot.domain.ids import AreaId, InvitationId, PersonId
from bot.domain.invitations import (
    Invitation,
    InvitationLink,
    InvitationPrinted,
    InvitationScope,
    InvitationUsed,
    InvitationVoid,
    InvitedAs,
    OwnInvitation,
    ProposalEnded,
    ProposalOver,
    State,
    TooManyInvitations,
    hashed,
    new_seed,
    new_token,
    printed_token,
)
from bot.domain.letters import LetterClass, PersonAt
from bot.domain.officers import Field, checked
from bot.domain.people import Actor, CouncilPost, Scope
from bot.domain.refusals import NotFound, found
from bot.register import CommunityCode
from bot.storage import areas, audit, communities, council
from bot.storage import invitations as stored_invitations
from bot.storage.areas import Area
from bot.storage.transaction import Transaction


async def invite_coordinator(tx: Transaction, scope: Scope, code: str | None, name: str | None) -> str:
    """The token of a new invitation to coordinate an oblast (by its code) or the country: from the command line."""
    token = new_token()
    where = InvitationScope(scope)
    invitation = await stored_invitations.add(tx, InvitedAs.COORDINATOR, where, code, None, hashed(token), name)
    audit.write(tx, OPERATOR, f"invite coordinator {code or scope}", "invitation", invitation, oblast=code)
    return token


async def area_with_room(tx: Transaction, actor: Actor, area_id: AreaId) -> Area:
    """An area that the actor coordinates and to which one more person may be invited.

    Raises NotFound, TooManyInvitations.
    """
    area = await areas.coordinated(tx, area_id, actor.person_id)
    if area is None:
        raise NotFound
    if await is_full(tx, area_id):
        raise TooManyInvitations(limit=tx.policy.invitations.open_per_area)
    return area


async def is_full(tx: Transaction, area_id: AreaId) -> bool:
    """Whether as many invitations to an area are open, or proposed by, as there may be."""
    return len(await stored_invitations.undecided(tx, area_id)) >= tx.policy.invitations.open_per_area


async def invite_officer(tx: Transaction, actor: Actor, area_id: AreaId, name: str) -> InvitationId:
    """Invite a person of this name to serve an area; the coordinator gets the link.

    Raises NotFound, TooManyInvitations, and what `checked` raises.
    """
    area = await area_with_room(tx, actor, area_id)
    unusable = hashed(new_token())
    invitation = await stored_invitations.add(
        tx,
        InvitedAs.OFFICER,
        InvitationScope.AREA,
        str(area.id),
        actor.person_id,
        unusable,
        checked(Field.NAME, name),
    )
    audit.write(
        tx, audit.coordinator(actor.person_id), f"invite to area:{area.id}", "invitation", invitation, area.community
    )
    tx.outbox.tell(actor.here, InvitationLink(invitation), asked=LetterClass.OWN)
    return invitation


async def invite_to_council(tx: Transaction, actor: Actor, community: str, post: CouncilPost, name: str) -> None:
    """Invite a person of this name to a post of the council; who invites gets the link.

    Raises NotFound, TooManyInvitations, and what `checked` raises.
    """
    code = await require_choice(tx, actor, community, post)
    if await is_council_full(tx, code):
        raise TooManyInvitations(limit=tx.policy.invitations.open_per_area)
    invitation = await stored_invitations.add(
        tx,
        InvitedAs.COUNCIL,
        InvitationScope.COMMUNITY,
        code,
        actor.person_id,
        hashed(new_token()),
        checked(Field.NAME, name),
        post,
    )
    audit.write(tx, await by_of(tx, actor.person_id, code), f"invite {post}", "invitation", invitation, code)
    tx.outbox.tell(PersonAt(actor.person_id), InvitationLink(invitation), asked=LetterClass.OWN)


async def is_council_full(tx: Transaction, community: CommunityCode) -> bool:
    return len(await stored_invitations.undecided_to_council(tx, community)) >= tx.policy.invitations.open_per_area


async def require_choice(tx: Transaction, actor: Actor, community: str, post: CouncilPost) -> CommunityCode:
    """A community whose council's person of this post the actor may choose. Raises NotFound."""
    if not await may_choose(tx, actor.person_id, community, post):
        raise NotFound
    return CommunityCode(community)


async def may_choose(tx: Transaction, person_id: PersonId, community: str, post: CouncilPost) -> bool:
    """A coordinator of the community chooses anybody of its council, its leadership those below it."""
    if await communities.coordinated(tx, community, person_id) is not None:
        return True
    member = await council.member(tx, person_id, community)
    return member is not None and member.post.leads and not post.leads


async def by_of(tx: Transaction, person_id: PersonId, community: str) -> Who:
    """How the audit names a person who acts for the council of a community, or coordinates it."""
    coordinates = await communities.coordinated(tx, community, person_id) is not None
    return audit.coordinator(person_id) if coordinates else audit.council(person_id)


async def link_token(tx: Transaction, invitation_id: InvitationId, person_id: PersonId) -> str | None:
    """A token for the link that is being drawn for its inviter; None when the invitation is no longer open.

    It is made here, at the last moment, so that no token is ever stored in the outbox. Should the letter be drawn again
    because Telegram did not answer, the link of the first drawing is void.
    """
    invitation = await _own_open(tx, invitation_id, person_id)
    if invitation is None:
        return None
    token = new_token()
    await stored_invitations.set_hash(tx, invitation.id, hashed(token))
    return token


async def _own_open(tx: Transaction, invitation_id: InvitationId, person_id: PersonId) -> Invitation | None:
    """An invitation that this person has issued, may still invite by, and nobody has proposed by."""
    invitation = await stored_invitations.by_id(tx, invitation_id)
    if invitation is None or invitation.issued_by != person_id or invitation.state(tx.now) is not State.OPEN:
        return None
    return invitation if await may_decide(tx, person_id, invitation) else None


async def may_print(tx: Transaction, person_id: PersonId, invitation: Invitation) -> bool:
    """Whether it can be a letter: of a coordinator's own, to the leadership, by which nobody has proposed."""
    if invitation.post is None or not invitation.post.leads or invitation.community is None:
        return False
    own = await _own_open(tx, invitation.id, person_id) is not None
    return own and await communities.coordinated(tx, invitation.community, person_id) is not None


async def print_letter(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> None:
    """Send the letter; from now on the link on it is the one that opens the invitation. Raises NotFound."""
    invitation = found(await stored_invitations.by_id(tx, invitation_id))
    if not await may_print(tx, actor.person_id, invitation):
        raise NotFound
    seed = new_seed()
    await stored_invitations.set_hash(tx, invitation.id, hashed(_printed(tx, seed)))
    by = audit.coordinator(actor.person_id)
    audit.write(tx, by, "print invitation", "invitation", invitation.id, invitation.community)
    tx.outbox.tell(actor.here, InvitationPrinted(invitation.id, seed), asked=LetterClass.OWN)


def _printed(tx: Transaction, seed: str) -> str:
    return printed_token(tx.keys.sign(f"invitation:{seed}"))


async def printed(tx: Transaction, letter: InvitationPrinted, person_id: PersonId) -> tuple[Invitation, str] | None:
    """What is on the page: the invitation, and its token. None where another link, or another key, has taken its
    place.
    """
    invitation, token = await stored_invitations.by_id(tx, letter.invitation_id), _printed(tx, letter.seed)
    if invitation is None or not await may_print(tx, person_id, invitation):
        return None
    opens = await stored_invitations.by_hash(tx, hashed(token))
    return (invitation, token) if opens is not None and opens.id == invitation.id else None


async def may_decide(tx: Transaction, person_id: PersonId, invitation: Invitation) -> bool:
    """Whether a person may invite to this, take it back, and confirm who proposes by it."""
    if invitation.area_id is not None:
        return await areas.coordinated(tx, invitation.area_id, person_id) is not None
    if invitation.community is not None and invitation.post is not None:
        return await may_choose(tx, person_id, invitation.community, invitation.post)
    return False


async def opened(tx: Transaction, actor: Actor, token: str) -> Invitation:
    """The invitation that a link leads to: an open one, or one by which this very person has proposed.

    Raises InvitationVoid, InvitationUsed, OwnInvitation.
    """
    invitation = await stored_invitations.by_hash(tx, hashed(token))
    if invitation is not None and invitation.proposed_by == actor.person_id:
        return invitation
    return for_another(actor, await _open(tx, invitation))


def for_another(actor: Actor, invitation: Invitation) -> Invitation:
    """The invitation, if it was issued by somebody else. Raises OwnInvitation."""
    if invitation.issued_by == actor.person_id:
        raise OwnInvitation
    return invitation


async def good(tx: Transaction, invitation_id: InvitationId) -> Invitation:
    """An invitation that was opened before and by which nobody has proposed. Raises InvitationVoid, InvitationUsed."""
    return await _open(tx, await stored_invitations.by_id(tx, invitation_id))


async def _open(tx: Transaction, invitation: Invitation | None) -> Invitation:
    if invitation is None:
        raise InvitationVoid
    state = invitation.state(tx.now)
    if state in (State.WAITING, State.CONFIRMED):
        raise InvitationUsed
    if state is not State.OPEN:
        raise InvitationVoid
    if invitation.area_id is not None and await areas.by_id(tx, invitation.area_id) is None:
        raise InvitationVoid
    return invitation


async def revoke(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> Invitation:
    """Take back an invitation that nobody has decided on. Raises NotFound, ProposalEnded."""
    invitation = await stored_invitations.by_id(tx, invitation_id)
    if invitation is None or not await may_decide(tx, actor.person_id, invitation):
        raise NotFound
    state = invitation.state(tx.now)
    if state not in (State.OPEN, State.WAITING):
        raise ProposalEnded(state=state.value)
    await _revoke(tx, invitation, actor.person_id)
    community = await community_of(tx, invitation)
    by = await by_of(tx, actor.person_id, community or "")
    audit.write(tx, by, "revoke", "invitation", invitation.id, community)
    return invitation


async def community_of(tx: Transaction, invitation: Invitation) -> CommunityCode | None:
    """Where the invited person will serve; None for a coordinator, and for an area that was closed."""
    if invitation.area_id is None:
        return invitation.community
    area = await areas.by_id(tx, invitation.area_id)
    return area.community if area is not None else None


async def revoke_all(tx: Transaction, actor: Actor, area_id: AreaId) -> None:
    """Take back every invitation to an area that is being closed."""
    for invitation in await stored_invitations.undecided(tx, area_id):
        await _revoke(tx, invitation, actor.person_id)


async def revoke_by(tx: Transaction, person_id: PersonId, community: CommunityCode | None = None) -> None:
    """Take back what a person who may be somebody else by now has invited others to; `community`: to its council."""
    for invitation in await stored_invitations.undecided_by(tx, person_id):
        if community is None or invitation.community == community:
            await _revoke(tx, invitation, person_id)


async def _revoke(tx: Transaction, invitation: Invitation, by: PersonId) -> None:
    """A person who has proposed by it is notified."""
    await stored_invitations.end(tx, invitation.id, State.REVOKED, by)
    if invitation.proposed_by is not None:
        tx.outbox.tell(PersonAt(invitation.proposed_by), ProposalOver(invitation.id))
