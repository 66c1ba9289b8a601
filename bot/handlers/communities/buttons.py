"""Buttons of communities and their service areas."""

from dataclasses import dataclass

from bot.domain.communities import Mark
from bot.domain.ids import AreaId, InvitationId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class CoordinatorHome(Button, code="kh"):
    """The coordinator's first screen."""


@dataclass(frozen=True, slots=True)
class CommunityList(Button, code="kl"):
    page: int


@dataclass(frozen=True, slots=True)
class WithoutOfficers(Button, code="kb"):
    """The communities where no officer can be reached. `beside`: the message with the button stays."""

    page: int
    beside: bool = False


@dataclass(frozen=True, slots=True)
class FoundListed(Button, code="kfl"):
    """Of the communities that take part, those that fit the name that was typed."""


@dataclass(frozen=True, slots=True)
class FindCommunity(Button, code="kf"):
    """The next message is a name to look for."""


@dataclass(frozen=True, slots=True)
class FoundCommunities(Button, code="kr"):
    """What fits the name that was typed."""


@dataclass(frozen=True, slots=True)
class AddCommunity(Button, code="ka"):
    """Let it take part; opens one that does already."""

    community: str


@dataclass(frozen=True, slots=True)
class CommunityPage(Button, code="kc"):
    community: str


@dataclass(frozen=True, slots=True)
class CheckAreas(Button, code="ky"):
    """What is wrong with the community's areas."""

    community: str
    page: int


@dataclass(frozen=True, slots=True)
class AskMark(Button, code="kg"):
    """What changes when the community is marked, or the mark is taken back."""

    community: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class SetMark(Button, code="kv"):
    community: str
    mark: Mark
    on: bool


@dataclass(frozen=True, slots=True)
class LocalFacts(Button, code="kna"):
    """Numbers to call and the curfew, as they are in this community."""

    community: str


@dataclass(frozen=True, slots=True)
class LocalFactPage(Button, code="knb"):
    community: str
    fact: str


@dataclass(frozen=True, slots=True)
class WriteFact(Button, code="knc"):
    """The next message is the number, or the hours of the curfew."""

    community: str
    fact: str


@dataclass(frozen=True, slots=True)
class ConfirmFact(Button, code="knd"):
    """It is right today."""

    community: str
    fact: str


@dataclass(frozen=True, slots=True)
class ForgetFact(Button, code="kne"):
    """As in the whole country again."""

    community: str
    fact: str


@dataclass(frozen=True, slots=True)
class NewArea(Button, code="kn"):
    """The next message is the name of a new area."""

    community: str


@dataclass(frozen=True, slots=True)
class AreaPage(Button, code="kp"):
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class RenameArea(Button, code="ke"):
    """The next message is the new name."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class ServeWhole(Button, code="kw"):
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class ServeSome(Button, code="ko"):
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class ShareCases(Button, code="kd"):
    """Its new cases are given to its officers in turn, or come to all of them."""

    area_id: AreaId
    in_turn: bool


@dataclass(frozen=True, slots=True)
class Settlements(Button, code="ks"):
    """The settlements of the community, those that the area serves ticked."""

    area_id: AreaId
    page: int


@dataclass(frozen=True, slots=True)
class Serve(Button, code="kt"):
    """Tick a settlement. Where another area serves it, moving is asked for first."""

    area_id: AreaId
    settlement: str
    page: int


@dataclass(frozen=True, slots=True)
class Leave(Button, code="ku"):
    """Untick it."""

    area_id: AreaId
    settlement: str
    page: int


@dataclass(frozen=True, slots=True)
class AskMove(Button, code="kq"):
    """Another area serves the settlement: is it to move?"""

    area_id: AreaId
    settlement: str
    page: int


@dataclass(frozen=True, slots=True)
class MoveSettlement(Button, code="km"):
    area_id: AreaId
    settlement: str
    page: int


@dataclass(frozen=True, slots=True)
class AskCloseArea(Button, code="kx"):
    """What happens when the area is closed."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class CloseArea(Button, code="kz"):
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class InviteOfficer(Button, code="ki"):
    """The next message is the name of the person who is invited."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class Invitations(Button, code="kj"):
    """Those to an area that are open, or wait to be confirmed."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class RevokeInvitation(Button, code="kk"):
    invitation_id: InvitationId
