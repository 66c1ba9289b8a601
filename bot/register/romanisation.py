"""Ukrainian names in Latin letters, by the state's rules: resolution No. 55 of the Cabinet of Ministers of 27.01.2010.

«Комишуваська» is «Komyshuvaska», «Згурівка» «Zghurivka», «Знам’янка» «Znamianka»: names are not translated.

The reverse is a guess: «i» may be і, ї or й, «ts» may be тс, and soft signs and apostrophes are gone.
"""

import re
from itertools import pairwise

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia",
}  # fmt: skip
_AT_THE_BEGINNING = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_FROM_LATIN = {latin: letter for table in (_AT_THE_BEGINNING, _LETTERS) for letter, latin in table.items() if latin}
_FROM_LATIN |= {"i": "і", "zgh": "зг", "tsh": "тш", "tshch": "тщ"}
_LATIN = re.compile("|".join(sorted(_FROM_LATIN, key=len, reverse=True)))
_APOSTROPHES = "'’‘ʼ`´′"
_WORD = re.compile(rf"[а-щьюяґєії](?:[а-щьюяґєії{_APOSTROPHES}]*[а-щьюяґєії])?", re.IGNORECASE)


def romanised(name: str) -> str:
    """The name in Latin letters. A part after a hyphen is a word of its own; what is not Ukrainian is unchanged."""
    return _WORD.sub(lambda found: _word(found[0]), name)


def in_cyrillic(name: str) -> str:
    """A name that is written so in Latin letters, in small letters: «комишуваха» of «Komyshuvakha»."""
    return _LATIN.sub(lambda found: _FROM_LATIN[found[0]], name.lower())


def _word(word: str) -> str:
    small = word.lower()
    made = _AT_THE_BEGINNING.get(small[0], _LETTERS[small[0]])
    for before, letter in pairwise(small):
        # not «zh», which is «ж»
        made += "gh" if before + letter == "зг" else _LETTERS.get(letter, "")
    if len(word) > 1 and word.isupper():
        return made.upper()
    return made.capitalize() if word[0].isupper() else made
