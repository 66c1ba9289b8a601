"""What sealing, the chain of the audit and its row for each delivery cost a relayed message: CPU with ÷ without."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from statistics import median

from rich.console import Console
from rich.table import Table

from bench import relays
from bench.crowd import Carried
from bench.database import on_postgresql, on_sqlite
from bench.relay import SIZE
from bench.relays import Results
from bench.verdicts import at_most

TURNS = 6  # besides the first, in which everything is new
MUST, AIM = 1.10, 1.05
WHERE: dict[str, Callable[[], AbstractAsyncContextManager[str]]] = {"SQLite": on_sqlite, "PostgreSQL": on_postgresql}


async def compared(
    where: Callable[[], AbstractAsyncContextManager[str]], each: int
) -> dict[str, tuple[Results, Results]]:
    """With and without, each way. The two take turns in going first: A B, B A."""
    there: tuple[list[Carried], list[Carried]] = ([], [])
    back: tuple[list[Carried], list[Carried]] = ([], [])
    async with AsyncExitStack() as stack:
        modules = ("bench.ours", "bench.unsealed")
        up = [await stack.enter_async_context(relays.ours(where(), SIZE, module)) for module in modules]
        for turn in range(TURNS + 1):
            for one in (0, 1) if turn % 2 else (1, 0):
                there[one].append(await up[one].to_officers(each, turn * each))
                back[one].append(await up[one].to_residents(turn * each))
    ways = {"residents → officers": there, "officers → residents": back}
    return {name: (Results(sealed[1:]), Results(plain[1:])) for name, (sealed, plain) in ways.items()}


async def measure(console: Console, each: int = 5) -> None:
    for database, where in WHERE.items():
        with console.status(f"sealing: {database}"):
            results = await compared(where, each)
        title = f"Sealing and the audit, {database}: median of {TURNS}"
        table = Table("", "CPU µs", "without", "÷", "lowest–highest", "must", "aim", title=title)
        for name, (sealed, plain) in results.items():
            ratios = sealed.costs(plain)
            ratio = median(ratios)
            table.add_row(
                name,
                f"{sealed.cpu_each:,.0f}",
                f"{plain.cpu_each:,.0f}",
                f"{ratio:.2f}",
                f"{min(ratios):.2f}–{max(ratios):.2f}",
                at_most(ratio, MUST),
                at_most(ratio, AIM),
            )
        console.print(table)
