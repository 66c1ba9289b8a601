"""The time that a pattern needs grows with the length of a text, never with its square: anyone may send long texts.

Every compiled pattern of the modules that read what people type is found by itself, so that a new one is tried as well.
Times of one text are compared with those of one eight times as long, on the processor's clock: eight times as much is
linear, 64 times as much is quadratic, and what the machine does besides matters little between the two.
"""

import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from itertools import combinations_with_replacement
from pathlib import Path
from time import process_time

import pytest

import bot.domain
import bot.handlers
import bot.register
import bot.telegram
from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import AGAIN, EVERYDAY, HEARD, LASTING, NOW, OVER, PASSING, PAST, POLITE
from bot.register.spelling import skeleton, skeletons

LONG, TIMES_AS_LONG = 4000, 8  # Telegram's longest text has 4096 characters
TOO_MUCH = 3 * TIMES_AS_LONG
TRIES = 5  # a pause of the machine in one of the two measurements is not the pattern's
PACKAGES = (bot.domain, bot.handlers, bot.register, bot.telegram)
CHARACTERS = ["a", "н", "1", " ", "-", ",", ".", "'", "!"]
# One character many times, and two that take turns.
UNITS = ["".join(dict.fromkeys(pair)) for pair in combinations_with_replacement(CHARACTERS, 2)]


def modules() -> Iterator[str]:
    yield "bot.texts"
    for package in PACKAGES:
        yield from (found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))


def patterns_in(value: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a value of a module, and in what it holds."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, list | tuple | Mapping):
        inner = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, each in inner:
            yield from patterns_in(each, f"{name}[{key}]")


def asked(pattern: re.Pattern[str], source: str, name: str) -> Callable[[str], object]:
    """What a module asks of a pattern: mostly whether a whole text fits, else all that fits in it."""
    methods = set(re.findall(rf"\b{re.escape(name)}\.(\w+)\(", source))
    if methods and methods <= {"fullmatch", "match"}:
        return pattern.fullmatch
    return partial(pattern.sub, "")


def patterns() -> dict[str, Callable[[str], object]]:
    """All patterns; the phrases of emergencies are none, and are tried below."""
    found = {}
    for module in map(import_module, modules()):
        source = Path(str(module.__file__)).read_text()
        for name, value in vars(module).items():
            for path, pattern in patterns_in(value, name):
                found[f"{module.__name__}.{path}"] = asked(pattern, source, name)
    return found


PATTERNS = patterns()


def work(ask: Callable[[str], object], text: str) -> float:
    begun = process_time()
    ask(text)
    return process_time() - begun


def grows_linearly(ask: Callable[[str], object], unit: str, begins: str = "", ends: str = "") -> bool:
    long = begins + (unit * LONG)[:LONG] + ends
    short = begins + (unit * LONG)[: LONG // TIMES_AS_LONG] + ends
    return any(work(ask, long) <= TOO_MUCH * work(ask, short) for _ in range(TRIES))


def looked_for(text: str) -> object:
    """`emergency_in` without what it remembers."""
    return emergency_in.__wrapped__(text)


def phrases() -> list[str]:
    """The first reading of each line of the phrases, without its last word, so that it just fails."""
    texts = (*LASTING.values(), *PASSING.values(), EVERYDAY, POLITE, PAST, OVER, HEARD, NOW, AGAIN)
    lines = [line for text in texts for line in text]
    words = [
        [word.split("|")[0].replace("…", "") for word in line.split() if word not in ("..", "&")] for line in lines
    ]
    return sorted({" ".join(row[:-1] or row) for row in words})


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_needs_eight_times_as_long_for_eight_times_as_much(name: str) -> None:
    ask = PATTERNS[name]
    assert [
        unit for unit in UNITS if not (grows_linearly(ask, unit) and grows_linearly(ask, unit, begins="1н", ends="!"))
    ] == []


@pytest.mark.parametrize("ask", [looked_for, skeleton, skeletons])
def test_so_does_what_is_made_of_patterns(ask: Callable[[str], object]) -> None:
    assert [unit for unit in UNITS if not grows_linearly(ask, unit)] == []


def test_so_does_a_phrase_of_emergency_that_begins_again_and_again() -> None:
    units = [f"{phrase} " for phrase in phrases()]
    assert [unit for unit in units if not grows_linearly(looked_for, unit)] == []


def test_a_quadratic_pattern_is_caught() -> None:
    assert not grows_linearly(partial(re.compile("[a-z]*[а-я]").sub, ""), "a")
    assert "bot.domain.cautions.BY_WORDS[positions]" in PATTERNS
