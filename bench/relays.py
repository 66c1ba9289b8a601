"""A relay as it is measured: a process, and a simulated Telegram of its own with everyone who writes through it."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from bench.child import Child, running
from bench.crowd import Carried, Crowd, answers, carried, crowd, questions, ready
from bench.database import fill
from bench.seed import Size


@dataclass(frozen=True, slots=True)
class Relay:
    people: Crowd
    child: Child

    async def to_officers(self, each: int, start: int = 0) -> Carried:
        """Every resident writes `each` messages, all at the same time; their numbers begin with `start`."""
        acts = questions(self.people, each, start)
        return await carried(self.people, self.child, acts, self.people.officers)

    async def to_residents(self) -> Carried:
        """Officers reply to every message that they have, all at the same time."""
        return await carried(self.people, self.child, answers(self.people), self.people.residents)


@asynccontextmanager
async def without_database(module: str, size: Size, *how: str) -> AsyncIterator[Relay]:
    """A relay that works out who talks with whom (`bench.partners`); it waits for updates and is at rest."""
    async with crowd(size.officers, size.residents) as people:
        with running(module, people.telegram.url, str(size.officers), *how) as child:
            await ready(people, child)
            yield Relay(people, child)


@asynccontextmanager
async def ours(where: AbstractAsyncContextManager[str], size: Size) -> AsyncIterator[Relay]:
    """The whole bot on a new database of this size; it waits for updates and is at rest."""
    async with where as address, crowd(size.officers, size.residents) as people:
        await fill(address, size)
        with running("bench.ours", people.telegram.url, address) as child:
            await ready(people, child)
            yield Relay(people, child)
