"""The bot as it is run for real, `python -m bot run`, with the simulator for Telegram and a temporary folder for home.

What it logs goes to a file there, which is shown only when something went wrong. The demo moves on when the bot has
come to rest: nothing unconfirmed at the simulator, nothing due in the database (`settled`).
"""

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from simulator.server import Simulator

TOKEN = "100:DEMO"  # noqa: S105 -- known to the simulator alone
ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30  # seconds: what takes longer will not come
GLANCE = 0.01  # seconds between two looks at the database

DUE = """select (select count(*) from inbox where state = 0)
              + (select count(*) from outbox where state = 1 or state = 0 and next_at <= :now)"""
HANDLED = "select count(*) from inbox where state = 1"
WAITING = "select (select count(*) from inbox where state = 0) + (select count(*) from outbox where state < 2)"
SET_ASIDE = "select (select count(*) from inbox where state = 2) + (select count(*) from outbox where state > 1)"


class DemoFailed(Exception):
    """What went wrong, in words for whoever watches."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What has become of all updates and letters."""

    handled: int
    waiting: int
    set_aside: int


@dataclass
class BotProcess:
    """A bot that runs. Made by `running`."""

    telegram: Simulator
    folder: Path
    env: Mapping[str, str]
    child: asyncio.subprocess.Process

    async def settled(self) -> None:
        """Return when nothing is on its way. Raises DemoFailed when the bot has ended, or does not come to rest."""
        await self._until(lambda: not self.telegram.unconfirmed() and not self._count(DUE))

    async def started(self) -> None:
        """Return when the bot has shown itself at Telegram, the last thing of its start. Raises DemoFailed."""
        await self._until(lambda: any(request.method == "setMyCommands" for request in self.telegram.requests))

    async def commands(self, *arguments: str) -> str:
        """What another `python -m bot …` prints beside the bot that runs. Raises DemoFailed."""
        async with _python_bot(*arguments, env=self.env, output=asyncio.subprocess.PIPE) as child:
            printed = (await child.communicate())[0].decode()
        if child.returncode:
            raise DemoFailed(f"`python -m bot {' '.join(arguments)}` failed: {printed}")
        return printed

    def tally(self) -> Tally:
        return Tally(self._count(HANDLED), self._count(WAITING), self._count(SET_ASIDE))

    async def _until(self, predicate: Callable[[], bool]) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not predicate():
                    if self.child.returncode is not None:
                        raise DemoFailed(f"The bot ended by itself, with exit code {self.child.returncode}.")
                    await asyncio.sleep(GLANCE)
        except TimeoutError:
            raise DemoFailed(f"The bot did not come to rest within {PATIENCE} seconds.") from None

    def _count(self, sql: str) -> int:
        now = int(self.telegram.clock.now().timestamp() * 1_000_000)
        with closing(sqlite3.connect(f"file:{database_in(self.folder)}?mode=ro", uri=True)) as reader:
            return int(reader.execute(sql, {"now": now}).fetchone()[0])


def database_in(folder: Path) -> Path:
    return folder / "bot.sqlite3"


def log_in(folder: Path) -> Path:
    return folder / "bot.log"


@asynccontextmanager
async def running(telegram: Simulator, folder: Path, **more: str) -> AsyncIterator[BotProcess]:
    """A bot that works; ended when the demo ends, however it ends. `more` are settings. Raises DemoFailed."""
    env = environment(telegram, folder, **more)
    with log_in(folder).open("wb") as log:
        async with _python_bot("run", env=env, output=log) as child:
            bot = BotProcess(telegram, folder, env, child)
            await bot.started()
            yield bot


def environment(telegram: Simulator, folder: Path, **more: str) -> dict[str, str]:
    """The demo's settings over config.toml, and none of the operator's own: a demo reaches no real bot.

    Telegram's limit for one chat is lifted, because the coordinator's screens of a day pass in a second here.
    """
    settings = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": telegram.url,
        "BOT_DATABASE": f"sqlite:///{database_in(folder)}",
        "BOT_WEB_PORT": "0",
        "BOT_PACE__CHAT_PER_SECOND": "30",
        "BOT_PACE__CHAT_BURST": "30",
        "BOT_CONTROLLER__NAME": "Головне управління поліції (демо)",
        "BOT_CONTROLLER__CONTACT": "data@example.org",
        **more,
    }
    return {**{name: value for name, value in os.environ.items() if not name.startswith("BOT_")}, **settings}


@asynccontextmanager
async def _python_bot(
    *arguments: str, env: Mapping[str, str], output: int | BinaryIO
) -> AsyncIterator[asyncio.subprocess.Process]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, env=env, cwd=ROOT,
        stdin=asyncio.subprocess.DEVNULL, stdout=output, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        yield child
    finally:
        if child.returncode is None:
            child.terminate()
        await child.wait()
