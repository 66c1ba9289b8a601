"""How many messages a second a relay carries each way, and what each costs: ours, a plain one, and the floor.

Ours shows by a reaction that a message was taken: a resident that it is stored, an officer that Telegram took it. That
is a second call, and besides the plain relay there is one that makes it, too.
"""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from statistics import median

from rich.console import Console
from rich.table import Table

from bench import relays
from bench.crowd import Carried
from bench.database import on_postgresql, on_sqlite
from bench.relays import TURNS, Results
from bench.seed import Size

SIZE = Size(officers=200, residents=400)
PLAIN, CONFIRMING = "plain", "confirms"


async def both_ways(each: int) -> tuple[Mapping[str, Results], Mapping[str, Results]]:
    """What each relay carried to officers, and to residents."""
    compared = {
        "floor": relays.without_database("bench.floor", SIZE),
        PLAIN: relays.without_database("bench.plain", SIZE),
        CONFIRMING: relays.without_database("bench.plain", SIZE, "confirming"),
        "SQLite": relays.ours(on_sqlite(), SIZE),
        "PostgreSQL": relays.ours(on_postgresql(), SIZE),
    }
    there: dict[str, list[Carried]] = {name: [] for name in compared}
    back: dict[str, list[Carried]] = {name: [] for name in compared}
    async with AsyncExitStack() as stack:
        up = {name: await stack.enter_async_context(relay) for name, relay in compared.items()}
        for start in range(0, TURNS * each, each):
            for name, relay in up.items():
                there[name].append(await relay.to_officers(each, start))
                back[name].append(await relay.to_residents(start))
    return _results(there), _results(back)


def _results(carried: Mapping[str, list[Carried]]) -> dict[str, Results]:
    return {name: Results(turns) for name, turns in carried.items()}


async def measure(console: Console, each: int = 5) -> None:
    with console.status("relay: the floor, plain, plain that confirms, ours on SQLite, ours on PostgreSQL"):
        there, back = await both_ways(each)
    console.print(_table("Residents → officers", there, CONFIRMING, PLAIN))
    console.print(_table("Officers → residents", back, CONFIRMING, PLAIN))


def _table(title: str, results: Mapping[str, Results], *against: str) -> Table:
    """Each relay with its ratios to those `against` which it is compared."""
    table = Table(title=f"{title}: median of {TURNS}")
    ratios = [f"÷ {name}" for name in against]
    for column in ("", "a second", *ratios, "CPU µs", *ratios, "in order"):
        table.add_column(column, justify="right" if column else "left")
    for name, got in results.items():
        table.add_row(
            name,
            f"{got.per_second:,.0f}",
            *(f"{median(got.rates(results[other])):.2f}" for other in against),
            f"{got.cpu_each:,.0f}",
            *(f"{median(got.costs(results[other])):.2f}" for other in against),
            "yes" if got.in_order else "NO",
        )
    return table
