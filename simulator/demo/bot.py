"""The demo's bot as a process: `python -m simulator.demo.bot SECONDS`, that many later than the machine's clock.

As `python -m bot run`, but for the clock, which follows the simulator's: each line on standard input sets how much
later it is, in seconds. The line is repeated on standard output when what has become due by it is in the queues. At the
end of standard input the program that started it has gone, and it ends too.
"""

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

from bot.app import Resources, Service, database_of
from bot.logs import set_up
from bot.settings import load_settings
from bot.workers.schedule import tick
from simulator.demo.clock import ShiftedClock

CONFIG = Path("config.toml")


async def run(shift: timedelta) -> None:
    """Work until a signal or the end of standard input."""
    settings = load_settings(CONFIG, os.environ)
    set_up(settings.log_level, as_json=True)
    policy, clock = settings.policy(), ShiftedClock(shift)
    service = Service(
        settings,
        database_of(settings),
        clock,
        policy,
        Resources.load(policy),
    )
    stopping = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stopping.set)
    async with asyncio.TaskGroup() as group:  # what fails in either ends both
        following = group.create_task(follow(clock, service, stopping))
        await service.run(stopping)
        following.cancel()


async def follow(clock: ShiftedClock, service: Service, stopping: asyncio.Event) -> None:
    """Move the clock as standard input says, do what has become due by it, and confirm the line."""
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        clock.shift_to(timedelta(seconds=float(line)))
        if (app := service.app) is not None:
            await tick(app.store)
            app.ring()
            print(line.decode(), end="", flush=True)
    stopping.set()


if __name__ == "__main__":
    asyncio.run(run(timedelta(seconds=float(sys.argv[1]))))
