"""How names of places are compared and sorted, however they were typed.

A name is compared by its *skeleton*: small letters without spaces, hyphens, apostrophes and soft signs, doubled letters
once, and one letter for those that typos and Russian spelling confuse (и і ї й ы; е є э; г ґ). Latin look-alikes become
the letters that they look like. «Кам’янець-Подільський» and «камянец  Подильский» are both «камянецподилски».

Russian names differ by more than letters («Николаевка» for «Миколаївка»). `skeletons` adds to the plain skeleton that
of the Ukrainian name which a Russian one most likely stands for; what its rules miss is close enough for a fuzzy match.
A name in Latin letters alone («Komyshuvakha») is converted to Cyrillic first, and read as look-alikes after that.
"""

import re
import unicodedata
from collections.abc import Mapping

from bot.register.romanisation import in_cyrillic

_ALPHABET = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_POSITION = {ord(letter): position for position, letter in enumerate(_ALPHABET, start=1)}
_APOSTROPHES = dict.fromkeys("'’‘ʼ`´′‛ʹ", "")

_LOOK_ALIKES = dict(zip("abcehikmoptxy", "авсенікмортху", strict=True))
_FOLDED = dict(zip("іїйыёэєґ", "ииииоеег", strict=True)) | dict.fromkeys("ьъ", "")
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile("[a-zа-яіїєґё]+")
_WORD_OR_NUMBER = re.compile("[a-zа-яіїєґё]+|[0-9]+")
_CYRILLIC = re.compile("[а-яіїєґё]")
_DOUBLED = re.compile(r"(.)\1+")

# Words for the kind of place, and «у селі». «с-ще» is two words here.
_BEFORE_A_NAME = re.compile("[вусм]|смт|ще|село|селі|селище|селищі|місто|місті|город|поселок|громада|о?тг")
_AFTER_A_NAME = re.compile("громад[аиі]|територіальн(а|ої)|обєднан(а|ої)|(міськ|селищн|сільськ)(а|ої)|рад[аи]|о?тг")
_BEFORE_A_LATIN_NAME = re.compile("the|in|of|[csvm]|city|town|settlement|village|community|misto|smt|selyshche|selo")
_AFTER_A_LATIN_NAME = re.compile("city|town|settlement|village|community|hromada")

# From Russian spelling to what Ukrainian most often has instead; in this order, on words in lower case.
_FROM_RUSSIAN = [
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("ё", "е"),
        # people
        (r"\bалекс", "олекс"),
        (r"\bекатерин", "катерин"),
        (r"\bелен", "олен"),
        (r"\bвладимир", "володимир"),
        ("никола", "микола"),
        (r"\bникит", "микит"),
        # things
        (r"\bбел", "біл"),
        (r"\bжелт", "жовт"),
        (r"\bчерн", "чорн"),
        (r"\bкамен+", "камян"),
        (r"\bорех", "оріх"),
        (r"\bровн", "рівн"),
        (r"\bрог\b", "ріг"),
        ("вольн", "вільн"),
        (r"церковь\b", "церква"),
        (r"\bднепр\b", "дніпро"),
        ("днепр", "дніпр"),
        # endings, long before short
        ("орож(?=ье|ск)", "оріж"),
        ("жск", "зьк"),
        (r"(?<=.)(?:[еи]е|[ео])в(?=к|ск|ц|\b)", "ів"),
        (r"ье\b", "я"),
        (r"(?:ая|яя)\b", "а"),
        (r"[ыи]е\b", "і"),
        (r"[ое]е\b", "е"),
        (r"ой\b", "ий"),
        (r"(?<!дніпр)о\b", "е"),
    )
]


def ukrainian_key(name: str) -> tuple[int, ...]:
    """The key that sorts names as a Ukrainian dictionary does: ґ after г, є after е, і and ї after и, ь before ю.

    Case and apostrophes do not count; a space or a hyphen comes before any letter, other characters after all of them.
    """
    folded = _with(_APOSTROPHES, unicodedata.normalize("NFC", name).casefold())
    return tuple(0 if each in " -" else _POSITION.get(ord(each), len(_ALPHABET) + ord(each)) for each in folded)


def skeleton(text: str) -> str:
    """What is compared of a name; empty when nothing in `text` is a letter."""
    return _skeleton(_words(text))


def skeletons(query: str) -> list[str]:
    """The skeletons of a name as a person typed it, without «с.» and «громада»: as it is, then as from Russian.

    Where all letters are Latin those two of the name converted to Cyrillic come before those of the look-alikes.
    """
    readings = [_without_kind(_words(query))]
    small = _small(query)
    if not _CYRILLIC.search(small):
        latin = _without_kind(_WORD.findall(small), _BEFORE_A_LATIN_NAME, _AFTER_A_LATIN_NAME)
        readings.insert(0, [_with(_LOOK_ALIKES, in_cyrillic(word)) for word in latin])
    found = dict.fromkeys(_skeleton(each) for words in readings for each in (words, _from_russian(words)))
    return [each for each in found if each]


def folded(text: str) -> str:
    """The words and numbers of any text, with one letter for those that typos and Russian spelling confuse."""
    return " ".join(_WORD_OR_NUMBER.findall(lettered(text)))


def lettered(text: str) -> str:
    """A text in the letters of `folded`, with all that stands between its words: a word of the one is in the other."""
    return _with(_FOLDED, _with(_LOOK_ALIKES, _small(text)))


def is_kind_of_place(word: str) -> bool:
    """Whether a word is «село» or «громада», and no name."""
    return bool(_BEFORE_A_NAME.fullmatch(word) or _AFTER_A_NAME.fullmatch(word))


def _from_russian(words: list[str]) -> list[str]:
    """The Ukrainian words that Russian ones most likely stand for."""
    russian = " ".join(words)
    for pattern, replacement in _FROM_RUSSIAN:
        russian = pattern.sub(replacement, russian)
    return russian.split()


def _small(text: str) -> str:
    """A text in small letters, without apostrophes and invisible characters."""
    return _with(_APOSTROPHES, _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold()))


def _with(letters: Mapping[str, str], text: str) -> str:
    """A text with some letters replaced. `str.translate` takes six times as long where most are Cyrillic."""
    for letter, other in letters.items():
        if letter in text:
            text = text.replace(letter, other)
    return text


def _words(text: str) -> list[str]:
    """The words of a text in small letters, Latin look-alikes replaced."""
    return _WORD.findall(_with(_LOOK_ALIKES, _small(text)))


def _without_kind(
    words: list[str], before: re.Pattern[str] = _BEFORE_A_NAME, after: re.Pattern[str] = _AFTER_A_NAME
) -> list[str]:
    """The words without those for the kind of place; at least one word stays."""
    start, end = 0, len(words)
    while end - start > 1 and after.fullmatch(words[end - 1]):
        end -= 1
    while end - start > 1 and before.fullmatch(words[start]):
        start += 1
    return words[start:end]


def _skeleton(words: list[str]) -> str:
    return _DOUBLED.sub(r"\1", _with(_FOLDED, "".join(words)))
