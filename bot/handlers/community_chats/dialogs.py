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
