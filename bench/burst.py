"""What a burst costs: fifty residents write at the same time, to ten officers and to one. Ours ÷ a plain relay.

Both relays are up all the time and carry the burst in turns, plain first, so that other work on the machine slows both
down. Each ratio is of one turn; the median over the turns counts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table

from bench import relays
from bench.crowd import Carried
from bench.database import on_sqlite
from bench.seed import Size
from bench.verdicts import at_least, at_most

TURNS = 5


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


@dataclass(frozen=True, slots=True)
class Turn:
    plain: Carried
    ours: Carried

    @property
    def rate(self) -> float:
        return self.ours.per_second / self.plain.per_second

    @property
    def cpu(self) -> float:
        return self.ours.cpu_each / self.plain.cpu_each


async def turns(shape: Shape, each: int) -> list[Turn]:
    async with (
        relays.without_database("bench.plain", shape.size) as plain,
        relays.ours(on_sqlite(), shape.size) as ours,
    ):
        return [
            Turn(await plain.to_officers(each, start), await ours.to_officers(each, start))
            for start in range(0, TURNS * each, each)
        ]


async def measure(console: Console, each: int = 40) -> None:
    title = f"A burst: {each} messages from each of 50 residents, to 10 officers and to 1; median of {TURNS} turns"
    table = Table("", "ours", "plain", "÷ plain", "from … to", "must", "aim", title=title)
    for shape in SHAPES:
        with console.status(f"burst: {shape.name}"):
            done = await turns(shape, each)
        rate, cpu = median(turn.rate for turn in done), median(turn.cpu for turn in done)
        table.add_row(
            f"{shape.name}, messages/s",
            *_cells(done, lambda it: it.per_second, lambda it: it.rate),
            at_least(rate, shape.must.rate),
            at_least(rate, shape.aim.rate),
        )
        table.add_row(
            f"{shape.name}, CPU µs each",
            *_cells(done, lambda it: it.cpu_each, lambda it: it.cpu),
            at_most(cpu, shape.must.cpu),
            at_most(cpu, shape.aim.cpu),
        )
        if not all(turn.ours.in_order and turn.plain.in_order for turn in done):
            table.add_row(f"{shape.name}, in order", "NO")
    console.print(table)


def _cells(done: Sequence[Turn], figure: Callable[[Carried], float], ratio: Callable[[Turn], float]) -> list[str]:
    """Ours, plain, and their ratio: median, lowest and highest."""
    ratios = [ratio(turn) for turn in done]
    return [
        f"{median(figure(turn.ours) for turn in done):,.0f}",
        f"{median(figure(turn.plain) for turn in done):,.0f}",
        f"{median(ratios):.2f}",
        f"{min(ratios):.2f} … {max(ratios):.2f}",
    ]
