"""Buttons by which a case is given to another desk."""

from dataclasses import dataclass

from bot.domain.ids import AreaId, CaseId, OfficerId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class Transfer(Button, code="vt"):
    """To whom? The officers of the community, and the way to other communities."""

    case_id: CaseId
    page: int = 0


@dataclass(frozen=True, slots=True)
class TransferPlaces(Button, code="vtp"):
    """The other communities of the oblast."""

    case_id: CaseId
    page: int


@dataclass(frozen=True, slots=True)
class TransferToCommunity(Button, code="vtc"):
    """The areas of a community; where it has none, its coordinators get the case."""

    case_id: CaseId
    community: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class FoundPlaces(Button, code="vtf"):
    """Of the other communities those that fit the name that was typed."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class TransferToArea(Button, code="vta"):
    """Asks for a word to the officers of an area; of the case's own area, to give it back to all of them."""

    case_id: CaseId
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class TransferToOfficer(Button, code="vto"):
    """Asks for a word to an officer."""

    case_id: CaseId
    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class GiveBack(Button, code="vtb"):
    """Asks for a word to the officer who gave the case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class WithoutWord(Button, code="vtw"):
    """Gives the case to whom the open dialog says."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelTransfer(Button, code="vtx"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Given(Button, code="vtg"):
    """Says that the case was given away."""

    case_id: CaseId
