"""What tests of a turn share: a queue, the pace that limits it, and what was seen in its last turn."""

from dataclasses import dataclass, field
from typing import ClassVar

from bot.storage.transaction import Store
from bot.surface.context import Tools
from bot.workers.flights import Slots
from bot.workers.pace import Paces
from simulator.clock import MovedClock
from tests.town import resources

WHOLE = resources()
TOOLS = Tools(WHOLE.texts, WHOLE.register, WHOLE.search, "hromada_bot")


@dataclass(frozen=True)
class Row:
    state: str


@dataclass
class Turns:
    """A queue of the database, and the last turn that was taken from it."""

    STATES: ClassVar[str]  # the statement that reads the state of each row

    store: Store
    clock: MovedClock
    paces: Paces
    slots: Slots | None = field(default=None, init=False)  # of the last turn

    async def states(self) -> list[str]:
        rows = await self.store.transact(lambda tx: tx.fetch_all(Row, self.STATES))
        return [row.state for row in rows]

    @property
    def seen(self) -> Slots:
        assert self.slots is not None
        return self.slots

    def look_again(self) -> float | None:
        """In how many seconds."""
        return None if self.seen.next is None else (self.seen.next - self.clock.now()).total_seconds()
