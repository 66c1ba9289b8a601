"""The bot as a process of its own: `python -m bot …`, for what only a process can show."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import cast
from urllib.parse import urlsplit

from bot.storage.open import sqlite_path
from simulator import Simulator
from simulator.accounts import Account
from tests.keys import KEYS_TEXT

ROOT = Path(__file__).parent.parent
SECRET_TOKEN = "100:HUSH-HUSH"  # looked for wherever it must not be


def environment(telegram: Simulator | None, database: Path | str, **more: str) -> dict[str, str]:
    """What a bot is started with: settings for this simulator and database, and nothing of the tests' own."""
    address = str(database) if "://" in str(database) else f"sqlite:///{database}"
    url = telegram.url if telegram is not None else "http://127.0.0.1:1"
    given = {
        "BOT_TOKEN": SECRET_TOKEN,
        "BOT_API_URL": url,
        "BOT_DATABASE": address,
        "BOT_ERASURE_LIST": str(erasure_list_of(address)),
        "BOT_KEYS": KEYS_TEXT,
        "BOT_WEB_PORT": "0",
        **more,
    }
    plain = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return {**plain, "COLUMNS": "200", **given}


def erasure_list_of(address: str) -> Path:
    """The list of erasures of a database: next to its file, or named after it."""
    path = sqlite_path(address)
    return path.with_name("erasures.txt") if path else Path(gettempdir()) / f"{Path(urlsplit(address).path).name}.txt"


class Process:
    """One command. What it logs is read line by line: a test waits for an event, not for a while."""

    def __init__(self, child: asyncio.subprocess.Process) -> None:
        self._child = child
        self.said: list[str] = []

    @property
    def pid(self) -> int:
        return self._child.pid

    async def logs(self, event: str) -> Mapping[str, object]:
        """The next line of that event. Fails when the process ends without it."""
        while True:
            line = await self._read(cast("asyncio.StreamReader", self._child.stderr))
            if not line:
                raise AssertionError(f"the bot ended without «{event}»:\n" + "\n".join(self.said))
            if line.startswith("{") and (fields := json.loads(line)).get("event") == event:
                return cast("Mapping[str, object]", fields)

    async def port(self) -> int:
        """Where its web server listens."""
        return cast("int", (await self.logs("web server"))["port"])

    def signals(self, number: int) -> None:
        self._child.send_signal(number)

    async def ends(self) -> int:
        """Its exit code; `said` then holds all that it wrote."""
        for stream in (self._child.stderr, self._child.stdout):
            while await self._read(cast("asyncio.StreamReader", stream)):
                pass
        return await self._child.wait()

    async def _read(self, stream: asyncio.StreamReader) -> str:
        line = (await stream.readline()).decode()
        if line:
            self.said.append(line.rstrip())
        return line


@asynccontextmanager
async def started(*arguments: str, env: Mapping[str, str], cwd: Path = ROOT) -> AsyncIterator[Process]:
    """`python -m bot` with these arguments; killed at the end where it still runs."""
    pipe = asyncio.subprocess.PIPE
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, env=env, cwd=cwd, stdin=asyncio.subprocess.DEVNULL,
        stdout=pipe, stderr=pipe,
    )  # fmt: skip
    process = Process(child)
    try:
        yield process
    finally:
        if child.returncode is None:
            child.kill()
        await process.ends()


async def ended(*arguments: str, env: Mapping[str, str]) -> tuple[int, str]:
    """Carry out a command: its exit code, and all that it said."""
    async with started(*arguments, env=env) as process:
        code = await process.ends()
    return code, "\n".join(process.said)


def a_bot(telegram: Simulator) -> Account:
    """The bot of SECRET_TOKEN."""
    return telegram.bot(SECRET_TOKEN, "hromada_bot")
