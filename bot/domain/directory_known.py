"""What the directory holds of a community, and what of it would change: the data between the form and the storage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.communities import Enrolment
from bot.domain.directory import REST, STEPS, Field, Finding, Level, Page, PostState, Row
from bot.domain.directory_hours import Hours, cells_of
from bot.domain.ids import AreaId, OfficeId, OfficerId, WantedPostId
from bot.domain.joining import JoiningAct
from bot.register import Community, CommunityCode, SettlementCode

# What is known.


@dataclass(frozen=True, slots=True)
class KnownArea:
    id: AreaId
    name: str
    whole: bool  # it serves the rest of the community
    settlements: frozenset[SettlementCode]


@dataclass(frozen=True, slots=True)
class KnownOffice:
    id: OfficeId
    address: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class KnownOfficer:
    """One who serves there. `elsewhere`: when they receive people in other communities."""

    id: OfficerId
    name: str
    areas: frozenset[AreaId]
    hours: tuple[Hours, ...]
    elsewhere: tuple[Hours, ...]


@dataclass(frozen=True, slots=True)
class WantedPost:
    """An officer who is to be invited to an area. `invited`: a link is on its way by now."""

    id: WantedPostId
    area_id: AreaId
    name: str
    invited: bool
    hours: tuple[Hours, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """Of one community. `enrolment`: None where it takes no part yet."""

    code: CommunityCode
    enrolment: Enrolment | None = None
    areas: Sequence[KnownArea] = ()
    offices: Sequence[KnownOffice] = ()
    officers: Sequence[KnownOfficer] = ()
    wanted: Sequence[WantedPost] = ()


# What changes, in the order in which it is carried out. Areas, offices and those to be invited go by their names, for
# they may be new.


@dataclass(frozen=True, slots=True)
class AddCommunity:
    pass


@dataclass(frozen=True, slots=True)
class MakeSteps:
    acts: tuple[JoiningAct, ...]


@dataclass(frozen=True, slots=True)
class MakeArea:
    name: str


@dataclass(frozen=True, slots=True)
class Serve:
    """`place`: the code of a settlement, or REST."""

    area: str
    place: str


@dataclass(frozen=True, slots=True)
class AddOffice:
    address: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class PlaceOffice:
    """Where an office is on the map."""

    office_id: OfficeId
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class WantPost:
    area: str
    name: str


@dataclass(frozen=True, slots=True)
class AddHours:
    """`officer_id`: None: of one who is to be invited, of this name."""

    officer_id: OfficerId | None
    name: str
    hours: Hours


Change: TypeAlias = AddCommunity | MakeSteps | MakeArea | Serve | AddOffice | PlaceOffice | WantPost | AddHours


@dataclass(frozen=True, slots=True)
class Plan:
    """What the rows about one community come to: what is said of each, and what would be done."""

    findings: tuple[Finding, ...]
    changes: tuple[Change, ...]

    @property
    def fails(self) -> bool:
        return any(each.level is Level.ERROR for each in self.findings)


# As the form has it.


def rows_of(known: Known, community: Community, page: Page) -> list[Row]:
    """What the export has of a community in a sheet. Their numbers mean nothing."""
    where = {Field.CODE: str(community.code), Field.COMMUNITY: community.name}
    return [Row(page, 0, {**where, **cells}) for cells in _CELLS[page](known, community)]


def _community_cells(known: Known, _: Community) -> list[dict[Field, str]]:
    return [{Field.STEP: STEPS[known.enrolment]}] if known.enrolment is not None else []


def _area_cells(known: Known, community: Community) -> list[dict[Field, str]]:
    """A row for each settlement; one without a settlement for an area that serves nothing yet."""
    found: list[dict[Field, str]] = []
    for area in known.areas:
        if area.whole:
            found.append({Field.AREA: area.name, Field.SETTLEMENT: REST})
        found += [
            {Field.AREA: area.name, Field.SETTLEMENT: each.name, Field.SETTLEMENT_CODE: str(each.code)}
            for each in community.settlements
            if each.code in area.settlements
        ]
        if not area.whole and not area.settlements:
            found.append({Field.AREA: area.name})
    return found


def _office_cells(known: Known, _: Community) -> list[dict[Field, str]]:
    found: list[dict[Field, str]] = []
    for each in known.offices:
        point = {Field.LATITUDE: each.latitude, Field.LONGITUDE: each.longitude}
        cells = {name: str(degrees) for name, degrees in point.items() if degrees is not None}
        found.append({Field.ADDRESS: each.address, **cells})
    return found


def _post_cells(known: Known, _: Community) -> list[dict[Field, str]]:
    return [
        {Field.AREA: area.name, Field.OFFICER: name, Field.STATE: state}
        for area in known.areas
        for name, state in _of_area(known, area.id)
    ]


def _of_area(known: Known, area_id: AreaId) -> list[tuple[str, PostState]]:
    serving = [(each.name, PostState.SERVES) for each in known.officers if area_id in each.areas]
    wanted = [
        (each.name, PostState.INVITED if each.invited else PostState.TO_INVITE)
        for each in known.wanted
        if each.area_id == area_id
    ]
    return [*serving, *wanted]


def _hour_cells(known: Known, _: Community) -> list[dict[Field, str]]:
    holders: list[KnownOfficer | WantedPost] = [*known.officers, *known.wanted]
    return [{Field.OFFICER: each.name, **cells_of(hours)} for each in holders for hours in each.hours]


_CELLS = {
    Page.COMMUNITIES: _community_cells,
    Page.AREAS: _area_cells,
    Page.OFFICES: _office_cells,
    Page.POSTS: _post_cells,
    Page.HOURS: _hour_cells,
}
