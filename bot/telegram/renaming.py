"""Sends files under other names than Telegram has them by.

By its id a file goes with the name, and of an audio the title and performer, that it came with. To go without, it is
fetched and uploaded again, each time. A file that a bot may not fetch (Telegram's limit is 20 MB) goes as it is, and so
does one that is too much for the call. Videos are not renamed: their names are not shown, and an upload would have to
say their size and length again.
"""

from collections.abc import Mapping, Sequence

from bot.telegram import limits
from bot.telegram.gateway import Gateway, Json, Refused, Unauthorized, Upload


async def with_new_names(
    gateway: Gateway, params: Mapping[str, Json], names: Mapping[str, str]
) -> tuple[dict[str, Json], dict[str, Upload]]:
    """The parameters with uploads in place of these files, and the uploads. Raises Unauthorized, NoAnswer, TooFast."""
    uploads: dict[str, Upload] = {}
    places: dict[str, str] = {}
    for number, (file_id, name) in enumerate(names.items()):
        try:
            content = await gateway.download(file_id)
        except Unauthorized:
            raise
        except Refused:
            continue
        if sum(len(each.content) for each in uploads.values()) + len(content) > limits.UPLOADED:
            continue
        uploads[f"file{number}"] = Upload(name, content)
        places[file_id] = f"attach://file{number}"
    return {name: with_places(value, places) for name, value in params.items()}, uploads


def with_places(value: Json, places: Mapping[str, str]) -> Json:
    """A parameter in which each of these files is another."""
    if isinstance(value, str):
        return places.get(value, value)
    if isinstance(value, Mapping):
        return {name: with_places(each, places) for name, each in value.items()}
    if isinstance(value, Sequence):
        return [with_places(each, places) for each in value]
    return value
