"""Which updates are kept, and what a row of the inbox says of one. It reads plain JSON: nothing here can fail to parse.

From groups nothing is kept but what concerns the bot's own membership: the bot does not read people's talk.
"""

import json
from collections.abc import Mapping
from typing import cast

from bot.storage.inbox import Arrival

ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "message_reaction",
    "my_chat_member",
)

Update = Mapping[str, object]


def arrival(update: Update) -> Arrival | None:
    """The inbox row of an update; None for one that is not kept."""
    update_id = cast("int", update["update_id"])
    content = next((value for key, value in update.items() if key != "update_id"), None)
    chat, user = chat_and_user(content)
    if "my_chat_member" not in update and chat is not None and chat.get("type") not in (None, "private"):
        return None
    # Without a chat and a person the update has an order of its own, and a negative id stands in nobody's way.
    chat_id = cast("int", (chat or user or {}).get("id", -update_id))
    return Arrival(update_id, chat_id, json.dumps(update, ensure_ascii=False, separators=(",", ":")))


def chat_and_user(content: object) -> tuple[Update | None, Update | None]:
    if not isinstance(content, Mapping):
        return None, None
    message = content.get("message")
    chat = content.get("chat") or (message.get("chat") if isinstance(message, Mapping) else None)
    user = content.get("from") or content.get("user")
    return (chat if isinstance(chat, Mapping) else None), (user if isinstance(user, Mapping) else None)
