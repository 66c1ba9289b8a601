"""An oblast or a raion that was typed with a name: «Комышуваха запорожская», «Запорізька обл., с. Зоряне».

Such words say which of many places of one name is meant. They are recognised in the common forms («запорізька»,
«запорізької», «Запоріжжя», «Запоріжчина»), in Russian and in Latin letters, and are taken out of the name. Next to
«обл» or «район» a word is a region even when no oblast or raion is called so now: old raions are in people's memory.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.register.register import Community, CommunityCode, Register
from bot.register.spelling import is_kind_of_place, skeletons

_PART = re.compile(r"[,;()\n]")
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘ʼ`´′-](?=[^\W\d_]))*")
_STREET = re.compile(r"вул(?:иця|иці)?|пров(?:улок)?|пр(?:оспект)?|ул(?:ица)?|street|st")  # «вул. Харківська»
_ENDING = re.compile(r"(?:ого|ому|им|[аеиоуюя]{1,2})$")
_SHORTEST_STEM = 3
_MOST_TOKENS = 12  # an address has no more

# Other names of the oblasts than their own, as people say them; where Russian has a word that the rules of `spelling`
# do not lead to, that one too.
_ALSO_CALLED = {
    "Вінницька": "Вінниця Вінниччина",
    "Волинська": "Волинь Луцьк",
    "Дніпропетровська": "Дніпро Дніпропетровщина Днепропетровская Днепропетровщина",
    "Донецька": "Донецьк Донеччина Донетчина",
    "Житомирська": "Житомир Житомирщина",
    "Закарпатська": "Закарпаття Закарпатье Ужгород",
    "Запорізька": "Запоріжжя Запорожье Запоріжчина",
    "Івано-Франківська": "Івано-Франківськ Франківщина Прикарпаття",
    "Київська": "Київ Київщина Киевщина",
    "Кіровоградська": "Кропивницький Кіровоградщина",
    "Луганська": "Луганськ Луганщина",
    "Львівська": "Львів Львівщина",
    "Миколаївська": "Миколаїв Миколаївщина",
    "Одеська": "Одеса Одещина Одесщина",
    "Полтавська": "Полтава Полтавщина",
    "Рівненська": "Рівне Рівненщина Ровенская Ровенщина",
    "Сумська": "Суми Сумщина",
    "Тернопільська": "Тернопіль Тернопільщина Тернопольская Тернополь",
    "Харківська": "Харків Харківщина Харьковщина",
    "Херсонська": "Херсон Херсонщина",
    "Хмельницька": "Хмельницький Хмельниччина",
    "Черкаська": "Черкаси Черкащина",
    "Чернівецька": "Чернівці Буковина Черновицкая",
    "Чернігівська": "Чернігів Чернігівщина Черниговская Черниговщина",
}


class Level(Enum):
    OBLAST = auto()
    RAION = auto()


_MARKERS = {
    Level.OBLAST: re.compile(r"обл(?:аст\w*)?|oblast|region"),
    Level.RAION: re.compile(r"район\w*|р-?н\w?|raion|rayon|district"),
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A query without the words for its region. `said`: one of them was next to «обл» or «район»."""

    name: str
    within: frozenset[CommunityCode]  # all that the words leave
    said: bool


class Regions:
    """The oblasts and raions of a register, by the stems of their names."""

    def __init__(self, register: Register) -> None:
        self._everywhere = frozenset(each.code for each in register.communities)
        found: dict[tuple[Level, str], set[CommunityCode]] = {}
        for community in register.communities:
            for level, name in _names(community):
                found.setdefault((level, name), set()).add(community.code)
        self._by_stem: dict[tuple[Level, str], set[CommunityCode]] = {}
        for (level, name), codes in found.items():
            for stem in _stems(name):
                self._by_stem.setdefault((level, stem), set()).update(codes)

    def narrowed(self, query: str) -> Narrowed | None:
        """What is left of a query without its region; None where it names none, or nothing else."""
        parts = [_TOKEN.findall(part) for part in _PART.split(query.casefold())]
        if sum(map(len, parts)) > _MOST_TOKENS:
            return None
        within, said, name = self._everywhere, False, ""
        for tokens in filter(None, parts):
            left, marked = self._without_marked(tokens)
            said = said or marked is not None
            within &= self._everywhere if marked is None else marked
            if any(map(_STREET.fullmatch, left)):
                name = name or " ".join(left)
                continue
            left, bare = self._without_bare(left, alone=bool(name))
            within &= self._everywhere if bare is None else bare
            name = name or " ".join(left)
        if not name or (within == self._everywhere and not said):
            return None
        return Narrowed(name, within, said)

    def _without_marked(self, tokens: list[str]) -> tuple[list[str], frozenset[CommunityCode] | None]:
        """Without «запорізька обл.» and «район Запорізький»; and which communities those leave."""
        found: frozenset[CommunityCode] | None = None
        at = 0
        while at < len(tokens):
            level = next((each for each, marker in _MARKERS.items() if marker.fullmatch(tokens[at])), None)
            if level is None:
                at += 1
                continue
            first, last = self._beside(tokens, at, level)
            named = self._codes(level, "".join(tokens[first:at] or tokens[at + 1 : last]))
            found = (self._everywhere if found is None else found) & (named or self._everywhere)
            tokens, at = [*tokens[:first], *tokens[last:]], first
        return tokens, found

    def _beside(self, tokens: list[str], at: int, level: Level) -> tuple[int, int]:
        """The words of a region with its marker: those of a known one, else the word before the marker."""
        for first, last in ((at - 2, at + 1), (at - 1, at + 1), (at, at + 2), (at, at + 3)):
            names = tokens[max(first, 0) : at] or tokens[at + 1 : last]
            if first >= 0 and last <= len(tokens) and self._codes(level, "".join(names)):
                return first, last
        return max(at - 1, 0), at + 1

    def _without_bare(self, tokens: list[str], *, alone: bool) -> tuple[list[str], frozenset[CommunityCode] | None]:
        """Without «запорожская» at the end. `alone`: nothing else has to be left."""
        for count in (2, 1):
            left = tokens[:-count]
            if len(tokens) < count or not (alone or any(not is_kind_of_place(each) for each in left)):
                continue
            name = "".join(tokens[-count:])
            codes = self._codes(Level.OBLAST, name) | self._codes(Level.RAION, name)
            if codes:
                return left, codes
        return tokens, None

    def _codes(self, level: Level, name: str) -> frozenset[CommunityCode]:
        return frozenset(code for stem in _stems(name) for code in self._by_stem.get((level, stem), ()))


def _names(community: Community) -> Iterator[tuple[Level, str]]:
    oblast = community.oblast.name
    yield Level.RAION, community.raion.name
    for name in (oblast, *_ALSO_CALLED.get(oblast, "").split()):
        yield Level.OBLAST, name


def _stems(name: str) -> list[str]:
    """A region's name without its ending, as it is and as from Russian."""
    stems = (_ENDING.sub("", each) for each in skeletons(name))
    return list(dict.fromkeys(each for each in stems if len(each) >= _SHORTEST_STEM))
