"""Letters about each change of a post: to the officer who loses it, and to the people whom it concerns."""

from collections.abc import Sequence

from bot.domain.ids import AreaId, CaseId, OfficerId
from bot.domain.officers import AreaClosed, Dismissed, PostsEnded, PostsReachable, PostTaken, PostUnreachable
from bot.domain.staff import PostsLocked
from bot.handlers.officers.post import place_of
from bot.handlers.people.buttons import Menu
from bot.storage import cases
from bot.storage import officers as stored_officers
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Screen

NUMBERS = 10  # of cases, in one letter


async def render_dismissed(to: Addressee, letter: Dismissed) -> Sequence[Effect]:
    """Where the officer does not work any more; the rest of the work is in the menu."""
    lines = []
    for area in await stored_officers.places(to.tx, letter.area_ids):
        community = to.say.place(to.register.community(area.community).name)
        lines.append(to.say("officer-dismissed-you", area=to.say.place(area.name), community=community))
    lines = lines or [to.say("officer-dismissed-somewhere")]
    return [Show(Screen(lines=lines, buttons=[[(to.say("officer-to-menu-button"), Menu())]]))]


async def render_taken(to: Addressee, letter: PostTaken) -> Sequence[Effect]:
    lines = [*await named(to, [letter.officer_id]), *await where(to, [letter.area_id]), to.say("post-taken-cases")]
    return [Show(Screen(to.say("post-taken-title"), lines))]


async def render_unreachable(to: Addressee, letter: PostUnreachable) -> Sequence[Effect]:
    lines = [*await named(to, [letter.officer_id]), *await where(to, [letter.area_id]), to.say("post-unreachable")]
    return [Show(Screen(to.say("post-unreachable-title"), lines))]


async def render_reachable(to: Addressee, letter: PostsReachable) -> Sequence[Effect]:
    """Void for one who coordinates none of the areas any more."""
    say = to.say
    areas = [each for each in letter.area_ids if to.person_id in await stored_officers.coordinators_of(to.tx, each)]
    if not areas:
        return []
    lines = [*await named(to, [letter.officer_id]), *await where(to, areas)]
    lines += await numbered(to, "post-reachable-back", letter.back) or [say("post-reachable-no-cases")]
    lines += await numbered(to, "post-reachable-kept", letter.kept)
    return [Show(Screen(say("post-reachable-title"), lines))]


async def numbered(to: Addressee, key: str, case_ids: Sequence[CaseId]) -> list[str]:
    """The numbers of cases, of many the first ones; nothing where there are none."""
    shown = await cases.numbers_of(to.tx, case_ids[:NUMBERS])
    rest = [to.say("post-reachable-more", count=len(case_ids) - NUMBERS)] if len(case_ids) > NUMBERS else []
    return [to.say(key, numbers=", ".join([*shown, *rest]))] if shown else []


async def render_ended(to: Addressee, letter: PostsEnded) -> Sequence[Effect]:
    lines = [*await named(to, [letter.officer_id]), *await where(to, letter.area_ids), to.say("post-ended-cases")]
    return [Show(Screen(to.say("post-ended-title"), lines))]


async def render_closed(to: Addressee, letter: AreaClosed) -> Sequence[Effect]:
    lines = [*await where(to, [letter.area_id]), to.say("area-closed-officers"), *await named(to, letter.officer_ids)]
    return [Show(Screen(to.say("area-closed-title"), [*lines, to.say("area-closed-cases")]))]


async def render_locked(to: Addressee, letter: PostsLocked) -> Sequence[Effect]:
    lines = [*await named(to, [letter.officer_id]), *await where(to, letter.area_ids)]
    return [
        Show(Screen(to.say(f"staff-posts-{letter.change}-title"), [*lines, to.say(f"staff-posts-{letter.change}")]))
    ]


async def named(to: Addressee, officer_ids: Sequence[OfficerId]) -> list[str]:
    """Rank and name of each officer."""
    cards = [await stored_officers.public(to.tx, officer_id) for officer_id in officer_ids]
    return [
        to.say("officer-who", rank=to.say.rank(card.rank), name=to.say.person(card.name))
        for card in cards
        if card is not None
    ]


async def where(to: Addressee, area_ids: Sequence[AreaId]) -> list[str]:
    """Each area with its community."""
    return [place_of(to, post) for post in await stored_officers.places(to.tx, area_ids)]
