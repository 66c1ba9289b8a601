"""The entities that Telegram adds to texts by itself, as far as a bot can depend on them: commands and links."""

import re

from telegram import MessageEntity

from simulator.parameters import length

_COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?")
_URL = re.compile(r"https?://\S+")


def marked(text: str) -> tuple[MessageEntity, ...]:
    return tuple(
        MessageEntity(kind, length(text[: found.start()]), length(found.group()))
        for kind, pattern in ((MessageEntity.BOT_COMMAND, _COMMAND), (MessageEntity.URL, _URL))
        for found in pattern.finditer(text)
    )
