"""How a resident says where they live: types a name, and picks from what was found.

A settlement whose name was typed is where they live. Where it is not known, a community with several areas needs it
before anything else, since their officers differ; elsewhere it is asked for once, below what was chosen, and nothing
waits for the answer. It can be changed in the settings.

One exact hit, or one hit at all, is asked about; several are listed with all that tells them apart, so that to pick one
is answer enough. What was typed is in the dialog, so
that the list can be paged. A person who has not agreed yet may look up a place's officers: the place is
remembered, not stored.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.domain.case_letters import DraftShown
from bot.domain.communities import Standing
from bot.domain.emergencies import emergency_in
from bot.domain.people import Actor
from bot.domain.residents import FindingCommunity, FindingSettlement, Place, known_place
from bot.handlers import hotlines
from bot.handlers.people.buttons import Menu
from bot.handlers.places import (
    codes,
    community_at,
    community_name,
    community_where,
    looks_like_a_name,
    named,
    place_at,
    place_lines,
    settlement_name,
    settlements_in_order,
)
from bot.handlers.residents.buttons import (
    AskCommunity,
    AskSettlement,
    Candidate,
    CommunityChosen,
    FindCommunity,
    LiveIn,
    LiveSomewhere,
    MyOfficer,
    NameSettlement,
    Results,
    SendPlace,
    StopSearching,
    home,
)
from bot.handlers.residents.place_search import PER_PAGE, Match, exact, fitting, in_order
from bot.register import CommunityCode, Register
from bot.services import residents
from bot.storage import dialogs
from bot.storage import people as stored_people
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

# Nothing follows it, nobody calls out, and it is not «у селі пожежа».
NAME_ALONE = re.compile(r"(?![ву] )[\w .'’ʼ`-]+", re.IGNORECASE)


# The name of a community.


async def draw_find(to: Addressee, button: FindCommunity) -> Screen:
    buttons: list[list[Label]] = [[(to.say("find-community-button"), FindCommunity())], leave(to)]
    return Screen(to.say("find-community-title"), [to.say("find-community")], buttons=buttons)


async def find(context: Context, button: FindCommunity) -> None:
    await ask(context, context.actor)


async def ask(context: Context, actor: Actor) -> None:
    """The next message is a name."""
    await residents.find_community(context.tx, actor)
    context.show(AskCommunity())


async def draw_ask(to: Addressee, button: AskCommunity) -> Screen:
    by_place: list[list[Label]] = [[(to.say("send-place-button"), SendPlace())]] if to.borders.polygons else []
    return Screen(to.say("ask-community-title"), [to.say("ask-community")], buttons=[*by_place, leave(to)])


def leave(to: Addressee) -> list[Label]:
    return [(to.say("back-button"), StopSearching())]


async def stop_searching(context: Context, button: StopSearching) -> None:
    await residents.stop_searching(context.tx, context.actor)
    context.show(home(context.actor))


def may_be_a_name(context: Context, message: PrivateMessage) -> bool:
    """Whether this could name a place at all. A call for help is none, unless all of it is a place's name."""
    text = message.text.strip()
    if not looks_like_a_name(text):
        return False
    if emergency_in(text) is None:
        return True
    return NAME_ALONE.fullmatch(text) is not None and bool(exact(context.tools.search, text))


def one_line(message: PrivateMessage) -> str:
    return " ".join(message.text.split())


async def take_community(context: Context, message: PrivateMessage, dialog: FindingCommunity) -> None:
    typed, search = one_line(message), context.tools.search
    hits = fitting(search, typed)
    await residents.find_community(context.tx, context.actor, typed)
    if len(hits) == 1 and search.outside(typed) is None:
        only = Match.of(hits[0])
        context.show(Candidate(only.community.code, only.settlement_code))
    else:
        context.show(Results(0))


async def draw_results(to: Addressee, button: Results) -> Screen:
    """What was found for the text in the open dialog; the question again when there is none any more."""
    search = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingCommunity, to.thread_id)
    if search is None or search.query is None:
        return await draw_ask(to, AskCommunity())
    typed, place = search.query, known_place(await stored_people.known(to.tx, to.person_id))
    lives_in = community_at(to.register, place.community) if place is not None else None
    if to.search.outside(typed) is not None:
        return draw_outside(to, await in_order(to.tx, exact(to.search, typed), lives_in), button.page)
    hits = await in_order(to.tx, fitting(to.search, typed), lives_in)
    if not hits:
        return Screen(to.say("nothing-found-title"), [to.say("nothing-found")], buttons=[leave(to)])
    lines = [*match_lines(to, hits, button.page), to.say("results-choose")]
    return Screen(to.say("results-title"), lines, buttons=[*match_buttons(to, hits, button.page), leave(to)])


def draw_outside(to: Addressee, namesakes: list[Match], page: int) -> Screen:
    """The bot does not work there; a village may have the same name."""
    say = to.say
    lines = [say("outside"), "", *hotlines.urgent(say, to.tx.policy.hotlines)]
    if not namesakes:
        return Screen(say("outside-title"), lines, buttons=[leave(to)])
    lines += ["", say("outside-namesakes"), *match_lines(to, namesakes, page)]
    return Screen(say("outside-title"), lines, buttons=[*match_buttons(to, namesakes, page), leave(to)])


def page_of(hits: list[Match], page: int) -> list[tuple[int, Match]]:
    """The hits of a page with their numbers, which go on from page to page."""
    start = max(page, 0) * PER_PAGE
    return list(enumerate(hits[start : start + PER_PAGE], start + 1))


def match_lines(to: Addressee, hits: list[Match], page: int) -> list[str]:
    """Each hit in full, with raion and oblast: many places share a name."""
    say, lines = to.say, []
    for number, hit in page_of(hits, page):
        name = community_name(say, hit.community)
        if hit.settlement is not None:
            name = f"{settlement_name(say, hit.settlement)}, {name}"
        lines.append(say("result", number=number, name=name, where=community_where(say, hit.community)))
    return lines


def match_buttons(to: Addressee, hits: list[Match], page: int) -> list[list[Label]]:
    say = to.say
    rows: list[list[Label]] = []
    for number, hit in page_of(hits, page):
        name, oblast = say.place(hit.community.name), say.place(hit.community.oblast.name)
        label = say("result-button", number=number, name=name, oblast=oblast)
        rows.append([(label, LiveIn(hit.community.code, hit.settlement_code))])
    rows += turns(to, page, len(hits), Results)
    return [*rows, [(say("none-of-these-button"), FindCommunity())]]


def turns(to: Addressee, page: int, count: int, leaf: Callable[[int], Button]) -> list[list[Label]]:
    """The row that turns the pages of a list; none where there is one page."""
    row: list[Label] = []
    if page > 0:
        row.append((to.say("previous-page-button"), leaf(page - 1)))
    if (page + 1) * PER_PAGE < count:
        row.append((to.say("next-button"), leaf(page + 1)))
    return [row] if row else []


async def draw_candidate(to: Addressee, button: Candidate) -> Screen:
    place = place_at(to.register, button.community, button.settlement)
    rows: list[list[Label]] = [[(to.say("my-community-button"), LiveIn(button.community, button.settlement))]]
    if place.settlement is not None and has_several_settlements(to.register, place.community):
        rows.append([(to.say("other-settlement-button"), ask_from_first_page(place.community))])
    rows += [[(to.say("another-community-button"), FindCommunity())], leave(to)]
    return Screen(to.say("candidate-title"), place_lines(to.say, to.register, place), buttons=rows)


# The settlement.


async def live_in(context: Context, button: LiveIn) -> None:
    place = place_at(context.tools.register, button.community, button.settlement)
    await enter(context, context.actor, place)


async def enter(context: Context, actor: Actor, place: Place) -> None:
    """A community was chosen: ask for the settlement where its officers depend on it, else live there."""
    if place.settlement is None and not has_several_settlements(context.tools.register, place.community):
        place = Place(place.community, context.tools.register.community(place.community).settlements[0].code)
    joined = await residents.standing(context.tx, place.community) is Standing.JOINED
    if joined and place.settlement is None and await residents.has_several_areas(context.tx, place.community):
        await ask_settlement(context, actor, place.community)
    else:
        await settle(context, actor, place, asks=joined and place.settlement is None)


def has_several_settlements(register: Register, community: CommunityCode) -> bool:
    return len(register.community(community).settlements) > 1


def ask_from_first_page(community: CommunityCode) -> AskSettlement:
    return AskSettlement(community, page=0, missed=False)


async def ask_settlement(context: Context, actor: Actor, community: CommunityCode) -> None:
    await residents.find_settlement(context.tx, actor, community)
    context.show(ask_from_first_page(community))


async def change_settlement(context: Context, button: AskSettlement) -> None:
    """Another page of the list, or the list again; the name may be typed as well."""
    place = place_at(context.tools.register, button.community, "")
    await residents.find_settlement(context.tx, context.actor, place.community)
    context.show(button)


async def draw_settlements(to: Addressee, button: AskSettlement) -> Screen:
    say, community = to.say, community_at(to.register, button.community)
    settlements = settlements_in_order(to.register, community.code)
    start = max(button.page, 0) * PER_PAGE
    rows: list[list[Label]] = [
        [(settlement_name(say, each), LiveIn(community.code, each.code))]
        for each in settlements[start : start + PER_PAGE]
    ]
    rows += turns(to, button.page, len(settlements), lambda page: AskSettlement(community.code, page, missed=False))
    rows += [[(say("not-in-list-button"), LiveSomewhere(community.code))], leave(to)]
    lines = [community_name(say, community), say("settlement-missed" if button.missed else "ask-settlement")]
    return Screen(say("ask-settlement-title"), lines, buttons=rows)


async def take_settlement(context: Context, message: PrivateMessage, dialog: FindingSettlement) -> None:
    """A settlement by its name; the page that it is on when it is not the only one, or has a typing error."""
    typed, community = one_line(message), dialog.community
    settlements = settlements_in_order(context.tools.register, community)
    same, near = named(context.tools.search, settlements, community, typed)
    if len(same) == 1:
        await settle(context, context.actor, Place(community, same[0].code))
    else:
        guesses = same or near
        page = settlements.index(guesses[0]) // PER_PAGE if guesses else 0
        context.show(AskSettlement(community, page, missed=not guesses))


async def live_somewhere(context: Context, button: LiveSomewhere) -> None:
    await settle(context, context.actor, place_at(context.tools.register, button.community, ""))


# Living there.


async def settle(context: Context, actor: Actor, place: Place, *, asks: bool = False) -> None:
    """Live here; what is missing for writing, or was written already, comes next. `asks`: for the settlement, too.

    Where no officer works with the bot, the numbers to call are shown, and nothing that was written is kept. Where a
    chat is dangerous not even the place is.
    """
    standing = await residents.standing(context.tx, place.community)
    if standing is not Standing.JOINED:
        await residents.drop_drafts(context.tx, replace(actor, standing=standing))
    if standing is Standing.OCCUPIED:
        await residents.leave_place(context.tx, actor)
        context.show(MyOfficer(*codes(place)))
    elif not actor.has_consented:
        await residents.remember(context.tx, actor, place)
        context.show(MyOfficer(*codes(place)))
    elif standing is Standing.NOT_JOINED:
        await residents.settle(context.tx, actor, place)
        context.show(CommunityChosen(asks))
        context.show(Menu(), as_new=True)
        context.show(MyOfficer(), as_new=True)
    else:
        context.show(CommunityChosen(asks))
        await after_ready(context, await residents.settle(context.tx, actor, place))


async def draw_chosen(to: Addressee, button: CommunityChosen) -> Screen:
    actor = await stored_people.known(to.tx, to.person_id)
    place = known_place(actor)
    lines = place_lines(to.say, to.register, place) if place else [to.say("settings-no-community")]
    another: Label = (to.say("change-community-button"), FindCommunity())
    buttons: list[list[Label]] = [[(to.say("menu-officer-button"), MyOfficer()), another]]
    if button.asks and place is not None and place.settlement is None:
        buttons = naming(to, place.community)
        lines += ["", to.say("name-settlement")]
    return Screen(to.say("community-chosen-title"), lines, buttons=buttons)


def naming(to: Addressee, community: CommunityCode) -> list[list[Label]]:
    """To name the settlement, or not to."""
    name: Label = (to.say("name-settlement-button"), ask_from_first_page(community))
    return [[name], [(to.say("skip-button"), CommunityChosen(asks=False))]]


async def draw_question(to: Addressee, button: NameSettlement) -> Screen:
    """Asked for later, where it was not when the community was chosen. A community that is not known comes first."""
    place = known_place(await stored_people.known(to.tx, to.person_id))
    if place is None:
        return await draw_find(to, FindCommunity())
    return Screen(lines=[to.say("name-settlement")], buttons=naming(to, place.community))


async def after_ready(context: Context, actor: Actor) -> None:
    """Nothing is missing any more: the main menu, and the messages that waited for this moment."""
    draft = await residents.resume_draft(context.tx, actor)
    context.show(Menu(), as_new=True)
    if draft is not None:
        context.tell(DraftShown(draft))
