"""`python -m simulator`: the demo. The stand-in for Telegram and the bot run as two processes, people play a case.

It ends by itself and leaves nothing behind: all that is written stands in a temporary folder.
"""

import asyncio
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console

from bot.clock import SystemClock
from simulator.demo.cast import everyone_comes_in
from simulator.demo.process import TOKEN, DemoFailed, Tally, log_in, running
from simulator.demo.stage import Stage
from simulator.demo.story import play
from simulator.server import Simulator

LAST_LINES = 12
ENDED_EARLY = 130


def main(fast: Annotated[bool, typer.Option("--fast", help="Without the pauses.")] = False) -> None:
    """Play a report, its answer and its rating against a stand-in for Telegram."""
    stage = Stage(Console(highlight=False), fast)
    with TemporaryDirectory(prefix="hromada-demo-") as folder:
        exit_code = asyncio.run(watched(stage, Path(folder)))
    sys.exit(exit_code)


async def watched(stage: Stage, folder: Path) -> int:
    """Play it to its end, to a signal's, or to what went wrong; the exit code."""
    playing = asyncio.create_task(perform(stage, folder))
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(each, playing.cancel)
    try:
        await playing
    except asyncio.CancelledError:
        stage.console.print("\nEnded early. Nothing is left behind.")
        return ENDED_EARLY
    except (DemoFailed, AssertionError) as failure:
        tell(stage.console, failure, log_in(folder))
        return 1
    return 0


async def perform(stage: Stage, folder: Path) -> None:
    """Everything, from an empty folder to the tally. Raises DemoFailed, AssertionError."""
    async with Simulator(SystemClock()) as telegram:
        telegram.bot(TOKEN, "hromada_bot")
        stage.scene("Set-up, by the links and buttons that real people use")
        async with running(telegram, folder) as bot:
            stage.done("the bot runs: `python -m bot run`, over HTTP, with a new database")
            telegram.settled = bot.settled
            officer = await everyone_comes_in(stage, bot)
            await play(stage, telegram.person("Олена"), officer)
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
    typer.run(main)
