"""Groups, forums and channels: what happens in one of them, and what the bot may do there.

group = town.telegram.group("Комишуваха: новини")
await group.adds_bot(by=olena)
await olena.says("/officer", in_=group)
await group.sees("…")
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from telegram import (
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberOwner,
    ChatMemberUpdated,
    ChatPermissions,
    User,
)

from simulator.accounts import Account
from simulator.chats import ANONYMOUS_ADMIN, SERVICE, Bubble, Conversation, Fields, Topic
from simulator.errors import ApiError, bad_request, forbidden, too_many_requests
from simulator.onlookers import Onlooker
from simulator.words import marked

if TYPE_CHECKING:
    from simulator.people import Person

SUPERGROUPS = 10**12  # the ids of supergroups and channels begin here, below zero
_FOREVER = datetime.fromtimestamp(0, UTC)


@dataclass
class GroupChat(Conversation):
    """What Telegram knows of a group, forum or channel and the bot in it."""

    member: ChatMember = field(init=False)
    bot: User = field(kw_only=True)
    people_may_post: bool = True  # who is no administrator; nobody is notified of a change
    people_may_show: bool = True  # photos and other files
    administrators: dict[int, ChatMemberOwner | ChatMemberAdministrator] = field(default_factory=dict)  # by user id
    general_closed: bool = False  # of a forum, the topic that cannot be deleted
    deleted: bool = False
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
        if self.deleted:
            raise forbidden("the group chat was deleted")
        if isinstance(self.member, ChatMemberBanned):
            raise forbidden(f"bot was kicked from the {self.kind}")
        if isinstance(self.member, ChatMemberLeft):
            raise forbidden(f"bot is not a member of the {self.kind}")

    def check_sending(self, now: datetime, thread_id: int | None, what: str) -> None:
        self.check_writable()
        if self.chat.type == Chat.CHANNEL:
            if self.admin is None or not self.admin.can_post_messages:
                raise bad_request("need administrator rights in the channel chat")
        elif self.admin is None:
            self._check_as_anybody(now, what)
        self.check_topic(thread_id)
        self.posted = now

    def _check_as_anybody(self, now: datetime, what: str) -> None:
        is_text = what == "text messages"
        if not self.people_may_post or not (is_text or self.people_may_show):
            raise bad_request(f"not enough rights to send {what} to the chat")
        if self.posted is not None and self.posted + self.slow_mode > now:
            raise too_many_requests(max(1, round((self.posted + self.slow_mode - now).total_seconds())))

    def check_topic(self, thread_id: int | None) -> None:
        super().check_topic(thread_id)
        manages = self.admin is not None and self.admin.can_manage_topics
        closed = self.general_closed if thread_id is None else self.topics[thread_id].closed
        if closed and not manages:
            raise bad_request("TOPIC_CLOSED")

    @property
    def permissions(self) -> ChatPermissions:
        """What who is no administrator may do, as `getChat` tells it."""
        shows = self.people_may_post and self.people_may_show
        return ChatPermissions(
            can_send_messages=self.people_may_post,
            can_send_audios=shows,
            can_send_documents=shows,
            can_send_photos=shows,
            can_send_videos=shows,
            can_send_video_notes=shows,
            can_send_voice_notes=shows,
        )

    def named_to_bot(self) -> list[ChatMember]:
        """The administrators that Telegram names to the bot: one who stays anonymous only to another administrator."""
        if self.admin is None and self.chat.type == Chat.CHANNEL:
            raise bad_request("member list is inaccessible")
        named = [each for each in self.administrators.values() if self.admin is not None or not each.is_anonymous]
        return [*named, *([self.admin] if self.admin else [])]

    def check_pinning(self) -> None:
        self.check_writable()
        of = self.admin
        if not (of and (of.can_edit_messages if self.chat.type == Chat.CHANNEL else of.can_pin_messages)):
            raise bad_request("not enough rights to manage pinned messages in the chat")

    def reaches_bot(self, bubble: Bubble) -> bool:
        """A bot that is no administrator gets only commands and replies to it."""
        if isinstance(self.member, ChatMemberLeft | ChatMemberBanned):
            return False
        is_service = any(name in bubble.fields for name in SERVICE)
        answers_bot = bubble.reply_to is not None and bubble.reply_to.sender.id == self.bot.id
        text = bubble.fields.get("text", "")
        command = text.split()[0] if text.startswith("/") else ""
        to_bot = command and command.partition("@")[2] in ("", self.bot.username)
        return bool(self.admin or is_service or answers_bot or to_bot)

    @property
    def shows_reactions(self) -> bool:
        return self.admin is not None


def administrator(
    user: User,
    *,
    is_anonymous: bool = False,
    can_post: bool | None = None,
    can_edit: bool | None = None,
    can_pin: bool | None = None,
    can_manage_topics: bool | None = None,
) -> ChatMemberAdministrator:
    """One who may do nothing but what comes with it, and these; None: what the chat does not know."""
    return ChatMemberAdministrator(
        user,
        can_be_edited=False,
        is_anonymous=is_anonymous,
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
        can_post_messages=can_post,
        can_edit_messages=can_edit,
        can_pin_messages=can_pin,
        can_manage_topics=can_manage_topics,
    )


class Group(Onlooker):
    """A group, forum or channel, for stories."""

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
        """The texts of the pinned messages, the latest last."""
        return [bubble.text for bubble in self._group.pinned]

    def topic(self, title: str) -> Topic:
        """The forum's topic of this title, made where there is none."""
        return self._group.topic(title)

    async def deletes(self, topic: Topic) -> None:
        """A topic goes, with all its messages. Nobody is notified."""
        self._group.remove(topic)

    # The bot's part in it. `by`: who does it; None for an administrator who stays anonymous.

    async def adds_bot(self, *, by: "Person | None", as_member: bool = False, **rights: bool) -> None:
        """As a plain member; in a channel, or with rights (`can_pin`, `can_manage_topics`), as an administrator.

        Who does it administers the chat, unless they are a member who may add others.
        """
        if by is not None and not as_member:
            self.has_administrator(by)
        if self._group.chat.type == Chat.CHANNEL or rights:
            self._become(self._administrator(**rights), by)
        else:
            self._become(ChatMemberMember(self._group.bot), by)

    def has_administrator(self, person: "Person", *, anonymous: bool = False) -> None:
        """This person administers the chat; as its owner, if nobody did before."""
        others = self._group.administrators
        if not others:
            others[person.id] = ChatMemberOwner(person.user, anonymous)
        elif person.id not in others:
            others[person.id] = administrator(person.user, is_anonymous=anonymous)

    def dismisses(self, person: "Person") -> None:
        """This person administers the chat no more. The bot is not notified."""
        del self._group.administrators[person.id]

    async def promotes_bot(self, *, by: "Person | None" = None, **rights: bool) -> None:
        """Make it an administrator with these rights: `can_post`, `can_pin`, `can_manage_topics`."""
        if by is not None:
            self.has_administrator(by)
        self._become(self._administrator(**rights), by)

    async def demotes_bot(self, *, by: "Person | None" = None) -> None:
        self._become(ChatMemberMember(self._group.bot), by)

    async def removes_bot(self, *, by: "Person | None" = None) -> None:
        self._become(ChatMemberBanned(self._group.bot, _FOREVER), by)

    async def silences_people(self, *, silent: bool = True) -> None:
        """Only administrators write from now on; or everybody again. Nobody is notified."""
        self._group.people_may_post = not silent

    async def forbids_files(self, *, forbidden: bool = True) -> None:
        """Only administrators show photos and other files from now on; or everybody again. Nobody is notified."""
        self._group.people_may_show = not forbidden

    async def closes(self, topic: Topic | None, *, closed: bool = True) -> None:
        """A topic (None: the general one) is closed, or opened again. Nobody is notified."""
        if topic is None:
            self._group.general_closed = closed
        else:
            topic.closed = closed

    async def goes(self) -> None:
        """The chat itself is deleted. Nobody is notified."""
        self._group.deleted = True

    async def slows_down(self, between: timedelta) -> None:
        self._group.slow_mode = between

    async def becomes_supergroup(self) -> None:
        """It goes on under another id; what was said stays behind."""
        old = self._group
        new_id = old.chat.id - SUPERGROUPS
        new = GroupChat(Chat(new_id, Chat.SUPERGROUP, old.chat.title), bot=old.bot)
        new.member = old.member
        new.administrators = old.administrators
        new.people_may_show = old.people_may_show
        new.people_may_post = old.people_may_post
        old.upgraded_to = new_id
        self._bot.conversations[new_id] = new
        self.add_message(ANONYMOUS_ADMIN, {"migrate_to_chat_id": new_id})
        self._group, self._acted = new, 0
        self.add_message(ANONYMOUS_ADMIN, {"migrate_from_chat_id": old.chat.id})

    # What is said in it.

    async def posts(self, text: str, *, topic: Topic | None = None) -> Bubble:
        """By an administrator who stays anonymous; in a channel there are no others."""
        marks = {} if topic is None else topic.marks
        return self.add_message(ANONYMOUS_ADMIN, {"text": text, "entities": marked(text)} | marks)

    def add_message(self, who: User, said: Fields, reply_to: Bubble | None = None) -> Bubble:
        """A message of a person. In a channel it is sent in the name of the channel."""
        channel = self._group.chat.type == Chat.CHANNEL
        sender = ANONYMOUS_ADMIN if channel else who
        bubble = self._group.add(sender, self._bot.clock.now(), said, reply_to)
        bubble.delivered = self._group.reaches_bot(bubble)
        if bubble.delivered:
            self._send_update("channel_post" if channel else "message", bubble.message.to_dict())
        self._acted = self._group.mark
        return bubble

    # How it comes about.

    def _administrator(self, **rights: bool) -> ChatMemberAdministrator:
        channel = self._group.chat.type == Chat.CHANNEL
        return administrator(
            self._group.bot,
            can_post=rights.get("can_post", True) if channel else None,
            can_edit=rights.get("can_pin", False) if channel else None,
            can_pin=None if channel else rights.get("can_pin", False),
            can_manage_topics=rights.get("can_manage_topics", False) if self._group.chat.is_forum else None,
        )

    def _become(self, after: ChatMember, by: "Person | None") -> None:
        before, self._group.member = self._group.member, after
        who = ANONYMOUS_ADMIN if by is None else by.user
        update = ChatMemberUpdated(self._group.chat, who, self._bot.clock.now(), before, after)
        self._acted = self._group.mark
        self._send_update("my_chat_member", update.to_dict())

    def _send_update(self, kind: str, about: Mapping[str, object]) -> None:
        self._bot.updates.put(kind, self.id, about)
