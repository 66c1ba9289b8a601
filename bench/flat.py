"""Whether an update costs the same in a big database: the CPU of the relay with many cases ÷ with few."""

from rich.console import Console
from rich.table import Table

from bench.child import running
from bench.crowd import Carried, answers, carried, crowd, questions, ready
from bench.database import fill, on_sqlite
from bench.seed import Size
from bench.verdicts import at_most

FEW, TALKING = 1000, 400
OFFICERS = 200
MUST, AIM = 1.2, 1.05


async def with_cases(cases: int, each: int) -> tuple[Carried, Carried]:
    async with on_sqlite() as address, crowd(OFFICERS, TALKING) as people:
        await fill(address, Size(OFFICERS, cases))
        with running("bench.ours", people.telegram.url, address) as child:
            await ready(people, child)
            there = await carried(people, child, questions(people, each), people.officers)
            return there, await carried(people, child, answers(people), people.residents)


async def measure(console: Console, cases: int = 1_000_000, each: int = 5) -> None:
    with console.status(f"flat cost: {FEW:,} cases, then {cases:,}"):
        few, many = await with_cases(FEW, each), await with_cases(cases, each)
    table = Table("CPU µs a message", f"{FEW:,} cases", f"{cases:,} cases", "ratio", "must", "aim", title="Flat cost")
    for name, little, much in zip(("resident → officer", "officer → resident"), few, many, strict=True):
        ratio = much.cpu_each / little.cpu_each
        costs = (f"{little.cpu_each:,.0f}", f"{much.cpu_each:,.0f}", f"{ratio:.2f}")
        table.add_row(name, *costs, at_most(ratio, MUST), at_most(ratio, AIM))
    console.print(table)
