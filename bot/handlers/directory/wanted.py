"""An officer whom the directory names: the coordinator invites them by a press, when they are ready to come."""

from bot.handlers.communities.buttons import AreaPage
from bot.handlers.directory.buttons import DropWanted, InviteWanted, WantedPage
from bot.handlers.paging import back
from bot.services import wanted_posts as acts
from bot.storage import areas, wanted_posts
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def draw(to: Addressee, button: WantedPage) -> Screen:
    row, say = await acts.seen(to.tx, to.person_id, button.wanted_id), to.say
    area = (await areas.names(to.tx, [row.area_id]))[row.area_id]
    hours = await wanted_posts.hours_of(to.tx, [row.id])
    lines = [say.place(area), say("wanted-invited" if row.invited else "wanted-waits")]
    if hours:
        lines.append(say("wanted-hours", count=len(hours)))
    rows: list[list[Label]] = [] if row.invited else [[(say("wanted-invite-button"), InviteWanted(row.id))]]
    rows += [[(say("wanted-drop-button"), DropWanted(row.id))], *back(to, AreaPage(row.area_id))]
    return Screen(say.person(row.name), lines, buttons=rows)


async def invite(context: Context, button: InviteWanted) -> None:
    """The link comes as a message of its own, to be sent on."""
    area_id = await acts.invite(context.tx, context.actor, button.wanted_id)
    context.show(AreaPage(area_id))


async def drop(context: Context, button: DropWanted) -> None:
    area_id = await acts.drop(context.tx, context.actor, button.wanted_id)
    context.answer(context.say("wanted-dropped"))
    context.show(AreaPage(area_id))
