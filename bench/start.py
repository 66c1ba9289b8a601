"""How soon the bot answers after its start in a whole country's database, and what it takes when nobody writes."""

import asyncio
import os
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.child import running
from bench.crowd import crowd, ready
from bench.database import fill, on_sqlite
from bench.seed import Size
from bench.verdicts import at_most
from tests.keys import KEYS_TEXT

COMMUNITIES = 1469
COUNTRY = Size(officers=15_000, residents=1_000_000)
IDLE_SECONDS = 10


async def measure(console: Console, residents: int = COUNTRY.residents) -> None:
    size = Size(min(COUNTRY.officers, residents), residents)
    with console.status(f"start: {COMMUNITIES:,} communities, {size.officers:,} officers, {residents:,} residents"):
        async with on_sqlite() as address, crowd(1, 0) as people:
            await fill(address, size, COMMUNITIES)
            person = people.officers[0]
            await person.says("/start")
            os.environ |= settings(people.telegram.url, address)
            began = time.monotonic()
            with running("bot", "run") as child:
                while not any(bubble.from_bot for bubble in person.chat):
                    await asyncio.sleep(0.005)
                    child.check()
                seconds = time.monotonic() - began
                await ready(people, child)
                before = child.cpu()
                await asyncio.sleep(IDLE_SECONDS)
                busy, memory = (child.cpu() - before) / IDLE_SECONDS * 100, child.memory()
    table = Table("", "measured", "must", "aim", title="Start and rest")
    table.add_row("start to first answer, s", f"{seconds:.2f}", at_most(seconds, 3), at_most(seconds, 1))
    table.add_row("memory idle, MB", f"{memory:.0f}", at_most(memory, 150), at_most(memory, 100))
    table.add_row("CPU idle, %", f"{busy:.1f}", at_most(busy, 1), "")
    console.print(table)


def settings(api_url: str, address: str) -> dict[str, str]:
    """The environment of `python -m bot run`."""
    return {
        "BOT_TOKEN": "100:TOKEN",
        "BOT_API_URL": api_url,
        "BOT_DATABASE": address,
        "BOT_ERASURE_LIST": str(Path(tempfile.gettempdir()) / "bench-erasures.txt"),
        "BOT_KEYS": KEYS_TEXT,
        "BOT_WEB_PORT": "0",
    }
