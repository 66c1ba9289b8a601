"""Buttons of joining, and of the council."""

from dataclasses import dataclass

from bot.domain.communities import Enrolment
from bot.domain.ids import InvitationId, PartId
from bot.domain.joining import FunnelForm, Item, JoiningAct
from bot.domain.people import CouncilPost
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class JoiningPage(Button, code="ej"):
    """Where a community is on its way, for its council and its coordinators. `beside`: the message with the button
    stays.
    """

    community: str
    beside: bool = False


@dataclass(frozen=True, slots=True)
class AboutProject(Button, code="ea"):
    """What the project is, what a community gives and what it gets."""

    community: str


@dataclass(frozen=True, slots=True)
class JoiningHistory(Button, code="ey"):
    community: str


@dataclass(frozen=True, slots=True)
class MakeStep(Button, code="es"):
    """Where it needs a reason, that is asked for first."""

    community: str
    step: JoiningAct


@dataclass(frozen=True, slots=True)
class NoteMemorandum(Button, code="em"):
    """The next message is its number and its day."""

    community: str


@dataclass(frozen=True, slots=True)
class MemorandumPage(Button, code="eh"):
    community: str


@dataclass(frozen=True, slots=True)
class AttachMemorandum(Button, code="ek"):
    """The next message is its file."""

    community: str


@dataclass(frozen=True, slots=True)
class OpenMemorandum(Button, code="eg"):
    """Its file, as a message of its own."""

    community: str


# The list of readiness.


@dataclass(frozen=True, slots=True)
class ReadinessPage(Button, code="er"):
    community: str


@dataclass(frozen=True, slots=True)
class ItemPage(Button, code="et"):
    community: str
    item: Item


@dataclass(frozen=True, slots=True)
class SetReady(Button, code="eo"):
    community: str
    item: Item
    on: bool


@dataclass(frozen=True, slots=True)
class WriteDetail(Button, code="ew"):
    """The next message is what is to be known of it."""

    community: str
    item: Item


@dataclass(frozen=True, slots=True)
class ShowOffice(Button, code="eb"):
    """The office as a point on the map."""

    community: str


@dataclass(frozen=True, slots=True)
class TurnResponsible(Button, code="eu"):
    """Another side sees to it."""

    community: str
    item: Item


# The council's people.


@dataclass(frozen=True, slots=True)
class Councils(Button, code="ev"):
    """The communities of whose councils a person is."""


@dataclass(frozen=True, slots=True)
class AskCoordinator(Button, code="e4"):
    """The next message is a question to the community's coordinators."""

    community: str


@dataclass(frozen=True, slots=True)
class CouncilPage(Button, code="ec"):
    """Who is of the council, and who is invited to it."""

    community: str


@dataclass(frozen=True, slots=True)
class ChooseCouncilPost(Button, code="ep"):
    community: str


@dataclass(frozen=True, slots=True)
class InviteToCouncil(Button, code="ei"):
    """The next message is the name of the person who is invited."""

    community: str
    post: CouncilPost


@dataclass(frozen=True, slots=True)
class PrintInvitation(Button, code="eq"):
    """The letter to the leadership, as a page with the QR of a fresh link; the one before is void."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class AskEndMember(Button, code="ee"):
    part_id: PartId


@dataclass(frozen=True, slots=True)
class EndMember(Button, code="ex"):
    part_id: PartId


@dataclass(frozen=True, slots=True)
class AskLockMember(Button, code="ez"):
    """Their telephone is lost, really?"""

    part_id: PartId


@dataclass(frozen=True, slots=True)
class LockMember(Button, code="e1"):
    part_id: PartId


@dataclass(frozen=True, slots=True)
class UnlockMember(Button, code="e2"):
    part_id: PartId


@dataclass(frozen=True, slots=True)
class MemberPage(Button, code="e3"):
    """A person of the council, for who may lock them or end what they are entrusted with."""

    part_id: PartId


# The coordinator's view of all.


@dataclass(frozen=True, slots=True)
class Funnel(Button, code="ef"):
    """How many communities are at each step."""


@dataclass(frozen=True, slots=True)
class FunnelFile(Button, code="ed"):
    """All of it as a picture, or as a table."""

    form: FunnelForm


@dataclass(frozen=True, slots=True)
class AtStep(Button, code="el"):
    """Those at a step, the one that waits longest first."""

    enrolment: Enrolment
    page: int
