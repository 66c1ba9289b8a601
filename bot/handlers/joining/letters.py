"""What the council's people and the coordinators are told of a community's way."""

from collections.abc import Sequence

from bot.domain.joining import JoiningMoved, JoiningRests, JoiningsRest
from bot.domain.refusals import NotFound
from bot.handlers.joining.buttons import Funnel, JoiningPage
from bot.handlers.joining.page import event_line, state_lines
from bot.handlers.places import community_at, community_name
from bot.register import CommunityCode
from bot.services import joining
from bot.storage import communities
from bot.storage import joining as stored
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

NAMED = 10  # communities in a reminder; the others are on the funnel's pages


def name_of(to: Addressee, code: CommunityCode) -> str:
    return community_name(to.say, community_at(to.register, code))


async def render_moved(to: Addressee, letter: JoiningMoved) -> Sequence[Effect]:
    """Void for a person who is of neither side any more."""
    event = await stored.event(to.tx, letter.event_id)
    if event is None:
        return []
    try:
        place = await joining.seen(to.tx, to.person_id, event.community)
    except NotFound:
        return []
    rows: list[list[Label]] = [[(to.say("joining-open-button"), JoiningPage(place.code, beside=True))]]
    return [Show(Screen(name_of(to, place.code), [event_line(to, event)], buttons=rows))]


async def render_rests(to: Addressee, letter: JoiningRests) -> Sequence[Effect]:
    """Void where it has moved on meanwhile, for what it says is how it is now."""
    try:
        place = await joining.seen(to.tx, to.person_id, letter.community)
    except NotFound:
        return []
    if place.joining.reminded == 0:
        return []
    rows: list[list[Label]] = [[(to.say("joining-open-button"), JoiningPage(place.code, beside=True))]]
    lines = [name_of(to, place.code), *await state_lines(to, place)]
    return [Show(Screen(to.say("joining-rests-title"), lines, buttons=rows))]


async def render_many_rest(to: Addressee, letter: JoiningsRest) -> Sequence[Effect]:
    own = {each.code for each in await communities.all_coordinated(to.tx, to.person_id)}
    codes = [code for code in letter.communities if code in own]
    if not codes:
        return []
    say = to.say
    lines = [say("joining-many-rest", count=len(codes)), *[name_of(to, code) for code in codes[:NAMED]]]
    rows: list[list[Label]] = [[(say("funnel-button"), Funnel())]]
    if len(codes) == 1:
        rows = [[(say("joining-open-button"), JoiningPage(codes[0], beside=True))]]
    return [Show(Screen(say("joining-rests-title"), lines, buttons=rows))]
