"""People with telephones: what they do in their private chat with the bot, and what they see there.

Every act is one line of a story. `sees` looks at what came or changed after the person's own last act. What people say
and send goes to the private chat, or into a group (`in_`), and there, where a `topic` is named, into that.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from urllib.parse import parse_qs, urlsplit

from telegram import (
    BackgroundTypeChatTheme,
    CallbackQuery,
    ChatBackground,
    ChatMember,
    ChatMemberBanned,
    ChatMemberMember,
    ChatMemberUpdated,
    Contact,
    ExternalReplyInfo,
    InlineKeyboardButton,
    KeyboardButton,
    Location,
    MessageEntity,
    MessageOriginHiddenUser,
    MessageOriginUser,
    MessageReactionUpdated,
    ReactionTypeEmoji,
    TextQuote,
    User,
)

from simulator.accounts import Account, Query
from simulator.chats import Bubble, Conversation, Fields, Topic
from simulator.files import Upload, sample
from simulator.groups import Group
from simulator.onlookers import Onlooker
from simulator.words import marked

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_FOREVER = datetime.fromtimestamp(0, UTC)
_query_ids = count(1)


@dataclass(frozen=True)
class Part:
    """A file that a person sends: alone, or as part of an album. `size` pretends that the file is bigger than it is.

    Without a `content` it has what a file of its name may have (`files.sample`).
    """

    kind: str
    caption: str = ""
    file_name: str = "file"
    content: bytes = b""
    about: Mapping[str, object] = field(default_factory=dict)
    size: int | None = None


class Unable(AssertionError):
    """What Telegram's own programs would not let a person do; `why` names what is in the way."""

    def __init__(self, why: str, text: str) -> None:
        super().__init__(text)
        self.why = why


class Person(Onlooker):
    """A person in their private chat with one bot."""

    def __init__(self, user: User, bot: Account) -> None:
        super().__init__(bot)
        self.user = user

    @property
    def name(self) -> str:
        return self.user.first_name

    @property
    def id(self) -> int:
        """The Telegram user id, which is the private chat's id too."""
        return self.user.id

    # What they do

    async def starts(self, payload: str = "") -> Bubble:
        """Press Start, or follow a deep link with a payload. If the bot was blocked, this unblocks it."""
        if not _PAYLOAD.fullmatch(payload):
            raise Unable("payload", f"Telegram does not carry the start payload {payload!r}")
        if self._chat.blocked:
            await self.unblocks()
        self._chat.started = True
        return await self.says(f"/start {payload}".strip())

    async def says(
        self,
        text: str,
        *,
        reply_to: Bubble | None = None,
        entities: Sequence[MessageEntity] = (),
        in_: Group | None = None,
        topic: Topic | None = None,
    ) -> Bubble:
        return self._send({"text": text, "entities": tuple(entities) or marked(text)}, reply_to, in_, topic)

    async def sends(
        self, part: Part, *, reply_to: Bubble | None = None, in_: Group | None = None, topic: Topic | None = None
    ) -> Bubble:
        return self._send(self._content(part), reply_to, in_, topic)

    async def sends_photo(self, caption: str = "", *, reply_to: Bubble | None = None) -> Bubble:
        return await self.sends(Part("photo", caption), reply_to=reply_to)

    async def sends_video(self, caption: str = "", *, reply_to: Bubble | None = None) -> Bubble:
        return await self.sends(Part("video", caption, "video.mp4"), reply_to=reply_to)

    async def sends_voice(self, caption: str = "", *, reply_to: Bubble | None = None) -> Bubble:
        return await self.sends(Part("voice", caption), reply_to=reply_to)

    async def sends_video_note(self, *, reply_to: Bubble | None = None) -> Bubble:
        return await self.sends(Part("video_note"), reply_to=reply_to)

    async def sends_audio(self, title: str = "", performer: str = "", *, reply_to: Bubble | None = None) -> Bubble:
        about = {name: value for name, value in (("title", title), ("performer", performer)) if value}
        return await self.sends(Part("audio", file_name="audio.mp3", about=about), reply_to=reply_to)

    async def sends_document(self, file_name: str, caption: str = "", *, reply_to: Bubble | None = None) -> Bubble:
        return await self.sends(Part("document", caption, file_name), reply_to=reply_to)

    async def sends_sticker(self, *, reply_to: Bubble | None = None) -> Bubble:
        return await self.sends(Part("sticker", about={"emoji": "👍"}), reply_to=reply_to)

    async def sends_location(
        self,
        latitude: float,
        longitude: float,
        *,
        reply_to: Bubble | None = None,
        in_: Group | None = None,
        topic: Topic | None = None,
    ) -> Bubble:
        return self._send({"location": Location(longitude, latitude)}, reply_to, in_, topic)

    async def sends_contact(
        self,
        phone_number: str,
        first_name: str | None = None,
        *,
        in_: Group | None = None,
        topic: Topic | None = None,
    ) -> Bubble:
        """One's own contact, or another person's by name."""
        own = first_name is None
        contact = Contact(phone_number, first_name or self.name, user_id=self.id if own else None)
        return self._send({"contact": contact}, None, in_, topic)

    async def sends_album(
        self,
        parts: Sequence[Part],
        *,
        reply_to: Bubble | None = None,
        in_: Group | None = None,
        topic: Topic | None = None,
    ) -> list[Bubble]:
        """An update for each part; what they share is a media_group_id."""
        group = {"media_group_id": self._bot.new_album_id()}
        return [self._send(self._content(part) | group, reply_to, in_, topic) for part in parts]

    async def opens_topic(self, title: str) -> Topic:
        """A topic of the private chat with a bot that lets people have them. Nobody is notified."""
        if not self._bot.user.allows_users_to_create_topics:
            raise Unable("topics", f"{self._bot.user.username} has no topics in private chats")
        return self._chat.topic(title)

    async def deletes_topic(self, topic: Topic) -> None:
        """The same, with all its messages."""
        if not self._bot.user.allows_users_to_create_topics:
            raise Unable("topics", f"{self._bot.user.username} has no topics in private chats")
        self._chat.remove(topic)
        self._bot.watch.changed()

    @property
    def topics(self) -> dict[str, Topic]:
        """Those of the private chat, by their titles."""
        return {topic.title: topic for topic in self._chat.topics.values()}

    async def forwards(self, *bubbles: Bubble, hidden: bool = False) -> Bubble:
        """Forward messages of this or another chat of the bot; `hidden`, without saying whose they are.

        Their buttons, and what they answer, do not go along. Several go as an album.
        """
        group = {"media_group_id": self._bot.new_album_id()} if len(bubbles) > 1 else {}
        sent = [self._send(self._forwarded(bubble, hidden=hidden) | group) for bubble in bubbles]
        return sent[-1]

    async def forwards_from(self, sender: User, text: str) -> Bubble:
        """Forward what somebody wrote elsewhere."""
        return self._send({"text": text, "forward_origin": MessageOriginUser(self._bot.clock.now(), sender)})

    async def quotes(self, part: str, text: str, *, reply_to: Bubble) -> Bubble:
        """Answer a part of a message of this chat."""
        return self._send({"text": text, "quote": TextQuote(part, 0, is_manual=True)}, reply_to)

    async def answers_from_elsewhere(self, sender: User, part: str, text: str) -> Bubble:
        """Answer here what somebody wrote in another chat; Telegram quotes the beginning of that."""
        said = ExternalReplyInfo(MessageOriginUser(self._bot.clock.now(), sender))
        return self._send({"text": text, "external_reply": said, **({"quote": TextQuote(part, 0)} if part else {})})

    async def pins(self, bubble: Bubble) -> None:
        """Pin a message of the chat, which Telegram reports as a message of its own."""
        self._send({"pinned_message": bubble.message})

    async def sets_background(self) -> None:
        """Choose what is behind the chat: a message of Telegram's own, too."""
        self._send({"chat_background_set": ChatBackground(BackgroundTypeChatTheme("🎄"))})

    async def edits(self, bubble: Bubble, text: str) -> Bubble:
        """Change the text of one's own message."""
        if bubble.sender.id != self.id:
            raise Unable("foreign", f"{self.name} cannot edit {bubble}")
        said = {"text": text, "entities": marked(text)} if "text" in bubble.fields else {"caption": text}
        where = self._bot.conversation(bubble.chat.id)
        bubble.change(bubble.fields | said | {"edit_date": self._bot.clock.now()}, where.next_mark())
        if where.reaches_bot(bubble):
            self._send_update("edited_message", bubble.message.to_dict(), where)
        return bubble

    async def deletes(self, bubble: Bubble) -> None:
        """Delete a message from the chat, on both sides. Telegram does not notify the bot."""
        self._bot.conversation(bubble.chat.id).forget(bubble)
        self._bot.watch.changed()

    async def reacts(self, bubble: Bubble, emoji: str | None) -> None:
        """Set a reaction; None takes it away."""
        where = self._bot.conversation(bubble.chat.id)
        before = bubble.reacted.get(self.id, ())
        after = bubble.reacted[self.id] = () if emoji is None else (emoji,)
        self._bot.watch.changed()
        if not where.shows_reactions:
            return
        update = MessageReactionUpdated(
            where.chat,
            bubble.id,
            self._bot.clock.now(),
            [ReactionTypeEmoji(was) for was in before],
            [ReactionTypeEmoji(now) for now in after],
            self.user,
        )
        empty: dict[str, object] = {"old_reaction": [], "new_reaction": []}  # which to_dict leaves out
        self._send_update("message_reaction", empty | update.to_dict(), where)

    async def presses(self, label: str, *, on: Bubble | None = None) -> None:
        """Press the newest inline button with this label (on this message, if one is given), else the keyboard's.

        As with `sees`: what is still to come is waited for.
        """
        if self._bot.watch.settled is not None:
            await self._bot.watch.settled()
        for bubble in [on] if on is not None else reversed(self.chat):
            for button in bubble.inline:
                if button.text == label:
                    return await self.presses_button(bubble, button)
        key = None if on is not None else self._key(label)
        if key is None:
            raise AssertionError(f"{self.name} has no button «{label}»\n{self.screen()}")
        return await self.presses_key(key)

    async def presses_button(self, bubble: Bubble, button: InlineKeyboardButton) -> None:
        """This inline button, as it was seen on this message."""
        if button.callback_data is not None:
            self._query(str(button.callback_data), bubble)
        elif button.url is not None:
            link = urlsplit(button.url)
            if link.netloc == "t.me" and link.path == f"/{self._bot.user.username}":
                asked = parse_qs(link.query, keep_blank_values=True)
                if not asked.keys() & {"startgroup", "startchannel"}:  # which ask for a group: a story's own act
                    await self.starts(*asked.get("start", []))

    async def presses_key(self, key: KeyboardButton, *, in_: Group | None = None) -> None:
        """This key of the keyboard."""
        if key.request_contact:
            await self.sends_contact("+380500000000", in_=in_)
        elif key.request_location:
            await self.sends_location(47.8388, 35.1396, in_=in_)
        else:
            await self.says(key.text, in_=in_)
        where = self._bot.conversation(self.id if in_ is None else in_.id)
        if where.keyboard is not None and where.keyboard.one_time_keyboard:
            where.keyboard = None

    async def forges(self, data: str, *, on: Bubble) -> None:
        """Press a button that is not there: what an altered client can do."""
        self._query(data, on)

    async def blocks(self) -> None:
        self._chat.blocked = True
        self._change_membership(ChatMemberMember(self._bot.sender), ChatMemberBanned(self._bot.sender, _FOREVER))

    async def unblocks(self) -> None:
        self._chat.blocked = False
        self._change_membership(ChatMemberBanned(self._bot.sender, _FOREVER), ChatMemberMember(self._bot.sender))

    # What they see

    @property
    def buttons(self) -> list[str]:
        """Labels of all that can be pressed: inline buttons, oldest message first, then the keyboard's."""
        return [label for bubble in self.chat for label in bubble.buttons] + [key.text for key in self.keys]

    @property
    def keys(self) -> list[KeyboardButton]:
        """The keyboard below the chat."""
        keyboard = self._chat.keyboard
        return [] if keyboard is None else [key for row in keyboard.keyboard for key in row]

    @property
    def alerts(self) -> list[str]:
        """What answers to pressed buttons said."""
        return [alert.text for alert in self._bot.alerts.get(self.id, ())]

    @property
    def spinning(self) -> int:
        """Pressed buttons that the bot has not answered."""
        return sum(query.who == self.id for query in self._bot.queries.values())

    # How it comes about

    @property
    def _chat(self) -> Conversation:
        return self._bot.conversations[self.id]

    def _send(
        self, fields: Fields, reply_to: Bubble | None = None, in_: Group | None = None, topic: Topic | None = None
    ) -> Bubble:
        said = fields if topic is None else fields | topic.marks
        if in_ is not None:
            return in_.add_message(self.user, said, reply_to)
        if self._chat.blocked or not self._chat.started:
            raise Unable("start", f"{self.name} has to press Start first")
        bubble = self._chat.add(self.user, self._bot.clock.now(), said, reply_to)
        bubble.delivered = True
        self._send_update("message", bubble.message.to_dict())
        return bubble

    def _send_update(self, kind: str, about: Mapping[str, object], where: Conversation | None = None) -> None:
        """The bot, of something in a chat: the private one where none is named."""
        self._acted = self._chat.mark
        self._bot.updates.put(kind, (where or self._chat).chat.id, about)

    def _content(self, part: Part) -> Fields:
        content = part.content or sample(part.file_name)
        stored = self._bot.files.store(part.kind, Upload(part.file_name, content), part.about, part.size)
        said = {"caption": part.caption, "caption_entities": marked(part.caption)} if part.caption else {}
        return stored.fields | said

    def _forwarded(self, bubble: Bubble, *, hidden: bool) -> Fields:
        now = self._bot.clock.now()
        by = MessageOriginHiddenUser(now, "?") if hidden else MessageOriginUser(now, bubble.sender)
        left_out = {"media_group_id", "edit_date", "forward_origin", "quote", "external_reply"}
        said = {name: value for name, value in bubble.fields.items() if name not in left_out}
        return said | {"forward_origin": bubble.fields.get("forward_origin", by)}

    def _query(self, data: str, on: Bubble) -> None:
        query_id = str(next(_query_ids))
        self._bot.queries[query_id] = Query(self.id, self._bot.clock.now())
        query = CallbackQuery(query_id, self.user, chat_instance=str(on.chat.id), message=on.message, data=data)
        self._send_update("callback_query", query.to_dict(), self._bot.conversation(on.chat.id))

    def _key(self, label: str) -> KeyboardButton | None:
        return next((key for key in self.keys if key.text == label), None)

    def _change_membership(self, before: ChatMember, after: ChatMember) -> None:
        update = ChatMemberUpdated(self._chat.chat, self.user, self._bot.clock.now(), before, after)
        self._send_update("my_chat_member", update.to_dict())
