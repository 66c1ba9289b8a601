"""Ready answers and reasons for refusal: what is said again and again, with places that a case fills.

A place is a word in braces: «Вітаємо, {ім’я}!». Where a case has nothing for it, it falls out so that no trace is seen
(`filled`): of an absent name or number the comma and the space before it go too, or those after it at the beginning of
a line; a line about an office or hours that are not known goes whole.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.bodies import has_words
from bot.domain.cases import Act
from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId, CaseId, OfficerId, ReadyTextId
from bot.domain.languages import Language
from bot.domain.refusals import Refusal

TITLE_ROOM, TEXT_ROOM = 40, 1500  # characters
MOST = 60  # that one officer, area or oblast has


class Kind(StrEnum):
    ANSWER = "answer"
    REASON = "reason"  # for which a case is declined

    @property
    def act(self) -> Act:
        """What is done with it."""
        return Act.ANSWER if self is Kind.ANSWER else Act.DECLINE


class Field(StrEnum):
    TITLE = "title"
    UK = "uk"
    EN = "en"


class Place(StrEnum):
    """What a case fills in."""

    NUMBER = "номер"
    NAME = "ім’я"
    OFFICE = "кабінет"
    HOURS = "години"


OF_ITS_LINE = frozenset({Place.OFFICE, Place.HOURS})
SPELT: Mapping[str, Place] = {
    **{place.value: place for place in Place},
    "number": Place.NUMBER,
    "name": Place.NAME,
    "office": Place.OFFICE,
    "hours": Place.HOURS,
}
BRACES = re.compile(r"\{([^{}]*)\}")


def place_of(word: str) -> Place | None:
    """The place that a word in braces means, whichever apostrophe it has."""
    return SPELT.get(re.sub(r"['`ʼ‘]", "’", word.strip().casefold()))


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a text is: an officer's, an area's or an oblast's; exactly one of them."""

    officer_id: OfficerId | None = None
    area_id: AreaId | None = None
    oblast: str | None = None

    @property
    def code(self) -> str:
        """What a button carries; one's own is named by nothing more."""
        return f"a{self.area_id}" if self.area_id is not None else f"r{self.oblast}" if self.oblast else "own"


@dataclass(frozen=True, slots=True)
class ReadyText:
    """One of them, as it was written."""

    id: ReadyTextId
    kind: Kind
    officer_id: OfficerId | None
    area_id: AreaId | None
    oblast: str | None
    title: str
    uk: str
    en: str | None
    used: int

    @property
    def owner(self) -> Owner:
        return Owner(self.officer_id, self.area_id, self.oblast)

    def text_in(self, language: Language) -> str:
        return self.en if self.en is not None and language is Language.EN else self.uk


class ReadyUnwritten(Refusal):
    """A text of its own, or a name for it, is words."""

    key = "ready-unwritten"


class ReadyTooLong(Refusal):
    """It fits into one message, and its title on a button."""

    key = "ready-too-long"


class UnknownPlace(Refusal):
    """Braces hold a word that nothing fills: it would be read by the resident."""

    key = "ready-unknown-place"


class TooManyReady(Refusal):
    """More than anyone finds their way in."""

    key = "ready-too-many"


class ReadyChanged(Refusal):
    """What was shown is not what would be sent by now."""

    key = "ready-changed"


class NothingLeft(Refusal):
    """Everything in it falls out in this case."""

    key = "ready-nothing-left"


def checked_title(text: str) -> str:
    """The title as it is stored. Raises ReadyUnwritten, ReadyTooLong."""
    title = " ".join(text.split())
    if not has_words(title):
        raise ReadyUnwritten
    if len(title) > TITLE_ROOM:
        raise ReadyTooLong(limit=TITLE_ROOM)
    return title


def checked_text(text: str) -> str:
    """The text as it is stored. Raises ReadyUnwritten, ReadyTooLong, UnknownPlace."""
    text = text.strip()
    if not has_words(text):
        raise ReadyUnwritten
    if len(text) > TEXT_ROOM:
        raise ReadyTooLong(limit=TEXT_ROOM)
    unknown = next((word for word in BRACES.findall(text) if place_of(word) is None), None)
    if unknown is not None:
        raise UnknownPlace(word=unknown, known=", ".join(f"{{{place}}}" for place in Place))
    return text


def filled(text: str, values: Mapping[Place, str]) -> str:
    """The text as it is sent. Raises NothingLeft."""
    lines = [line for line in (filled_line(each, values) for each in text.splitlines()) if line is not None]
    whole = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not has_words(whole):
        raise NothingLeft
    return whole


def filled_line(line: str, values: Mapping[Place, str]) -> str | None:
    """None for a line that goes whole."""
    words = BRACES.findall(line)
    given = {word: values[place] for word in words if (place := place_of(word)) is not None and place in values}
    absent = [word for word in words if word not in given]
    if any(place_of(word) in OF_ITS_LINE for word in absent):
        return None
    for word in absent:
        line = fallen_out(line, f"{{{word}}}")
    return BRACES.sub(lambda found: given[found[1]], line)


def fallen_out(line: str, braces: str) -> str:
    """The line without this, and without the comma and the space that would be left over."""
    before, _, after = line.partition(braces)
    if before.strip():
        return before.rstrip(" ,") + after
    after = after.lstrip(" ,")
    return after[:1].upper() + after[1:]


def found_by(word: str, texts: Sequence[ReadyText]) -> list[ReadyText]:
    """Those in which this stands, in the order in which they are; all of them for nothing."""
    sought = word.strip().casefold()
    return [each for each in texts if sought in f"{each.title}\n{each.uk}\n{each.en or ''}".casefold()]


# Dialogs.


@dataclass(frozen=True, slots=True)
class ChoosingReady(Dialog, flow="ready"):
    """One is being chosen for a case; the next message is a word by which it is found. It ends as one is sent."""

    case_id: CaseId
    kind: Kind
    word: str = ""


@dataclass(frozen=True, slots=True)
class WritingReady(Dialog, flow="ready new"):
    """The next message is the title of a new one, and where that is there, its text."""

    kind: Kind
    owner: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class ChangingReady(Dialog, flow="ready change"):
    """The next message is what this field says from now on."""

    text_id: ReadyTextId
    field: Field
