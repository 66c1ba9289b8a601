"""Makes PDF files and pictures: a template of this folder, filled with data. Plain functions, which know nothing of
the bot.

What people wrote reaches a template as data alone (JSON), never as its code, so nothing in it is carried out. Templates
can read no other file. The fonts are those inside typst, so a page looks the same on every machine; a character that
they do not have is replaced by its name, and so no text is lost, and no file is refused.

The PDF files are PDF/A-2a for archives and PDF/UA-1 for screen readers. The work releases the interpreter's lock.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeAlias

import typst

Data: TypeAlias = "str | int | bool | Sequence[Data] | Mapping[str, Data] | None"

HERE = Path(__file__).parent
SHARP = 144.0  # dots an inch of a picture: as sharp as a telephone shows it

# What the fonts have: Latin, Greek and Cyrillic, punctuation, money, numbers, arrows, and signs of mathematics.
SHOWN = re.compile(
    "[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff\u2010-\u2027\u2030-\u2040"
    "\u2070-\u2071\u2074-\u20bf\u2100-\u211e\u2190-\u23ff\u2460-\u262f\u2713\u2717]"
)

UNASSIGNED = "Cn"
UNSEEN = ("Cc", "Cf", "Cs")  # controls, and half of a pair
BLANK = ("Zs", "Zl", "Zp")


def typeset(template: str, data: Mapping[str, Data], made_at: datetime) -> bytes:
    """The PDF of `template`.typ with this data."""
    return typst.compile(
        HERE / f"{template}.typ",
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=_inputs(data),
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(made_at.timestamp()),
    )


def draw(template: str, data: Mapping[str, Data]) -> bytes:
    """The one page of `template`.typ with this data, as PNG."""
    drawn = typst.compile(
        HERE / f"{template}.typ",
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="png",
        ppi=SHARP,
        sys_inputs=_inputs(data),
    )
    if not isinstance(drawn, bytes):
        raise TypeError(f"{template} has several pages")
    return drawn


def _inputs(data: Mapping[str, Data]) -> dict[str, str]:
    return {"data": json.dumps(readable(data), ensure_ascii=False)}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)


def readable(data: Data) -> Data:
    """The same with text alone that the fonts can show."""
    match data:
        case str():
            return "".join(map(_shown, data.replace("\r\n", "\n").replace("\t", " ")))
        case Mapping():
            return {name: readable(value) for name, value in data.items()}
        case Sequence():
            return [readable(value) for value in data]
        case _:
            return data


def _shown(character: str) -> str:
    """The character; its name in brackets where no font has it, nothing where there is nothing to see."""
    category = unicodedata.category(character)
    if SHOWN.fullmatch(character) and category != UNASSIGNED:
        return character
    if category in UNSEEN or unicodedata.name(character, "").startswith("VARIATION SELECTOR"):
        return ""
    if category in BLANK:
        return " "
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    return f"[{name.lower()}]"
