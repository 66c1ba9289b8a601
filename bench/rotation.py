"""A new key for everything, beside talk: how long it takes, and what it costs a conversation.

`python -m bot keys rotate` works as a process of its own on the database of a bot that talks at an everyday pace, from
before it starts until after it ends.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from bench.broadcast import TALKING
from bench.child import ROOT, running
from bench.crowd import crowd, ready
from bench.database import fill, on_sqlite
from bench.press import RATE, p95, waited
from bench.seed import Size
from bench.verdicts import at_most
from bot.storage.key_file import KeyFile, parse
from tests.keys import KEYS_TEXT

VALUES = 1_000_000
MESSAGES = 300  # a round; as many rounds as the rotation lasts, and at least two


@contextmanager
def rotating(address: str, keys: Path) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "bot", "keys", "rotate"]
    env = {**os.environ, "BOT_DATABASE": address, "BOT_KEYS_FILE": str(keys)}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            yield process
        finally:
            process.terminate()


async def measured(values: int) -> tuple[float, float, float]:
    """Seconds: a message's p95 without and beside the rotation, and how long that takes."""
    with TemporaryDirectory(prefix="bench-") as folder:
        keys = Path(folder) / "keys.json"
        KeyFile(keys).write(parse(KEYS_TEXT))
        async with on_sqlite() as address, crowd(TALKING, TALKING * 10) as people:
            await fill(address, Size(TALKING, values // 3))  # each with a chat, an account and a message
            with running("bench.ours", people.telegram.url, address, "60", str(keys)) as child:
                await ready(people, child)
                talking = people.residents[:MESSAGES]
                alone = [*await waited(people, child, talking, 0), *await waited(people, child, talking, 1)]
                began, beside = time.monotonic(), list[float]()
                with rotating(address, keys) as rotation:
                    for number in count(2):
                        beside += await waited(people, child, talking, number)
                        if rotation.poll() is not None:
                            break
                if rotation.returncode:
                    raise RuntimeError(f"the rotation ended with {rotation.returncode}")
                return p95(alone), p95(beside), time.monotonic() - began


async def measure(console: Console, values: int = VALUES) -> None:
    with console.status(f"a new key for {values:,} values"):
        alone, beside, seconds = await measured(values)
    table = Table("", "measured", "must", "aim", title="A new key")
    table.add_row(f"{values:,} values sealed again, s", f"{seconds:.0f}", "", "")
    name = f"talk at {RATE} a second beside it, p95 {beside * 1000:.1f} ms ÷ {alone * 1000:.1f}"
    table.add_row(name, f"{beside / alone:.2f}", at_most(beside / alone, 1.2), "")
    console.print(table)
