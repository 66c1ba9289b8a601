"""The bot as a process of its own, with the simulator for Telegram and a temporary folder for home.

It is run as for real but for its clock, which can be moved (`bot`). What it logs goes to a file there, which is shown
only when something went wrong. The demo moves on when the bot has come to rest: nothing unconfirmed at the simulator,
nothing due in the database (`settled`).
"""

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, TypeVar

from bot.domain.policy import NoticePolicy
from bot.settings import load_settings
from simulator.demo.clock import ShiftedClock
from simulator.server import Simulator

TOKEN = "100:DEMO"  # noqa: S105 -- known to the simulator alone
ROOT = Path(__file__).parent.parent.parent
PATIENCE = 90  # seconds, also on a loaded machine: what takes longer will not come
GLANCE = 0.01  # seconds between two looks at the database

DUE = """select (select count(*) from inbox where state = 'waiting')
              + (select count(*) from outbox where state = 'sending' or state = 'waiting' and next_at <= :now)
              + (select count(*) from broadcasts b where state = 'running' and not (quiet and :is_quiet)
                  and (cursor is not null or exists (select 1 from deliveries d where d.broadcast_id = b.id
                      and (d.state = 'sending' or d.state = 'waiting' and d.next_at <= :now))))"""
HANDLED = "select count(*) from inbox where state = 'handled'"
INBOX = "select count(*) from inbox where state = 'waiting'"
OUTBOX = """select (select count(*) from outbox where state in ('waiting', 'sending'))
                 + (select count(*) from deliveries d join broadcasts b on b.id = d.broadcast_id
                     where d.state in ('waiting', 'sending') and b.state = 'running')"""
SET_ASIDE = """select 'update:' || update_id || coalesce(' ' || error, '') from inbox where state = 'set_aside'
               union all
               select 'letter:' || id || ' ' || letter || coalesce(' ' || error, '') from outbox
                where state in ('refused', 'set_aside')"""


Child = asyncio.subprocess.Process
Bot = TypeVar("Bot", bound="BotProcess")


class DemoFailed(Exception):
    """What went wrong, as a text for the person who watches."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What has become of all updates and letters."""

    handled: int
    waiting: int
    set_aside: int


@dataclass
class BotProcess:
    """A bot that runs between `start` and `end`."""

    telegram: Simulator
    folder: Path
    env: Mapping[str, str]
    child: Child | None = None
    clock: ShiftedClock = field(kw_only=True)

    async def start(self) -> None:
        with log_in(self.folder).open("ab") as log:
            shift = str(self.clock.shift.total_seconds())
            command = "-m", "simulator.demo.bot", shift
            pipe = asyncio.subprocess.PIPE
            self.child = await _python(*command, env=self.env, stdin=pipe, stdout=pipe, stderr=log)

    async def end(self) -> None:
        """Let it finish what it has in hand."""
        if self.child is not None:
            await _ended(self.child)

    async def settled(self) -> None:
        """Return when nothing is on its way. Raises DemoFailed when the bot has ended, or does not come to rest."""
        await self.until(lambda: not self.telegram.unconfirmed() and not self.count(DUE))

    async def started(self) -> None:
        """Return when the bot has shown itself at Telegram, the last thing of its start. Raises DemoFailed."""
        await self.until(lambda: any(request.method == "setMyCommands" for request in self.telegram.requests))

    async def commands(self, *arguments: str) -> str:
        """The output of another `python -m bot …` while the bot runs. Raises DemoFailed."""
        nothing, pipe = asyncio.subprocess.DEVNULL, asyncio.subprocess.PIPE
        child = await _python("-m", "bot", *arguments, env=self.env, stdin=nothing, stdout=pipe)
        try:
            printed = (await child.communicate())[0].decode()
        finally:
            await _ended(child)
        if child.returncode:
            raise DemoFailed(f"`python -m bot {' '.join(arguments)}` failed: {printed}")
        return printed

    def tally(self) -> Tally:
        waiting = self.count(INBOX) + self.count(OUTBOX)
        return Tally(self.count(HANDLED), waiting, len(self.set_aside()))

    async def until(self, predicate: Callable[[], bool]) -> None:
        """Return when the predicate holds. Raises DemoFailed when the bot has ended, or patience has."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not predicate():
                    if self.child is not None and self.child.returncode is not None:
                        raise DemoFailed(f"The bot ended by itself, with exit code {self.child.returncode}.")
                    await asyncio.sleep(GLANCE)
        except TimeoutError:
            raise DemoFailed(f"The bot did not come to rest within {PATIENCE} seconds.") from None

    def count(self, sql: str) -> int:
        """What the database counts."""
        return int(self.column(sql)[0])

    def set_aside(self) -> list[str]:
        """What could not be handled or sent, by name and with its error."""
        return [str(each) for each in self.column(SET_ASIDE)]

    def column(self, sql: str) -> list[int | str]:
        """The first column of a query's rows, read while the bot runs."""
        now = self.clock.now()
        at = {"now": int(now.timestamp() * 1_000_000), "is_quiet": self._hours.is_quiet(now)}
        with closing(sqlite3.connect(f"file:{database_in(self.folder)}?mode=ro", uri=True)) as reader:
            return [row[0] for row in reader.execute(sql, at)]

    @cached_property
    def _hours(self) -> NoticePolicy:
        return load_settings(ROOT / "config.toml", self.env).policy().notices


def database_in(folder: Path) -> Path:
    return folder / "bot.sqlite3"


def keys_in(folder: Path) -> Path:
    return folder / "keys.json"


def log_in(folder: Path) -> Path:
    return folder / "bot.log"


@asynccontextmanager
async def working(bot: Bot) -> AsyncIterator[Bot]:
    """Start it, wait until it has begun, end it. Raises DemoFailed."""
    await bot.start()
    try:
        await bot.started()
        yield bot
    finally:
        await bot.end()


def environment(telegram: Simulator, folder: Path, **more: str) -> dict[str, str]:
    """The demo's settings over config.toml, and none of the operator's own: a demo reaches no real bot.

    Telegram's limit for one chat is lifted, because the coordinator's screens of a day pass in a second here. An
    invitation of the machine's clock holds by the demo's, which may be days ahead or behind.
    """
    settings = {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": telegram.url,
        "BOT_DATABASE": f"sqlite:///{database_in(folder)}",
        "BOT_ERASURE_LIST": str(folder / "erasures.txt"),
        "BOT_KEYS_FILE": str(keys_in(folder)),
        "TMPDIR": str(folder),
        "BOT_WEB_PORT": "0",
        "BOT_PACE__CHAT_PER_SECOND": "30",
        "BOT_PACE__CHAT_BURST": "30",
        "BOT_INVITATIONS__VALID_HOURS": "168",
        "BOT_CONTROLLER__NAME": "Головне управління поліції (демо)",
        "BOT_CONTROLLER__CONTACT": "data@example.org",
        **more,
    }
    return {**{name: value for name, value in os.environ.items() if not name.startswith("BOT_")}, **settings}


async def _python(
    *arguments: str, env: Mapping[str, str], stdin: int, stdout: int, stderr: int | BinaryIO = asyncio.subprocess.STDOUT
) -> Child:
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, env=env, cwd=ROOT, stdin=stdin, stdout=stdout, stderr=stderr
    )


async def _ended(child: Child) -> None:
    if child.returncode is None:
        child.terminate()
    if child.stdin is not None:
        child.stdin.close()
    await child.wait()
