"""Files that go with a call: what was prepared takes the place that the parameters keep for it, and of what Telegram
took the new id is found in its answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from bot.domain.ids import FileId
from bot.surface.outgoing import Fetched
from bot.telegram.calls import Call
from bot.telegram.gateway import Json, Upload

SHOWN_AS = ("document", "video", "animation", "audio", "voice", "video_note")  # a file in a message, but for photos


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that is ready to go. `about`: parameters that describe it: a video's width, height and duration."""

    upload: Upload
    about: Mapping[str, int]


def with_uploads(
    params: Mapping[str, Json], prepared: Mapping[str, Prepared]
) -> tuple[dict[str, Json], dict[str, Upload]]:
    """The parameters as they are sent, and the uploads by the names that they have there."""
    about = {f"attach://{name}": file.about for name, file in prepared.items()}
    return _with_about(params, about), {name: file.upload for name, file in prepared.items()}


def _with_about(params: Mapping[str, Json], about: Mapping[str, Mapping[str, int]]) -> dict[str, Json]:
    """What is known of a file goes where the file is named."""
    found: dict[str, Json] = {}
    for name, value in params.items():
        if isinstance(value, str) and value in about:
            found |= {name: value, **about[value]}
        else:
            found[name] = _inside(value, about)
    return found


def _inside(value: Json, about: Mapping[str, Mapping[str, int]]) -> Json:
    if isinstance(value, Mapping):
        return _with_about(value, about)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_inside(each, about) for each in value]
    return value


def passed_ids(call: Call, result: Json) -> Iterator[tuple[FileId, str]]:
    """Of people's files that went with a call: by which id Telegram has each from now on."""
    places = {f"attach://{name}": need.file.id for name, need in call.needs.items() if isinstance(need, Fetched)}
    if not places:
        return
    media = call.params.get("media")
    if isinstance(media, Mapping):  # an edit
        named: Sequence[object] = [media.get("media")]
    elif isinstance(media, Sequence) and not isinstance(media, str):
        named = [cast("Mapping[str, Json]", each).get("media") for each in media]
    else:
        named = [value for value in call.params.values() if isinstance(value, str) and value in places]
    messages = result if isinstance(result, Sequence) and not isinstance(result, str) else [result]
    for place, message in zip(named, messages, strict=False):
        file_id = _file_id(message)
        if isinstance(place, str) and place in places and file_id:
            yield places[place], file_id


def _file_id(message: Json) -> str | None:
    """Of the file that a message shows."""
    if not isinstance(message, Mapping):
        return None
    found = next((message[kind] for kind in SHOWN_AS if kind in message), None)
    return str(found["file_id"]) if isinstance(found, Mapping) else None
