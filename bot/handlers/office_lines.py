"""The office of an area as people read it."""

from bot.domain.offices import OfficeCard
from bot.handlers.office_hours.buttons import ShowPlace
from bot.handlers.offices.buttons import ShowPhoto
from bot.surface.screens import Label
from bot.texts import Say


def office_lines(say: Say, office: OfficeCard) -> list[str]:
    """Where it is, how it is found, and its telephone."""
    lines = [say("office-at", address=say.place(office.title))]
    if office.directions:
        lines.append(say("office-directions", directions=office.directions))
    if office.phone:
        lines.append(say("office-phone", phone=say.phone(office.phone)))
    return lines


def office_rows(say: Say, office: OfficeCard) -> list[list[Label]]:
    """To its place on the map, and to its photo."""
    row: list[Label] = []
    if office.latitude is not None:
        row.append((say("office-map-button"), ShowPlace(office.id)))
    if office.photo_id is not None:
        row.append((say("office-photo-button"), ShowPhoto(office.id)))
    return [row] if row else []
