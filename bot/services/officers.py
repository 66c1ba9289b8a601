"""An officer's post: getting it, what the officer's public card says, and dismissal."""

from bot.domain.case_dialogs import WithoutDesk
from bot.domain.ids import AreaId, OfficerId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.officers import (
    CHOICES,
    OPTIONAL,
    Dismissed,
    Field,
    NotOneOfThese,
    OfficerCard,
    OwnPost,
    PostsEnded,
    PostTaken,
    checked,
)
from bot.domain.people import Actor, Role
from bot.domain.refusals import NotFound
from bot.register import CommunityCode
from bot.services import absences, invitations, joining, office_hours, queue, residents
from bot.storage import areas, audit, communities, dialogs, offices, people
from bot.storage import officers as stored_officers
from bot.storage.transaction import Transaction


async def card_to_edit(tx: Transaction, person_id: PersonId, officer_id: OfficerId) -> OfficerCard:
    """A card that this person may change: one's own, or an officer's whom one coordinates.

    One's own while one serves or fills it in for an invitation: the card of a former officer is not changed. Raises
    NotFound, and InvitationVoid once that invitation is not open any more.
    """
    own = await stored_officers.of_person(tx, person_id)
    if own is None or own.id != officer_id:
        card = await stored_officers.coordinated(tx, officer_id, person_id)
    else:
        card = own if await stored_officers.posts(tx, own.id) or await _is_invited(tx, person_id) else None
    if card is None:
        raise NotFound
    return card


async def _is_invited(tx: Transaction, person_id: PersonId) -> bool:
    """Whether the person has opened an invitation. Raises InvitationVoid when that is void by now."""
    opened = await stored_officers.invited_by(tx, person_id)
    if opened is not None:
        await invitations.good(tx, opened)
    return opened is not None


async def own_card(tx: Transaction, actor: Actor) -> OfficerCard:
    """The person's own card; a new and empty one for a person who never had a post."""
    card = await stored_officers.of_person(tx, actor.person_id)
    if card is None:
        await stored_officers.add(tx, actor.person_id)
        card = await stored_officers.of_person(tx, actor.person_id)
    if card is None:
        raise NotFound
    return card


async def public_station(tx: Transaction, card: OfficerCard, community: CommunityCode | None) -> str | None:
    """An officer's station, where people may know it: not near the front, nor by appointment alone."""
    if community is None or await office_hours.are_hidden(tx, [community]):
        return None
    apart = await offices.officers_by_appointment(tx, [card.id], community)
    return None if apart else card.station


async def own_officer(tx: Transaction, actor: Actor) -> OfficerId | None:
    """Which officer this person is or was."""
    card = await stored_officers.of_person(tx, actor.person_id)
    return card.id if card else None


async def write(tx: Transaction, actor: Actor, officer_id: OfficerId, field: Field, text: str) -> None:
    """Put what was typed into a field of a card. Raises NotFound, and what `checked` raises."""
    await _set(tx, actor, officer_id, field, checked(field, text))


async def choose(tx: Transaction, actor: Actor, officer_id: OfficerId, field: Field, number: int) -> None:
    """Put the choice of this number into a field. Raises NotFound, NotOneOfThese."""
    choices = CHOICES.get(field, ())
    if not 0 <= number < len(choices):
        raise NotOneOfThese
    await _set(tx, actor, officer_id, field, str(choices[number]))


async def clear(tx: Transaction, actor: Actor, officer_id: OfficerId, field: Field) -> None:
    """Leave a field empty that may be. Raises NotFound."""
    if field not in OPTIONAL:
        raise NotFound
    await _set(tx, actor, officer_id, field, None)


async def _set(tx: Transaction, actor: Actor, officer_id: OfficerId, field: Field, value: str | None) -> None:
    card = await card_to_edit(tx, actor.person_id, officer_id)
    await stored_officers.set_field(tx, card.id, field, value)
    own = await stored_officers.person_of(tx, card.id) == actor.person_id
    by = audit.officer(card.id) if own else audit.coordinator(actor.person_id)
    audit.write(tx, by, f"set {field}", "officer", card.id, await stored_officers.community_of(tx, card.id))


async def give_post(
    tx: Transaction, person_id: PersonId, area_id: AreaId, invited_by: PersonId | None, confirmed_by: PersonId | None
) -> None:
    """Let a person whose proposal is confirmed serve an area: its cases come to them, those that waited immediately.

    `invited_by`, `confirmed_by`: None for the operator. Raises NotFound for a person without a card or a closed area.
    """
    area, card = await areas.by_id(tx, area_id), await stored_officers.of_person(tx, person_id)
    if area is None or card is None:
        raise NotFound
    await stored_officers.assign(tx, card.id, area.id)
    await stored_officers.open_desk(tx, card.id)
    await people.set_as_resident(tx, person_id, as_resident=False)
    audit.write(tx, audit.officer(card.id), "take post", "area", area.id, area.community)
    await joining.start(tx, area.community)
    await residents.tell_waiting(tx, area.community)
    inviter = [invited_by] if invited_by is not None else []
    for person in dict.fromkeys([*inviter, *await stored_officers.concerned_by(tx, area.id)]):
        if person not in (person_id, confirmed_by):
            tx.outbox.tell(PersonAt(person), PostTaken(card.id, area.id))
    if card.id in await stored_officers.of_area(tx, area.id):
        await queue.take_along(tx, area.id, card.id)
    else:
        await absences.take_post(tx, card.id)
    if any(part.role is Role.COORDINATOR for part in await communities.parts(tx, person_id)):
        await queue.let_go_of_complaints(tx, person_id, area.community)


async def dismiss(tx: Transaction, actor: Actor, officer_id: OfficerId) -> None:
    """End another officer's posts wherever the actor coordinates, and standing in there; from now on they see nothing
    there.

    Raises NotFound, OwnPost.
    """
    posts = [
        post
        for post in await stored_officers.posts(tx, officer_id)
        if await communities.coordinated(tx, post.community, actor.person_id)
    ]
    if not posts:
        raise NotFound
    if officer_id == actor.officer_id:
        raise OwnPost
    left = await stored_officers.coordinated_areas(tx, officer_id, actor.person_id)
    async with office_hours.telling_changes(tx, officer_id):
        await stored_officers.end_posts(tx, officer_id, left)
    audit.write(tx, audit.coordinator(actor.person_id), "dismiss", "officer", officer_id, posts[0].community)
    await _tell_of_dismissal(tx, actor, officer_id, left)
    await leave_work(tx, officer_id, left, actor.person_id)


async def _tell_of_dismissal(tx: Transaction, actor: Actor, officer_id: OfficerId, left: list[AreaId]) -> None:
    """One letter to each person concerned, with the areas that concern them; the officer gets a letter of their own."""
    areas_of: dict[PersonId, list[AreaId]] = {}
    for area_id in left:
        for person in await stored_officers.concerned_by(tx, area_id):
            areas_of.setdefault(person, []).append(area_id)
    dismissed = await stored_officers.person_of(tx, officer_id)
    for person, area_ids in areas_of.items():
        if person not in (actor.person_id, dismissed):
            tx.outbox.tell(PersonAt(person), PostsEnded(officer_id, tuple(area_ids)))


async def leave_work(tx: Transaction, officer_id: OfficerId, left: list[AreaId], by: PersonId) -> None:
    """What follows when an officer leaves these areas: dialogs end, cases are handed on, the officer is notified."""
    await stored_officers.end_dialogs(tx, officer_id)
    await queue.hand_on(tx, officer_id, left, by)
    await absences.leave_posts(tx, officer_id, left)
    person = await stored_officers.person_of(tx, officer_id)
    if person is not None:
        tx.outbox.tell(PersonAt(person), Dismissed(tuple(left)))
        if not await stored_officers.posts(tx, officer_id):
            await dialogs.put(tx, person, WithoutDesk())
