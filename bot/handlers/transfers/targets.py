"""To whom a case is given: a colleague, or an area or the queue of another community, which can be found by typing."""

from collections.abc import Sequence

from bot.domain.cases import Case
from bot.domain.refusals import NotFound
from bot.domain.transfers import FindingPlace, ToQueue
from bot.handlers.cases.buttons import DeskCase
from bot.handlers.paging import PAGE, back, last_page, page_of, turning
from bot.handlers.places import community_at, community_name
from bot.handlers.transfers import buttons
from bot.handlers.transfers.transfer import ask_area_word, ask_word, word_screen
from bot.handlers.unclaimed import worded
from bot.register import Community, CommunityCode, ukrainian_key
from bot.services import transfers
from bot.services.cases import access
from bot.storage import areas, dialogs
from bot.storage.transfers import Colleague
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def choose(context: Context, button: buttons.Transfer) -> None:
    await transfers.transferable(context.tx, context.actor, button.case_id)
    await dialogs.leave(context.tx, context.actor, FindingPlace)
    context.show(button)


async def draw_colleagues(to: Addressee, button: buttons.Transfer) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    found = await transfers.colleagues(to.tx, to.person_id, case)
    page = last_page(found, button.page)
    rows: list[list[Label]] = [
        [(colleague_label(to, case, each), buttons.TransferToOfficer(case.id, each.officer_id))]
        for each in page_of(found, page)
    ]
    rows += turning(to, len(found), page, buttons.Transfer(case.id, page - 1), buttons.Transfer(case.id, page + 1))
    if case.area_id is not None and await transfers.may_be_shared(to.tx, to.person_id, case):
        rows.append([(to.say("transfer-share-button"), buttons.TransferToArea(case.id, case.area_id))])
    if await transfers.neighbours(to.tx, case):
        rows.append([(to.say("transfer-places-button"), buttons.TransferPlaces(case.id, 0))])
    lines = [to.say(worded(case, "transfer-whom") if rows else "transfer-nobody")]
    return Screen(case.number or "", lines, buttons=[*rows, *back(to, DeskCase(case.id))])


def colleague_label(to: Addressee, case: Case, colleague: Colleague) -> str:
    """An officer of another area with the name of that."""
    who = to.say("officer-who", rank=to.say.rank(colleague.rank), name=to.say.person(colleague.name))
    return who if colleague.area_id == case.area_id else f"{who} · {to.say.place(colleague.area)}"


# Another community.


async def choose_place(context: Context, button: buttons.TransferPlaces) -> None:
    """What is typed next is looked for among the communities of the screen."""
    await transfers.transferable(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, FindingPlace(button.case_id))
    context.show(button)


async def draw_places(to: Addressee, button: buttons.TransferPlaces) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    found = [community_at(to.register, code) for code in await transfers.neighbours(to.tx, case)]
    page = last_page(found, button.page)
    rows = place_rows(to, case, page_of(sorted(found, key=lambda each: ukrainian_key(each.name)), page))
    rows += turning(
        to, len(found), page, buttons.TransferPlaces(case.id, page - 1), buttons.TransferPlaces(case.id, page + 1)
    )
    lines = [to.say("transfer-where" if found else "transfer-nowhere")]
    return Screen(case.number or "", lines, buttons=[*rows, *back(to, buttons.Transfer(case.id))])


def place_rows(to: Addressee, case: Case, found: Sequence[Community]) -> list[list[Label]]:
    return [[(community_name(to.say, each), buttons.TransferToCommunity(case.id, each.code))] for each in found]


async def find_place(context: Context, message: PrivateMessage, dialog: FindingPlace) -> None:
    """One that fits is chosen, several are listed. Raises what `transferable` raises."""
    case, _ = await transfers.transferable(context.tx, context.actor, dialog.case_id)
    neighbours = await transfers.neighbours(context.tx, case)
    found = [each.community for each in context.tools.search.find(message.text, within={*neighbours})]
    if len(found) == 1:
        await choose_area(context, buttons.TransferToCommunity(case.id, found[0].code))
        return
    await dialogs.begin(context.tx, context.actor, FindingPlace(case.id, message.text))
    context.show(buttons.FoundPlaces(case.id))


async def draw_found(to: Addressee, button: buttons.FoundPlaces) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    asked = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingPlace, to.thread_id) or FindingPlace(case.id)
    hits = to.search.find(asked.query, within={*await transfers.neighbours(to.tx, case)})
    found = [each.community for each in hits]
    lines = [to.say("coordinator-listed" if found else "transfer-no-such-place")]
    if len(found) > PAGE:
        lines.append(to.say("coordinator-found-more"))
    rows = place_rows(to, case, found[:PAGE])
    return Screen(case.number or "", lines, buttons=[*rows, *back(to, buttons.TransferPlaces(case.id, 0))])


async def choose_area(context: Context, button: buttons.TransferToCommunity) -> None:
    """Of a community with one area, that; of one with none, its coordinators."""
    case, _ = await transfers.transferable(context.tx, context.actor, button.case_id)
    community = CommunityCode(button.community)
    if community not in await transfers.neighbours(context.tx, case):
        raise NotFound
    found = await areas.of_community(context.tx, community)
    if not found:
        await ask_word(context, button, ToQueue(community))
    elif len(found) == 1:
        await ask_area_word(context, buttons.TransferToArea(case.id, found[0].id))
    else:
        await dialogs.leave(context.tx, context.actor, FindingPlace)
        context.show(button)


async def draw_areas(to: Addressee, button: buttons.TransferToCommunity) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    community = community_at(to.register, button.community)
    found = await areas.of_community(to.tx, community.code)
    if not found:
        name = to.say("transfer-to-coordinators", place=community_name(to.say, community))
        return word_screen(to, case, name)
    page = last_page(found, button.page)
    rows: list[list[Label]] = [
        [(to.say.place(each.name), buttons.TransferToArea(case.id, each.id))] for each in page_of(found, page)
    ]
    rows += turning(
        to,
        len(found),
        page,
        buttons.TransferToCommunity(case.id, community.code, page - 1),
        buttons.TransferToCommunity(case.id, community.code, page + 1),
    )
    lines = [community_name(to.say, community), to.say("transfer-which-area")]
    return Screen(case.number or "", lines, buttons=[*rows, *back(to, buttons.TransferPlaces(case.id, 0))])
