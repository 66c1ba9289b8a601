"""How many messages a second a relay carries both ways, and what each costs: ours, a plain one, and the floor.

Ours tells an officer by a reaction that Telegram took their answer, which is a second call: besides the plain relay
there is one that does the same.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench import relays
from bench.crowd import Carried
from bench.database import on_postgresql, on_sqlite
from bench.relays import Relay
from bench.seed import Size

SIZE = Size(officers=200, residents=400)


@dataclass(frozen=True, slots=True)
class BothWays:
    name: str
    to_officers: Carried
    to_residents: Carried


async def both_ways(name: str, relay: AbstractAsyncContextManager[Relay], each: int) -> BothWays:
    async with relay as working:
        return BothWays(name, await working.to_officers(each), await working.to_residents())


async def measure(console: Console, each: int = 5) -> None:
    plain = "bench.plain"
    with console.status("relay: the floor, plain, plain that confirms, ours on SQLite, ours on PostgreSQL"):
        done = [
            await both_ways("floor: aiohttp and json", relays.without_database("bench.floor", SIZE), each),
            await both_ways("plain PTB", relays.without_database(plain, SIZE), each),
            await both_ways("plain PTB, confirming", relays.without_database(plain, SIZE, "confirming"), each),
            await both_ways("ours, SQLite (FULL)", relays.ours(on_sqlite(), SIZE), each),
            await both_ways("ours, PostgreSQL", relays.ours(on_postgresql(), SIZE), each),
        ]
    console.print(_table(done))


def _table(done: Sequence[BothWays]) -> Table:
    table = Table(title="Relay: ours must carry ≥ 1.4 × plain at ≤ 0.75 × its CPU (aim 2 ×, 0.5 ×)")
    for column in ("", "direction", "messages/s", "× plain", "CPU µs each", "× plain", "in order"):
        table.add_column(column, justify="left" if column in ("", "direction") else "right")
    plain = done[1]
    for relay in done:
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
