"""Links for residents, and how often they are used: for those who print them."""

from bot.domain.kyiv import today
from bot.domain.links import LinkKind, area_payload, community_payload, office_payload
from bot.domain.offices import Leaflet
from bot.handlers.offices.buttons import AreaLinks, AreaOffice, PrintLeaflet
from bot.handlers.paging import back
from bot.services import offices
from bot.storage import links
from bot.storage import offices as stored
from bot.surface.links import link_to
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def draw_links(to: Addressee, button: AreaLinks) -> Screen:
    area = await offices.kept_area(to.tx, to.person_id, button.area_id)
    office = await stored.of_area(to.tx, area.id)
    told = [
        await link_lines(to, LinkKind.AREA, str(area.id), area_payload(area.id)),
        await link_lines(to, LinkKind.COMMUNITY, area.community, community_payload(area.community)),
    ]
    if office is not None:
        told.append(await link_lines(to, LinkKind.OFFICE, str(office.id), office_payload(office.id)))
    body = Rich("\n\n".join(told))
    rows: list[list[Label]] = [
        [(to.say(f"leaflet-{each}-button"), PrintLeaflet(area.id, each)) for each in Leaflet],
        *back(to, AreaOffice(area.id)),
    ]
    return Screen(to.say("links-title"), [to.say("links-explained")], body, rows)


async def link_lines(to: Addressee, kind: LinkKind, subject: str, payload: str) -> str:
    """What it leads to, the link itself, and its uses."""
    uses = await links.uses(to.tx, kind, subject, today(to.tx.now))
    counted = to.say("links-uses", today=uses.today, month=uses.month, ever=uses.ever)
    return "\n".join([to.say(f"links-{kind.name.lower()}"), link_to(to.bot_username, payload), counted])
