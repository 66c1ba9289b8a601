"""How a coordinator marks a community where people are in danger, near the front or occupied, and takes that back.

What changes by it, and for how many open cases, is said before the press that does it.
"""

from collections.abc import Sequence

from bot.domain.communities import CommunityMarked, Mark
from bot.handlers.communities.buttons import AskMark, CommunityPage, SetMark
from bot.handlers.paging import back
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.services import communities
from bot.services.communities import coordinated_community
from bot.storage import communities as stored_communities
from bot.storage.communities import Community
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


def change(mark: Mark, *, on: bool) -> str:
    """How the texts name it: `front-on`."""
    return f"{mark}-{'on' if on else 'off'}"


def lines_of(to: Addressee, community: Community) -> list[str]:
    """What a community's page says of its marks."""
    return [to.say(f"mark-is-{mark}") for mark in Mark if community.has(mark)]


def buttons_of(to: Addressee, community: Community) -> list[list[Label]]:
    """To the screen of each mark, by what can be done with it."""
    return [
        [(to.say(f"mark-{change(mark, on=not community.has(mark))}-button"), AskMark(community.code, mark))]
        for mark in Mark
    ]


async def draw_ask(to: Addressee, button: AskMark) -> Screen:
    community = await coordinated_community(to.tx, to.person_id, button.community)
    say, on = to.say, not community.has(button.mark)
    key = change(button.mark, on=on)
    count = await stored_communities.count_open_cases(to.tx, community.code)
    lines = [
        community_name(say, community_at(to.register, community.code)),
        "",
        say(f"mark-{key}-means"),
        "",
        say("mark-open-cases", count=count),
    ]
    rows: list[list[Label]] = [
        [(say(f"mark-{key}-yes-button"), SetMark(community.code, button.mark, on))],
        *back(to, CommunityPage(community.code)),
    ]
    return Screen(say(f"mark-{key}-title"), lines, buttons=rows)


async def set_mark(context: Context, button: SetMark) -> None:
    await communities.mark(context.tx, context.actor, button.community, button.mark, on=button.on)
    context.answer(context.say(f"mark-{change(button.mark, on=button.on)}-done"))
    context.show(CommunityPage(button.community))


async def render_marked(to: Addressee, letter: CommunityMarked) -> Sequence[Effect]:
    """Void for a person who has left meanwhile, and where it is not so any more."""
    community = await stored_communities.by_code(to.tx, letter.community)
    if community is None or community.has(letter.mark) is not letter.on:
        return []
    if to.person_id not in await stored_communities.concerned_by(to.tx, community.code):
        return []
    say, key = to.say, change(letter.mark, on=letter.on)
    lines = [community_name(say, community_at(to.register, community.code)), say(f"mark-{key}-means")]
    menu: list[Label] = [(say("officer-to-menu-button"), Menu())]
    return [Show(Screen(say(f"mark-{key}-done"), lines, buttons=[menu]))]
