"""Officers: what everyone may know of them, and how what they type about themselves is checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.bodies import BLANKS, has_words
from bot.domain.ids import AreaId, CaseId, OfficerId
from bot.domain.letters import Letter
from bot.domain.phones import phone_of
from bot.domain.refusals import Refusal, TextExpected

# The ranks of the National Police below the generals, as the law names them and as they are stored, like the names of
# communities. Readers see the text `rank-<value>`.
RANKS: Mapping[str, str] = {
    "рядовий поліції": "private",
    "капрал поліції": "corporal",
    "сержант поліції": "sergeant",
    "старший сержант поліції": "senior-sergeant",
    "молодший лейтенант поліції": "junior-lieutenant",
    "лейтенант поліції": "lieutenant",
    "старший лейтенант поліції": "senior-lieutenant",
    "капітан поліції": "captain",
    "майор поліції": "major",
    "підполковник поліції": "lieutenant-colonel",
    "полковник поліції": "colonel",
}


class Position(StrEnum):
    POG = "pog"  # police community officer
    DOP = "dop"  # district officer
    SENIOR_DOP = "senior_dop"


class Field(StrEnum):
    """What the public card of an officer says. The columns of storage bear the same names."""

    RANK = "rank"
    NAME = "name"
    POSITION = "position"
    PHONE = "phone"
    STATION = "station"


NEEDED = (Field.RANK, Field.NAME, Field.POSITION)
OPTIONAL = (Field.PHONE, Field.STATION)

CHOICES: Mapping[Field, tuple[str, ...]] = {Field.RANK: tuple(RANKS), Field.POSITION: tuple(Position)}
"""The fields that are chosen, not typed, with what may be chosen."""

LIMITS: Mapping[Field, int] = {Field.NAME: 60, Field.STATION: 200}


@dataclass(frozen=True, slots=True)
class OfficerCard:
    """What everyone may know of an officer. Rank, name and position are empty until the officer has given them."""

    id: OfficerId
    rank: str
    name: str
    position: str
    station: str | None
    phone: str | None

    def value(self, field: Field) -> str | None:
        """The value of a field; None where there is none."""
        values: Mapping[Field, str | None] = {
            Field.RANK: self.rank,
            Field.NAME: self.name,
            Field.POSITION: self.position,
            Field.PHONE: self.phone,
            Field.STATION: self.station,
        }
        return values[field] or None

    @property
    def missing(self) -> Field | None:
        """The first field without which nobody can take a post; None when all are there."""
        return next((field for field in NEEDED if self.value(field) is None), None)


class NotOneOfThese(Refusal):
    """A rank or a position is chosen from the list."""

    key = "post-not-one-of-these"


class NotAName(Refusal):
    key = "post-not-a-name"


class TooLong(Refusal):
    """Longer than `limit` characters."""

    key = "post-too-long"


class OwnPost(Refusal):
    """Nobody changes their own post, neither by dismissal nor by its area: another coordinator does."""

    key = "officer-own-post"


_LETTERS = rf"[^\W\d_{BLANKS}]+"
_WORD = rf"{_LETTERS}(?:[-']{_LETTERS})*"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}(?: \({_WORD}\))?")  # a former surname is in brackets
_APOSTROPHES = str.maketrans(dict.fromkeys("`´ʼ‘’", "'"))


def checked(field: Field, text: str) -> str:
    """What is stored of what was typed or chosen for a field.

    Raises NotOneOfThese, NotAName, NotAPhone, TooLong, TextExpected; nothing that was stored before is lost then.
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    written = "\n".join(line for line in lines if line)
    if not has_words(written):
        raise TextExpected
    if len(written) > LIMITS.get(field, len(written)):
        raise TooLong(limit=LIMITS[field])
    if field in CHOICES:
        return chosen(field, written)
    if field is Field.NAME:
        return name_of(written)
    return phone_of(written) if field is Field.PHONE else written


def chosen(field: Field, text: str) -> str:
    for choice in CHOICES[field]:
        if choice == text.casefold():
            return str(choice)
    raise NotOneOfThese


def name_of(text: str) -> str:
    """First name and surname, two to four words of letters; apostrophes become the one of Ukrainian print."""
    name = text.translate(_APOSTROPHES)
    if not _NAME.fullmatch(name):
        raise NotAName
    return name.replace("'", "’")


@dataclass(frozen=True, slots=True)
class Dismissed(Letter):
    """To an officer who serves these areas no more. One of an earlier version that still waits does not name them."""

    area_ids: tuple[AreaId, ...] = ()


# To everyone whom a change of a post concerns, except the person who made it.


@dataclass(frozen=True, slots=True)
class PostTaken(Letter):
    """An officer serves an area from now on."""

    officer_id: OfficerId
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class PostUnreachable(Letter):
    """To the coordinators of an area: its officer has stopped the bot, and no other one serves it."""

    officer_id: OfficerId
    area_id: AreaId


@dataclass(frozen=True, slots=True)
class PostsReachable(Letter):
    """To a coordinator who was told so: it is over, as this officer is back.

    `back`: cases that have left the coordinator's queue by it. `kept`: those that others have taken meanwhile.
    """

    officer_id: OfficerId
    area_ids: tuple[AreaId, ...]
    back: tuple[CaseId, ...]
    kept: tuple[CaseId, ...]


@dataclass(frozen=True, slots=True)
class PostsEnded(Letter):
    """An officer was dismissed from these areas."""

    officer_id: OfficerId
    area_ids: tuple[AreaId, ...]


@dataclass(frozen=True, slots=True)
class AreaClosed(Letter):
    """An area was closed; these officers served it."""

    area_id: AreaId
    officer_ids: tuple[OfficerId, ...]
