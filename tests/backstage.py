"""The page's backstage without a bot's process: it notes what it is asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from simulator.page import Depths


@dataclass
class NoBot:
    """Satisfies simulator.page.Backstage."""

    runs: bool = True
    asked: list[object] = field(default_factory=list)
    set_aside: tuple[str, ...] = ()
    posts: dict[int, str] = field(default_factory=dict)  # by the person's id

    def depths(self) -> Depths:
        return Depths(0, 0, self.set_aside)

    def roles(self, people: Iterable[int]) -> Mapping[int, str]:
        return {each: self.posts[each] for each in people if each in self.posts}

    async def kill(self) -> None:
        self.runs = False

    async def restart(self) -> None:
        self.runs = True

    async def set_threads(self, on: bool) -> None:
        self.asked.append(on)

    async def move_clock(self, to: datetime) -> None:
        self.asked.append(to)
