"""What people wrote, made into calls: text under its heading, the file with it, albums.

A file may be refused for good although its words are taken: its reader lets no voices in, or Telegram has lost it. A
voice goes as a usual file then (`cure`). Else its call says what is sent instead: an album's parts one by one, and of a
file alone the words, with a remark where it would be. So words never go with their file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.domain.bodies import WITHOUT_TEXT, Body, File, Kind, Place
from bot.surface.outgoing import AS_IT_IS, NOTHING, Fetched, Passing, Quote, Shown
from bot.surface.rich import Rich, joined, pieces
from bot.telegram import limits
from bot.telegram.calls import Call, Need, caption, inline, text_params
from bot.telegram.gateway import Json

METHODS: Mapping[Kind, tuple[str, str]] = {
    Kind.PHOTO: ("sendPhoto", "photo"),
    Kind.VIDEO: ("sendVideo", "video"),
    Kind.ANIMATION: ("sendAnimation", "animation"),
    Kind.VOICE: ("sendVoice", "voice"),
    Kind.VIDEO_NOTE: ("sendVideoNote", "video_note"),
    Kind.AUDIO: ("sendAudio", "audio"),
    Kind.DOCUMENT: ("sendDocument", "document"),
}
CURES: Mapping[Kind, tuple[Kind, str]] = {
    Kind.VOICE: (Kind.DOCUMENT, "voice.ogg"),
    Kind.VIDEO_NOTE: (Kind.VIDEO, "video.mp4"),
}
Passed: TypeAlias = tuple[Body, Passing]


def quote_calls(quote: Quote, reply_to: int | None, shows: Sequence[Shown]) -> list[Call]:
    """Each body as one message where Telegram allows it, or a group of them as an album, under the heading."""
    calls: list[Call] = []
    passed = list(zip(quote.bodies, quote.passing or [AS_IT_IS] * len(quote.bodies), strict=True))
    for group in groups(passed):
        parts = [passed[each] for each in group]
        made = album_calls(quote, parts) if len(parts) > 1 else body_calls(quote.heading, *parts[0], quote.missing)
        calls += with_shows(with_reply(made, reply_to), [shows[each] for each in group] if shows else [])
    if quote.buttons:
        calls[-1] = with_params(calls[-1], {"reply_markup": inline(quote.buttons)})
    return calls


def groups(passed: Sequence[Passed]) -> list[list[int]]:
    """Which of the bodies go together: photos and videos, audio with audio, files with files; all else is alone.

    Not more of them than one call may carry.
    """
    found: dict[str, list[int]] = {}
    for number, (body, _) in enumerate(passed):
        match body.kind:
            case Kind.PHOTO | Kind.VIDEO:
                together = "seen"
            case Kind.AUDIO | Kind.DOCUMENT as kind:
                together = kind.value
            case _:
                together = f"alone {number}"
        found.setdefault(together, []).append(number)
    return [albumful for group in found.values() for albumful in fitting(group, passed)]


def fitting(group: Sequence[int], passed: Sequence[Passed]) -> Iterator[list[int]]:
    """Such a group in parts of at most ten, of which each has no more to upload than one call takes."""
    part: list[int] = []
    room = limits.UPLOADED
    for each in group:
        body, passing = passed[each]
        size = 0 if passing.as_it_is or body.file is None else body.file.size or 0
        if part and (len(part) == limits.ALBUM or size > room):
            yield part
            part, room = [], limits.UPLOADED
        part.append(each)
        room -= size
    if part:
        yield part


def body_calls(heading: Rich, body: Body, passing: Passing, missing: str) -> list[Call]:
    """A body under a heading. `missing`: what is said where its file would be, if that is refused."""
    whole = joined([heading, Rich(body.text, body.entities)])
    if body.kind in (Kind.TEXT, Kind.STICKER):
        return text_calls(whole)
    call = file_call(body, passing)
    if body.kind in WITHOUT_TEXT or whole.units > limits.CAPTION:
        return [*text_calls(whole), captioned(call, NOTHING, missing)]
    return [captioned(call, whole, missing)]


def captioned(call: Call, text: Rich, missing: str) -> Call:
    """A call for a file with its caption; and where the file is refused, that without it."""
    instead = text_calls(joined([text, Rich(missing)])) if missing else []
    return replace(
        call,
        params={**call.params, **caption(text)},
        instead=[replace(each, lacks_file=True) for each in instead],
        cure=captioned(call.cure, text, missing) if call.cure is not None else None,
    )


def album_calls(quote: Quote, passed: Sequence[Passed]) -> list[Call]:
    """An album, the heading in its first caption; text too long for a caption comes before it. Where it is refused,
    its parts are sent one by one.
    """
    before: list[Call] = []
    media: list[Json] = []
    needs: dict[str, Need] = {}
    alone: list[Call] = []
    for number, (body, passing) in enumerate(passed):
        text = Rich(body.text, body.entities)
        if number == 0:
            text = joined([quote.heading, text])
        if text.units > limits.CAPTION:
            before += text_calls(text)
            text = Rich("")
        file, need = attached(body, passing)
        needs |= need
        media.append({"type": body.kind.value, "media": file, **titled(body, passing.name), **caption(text)})
        alone.append(captioned(file_call(body, passing), text, quote.missing))
    return [*before, Call("sendMediaGroup", {"media": media}, needs=needs, instead=alone if quote.missing else ())]


def text_calls(rich: Rich) -> list[Call]:
    return [Call("sendMessage", text_params(piece)) for piece in pieces(rich, limits.TEXT) if piece]


def titled(body: Body, name: str) -> dict[str, Json]:
    """An audio under another name has that as its title."""
    return {"title": name} if name and body.kind is Kind.AUDIO else {}


def file_call(body: Body, passing: Passing) -> Call:
    """What sends the attachment alone."""
    if body.place is not None:
        return place_call(body.place)
    if body.contact_phone is not None:
        whose = body.contact_name or body.contact_phone
        return Call("sendContact", {"phone_number": body.contact_phone, "first_name": whose})
    method, parameter = METHODS[body.kind]
    file, needs = attached(body, passing)
    params: dict[str, Json] = {parameter: file, **titled(body, passing.name)}
    if needs and body.kind is Kind.DOCUMENT:  # it stays a document, whatever is in it
        params["disable_content_type_detection"] = True
    return Call(method, params, needs=needs, cure=cure_of(body))


def cure_of(body: Body) -> Call | None:
    """A voice as a document, a round video as a usual one: for a reader who takes neither. By the id that Telegram has
    for a voice nothing else can be sent.
    """
    shown_as = CURES.get(body.kind)
    if shown_as is None or body.file is None or body.file.fault is not None or (body.file.size or 0) > limits.FETCHED:
        return None
    kind, name = shown_as
    return file_call(replace(body, kind=kind), Passing(name))


def attached(body: Body, passing: Passing) -> tuple[str, dict[str, Need]]:
    """What a parameter says of a body's file: the id by which Telegram has it, or an upload that has to be prepared.

    One that is too large to be fetched keeps its name, where it is only that.
    """
    file = file_of(body)
    if passing.as_it_is or (not passing.cleaned and (file.size or 0) > limits.FETCHED):
        return file.external_id, {}
    if file.fault is not None:
        raise LookupError("a file that cannot be passed on was shown")
    if file.passed_id:
        return file.passed_id, {}
    name = f"file{file.id or file.external_id}"
    return f"attach://{name}", {name: Fetched(body.kind, file, passing)}


def file_of(body: Body) -> File:
    if body.file is None or not body.file.external_id:
        raise LookupError(f"a body of kind {body.kind} came without what is known of its file")
    return body.file


def place_call(place: Place) -> Call:
    where: dict[str, Json] = {"latitude": place.latitude, "longitude": place.longitude}
    if place.title and place.address:
        return Call("sendVenue", {**where, "title": place.title, "address": place.address})
    return Call("sendLocation", where)


def with_reply(calls: list[Call], reply_to: int | None) -> list[Call]:
    if reply_to is None:
        return calls
    reply: Json = {"message_id": reply_to, "allow_sending_without_reply": True}
    return [with_params(calls[0], {"reply_parameters": reply}), *calls[1:]]


def with_params(call: Call, more: Mapping[str, Json]) -> Call:
    """The call with these parameters, and so what is sent instead of it."""
    instead = [with_params(each, more) for each in call.instead]
    cure = with_params(call.cure, more) if call.cure is not None else None
    return replace(call, params={**call.params, **more}, instead=instead, cure=cure)


def with_shows(calls: list[Call], shows: Sequence[Shown]) -> list[Call]:
    """One body is shown piece by piece; of an album each message shows another."""
    if not shows:
        return calls
    if len(shows) == 1:
        [what] = shows
        return [showing(call, replace(what, piece=what.piece + at)) for at, call in enumerate(calls)]
    album = calls[-1]
    alone = [showing(call, what) for call, what in zip(album.instead, shows, strict=bool(album.instead))]
    return [*calls[:-1], replace(album, shows=shows, instead=alone)]


def showing(call: Call, what: Shown) -> Call:
    """The call, and what is sent instead of it, shows this."""
    instead = [showing(each, what) for each in call.instead]
    return replace(call, shows=[what], instead=instead, cure=showing(call.cure, what) if call.cure else None)
