"""What a bot does to existing messages: edits, deletions, reactions, answers to pressed buttons."""

from abc import abstractmethod
from datetime import timedelta
from typing import Annotated

from pydantic import BeforeValidator, Field
from telegram import InlineKeyboardMarkup, Message, ReactionType, ReactionTypeEmoji
from telegram.constants import ReactionEmoji

from simulator.accounts import Account, Alert
from simulator.chats import Bubble, Fields
from simulator.errors import bad_request
from simulator.files import KINDS
from simulator.parameters import AnyMarkup, Entities, LinkPreview, Parameters, check_text, from_json, many_of
from simulator.sending import InputMedia, caption

DELETABLE_FOR = timedelta(hours=48)
QUERY_LIVES = timedelta(seconds=30)
_REACTIONS = frozenset(emoji.value for emoji in ReactionEmoji)
_MEDIA_FIELDS = frozenset(KINDS)


class Editing(Parameters):
    """What all methods that edit have in common. What is not said again about buttons takes them away."""

    chat_id: int
    message_id: int
    reply_markup: AnyMarkup | None = None

    @abstractmethod
    def changed(self, bot: Account, bubble: Bubble) -> Fields:
        """The bubble's fields as they are to be. Raises ApiError."""

    async def answer(self, bot: Account) -> Message:
        conversation = bot.conversation(self.chat_id)
        conversation.check_writable()
        bubble = conversation.find(self.message_id, "message to edit not found")
        if bubble.sender.id != bot.user.id or not isinstance(bubble.markup, InlineKeyboardMarkup | None):
            raise bad_request("message can't be edited")
        if not isinstance(self.reply_markup, InlineKeyboardMarkup | None):
            raise bad_request("inline keyboard expected")
        fields = self.changed(bot, bubble)
        shown = {name: value for name, value in bubble.fields.items() if name != "edit_date"}
        if fields == shown and self.reply_markup == bubble.markup:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are exactly the same "
                "as a current content and reply markup of the message"
            )
        bubble.markup = self.reply_markup
        bubble.change(fields | {"edit_date": bot.clock.now()}, conversation.next_mark())
        bot.watch.changed()
        return bubble.message


def _without(bubble: Bubble, *names: str) -> Fields:
    return {name: value for name, value in bubble.fields.items() if name not in (*names, "edit_date")}


class EditMessageText(Editing):
    text: str
    entities: Entities = ()
    link_preview_options: LinkPreview | None = None

    def changed(self, bot: Account, bubble: Bubble) -> Fields:
        if "text" not in bubble.fields:
            raise bad_request("there is no text in the message to edit")
        check_text(self.text, self.entities)
        return _without(bubble) | {"text": self.text, "entities": self.entities}


class EditMessageCaption(Editing):
    caption: str = ""
    caption_entities: Entities = ()

    def changed(self, bot: Account, bubble: Bubble) -> Fields:
        if not bubble.fields.keys() & {"photo", "video", "voice", "audio", "document", "animation"}:
            raise bad_request("there is no caption in the message to edit")
        return _without(bubble, "caption", "caption_entities") | caption(self.caption, self.caption_entities)


class EditMessageMedia(Editing):
    media: Annotated[InputMedia, BeforeValidator(from_json)]

    def changed(self, bot: Account, bubble: Bubble) -> Fields:
        if not bubble.fields.keys() & (_MEDIA_FIELDS | {"text"}):
            raise bad_request("message can't be edited")
        return _without(bubble, *_MEDIA_FIELDS, "text", "entities", "caption", "caption_entities") | self.media.content(
            bot
        )


class EditMessageReplyMarkup(Editing):
    def changed(self, bot: Account, bubble: Bubble) -> Fields:
        return _without(bubble)


class DeleteMessage(Parameters):
    chat_id: int
    message_id: int

    async def answer(self, bot: Account) -> bool:
        conversation = bot.conversation(self.chat_id)
        bubble = conversation.find(self.message_id, "message to delete not found")
        if bubble.date + DELETABLE_FOR < bot.clock.now():
            raise bad_request("message can't be deleted for everyone")
        conversation.forget(bubble)
        bot.watch.changed()
        return True


class DeleteMessages(Parameters):
    """Several at once. What is not there is skipped."""

    chat_id: int
    message_ids: Annotated[tuple[int, ...], BeforeValidator(from_json)] = Field(min_length=1, max_length=100)

    async def answer(self, bot: Account) -> bool:
        conversation = bot.conversation(self.chat_id)
        found = [conversation.bubbles[each] for each in self.message_ids if each in conversation.bubbles]
        if any(bubble.date + DELETABLE_FOR < bot.clock.now() for bubble in found):
            raise bad_request("message can't be deleted for everyone")
        for bubble in found:
            conversation.forget(bubble)
        bot.watch.changed()
        return True


class PinChatMessage(Parameters):
    chat_id: int
    message_id: int
    disable_notification: bool = False

    async def answer(self, bot: Account) -> bool:
        conversation = bot.conversation(self.chat_id)
        conversation.check_pinning()
        bubble = conversation.find(self.message_id, "message to pin not found")
        if bubble not in conversation.pinned:
            conversation.pinned.append(bubble)
        bot.watch.changed()
        return True


class UnpinChatMessage(Parameters):
    chat_id: int
    message_id: int | None = None  # the latest

    async def answer(self, bot: Account) -> bool:
        conversation = bot.conversation(self.chat_id)
        conversation.check_pinning()
        last = conversation.pinned[-1].id if conversation.pinned else 0
        bubble = conversation.find(self.message_id or last, "message to unpin not found")
        conversation.pinned = [each for each in conversation.pinned if each is not bubble]
        bot.watch.changed()
        return True


class SetMessageReaction(Parameters):
    chat_id: int
    message_id: int
    reaction: Annotated[tuple[ReactionTypeEmoji, ...], BeforeValidator(many_of(ReactionType))] = ()
    is_big: bool = False

    async def answer(self, bot: Account) -> bool:
        conversation = bot.conversation(self.chat_id)
        conversation.check_writable()
        bubble = conversation.find(self.message_id, "message to react not found")
        emoji = tuple(reaction.emoji for reaction in self.reaction)
        if len(emoji) > 1:
            raise bad_request("REACTIONS_TOO_MANY")
        if not _REACTIONS.issuperset(emoji):
            raise bad_request("REACTION_INVALID")
        bubble.reacted[bot.user.id] = emoji
        bot.watch.changed()
        return True


class AnswerCallbackQuery(Parameters):
    callback_query_id: str
    text: str = Field("", max_length=200)
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0

    async def answer(self, bot: Account) -> bool:
        query = bot.queries.pop(self.callback_query_id, None)
        if query is None or query.pressed + QUERY_LIVES < bot.clock.now():
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if self.text:
            bot.alerts.setdefault(query.who, []).append(Alert(self.text, self.show_alert))
        bot.watch.changed()
        return True
