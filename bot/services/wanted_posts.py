"""Officers whom the directory names and who are to be invited: one by one, by a press, for a link is soon over."""

from bot.domain.audit import Who
from bot.domain.directory import key_of
from bot.domain.directory_hours import rule_of
from bot.domain.ids import AreaId, InvitationId, OfficerId, PersonId, WantedPostId
from bot.domain.kyiv import today
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, OldButton, found
from bot.register import CommunityCode
from bot.services import invitations
from bot.storage import areas, audit, office_hours, officers, wanted_posts
from bot.storage.transaction import Transaction
from bot.storage.wanted_posts import HoursRow, WantedRow


async def seen(tx: Transaction, person_id: PersonId, wanted_id: WantedPostId) -> WantedRow:
    """One to an area that this person coordinates. Raises NotFound."""
    row = found(await wanted_posts.by_id(tx, wanted_id))
    if await areas.coordinated(tx, row.area_id, person_id) is None:
        raise NotFound
    return row


async def invite(tx: Transaction, actor: Actor, wanted_id: WantedPostId) -> AreaId:
    """The coordinator gets the link. Raises NotFound, OldButton where one is on its way, TooManyInvitations."""
    row = await seen(tx, actor.person_id, wanted_id)
    if row.invited:
        raise OldButton
    invitation_id = await invitations.invite_officer(tx, actor, row.area_id, row.name)
    await wanted_posts.note_invited(tx, row.id, invitation_id)
    return row.area_id


async def drop(tx: Transaction, actor: Actor, wanted_id: WantedPostId) -> AreaId:
    """Nobody is to be invited by this name; a link that is on its way stays good. Raises NotFound."""
    row = await seen(tx, actor.person_id, wanted_id)
    await wanted_posts.remove(tx, row.id)
    audit.write(tx, audit.coordinator(actor.person_id), "want no longer", "area", row.area_id, row.community)
    return row.area_id


async def take_up(tx: Transaction, invitation_id: InvitationId, area_id: AreaId, person_id: PersonId) -> None:
    """A person has taken the post: the office hours that wait for them hold from now on."""
    card = found(await officers.of_person(tx, person_id))
    by_link = await wanted_posts.by_invitation(tx, invitation_id)
    named = [each for each in await wanted_posts.of_area(tx, area_id) if key_of(each.name) == key_of(card.name)]
    rows = {each.id: each for each in [*([by_link] if by_link is not None else []), *named]}
    for each in await wanted_posts.hours_of(tx, list(rows)):
        await add_hours(tx, audit.officer(card.id), card.id, each, rows[each.wanted_id].community)
    for row in rows.values():
        await wanted_posts.remove(tx, row.id)


async def add_hours(tx: Transaction, by: Who, officer_id: OfficerId, row: HoursRow, community: CommunityCode) -> None:
    """As a rule; what was said of days that are past is left out."""
    since = max(row.since, today(tx.now))
    rule = rule_of(officer_id, row.office_id, community, row.hours, since)
    audit.write(tx, by, "add", "hours", await office_hours.add_rule(tx, rule), community)
