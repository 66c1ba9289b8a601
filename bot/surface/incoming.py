"""What arrives, as data of our own. The adapter builds these; nothing in them is a class of Telegram's.

Ids of accounts, chats and messages are the surface's own.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import Body
from bot.domain.community_chats import Membership


@dataclass(frozen=True, slots=True)
class Answered:
    """The message that another one answers."""

    message_id: int
    by_bot: bool
    text: str  # or its caption


@dataclass(frozen=True, slots=True)
class PrivateMessage:
    """A private message, as it was sent or as it is after an edit."""

    message_id: int
    sent_at: datetime
    text: str  # as it was typed; empty where the message is a file, with a caption or without
    body: Body | None  # None: of a kind that cannot be passed on (a poll, a game, a story)
    album: str | None = None
    answered: Answered | None = None
    own_contact: bool = False  # the contact of the very account that sends it
    live_place: bool = False  # a place that its sender goes on moving; the bot does not follow it
    from_bot: bool = False  # forwarded: one of the bot's own messages
    quotes_bot: bool = False  # it answers a part of one of the bot's own messages


@dataclass(frozen=True, slots=True)
class Account:
    """What an account is called. Nothing but a proposal to take a post stores it, and none but its judges see it."""

    name: str
    username: str | None


@dataclass(frozen=True, slots=True)
class Reacted:
    """A person's reaction to a message. `emoji` is empty where it was taken back, None where no other could set it."""

    message_id: int
    emoji: str | None


@dataclass(frozen=True, slots=True)
class ReachChanged:
    """A person has blocked the bot, or unblocked it."""

    chat_id: int
    reachable: bool


@dataclass(frozen=True, slots=True)
class ChatCommand:
    """A command in a group or channel."""

    chat_id: int
    is_forum: bool
    thread_id: int | None  # the forum's topic; a thread of replies is none
    author_id: int | None  # the account; None for a message in the name of a chat
    as_chat: bool  # in the name of the chat itself: an administrator who stays anonymous
    words: str = ""  # what is written behind it; nobody reads it, but for a board's code


@dataclass(frozen=True, slots=True)
class ChatChanged:
    """The bot was let into a group or channel, given or refused rights, or removed."""

    membership: Membership
    by: int | None  # the account; None for an administrator who stays anonymous


@dataclass(frozen=True, slots=True)
class ChatMoved:
    """A group has another id from now on. It may be reported twice."""

    old_id: int
    new_id: int
