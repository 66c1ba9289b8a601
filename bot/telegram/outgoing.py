"""Effects made into calls. What Telegram's limits ask for is done here: long text goes on in a next message, what is
too long for a caption comes before its file, albums are formed, and what is too old to be deleted is edited away.

A message is shown by its content alone, never copied or forwarded.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import assert_never

from bot.domain.bodies import Body, Kind
from bot.surface.outgoing import (
    DELETABLE,
    Document,
    Edit,
    Effect,
    Held,
    Leave,
    Look,
    NameThread,
    OpenThread,
    Pin,
    Quote,
    React,
    Reading,
    Remove,
    RemoveThread,
    Revise,
    SetCommands,
    Show,
    Step,
)
from bot.surface.rich import Rich, pieces
from bot.surface.screens import PlaceKey, Screen
from bot.telegram import limits
from bot.telegram.calls import Call, caption, command_list, inline, text_params
from bot.telegram.gateway import Json, Upload
from bot.telegram.quotes import METHODS, quote_calls, text_calls, with_params, with_reply, with_shows

REPLACEABLE = frozenset({Kind.PHOTO, Kind.VIDEO, Kind.ANIMATION, Kind.AUDIO, Kind.DOCUMENT})
BLANK = "blank.png"
# What the bot may do there, what everybody may, and the administrators, whom Telegram does not name everywhere.
LOOKING = (
    Call("getChatMember", {}, of_bot=True, asks=True),
    Call("getChat", {}, asks=True),
    Call("getChatAdministrators", {}, asks=True, may_fail=True),
)


SOUNDLESS: Mapping[str, Json] = {"disable_notification": True}


def calls_of(effects: Sequence[Effect], now: datetime, *, silent: bool = False) -> list[Call]:
    """The calls that carry out these effects, in order. `silent`: none of them makes a sound at all."""
    calls = [call for effect in effects for call in carrying_out(effect, now)]
    return [soundless(call) for call in calls] if silent else calls


def soundless(call: Call) -> Call:
    """The call, and all that is made in its place, without a sound."""
    makes_sound = call.method.startswith("send") or call.method == "pinChatMessage"
    return replace(
        call,
        params={**call.params, **SOUNDLESS} if makes_sound else call.params,
        instead=[soundless(each) for each in call.instead],
        cure=soundless(call.cure) if call.cure is not None else None,
    )


def carrying_out(effect: Effect, now: datetime) -> Iterator[Call]:
    match effect:
        case Show():
            yield from shown(effect)
        case Edit():
            yield edited(effect)
        case Revise():
            yield from revised(effect)
        case Remove():
            yield from removed(effect, now)
        case Look():
            yield from LOOKING
        case Step(name) | Reading(name):
            yield Call("", {}, needs={name: effect})  # never made: the step is taken first
        case React():
            yield reaction(effect)
        case Pin(silent):
            yield Call("pinChatMessage", {"disable_notification": silent}, of_last=True, may_fail=True)
        case Leave() | SetCommands() | OpenThread() | NameThread() | RemoveThread():
            yield of_chat(effect)
        case _:
            assert_never(effect)


def reaction(effect: React) -> Call:
    shown: Json = [{"type": "emoji", "emoji": effect.emoji}] if effect.emoji else []
    return Call("setMessageReaction", {"message_id": effect.message_id, "reaction": shown}, may_fail=True)


def of_chat(effect: Leave | SetCommands | OpenThread | NameThread | RemoveThread) -> Call:
    """What changes the chat itself."""
    match effect:
        case Leave():
            return Call("leaveChat", {})
        case SetCommands():
            return commands_set(effect)
        case OpenThread(name, icon):
            plain = Call("createForumTopic", {"name": name[: limits.THREAD_NAME]}, asks=True, paced=True)
            shown_as = {**plain.params, "icon_custom_emoji_id": icon}
            return replace(plain, params=shown_as, instead=[plain]) if icon else plain
        case NameThread(thread_id, name, icon):  # an empty icon takes away what was there
            named: dict[str, Json] = {"name": name[: limits.THREAD_NAME], "icon_custom_emoji_id": icon}
            params: dict[str, Json] = {"message_thread_id": thread_id, **named}
            return Call("editForumTopic", params, may_fail=True, paced=True)
        case RemoveThread(thread_id, name):
            instead = [of_chat(NameThread(thread_id, name, ""))]
            return Call("deleteForumTopic", {"message_thread_id": thread_id}, instead=instead)


def commands_set(effect: SetCommands) -> Call:
    if not effect.commands:
        return Call("deleteMyCommands", {}, scoped=True, may_fail=True)
    return Call("setMyCommands", {"commands": command_list(effect.commands)}, scoped=True, may_fail=True)


# Showing.


def shown(effect: Show) -> list[Call]:
    match effect.what:
        case Screen() as screen:
            calls = with_shows(screen_calls(effect, screen), effect.shows)
        case Quote() as quote:
            calls = quote_calls(quote, effect.reply_to, effect.shows)
        case Document() as document:
            calls = with_reply(document_calls(document), effect.reply_to)
        case _:
            assert_never(effect.what)
    if effect.silent:
        return [with_params(call, SOUNDLESS) for call in calls]
    return calls


def screen_calls(effect: Show, screen: Screen) -> list[Call]:
    texts = pieces(screen.rich, limits.TEXT)
    *before, last = texts if effect.whole else texts[:1]
    params = {**text_params(last), **markup(screen)}
    if effect.in_place_of and not before and not screen.keyboard:
        edit = {**params, "message_id": effect.in_place_of}
        return [Call("editMessageText", edit, instead=[Call("sendMessage", params)])]
    calls = [*(Call("sendMessage", text_params(piece)) for piece in before), Call("sendMessage", params)]
    return with_reply(calls, effect.reply_to)


def markup(screen: Screen) -> dict[str, Json]:
    if screen.keyboard:
        rows: Json = [[key_of(each) for each in row] for row in screen.keyboard]
        once = any(isinstance(each, PlaceKey) for row in screen.keyboard for each in row)
        stays: Mapping[str, Json] = {"one_time_keyboard": True} if once else {"is_persistent": True}
        return {"reply_markup": {"keyboard": rows, "resize_keyboard": True, **stays}}
    return {"reply_markup": inline(screen.buttons)} if screen.buttons else {}


def key_of(key: str | PlaceKey) -> Json:
    return {"text": key.text, "request_location": True} if isinstance(key, PlaceKey) else {"text": key}


def document_calls(document: Document) -> list[Call]:
    name = document.file.name  # a letter may have several
    method, params = "sendDocument", dict[str, Json](document=f"attach://{name}", disable_content_type_detection=True)
    if document.picture:
        method, params = "sendPhoto", dict[str, Json](photo=f"attach://{name}")
    if document.buttons:
        params["reply_markup"] = inline(document.buttons)
    call = Call(method, {**params, **caption(document.text)}, needs={name: document.file})
    if document.text.units <= limits.CAPTION:
        return [call]
    return [*text_calls(document.text), replace(call, params=params)]


# Editing.


def edited(effect: Edit) -> Call:
    """One message is edited and no other made, so what does not fit into it is left out."""
    params: dict[str, Json] = {"message_id": effect.message_id, **markup(effect.screen)}
    if effect.below_file:
        text = pieces(effect.screen.rich, limits.CAPTION)[0]
        return Call("editMessageCaption", {**params, **caption(text)}, may_fail=True)
    edit = edited_text(effect.message_id, pieces(effect.screen.rich, limits.TEXT)[0], markup(effect.screen))
    instead = shown(effect.otherwise) if effect.otherwise is not None else []
    return replace(edit, shows=effect.shows, instead=instead, may_fail=not instead, paced=effect.paced)


def edited_text(message_id: int, text: Rich, more: Mapping[str, Json]) -> Call:
    return Call("editMessageText", {"message_id": message_id, **text_params(text), **more}, may_fail=True)


def revised(effect: Revise) -> list[Call]:
    calls: list[Call] = []
    [body] = effect.quote.bodies
    fresh = quote_calls(effect.quote, None, effect.shows)
    for piece, call in enumerate(fresh):
        places = [held.message_id for held in effect.messages if held.piece == piece]
        edits = [as_edit(call, body, message_id) for message_id in places]
        calls += [edit for edit in edits if edit is not None]
        if not places:
            calls += with_reply([call], effect.messages[0].message_id)
    return calls + [deletion(held.message_id) for held in effect.messages if held.piece >= len(fresh)]


def as_edit(call: Call, body: Body, message_id: int) -> Call | None:
    """The call that makes an earlier message of the bot show what `call` would send, else sends it; None where nothing
    can change.
    """
    edit = replace(call, instead=[call])
    if call.method == "sendMessage":
        return replace(edit, method="editMessageText", params={"message_id": message_id, **call.params})
    text = {name: value for name, value in call.params.items() if name in ("caption", "caption_entities", "title")}
    message: dict[str, Json] = {"message_id": message_id}
    if "reply_markup" in call.params:  # an edit without buttons would take them away
        message["reply_markup"] = call.params["reply_markup"]
    if body.kind in REPLACEABLE:
        media: Json = {"type": body.kind.value, "media": call.params[METHODS[body.kind][1]], **text}
        return replace(edit, method="editMessageMedia", params={**message, "media": media})
    if body.kind is Kind.VOICE:
        return replace(edit, method="editMessageCaption", params={**message, **text})
    return None


# Removing.


def removed(effect: Remove, now: datetime) -> list[Call]:
    deletable = [held.message_id for held in effect.messages if is_deletable(held, now)]
    too_old = [held for held in effect.messages if not is_deletable(held, now)]
    delete = sure_deletions if effect.surely else deletions
    calls = delete(deletable) + [call for held in too_old for call in emptied(held, effect)]
    after = effect.otherwise if too_old else effect.then
    return calls + shown(after) if after is not None else calls


def is_deletable(held: Held, now: datetime) -> bool:
    """Whether Telegram still lets the bot delete it; worth a try where its age is not known."""
    return held.sent_at is None or now - held.sent_at < DELETABLE


def deletion(message_id: int) -> Call:
    return Call("deleteMessage", {"message_id": message_id}, may_fail=True)


def deletions(message_ids: Sequence[int]) -> list[Call]:
    """As few calls as there can be."""
    if len(message_ids) == 1:
        return [deletion(message_ids[0])]
    return [replace(call, may_fail=True) for call in sure_deletions(message_ids)]


def sure_deletions(message_ids: Sequence[int]) -> list[Call]:
    """The same, refused where one cannot be deleted; what is not there any more is skipped by Telegram."""
    size = limits.DELETED_TOGETHER
    parts = [list(message_ids[at : at + size]) for at in range(0, len(message_ids), size)]
    return [Call("deleteMessages", {"message_ids": part}) for part in parts]


def emptied(held: Held, effect: Remove) -> Iterator[Call]:
    """What takes the content out of a message that cannot be deleted. Its pin stays, so it is taken away, too."""
    if held.kind is not None and held.kind is not Kind.TEXT:
        yield replace(with_blank(held.message_id, held.kind, effect.caption), paced=True)
    elif effect.text:
        yield replace(edited_text(held.message_id, effect.text, {}), paced=True)
        if held.kind is None:
            yield Call("editMessageCaption", {"message_id": held.message_id, **caption(effect.caption)}, may_fail=True)
    if effect.pinned:
        yield Call("unpinChatMessage", {"message_id": held.message_id}, may_fail=True)


def with_blank(message_id: int, kind: Kind, text: Rich) -> Call:
    """A grey picture takes the file's place."""
    blank = Kind.DOCUMENT if kind is Kind.DOCUMENT else Kind.PHOTO  # an album of documents takes no photo
    media: Json = {"type": blank.value, "media": f"attach://{BLANK}", **caption(text)}
    params: dict[str, Json] = {"message_id": message_id, "media": media}
    return Call("editMessageMedia", params, may_fail=True, files={BLANK: Upload(BLANK, blank_picture())})


@cache
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
