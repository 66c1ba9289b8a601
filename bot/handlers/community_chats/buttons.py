"""Buttons of groups and channels."""

from dataclasses import dataclass

from bot.domain.community_chats import Unproven
from bot.domain.ids import ChatId
from bot.domain.subscriptions import Topic
from bot.surface.buttons import Button


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
    """It is this community's: Telegram is asked whether the person administers the chat."""

    chat_id: ChatId
    community: str


@dataclass(frozen=True, slots=True)
class NotBound(Button, code="go"):
    """Telegram does not say that they do."""

    chat_id: ChatId
    community: str
    unproven: Unproven


@dataclass(frozen=True, slots=True)
class DeclineChat(Button, code="gn"):
    """It is no community's: the bot leaves it."""

    chat_id: ChatId


def request_payload(chat_id: ChatId) -> str:
    """What the link carries by which a chat's administrator asks for an officer."""
    return f"c-{chat_id}"


@dataclass(frozen=True, slots=True)
class AskForOfficer(Button, code="ga"):
    """A chat's administrator, who is to ask for an officer: Telegram is asked whether they are one."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class NotAdministrator(Button, code="gj"):
    """Telegram does not say that they are."""

    chat_id: ChatId
    unproven: Unproven


@dataclass(frozen=True, slots=True)
class ChooseForRequest(Button, code="gq"):
    """Of which community is an officer asked for?"""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class FindForRequest(Button, code="gi"):
    """The next message is the name of the community."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class FoundForRequest(Button, code="gm"):
    """What fits the name that was typed."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class SendRequest(Button, code="ge"):
    chat_id: ChatId
    community: str


@dataclass(frozen=True, slots=True)
class AcceptRequest(Button, code="gy"):
    """The officer links the chat: Telegram is asked once more."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class TurnDownRequest(Button, code="gz"):
    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class ChatPage(Button, code="gp"):
    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class CheckChat(Button, code="gc"):
    """Look again at what the bot may do in a chat."""

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
    """A person wrote /here in a forum's topic: are notices to appear there?"""

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
