"""How many calls for help bring an emergency card, and how many other sentences do: of the sentences written with the
recogniser, and of those whose writer did not know it. And what it costs to look at a message.
"""

import time
from operator import attrgetter

from rich.console import Console
from rich.table import Table

from bench.verdicts import at_least, at_most
from bot.domain.emergencies import emergency_in
from tests.danger.sentences import (
    FALSE_ALARMS,
    PARTS,
    RECALL,
    Figures,
    Sentence,
    calls,
    figures,
    grouped,
    others,
    sentences,
)

KIND, CARD, LANGUAGE = attrgetter("kind"), attrgetter("card"), attrgetter("language")
LOOKS = 20
ORDINARY = "Доброго дня! Сусід щоночі вмикає музику дуже гучно і не дає спати дітям, скільки можна терпіти?"


async def measure(console: Console, looks: int = LOOKS) -> None:
    table = Table("sentences", "rings", "", "", "the card wanted", title="calls for help, and what only sounds alike")
    for part in PARTS:
        some = sentences(part)
        if not some:
            console.print(f"the sentences «{part}» are not here")
            continue
        found, false = figures(calls(some)), figures(others(some))
        row(table, f"{part}: calls", found, at_least(round(found.rate, 3), RECALL))
        row(table, f"{part}: others", false, at_most(round(false.rate, 3), FALSE_ALARMS))
        for name, each in {**grouped(calls(some), CARD), **grouped(calls(some), LANGUAGE)}.items():
            row(table, f"  calls, {name}", each)
        for name, each in {**grouped(others(some), KIND), **grouped(others(some), LANGUAGE)}.items():
            row(table, f"  others, {name}", each)
    console.print(table)
    every = [each for part in PARTS for each in sentences(part)]
    console.print(
        f"{cost(every, looks):.0f} µs a sentence of these, {cost_of(ORDINARY, looks * 100):.0f} µs for an ordinary"
    )


def row(table: Table, name: str, each: Figures, verdict: str = "") -> None:
    table.add_row(
        name, f"{each.rung} / {each.total}", f"{each.rate:.2f}", verdict, str(each.right) if each.right else ""
    )


def cost(some: list[Sentence], looks: int) -> float:
    """CPU µs a sentence, without what is remembered of it."""
    return sum(cost_of(each.text, looks) for each in some) / len(some)


def cost_of(text: str, looks: int) -> float:
    look = emergency_in.__wrapped__
    begun = time.process_time()
    for _ in range(looks):
        look(text)
    return (time.process_time() - begun) / looks * 1e6
