"""Bodies made of what Telegram delivers, and the calls that send them on. A message is copied by its content alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from telegram import Message, MessageEntity

from bot.domain.bodies import Body, Entity, Kind, Place
from bot.telegram.gateway import Json
from bot.telegram.rich import Rich, pieces
from bot.telegram.screens import CAPTION_LIMIT, TEXT_LIMIT, Call, entities, text_params

# Entities that lead to an account, or that Telegram finds by itself in any text.
LEFT_OUT = frozenset({"text_mention", "mention", "hashtag", "cashtag", "bot_command", "custom_emoji"})
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
WITHOUT_CAPTION = frozenset({Kind.VIDEO_NOTE, Kind.STICKER, Kind.LOCATION, Kind.CONTACT})
IN_ALBUMS = frozenset({Kind.PHOTO, Kind.VIDEO, Kind.AUDIO, Kind.DOCUMENT})


def body_of(message: Message) -> Body | None:
    """What a message says; None when it is of a kind that the bot cannot pass on (a poll, a game, a story)."""
    text, formatting = written(message)
    if message.location is not None:
        place = Place(message.location.latitude, message.location.longitude)
        title = f"{message.venue.title}, {message.venue.address}" if message.venue else ""
        return Body(Kind.LOCATION, text=title, place=place)
    if message.contact is not None:
        name = " ".join(filter(None, (message.contact.first_name, message.contact.last_name)))
        return Body(Kind.CONTACT, contact_phone=message.contact.phone_number, contact_name=name)
    for kind, file in attachments(message):
        if file is not None:
            return Body(kind, text, formatting, file.file_id, file.file_unique_id)
    return Body(Kind.TEXT, text, formatting) if text else None


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
    text = message.text or message.caption or ""
    found: Sequence[MessageEntity] = message.entities or message.caption_entities
    kept = (
        Entity(str(e.type), e.offset, e.length, e.url, e.language)
        for e in found
        if e.type not in LEFT_OUT and not (e.url or "").startswith("tg:")
    )
    return text, tuple(kept)


def calls_of(heading: Rich, body: Body, reply_to: int | None, markup: Json = None) -> list[Call]:
    """The calls that send a body under a heading, as one message where Telegram allows it; buttons on the last one."""
    words = Rich(body.text, body.entities)
    whole = heading + "\n" + words if words else heading
    file_calls = file_call(body)
    if body.kind is Kind.TEXT:
        calls = [Call("sendMessage", text_params(piece)) for piece in pieces(whole, TEXT_LIMIT)]
    elif body.kind in WITHOUT_CAPTION or whole.units > CAPTION_LIMIT:
        calls = [*(Call("sendMessage", text_params(piece)) for piece in pieces(whole, TEXT_LIMIT)), *file_calls]
    else:
        calls = [Call(call.method, {**call.params, **caption(whole)}) for call in file_calls]
    return with_reply(with_markup(calls, markup), reply_to)


def file_call(body: Body) -> list[Call]:
    if body.kind in METHODS:
        method, parameter = METHODS[body.kind]
        return [Call(method, {parameter: body.file_id})]
    if body.place is not None:
        return [Call("sendLocation", {"latitude": body.place.latitude, "longitude": body.place.longitude})]
    if body.contact_phone is not None:
        name = body.contact_name or body.contact_phone
        return [Call("sendContact", {"phone_number": body.contact_phone, "first_name": name})]
    return []


def album_call(heading: Rich, bodies: Sequence[Body]) -> Call:
    """One sendMediaGroup for two to ten bodies; the heading stands in the first caption."""
    media: list[Json] = []
    for number, body in enumerate(bodies):
        words = Rich(body.text, body.entities)
        if number == 0:
            words = heading + "\n" + words if words else heading
        media.append({"type": body.kind.value, "media": body.file_id, **caption(pieces(words, CAPTION_LIMIT)[0])})
    return Call("sendMediaGroup", {"media": media})


def caption(rich: Rich) -> dict[str, Json]:
    if not rich:
        return {}
    return {"caption": rich.text} | ({"caption_entities": entities(rich)} if rich.entities else {})


def with_markup(calls: list[Call], markup: Json) -> list[Call]:
    if markup is None:
        return calls
    return [*calls[:-1], Call(calls[-1].method, {**calls[-1].params, "reply_markup": markup})]


def with_reply(calls: list[Call], reply_to: int | None) -> list[Call]:
    if reply_to is None:
        return calls
    reply: Json = {"message_id": reply_to, "allow_sending_without_reply": True}
    return [Call(calls[0].method, {**calls[0].params, "reply_parameters": reply}), *calls[1:]]
