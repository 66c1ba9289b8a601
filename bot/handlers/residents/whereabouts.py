"""How a resident finds their community by sending where they are, once the borders of communities are read.

The place itself is kept nowhere: what was found is in the button of the screen, as codes of communities.
"""

from bot.domain.bodies import Place as OnMap
from bot.domain.letters import PlainText
from bot.domain.residents import FindingCommunity
from bot.domain.residents import Place as Home
from bot.handlers.places import community_at, place_lines
from bot.handlers.residents.buttons import FindCommunity, FoundByPlace, LiveIn, SendPlace
from bot.handlers.residents.place import draw_outside, leave, match_buttons, match_lines, may_be_a_name, take_community
from bot.handlers.residents.place_search import Match
from bot.services import residents
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, PlaceKey, Screen

BY_NAME = PlainText("place-by-name")
MOST = 3  # communities meet at a point


async def ask_for_place(context: Context, button: SendPlace) -> None:
    """The next message is a place, or a name after all."""
    await residents.find_community(context.tx, context.actor, by_place=True)
    context.show(button)


async def asked_by_key(context: Context) -> None:
    """The key was pressed where its messenger cannot send a place, or its label was typed."""
    await ask_for_place(context, SendPlace())


async def draw_send_place(to: Addressee, button: SendPlace) -> Screen:
    say = to.say
    if to.borders.polygons is None:
        return Screen(say("ask-community-title"), [say("place-by-name")], buttons=[leave(to)])
    lines = [say("send-place"), "", to.tx.policy.polygons.attribution]
    keys: list[list[str | PlaceKey]] = [[PlaceKey(say("send-place-button"))], [say("cancel-button")]]
    return Screen(say("send-place-title"), lines, keyboard=keys)


def is_awaited(context: Context, message: PrivateMessage) -> bool:
    """Whether a message is the place that was asked for. With a community one may have cases open, and a place belongs
    into these unless it was asked for by itself.
    """
    dialog, body = context.actor.dialog, message.body
    if body is None or body.place is None or not isinstance(dialog, FindingCommunity):
        return False
    return dialog.by_place or context.actor.community is None


async def take_place(context: Context, place: OnMap) -> None:
    polygons = context.tools.borders.polygons
    if polygons is None:
        context.tell(BY_NAME)
        return
    codes = polygons.near(place.latitude, place.longitude)[:MOST]
    await residents.find_community(context.tx, context.actor)
    context.show(FoundByPlace(*codes))


async def draw_found(to: Addressee, button: FoundByPlace) -> Screen:
    """One is asked about; near a border those on both sides are, and outside all the bot does not work."""
    codes = [each for each in (button.community, button.second, button.third) if each]
    found = [Match(community_at(to.register, each), None) for each in codes]
    if not found:
        return draw_outside(to, [], 0)
    credit = ["", to.tx.policy.polygons.attribution]
    if len(found) > 1:
        lines = [to.say("place-near-border"), *match_lines(to, found, 0), *credit]
        return Screen(to.say("results-title"), lines, buttons=[*match_buttons(to, found, 0), leave(to)])
    home = Home(found[0].community.code)
    rows: list[list[Label]] = [
        [(to.say("my-community-button"), LiveIn(home.community, ""))],
        [(to.say("another-community-button"), FindCommunity())],
        leave(to),
    ]
    return Screen(to.say("candidate-title"), [*place_lines(to.say, to.register, home), *credit], buttons=rows)


def fits(context: Context, message: PrivateMessage) -> bool:
    return is_awaited(context, message) or may_be_a_name(context, message)


async def take(context: Context, message: PrivateMessage, dialog: FindingCommunity) -> None:
    """The answer to «Яка Ваша громада?»: a place, or a name."""
    if message.body is not None and message.body.place is not None:
        await take_place(context, message.body.place)
    else:
        await take_community(context, message, dialog)
