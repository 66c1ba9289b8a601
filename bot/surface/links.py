"""Links by which people come to the bot in Telegram."""

from io import BytesIO

import segno


def link_to(bot_username: str, payload: str = "") -> str:
    """The bot's private chat; with a payload, as if the person pressed start with it."""
    link = f"https://t.me/{bot_username}"
    return f"{link}?start={payload}" if payload else link


def qr_of(link: str) -> str:
    """A QR code that leads there, as SVG."""
    drawn = BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=2)
    return drawn.getvalue().decode()
