"""The kinds of emergency, and the phrases that mention each, in Ukrainian, Russian and English.

The phrases are in `phrases/`, a file for each kind; how they are written is in `phrase_matching`. `{NAME}` is the
group of words with that name in `words.txt`. `#` begins a remark; an indented line goes on with the one before it.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

FILES = Path(__file__).with_name("phrases")


class Emergency(StrEnum):
    """What a card is about; its texts are `emergency-<value>-title` and `emergency-<value>`.

    The order is that of precedence: what lies unexploded comes first, for its card must not ask for a photo or a place;
    a cry for help that says no more comes last. The four after it are never recognised in text: they open the report
    form of the category with the same name.
    """

    UXO = "uxo"
    LIFE = "life"
    SUICIDE = "suicide"
    FIRE = "fire"
    GAS = "gas"
    ACCIDENT = "accident"
    MEDICAL = "medical"
    BREAK_IN = "break-in"
    MISSING = "missing"
    SABOTAGE = "sabotage"
    GENERAL = "general"
    DOMESTIC = "domestic"
    SUSPICIOUS = "suspicious"
    CHILDREN = "children"
    CARE = "care"


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file, each with those that go on with it."""
    line = ""
    for each in path.read_text(encoding="utf-8").splitlines():
        if each.startswith("    |"):
            line += each.strip()
        elif each.startswith("    "):
            line += f" {each.strip()}"
        else:
            if line:
                yield line
            line = each.partition("#")[0].strip()
    if line:
        yield line


def _groups() -> dict[str, str]:
    groups: dict[str, str] = {}
    for line in _lines(FILES / "words.txt"):
        name, _, words = line.partition(" = ")
        groups[name] = words.format_map(groups)
    return groups


_GROUPS = _groups()


def _phrases(name: str) -> list[str]:
    return [line.format_map(_GROUPS) for line in _lines(FILES / f"{name}.txt")]


def _by_emergency(folder: str) -> Mapping[Emergency, list[str]]:
    found = {Emergency(path.stem) for path in (FILES / folder).glob("*.txt")}
    return {emergency: _phrases(f"{folder}/{emergency}") for emergency in Emergency if emergency in found}


LASTING = _by_emergency("lasting")
"""What was so yesterday is so today: it lies there, they are gone, he lives with her."""
PASSING = _by_emergency("passing")
"""What is over by tomorrow."""

COURTESIES, NEGATIONS, JOINING = (_GROUPS[name].split("|") for name in ("COURTESIES", "NEGATIONS", "JOINING"))

# What speaks against a card.
EVERYDAY = _phrases("against/everyday")
"""They sound alike: their words are not looked at."""
HIT = _phrases("against/hit")
"""A thing is hit or shot at, or it is a figure of speech; unless WHOM is beside it."""
KILLED = _phrases("against/killed")
"""The same of what is killed; and not where a preposition says that it is only near: «вбивають на дорозі»."""
WHOM, PREPOSITIONS = _GROUPS["WHOM"], _GROUPS["PREPOSITIONS"]
POLITE = _phrases("against/polite")
"""With one of these a cry for help is a polite request: its first word is not looked at."""
LONG_AGO = _phrases("against/long-ago")
"""A sentence with one of these is about what was long ago."""
PAST = _phrases("against/past")
"""A sentence with one of these is about yesterday, or about long ago."""
OVER = _phrases("against/over")
"""A message with one of these is about what is over."""
HEARD = _phrases("against/heard")
"""A message with one of these is about what was only read, seen or taught, or is to be certified."""
NOW = _phrases("against/now")
"""It is happening now: yesterday, what is over and what was heard of do not count."""
AGAIN = _phrases("against/again")
"""It is happening again, or is feared: yesterday and what is over do not count."""
