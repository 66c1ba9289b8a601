"""A link as a code to photograph, for paper."""

from io import BytesIO

import segno


def qr_of(link: str) -> str:
    """As SVG."""
    drawn = BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=2)
    return drawn.getvalue().decode()
