"""Buttons of communities: the coordinator's work (service areas, the queue), and groups and channels."""

from dataclasses import dataclass

from bot.domain.ids import AreaId, CaseId, ChatId, InvitationId, OfficerId
from bot.domain.subscriptions import Topic
from bot.telegram.buttons import Button


@dataclass(frozen=True, slots=True)
class CoordinatorHome(Button, code="kh"):
    """The coordinator's first screen."""


@dataclass(frozen=True, slots=True)
class CommunityList(Button, code="kl"):
    page: int


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
    """Take the tick away."""

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
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class Invitations(Button, code="kj"):
    """Those to an area that nobody has accepted yet."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class RevokeInvitation(Button, code="kk"):
    invitation_id: InvitationId


@dataclass(frozen=True, slots=True)
class Queue(Button, code="qq"):
    """Cases that no officer may work; of one community, or (empty) of all."""

    community: str
    page: int


@dataclass(frozen=True, slots=True)
class QueuedCase(Button, code="qc"):
    """A queued case without its words: how old it is, and what can be done."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class GiveList(Button, code="qg"):
    """The officers to whom a case can be given."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class GiveCase(Button, code="qv"):
    case_id: CaseId
    officer_id: OfficerId


# Groups and channels.


@dataclass(frozen=True, slots=True)
class CommunityChats(Button, code="gl"):
    """The chats of a community, and how to add one."""

    community: str


@dataclass(frozen=True, slots=True)
class WhoseChat(Button, code="gw"):
    """The bot was let into a chat: to which community does it belong?"""

    chat_id: ChatId
    page: int


@dataclass(frozen=True, slots=True)
class FindForChat(Button, code="gf"):
    """The next message is the name of the community to look for."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class FoundForChat(Button, code="gr"):
    """What fits the name that was typed."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class BindChat(Button, code="gb"):
    chat_id: ChatId
    community: str


@dataclass(frozen=True, slots=True)
class ChatPage(Button, code="gp"):
    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class ChatTopics(Button, code="gt"):
    """The topics whose notices a chat takes, each to be switched."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class TakeTopic(Button, code="gs"):
    chat_id: ChatId
    topic: Topic
    taken: bool


@dataclass(frozen=True, slots=True)
class AskThread(Button, code="gh"):
    """Somebody wrote /here in a forum's topic: are notices to appear there?"""

    chat_id: ChatId
    thread_id: int


@dataclass(frozen=True, slots=True)
class UseThread(Button, code="gu"):
    """`thread_id` is 0 for the general topic."""

    chat_id: ChatId
    thread_id: int


@dataclass(frozen=True, slots=True)
class UnbindChat(Button, code="gx"):
    chat_id: ChatId
