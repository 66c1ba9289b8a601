"""The council's people: who chooses whom. A coordinator chooses any of them, the leadership those below it."""

from bot.domain.ids import PartId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.people import Actor, CouncilPost
from bot.domain.refusals import NotFound, found
from bot.domain.staff import Change, NotYourself, PartChanged
from bot.register import CommunityCode
from bot.services import invitations, joining
from bot.storage import audit, communities, council, staff
from bot.storage.council import Member
from bot.storage.transaction import Transaction


async def invite(tx: Transaction, actor: Actor, community: str, post: CouncilPost, name: str) -> None:
    """Invite a person to the council; the first one of its leadership is the community's invitation to join.

    Raises NotFound, TooManyInvitations, and what the name is refused for.
    """
    await invitations.invite_to_council(tx, actor, community, post, name)
    if post.leads and await communities.coordinated(tx, community, actor.person_id) is not None:
        await joining.invite(tx, actor, community)


async def may_end(tx: Transaction, person_id: PersonId, member: Member) -> bool:
    """Nobody ends themselves."""
    return member.person_id != person_id and await invitations.may_choose(tx, person_id, member.community, member.post)


async def require_end(tx: Transaction, person_id: PersonId, member: Member) -> None:
    """Raises NotFound, NotYourself."""
    if member.person_id == person_id:
        raise NotYourself
    if not await may_end(tx, person_id, member):
        raise NotFound


async def end(tx: Transaction, actor: Actor, part_id: PartId) -> CommunityCode:
    """From now on they are not of the council; the community. Raises NotFound, NotYourself."""
    member = found(await council.by_id(tx, part_id))
    await require_end(tx, actor.person_id, member)
    by = await invitations.by_of(tx, actor.person_id, member.community)
    audit.write(tx, by, f"end {member.post}", "person", member.person_id, member.community)
    await staff.end_part(tx, member.id)
    await staff.end_dialogs_of(tx, member.person_id)
    await invitations.revoke_by(tx, member.person_id)
    tx.outbox.tell(PersonAt(member.person_id), PartChanged(member.id, Change.ENDED))
    return member.community
