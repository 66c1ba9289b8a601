"""Who talks with whom, by the order of their Telegram ids: officers first, residents after them."""

from bench.seed import FIRST_TELEGRAM_ID


def partner(chat_id: int, officers: int) -> int:
    """The other side of a chat, as the relays without a database work it out."""
    at = chat_id - FIRST_TELEGRAM_ID
    other = officers + at if at < officers else (at - officers) % officers
    return FIRST_TELEGRAM_ID + other


def is_officer(chat_id: int, officers: int) -> bool:
    return chat_id - FIRST_TELEGRAM_ID < officers
