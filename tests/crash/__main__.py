"""The long runs: `python -m tests.crash [kills] [seed]`, and a morning on which ten thousand are reminded."""

import asyncio
import random
import sys
from contextlib import AbstractAsyncContextManager

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bench.database import on_postgresql, on_sqlite
from tests.crash.morning import check, morning
from tests.crash.siege import Account, besiege

REMINDED = 10_000
DATABASES = {"SQLite": on_sqlite, "PostgreSQL": on_postgresql}


async def counted(where: AbstractAsyncContextManager[str], name: str, kills: int, seed: int) -> Account:
    with Progress() as progress:
        task = progress.add_task(f"{name}: kills", total=kills)
        async with where as address:
            return await besiege(address, seed, kills, after_each=lambda: progress.advance(task))


async def reminded(where: AbstractAsyncContextManager[str]) -> None:
    async with where as address:
        check(await morning(address, REMINDED), REMINDED)


def main(kills: int, seed: int) -> None:
    console = Console()
    console.print(f"Seed {seed}: `python -m tests.crash {kills} {seed}` does the same again.")
    table = Table(
        "", "kills", "said", "lost", "not stored once", "read twice", "in flight", "out of order", "set aside"
    )
    accounts = {name: asyncio.run(counted(where(), name, kills, seed)) for name, where in DATABASES.items()}
    for name, got in accounts.items():
        wrong = (len(got.lost), len(got.not_stored_once), got.twice, got.in_flight, len(got.out_of_order))
        table.add_row(name, *map(str, (got.kills, got.said, *wrong, got.set_aside)))
    console.print(table)
    for got in accounts.values():
        got.check()
    for name, where in DATABASES.items():
        asyncio.run(reminded(where()))
        console.print(f"{name}: {REMINDED} were reminded once, though the bot was killed that morning.")


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(given[0] if given else 50, given[1] if len(given) > 1 else random.SystemRandom().randrange(10**6))
