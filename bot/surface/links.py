"""Links by which people come to the bot in Telegram."""


def link_to(bot_username: str, payload: str = "") -> str:
    """The bot's private chat; with a payload, as if the person pressed start with it."""
    link = f"https://t.me/{bot_username}"
    return f"{link}?start={payload}" if payload else link
