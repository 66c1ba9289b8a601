"""Proposals: a person who holds an invitation proposes to take what it is to; another one confirms that it is them.

An officer is confirmed or declined by any coordinator of the area's community, and so is a person of its council, one
below the head by the head too; a coordinator by the operator alone, from the command line. The operator may decide on
any, for a place that has lost its coordinators.
"""

from bot.domain.audit import OPERATOR, Who
from bot.domain.ids import AreaId, InvitationId, PersonId
from bot.domain.invitations import (
    AlreadyProposed,
    AlreadyServes,
    CoordinatorJoined,
    Invitation,
    InvitationAccepted,
    InvitationUsed,
    InvitedAs,
    OwnProposal,
    PostProposed,
    ProposalConfirmed,
    ProposalEnded,
    ProposalOver,
    State,
    new_code,
)
from bot.domain.letters import PersonAt
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.domain.staff import Locked, RecoveryCode
from bot.register import CommunityCode
from bot.services import invitations, officers, wanted_posts
from bot.storage import audit, communities, council, people, staff
from bot.storage import invitations as stored_invitations
from bot.storage import officers as stored_officers
from bot.storage.transaction import Transaction

AT_ONCE = 100  # proposals that expire in one transaction, are listed for the operator, or are counted


async def accept(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> OfficerCard:
    """Begin to answer an invitation to a post; its inviter is notified, once. The person's card, to be filled in.

    Raises InvitationVoid, InvitationUsed, OwnInvitation.
    """
    invitation = invitations.for_another(actor, await invitations.good(tx, invitation_id))
    card = await officers.own_card(tx, actor)
    who = audit.officer(card.id)
    if not await audit.has_written(tx, who, "accept", "invitation", invitation.id):
        await _note(tx, who, "accept", invitation)
        if invitation.issued_by is not None:
            tx.outbox.tell(PersonAt(invitation.issued_by), InvitationAccepted(invitation.id))
    return card


async def propose(tx: Transaction, actor: Actor, invitation_id: InvitationId, account: str) -> None:
    """Ask to be given what an invitation is to. Nothing is given yet; those who may confirm it are notified.

    `account`: the person's name at the transport. Raises InvitationVoid, InvitationUsed, OwnInvitation, AlreadyServes,
    AlreadyProposed, Locked, and NotFound while rank, name or position are missing.
    """
    invitation = invitations.for_another(actor, await invitations.good(tx, invitation_id))
    if await staff.is_locked(tx, actor.person_id):
        raise Locked
    if invitation.area_id is not None:
        await _require_ready(tx, actor, invitation.area_id)
    if await stored_invitations.waits(tx, actor.person_id, invitation.scope, invitation.scope_code):
        raise AlreadyProposed
    if not await stored_invitations.propose(tx, invitation.id, actor.person_id, new_code(), account):
        raise InvitationUsed
    await _note(tx, await _proposer(tx, invitation, actor.person_id), "propose", invitation)
    for person_id in await _deciders(tx, invitation, actor.person_id):
        tx.outbox.tell(PersonAt(person_id), PostProposed(invitation.id))


async def _require_ready(tx: Transaction, actor: Actor, area_id: AreaId) -> None:
    card = await stored_officers.of_person(tx, actor.person_id)
    if card is None or card.missing is not None:
        raise NotFound
    if card.id in await stored_officers.holding(tx, area_id):
        raise AlreadyServes


async def own(tx: Transaction, person_id: PersonId, invitation_id: InvitationId) -> Invitation:
    """An invitation by which this person has proposed, whatever has become of it. Raises NotFound."""
    invitation = await stored_invitations.by_id(tx, invitation_id)
    if invitation is None or invitation.proposed_by != person_id:
        raise NotFound
    return invitation


async def withdraw(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> None:
    """Take one's own proposal back; those who were asked are notified. Raises NotFound, ProposalEnded."""
    invitation = await own(tx, actor.person_id, invitation_id)
    await _end(tx, invitation, State.WITHDRAWN, actor.person_id)
    await _note(tx, await _proposer(tx, invitation, actor.person_id), "withdraw", invitation)
    await _tell_deciders(tx, invitation, actor.person_id)


async def withdraw_all(tx: Transaction, person_id: PersonId) -> None:
    """Take back all that a person has proposed and nobody has decided on; those who were asked are notified."""
    for invitation in await stored_invitations.undecided_of(tx, person_id):
        await stored_invitations.end(tx, invitation.id, State.WITHDRAWN, person_id)
        await _tell_deciders(tx, invitation, person_id)


# What a coordinator decides.


async def proposed(tx: Transaction, person_id: PersonId, invitation_id: InvitationId) -> Invitation:
    """A proposal to serve where this person coordinates, whatever has become of it. Raises NotFound."""
    invitation = await stored_invitations.by_id(tx, invitation_id)
    if invitation is None or invitation.proposed_by is None:
        raise NotFound
    if not await invitations.may_decide(tx, person_id, invitation):
        raise NotFound
    return invitation


async def confirm(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> None:
    """It is the right person: they take the post from now on. Raises NotFound, OwnProposal, ProposalEnded."""
    invitation = _of_another(actor, await proposed(tx, actor.person_id, invitation_id))
    await _give(tx, invitation, actor.person_id)
    await _note(tx, await _decider(tx, invitation, actor.person_id), "confirm", invitation)


async def decline(tx: Transaction, actor: Actor, invitation_id: InvitationId) -> None:
    """It is not the right person: they get nothing. Raises NotFound, OwnProposal, ProposalEnded."""
    invitation = _of_another(actor, await proposed(tx, actor.person_id, invitation_id))
    await _end(tx, invitation, State.DECLINED, actor.person_id)
    await _note(tx, await _decider(tx, invitation, actor.person_id), "decline", invitation)
    _tell_declined(tx, invitation, actor.person_id)


def _of_another(actor: Actor, invitation: Invitation) -> Invitation:
    if invitation.proposed_by == actor.person_id:
        raise OwnProposal
    return invitation


# What the operator decides, from the command line.


async def all_waiting(tx: Transaction) -> list[Invitation]:
    """Those that wait, up to AT_ONCE."""
    return await stored_invitations.waiting(tx, AT_ONCE)


async def for_operator(tx: Transaction, invitation_id: InvitationId) -> Invitation:
    """A proposal that waits. Raises NotFound, ProposalEnded."""
    invitation = await stored_invitations.by_id(tx, invitation_id)
    if invitation is None or invitation.proposed_by is None:
        raise NotFound
    return _require_waiting(tx, invitation)


async def confirm_by_operator(tx: Transaction, invitation_id: InvitationId) -> None:
    """Raises NotFound, ProposalEnded."""
    invitation = await for_operator(tx, invitation_id)
    await _give(tx, invitation, None)
    await _note(tx, OPERATOR, "confirm", invitation)


async def decline_by_operator(tx: Transaction, invitation_id: InvitationId) -> None:
    """Raises NotFound, ProposalEnded."""
    invitation = await for_operator(tx, invitation_id)
    await _end(tx, invitation, State.DECLINED, None)
    await _note(tx, OPERATOR, "decline", invitation)
    _tell_declined(tx, invitation, None)


# What the clock decides.


async def expire(tx: Transaction) -> bool:
    """End the proposals that nobody confirmed in time; both sides are notified. Whether there may be more."""
    late = await stored_invitations.expired(tx, AT_ONCE)
    for invitation in late:
        if invitation.proposed_by is None:
            continue
        await stored_invitations.end(tx, invitation.id, State.EXPIRED, None)
        tx.outbox.tell(PersonAt(invitation.proposed_by), ProposalOver(invitation.id))
        await _tell_deciders(tx, invitation, invitation.proposed_by)
    return len(late) == AT_ONCE


# What these share.


def _require_waiting(tx: Transaction, invitation: Invitation) -> Invitation:
    """Raises ProposalEnded."""
    state = invitation.state(tx.now)
    if state is not State.WAITING:
        raise ProposalEnded(state=state.value)
    return invitation


async def _give(tx: Transaction, invitation: Invitation, by: PersonId | None) -> None:
    """Make the person who proposed what they were invited to be. Raises ProposalEnded, Locked."""
    _require_waiting(tx, invitation)
    person_id = invitation.proposed_by
    if person_id is not None and await staff.is_locked(tx, person_id):
        raise Locked
    if person_id is None or not await stored_invitations.confirm(tx, invitation.id, by):
        raise ProposalEnded(state=State.REVOKED.value)
    if invitation.area_id is not None:
        await officers.give_post(tx, person_id, invitation.area_id, invitation.issued_by, by)
        await wanted_posts.take_up(tx, invitation.id, invitation.area_id, person_id)
    elif invitation.community is not None and invitation.post is not None:
        name, issued_by = invitation.name or "", invitation.issued_by
        await council.add(tx, person_id, invitation.community, invitation.post, name, issued_by)
    else:
        for other in await communities.coordinators_of_oblast(tx, invitation.scope_code):
            if other != person_id:
                tx.outbox.tell(PersonAt(other), CoordinatorJoined(invitation.id))
        await people.add_part(tx, person_id, invitation.part, invitation.issued_by)
    tx.outbox.tell(PersonAt(person_id), ProposalConfirmed(invitation.id))
    tx.outbox.tell(PersonAt(person_id), RecoveryCode(person_id))


async def _end(tx: Transaction, invitation: Invitation, how: State, by: PersonId | None) -> None:
    """Raises ProposalEnded."""
    _require_waiting(tx, invitation)
    await stored_invitations.end(tx, invitation.id, how, by)


def _tell_declined(tx: Transaction, invitation: Invitation, by: PersonId | None) -> None:
    """To the person who proposed, and to the inviter where another one declined."""
    for person_id in (invitation.proposed_by, invitation.issued_by):
        if person_id is not None and person_id != by:
            tx.outbox.tell(PersonAt(person_id), ProposalOver(invitation.id))


async def _tell_deciders(tx: Transaction, invitation: Invitation, proposer: PersonId) -> None:
    for person_id in await _deciders(tx, invitation, proposer):
        tx.outbox.tell(PersonAt(person_id), ProposalOver(invitation.id))


async def _deciders(tx: Transaction, invitation: Invitation, proposer: PersonId) -> list[PersonId]:
    """Those who may confirm it; the operator is not notified in the bot."""
    found: list[PersonId] = []
    if invitation.area_id is not None:
        found = await stored_officers.coordinators_of(tx, invitation.area_id)
    elif invitation.community is not None:
        leads = [each.person_id for each in await council.members_of(tx, invitation.community) if each.post.leads]
        below = invitation.post is not None and not invitation.post.leads
        found = [*await communities.coordinators_of(tx, invitation.community), *(leads if below else [])]
    return [each for each in dict.fromkeys(found) if each != proposer]


async def _proposer(tx: Transaction, invitation: Invitation, person_id: PersonId) -> Who:
    if invitation.community is not None:
        return audit.council(person_id)
    card = await stored_officers.of_person(tx, person_id) if invitation.area_id is not None else None
    return audit.officer(card.id) if card is not None else audit.coordinator(person_id)


async def _decider(tx: Transaction, invitation: Invitation, person_id: PersonId) -> Who:
    return await invitations.by_of(tx, person_id, await _community_of(tx, invitation) or "")


async def _community_of(tx: Transaction, invitation: Invitation) -> CommunityCode | None:
    """Of an area that was closed, too."""
    if invitation.area_id is None:
        return invitation.community
    [place] = await stored_officers.places(tx, [invitation.area_id])
    return place.community


async def _note(tx: Transaction, by: Who, act: str, invitation: Invitation) -> None:
    community = await _community_of(tx, invitation)
    oblast = invitation.part.code if invitation.role is InvitedAs.COORDINATOR else None
    audit.write(tx, by, act, "invitation", invitation.id, community, oblast)
