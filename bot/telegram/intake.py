"""Which updates are kept, and what a row of the inbox says of one. It reads plain JSON: nothing here can fail to parse.

The bot does not read people's talk. From groups and channels only three kinds of updates are kept: commands, the bot's
own membership, and the service messages by which a group becomes a supergroup. All else is let go of here, unread:
text, replies to the bot, edits, reactions. (Telegram itself sends a bot in privacy mode little more than that; one
that is an administrator gets everything.)
"""

import json
import re
from collections.abc import Mapping
from typing import cast

from bot.storage.inbox import Arrival

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "channel_post",
    "callback_query",
    "message_reaction",
    "my_chat_member",
)

Update = Mapping[str, object]


def arrival(update: Update) -> Arrival | None:
    """The inbox row of an update; None for one that is not kept."""
    update_id = cast("int", update["update_id"])
    kind, content = next(((key, value) for key, value in update.items() if key != "update_id"), ("", None))
    chat, user = chat_and_user(content)
    if chat is not None and chat.get("type") not in (None, "private") and not concerns_bot(kind, content):
        return None
    # Without a chat and a person the update has an order of its own, and a negative id collides with no other.
    chat_id = cast("int", (chat or user or {}).get("id", -update_id))
    return Arrival(update_id, chat_id, storable(json.dumps(update, ensure_ascii=False, separators=(",", ":"))))


NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")  # as JSON writes one; behind an even number of backslashes


def storable(text: str) -> str:
    """JSON with U+FFFD for each half of a pair of surrogates and for each NUL: it may hold them, no database does."""
    if "\\u0000" in text:
        text = NUL.sub(r"\1\\ufffd", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def concerns_bot(kind: str, content: object) -> bool:
    """Whether an update of a group or channel is the bot's to read."""
    if kind == "my_chat_member":
        return True
    if kind not in ("message", "channel_post") or not isinstance(content, Mapping):
        return False
    return is_command(content) or "migrate_to_chat_id" in content or "migrate_from_chat_id" in content


def is_command(message: Update) -> bool:
    """Whether a message begins with a command."""
    entities = message.get("entities")
    first = entities[0] if isinstance(entities, list) and entities else None
    return isinstance(first, Mapping) and first.get("type") == "bot_command" and first.get("offset") == 0


def chat_and_user(content: object) -> tuple[Update | None, Update | None]:
    if not isinstance(content, Mapping):
        return None, None
    message = content.get("message")
    chat = content.get("chat") or (message.get("chat") if isinstance(message, Mapping) else None)
    user = content.get("from") or content.get("user")
    return (chat if isinstance(chat, Mapping) else None), (user if isinstance(user, Mapping) else None)
