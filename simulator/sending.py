"""What a bot sends: text, media by file_id or as an upload, places, contacts, albums, chat actions."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, Field
from telegram import Contact, Location, Message, MessageId, Venue
from telegram.constants import ChatAction

from simulator.accounts import Account
from simulator.chats import SERVICE, Bubble, Conversation, Doing, Fields
from simulator.errors import bad_request
from simulator.files import StoredFile, Upload
from simulator.parameters import (
    AnyMarkup,
    Entities,
    GivenFile,
    LinkPreview,
    Parameters,
    ReplyTo,
    check_caption,
    check_text,
    from_json,
)

ACTION_SHOWS = timedelta(seconds=5)
NAMES = {"voice": "voice notes", "video_note": "video notes"}  # of files in errors; of the rest, their kind
# Where a message is and what became of it there: a copy has its own.
NOT_COPIED = ("edit_date", "media_group_id", "message_thread_id", "is_topic_message", "has_protected_content")


class Sending(Parameters):
    """What all methods that send have in common."""

    chat_id: int
    message_thread_id: int | None = None
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    reply_parameters: ReplyTo | None = None

    @property
    def messages(self) -> int:
        """How many it sends, as flood limits count."""
        return 1

    @property
    def what(self) -> str:
        """What it sends, as Telegram's errors name it."""
        return "text messages"

    def marks(self) -> Fields:
        marks: Fields = {"has_protected_content": True} if self.protect_content else {}
        if self.message_thread_id is not None:
            marks |= {"message_thread_id": self.message_thread_id, "is_topic_message": True}
        return marks

    def writable(self, bot: Account) -> Conversation:
        conversation = bot.conversation(self.chat_id)
        conversation.check_sending(bot.clock.now(), self.message_thread_id, self.what)
        return conversation

    def replied(self, conversation: Conversation) -> Bubble | None:
        to = self.reply_parameters
        if to is None:
            return None
        if to.message_id not in conversation.bubbles and to.allow_sending_without_reply:
            return None
        return conversation.find(to.message_id, "message to be replied not found")


class SendingOne(Sending):
    """What all methods that send one message have in common."""

    reply_markup: AnyMarkup | None = None

    @abstractmethod
    def content(self, bot: Account) -> Fields:
        """What the message carries. Raises ApiError."""

    async def answer(self, bot: Account) -> Message:
        conversation = self.writable(bot)
        fields = self.content(bot) | self.marks()
        return bot.write(self.chat_id, fields, self.replied(conversation), self.reply_markup).message


class SendMessage(SendingOne):
    text: str
    entities: Entities = ()
    link_preview_options: LinkPreview | None = None

    def content(self, bot: Account) -> Fields:
        check_text(self.text, self.entities)
        return {"text": self.text, "entities": self.entities}


class _Media(SendingOne):
    """A message with one file."""

    kind: ClassVar[str]
    takes: ClassVar[tuple[str, ...]] = ()  # what a bot may say of its upload: names of fields

    @property
    def what(self) -> str:
        return NAMES.get(self.kind, f"{self.kind}s")

    def content(self, bot: Account) -> Fields:
        given: Upload | str = getattr(self, self.kind)
        about = {name: value for name in self.takes if (value := getattr(self, name)) is not None}
        return resolve(bot, self.kind, given, about).fields


class _Captioned(_Media):
    caption: str = ""
    caption_entities: Entities = ()

    def content(self, bot: Account) -> Fields:
        return caption(self.caption, self.caption_entities) | super().content(bot)


def resolve(bot: Account, kind: str, given: Upload | str, about: dict[str, object]) -> StoredFile:
    """The file that a bot means. Raises ApiError."""
    if isinstance(given, Upload):
        return bot.files.take(kind, given, about)
    return bot.files.find_kind(kind, given)


def caption(text: str, entities: Entities) -> Fields:
    """Raises ApiError."""
    check_caption(text, entities)
    return {"caption": text, "caption_entities": entities} if text else {}


class SendPhoto(_Captioned):
    kind = "photo"
    photo: GivenFile


class SendVideo(_Captioned):
    kind = "video"
    takes = ("duration", "width", "height")
    video: GivenFile
    duration: int | None = None
    width: int | None = None
    height: int | None = None
    supports_streaming: bool = False


class SendAnimation(_Captioned):
    kind = "animation"
    takes = ("duration", "width", "height")
    animation: GivenFile
    duration: int | None = None
    width: int | None = None
    height: int | None = None


class SendVoice(_Captioned):
    kind = "voice"
    takes = ("duration",)
    voice: GivenFile
    duration: int | None = None


class SendAudio(_Captioned):
    kind = "audio"
    takes = ("duration", "performer", "title")
    audio: GivenFile
    duration: int | None = None
    performer: str | None = None
    title: str | None = None


class SendDocument(_Captioned):
    kind = "document"
    document: GivenFile
    disable_content_type_detection: bool = False


class SendVideoNote(_Media):
    kind = "video_note"
    takes = ("duration", "length")
    video_note: GivenFile
    duration: int | None = None
    length: int | None = None


class SendSticker(_Media):
    kind = "sticker"
    takes = ("emoji",)
    sticker: GivenFile
    emoji: str | None = None


class SendLocation(SendingOne):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    horizontal_accuracy: float | None = Field(None, ge=0, le=1500)

    def content(self, bot: Account) -> Fields:
        return {"location": Location(self.longitude, self.latitude, self.horizontal_accuracy)}


class SendVenue(SendingOne):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    title: str = Field(min_length=1)
    address: str = Field(min_length=1)

    def content(self, bot: Account) -> Fields:
        location = Location(self.longitude, self.latitude)
        return {"location": location, "venue": Venue(location, self.title, self.address)}


class SendContact(SendingOne):
    phone_number: str = Field(min_length=1)
    first_name: str = Field(min_length=1)
    last_name: str | None = None

    def content(self, bot: Account) -> Fields:
        return {"contact": Contact(self.phone_number, self.first_name, self.last_name)}


class InputMedia(BaseModel):
    """A file with its caption, in an album or in place of another."""

    model_config = Parameters.model_config

    type: Literal["photo", "video", "audio", "document", "animation"]
    media: GivenFile
    caption: str = ""
    caption_entities: Entities = ()
    width: int | None = None
    height: int | None = None
    duration: int | None = None
    performer: str | None = None
    title: str | None = None

    def content(self, bot: Account) -> Fields:
        about = self.model_dump(include={"width", "height", "duration", "performer", "title"}, exclude_none=True)
        return caption(self.caption, self.caption_entities) | resolve(bot, self.type, self.media, about).fields


class SendMediaGroup(Sending):
    media: Annotated[tuple[InputMedia, ...], BeforeValidator(from_json)]

    @property
    def messages(self) -> int:
        return len(self.media)

    @property
    def what(self) -> str:
        return f"{self.media[0].type}s"

    async def answer(self, bot: Account) -> Sequence[Message]:
        conversation = self.writable(bot)
        self._check()
        contents = [part.content(bot) | self.marks() for part in self.media]
        reply_to = self.replied(conversation)
        group = {"media_group_id": bot.new_album_id()}
        return [bot.write(self.chat_id, content | group, reply_to).message for content in contents]

    def _check(self) -> None:
        kinds = {part.type for part in self.media}
        if not 2 <= len(self.media) <= 10:
            raise bad_request("wrong number of messages in a media group: 2-10 expected")
        if "animation" in kinds or (kinds & {"audio", "document"} and len(kinds) > 1):
            raise bad_request("these kinds can't be mixed in one media group")


class CopyMessage(Sending):
    """The content of a message, sent by the bot itself to another chat."""

    from_chat_id: int
    message_id: int
    reply_markup: AnyMarkup | None = None

    async def answer(self, bot: Account) -> MessageId:
        conversation = self.writable(bot)
        source = bot.conversation(self.from_chat_id).find(self.message_id, "message to copy not found")
        content = {name: value for name, value in source.fields.items() if name not in NOT_COPIED}
        if any(name in content for name in SERVICE):
            raise bad_request("the message can't be copied")
        reply_to = self.replied(conversation)
        return MessageId(bot.write(self.chat_id, content | self.marks(), reply_to, self.reply_markup).id)


class SendChatAction(Parameters):
    chat_id: int
    message_thread_id: int | None = None
    action: ChatAction

    async def answer(self, bot: Account) -> bool:
        conversation = bot.conversation(self.chat_id)
        conversation.check_writable()
        conversation.check_topic(self.message_thread_id)
        conversation.doing = Doing(self.action, bot.clock.now() + ACTION_SHOWS)
        bot.watch.changed()
        return True
