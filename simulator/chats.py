"""A chat between a bot and a person: its messages (bubbles), and who may write to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from telegram import (
    Chat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    User,
)

from simulator.errors import bad_request, forbidden

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
ANONYMOUS_ADMIN = User(1087968824, "Group", is_bot=True, username="GroupAnonymousBot")  # as Telegram shows one
Fields = dict[str, Any]  # keyword arguments of telegram.Message: what a message says, shows and carries
# Fields of what Telegram itself says in a chat.
SERVICE = ("migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created", "forum_topic_edited")

# python-telegram-bot writes these as false where Telegram writes nothing.
_LEFT_OUT: Fields = dict.fromkeys(
    ("channel_chat_created", "delete_chat_photo", "group_chat_created", "supergroup_chat_created")
)
_topic_ids = count(2)  # 1 is the general one


class Bubble:
    """A message as it is in a chat now. `mark` grows with every change in that chat: the order of changes."""

    def __init__(self, chat: Chat, message_id: int, date: datetime, sender: User, mark: int) -> None:
        self.chat = chat
        self.id = message_id
        self.date = date
        self.sender = sender
        self.mark = mark
        self.fields: Fields = {}
        self.markup: Markup | None = None
        self.reply_to: Bubble | None = None
        self.reacted: dict[int, tuple[str, ...]] = {}  # who (user id) → emoji
        self.delivered = False  # whether the bot got it as an update: of a group it gets only some

    def change(self, fields: Fields, mark: int) -> None:
        """Say something else from now on."""
        self.fields = fields
        self.mark = mark

    @property
    def message(self) -> Message:
        """As Telegram sends it: with what it replies to, but not with what that replies to."""
        return _message(self, None if self.reply_to is None else _message(self.reply_to, None))

    @property
    def text(self) -> str:
        """Text or caption, whichever it has."""
        return self.fields.get("text") or self.fields.get("caption") or ""

    @property
    def entities(self) -> Sequence[MessageEntity]:
        return self.fields.get("entities") or self.fields.get("caption_entities") or ()

    @property
    def inline(self) -> list[InlineKeyboardButton]:
        """The inline buttons, row by row."""
        if not isinstance(self.markup, InlineKeyboardMarkup):
            return []
        return [button for row in self.markup.inline_keyboard for button in row]

    @property
    def buttons(self) -> list[str]:
        """Labels of the inline buttons."""
        return [button.text for button in self.inline]

    @property
    def thread_id(self) -> int | None:
        """The topic in which it is; None for the general one."""
        return self.fields.get("message_thread_id")

    @property
    def from_bot(self) -> bool:
        return self.sender.is_bot

    @property
    def edited(self) -> bool:
        return "edit_date" in self.fields

    @property
    def reactions(self) -> list[str]:
        return [emoji for emojis in self.reacted.values() for emoji in emojis]

    def __repr__(self) -> str:
        return f"<Bubble {self.id} in {self.chat.id}: {self.text!r}>"


def _message(bubble: Bubble, reply_to: Message | None) -> Message:
    in_channel = bubble.chat.type == Chat.CHANNEL  # which posts in its own name
    return Message(
        bubble.id,
        date=bubble.date,
        chat=bubble.chat,
        from_user=None if in_channel else bubble.sender,
        sender_chat=bubble.chat if in_channel or bubble.sender.id == ANONYMOUS_ADMIN.id else None,
        reply_to_message=reply_to,
        reply_markup=bubble.markup if isinstance(bubble.markup, InlineKeyboardMarkup) else None,
        **bubble.fields,
        **_LEFT_OUT,
    )


@dataclass(eq=False)
class Topic:
    """A topic of a chat. In a closed one only those who may manage topics write; a deleted one is removed."""

    title: str
    id: int = field(default_factory=lambda: next(_topic_ids))
    closed: bool = False
    icon: str = ""  # the id of a custom emoji

    @property
    def marks(self) -> Fields:
        """The fields that mark a message as one of this topic."""
        return {"message_thread_id": self.id, "is_topic_message": True}


@dataclass(frozen=True, slots=True)
class Doing:
    """What the bot is seen doing, by a chat action: until then, or until it writes."""

    action: str
    until: datetime


@dataclass
class Conversation:
    """A chat of one bot: a private one. Groups and channels differ in who may do what there (groups.GroupChat)."""

    chat: Chat
    started: bool = False  # the person pressed Start: until then the bot may not write
    blocked: bool = False
    bubbles: dict[int, Bubble] = field(default_factory=dict)  # in order; what was deleted is gone
    keyboard: ReplyKeyboardMarkup | None = None
    asking: Bubble | None = None  # what the bot wants an answer to, by ForceReply
    doing: Doing | None = None
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[Bubble] = field(default_factory=list)  # the latest last
    mark: int = 0
    _last_id: int = 0

    def check_writable(self) -> None:
        """Raises ApiError with Telegram's text when the bot may not write here."""
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.started:
            raise forbidden("bot can't initiate conversation with a user")

    def check_sending(self, now: datetime, thread_id: int | None, what: str) -> None:
        """The same for a new message, in a topic where one is named. `what` it is, as Telegram's errors name it."""
        self.check_writable()
        self.check_topic(thread_id)

    def check_topic(self, thread_id: int | None) -> None:
        if thread_id is not None and thread_id not in self.topics:
            raise bad_request("message thread not found")

    def check_pinning(self) -> None:
        """Raises ApiError when the bot may not pin messages here."""
        self.check_writable()

    def reaches_bot(self, bubble: Bubble) -> bool:
        """Whether the bot gets what a person says here."""
        return True

    @property
    def shows_reactions(self) -> bool:
        """Whether the bot gets people's reactions here."""
        return True

    def topic(self, title: str) -> Topic:
        """The topic of this title, made where there is none."""
        found = next((topic for topic in self.topics.values() if topic.title == title), None)
        if found is None:
            found = Topic(title)
            self.topics[found.id] = found
        return found

    def remove(self, topic: Topic) -> None:
        """A topic goes, with all its messages."""
        del self.topics[topic.id]
        for bubble in [each for each in self.bubbles.values() if each.thread_id == topic.id]:
            self.forget(bubble)

    def add(
        self,
        sender: User,
        date: datetime,
        fields: Fields,
        reply_to: Bubble | None = None,
        markup: Markup | None = None,
    ) -> Bubble:
        self._last_id += 1
        bubble = Bubble(self.chat, self._last_id, date, sender, self.next_mark())
        bubble.fields = fields
        bubble.reply_to = reply_to
        bubble.markup = markup
        self.bubbles[bubble.id] = bubble
        if markup is not None and not isinstance(markup, InlineKeyboardMarkup):  # each of these ends the one before
            self.keyboard = markup if isinstance(markup, ReplyKeyboardMarkup) else None
            self.asking = bubble if isinstance(markup, ForceReply) else None
        return bubble

    def forget(self, bubble: Bubble) -> None:
        """It is deleted, for everybody."""
        del self.bubbles[bubble.id]
        self.pinned = [each for each in self.pinned if each is not bubble]
        self.asking = None if self.asking is bubble else self.asking

    def next_mark(self) -> int:
        self.mark += 1
        return self.mark

    def newest(self, text: str, since: int) -> Bubble | None:
        """What came or changed last, after this mark, of all that has the text in it."""
        matching = [bubble for bubble in self.bubbles.values() if bubble.mark > since and text in bubble.text]
        return max(matching, key=lambda bubble: bubble.mark, default=None)

    def find(self, message_id: int, otherwise: str) -> Bubble:
        """Raises ApiError with the text `otherwise`."""
        try:
            return self.bubbles[message_id]
        except KeyError:
            raise bad_request(otherwise) from None
