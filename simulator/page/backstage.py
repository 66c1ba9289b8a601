"""What the page's side panel needs of the program that runs the bot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Depths:
    """How many rows wait in the bot's inbox and outbox, and what was set aside: a line each, with its error."""

    inbox: int
    outbox: int
    set_aside: Sequence[str]


class Backstage(Protocol):
    """The bot's process, its database, and the clock that both sides follow."""

    @property
    def runs(self) -> bool: ...

    def depths(self) -> Depths: ...

    def roles(self, people: Iterable[int]) -> Mapping[int, str]:
        """Which of these people, by id, are officers or coordinators now."""

    async def kill(self) -> None:
        """As by kill -9: it writes nothing more, and closes nothing."""

    async def restart(self) -> None:
        """Start it again on the same database; does nothing if it runs."""

    async def set_threads(self, on: bool) -> None:
        """Let it start again with a thread for each case, or without, and the open cases move; if it does not run, it
        will start so.
        """

    async def move_clock(self, to: datetime) -> None:
        """Set the clock on; it goes on from there. Never back."""
