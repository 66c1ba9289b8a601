"""Buttons of the queue."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, OfficerId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class Queue(Button, code="qq"):
    """Cases that no officer may work; of one community, or (empty) of all."""

    community: str
    page: int


@dataclass(frozen=True, slots=True)
class Overdue(Button, code="qo"):
    """What is overdue where one coordinates, and who does not answer. `beside`: the message with the button stays."""

    page: int
    beside: bool = False


@dataclass(frozen=True, slots=True)
class QueuedCase(Button, code="qc"):
    """A queued case without its messages: how old it is, and what can be done."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class GiveList(Button, code="qg"):
    """The officers to whom a case can be given."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class GivePage(Button, code="qh"):
    """Another page of them."""

    case_id: CaseId
    page: int


@dataclass(frozen=True, slots=True)
class GiveCase(Button, code="qv"):
    case_id: CaseId
    officer_id: OfficerId
