"""Groups, forums and channels of a community: what the bot may do in one, and what it says there."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.ids import ChatId
from bot.domain.letters import Letter
from bot.domain.subscriptions import NOTICE_TOPICS

AT_FIRST = tuple(topic for topic in NOTICE_TOPICS if not topic.discreet)
"""The topics that a chat takes until a person chooses: of a discreet one no text appears in a chat unasked."""


UNASSIGNED_FOR = timedelta(hours=24)
"""How long the bot stays in a chat that is no community's."""


class ChatKind(StrEnum):
    """The values of `chats.kind` besides `private`."""

    GROUP = "group"
    FORUM = "forum"  # a group split into topics
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Membership:
    """What Telegram says of the bot's part in a chat. `telegram_id` is the chat's."""

    telegram_id: int
    kind: ChatKind
    title: str
    inside: bool
    can_post: bool
    can_pin: bool


class Asked(StrEnum):
    """What a command in a chat asks for."""

    OFFICER = "officer"
    HOURS = "hours"
    HOTLINES = "hotlines"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ChatAnswer(Letter):
    """To a chat: what a command there asked for."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class ChatGreeting(Letter):
    """To a group that the bot was let into. `expected`: by a person who may assign it."""

    expected: bool


@dataclass(frozen=True, slots=True)
class ChatBound(Letter):
    """To a chat that has become a community's."""


@dataclass(frozen=True, slots=True)
class ChatLeft(Letter):
    """To a chat that is no community's: the bot leaves it, in a group with a word before (`says`)."""

    says: bool


class Loss(StrEnum):
    """What the bot can no longer do in a chat, and why."""

    REMOVED = "removed"
    RIGHTS = "rights"
    THREAD = "thread"  # only the forum's topic is gone: it writes in the general one
    PINNING = "pinning"  # it writes on, but pins nothing


@dataclass(frozen=True, slots=True)
class ChatLost(Letter):
    """To the keeper of a chat."""

    chat_id: ChatId
    loss: Loss


def loss_of(reason: str) -> Loss:
    """What a refused delivery means, by Telegram's own text."""
    if "message thread not found" in reason or "TOPIC_" in reason:
        return Loss.THREAD
    return Loss.REMOVED if reason.startswith("403") or "Forbidden" in reason else Loss.RIGHTS
