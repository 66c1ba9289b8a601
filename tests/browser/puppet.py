"""The page without the demo: telephones, and a bot whose replies the test gives.

For what Telegram can do and our bot does not, or not whenever a test wants it.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Thread
from typing import Any, TypeVar

from telegram import Bot

from simulator import Group, Person, Simulator
from simulator.clock import MovedClock
from simulator.page import Table, serving
from tests.backstage import NoBot

TOKEN = "100:PUPPET"
PATIENCE = 20  # seconds
T = TypeVar("T")


@dataclass(frozen=True)
class Puppet:
    """It runs in an event loop of its own: `does` runs an act there and waits for it."""

    loop: asyncio.AbstractEventLoop
    telegram: Simulator
    clock: MovedClock
    table: Table
    backstage: NoBot
    bot: Bot
    address: str

    def does(self, act: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(act, self.loop).result(PATIENCE)

    def person(self, name: str, role: str = "resident") -> Person:
        """With a telephone on the table; has pressed Start."""
        return self.does(self._person(name, role))

    def group(self, make: Callable[[str], Group], title: str) -> Group:
        """On the table, with the bot as an administrator."""
        return self.does(self._group(make, title))

    def passes(self, time: timedelta) -> None:
        self.does(self._pass(time))

    async def _person(self, name: str, role: str) -> Person:
        person = self.table.add_telephone(name).person
        self.table.put(person)
        if role != "resident":
            self.backstage.posts[person.id] = role
        await person.starts()
        return person

    async def _group(self, make: Callable[[str], Group], title: str) -> Group:
        group = make(title)
        await group.promotes_bot()
        self.table.put_group(group)
        return group

    async def _pass(self, time: timedelta) -> None:
        self.clock.advance(time)
        self.telegram.changed()


@contextmanager
def puppet(*, topics: bool = False) -> Iterator[Puppet]:
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    opened = AsyncExitStack()
    try:
        yield asyncio.run_coroutine_threadsafe(_opened(opened, loop, topics), loop).result(PATIENCE)
    finally:
        asyncio.run_coroutine_threadsafe(opened.aclose(), loop).result(PATIENCE)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _opened(stack: AsyncExitStack, loop: asyncio.AbstractEventLoop, topics: bool) -> Puppet:
    clock, backstage = MovedClock(), NoBot()
    telegram = await stack.enter_async_context(Simulator(clock))
    table = Table(telegram, telegram.bot(TOKEN, "hromada_bot", topics=topics))
    address = await stack.enter_async_context(serving(table, backstage, 0))
    bot = await stack.enter_async_context(Bot(TOKEN, base_url=f"{telegram.url}/bot"))
    return Puppet(loop, telegram, clock, table, backstage, bot, address)
