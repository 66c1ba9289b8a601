"""Bodies made of what Telegram delivers, and the calls that send them on. A message is copied by its content alone."""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from telegram import Message, MessageEntity

from bot.domain.bodies import Body, Entity, Kind, Place
from bot.telegram.gateway import Json
from bot.telegram.rich import Rich, pieces
from bot.telegram.screens import CAPTION_LIMIT, TEXT_LIMIT, Call, entities, text_params

# Formatting that is sent on. What Telegram finds by itself in any text need not be; what leads to an account may not.
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
        "text_link",
    }
)
ACCOUNT_LINK = re.compile("tg:(?=//)", re.IGNORECASE)  # Telegram makes a link of it wherever it stands
METHODS: Mapping[Kind, tuple[str, str]] = {
    Kind.PHOTO: ("sendPhoto", "photo"),
    Kind.VIDEO: ("sendVideo", "video"),
    Kind.ANIMATION: ("sendAnimation", "animation"),
    Kind.VOICE: ("sendVoice", "voice"),
    Kind.VIDEO_NOTE: ("sendVideoNote", "video_note"),
    Kind.AUDIO: ("sendAudio", "audio"),
    Kind.DOCUMENT: ("sendDocument", "document"),
    Kind.STICKER: ("sendSticker", "sticker"),
}
REPLACEABLE = frozenset({Kind.PHOTO, Kind.VIDEO, Kind.ANIMATION, Kind.AUDIO, Kind.DOCUMENT})
BLANK = "blank.png"
WITHOUT_CAPTION = frozenset({Kind.VIDEO_NOTE, Kind.STICKER, Kind.LOCATION, Kind.CONTACT})


def body_of(message: Message) -> Body | None:
    """What a message says; None when it is of a kind that the bot cannot pass on (a poll, a game, a story)."""
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
    for kind, file in attachments(message):
        if file is not None:
            return Body(kind, text, formatting, file.file_id, file.file_unique_id)
    return Body(Kind.TEXT, text, formatting) if text else None


def is_own_contact(message: Message) -> bool:
    """Whether somebody sends the contact of the very account that sends it."""
    contact, sender = message.contact, message.from_user
    return contact is not None and sender is not None and contact.user_id == sender.id


class File(Protocol):
    """What PTB's classes of files share."""

    @property
    def file_id(self) -> str: ...

    @property
    def file_unique_id(self) -> str: ...


def attachments(message: Message) -> Iterator[tuple[Kind, File | None]]:
    """Each kind with its file or None. An animation comes with a document beside it: it stands before."""
    yield Kind.PHOTO, (message.photo[-1] if message.photo else None)
    yield Kind.VIDEO, message.video
    yield Kind.ANIMATION, message.animation
    yield Kind.VOICE, message.voice
    yield Kind.VIDEO_NOTE, message.video_note
    yield Kind.AUDIO, message.audio
    yield Kind.DOCUMENT, message.document
    yield Kind.STICKER, message.sticker


def written(message: Message) -> tuple[str, tuple[Entity, ...]]:
    """The words and their formatting, without a way to an account. Every letter stays where it was."""
    text = ACCOUNT_LINK.sub("tg.", message.text or message.caption or "")
    found: Sequence[MessageEntity] = message.entities or message.caption_entities
    kept = (
        Entity(str(e.type), e.offset, e.length, e.url, e.language)
        for e in found
        if e.type in KEPT and not (e.url or "").lower().startswith("tg:")
    )
    return text, tuple(kept)


def calls_of(heading: Rich, body: Body, reply_to: int | None, markup: Json = None) -> list[Call]:
    """The calls that send a body under a heading, as one message where Telegram allows it; buttons on the last one."""
    words = Rich(body.text, body.entities)
    whole = heading + "\n" + words if heading and words else heading + words
    if body.kind is Kind.TEXT:
        calls = text_calls(whole)
    elif body.kind in WITHOUT_CAPTION or whole.units > CAPTION_LIMIT:
        calls = [*text_calls(whole), file_call(body)]
    else:
        call = file_call(body)
        calls = [Call(call.method, {**call.params, **caption(whole)})]
    return with_reply(with_markup(calls, markup), reply_to)


def text_calls(rich: Rich) -> list[Call]:
    return [Call("sendMessage", text_params(piece)) for piece in pieces(rich, TEXT_LIMIT) if piece]


def file_call(body: Body) -> Call:
    """What sends the attachment alone."""
    if body.place is not None:
        return place_call(body.place)
    if body.contact_phone is not None:
        name = body.contact_name or body.contact_phone
        return Call("sendContact", {"phone_number": body.contact_phone, "first_name": name})
    method, parameter = METHODS[body.kind]
    return Call(method, {parameter: body.file_id})


def place_call(place: Place) -> Call:
    where: dict[str, Json] = {"latitude": place.latitude, "longitude": place.longitude}
    if place.title and place.address:
        return Call("sendVenue", {**where, "title": place.title, "address": place.address})
    return Call("sendLocation", where)


def album_calls(heading: Rich, bodies: Sequence[Body]) -> list[Call]:
    """Two to ten bodies as an album, the heading in its first caption; words too long for a caption stand before it."""
    before: list[Call] = []
    media: list[Json] = []
    for number, body in enumerate(bodies):
        words = Rich(body.text, body.entities)
        if number == 0:
            words = heading + "\n" + words if words else heading
        if words.units > CAPTION_LIMIT:
            before += text_calls(words)
            words = Rich("")
        media.append({"type": body.kind.value, "media": body.file_id, **caption(words)})
    return [*before, Call("sendMediaGroup", {"media": media})]


def as_edit(call: Call, body: Body, message_id: int) -> Call | None:
    """The call that makes an earlier message of the bot show what `call` would send; None where nothing can change.

    A text whose message is gone is sent anew.
    """
    if call.method == "sendMessage":
        params = {name: value for name, value in call.params.items() if name != "reply_parameters"}
        return replace(call, method="editMessageText", params={"message_id": message_id, **params}, or_send=True)
    shown = {name: value for name, value in call.params.items() if name in ("caption", "caption_entities")}
    if body.kind in REPLACEABLE:
        media: Json = {"type": body.kind.value, "media": body.file_id, **shown}
        return replace(
            call, method="editMessageMedia", params={"message_id": message_id, "media": media}, may_fail=True
        )
    if body.kind is Kind.VOICE:
        return replace(call, method="editMessageCaption", params={"message_id": message_id, **shown}, may_fail=True)
    return None


def blank_call(body: Body, message_id: int, words: Rich) -> Call:
    """The call that takes a file out of a message that is too old to be deleted: a grey picture is there instead."""
    kind = Kind.DOCUMENT if body.kind is Kind.DOCUMENT else Kind.PHOTO  # an album of documents takes no photo
    media: Json = {"type": kind.value, "media": f"attach://{BLANK}", **caption(words)}
    return Call(
        "editMessageMedia", {"message_id": message_id, "media": media}, may_fail=True, files={BLANK: blank_picture()}
    )


def blank_picture() -> bytes:
    """A grey PNG."""
    width = height = 64
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress((b"\0" + b"\xd0" * width) * height)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def caption(rich: Rich) -> dict[str, Json]:
    if not rich:
        return {}
    return {"caption": rich.text} | ({"caption_entities": entities(rich)} if rich.entities else {})


def with_markup(calls: list[Call], markup: Json) -> list[Call]:
    if markup is None:
        return calls
    return [*calls[:-1], replace(calls[-1], params={**calls[-1].params, "reply_markup": markup})]


def with_reply(calls: list[Call], reply_to: int | None) -> list[Call]:
    if reply_to is None:
        return calls
    reply: Json = {"message_id": reply_to, "allow_sending_without_reply": True}
    return [replace(calls[0], params={**calls[0].params, "reply_parameters": reply}), *calls[1:]]
