"""`python -m simulator page` and `python -m simulator story`: the demo, by hand in a browser or as a play.

Each leaves nothing behind: all its files are in a temporary folder.
"""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from simulator.demo.backstage import FollowingBot
from simulator.demo.cast import chats_are_bound, everyone_comes_in
from simulator.demo.clock import ShiftedClock, until_opening
from simulator.demo.page import open_page
from simulator.demo.process import TOKEN, DemoFailed, Tally, environment, log_in, working
from simulator.demo.stage import Stage
from simulator.demo.story import play
from simulator.server import Simulator

LAST_LINES = 12
ENDED_EARLY = 130
PORT = 8765

command_line = typer.Typer(add_completion=False, no_args_is_help=True)


@command_line.command()
def page(port: Annotated[int, typer.Option(help="Where the page is; a free one where this is taken.")] = PORT) -> None:
    """Serve a page of telephones, until Ctrl-C."""
    stage = Stage(Console(highlight=False), fast=True)
    perform(stage, lambda folder: open_page(stage, folder, port), ended=0)


@command_line.command()
def story(fast: Annotated[bool, typer.Option("--fast", help="Without the pauses.")] = False) -> None:
    """Play a report and its answer, a notice to many and a reminder in the terminal."""
    stage = Stage(Console(highlight=False), fast)
    perform(stage, lambda folder: play_story(stage, folder), ended=ENDED_EARLY)


def perform(stage: Stage, performance: Callable[[Path], Coroutine[None, None, None]], *, ended: int) -> None:
    """One of both, in a folder that goes with it. `ended`: the exit code when a signal ends it."""
    with TemporaryDirectory(prefix="hromada-demo-") as folder:
        exit_code = asyncio.run(watched(stage, Path(folder), performance, ended))
    sys.exit(exit_code)


async def watched(
    stage: Stage, folder: Path, performance: Callable[[Path], Coroutine[None, None, None]], ended: int
) -> int:
    """Play it to its end, to a signal's, or to what went wrong; the exit code."""
    playing = asyncio.create_task(performance(folder))
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(each, playing.cancel)
    try:
        await playing
    except asyncio.CancelledError:
        stage.console.print("\nEnded. Nothing is left behind.")
        return ended
    except (DemoFailed, AssertionError) as failure:
        tell(stage.console, failure, log_in(folder))
        return 1
    return 0


async def play_story(stage: Stage, folder: Path) -> None:
    """Everything, from an empty folder to the tally. Raises DemoFailed, AssertionError."""
    clock = ShiftedClock(until_opening(datetime.now(UTC)))
    async with Simulator(clock) as telegram:
        telegram.bot(TOKEN, "hromada_bot")
        stage.scene("Set-up, by the links and buttons that real people use")
        following = FollowingBot(telegram, folder, environment(telegram, folder), clock=clock)
        async with working(following) as bot:
            stage.done("the bot runs: a process of its own, over HTTP, with a new database, on Thursday at ten")
            telegram.settled = bot.settled
            cast = await everyone_comes_in(stage, bot)
            chats = await chats_are_bound(stage, bot, cast.officers[0])
            await play(stage, bot, cast.officers[0], chats)
            tally = bot.tally()
        sent = [each for each in telegram.requests if each.method.startswith("send") and each.answer is not None]
        sum_up(stage, tally, len(sent))


def sum_up(stage: Stage, tally: Tally, sent: int) -> None:
    """Raises DemoFailed when something was left over."""
    if tally.waiting or tally.set_aside:
        raise DemoFailed(f"Not everything went through. Waiting: {tally.waiting}, set aside: {tally.set_aside}.")
    stage.scene("The end")
    stage.done(f"came in and handled: {tally.handled} updates; went out: {sent} messages")
    stage.done("waiting: nothing; failed: nothing")
    stage.done("the bot has ended, and its database goes with the temporary folder")
    stage.tells("Next: README.md (a real token), docs/architecture.md, `make test` (the proof)")


def tell(console: Console, failure: Exception, log: Path) -> None:
    """What went wrong, and the end of the bot's log."""
    console.print("\n✗ The demo failed.", style="bold red")
    console.print(str(failure), markup=False)
    if log.exists():
        console.print("The last that the bot logged:", style="bold")
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        console.print("\n".join(lines[-LAST_LINES:]), markup=False, soft_wrap=True)


if __name__ == "__main__":
    command_line()
