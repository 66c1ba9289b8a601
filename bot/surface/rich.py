"""Text with formatting. Offsets and lengths count UTF-16 units, as in Telegram, where most of it comes from.

No markup language is parsed anywhere: what people type can break nothing, because nothing reads it.
"""

from dataclasses import dataclass, replace
from itertools import takewhile

from bot.domain.bodies import Entity, units


@dataclass(frozen=True, slots=True)
class Rich:
    """A text and its entities, in order."""

    text: str
    entities: tuple[Entity, ...] = ()

    def __add__(self, other: "Rich | str") -> "Rich":
        if isinstance(other, str):
            return Rich(self.text + other, self.entities)
        by = units(self.text)
        moved = tuple(replace(each, offset=each.offset + by) for each in other.entities)
        return Rich(self.text + other.text, self.entities + moved)

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def units(self) -> int:
        return units(self.text)


def bold(text: str) -> Rich:
    return Rich(text, (Entity("bold", 0, units(text)),)) if text else Rich("")


def quoted(rich: Rich) -> Rich:
    """What a person wrote, told apart from what the bot says around it. Telegram has no quotation within another."""
    if not rich:
        return rich
    inside = tuple(each for each in rich.entities if not each.type.endswith("blockquote"))
    return Rich(rich.text, (Entity("blockquote", 0, rich.units), *inside))


def joined(parts: list[Rich], between: str = "\n") -> Rich:
    """The parts that are not empty, one after another."""
    whole = Rich("")
    for part in parts:
        if part:
            whole = whole + between + part if whole else part
    return whole


def between(text: str, start: int, end: int) -> str:
    """What is between two places in a text, in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "replace")


def inserted(rich: Rich, at: int, more: str) -> Rich:
    """The text with more put in at a place. An entity that ends there stays as it is; one that goes on grows."""
    text = between(rich.text, 0, at) + more + between(rich.text, at, rich.units)
    by = units(more)
    entities = tuple(
        replace(e, offset=e.offset + by)
        if e.offset >= at
        else replace(e, length=e.length + by if e.offset + e.length > at else e.length)
        for e in rich.entities
    )
    return Rich(text, entities)


def pieces(rich: Rich, limit: int) -> list[Rich]:
    """The text in pieces of at most `limit` UTF-16 units, split at paragraphs, sentences or words where it can be."""
    found: list[Rich] = []
    while rich.units > limit:
        cut = cut_at(rich.text, limit)
        head, rich = split_at(rich, cut)
        if head:  # not when it was nothing but space
            found.append(head)
    return [*found, rich] if rich or not found else found


def cut_at(text: str, limit: int) -> int:
    """Where to cut, in characters: after the last paragraph, sentence or word that fits; in a word if need be."""
    room = len(list(takewhile(lambda used: used <= limit, running_units(text))))
    head = text[:room]
    for mark in ("\n\n", "\n", ". ", "! ", "? ", "… ", " "):
        place = head.rfind(mark)
        if place > room // 2:
            return place + len(mark)
    return room


def running_units(text: str) -> list[int]:
    total, sums = 0, []
    for character in text:
        total += 2 if ord(character) > 0xFFFF else 1
        sums.append(total)
    return sums


def split_at(rich: Rich, cut: int) -> tuple[Rich, Rich]:
    """Two texts, cut before character `cut`; an entity across the cut goes on in both. Space at the cut is dropped."""
    head, tail = rich.text[:cut], rich.text[cut:]
    at = units(head)
    dropped = units(tail) - units(tail.lstrip())
    first = tuple(replace(e, length=min(e.length, at - e.offset)) for e in rich.entities if e.offset < at)
    start = at + dropped
    second = tuple(
        replace(e, offset=max(e.offset - start, 0), length=e.offset + e.length - max(e.offset, start))
        for e in rich.entities
        if e.offset + e.length > start
    )
    return Rich(head.rstrip(), trimmed(first, units(head.rstrip()))), Rich(tail.lstrip(), second)


def trimmed(entities: tuple[Entity, ...], end: int) -> tuple[Entity, ...]:
    """Entities that end by `end`."""
    return tuple(replace(e, length=min(e.length, end - e.offset)) for e in entities if e.offset < end)
