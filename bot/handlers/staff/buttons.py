"""Buttons by which coordinators manage one another, and lock a lost telephone."""

from dataclasses import dataclass

from bot.domain.ids import PartId, PersonId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class StaffList(Button, code="yl"):
    """Coordinators of one's own places, and officers who are locked there."""

    page: int  # from 0


@dataclass(frozen=True, slots=True)
class StaffPage(Button, code="yp"):
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class AskEnd(Button, code="ye"):
    """End what a person is entrusted with, really?"""

    part_id: PartId


@dataclass(frozen=True, slots=True)
class End(Button, code="yx"):
    part_id: PartId


@dataclass(frozen=True, slots=True)
class AskLock(Button, code="yk"):
    """Lock a person whose telephone is lost, really?"""

    person_id: PersonId


@dataclass(frozen=True, slots=True)
class Lock(Button, code="yz"):
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class Unlock(Button, code="yu"):
    person_id: PersonId
