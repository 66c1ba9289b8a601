"""How an area shares its new cases among its officers: a common queue, or in turn. A setting of its coordinator."""

from collections.abc import Sequence

from bot.domain.communities import SharingChanged
from bot.handlers.communities.buttons import AreaPage, ShareCases
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.services import communities
from bot.storage import areas, officers
from bot.storage.areas import Area
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen
from bot.texts import Say


def line_of(say: Say, area: Area) -> str:
    return say("area-in-turn" if area.in_turn else "area-common-queue")


def button_of(say: Say, area: Area) -> Label:
    """To the other one."""
    label = say("area-common-queue-button" if area.in_turn else "area-in-turn-button")
    return label, ShareCases(area.id, not area.in_turn)


async def share(context: Context, button: ShareCases) -> None:
    await communities.share_cases(context.tx, context.actor, button.area_id, in_turn=button.in_turn)
    context.answer(context.say("area-sharing-changed"))
    context.show(AreaPage(button.area_id))


async def render_changed(to: Addressee, letter: SharingChanged) -> Sequence[Effect]:
    """Void for a person who has left meanwhile, and where it is not so any more."""
    area = await areas.by_id(to.tx, letter.area_id)
    own = await officers.of_person(to.tx, to.person_id)
    if area is None or area.in_turn is not letter.in_turn or own is None:
        return []
    if own.id not in await officers.involved(to.tx, area.id):
        return []
    say = to.say
    place = community_name(say, community_at(to.register, area.community))
    lines = [f"{place}, {say.place(area.name)}", line_of(say, area), say("area-sharing-kept")]
    menu: list[Label] = [(say("officer-to-menu-button"), Menu())]
    return [Show(Screen(say("area-sharing-title"), lines, buttons=[menu]))]
