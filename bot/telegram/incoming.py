"""What arrives from Telegram, made into data of our own. Of a message its content is taken: no account stays in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, cast

from telegram import (
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberRestricted,
    ChatMemberUpdated,
    ChatPermissions,
    Message,
    MessageEntity,
    MessageOrigin,
    MessageOriginUser,
    MessageReactionUpdated,
    ReactionTypeEmoji,
    Update,
    User,
)

from bot.domain.bodies import NOT_STORED, Body, Entity, File, Kind, Place, Reference, has_words, on_one_line, units
from bot.domain.community_chats import OUTSIDE, ChatKind, ChatSeen, Membership, Rights
from bot.surface.incoming import (
    Account,
    Answered,
    ChatChanged,
    ChatCommand,
    ChatMoved,
    PrivateMessage,
    ReachChanged,
    Reacted,
)
from bot.surface.rich import Rich, between, inserted, split_at
from bot.telegram.gateway import Json

# Formatting that is sent on. What Telegram finds by itself in any text need not be; what leads to an account may not,
# nor may a word hide an address.
KEPT = frozenset(
    {
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "code",
        "pre",
        "blockquote",
        "expandable_blockquote",
    }
)
ACCOUNT_LINK = re.compile("tg:(?=//)", re.IGNORECASE)  # Telegram makes a link of it in any position


# A private message.


def private_message(message: Message, bot_id: int) -> PrivateMessage:
    return PrivateMessage(
        message.message_id,
        message.date,
        message.text or "",
        body_of(message),
        message.media_group_id,
        answered(message.reply_to_message, bot_id) if message.reply_to_message is not None else None,
        is_own_contact(message),
        message.location is not None and "live_period" in message.location.to_dict(),
        is_bots(message.forward_origin, bot_id),
        message.quote is not None and answers_bot(message, bot_id),
    )


def behind_command(message: Message, bot_id: int) -> PrivateMessage:
    """What is written behind the command with which a message begins; nothing, where that is all."""
    whole = private_message(message, bot_id)
    text = words_behind(message)
    if whole.body is None or not text:
        return replace(whole, text="", body=None)
    _, rest = split_at(Rich(whole.body.text, whole.body.entities), message.entities[0].length)
    return replace(whole, text=text, body=replace(whole.body, text=rest.text, entities=rest.entities))


def command_of(message: Message) -> str:
    """The name of the command with which a message begins, where it begins with one."""
    first = message.entities[0] if message.text and message.entities else None
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return ""
    return (message.text or "")[1 : first.length].partition("@")[0].lower()


def words_behind(message: Message) -> str:
    """Commands are of ASCII: as many characters as units."""
    return (message.text or "")[message.entities[0].length :].strip() if message.entities else ""


def answered(message: Message, bot_id: int) -> Answered:
    by_bot = message.from_user is not None and message.from_user.id == bot_id
    return Answered(message.message_id, by_bot, message.text or message.caption or "")


def is_bots(origin: MessageOrigin | None, bot_id: int) -> bool:
    """Whether this says that a message was the bot's own."""
    return isinstance(origin, MessageOriginUser) and origin.sender_user.id == bot_id


def answers_bot(message: Message, bot_id: int) -> bool:
    """Whether a message answers one of the bot's own, of this chat or kept in another."""
    near, far = message.reply_to_message, message.external_reply
    return (near is not None and answered(near, bot_id).by_bot) or (far is not None and is_bots(far.origin, bot_id))


def is_own_contact(message: Message) -> bool:
    """Whether a person sends the contact of the very account that sends it."""
    contact, sender = message.contact, message.from_user
    return contact is not None and sender is not None and contact.user_id == sender.id


def body_of(message: Message) -> Body | None:
    """What a message says, and what it refers to; None when it is of a kind that the bot cannot pass on."""
    body = content_of(message)
    reference = reference_of(message) if body is not None else None
    return body if body is None or reference is None else replace(body, reference=reference)


def reference_of(message: Message) -> Reference | None:
    """That a message is forwarded, and what it answers. Telegram quotes a post of another chat by itself."""
    elsewhere = message.external_reply is not None or message.reply_to_story is not None
    quoted = ACCOUNT_LINK.sub("tg.", message.quote.text) if message.quote is not None else ""
    if message.forward_origin is None and not elsewhere and not quoted:
        return None
    return Reference(message.forward_origin is not None, elsewhere, quoted)


def content_of(message: Message) -> Body | None:
    """What a message says; None for a poll, a game, a story, and whatever else there may come to be: the text that
    goes with such a thing is not passed on alone.
    """
    text, formatting = written(message)
    if message.venue is not None:
        where = message.venue.location
        return Body(
            Kind.LOCATION, place=Place(where.latitude, where.longitude, message.venue.title, message.venue.address)
        )
    if message.location is not None:
        return Body(Kind.LOCATION, place=Place(message.location.latitude, message.location.longitude))
    if message.contact is not None:
        name = " ".join(filter(None, (message.contact.first_name, message.contact.last_name)))
        return Body(Kind.CONTACT, contact_phone=message.contact.phone_number, contact_name=name)
    if message.sticker is not None:  # as its emoji alone: its set names its maker
        return Body(Kind.STICKER, message.sticker.emoji) if message.sticker.emoji else None
    for kind, file in attachments(message):
        if file is not None:
            return Body(kind, text, formatting, file_of(file))
    return Body(Kind.TEXT, text, formatting) if message.text else None


class TelegramFile(Protocol):
    """What PTB's classes of files share."""

    @property
    def file_id(self) -> str: ...

    @property
    def file_unique_id(self) -> str: ...

    @property
    def file_size(self) -> int | None: ...


def file_of(file: TelegramFile) -> File:
    mime, name = getattr(file, "mime_type", None), getattr(file, "file_name", None)  # of some kinds only
    return File(NOT_STORED, file.file_id, file.file_unique_id, file.file_size, mime, name)


def attachments(message: Message) -> Iterator[tuple[Kind, TelegramFile | None]]:
    """Each kind with its file or None. An animation comes with a document as well: it is looked for first."""
    yield Kind.PHOTO, (message.photo[-1] if message.photo else None)
    yield Kind.VIDEO, message.video
    yield Kind.ANIMATION, message.animation
    yield Kind.VOICE, message.voice
    yield Kind.VIDEO_NOTE, message.video_note
    yield Kind.AUDIO, message.audio
    yield Kind.DOCUMENT, message.document


def written(message: Message) -> tuple[str, tuple[Entity, ...]]:
    """The text and its formatting, without a way to an account; the address behind a word is text, after the word.

    Formatting that does not lie within the text is left out: with it Telegram would take the words from nobody.
    """
    text = message.text or message.caption or ""
    entities: Sequence[MessageEntity] = message.entities or message.caption_entities
    length = units(text) if entities else 0
    found = [each for each in entities if 0 <= each.offset < each.offset + each.length <= length]
    rich = Rich(text, tuple(Entity(str(e.type), e.offset, e.length, e.language) for e in found if e.type in KEPT))
    for end, address in sorted(addresses(rich.text, found), reverse=True):
        rich = inserted(rich, end, f" ({address})")
    return ACCOUNT_LINK.sub("tg.", rich.text), rich.entities


def addresses(text: str, found: Sequence[MessageEntity]) -> Iterator[tuple[int, str]]:
    """The address behind each word, and where the word ends: not of one that is the address itself."""
    for each in found:
        address = each.url or ""
        if each.type != MessageEntity.TEXT_LINK or address.lower().startswith("tg:"):
            continue
        end = each.offset + each.length
        if between(text, each.offset, end).strip().rstrip("/") != address.rstrip("/"):
            yield end, address


# What a person does besides.


def thread_of(update: Update) -> int | None:
    """The thread, which Telegram calls a topic, of what was written or pressed; replies make none."""
    message = update.effective_message
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def reacted(change: MessageReactionUpdated) -> Reacted:
    """The newest plain emoji counts: a custom or paid one could not be set on another message."""
    emojis = [each.emoji for each in change.new_reaction if isinstance(each, ReactionTypeEmoji)]
    if emojis:
        return Reacted(change.message_id, emojis[-1])
    return Reacted(change.message_id, None if change.new_reaction else "")


def account(user: User) -> Account:
    """The name on one line, without characters that nobody sees, as people decide by it; empty where there is none."""
    name = on_one_line(user.full_name)
    return Account(name if has_words(name) else "", user.username)


def reach_changed(change: ChatMemberUpdated) -> ReachChanged:
    gone = isinstance(change.new_chat_member, ChatMemberBanned | ChatMemberLeft)
    return ReachChanged(change.chat.id, not gone)


# In groups and channels.


def chat_command(message: Message) -> ChatCommand:
    as_a_chat = message.sender_chat is not None
    return ChatCommand(
        message.chat.id,
        bool(message.chat.is_forum),
        message.message_thread_id if message.is_topic_message else None,
        message.from_user.id if message.from_user and not as_a_chat else None,
        message.sender_chat is not None and message.sender_chat.id == message.chat.id,
        words_behind(message),
    )


def chat_moved(message: Message) -> ChatMoved:
    """Telegram sends it in the former group, and in the supergroup that it is now."""
    return ChatMoved(
        message.migrate_from_chat_id or message.chat.id,
        message.migrate_to_chat_id or message.chat.id,
    )


def chat_changed(change: ChatMemberUpdated) -> ChatChanged:
    by = None if change.from_user.is_bot else change.from_user.id  # an administrator who stays anonymous is a bot
    return ChatChanged(membership(change), by)


def membership(change: ChatMemberUpdated) -> Membership:
    chat, member = change.chat, change.new_chat_member
    kind = kind_of(chat.type, is_forum=bool(chat.is_forum))
    return Membership(chat.id, kind, on_one_line(chat.title or ""), rights(kind, member))


def kind_of(chat_type: str, *, is_forum: bool) -> ChatKind:
    return ChatKind.CHANNEL if chat_type == Chat.CHANNEL else ChatKind.FORUM if is_forum else ChatKind.GROUP


def rights(kind: ChatKind, member: ChatMember, everybody: ChatPermissions | None = None) -> Rights:
    """What the bot may do. `everybody`: what members may, where that is known."""
    if isinstance(member, ChatMemberLeft | ChatMemberBanned):
        return OUTSIDE
    if isinstance(member, ChatMemberAdministrator):
        is_channel = kind is ChatKind.CHANNEL
        posts = bool(member.can_post_messages) if is_channel else True
        pins = member.can_edit_messages if is_channel else member.can_pin_messages
        return Rights(inside=True, can_post=posts, can_show=posts, can_pin=bool(pins))
    if kind is ChatKind.CHANNEL:
        return Rights(inside=True)
    restricted = member if isinstance(member, ChatMemberRestricted) else None
    if restricted is not None and not restricted.is_member:
        return OUTSIDE
    limits = [each for each in (restricted, everybody) if each is not None]
    posts = all(each.can_send_messages is not False for each in limits)
    shows = posts and all(shows_files(each) for each in limits)
    return Rights(inside=True, can_post=posts, can_show=shows)


def shows_files(limits: ChatMemberRestricted | ChatPermissions) -> bool:
    """What Telegram does not name is allowed."""
    return False not in (limits.can_send_photos, limits.can_send_videos, limits.can_send_documents)


def chat_seen(member: Json, chat: Json, administrators: Json) -> ChatSeen:
    """What Telegram answers when the bot looks at a chat: its own part, the chat, and the administrators, or None where
    that is refused.
    """
    about = cast("Mapping[str, Any]", chat)
    kind = kind_of(about["type"], is_forum=bool(about.get("is_forum")))
    own = ChatMember.de_json(dict(cast("Mapping[str, Any]", member)), None)
    everybody = about.get("permissions")
    found = cast("Sequence[Mapping[str, Any]]", administrators or ())
    return ChatSeen(
        rights(kind, own, ChatPermissions.de_json(dict(everybody), None) if everybody else None),
        frozenset(each["user"]["id"] for each in found if not each["user"]["is_bot"]),
        administrators is not None and isinstance(own, ChatMemberAdministrator),
    )
