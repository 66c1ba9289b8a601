"""What a burst costs: fifty residents write at the same time, to ten officers and to one. Ours ÷ a plain relay that
confirms each message by a reaction, as ours does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table

from bench import relays
from bench.database import on_sqlite
from bench.relays import TURNS, Results
from bench.seed import Size
from bench.verdicts import at_least, at_most


@dataclass(frozen=True, slots=True)
class Goal:
    """Ours ÷ plain."""

    rate: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Who writes to whom. No pace holds ours back (`bench.ours`)."""

    name: str
    size: Size
    must: Goal
    aim: Goal


SHAPES = (
    Shape("50 → 10", Size(officers=10, residents=50), Goal(1.4, 0.75), Goal(2, 0.5)),
    Shape("50 → 1", Size(officers=1, residents=50), Goal(1, 1), Goal(1.4, 0.75)),
)


async def compared(shape: Shape, each: int) -> tuple[Results, Results]:
    """Plain and ours."""
    async with (
        relays.without_database("bench.plain", shape.size, "confirming") as plain,
        relays.ours(on_sqlite(), shape.size) as ours,
    ):
        turns = [
            (await plain.to_officers(each, start), await ours.to_officers(each, start))
            for start in range(0, TURNS * each, each)
        ]
    return Results([of_plain for of_plain, _ in turns]), Results([of_ours for _, of_ours in turns])


async def measure(console: Console, each: int = 40) -> None:
    title = f"Bursts of 50 residents × {each} messages to 10 officers, to 1: median of {TURNS}"
    table = Table("", "ours", "plain", "÷ plain", "turns", "must", "aim", title=title)
    for shape in SHAPES:
        with console.status(f"burst: {shape.name}"):
            plain, ours = await compared(shape, each)
        name, must, aim = shape.name, shape.must, shape.aim
        figures, rate = _cells(ours.per_second, plain.per_second, ours.rates(plain))
        table.add_row(f"{name}: rate/s", *figures, at_least(rate, must.rate), at_least(rate, aim.rate))
        figures, cost = _cells(ours.cpu_each, plain.cpu_each, ours.costs(plain))
        table.add_row(f"{name}: CPU µs", *figures, at_most(cost, must.cpu), at_most(cost, aim.cpu))
        if not (plain.in_order and ours.in_order):
            table.add_row(f"{name}: in order", "yes" if ours.in_order else "NO", "yes" if plain.in_order else "NO")
    console.print(table)


def _cells(ours: float, plain: float, ratios: Sequence[float]) -> tuple[list[str], float]:
    """A row's figures, and the ratio that counts."""
    ratio = median(ratios)
    return [f"{ours:,.0f}", f"{plain:,.0f}", f"{ratio:.2f}", f"{min(ratios):.2f}–{max(ratios):.2f}"], ratio
