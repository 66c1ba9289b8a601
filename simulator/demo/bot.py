"""The demo's bot as a process: `python -m simulator.demo.bot SECONDS`, that many later than the machine's clock.

As `python -m bot run`, but for the clock, which follows the simulator's, and for `[cases] threads`, which can be
switched: each line on standard input says how much later it is, in seconds, and whether there are threads (true or
false). Where that has changed, the bot stops and starts again within the process. The line is repeated on standard
output when what has become due by it is in the queues. At the end of standard input the program that started it has
gone, and it ends too.
"""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path

from bot.app import Resources, Service, database_of
from bot.logs import set_up
from bot.settings import Settings, load_settings
from bot.workers.schedule import tick
from simulator.demo.clock import ShiftedClock

CONFIG = Path("config.toml")
GLANCE = 0.02  # seconds between two looks whether it has started


@dataclass
class DemoBot:
    """Services one after another, each with the settings of its time."""

    settings: Settings
    clock: ShiftedClock
    service: Service = field(init=False)
    ended: bool = False
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.service = self._service()

    @cached_property
    def _resources(self) -> Resources:
        return Resources.load(self.settings.policy())

    def _service(self) -> Service:
        settings = self.settings
        return Service(settings, database_of(settings), self.clock, settings.policy(), self._resources)

    async def run(self) -> None:
        """Work until `end`."""
        while not self.ended:
            self.stopping.clear()
            await self.service.run(self.stopping)

    def end(self) -> None:
        self.ended = True
        self.stopping.set()

    async def follow(self) -> None:
        """Do what each line of standard input says and what has become due by it, and confirm the line."""
        lines = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        while line := await lines.readline():
            shift, threads = line.decode().split()
            self.clock.shift_to(timedelta(seconds=float(shift)))
            self._switch(threads=threads == "true")
            while (app := self.service.app) is None:  # noqa: ASYNC110 -- it is still starting, and rings nothing then
                await asyncio.sleep(GLANCE)
            await tick(app.store)
            app.ring()
            print(line.decode(), end="", flush=True)
        self.end()

    def _switch(self, *, threads: bool) -> None:
        if threads != self.settings.cases.threads:
            cases = self.settings.cases.model_copy(update={"threads": threads})
            self.settings = self.settings.model_copy(update={"cases": cases})
            self.service = self._service()
            self.stopping.set()


async def run(shift: timedelta) -> None:
    """Work until a signal or the end of standard input."""
    settings = load_settings(CONFIG, os.environ)
    set_up(settings.log_level, as_json=True)
    bot = DemoBot(settings, ShiftedClock(shift))
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, bot.end)
    async with asyncio.TaskGroup() as group:  # what fails in either ends both
        following = group.create_task(bot.follow())
        await bot.run()
        following.cancel()


if __name__ == "__main__":
    asyncio.run(run(timedelta(seconds=float(sys.argv[1]))))
