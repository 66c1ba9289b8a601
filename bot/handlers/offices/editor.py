"""How an officer, or a coordinator, says where the office of an area is and how people find it."""

from dataclasses import replace

from bot.domain.ids import AreaId
from bot.domain.offices import EditingOffice, OfficeCard, OfficePart
from bot.handlers.communities.buttons import AreaPage
from bot.handlers.office_lines import office_lines, office_rows
from bot.handlers.officers.buttons import PostMore
from bot.handlers.offices.buttons import AreaLinks, AreaOffice, ByAppointment, ClearOffice, EditOffice, UseOffice
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.services import office_hours, offices
from bot.storage import dialogs, officers
from bot.storage import offices as stored
from bot.storage.areas import Area
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

MOST_USABLE = 6


async def look(context: Context, button: AreaOffice) -> None:
    """The screen itself checks the right to it."""
    await dialogs.leave(context.tx, context.actor, EditingOffice)
    context.show(button)


async def draw_office(to: Addressee, button: AreaOffice) -> Screen:
    area = await offices.kept_area(to.tx, to.person_id, button.area_id)
    office = await stored.of_area(to.tx, area.id)
    lines = [f"{community_name(to.say, community_at(to.register, area.community))}, {to.say.place(area.name)}", ""]
    if office is None:
        lines.append(to.say("office-none"))
        rows = await first_rows(to, area)
    else:
        lines += await shown_lines(to, office)
        on_map = office if await offices.is_shown(to.tx, office) else replace(office, latitude=None)
        rows = [*office_rows(to.say, on_map), *edit_rows(to, area.id, office)]
    rows.append([(to.say("links-button"), AreaLinks(area.id))])
    return Screen(to.say("office-title"), lines, buttons=[*rows, *back(to, await page_of(to, area))])


async def page_of(to: Addressee, area: Area) -> Button:
    """An officer's own page, or the coordinator's."""
    own = await officers.of_person(to.tx, to.person_id)
    serves = own is not None and own.id in await officers.holding(to.tx, area.id)
    return PostMore() if serves else AreaPage(area.id)


async def shown_lines(to: Addressee, office: OfficeCard) -> list[str]:
    """All that is said of it, and what of it residents see."""
    if await office_hours.are_hidden(to.tx, [office.community]):
        seen = to.say("hours-hidden")
    else:
        seen = to.say("office-by-appointment" if office.by_appointment else "office-open")
    return [seen, "", *office_lines(to.say, office)]


async def first_rows(to: Addressee, area: Area) -> list[list[Label]]:
    """A new address, or a place that is known."""
    known = (await offices.usable(to.tx, area))[-MOST_USABLE:]
    rows: list[list[Label]] = [[(each.title[:60], UseOffice(area.id, each.id))] for each in known]
    return [*rows, [(to.say("office-edit-title-button"), EditOffice(area.id, OfficePart.ADDRESS))]]


def edit_rows(to: Addressee, area_id: AreaId, office: OfficeCard) -> list[list[Label]]:
    labels: list[Label] = [(to.say(f"office-edit-{part}-button"), EditOffice(area_id, part)) for part in OfficePart]
    key = "office-receive-openly-button" if office.by_appointment else "office-by-appointment-button"
    switch: Label = (to.say(key), ByAppointment(area_id, on=not office.by_appointment))
    return [*(labels[at : at + 2] for at in range(0, len(labels), 2)), [switch]]


# One part of it.


async def ask(context: Context, button: EditOffice) -> None:
    area = await offices.kept_area(context.tx, context.actor.person_id, button.area_id)
    await dialogs.begin(context.tx, context.actor, EditingOffice(area.id, button.part))
    context.show(button)


async def draw_ask(to: Addressee, button: EditOffice) -> Screen:
    area = await offices.kept_area(to.tx, to.person_id, button.area_id)
    office = await stored.of_area(to.tx, area.id)
    rows: list[list[Label]] = []
    if office is not None and office.has(button.part):
        rows.append([(to.say(f"office-clear-{button.part}-button"), ClearOffice(area.id, button.part))])
    rows.append([(to.say("cancel-button"), AreaOffice(area.id))])
    return Screen(to.say(f"office-edit-{button.part}-button"), [to.say(f"office-{button.part}-ask")], buttons=rows)


async def take(context: Context, message: PrivateMessage, dialog: EditingOffice) -> None:
    await offices.write(context.tx, context.actor, dialog.area_id, dialog.part, message.body)
    await look(context, AreaOffice(dialog.area_id))


async def clear(context: Context, button: ClearOffice) -> None:
    await offices.clear(context.tx, context.actor, button.area_id, button.part)
    await look(context, AreaOffice(button.area_id))


async def use(context: Context, button: UseOffice) -> None:
    await offices.use(context.tx, context.actor, button.area_id, button.office_id)
    await look(context, AreaOffice(button.area_id))


async def appoint(context: Context, button: ByAppointment) -> None:
    await offices.appoint(context.tx, context.actor, button.area_id, on=button.on)
    await look(context, AreaOffice(button.area_id))
