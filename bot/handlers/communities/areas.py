"""What a coordinator does with the service areas of a community, and with invitations to them."""

from collections.abc import Mapping

from bot.domain.communities import Division
from bot.domain.ids import AreaId
from bot.domain.invitations import Invitation
from bot.domain.people import require_coordinator
from bot.domain.refusals import NotFound
from bot.handlers.communities import sharing
from bot.handlers.communities.buttons import (
    AreaPage,
    AskCloseArea,
    AskMove,
    CloseArea,
    CommunityPage,
    Invitations,
    InviteOfficer,
    Leave,
    MoveSettlement,
    NewArea,
    RenameArea,
    RevokeInvitation,
    Serve,
    ServeSome,
    ServeWhole,
    Settlements,
)
from bot.handlers.communities.coordinator import ask, look, text_of
from bot.handlers.communities.dialogs import NamingArea, NamingInvited, RenamingArea
from bot.handlers.directory.buttons import WantedPage
from bot.handlers.joining.buttons import CouncilPage
from bot.handlers.officers.buttons import OfficerPage, Proposal
from bot.handlers.offices.buttons import AreaOffice
from bot.handlers.paging import back, page_of, turning
from bot.handlers.places import community_at, community_name, settlement_at, settlement_name, settlements_in_order
from bot.register import Settlement
from bot.services import communities, invitations
from bot.services.communities import coordinated_community
from bot.storage import areas, officers, wanted_posts
from bot.storage import invitations as stored_invitations
from bot.storage.areas import Area
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen
from bot.texts import Say


async def area_of(to: Addressee, area_id: AreaId) -> Area:
    area = await areas.coordinated(to.tx, area_id, to.person_id)
    if area is None:
        raise NotFound
    return area


async def ask_area_name(context: Context, button: NewArea) -> None:
    require_coordinator(context.actor)
    await ask(context, NamingArea(button.community), button)


async def draw_new_area(to: Addressee, button: NewArea) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    lines = [community_name(to.say, community_at(to.register, enrolled.code)), to.say("area-ask-name")]
    return Screen(to.say("area-new-title"), lines, buttons=back(to, CommunityPage(enrolled.code)))


async def take_area_name(context: Context, message: PrivateMessage, dialog: NamingArea) -> None:
    area_id = await communities.make_area(context.tx, context.actor, dialog.community, text_of(message))
    await look(context, AreaPage(area_id))


async def ask_new_name(context: Context, button: RenameArea) -> None:
    area = await communities.coordinated_area(context.tx, context.actor, button.area_id)
    await ask(context, RenamingArea(area.id), button)


async def draw_rename(to: Addressee, button: RenameArea) -> Screen:
    area = await area_of(to, button.area_id)
    lines = [to.say("area-now", name=to.say.place(area.name)), to.say("area-ask-name")]
    return Screen(to.say("area-rename-title"), lines, buttons=back(to, AreaPage(area.id)))


async def take_new_name(context: Context, message: PrivateMessage, dialog: RenamingArea) -> None:
    await communities.rename_area(context.tx, context.actor, dialog.area_id, text_of(message))
    await look(context, AreaPage(dialog.area_id))


async def draw_area(to: Addressee, button: AreaPage) -> Screen:
    area = await area_of(to, button.area_id)
    say = to.say
    cards = await officers.public_holding(to.tx, area.id)
    undecided = await stored_invitations.undecided(to.tx, area.id)
    lines = [community_name(say, community_at(to.register, area.community)), served(to, area)]
    if not cards:
        lines.append(say("area-no-officer"))
    lines.append(sharing.line_of(say, area))
    rows: list[list[Label]] = [
        [(say("officer-who", rank=say.rank(card.rank), name=say.person(card.name)), OfficerPage(card.id))]
        for card in cards
    ]
    rows += [
        [(say("wanted-button", name=say.person(each.name)), WantedPage(each.id))]
        for each in await wanted_posts.of_area(to.tx, area.id)
    ]
    rows.append([(say("area-invite-button"), InviteOfficer(area.id)), (say("office-button"), AreaOffice(area.id))])
    if undecided:
        rows.append([(say("area-invitations-button", count=len(undecided)), Invitations(area.id))])
    rename: list[Label] = [(say("area-rename-button"), RenameArea(area.id))]
    if await serves(to, area.id):
        lines.append(say("officer-own-post"))
        rows.append(rename)
    else:
        rows += [
            *places_buttons(to, area),
            [sharing.button_of(say, area)],
            [*rename, (say("area-close-button"), AskCloseArea(area.id))],
        ]
    return Screen(to.say.place(area.name), lines, buttons=[*rows, *back(to, CommunityPage(area.community))])


def places_buttons(to: Addressee, area: Area) -> list[list[Label]]:
    """By which it is changed what an area serves."""
    if area.whole:
        return [[(to.say("area-some-button"), ServeSome(area.id))]]
    return [
        [(to.say("area-settlements-button"), Settlements(area.id, 0))],
        [(to.say("area-whole-button"), ServeWhole(area.id))],
    ]


async def serves(to: Addressee, area_id: AreaId) -> bool:
    """Whether the reader serves this area as an officer: then another coordinator has to change it."""
    own = await officers.of_person(to.tx, to.person_id)
    return own is not None and own.id in await officers.involved(to.tx, area_id)


def served(to: Addressee, area: Area) -> str:
    if area.whole:
        return to.say("area-serves-whole")
    return to.say("area-serves", count=area.settlements) if area.settlements else to.say("area-serves-nothing")


# What an area serves.


async def serve_whole(context: Context, button: ServeWhole) -> None:
    await communities.serve_whole(context.tx, context.actor, button.area_id)
    context.show(AreaPage(button.area_id))


async def serve_some(context: Context, button: ServeSome) -> None:
    await communities.serve_some(context.tx, context.actor, button.area_id)
    context.show(Settlements(button.area_id, 0))


async def draw_settlements(to: Addressee, button: Settlements) -> Screen:
    area = await area_of(to, button.area_id)
    say = to.say
    division = await areas.division(to.tx, area.community)
    names = {each.id: each.name for each in await areas.of_community(to.tx, area.community)}
    places = settlements_in_order(to.register, area.community)
    rows = [
        [settlement_label(to, area.id, division, names, place, button.page)] for place in page_of(places, button.page)
    ]
    rows += turning(
        to, len(places), button.page, Settlements(area.id, button.page - 1), Settlements(area.id, button.page + 1)
    )
    lines = [say.place(area.name), served(to, area), say("area-tick"), say("coordinator-type-name")]
    return Screen(say("area-settlements-title"), lines, buttons=[*rows, *back(to, AreaPage(area.id))])


def settlement_label(
    to: Addressee, area_id: AreaId, division: Division, names: Mapping[AreaId, str], place: Settlement, page: int
) -> Label:
    """A settlement as the list shows it: ticked, free, or with the name of the area that serves it."""
    name = settlement_name(to.say, place)
    serving = division.named.get(place.code)
    if serving is None:
        return name, Serve(area_id, place.code, page)
    if serving == area_id:
        return to.say("area-ticked-button", name=name), Leave(area_id, place.code, page)
    return to.say("area-elsewhere-button", name=name, area=to.say.place(names[serving])), Serve(
        area_id, place.code, page
    )


async def serve(context: Context, button: Serve) -> None:
    """Tick a settlement, or ask first where another area serves it by name."""
    area = await communities.coordinated_area(context.tx, context.actor, button.area_id)
    division = await areas.division(context.tx, area.community)
    if division.is_named_by_another(area.id, button.settlement):
        context.show(AskMove(area.id, button.settlement, button.page))
    else:
        await move(context, MoveSettlement(area.id, button.settlement, button.page))


async def draw_ask_move(to: Addressee, button: AskMove) -> Screen:
    area = await area_of(to, button.area_id)
    place = settlement_at(to.register, button.settlement)
    division = await areas.division(to.tx, area.community)
    other = await areas.by_id(to.tx, division.named.get(place.code, area.id))
    if other is None:
        raise NotFound
    say = to.say
    rows: list[list[Label]] = [
        [(say("area-move-button"), MoveSettlement(area.id, place.code, button.page))],
        *back(to, Settlements(area.id, button.page)),
    ]
    lines = [
        settlement_name(say, place),
        say("area-move-from", area=say.place(other.name)),
        say("area-move-to", area=say.place(area.name)),
    ]
    return Screen(say("area-move-title"), lines, buttons=rows)


async def move(context: Context, button: MoveSettlement) -> None:
    register = context.tools.register
    await communities.serve(context.tx, context.actor, register, button.area_id, button.settlement)
    context.show(Settlements(button.area_id, button.page))


async def leave(context: Context, button: Leave) -> None:
    register = context.tools.register
    await communities.leave(context.tx, context.actor, register, button.area_id, button.settlement)
    context.show(Settlements(button.area_id, button.page))


# Closing it.


async def draw_ask_close(to: Addressee, button: AskCloseArea) -> Screen:
    area = await area_of(to, button.area_id)
    if await serves(to, area.id):
        raise NotFound
    say = to.say
    rows: list[list[Label]] = [[(say("area-close-yes-button"), CloseArea(area.id))], *back(to, AreaPage(area.id))]
    lines = [say.place(area.name), say("area-officers", count=area.officers), say("area-closing-means")]
    return Screen(say("area-close-title"), lines, buttons=rows)


async def close_area(context: Context, button: CloseArea) -> None:
    community = await communities.close_area(context.tx, context.actor, button.area_id)
    context.answer(context.say("area-closed"))
    context.show(CommunityPage(community))


# Invitations.


async def ask_whom(context: Context, button: InviteOfficer) -> None:
    """Whom to invite; where no more may be, the invitations that can be taken back."""
    area = await communities.coordinated_area(context.tx, context.actor, button.area_id)
    if await invitations.is_full(context.tx, area.id):
        await look(context, Invitations(area.id))
    else:
        await ask(context, NamingInvited(area.id), button)


async def draw_ask_whom(to: Addressee, button: InviteOfficer) -> Screen:
    area = await area_of(to, button.area_id)
    lines = [to.say.place(area.name), to.say("invitation-ask-name"), to.say("invitation-ask-name-why")]
    return Screen(to.say("invitation-ask-name-title"), lines, buttons=back(to, AreaPage(area.id)))


async def take_invited(context: Context, message: PrivateMessage, dialog: NamingInvited) -> None:
    """The link comes as a message of its own, to be sent on."""
    await invitations.invite_officer(context.tx, context.actor, dialog.area_id, text_of(message))
    await look(context, AreaPage(dialog.area_id))


async def draw_invitations(to: Addressee, button: Invitations) -> Screen:
    area = await area_of(to, button.area_id)
    say = to.say
    undecided = await stored_invitations.undecided(to.tx, area.id)
    lines = [say.place(area.name), say("invitations-open") if undecided else say("invitations-none")]
    if await invitations.is_full(to.tx, area.id):
        lines.append(say("invitation-too-many", limit=to.tx.policy.invitations.open_per_area))
    body = [
        say("invitation-line", name=invited_name(say, each), time=say.datetime(each.expires_at)) for each in undecided
    ]
    rows = [[invitation_label(say, each)] for each in undecided]
    return Screen(say("invitations-title"), lines, Rich("\n".join(body)), [*rows, *back(to, AreaPage(area.id))])


def invitation_label(say: Say, invitation: Invitation) -> Label:
    """One that a person has proposed by is looked at, any other can only be taken back."""
    if invitation.proposed_by is not None:
        return say("invitation-proposal-button", name=invited_name(say, invitation)), Proposal(invitation.id)
    return say("invitation-revoke-button", name=invited_name(say, invitation)), RevokeInvitation(invitation.id)


def invited_name(say: Say, invitation: Invitation) -> str:
    return invitation.name or say("invitation-unnamed")


async def revoke(context: Context, button: RevokeInvitation) -> None:
    invitation = await invitations.revoke(context.tx, context.actor, button.invitation_id)
    context.answer(context.say("invitation-revoked"))
    if invitation.area_id is not None:
        context.show(Invitations(invitation.area_id))
    elif invitation.community is not None:
        context.show(CouncilPage(invitation.community))
