"""Finds phrases in what people type. A phrase is a row of words on one line, where

    |    separates words that may replace each other
    …    is any letters, or none
    ..   is a few words in between, or none
    &    is the same, and what is on its two sides may change places

People write in Ukrainian, Russian and everything between, on keyboards that lack the right letters; some in English. So
messages and phrases are folded first: letters that replace each other become one, letters said twice are said once,
apostrophes go. A word right after «не» counts only in a phrase that has such a word itself.

The work is linear in the length of a message: each word is looked up in tables, and a phrase looks only at the words
near those it begins with.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from sys import intern

from bot.domain.emergency_phrases import COURTESIES, JOINING, NEGATIONS

APART = 6  # how far from each other two words of a phrase may be, where it says `..` or `&`
REACHES = {
    "": (1,),
    "..": tuple(range(1, APART + 1)),
    "&": (*range(1, APART + 1), *range(-1, -APART - 1, -1)),
}

# Folding.

# і, и, ы and ї replace each other in what people type, and so do е, є, ё and э; apostrophes are left out.
_ALIKE = str.maketrans("іїыєёэґ-_", "иииееег  ", "'’ʼ‘`´ʹ′ъ")
_LATIN = str.maketrans("abcehikmoptxy", "авсеникмортху")
_TOKENS = re.compile(r"\w+|\n|[^\w\s]+")
_ENDING = re.compile(r"[!?\n]|^\.")
_TWICE = re.compile(r"([^\W\d])\1+")
_LATIN_LETTERS, _CYRILLIC_LETTERS = re.compile("[a-z]"), re.compile("[а-я]")
_ASKING = frozenset("хто кто що шо что как где куда когда кого чего кому какой какая какие какое какого".split())  # noqa: SIM905
_PARTICLES = frozenset({"то", "нибудь", "небудь"})
PAUSE, END = ",", "."
LONGEST = 30  # characters of a word that are looked at
ABBREVIATED = 3  # a dot after so few letters may be that of «вул.»
REMEMBERED = 8192  # words


def _plain(text: str) -> str:
    return text.casefold().translate(_ALIKE)


@lru_cache(maxsize=REMEMBERED)
def _folded(word: str) -> str:
    """A plain word, in which a letter said twice is said once; one with letters of both scripts is Cyrillic."""
    if len(word) > len("її"):
        word = _TWICE.sub(r"\1", word)
    if _CYRILLIC_LETTERS.search(word) and _LATIN_LETTERS.search(word):
        return word.translate(_LATIN)
    return word


_COURTESIES, _NEGATIONS, _JOINING = (
    frozenset(_folded(_plain(word)) for word in words) for words in (COURTESIES, NEGATIONS, JOINING)
)


def fold(text: str) -> list[str]:
    """The words of a message, with a comma for every pause and a dot for every end of a sentence.

    Courtesies are left out, with the pauses around them: «допоможіть, будь ласка, з довідкою» is a polite request.
    A comma before «що» is no pause. «Кто-то» is one word, however it is spelled.
    """
    folded: list[str] = []
    before, courteous = "", False
    for token in _TOKENS.findall(_plain(text)):
        word = _folded(token[:LONGEST])
        if not token[0].isalnum():
            ends = _ENDING.search(token) and (token != END or len(before) > ABBREVIATED)
            if ends or not courteous:
                folded.append(END if ends else PAUSE)
            before = ""
        elif word in _COURTESIES:
            courteous = True
            if folded and folded[-1] == PAUSE:
                folded.pop()
        elif word in _PARTICLES and before in _ASKING:
            folded[-1] += word
        else:
            if word in _JOINING and folded and folded[-1] == PAUSE:
                folded.pop()
            courteous = False
            folded.append(word)
            before = word
    return folded


# Looking up.


class Lexicon:
    """The words of phrases, with the slots that each may fill. A slot is named by its words, as they are written."""

    BEGINNING = 3  # letters by which stems are found

    def __init__(self) -> None:
        self._whole: dict[str, list[str]] = {}
        self._stems: dict[str, list[tuple[str, str, str]]] = {}
        self._endings: dict[str, list[str]] = {}
        self._lengths: set[int] = set()
        self._slots: set[str] = set()

    def add(self, slot: str) -> None:
        if slot in self._slots:
            return
        self._slots.add(slot)
        for written in dict.fromkeys(slot.split("|")):
            stem, more, ending = (_folded(_plain(part).replace(" ", "")) for part in written.partition("…"))
            if not more:
                self._whole.setdefault(stem, []).append(slot)
            elif stem:
                self._stems.setdefault(stem[: self.BEGINNING], []).append((stem, ending, slot))
            else:
                self._endings.setdefault(ending, []).append(slot)
                self._lengths.add(len(ending))

    def slots_of(self, word: str) -> tuple[str, ...]:
        slots = dict.fromkeys(self._whole.get(word, ()))
        for length in range(1, min(self.BEGINNING, len(word)) + 1):
            for stem, ending, slot in self._stems.get(word[:length], ()):
                if word.startswith(stem) and word.endswith(ending, len(stem)):
                    slots[slot] = None
        for length in self._lengths:
            slots.update(dict.fromkeys(self._endings.get(word[-length:], ())))
        return tuple(slots)


_LEXICON = Lexicon()


@lru_cache(maxsize=REMEMBERED)
def slots_of(word: str) -> tuple[str, ...]:
    """Of words that people type: asked for when all phrases have been read."""
    return _LEXICON.slots_of(word)


@dataclass(frozen=True, slots=True)
class Said:
    """A message, folded: for each slot, where words are that fill it; which clause and sentence each word is in."""

    folded: Sequence[str]
    places: Mapping[str, list[int]]
    clauses: Sequence[int]
    sentences: Sequence[int]
    negated: frozenset[int]

    @classmethod
    def of(cls, text: str) -> "Said":
        places: dict[str, list[int]] = {}
        clauses: list[int] = []
        sentences: list[int] = []
        negated = set()
        clause = sentence = 0
        before = ""
        folded = fold(text)
        for word in folded:
            if word in (PAUSE, END):
                clause += 1
                sentence += word == END
            else:
                if before in _NEGATIONS:
                    negated.add(len(clauses))
                for slot in slots_of(word):
                    places.setdefault(slot, []).append(len(clauses))
                clauses.append(clause)
                sentences.append(sentence)
            before = word
        return cls(folded, places, clauses, sentences, frozenset(negated))

    def without(self, words: Iterable[int]) -> "Said":
        """The same, with these words taken out."""
        out = set(words)
        if not out:
            return self
        places = {slot: [at for at in found if at not in out] for slot, found in self.places.items()}
        left = {slot: found for slot, found in places.items() if found}
        return replace(self, places=left)

    def sentences_of(self, words: Iterable[int]) -> set[int]:
        return {self.sentences[at] for at in words}

    def without_sentences(self, sentences: set[int]) -> "Said":
        if not sentences:
            return self
        return self.without(at for at, sentence in enumerate(self.sentences) if sentence in sentences)


Path = tuple[int, ...]  # the words of a message that are a phrase's


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line: its slots, and for each but the first, how far from the one before it its word may be."""

    slots: tuple[str, ...]
    reaches: tuple[tuple[int, ...], ...]
    negates: bool
    in_one_clause: bool

    @classmethod
    def of(cls, line: str, *, in_one_clause: bool = False) -> "Phrase":
        slots: list[str] = []
        reaches: list[tuple[int, ...]] = []
        join = ""
        for part in line.split():
            if part in ("..", "&"):
                join = part
                continue
            if slots:
                reaches.append(REACHES[join])
            slots.append(intern(part))  # groups of words are in many phrases
            join = ""
            _LEXICON.add(slots[-1])
        negates = any(not _NEGATIONS.isdisjoint(map(_folded, _plain(slot).split("|"))) for slot in slots)
        return cls(tuple(slots), tuple(reaches), negates, in_one_clause)

    @property
    def key(self) -> str:
        """The slot that is met with the least: the one with the longest words."""
        return max(self.slots, key=lambda slot: min(map(len, slot.split("|"))))

    def paths(self, said: Said) -> list[Path]:
        """Where it is in a message: one path for each word that may be its last."""
        if any(slot not in said.places for slot in self.slots):
            return []
        paths: dict[int, Path] = {at: (at,) for at in self._places(said, self.slots[0])}
        for slot, reach in zip(self.slots[1:], self.reaches, strict=True):
            further: dict[int, Path] = {}
            for at in self._places(said, slot) if paths else ():
                path = self._path_to(at, paths, reach, said)
                if path is not None:
                    further[at] = (*path, at)
            paths = further
        return list(paths.values())

    def _places(self, said: Said, slot: str) -> Iterable[int]:
        places = said.places[slot]
        return places if self.negates or not said.negated else [at for at in places if at not in said.negated]

    def _path_to(self, at: int, paths: Mapping[int, Path], reach: tuple[int, ...], said: Said) -> Path | None:
        for step in reach:
            path = paths.get(at - step)
            if path is None or at in path:
                continue
            if not self.in_one_clause or said.clauses[at] == said.clauses[at - step]:
                return path
        return None


class Phrases:
    """Some phrases, found by the words of a message."""

    def __init__(
        self, phrases: Iterable[Phrase], unless: Sequence[str] = (), unless_before: Sequence[str] = ()
    ) -> None:
        """`unless`: slots of which no word may be among those of a phrase, nor right before or after them.

        `unless_before`: the same, but they may be after them.
        """
        self._unless, self._unless_before = unless, unless_before
        self._by_key: dict[str, list[Phrase]] = {}
        for slot in (*unless, *unless_before):
            _LEXICON.add(slot)
        for phrase in phrases:
            self._by_key.setdefault(phrase.key, []).append(phrase)

    @classmethod
    def of(
        cls,
        lines: Iterable[str],
        *,
        in_one_clause: bool = False,
        unless: Sequence[str] = (),
        unless_before: Sequence[str] = (),
    ) -> "Phrases":
        return cls((Phrase.of(line, in_one_clause=in_one_clause) for line in lines), unless, unless_before)

    def __iter__(self) -> Iterator[Phrase]:
        return (phrase for phrases in self._by_key.values() for phrase in phrases)

    def in_(self, said: Said) -> Iterator[Path]:
        """Where they are in a message."""
        for slot in said.places.keys() & self._by_key.keys():
            for phrase in self._by_key[slot]:
                yield from (path for path in phrase.paths(said) if not self._is_spoilt(path, said))

    def _is_spoilt(self, path: Path, said: Said) -> bool:
        if not self._unless:
            return False
        first, last = min(path), max(path)
        beside, before = set(range(first - 1, last + 2)) - set(path), set(range(first - 1, last)) - set(path)
        return any(not beside.isdisjoint(said.places.get(slot, ())) for slot in self._unless) or any(
            not before.isdisjoint(said.places.get(slot, ())) for slot in self._unless_before
        )

    def are_in(self, said: Said) -> bool:
        return next(self.in_(said), None) is not None

    def words_in(self, said: Said) -> set[int]:
        return {at for path in self.in_(said) for at in path}
