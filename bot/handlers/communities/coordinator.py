"""What a coordinator does with communities: finds them, lets them take part, looks at one."""

from collections.abc import Sequence

from bot.domain.communities import Enrolment
from bot.domain.dialogs import Dialog
from bot.domain.local_facts import WritingFact
from bot.domain.people import Scope, require_coordinator
from bot.domain.refusals import TextExpected
from bot.handlers.boards.buttons import Boards
from bot.handlers.cases.buttons import HoldList, PauseList
from bot.handlers.communities import checking, marks
from bot.handlers.communities.buttons import (
    AddCommunity,
    AreaPage,
    CommunityList,
    CommunityPage,
    CoordinatorHome,
    FindCommunity,
    FoundCommunities,
    LocalFacts,
    NewArea,
    Settlements,
    WithoutOfficers,
)
from bot.handlers.communities.dialogs import (
    FindingInArea,
    FindingListed,
    FindingToAdd,
    NamingArea,
    NamingInvited,
    RenamingArea,
)
from bot.handlers.community_chats.buttons import CommunityChats
from bot.handlers.directory.buttons import DirectoryHome
from bot.handlers.joining.buttons import Funnel, JoiningPage
from bot.handlers.meetings.buttons import MeetingList
from bot.handlers.notices.buttons import NoticesHome, Side
from bot.handlers.officers.buttons import Proposals
from bot.handlers.paging import PAGE, back, page_of, turning
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name, community_where
from bot.handlers.queue.buttons import Overdue, Queue
from bot.handlers.ready_texts.buttons import ReadyTexts
from bot.handlers.staff.buttons import StaffList
from bot.register import CommunityCode, ukrainian_key
from bot.services import area_checks, communities, ready_texts
from bot.services.cases import holds, pauses
from bot.services.communities import coordinated_community, coordinator_parts
from bot.services.proposals import AT_ONCE
from bot.storage import areas, deadlines, dialogs
from bot.storage import communities as stored_communities
from bot.storage import invitations as stored_invitations
from bot.storage import queue as waiting
from bot.storage.areas import Area
from bot.storage.communities import Community
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def home(context: Context) -> None:
    """The label of the menu."""
    await look(context, CoordinatorHome())


OPEN_QUESTIONS = (FindingListed, FindingInArea, FindingToAdd, NamingArea, RenamingArea, NamingInvited, WritingFact)


async def look(context: Context, button: Button) -> None:
    """Show a screen; an open question is dropped. Where it lists places, what is typed next is looked for among these.

    The screen itself checks the right to the place.
    """
    require_coordinator(context.actor)
    dialog, search = context.actor.dialog, search_on(button)
    if search is not None and (dialog is None or isinstance(dialog, OPEN_QUESTIONS)):
        await dialogs.begin(context.tx, context.actor, search)
    else:
        await dialogs.leave(context.tx, context.actor, OPEN_QUESTIONS)
    context.show(button)


async def look_without_officers(context: Context, button: WithoutOfficers) -> None:
    require_coordinator(context.actor)
    context.show(button, as_new=button.beside)


def search_on(button: Button) -> Dialog | None:
    """What a screen of places lets be looked for by typing."""
    match button:
        case CoordinatorHome() | CommunityList() | CommunityPage():
            return FindingListed()
        case AreaPage(area_id) | Settlements(area_id):
            return FindingInArea(area_id)
        case _:
            return None


async def ask(context: Context, dialog: Dialog, button: Button) -> None:
    """Show a screen that asks for text; the next message is for it."""
    await dialogs.begin(context.tx, context.actor, dialog)
    context.show(button)


def text_of(message: PrivateMessage) -> str:
    """Raises TextExpected."""
    if not message.text:
        raise TextExpected
    return message.text


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
    count = len(await stored_communities.all_coordinated(to.tx, to.person_id))
    queued = await waiting.length(to.tx, to.person_id, None)
    overdue = await deadlines.count_overdue(to.tx, to.person_id)
    paused = await pauses.count_coordinated(to.tx, to.person_id)
    held = await holds.count_coordinated(to.tx, to.person_id)
    rows: list[list[Label]] = [
        [(say("coordinator-queue-button", count=queued), Queue("", 0))],
        [(say("overdue-count-button", count=overdue), Overdue(0))],
        [(say("coordinator-pauses-button", count=paused), PauseList(0))],
        [(say("coordinator-holds-button", count=held), HoldList(0))],
        [(say("coordinator-communities-button", count=count), CommunityList(0))],
        [(say("notices-menu-button"), NoticesHome(Side.COORDINATOR))],
        [(say("coordinator-add-button"), FindCommunity())],
        [(say("funnel-button"), Funnel())],
        [(say("meetings-button"), MeetingList(0))],
        [(say("directory-button"), DirectoryHome())],
        [(say("staff-button"), StaffList(0))],
    ]
    if await ready_texts.writes_any(to.tx, to.person_id):
        rows.append([(say("ready-all-button"), ReadyTexts(0))])
    if proposed := len(await stored_invitations.waiting_for(to.tx, to.person_id, AT_ONCE)):
        rows.insert(0, [(say("coordinator-proposals-button", count=proposed), Proposals())])
    return Screen(say("coordinator-title"), lines, buttons=[*rows, *back(to, Menu())])


async def draw_list(to: Addressee, button: CommunityList) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    taking_part = [each.code for each in await stored_communities.all_coordinated(to.tx, to.person_id)]
    rows = pages_of(to, taking_part, button.page)
    rows += turning(to, len(taking_part), button.page, CommunityList(button.page - 1), CommunityList(button.page + 1))
    rows.append([(to.say("coordinator-add-button"), FindCommunity())])
    lines = [to.say("coordinator-type-name" if taking_part else "coordinator-no-communities")]
    return Screen(to.say("coordinator-communities-title"), lines, buttons=[*rows, *back(to, CoordinatorHome())])


def pages_of(to: Addressee, codes: Sequence[CommunityCode], page: int) -> list[list[Label]]:
    """A page of these communities, by their names; each leads to its own page."""
    communities = sorted((to.register.community(code) for code in codes), key=lambda each: ukrainian_key(each.name))
    return [[(community_name(to.say, each), CommunityPage(each.code))] for each in page_of(communities, page)]


async def draw_without_officers(to: Addressee, button: WithoutOfficers) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    codes = await stored_communities.without_officers(to.tx, to.person_id)
    rows = pages_of(to, codes, button.page)
    rows += turning(to, len(codes), button.page, WithoutOfficers(button.page - 1), WithoutOfficers(button.page + 1))
    lines = [to.say("without-officers-explained" if codes else "without-officers-none")]
    return Screen(to.say("without-officers-title"), lines, buttons=[*rows, *back(to, CoordinatorHome())])


# Letting one take part.


async def find(context: Context, button: FindCommunity) -> None:
    require_coordinator(context.actor)
    await ask(context, FindingToAdd(), button)


async def draw_find(to: Addressee, button: FindCommunity) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    lines = [to.say("coordinator-find")]
    return Screen(to.say("coordinator-find-title"), lines, buttons=back(to, CoordinatorHome()))


async def take_query(context: Context, message: PrivateMessage, dialog: FindingToAdd) -> None:
    text = text_of(message)
    require_coordinator(context.actor)
    await ask(context, FindingToAdd(text), FoundCommunities())


async def draw_found(to: Addressee, button: FoundCommunities) -> Screen:
    """What fits within the coordinator's scope; a community anywhere else is not shown."""
    parts = await coordinator_parts(to.tx, to.person_id)
    scope = {part.code for part in parts}
    own = None
    if not any(part.scope is Scope.COUNTRY for part in parts):
        own = {each.code for each in to.register.communities if each.oblast.code in scope}
    asked = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingToAdd, to.thread_id) or FindingToAdd()
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


async def add(context: Context, button: AddCommunity) -> None:
    community = community_at(context.tools.register, button.community)
    await communities.add(context.tx, context.actor, community)
    await look(context, CommunityPage(community.code))


# One community.


def may_write_key(community: Community, divided: Sequence[Area]) -> str:
    """The text that says whether residents may write, and who reads them."""
    if community.enrolment is Enrolment.ACTIVE and not any(area.officers for area in divided):
        return "coordinator-enrolment-unserved"
    match community.enrolment:
        case Enrolment.ACTIVE | Enrolment.PAUSED | Enrolment.ENDED:
            return f"coordinator-enrolment-{community.enrolment}"
        case _:
            return "coordinator-enrolment-none"


async def draw_community(to: Addressee, button: CommunityPage) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    community, say = community_at(to.register, enrolled.code), to.say
    divided = await areas.of_community(to.tx, enrolled.code)
    queued = await waiting.length(to.tx, to.person_id, enrolled.code)
    lines = [community_where(say, community), *marks.lines_of(to, enrolled)]
    if not enrolled.occupied:
        lines.append(say(may_write_key(enrolled, divided)))
    faults = await area_checks.of_community(to.tx, to.register, enrolled.code) if divided else []
    if not divided:
        lines.append(say("coordinator-no-areas"))
    rows: list[list[Label]] = [
        [(say("coordinator-area-button", name=say.place(area.name), count=area.officers), AreaPage(area.id))]
        for area in divided
    ]
    rows += [
        *checking.buttons_of(say, enrolled.code, faults),
        [(say("coordinator-new-area-button"), NewArea(enrolled.code))],
        [(say("coordinator-queue-button", count=queued), Queue(enrolled.code, 0))],
        [(say("chats-button"), CommunityChats(enrolled.code))],
        [(say("boards-button"), Boards(enrolled.code))],
        [(say("joining-button"), JoiningPage(enrolled.code))],
        [(say("local-facts-title"), LocalFacts(enrolled.code))],
        *marks.buttons_of(to, enrolled),
        *back(to, CommunityList(0)),
    ]
    return Screen(community_name(say, community), lines, buttons=rows)
