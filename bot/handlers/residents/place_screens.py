"""Screens on the way to a place: the question, what was found, the confirmation, the settlements."""

from collections.abc import Callable

from bot.domain.residents import FindingCommunity
from bot.handlers import hotlines
from bot.handlers.places import (
    community_at,
    community_name,
    community_where,
    place_at,
    place_lines,
    settlement_name,
    settlements_in_order,
)
from bot.handlers.residents.buttons import (
    AskCommunity,
    AskSettlement,
    Candidate,
    FindCommunity,
    LiveIn,
    LiveSomewhere,
    Results,
    StopSearching,
)
from bot.handlers.residents.finding import PER_PAGE, Match, exact_matches, matches
from bot.storage import dialogs
from bot.telegram.buttons import Button
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Label, Screen


async def draw_find(to: Addressee, button: FindCommunity) -> Screen:
    buttons: list[list[Label]] = [[(to.say("find-community-button"), FindCommunity())], leave(to)]
    return Screen(to.say("find-community-title"), [to.say("find-community")], buttons=buttons)


async def draw_ask(to: Addressee, button: AskCommunity) -> Screen:
    return Screen(to.say("ask-community-title"), [to.say("ask-community")], buttons=[leave(to)])


def leave(to: Addressee) -> list[Label]:
    return [(to.say("back-button"), StopSearching())]


async def draw_results(to: Addressee, button: Results) -> Screen:
    """What was found for the words in the open dialog; the question anew when there is none any more."""
    search = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingCommunity)
    if search is None or search.query is None:
        return await draw_ask(to, AskCommunity())
    typed = search.query
    if to.search.outside(typed) is not None:
        return draw_outside(to, exact_matches(to.search, typed), button.page)
    hits = matches(to.search, typed)
    if not hits:
        return Screen(to.say("nothing-found-title"), [to.say("nothing-found")], buttons=[leave(to)])
    lines = [*match_lines(to, hits, button.page), to.say("results-choose")]
    return Screen(to.say("results-title"), lines, buttons=[*match_buttons(to, hits, button.page), leave(to)])


def draw_outside(to: Addressee, namesakes: list[Match], page: int) -> Screen:
    """The bot does not work there; a village may have the same name."""
    say = to.say
    lines = [say("outside"), "", *hotlines.urgent(say, to.tx.policy, None)]
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
        rows.append([(label, Candidate(hit.community.code, hit.settlement_code))])
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
    buttons: list[list[Label]] = [
        [(to.say("my-community-button"), LiveIn(button.community, button.settlement))],
        [(to.say("another-community-button"), FindCommunity())],
        leave(to),
    ]
    return Screen(to.say("candidate-title"), place_lines(to.say, to.register, place), buttons=buttons)


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
