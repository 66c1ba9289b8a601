"""Links to the bot, and their QR codes on paper: scanning one opens the link."""

import io
from urllib.parse import parse_qs, urlsplit

import segno

from simulator.accounts import Account

MODULE = 6  # pixels of a code's smallest square


def payload_in(link: str, bot: Account) -> str | None:
    """What a link to the bot carries to /start, "" where it carries nothing; None of a link to elsewhere."""
    parts = urlsplit(link.strip())
    if parts.netloc != "t.me" or parts.path != f"/{bot.user.username}":
        return None
    return parse_qs(parts.query).get("start", [""])[0]


def qr_code(link: str) -> bytes:
    """As SVG, black on white in the dark too: so cameras want it."""
    drawn = io.BytesIO()
    segno.make(link, micro=False, error="m").save(drawn, kind="svg", scale=MODULE, light="white", xmldecl=False)
    return drawn.getvalue()
