"""Ukrainian names in Latin letters, by the state's rules: resolution No. 55 of the Cabinet of Ministers of 27.01.2010.

«Комишуваська» is «Komyshuvaska», «Згурівка» «Zghurivka», «Знам’янка» «Znamianka»: names are not translated.
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
_APOSTROPHES = "'’‘ʼ`´′"
_WORD = re.compile(rf"[а-щьюяґєії](?:[а-щьюяґєії{_APOSTROPHES}]*[а-щьюяґєії])?", re.IGNORECASE)


def romanised(name: str) -> str:
    """The name in Latin letters. A part after a hyphen begins anew; what is no Ukrainian word stays as it is."""
    return _WORD.sub(lambda found: _word(found[0]), name)


def _word(word: str) -> str:
    small = word.lower()
    made = _AT_THE_BEGINNING.get(small[0], _LETTERS[small[0]])
    for before, letter in pairwise(small):
        # so that nobody takes «зг» for «ж»
        made += "gh" if before + letter == "зг" else _LETTERS.get(letter, "")
    if len(word) > 1 and word.isupper():
        return made.upper()
    return made.capitalize() if word[0].isupper() else made
