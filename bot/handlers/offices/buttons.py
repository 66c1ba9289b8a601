"""Buttons of offices."""

from dataclasses import dataclass

from bot.domain.ids import AreaId, OfficeId
from bot.domain.offices import Leaflet, OfficePart
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class AreaOffice(Button, code="zo"):
    """The office of an area, as residents see it, and what can be changed. Leaves the question that is open."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class EditOffice(Button, code="ze"):
    """The next message is this part of it."""

    area_id: AreaId
    part: OfficePart


@dataclass(frozen=True, slots=True)
class ClearOffice(Button, code="zoc"):
    """Nothing is said of this part any more."""

    area_id: AreaId
    part: OfficePart


@dataclass(frozen=True, slots=True)
class UseOffice(Button, code="zu"):
    """A place where people are received already is the area's office."""

    area_id: AreaId
    office_id: OfficeId


@dataclass(frozen=True, slots=True)
class ByAppointment(Button, code="za"):
    """Whether people come by appointment alone, and read no address."""

    area_id: AreaId
    on: bool


@dataclass(frozen=True, slots=True)
class AreaLinks(Button, code="zl"):
    """The links that lead to an area, its office and its community, and how often they are used."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class PrintLeaflet(Button, code="zb"):
    """A poster of an area, or business cards of its officers, as a file."""

    area_id: AreaId
    leaflet: Leaflet


@dataclass(frozen=True, slots=True)
class ShowPhoto(Button, code="zop"):
    """The photo of an office, as a message of its own."""

    office_id: OfficeId
