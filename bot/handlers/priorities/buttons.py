"""Buttons of priorities."""

from dataclasses import dataclass

from bot.domain.ids import AreaId, PriorityId
from bot.domain.priorities import Part
from bot.surface.buttons import Button

# The officer.


@dataclass(frozen=True, slots=True)
class AreaPriorities(Button, code="ul"):
    """The priorities of an officer's area. Leaves the question that is open."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class NewPriority(Button, code="un"):
    """The next message is the problem of a new one, of this half-year or the next."""

    area_id: AreaId
    later: bool


@dataclass(frozen=True, slots=True)
class OwnPriority(Button, code="up"):
    """One of them, with what can be done now. Leaves the question that is open."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class WritePart(Button, code="uw"):
    """The next message is this part of it."""

    priority_id: PriorityId
    part: Part


@dataclass(frozen=True, slots=True)
class AskCouncil(Button, code="ua"):
    """The council gets it to read."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class SetPriority(Button, code="us"):
    """It holds, and residents are told."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class FinishPriority(Button, code="uf"):
    """It is done, and residents are told what came of it."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class AskWithdraw(Button, code="ux"):
    """Whether it is really to go."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class WithdrawPriority(Button, code="uxx"):
    """It goes."""

    priority_id: PriorityId


# The council.


@dataclass(frozen=True, slots=True)
class CouncilPriorities(Button, code="uc"):
    """The priorities of all areas of a community, but for drafts."""

    community: str


@dataclass(frozen=True, slots=True)
class ReadPriority(Button, code="ur"):
    """One of them, and whether the council agrees. Leaves the question that is open."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class AgreeToPriority(Button, code="ug"):
    """The council agrees."""

    priority_id: PriorityId


@dataclass(frozen=True, slots=True)
class RemarkOnPriority(Button, code="um"):
    """The next message is what the council remarks on it."""

    priority_id: PriorityId


# Residents.


@dataclass(frozen=True, slots=True)
class Plans(Button, code="uo"):
    """What the officers of a place see to."""

    community: str
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class Plan(Button, code="uq"):
    """One of them; the place leads back."""

    priority_id: PriorityId
    community: str
    settlement: str = ""
