"""Recognises text that means: this is for 102, 101 or 103, not for a chat. The emergency card is then shown first.

People write in Ukrainian, Russian and everything between, on keyboards that lack the right letters; some in English.
So a message is folded first: letters that replace each other become one, apostrophes go, punctuation becomes a space.
What to look for is in `emergency_phrases`, in plain spelling, and is folded the same way. A phrase is a row of
words on one line, where

    |    separates words that may replace each other
    …    is any letters, or none
    ..   is a few words in between, or none

EVERYDAY holds phrases that sound alike and are taken out before looking. When in doubt a card is shown: one too many
costs a glance, one too few may cost a life; and it never holds a message back.

The work must stay linear in the length of a message: anyone may send long ones, and many of them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.domain.emergency_phrases import EVERYDAY, PHRASES, Emergency


@lru_cache(maxsize=8)  # asked twice of each message: for its sender's card, and when it is stored
def emergency_in(text: str) -> Emergency | None:
    """The emergency that this text mentions, if any; the first in the order of PHRASES where there are several."""
    words = _fold_message(text)
    if not _may_mention_one(words.split()):
        return None  # most messages: to look for every phrase costs ten times as much
    scripts = 2 if _LATIN_LETTERS.search(words) else 1  # what is in Cyrillic alone need not be searched for English
    for everyday in _EVERYDAY[:scripts]:
        words = everyday.sub(" ", words)
    kinds = (emergency for emergency, patterns in _PATTERNS if any(each.search(words) for each in patterns[:scripts]))
    return next(kinds, None)


_APOSTROPHES = re.compile("['’ʼ‘`´ʹ′ъ]")
_PAUSES = re.compile(r"[^\w\s-]+")
_SPACES = re.compile(r"[\s_-]+")
_LATIN_LETTERS, _CYRILLIC_LETTERS = re.compile("[a-z]"), re.compile("[а-я]")
_WORD = re.compile("[a-zа-я]+")
# і, и, ы and ї replace each other in what people type, and so do е, є, ё and э.
_ALIKE = str.maketrans("іїыєёэґ", "иииееег")
_LATIN = str.maketrans("abcehikmoptxy", "авсеникмортху")


def _fold(words: str) -> str:
    return _APOSTROPHES.sub("", words.casefold()).translate(_ALIKE)


def _fold_message(text: str) -> str:
    """The words of a message, a space before, between and after them; a comma for every pause."""
    folded = _fold(text)
    if _LATIN_LETTERS.search(folded):
        folded = _WORD.sub(_in_one_script, folded)
    words = _SPACES.sub(" ", _PAUSES.sub(" , ", folded))
    return f" {words} "


def _in_one_script(word: re.Match[str]) -> str:
    """A word with letters of both scripts is a Cyrillic one with look-alikes in it."""
    return word[0].translate(_LATIN) if _CYRILLIC_LETTERS.search(word[0]) else word[0]


def _may_mention_one(words: Sequence[str]) -> bool:
    """Whether of any phrase that word is there by which it is told the best."""
    stems = any(not _STEMS.isdisjoint(word[:length] for word in words) for length in _STEM_LENGTHS)
    return stems or not _WHOLE_WORDS.isdisjoint(words)


def _telling(phrase: str) -> list[str]:
    """The longest word of a phrase, with all that may replace it: without one of them the phrase is not there."""
    words = [word.split("|") for word in _fold(phrase).split() if word != ".."]
    return max(words, key=lambda alternatives: min(map(len, alternatives)))


def _any_of(phrases: str, between: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An expression for the phrases in Cyrillic, and one for those in Latin; `between` is what `..` means."""
    lines = phrases.strip().splitlines()
    cyrillic = [line for line in lines if _CYRILLIC_LETTERS.search(_fold(line))]
    latin = [line for line in lines if line not in cyrillic]
    return _one_of(cyrillic, between), _one_of(latin, between)


def _one_of(lines: Sequence[str], between: str) -> re.Pattern[str]:
    return re.compile(" (?:" + ("|".join(_phrase(line, between) for line in lines) or "(?!)") + ")")


def _phrase(phrase: str, between: str) -> str:
    return "".join(between if word == ".." else _word(word) for word in _fold(phrase).split())


def _word(alternatives: str) -> str:
    folded = dict.fromkeys(alternatives.split("|"))
    return "(?:" + "|".join(word.replace("…", r"\w*") for word in folded) + ") "


# A pause may separate the words of an emergency («дитина, 5 років, зникла»), never those of an everyday phrase:
# «син пропав, собака шукає» is not about a dog.
_PATTERNS = [(emergency, _any_of(phrases, r"(?:[\w,]+ ){0,4}?")) for emergency, phrases in PHRASES.items()]
_EVERYDAY = _any_of(EVERYDAY, r"(?:\w+ ){0,3}?")

_TELLING = [word for phrases in PHRASES.values() for line in phrases.strip().splitlines() for word in _telling(line)]
_WHOLE_WORDS = frozenset(word for word in _TELLING if "…" not in word)
_STEMS = frozenset(word.partition("…")[0][:5] for word in _TELLING if "…" in word)
_STEM_LENGTHS = sorted({len(stem) for stem in _STEMS})
