"""How much a message is like the calls for help that are known: a second opinion, where the phrases may be wrong.

A message is its words: their classes (the slots of phrases that each may fill), their stems, the letters in them three
to five at a time, and which stem is beside which. Each of these has a weight, learnt from the sentences in
`tests/danger` by `python -m tests.danger.weights`; what a message weighs is their sum, over the root of their number.
The weights are in a table of bytes, in which each has the place that its checksum says. Classes are named by the words
in them, so the table is made again where the phrases change.

What words and pairs weigh is remembered, so a message costs a look for each.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from bot.domain.phrase_matching import END, PAUSE, REMEMBERED, slots_of

TABLE = Path(__file__).with_name("phrases") / "weights.bin"
PLACES = 1 << 16
SCALE = 16  # parts of one that a byte counts
GRAMS = (3, 4, 5)  # letters
FEW = 60  # a word or two say little
STEM, SHORT = 5, 2  # letters: of a word, and of one that is taken whole

# As they sound where the stress is elsewhere: «памагіть», «вмирає» and «вмірає».
_UNSTRESSED = str.maketrans("ое", "аи", "ь")

Known = Sequence[int]


def place(feature: str) -> int:
    return crc32(feature.encode()) % PLACES


def places_in(words: Sequence[str]) -> Iterator[int]:
    """The places of all that is weighed in a message."""
    for word in words:
        yield from _places_of_word(word)
    yield from (_place_of_pair(one, other) for one, other in pairwise(words))


def _places_of_word(word: str) -> Iterator[int]:
    yield place(f"w{_stem(word)}")
    if word in (PAUSE, END):
        return
    framed = f"<{word.translate(_UNSTRESSED)}>"
    for length in GRAMS:
        for start in range(len(framed) - length + 1):
            yield place(framed[start : start + length])
    for slot in slots_of(word):
        yield place(f"s{slot}")


def _place_of_pair(one: str, other: str) -> int:
    return place(f"{_stem(one)} {_stem(other)}")


def _stem(word: str) -> str:
    return word.translate(_UNSTRESSED)[:STEM] if len(word) > SHORT else word


def root(places: int) -> float:
    """By what a sum is divided, so that long messages weigh no more than short ones; the shortest weigh less."""
    return math.sqrt(places + FEW)


def weighing(table: Known) -> Callable[[Sequence[str]], float]:
    @lru_cache(maxsize=REMEMBERED)
    def of_word(word: str) -> tuple[int, int]:
        places = list(_places_of_word(word))
        return sum(table[each] for each in places), len(places)

    @lru_cache(maxsize=REMEMBERED)
    def of_pair(one: str, other: str) -> int:
        return table[_place_of_pair(one, other)]

    def weigh(words: Sequence[str]) -> float:
        weight, count = 0, max(len(words) - 1, 0)  # of pairs
        for word in words:
            more, number = of_word(word)
            weight += more
            count += number
        for one, other in pairwise(words):
            weight += of_pair(one, other)
        return weight / SCALE / root(count)

    return weigh


def table_of(written: bytes) -> Known:
    """A table as it is written: a signed byte for each place."""
    return memoryview(written).cast("b")


weight_of = weighing(table_of(TABLE.read_bytes()))
