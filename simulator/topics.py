"""What a bot does with topics: of forums, and of private chats with a bot for which BotFather has enabled them."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from telegram import ForumTopic, ForumTopicCreated, ForumTopicEdited, Sticker

from simulator.accounts import Account
from simulator.chats import Conversation, Topic
from simulator.errors import bad_request
from simulator.groups import GroupChat
from simulator.parameters import Parameters, from_json

COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
# Some of those that Telegram has, in its spelling.
ICONS = {
    f"5{number:018}": emoji for number, emoji in enumerate(("❗️", "‼️", "📝", "💬", "✍️", "✅", "🏁", "📁", "📰"), 1)
}
Name = Annotated[str, Field(max_length=128)]
Color = Annotated[Literal[COLORS], BeforeValidator(from_json)]  # type: ignore[valid-type]


def topical(bot: Account, chat_id: int, to_do: str) -> Conversation:
    """The chat, where the bot may do that with its topics. Raises ApiError."""
    conversation = bot.conversation(chat_id)
    conversation.check_writable()
    if not (conversation.chat.is_forum if isinstance(conversation, GroupChat) else bot.user.has_topics_enabled):
        raise bad_request("the chat is not a forum")
    if isinstance(conversation, GroupChat) and not (conversation.admin and conversation.admin.can_manage_topics):
        raise bad_request(f"not enough rights to {to_do} a topic")
    return conversation


def topic_in(conversation: Conversation, thread_id: int) -> Topic:
    try:
        return conversation.topics[thread_id]
    except KeyError:
        raise bad_request("TOPIC_ID_INVALID") from None


def check_icon(icon: str | None) -> None:
    if icon and icon not in ICONS:
        raise bad_request("DOCUMENT_INVALID")


class CreateForumTopic(Parameters):
    chat_id: int
    name: Name = Field(min_length=1)
    icon_color: Color = COLORS[0]
    icon_custom_emoji_id: str | None = None

    async def answer(self, bot: Account) -> ForumTopic:
        conversation = topical(bot, self.chat_id, "create")
        check_icon(self.icon_custom_emoji_id)
        topic = Topic(self.name, icon=self.icon_custom_emoji_id or "")
        conversation.topics[topic.id] = topic
        made = ForumTopicCreated(topic.title, self.icon_color, topic.icon or None)
        bot.write(self.chat_id, {"forum_topic_created": made, **topic.marks})
        return ForumTopic(topic.id, topic.title, self.icon_color, topic.icon or None)


class EditForumTopic(Parameters):
    chat_id: int
    message_thread_id: int
    name: Name = ""
    icon_custom_emoji_id: str | None = None

    async def answer(self, bot: Account) -> bool:
        conversation = topical(bot, self.chat_id, "edit")
        topic = topic_in(conversation, self.message_thread_id)
        check_icon(self.icon_custom_emoji_id)
        name = self.name or topic.title
        icon = topic.icon if self.icon_custom_emoji_id is None else self.icon_custom_emoji_id
        if (name, icon) == (topic.title, topic.icon):
            raise bad_request("TOPIC_NOT_MODIFIED")
        changed = ForumTopicEdited(name if name != topic.title else None, icon if icon != topic.icon else None)
        topic.title, topic.icon = name, icon
        bot.write(self.chat_id, {"forum_topic_edited": changed, **topic.marks})
        return True


class DeleteForumTopic(Parameters):
    chat_id: int
    message_thread_id: int

    async def answer(self, bot: Account) -> bool:
        conversation = topical(bot, self.chat_id, "delete")
        conversation.remove(topic_in(conversation, self.message_thread_id))
        bot.watch.changed()
        return True


class GetForumTopicIconStickers(Parameters):
    async def answer(self, bot: Account) -> Sequence[Sticker]:
        return [sticker(key, emoji) for key, emoji in ICONS.items()]


def sticker(key: str, emoji: str) -> Sticker:
    kind = Sticker.CUSTOM_EMOJI
    return Sticker(f"icon{key}", f"icon{key}", 100, 100, True, False, kind, emoji, custom_emoji_id=key)
