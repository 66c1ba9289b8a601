"""Groups, forums and channels: what happens in one of them, and what the bot may do there.

group = town.telegram.group("Комишуваха: новини")
await group.adds_bot(by=olena)
await olena.says("/officer", in_=group)
await group.sees("…")
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from telegram import (
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    User,
)

from simulator.accounts import Account
from simulator.chats import ANONYMOUS_ADMIN, Bubble, Conversation, Fields
from simulator.errors import ApiError, bad_request, forbidden, too_many_requests
from simulator.onlookers import Onlooker
from simulator.words import marked

if TYPE_CHECKING:
    from simulator.people import Person

SUPERGROUPS = 10**12  # the ids of supergroups and channels begin here, below zero
_FOREVER = datetime.fromtimestamp(0, UTC)
_topic_ids = count(2)  # 1 is the general one


@dataclass(eq=False)
class Topic:
    """A topic of a forum. Nobody but who may manage topics writes in a closed one; a deleted one is not there."""

    title: str
    id: int = field(default_factory=lambda: next(_topic_ids))
    closed: bool = False


@dataclass
class GroupChat(Conversation):
    """What Telegram knows of a group, forum or channel and the bot in it."""

    member: ChatMember = field(init=False)
    bot: User = field(kw_only=True)
    topics: dict[int, Topic] = field(default_factory=dict)
    people_may_post: bool = True  # who is no administrator; nobody is told when this changes
    slow_mode: timedelta = timedelta(0)
    upgraded_to: int | None = None
    posted: datetime | None = None  # when the bot last wrote

    def __post_init__(self) -> None:
        self.member = ChatMemberLeft(self.bot)

    @property
    def kind(self) -> str:
        """As Telegram's errors name it."""
        return f"{self.chat.type} chat"

    @property
    def admin(self) -> ChatMemberAdministrator | None:
        return self.member if isinstance(self.member, ChatMemberAdministrator) else None

    def check_writable(self) -> None:
        if self.upgraded_to is not None:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.upgraded_to,
            )
        if isinstance(self.member, ChatMemberBanned):
            raise forbidden(f"bot was kicked from the {self.kind}")
        if isinstance(self.member, ChatMemberLeft):
            raise forbidden(f"bot is not a member of the {self.kind}")

    def check_sending(self, now: datetime, thread_id: int | None) -> None:
        self.check_writable()
        if self.chat.type == Chat.CHANNEL:
            if self.admin is None or not self.admin.can_post_messages:
                raise bad_request("need administrator rights in the channel chat")
        elif self.admin is None:
            self._check_as_anybody(now)
        if thread_id is not None:
            self._check_topic(thread_id)
        self.posted = now

    def _check_as_anybody(self, now: datetime) -> None:
        if not self.people_may_post:
            raise bad_request("not enough rights to send text messages to the chat")
        if self.posted is not None and self.posted + self.slow_mode > now:
            raise too_many_requests(max(1, round((self.posted + self.slow_mode - now).total_seconds())))

    def _check_topic(self, thread_id: int) -> None:
        if thread_id not in self.topics:
            raise bad_request("message thread not found")
        if self.topics[thread_id].closed and not (self.admin and self.admin.can_manage_topics):
            raise bad_request("TOPIC_CLOSED")

    def check_pinning(self) -> None:
        self.check_writable()
        of = self.admin
        if not (of and (of.can_edit_messages if self.chat.type == Chat.CHANNEL else of.can_pin_messages)):
            raise bad_request("not enough rights to manage pinned messages in the chat")


class Group(Onlooker):
    """A group, forum or channel as a story tells of it."""

    def __init__(self, chat: GroupChat, bot: Account) -> None:
        super().__init__(bot)
        self._group = chat

    @property
    def name(self) -> str:
        return str(self._group.chat.title)

    @property
    def id(self) -> int:
        """The chat's id at Telegram; another one after an upgrade."""
        return self._group.chat.id

    @property
    def _chat(self) -> GroupChat:
        return self._group

    @property
    def pinned(self) -> list[str]:
        """The words of what is pinned, the latest last."""
        return [bubble.text for bubble in self._group.pinned]

    def topic(self, title: str) -> Topic:
        """The forum's topic of this title, made where there is none."""
        found = next((topic for topic in self._group.topics.values() if topic.title == title), None)
        if found is None:
            found = Topic(title)
            self._group.topics[found.id] = found
        return found

    async def deletes(self, topic: Topic) -> None:
        """A topic goes, with all that stands in it. Nobody is told."""
        del self._group.topics[topic.id]
        self._group.bubbles = {key: each for key, each in self._group.bubbles.items() if each.thread_id != topic.id}

    # The bot's part in it. `by`: who does it; None for an administrator who stays anonymous.

    async def adds_bot(self, *, by: "Person | None", **rights: bool) -> None:
        """As a plain member; in a channel, or with rights (`can_pin`, `can_manage_topics`), as an administrator."""
        if self._group.chat.type == Chat.CHANNEL or rights:
            self._become(self._administrator(**rights), by)
        else:
            self._become(ChatMemberMember(self._group.bot), by)

    async def promotes_bot(self, *, by: "Person | None" = None, **rights: bool) -> None:
        """Make it an administrator with these rights: `can_post`, `can_pin`, `can_manage_topics`."""
        self._become(self._administrator(**rights), by)

    async def demotes_bot(self, *, by: "Person | None" = None) -> None:
        self._become(ChatMemberMember(self._group.bot), by)

    async def removes_bot(self, *, by: "Person | None" = None) -> None:
        self._become(ChatMemberBanned(self._group.bot, _FOREVER), by)

    async def silences_people(self) -> None:
        """Only administrators write from now on."""
        self._group.people_may_post = False

    async def slows_down(self, between: timedelta) -> None:
        self._group.slow_mode = between

    async def becomes_supergroup(self) -> None:
        """It goes on under another id; what was said stays behind."""
        old = self._group
        new_id = old.chat.id - SUPERGROUPS
        new = GroupChat(Chat(new_id, Chat.SUPERGROUP, old.chat.title), bot=old.bot)
        new.member = old.member
        new.people_may_post = old.people_may_post
        old.upgraded_to = new_id
        self._bot.conversations[new_id] = new
        self._say(ANONYMOUS_ADMIN, {"migrate_to_chat_id": new_id})
        self._group, self._acted = new, 0
        self._say(ANONYMOUS_ADMIN, {"migrate_from_chat_id": old.chat.id})

    # What is said in it.

    async def posts(self, text: str, *, topic: Topic | None = None) -> Bubble:
        """By an administrator who stays anonymous; in a channel there are no others."""
        return self.hears(ANONYMOUS_ADMIN, text, topic=topic)

    def hears(self, who: User, text: str, *, reply_to: Bubble | None = None, topic: Topic | None = None) -> Bubble:
        """Somebody says something. A bot that is no administrator is told of commands and replies to it alone."""
        fields: Fields = {"text": text, "entities": marked(text)}
        if topic is not None:
            fields |= {"message_thread_id": topic.id, "is_topic_message": True}
        return self._say(who, fields, reply_to)

    def _say(self, who: User, fields: Fields, reply_to: Bubble | None = None) -> Bubble:
        bubble = self._group.add(who, self._bot.clock.now(), fields, reply_to)
        channel = self._group.chat.type == Chat.CHANNEL
        if self._reaches_bot(bubble):
            self._tell("channel_post" if channel else "message", bubble.message.to_dict())
        self._acted = self._group.mark
        return bubble

    def _reaches_bot(self, bubble: Bubble) -> bool:
        if isinstance(self._group.member, ChatMemberLeft | ChatMemberBanned):
            return False
        is_service = "text" not in bubble.fields
        answers_bot = bubble.reply_to is not None and bubble.reply_to.sender.id == self._bot.user.id
        command = bubble.text.split()[0] if bubble.text.startswith("/") else ""
        to_bot = command and command.partition("@")[2] in ("", self._bot.user.username)
        return bool(self._group.admin or is_service or answers_bot or to_bot)

    # How it comes about.

    def _administrator(self, **rights: bool) -> ChatMemberAdministrator:
        channel = self._group.chat.type == Chat.CHANNEL
        return ChatMemberAdministrator(
            self._group.bot,
            can_be_edited=False,
            is_anonymous=False,
            can_manage_chat=True,
            can_delete_messages=False,
            can_manage_video_chats=False,
            can_restrict_members=False,
            can_promote_members=False,
            can_change_info=False,
            can_invite_users=False,
            can_post_stories=False,
            can_edit_stories=False,
            can_delete_stories=False,
            can_post_messages=rights.get("can_post", True) if channel else None,
            can_edit_messages=rights.get("can_pin", False) if channel else None,
            can_pin_messages=None if channel else rights.get("can_pin", False),
            can_manage_topics=rights.get("can_manage_topics", False) if self._group.chat.is_forum else None,
        )

    def _become(self, after: ChatMember, by: "Person | None") -> None:
        before, self._group.member = self._group.member, after
        who = ANONYMOUS_ADMIN if by is None else by.user
        update = ChatMemberUpdated(self._group.chat, who, self._bot.clock.now(), before, after)
        self._acted = self._group.mark
        self._tell("my_chat_member", update.to_dict())

    def _tell(self, kind: str, about: Mapping[str, object]) -> None:
        self._bot.updates.put(kind, self.id, about)
