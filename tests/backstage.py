"""The page's backstage without a bot's process: it notes what it is asked for."""

from dataclasses import dataclass, field
from datetime import datetime

from simulator.page import Depths


@dataclass
class NoBot:
    """Satisfies simulator.page.Backstage."""

    runs: bool = True
    asked: list[object] = field(default_factory=list)
    set_aside: tuple[str, ...] = ()

    def depths(self) -> Depths:
        return Depths(0, 0, self.set_aside)

    async def kill(self) -> None:
        self.runs = False

    async def restart(self) -> None:
        self.runs = True

    async def move_clock(self, to: datetime) -> None:
        self.asked.append(to)
