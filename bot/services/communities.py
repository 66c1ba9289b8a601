"""The coordinator's acts on communities and their service areas. Every one begins with the right to the place."""

from bot.domain.communities import CommunityMarked, Enrolment, Mark, SharingChanged, area_name
from bot.domain.ids import AreaId, OfficerId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.officers import AreaClosed, OwnPost
from bot.domain.people import Actor, Part, Role
from bot.domain.refusals import NotFound, found
from bot.register import Community, CommunityCode, Register, SettlementCode
from bot.services import invitations, office_hours, queue, residents
from bot.services import officers as acts
from bot.services.cases.record import redraw_card
from bot.storage import areas, audit, case_drafts, cases, communities, officers, wanted_posts
from bot.storage.areas import Area
from bot.storage.communities import Community as EnrolledCommunity
from bot.storage.transaction import Transaction


async def coordinator_parts(tx: Transaction, person_id: PersonId) -> list[Part]:
    """What a coordinator is entrusted with. Raises NotFound for anyone else."""
    parts = [part for part in await communities.parts(tx, person_id) if part.role is Role.COORDINATOR]
    if not parts:
        raise NotFound
    return parts


async def coordinated_community(tx: Transaction, person_id: PersonId, code: str) -> EnrolledCommunity:
    """A community that takes part, of those that this person coordinates. Raises NotFound."""
    return found(await communities.coordinated(tx, code, person_id))


async def coordinated_area(tx: Transaction, actor: Actor, area_id: AreaId) -> Area:
    """An open area that the actor coordinates. Raises NotFound."""
    return found(await areas.coordinated(tx, area_id, actor.person_id))


async def changeable_area(tx: Transaction, actor: Actor, area_id: AreaId) -> Area:
    """As `coordinated_area`, but none that the actor serves. Raises NotFound, OwnPost."""
    area = await coordinated_area(tx, actor, area_id)
    if actor.officer_id in await officers.involved(tx, area.id):
        raise OwnPost
    return area


async def _refuse_own(tx: Transaction, actor: Actor, community: CommunityCode, place: SettlementCode) -> None:
    """A settlement neither leaves nor joins an area that the actor serves. Raises OwnPost."""
    area_id = await areas.serving(tx, community, place)
    if area_id is not None and actor.officer_id in await officers.involved(tx, area_id):
        raise OwnPost


async def add(tx: Transaction, actor: Actor, community: Community) -> None:
    """Let a community of the actor's scope take part; nothing changes where it does. Raises NotFound."""
    if not actor.coordinates_oblast(community.oblast.code):
        raise NotFound
    if await communities.add(tx, community.code, community.oblast.code, actor.person_id):
        audit.write(tx, audit.coordinator(actor.person_id), "add", "community", community.code, community.code)


async def mark(tx: Transaction, actor: Actor, code: str, mark: Mark, *, on: bool) -> None:
    """Mark a community as near the front or occupied, or take that back; nothing changes where it is so already.

    Where it becomes occupied, what its residents have not sent yet is forgotten. Raises NotFound.
    """
    community = await coordinated_community(tx, actor.person_id, code)
    if not await communities.set_mark(tx, community.code, mark, on=on):
        return
    act = f"{'mark' if on else 'unmark'} {mark}"
    audit.write(tx, audit.coordinator(actor.person_id), act, "community", community.code, community.code)
    if mark is Mark.OCCUPIED and on:
        await case_drafts.delete_in(tx, community.code)
    elif mark is Mark.OCCUPIED and community.enrolment is Enrolment.ACTIVE:
        await residents.tell_waiting(tx, community.code)
    if mark is Mark.OCCUPIED:
        for case_id in await cases.open_from(tx, community.code):
            redraw_card(tx, case_id, among_many=True)
    for person in await communities.concerned_by(tx, community.code):
        if person != actor.person_id:
            tx.outbox.tell(PersonAt(person), CommunityMarked(community.code, mark, on))


async def make_area(tx: Transaction, actor: Actor, code: str, name: str) -> AreaId:
    """A new area: the first one serves the whole community, a later one nothing yet. Raises NotFound, WrongAreaName."""
    community = await coordinated_community(tx, actor.person_id, code)
    is_first = not await areas.of_community(tx, community.code)
    area_id = await areas.add(tx, community.code, area_name(name))
    _note(tx, actor, "make", area_id, community.code)
    if is_first:
        await serve_whole(tx, actor, area_id)
    return area_id


async def rename_area(tx: Transaction, actor: Actor, area_id: AreaId, name: str) -> None:
    """Raises NotFound, WrongAreaName."""
    area = await coordinated_area(tx, actor, area_id)
    await areas.rename(tx, area.id, area_name(name))
    _note(tx, actor, "rename", area.id, area.community)


async def serve_whole(tx: Transaction, actor: Actor, area_id: AreaId) -> None:
    """The area serves all that no other area names. Raises NotFound, OwnPost, WholeAlready."""
    area = await changeable_area(tx, actor, area_id)
    (await areas.division(tx, area.community)).with_whole(area.id)
    await areas.leave_all(tx, area.id)
    await areas.set_whole(tx, area.id, True)
    _note(tx, actor, "serve whole", area.id, area.community)
    await queue.readdress(tx, area.community)


async def serve_some(tx: Transaction, actor: Actor, area_id: AreaId) -> None:
    """The area serves only the settlements that it will name. Raises NotFound, OwnPost."""
    area = await changeable_area(tx, actor, area_id)
    await areas.set_whole(tx, area.id, False)
    _note(tx, actor, "serve some", area.id, area.community)
    await queue.readdress(tx, area.community)


async def share_cases(tx: Transaction, actor: Actor, area_id: AreaId, *, in_turn: bool) -> None:
    """New cases of the area are given to its officers in turn from now on, or come to all of them; what any of them has
    stays. Its officers are notified; nothing changes where it is so already. Raises NotFound, OwnPost.
    """
    area = await changeable_area(tx, actor, area_id)
    if area.in_turn is in_turn:
        return
    await areas.set_in_turn(tx, area.id, in_turn=in_turn)
    _note(tx, actor, "give in turn" if in_turn else "give to all", area.id, area.community)
    for officer_id in await officers.involved(tx, area.id):
        person = await officers.person_of(tx, officer_id)
        if person is not None:
            tx.outbox.tell(PersonAt(person), SharingChanged(area.id, in_turn))


async def serve(tx: Transaction, actor: Actor, register: Register, area_id: AreaId, settlement: str) -> None:
    """The area serves this settlement, whichever did before. Raises NotFound, also for another community's, OwnPost."""
    area = await changeable_area(tx, actor, area_id)
    place = _settlement(register, area.community, settlement)
    await _refuse_own(tx, actor, area.community, place)
    await areas.serve(tx, area.id, area.community, place)
    _note(tx, actor, f"serve {place}", area.id, area.community)
    await queue.readdress(tx, area.community)


async def leave(tx: Transaction, actor: Actor, register: Register, area_id: AreaId, settlement: str) -> None:
    """The area does not serve this settlement. Raises NotFound, OwnPost."""
    area = await changeable_area(tx, actor, area_id)
    place = _settlement(register, area.community, settlement)
    await areas.leave(tx, area.id, place)
    await _refuse_own(tx, actor, area.community, place)
    _note(tx, actor, f"leave {place}", area.id, area.community)
    await queue.readdress(tx, area.community)


async def close_area(tx: Transaction, actor: Actor, area_id: AreaId) -> CommunityCode:
    """End an area; its officers stop serving it, its open cases are handed on. Its community.

    Raises NotFound, OwnPost.
    """
    area = await changeable_area(tx, actor, area_id)
    served_by = await officers.involved(tx, area.id)
    for officer_id in served_by:
        async with office_hours.telling_changes(tx, officer_id):
            await officers.end_posts(tx, officer_id, [area.id])
    await areas.leave_all(tx, area.id)
    await areas.close(tx, area.id)
    await invitations.revoke_all(tx, actor, area.id)
    await wanted_posts.remove_of(tx, area.id)
    _note(tx, actor, "close", area.id, area.community)
    await queue.readdress(tx, area.community)
    await _tell_of_closing(tx, actor, area.id, served_by)
    for officer_id in served_by:
        await acts.leave_work(tx, officer_id, [area.id], actor.person_id)
    return area.community


async def _tell_of_closing(tx: Transaction, actor: Actor, area_id: AreaId, served_by: list[OfficerId]) -> None:
    """The coordinators, where the area had officers; those get letters of their own."""
    notified = {actor.person_id, *[await officers.person_of(tx, officer_id) for officer_id in served_by]}
    for person in await officers.concerned_by(tx, area_id) if served_by else []:
        if person not in notified:
            tx.outbox.tell(PersonAt(person), AreaClosed(area_id, tuple(served_by)))


def _settlement(register: Register, community: CommunityCode, code: str) -> SettlementCode:
    for settlement in register.community(community).settlements:
        if settlement.code == code:
            return settlement.code
    raise NotFound


def _note(tx: Transaction, actor: Actor, act: str, area_id: AreaId, community: CommunityCode) -> None:
    audit.write(tx, audit.coordinator(actor.person_id), act, "area", area_id, community)
