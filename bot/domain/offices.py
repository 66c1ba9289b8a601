"""The office of an area: where it is, and how people find it.

Near the front no address is shown, and neither where people come by appointment alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId, FileId, OfficeId
from bot.domain.letters import Letter
from bot.domain.office_hours import TITLE_LIMIT, one_line
from bot.domain.phones import phone_of
from bot.domain.refusals import Refusal
from bot.register import CommunityCode

DIRECTIONS_LIMIT = 300


class OfficePart(StrEnum):
    """What is said of an office. Those that are typed are named as the columns of storage."""

    ADDRESS = "title"
    POINT = "point"
    PHONE = "phone"
    DIRECTIONS = "directions"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """An office with all that is known of it. Degrees, WGS84."""

    id: OfficeId
    community: CommunityCode
    title: str
    latitude: float | None
    longitude: float | None
    phone: str | None
    directions: str | None
    by_appointment: bool
    photo_id: FileId | None

    def has(self, part: OfficePart) -> bool:
        values: Mapping[OfficePart, object] = {
            OfficePart.ADDRESS: self.title,
            OfficePart.POINT: self.latitude,
            OfficePart.PHONE: self.phone,
            OfficePart.DIRECTIONS: self.directions,
            OfficePart.PHOTO: self.photo_id,
        }
        return values[part] is not None


class PointExpected(Refusal):
    key = "office-point-expected"


class PhotoExpected(Refusal):
    """A photo that was sent as one: what is sent as a file may carry more than is seen."""

    key = "office-photo-expected"


class AddressFirst(Refusal):
    """All else is said of an office that has an address."""

    key = "office-address-first"


def typed_part(part: OfficePart, text: str) -> str:
    """As it is stored. Raises TextExpected, TooLong, NotAPhone."""
    if part is OfficePart.PHONE:
        return phone_of(text)
    return one_line(text, TITLE_LIMIT if part is OfficePart.ADDRESS else DIRECTIONS_LIMIT)


@dataclass(frozen=True, slots=True)
class EditingOffice(Dialog, flow="office"):
    """The next message is this part of an area's office."""

    area_id: AreaId
    part: OfficePart


@dataclass(frozen=True, slots=True)
class OfficePhoto(Letter):
    """The photo of an office, to the person who asked for it."""

    office_id: OfficeId


class Leaflet(StrEnum):
    """What is printed for residents."""

    POSTER = "poster"
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class LeafletAsked(Letter):
    """A leaflet of an area, as a file, to the person who asked for it."""

    area_id: AreaId
    leaflet: Leaflet
