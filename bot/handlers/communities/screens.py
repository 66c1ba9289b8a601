"""Screens of communities and their service areas, for their coordinator."""

from collections.abc import Mapping

from bot.domain.communities import Division
from bot.domain.ids import AreaId
from bot.domain.people import Scope
from bot.domain.refusals import NotFound
from bot.handlers.communities.buttons import (
    AddCommunity,
    AreaPage,
    AskCloseArea,
    AskMove,
    CloseArea,
    CommunityList,
    CommunityPage,
    CoordinatorHome,
    FindCommunity,
    FoundCommunities,
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
from bot.handlers.communities.dialogs import FindingToAdd
from bot.handlers.community_chats.buttons import CommunityChats
from bot.handlers.notices.buttons import NoticesHome, Side
from bot.handlers.officers.buttons import OfficerPage
from bot.handlers.paging import PAGE, back, page_of, turning
from bot.handlers.people.buttons import Menu
from bot.handlers.places import (
    community_at,
    community_name,
    community_where,
    settlement_at,
    settlement_name,
    settlements_in_order,
)
from bot.handlers.queue.buttons import Queue
from bot.register import Settlement, ukrainian_key
from bot.services.communities import coordinated_community, coordinator_parts
from bot.storage import areas, communities, dialogs, invitations, officers
from bot.storage import queue as waiting
from bot.storage.areas import Area
from bot.telegram.rendering import Addressee
from bot.telegram.rich import Rich
from bot.telegram.screens import Label, Screen


async def area_of(to: Addressee, area_id: AreaId) -> Area:
    area = await areas.coordinated(to.tx, area_id, to.person_id)
    if area is None:
        raise NotFound
    return area


# Communities.


async def draw_home(to: Addressee, button: CoordinatorHome) -> Screen:
    parts = await coordinator_parts(to.tx, to.person_id)
    say = to.say
    oblasts: dict[str | None, str] = {each.code: say.place(each.name) for each in to.register.oblasts}
    lines = [
        say("coordinator-country")
        if part.scope is Scope.COUNTRY
        else say("coordinator-oblast", oblast=oblasts.get(part.code, ""))
        for part in parts
    ]
    count = len(await communities.all_coordinated(to.tx, to.person_id))
    queued = await waiting.length(to.tx, to.person_id, None)
    rows: list[list[Label]] = [
        [(say("coordinator-queue-button", count=queued), Queue("", 0))],
        [(say("coordinator-communities-button", count=count), CommunityList(0))],
        [(say("notices-menu-button"), NoticesHome(Side.COORDINATOR))],
        [(say("coordinator-add-button"), FindCommunity())],
    ]
    return Screen(say("coordinator-title"), lines, buttons=[*rows, *back(to, Menu())])


async def draw_list(to: Addressee, button: CommunityList) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    taking_part = [to.register.community(each.code) for each in await communities.all_coordinated(to.tx, to.person_id)]
    taking_part.sort(key=lambda each: ukrainian_key(each.name))
    rows: list[list[Label]] = [
        [(community_name(to.say, each), CommunityPage(each.code))] for each in page_of(taking_part, button.page)
    ]
    rows += turning(to, len(taking_part), button.page, CommunityList(button.page - 1), CommunityList(button.page + 1))
    rows.append([(to.say("coordinator-add-button"), FindCommunity())])
    lines = [] if taking_part else [to.say("coordinator-no-communities")]
    return Screen(to.say("coordinator-communities-title"), lines, buttons=[*rows, *back(to, CoordinatorHome())])


async def draw_find(to: Addressee, button: FindCommunity) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    lines = [to.say("coordinator-find")]
    return Screen(to.say("coordinator-find-title"), lines, buttons=back(to, CoordinatorHome()))


async def draw_found(to: Addressee, button: FoundCommunities) -> Screen:
    """What fits within the coordinator's scope; a community anywhere else is not shown."""
    parts = await coordinator_parts(to.tx, to.person_id)
    scope = {part.code for part in parts}
    own = None
    if not any(part.scope is Scope.COUNTRY for part in parts):
        own = {each.code for each in to.register.communities if each.oblast.code in scope}
    asked = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingToAdd) or FindingToAdd()
    found = [each.community for each in to.search.find(asked.query, within=own)]
    say = to.say
    rows: list[list[Label]] = [
        [
            (
                say("coordinator-found-button", name=say.place(each.name), raion=say.place(each.raion.name)),
                AddCommunity(each.code),
            )
        ]
        for each in found[:PAGE]
    ]
    lines = [say("coordinator-found") if rows else say("coordinator-found-nothing")]
    if len(found) > PAGE:
        lines.append(say("coordinator-found-more"))
    return Screen(say("coordinator-find-title"), lines, buttons=[*rows, *back(to, CoordinatorHome())])


async def draw_community(to: Addressee, button: CommunityPage) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    community, say = community_at(to.register, enrolled.code), to.say
    divided = await areas.of_community(to.tx, enrolled.code)
    queued = await waiting.length(to.tx, to.person_id, enrolled.code)
    lines = [community_where(say, community), say(f"coordinator-enrolment-{enrolled.enrolment}")]
    if not divided:
        lines.append(say("coordinator-no-areas"))
    rows: list[list[Label]] = [
        [(say("coordinator-area-button", name=area.name, count=area.officers), AreaPage(area.id))] for area in divided
    ]
    rows += [
        [(say("coordinator-new-area-button"), NewArea(enrolled.code))],
        [(say("coordinator-queue-button", count=queued), Queue(enrolled.code, 0))],
        [(say("chats-button"), CommunityChats(enrolled.code))],
        *back(to, CommunityList(0)),
    ]
    return Screen(community_name(say, community), lines, buttons=rows)


# Areas.


async def draw_new_area(to: Addressee, button: NewArea) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    lines = [community_name(to.say, community_at(to.register, enrolled.code)), to.say("area-ask-name")]
    return Screen(to.say("area-new-title"), lines, buttons=back(to, CommunityPage(enrolled.code)))


async def draw_rename(to: Addressee, button: RenameArea) -> Screen:
    area = await area_of(to, button.area_id)
    lines = [to.say("area-now", name=area.name), to.say("area-ask-name")]
    return Screen(to.say("area-rename-title"), lines, buttons=back(to, AreaPage(area.id)))


async def draw_area(to: Addressee, button: AreaPage) -> Screen:
    area = await area_of(to, button.area_id)
    say = to.say
    cards = await officers.public_of_area(to.tx, area.id)
    pending = await invitations.pending(to.tx, area.id)
    lines = [community_name(say, community_at(to.register, area.community)), served(to, area)]
    if not cards:
        lines.append(say("area-no-officer"))
    rows: list[list[Label]] = [
        [(say("officer-who", rank=say.rank(card.rank), name=card.name), OfficerPage(card.id))] for card in cards
    ]
    rows.append([(say("area-invite-button"), InviteOfficer(area.id))])
    if pending:
        rows.append([(say("area-invitations-button", count=len(pending)), Invitations(area.id))])
    if area.whole:
        rows.append([(say("area-some-button"), ServeSome(area.id))])
    else:
        rows.append([(say("area-settlements-button"), Settlements(area.id, 0))])
        rows.append([(say("area-whole-button"), ServeWhole(area.id))])
    rows.append([(say("area-rename-button"), RenameArea(area.id)), (say("area-close-button"), AskCloseArea(area.id))])
    return Screen(area.name, lines, buttons=[*rows, *back(to, CommunityPage(area.community))])


def served(to: Addressee, area: Area) -> str:
    if area.whole:
        return to.say("area-serves-whole")
    return to.say("area-serves", count=area.settlements) if area.settlements else to.say("area-serves-nothing")


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
    lines = [area.name, served(to, area), say("area-tick")]
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
    return to.say("area-elsewhere-button", name=name, area=names[serving]), Serve(area_id, place.code, page)


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
    lines = [settlement_name(say, place), say("area-move-from", area=other.name), say("area-move-to", area=area.name)]
    return Screen(say("area-move-title"), lines, buttons=rows)


async def draw_ask_close(to: Addressee, button: AskCloseArea) -> Screen:
    area = await area_of(to, button.area_id)
    say = to.say
    rows: list[list[Label]] = [[(say("area-close-yes-button"), CloseArea(area.id))], *back(to, AreaPage(area.id))]
    lines = [area.name, say("area-officers", count=area.officers), say("area-closing-means")]
    return Screen(say("area-close-title"), lines, buttons=rows)


async def draw_invitations(to: Addressee, button: Invitations) -> Screen:
    area = await area_of(to, button.area_id)
    say = to.say
    pending = await invitations.pending(to.tx, area.id)
    lines = [area.name, say("invitations-pending") if pending else say("invitations-none")]
    rows: list[list[Label]] = [
        [(say("invitation-revoke-button", time=say.datetime(each.expires_at)), RevokeInvitation(each.id))]
        for each in pending
    ]
    return Screen(say("invitations-title"), lines, Rich(""), [*rows, *back(to, AreaPage(area.id))])
