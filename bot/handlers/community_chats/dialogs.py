"""What the keeper of a chat is asked to type."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import ChatId


@dataclass(frozen=True, slots=True)
class FindingForChat(Dialog, flow="find for chat", lasts=timedelta(hours=1)):
    """The next message is the name of the community to which the chat belongs. `query`: what was typed last."""

    chat_id: ChatId
    query: str = ""


@dataclass(frozen=True, slots=True)
class FindingForRequest(Dialog, flow="find for request"):
    """The same, for the administrator of a chat who asks for an officer."""

    chat_id: ChatId
    query: str = ""
