"""Buttons of the lists of cases. What narrows a list is carried by its buttons."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.case_lists import NO_AREA, NOWHERE, By, Filter, Tab
from bot.domain.ids import AreaId, CaseId, HandoverId
from bot.register import SettlementCode
from bot.surface.buttons import Button

Parts: TypeAlias = tuple[str, SettlementCode, AreaId, bool]


def parts_of(narrowed: Filter) -> Parts:
    """A filter as the last fields of a button."""
    return narrowed.subject, narrowed.settlement, narrowed.area, narrowed.mine


class OfList:
    """Of a button that carries what narrows a list."""

    __slots__ = ()

    subject: str
    settlement: SettlementCode
    area: AreaId
    mine: bool

    @property
    def narrowed(self) -> Filter:
        return Filter(self.subject, self.settlement, self.area, self.mine)


@dataclass(frozen=True, slots=True)
class DeskList(OfList, Button, code="dl"):
    """«Звернення»: a list of cases. `edge`: the place after, or (`back`) before which it shows; 0: from the first."""

    tab: Tab
    edge: int
    back: bool
    subject: str = ""
    settlement: SettlementCode = NOWHERE
    area: AreaId = NO_AREA
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Narrow(OfList, Button, code="lf"):
    """By what shall the list be narrowed? What narrows it already stays."""

    tab: Tab
    subject: str
    settlement: SettlementCode
    area: AreaId
    mine: bool


@dataclass(frozen=True, slots=True)
class NarrowBy(OfList, Button, code="lb"):
    """What its cases have in common, to choose from."""

    by: By
    page: int  # from 0
    tab: Tab
    subject: str
    settlement: SettlementCode
    area: AreaId
    mine: bool


@dataclass(frozen=True, slots=True)
class BackToList(Button, code="lk"):
    """From a case to the list in which it was opened; where it was in none, to the one in which it is now."""

    tab: Tab


@dataclass(frozen=True, slots=True)
class Pin(Button, code="lp"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Unpin(Button, code="lu"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SearchCases(Button, code="lq"):
    """What shall be searched for? The next text says it."""


@dataclass(frozen=True, slots=True)
class FoundCases(Button, code="lw"):
    """What the search in the open dialog has found. `edge`: the place after which it shows; 0: from the newest on."""

    edge: int


@dataclass(frozen=True, slots=True)
class HandedCases(Button, code="lh"):
    """Many cases that came together. `edge`: the place after, or (`back`) before which it shows; 0: from the first."""

    handover_id: HandoverId
    edge: int
    back: bool = False


@dataclass(frozen=True, slots=True)
class LeaveSearch(Button, code="lx"):
    """Back to the lists: what was searched for is forgotten."""
