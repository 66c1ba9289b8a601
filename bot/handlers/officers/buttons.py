"""Buttons of invitations and of an officer's post."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import InvitationId, OfficerId
from bot.domain.officers import Field
from bot.surface.buttons import Button


class Path(StrEnum):
    """On which path a field of a card is asked for; the values are in buttons: short."""

    ACCEPTING = "a"  # before the post is proposed: what cannot be missing
    FILLING = "f"  # once it is given: what may be skipped
    EDITING = "e"


@dataclass(frozen=True, slots=True)
class Invited(Button, code="iv"):
    """The inviter, and what the invitation is to."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class AcceptInvitation(Button, code="ia"):
    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class NotNow(Button, code="in"):
    """Leave the invitation; its link stays good."""


@dataclass(frozen=True, slots=True)
class ConfirmPost(Button, code="ic"):
    """Rank, name and position, before the post is proposed."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class Propose(Button, code="it"):
    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class OwnProposal(Button, code="iw"):
    """The person who proposed: what they wait for, or what came of it."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class WithdrawProposal(Button, code="ix"):
    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class FillCard(Button, code="oc"):
    """What may be skipped of one's card, once the post is given."""

    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class AskField(Button, code="of"):
    """The next message, or one of the choices, goes into this field."""

    officer_id: OfficerId
    field: Field
    path: Path


@dataclass(frozen=True, slots=True)
class ChooseValue(Button, code="ov"):
    """A rank or a position, by its place in the list."""

    officer_id: OfficerId
    field: Field
    path: Path
    number: int


@dataclass(frozen=True, slots=True)
class ClearField(Button, code="ox"):
    officer_id: OfficerId
    field: Field


@dataclass(frozen=True, slots=True)
class SkipField(Button, code="os"):
    officer_id: OfficerId
    field: Field


@dataclass(frozen=True, slots=True)
class Guide(Button, code="og"):
    """How the work with cases goes, in five lines."""


@dataclass(frozen=True, slots=True)
class MyPost(Button, code="om"):
    """An officer's daily work, what residents see of them, their areas, and the links of these."""


@dataclass(frozen=True, slots=True)
class PostMore(Button, code="omm"):
    """What an officer changes less often: the card, the chats of the community, the board."""


@dataclass(frozen=True, slots=True)
class QuietPage(Button, code="oq"):
    """When one's telephone makes no sound."""


@dataclass(frozen=True, slots=True)
class QuietUntilMorning(Button, code="oj"):
    """No sound from now on until the morning."""


@dataclass(frozen=True, slots=True)
class AskQuietBegin(Button, code="ob"):
    """From which hour each day?"""


@dataclass(frozen=True, slots=True)
class AskQuietEnd(Button, code="oe"):
    """And until which one?"""

    begins: int


@dataclass(frozen=True, slots=True)
class QuietDaily(Button, code="oy"):
    """No sound each day from a full hour on, for so many hours."""

    begins: int
    lasts: int


@dataclass(frozen=True, slots=True)
class EndQuiet(Button, code="ow"):
    """No quiet time any more."""


# The coordinator's.


@dataclass(frozen=True, slots=True)
class Proposals(Button, code="iq"):
    """Who waits to be confirmed, wherever one coordinates."""


@dataclass(frozen=True, slots=True)
class Proposal(Button, code="ip"):
    """Who proposes to serve, to be confirmed or declined."""

    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class ConfirmProposal(Button, code="iy"):
    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class DeclineProposal(Button, code="id"):
    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class OfficerPage(Button, code="op"):
    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class AskDismissal(Button, code="od"):
    """What happens when the officer is dismissed."""

    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class Dismiss(Button, code="oz"):
    officer_id: OfficerId
