"""How long the bot does not answer when the working process is killed and a standby takes over (PostgreSQL)."""

import asyncio
import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bench.child import Child, running
from bench.crowd import crowd
from bench.database import fill, on_postgresql
from bench.seed import Size
from bench.start import settings
from bench.verdicts import at_most
from simulator import Person

TURNS = 3
MUST, AIM = 10, 3  # seconds


async def answered(person: Person, child: Child, count: int) -> None:
    while sum(bubble.from_bot for bubble in person.chat) < count:
        await asyncio.sleep(0.005)
        child.check()


async def standing_by(log: Path, child: Child) -> None:
    while b"standing by" not in log.read_bytes():  # noqa: ASYNC240  # a small file, and nobody else is here
        await asyncio.sleep(0.02)
        child.check()


async def takeover(person: Person, folder: Path) -> float:
    """Seconds from the kill to the answer to what was said at that moment."""
    first, second = folder / "first.log", folder / "second.log"
    had = sum(bubble.from_bot for bubble in person.chat)
    with running("bot", "run", log=first) as working:
        await person.says("/start")
        await answered(person, working, had + 1)
        with running("bot", "run", log=second) as standby:
            await standing_by(second, standby)
            working.process.kill()
            began = time.monotonic()
            await person.says("/help")
            await answered(person, standby, had + 2)
            return time.monotonic() - began


async def measure(console: Console, turns: int = TURNS) -> None:
    with console.status("standby: the process that works is killed"), TemporaryDirectory(prefix="bench-") as folder:
        async with on_postgresql() as address, crowd(1, 0) as people:
            await fill(address, Size(1, 1))
            os.environ |= settings(people.telegram.url, address)
            seconds = max([await takeover(people.officers[0], Path(folder)) for _ in range(turns)])
    table = Table("", "measured", "must", "aim", title="Standby")
    table.add_row(f"longest of {turns}, s", f"{seconds:.2f}", at_most(seconds, MUST), at_most(seconds, AIM))
    console.print(table)
