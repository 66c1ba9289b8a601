"""How many messages a second a relay carries, and what each costs: ours, a plain one, and the floor.

Ours tells an officer by a reaction that Telegram took his answer, which is a second call: beside the plain relay stands
one that does the same.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench.child import running
from bench.crowd import Carried, answers, carried, crowd, questions, ready
from bench.database import fill, on_postgresql, on_sqlite
from bench.seed import Size

SIZE = Size(officers=200, residents=400)


@dataclass(frozen=True, slots=True)
class Relay:
    """Both directions of one relay."""

    name: str
    to_officers: Carried
    to_residents: Carried


async def without_database(name: str, module: str, each: int, *how: str) -> Relay:
    async with crowd(SIZE.officers, SIZE.residents) as people:
        with running(module, people.telegram.url, str(SIZE.officers), *how) as child:
            await ready(people, child)
            there = await carried(people, child, questions(people, each), people.officers)
            return Relay(name, there, await carried(people, child, answers(people), people.residents))


async def ours(name: str, where: AbstractAsyncContextManager[str], each: int) -> Relay:
    async with where as address, crowd(SIZE.officers, SIZE.residents) as people:
        await fill(address, SIZE)
        with running("bench.ours", people.telegram.url, address) as child:
            await ready(people, child)
            there = await carried(people, child, questions(people, each), people.officers)
            return Relay(name, there, await carried(people, child, answers(people), people.residents))


async def measure(console: Console, each: int = 5) -> None:
    with console.status("relay: the floor, plain, plain that confirms, ours on SQLite, ours on PostgreSQL"):
        relays = [
            await without_database("floor: aiohttp and json", "bench.floor", each),
            await without_database("plain PTB", "bench.plain", each),
            await without_database("plain PTB, confirming", "bench.plain", each, "confirming"),
            await ours("ours, SQLite (FULL)", on_sqlite(), each),
            await ours("ours, PostgreSQL", on_postgresql(), each),
        ]
    console.print(_table(relays))


def _table(relays: Sequence[Relay]) -> Table:
    table = Table(title="Relay: ours must carry ≥ 1.4 × plain at ≤ 0.75 × its CPU (aim 2 ×, 0.5 ×)")
    for column in ("", "direction", "messages/s", "× plain", "CPU µs each", "× plain", "in order"):
        table.add_column(column, justify="left" if column in ("", "direction") else "right")
    plain = relays[1]
    for relay in relays:
        both = [
            ("resident → officer", relay.to_officers, plain.to_officers),
            ("officer → resident", relay.to_residents, plain.to_residents),
        ]
        for direction, got, than in both:
            table.add_row(
                relay.name,
                direction,
                f"{got.per_second:,.0f}",
                f"{got.per_second / than.per_second:.2f}",
                f"{got.cpu_each:,.0f}",
                f"{got.cpu_each / than.cpu_each:.2f}",
                "yes" if got.in_order else "NO",
            )
    return table
