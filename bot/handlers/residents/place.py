"""How a resident says where he or she lives: types a name, picks from what was found, confirms it; in a community with
several areas names the settlement, too.

One exact hit, or one hit at all, is asked about at once; several are listed. What was typed stands in the dialog, so
that the list can be paged. Whoever has not agreed yet may look who serves a place: it is remembered, not stored.
"""

import re

from telegram import Message

from bot.domain.communities import Standing
from bot.domain.emergencies import emergency_in
from bot.domain.people import Actor
from bot.domain.residents import FindingCommunity, FindingSettlement, Place
from bot.handlers.cases.buttons import Preview
from bot.handlers.people.buttons import Menu
from bot.handlers.places import codes, place_at, settlements_in_order
from bot.handlers.residents.buttons import (
    AskCommunity,
    AskSettlement,
    Candidate,
    CommunityChosen,
    FindCommunity,
    LiveIn,
    LiveSomewhere,
    MyOfficer,
    Results,
    StopSearching,
    home,
)
from bot.handlers.residents.finding import PER_PAGE, exact_matches, matches, named
from bot.register import CommunityCode
from bot.services import residents
from bot.telegram.context import Context

LONGEST_NAME, MOST_WORDS = 80, 7  # of what can be a name, with its kind, raion and oblast
# Nothing follows it, nobody calls out, and it is not «у селі пожежа».
NAME_ALONE = re.compile(r"(?![ву] )[\w .'’ʼ`-]+", re.IGNORECASE)


async def find(context: Context, button: FindCommunity) -> None:
    await ask(context, context.actor)


async def ask(context: Context, actor: Actor) -> None:
    """The next message is a name."""
    await residents.find_community(context.tx, actor)
    context.show(AskCommunity())


async def stop_searching(context: Context, button: StopSearching) -> None:
    await residents.stop_searching(context.tx, context.actor)
    context.show(home(context.actor))


def may_be_a_name(context: Context, message: Message) -> bool:
    """Whether this could name a place at all. A call for help is none, unless all of it is a place's name."""
    text = (message.text or "").strip()
    if not text or len(text) > LONGEST_NAME or len(text.split()) > MOST_WORDS:
        return False
    if emergency_in(text) is None:
        return True
    return NAME_ALONE.fullmatch(text) is not None and bool(exact_matches(context.tools.search, text))


def one_line(message: Message) -> str:
    return " ".join((message.text or "").split())


async def take_community(context: Context, message: Message, dialog: FindingCommunity) -> None:
    typed, search = one_line(message), context.tools.search
    hits = matches(search, typed)
    await residents.find_community(context.tx, context.actor, typed)
    if len(hits) == 1 and search.outside(typed) is None:
        context.show(Candidate(hits[0].community.code, hits[0].settlement_code))
    else:
        context.show(Results(0))


async def live_in(context: Context, button: LiveIn) -> None:
    place = place_at(context.tools.register, button.community, button.settlement)
    await enter(context, context.actor, place)


async def enter(context: Context, actor: Actor, place: Place) -> None:
    """A community was chosen: ask for the settlement where it matters, else live there."""
    joined = await residents.standing(context.tx, place.community) is Standing.JOINED
    if joined and place.settlement is None and await residents.has_several_areas(context.tx, place.community):
        await ask_settlement(context, actor, place.community)
    else:
        await settle(context, actor, place)


async def ask_settlement(context: Context, actor: Actor, community: CommunityCode) -> None:
    await residents.find_settlement(context.tx, actor, community)
    context.show(AskSettlement(community, page=0, missed=False))


async def change_settlement(context: Context, button: AskSettlement) -> None:
    """Another page of the list, or the list anew; the name may be typed as well."""
    place = place_at(context.tools.register, button.community, "")
    await residents.find_settlement(context.tx, context.actor, place.community)
    context.show(button)


async def take_settlement(context: Context, message: Message, dialog: FindingSettlement) -> None:
    """A settlement by its name; the page that it is on when it is not the only one, or has a slip."""
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


async def settle(context: Context, actor: Actor, place: Place) -> None:
    """Live here; what is missing for writing, or was written already, comes next.

    Where no officer works with the bot, the numbers to call are shown, and nothing that was written is kept. Where a
    chat is dangerous not even the place is.
    """
    standing = await residents.standing(context.tx, place.community)
    if standing is not Standing.JOINED:
        await residents.drop_drafts(context.tx, actor)
    if standing is Standing.OCCUPIED:
        await residents.stop_searching(context.tx, actor)
        context.show(MyOfficer(*codes(place)))
    elif not actor.has_consented:
        await residents.remember(context.tx, actor, place)
        context.show(MyOfficer(*codes(place)))
    elif standing is Standing.NOT_JOINED:
        await residents.settle(context.tx, actor, place)
        context.show(CommunityChosen())
        context.show(Menu(), anew=True)
        context.show(MyOfficer(), anew=True)
    else:
        context.show(CommunityChosen())
        await after_ready(context, await residents.settle(context.tx, actor, place))


async def after_ready(context: Context, actor: Actor) -> None:
    """Nothing is missing any more: the main menu, and the words that waited for this moment."""
    draft = await residents.resume_draft(context.tx, actor)
    context.show(Menu(), anew=True)
    if draft is not None:
        context.show(Preview(draft), anew=True)
