"""A relay as it is measured: a process, and a simulated Telegram of its own with everyone who writes through it.

Relays that are compared are all up and carry the same messages in turns (A B A B …), so that other work on the machine
slows each of them down. A ratio is of one turn; the median over the turns counts.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from statistics import median

from bench.child import Child, running
from bench.crowd import Carried, Crowd, answers, carried, crowd, questions, ready
from bench.database import fill
from bench.seed import Size

TURNS = 5


@dataclass(frozen=True, slots=True)
class Relay:
    people: Crowd
    child: Child

    async def to_officers(self, each: int, start: int = 0) -> Carried:
        """Every resident writes `each` messages, all at the same time; their numbers begin with `start`."""
        acts = questions(self.people, each, start)
        return await carried(self.people, self.child, acts, self.people.officers)

    async def to_residents(self, start: int = 0) -> Carried:
        """Officers reply to every message that they have from number `start` on, all at the same time."""
        acts = answers(self.people, start)
        return await carried(self.people, self.child, acts, self.people.residents)


@asynccontextmanager
async def without_database(module: str, size: Size, *how: str) -> AsyncIterator[Relay]:
    """A relay that works out who talks with whom (`bench.partners`); it waits for updates and is idle."""
    async with crowd(size.officers, size.residents) as people:
        with running(module, people.telegram.url, str(size.officers), *how) as child:
            await ready(people, child)
            yield Relay(people, child)


@asynccontextmanager
async def ours(where: AbstractAsyncContextManager[str], size: Size, module: str = "bench.ours") -> AsyncIterator[Relay]:
    """The whole bot on a new database of this size; it waits for updates and is idle."""
    async with where as address, crowd(size.officers, size.residents) as people:
        await fill(address, size)
        with running(module, people.telegram.url, address) as child:
            await ready(people, child)
            yield Relay(people, child)


@dataclass(frozen=True, slots=True)
class Results:
    """What one relay carried in one direction, turn by turn."""

    turns: Sequence[Carried]

    @property
    def per_second(self) -> float:
        return median(turn.per_second for turn in self.turns)

    @property
    def cpu_each(self) -> float:
        """Microseconds a message."""
        return median(turn.cpu_each for turn in self.turns)

    @property
    def in_order(self) -> bool:
        return all(turn.in_order for turn in self.turns)

    def rates(self, other: "Results") -> list[float]:
        """Its rate ÷ the other's, turn by turn."""
        return [turn.per_second / than.per_second for turn, than in zip(self.turns, other.turns, strict=True)]

    def costs(self, other: "Results") -> list[float]:
        """Its CPU a message ÷ the other's, turn by turn."""
        return [turn.cpu_each / than.cpu_each for turn, than in zip(self.turns, other.turns, strict=True)]
