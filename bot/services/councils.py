"""The council's people: who chooses whom. A coordinator chooses any of them, the leadership those below it."""

from datetime import datetime

from bot.domain.bodies import Body
from bot.domain.cases import Act, Case
from bot.domain.ids import PartId, PersonId
from bot.domain.letters import PersonAt, PlainText
from bot.domain.people import Actor, CouncilPost
from bot.domain.refusals import NotFound, found
from bot.domain.staff import Change, NothingLocked, NotYourself, PartChanged
from bot.register import CommunityCode
from bot.services import invitations, joining
from bot.services.cases import access, drafts, moves
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


async def of_own(tx: Transaction, actor: Actor, community: str) -> Member:
    """The actor as one of the community's council. Raises NotFound."""
    return found(await council.member(tx, actor.person_id, community))


async def ask(tx: Transaction, actor: Actor, community: str, body: Body, sent_at: datetime) -> Case:
    """A question to the coordinators, by the name that the council's person has there.

    Raises NotFound, and without danger TooManyOpen, TooManyToday.
    """
    member = await of_own(tx, actor, community)
    return await drafts.ask_coordinators(tx, actor, member.community, member.name or "", body, sent_at)


async def _end_questions(tx: Transaction, member: Member) -> None:
    """What a person of the council has asked is answered to them no more: their side ends it."""
    for case_id in await council.open_questions(tx, member.person_id, member.community):
        case = await access.named(tx, case_id)
        if case is not None:
            await moves.move_by_resident(tx, case, Act.CLOSE)


async def may_manage(tx: Transaction, person_id: PersonId, member: Member) -> bool:
    """Whether a person may lock another of the council, and end what they are entrusted with; nobody does it to
    themselves.
    """
    return member.person_id != person_id and await invitations.may_choose(tx, person_id, member.community, member.post)


async def managed(tx: Transaction, person_id: PersonId, part_id: PartId) -> Member:
    """Somebody whom this person may lock or end. Raises NotFound, NotYourself."""
    member = found(await council.by_id(tx, part_id))
    if member.person_id == person_id:
        raise NotYourself
    if not await may_manage(tx, person_id, member):
        raise NotFound
    return member


async def end(tx: Transaction, actor: Actor, part_id: PartId) -> CommunityCode:
    """From now on they are not of the council, and whom they have invited to it is not any more; the community.

    Raises NotFound, NotYourself.
    """
    member = await managed(tx, actor.person_id, part_id)
    await _note(tx, actor, member, "end")
    await staff.end_part(tx, member.id)
    await staff.end_dialogs_of(tx, member.person_id)
    await invitations.revoke_by(tx, member.person_id, member.community)
    await _end_questions(tx, member)
    tx.outbox.tell(PersonAt(member.person_id), PartChanged(member.id, Change.ENDED))
    return member.community


async def lock(tx: Transaction, actor: Actor, part_id: PartId) -> None:
    """Their telephone is lost: from now on they see nothing of the community, and all that they have invited to, for
    who has it now may have done that. Raises NotFound, NotYourself, NothingLocked.
    """
    member = await managed(tx, actor.person_id, part_id)
    if member.locked_at is not None:
        raise NothingLocked
    await _note(tx, actor, member, "lock")
    await council.set_locked(tx, member.id, tx.now)
    await staff.end_dialogs_of(tx, member.person_id)
    await invitations.revoke_by(tx, member.person_id)
    await _end_questions(tx, member)
    tx.outbox.tell(PersonAt(member.person_id), PlainText("staff-locked-you"))


async def unlock(tx: Transaction, actor: Actor, part_id: PartId) -> None:
    """They have it again. Raises NotFound, NotYourself, NothingLocked."""
    member = await managed(tx, actor.person_id, part_id)
    if member.locked_at is None:
        raise NothingLocked
    await _note(tx, actor, member, "unlock")
    await council.set_locked(tx, member.id, None)
    tx.outbox.tell(PersonAt(member.person_id), PlainText("staff-unlocked-you"))


async def _note(tx: Transaction, actor: Actor, member: Member, act: str) -> None:
    by = await invitations.by_of(tx, actor.person_id, member.community)
    audit.write(tx, by, f"{act} {member.post}", "person", member.person_id, member.community)
