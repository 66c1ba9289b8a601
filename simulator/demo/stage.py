"""What is printed: what happens, in a line, and what each telephone shows that it did not show before.

The resident's telephone stands on the left, the officer's on the right. Colour is an ornament: without it, and in a
pipe, everything can be read.
"""

import asyncio
from dataclasses import dataclass, field

from rich.align import Align
from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text
from telegram import MessageEntity, ReplyKeyboardMarkup

from simulator.chats import Bubble
from simulator.parameters import length
from simulator.people import Person

WIDEST = 100
TELEPHONE = 60
PAUSE = 1.0  # seconds in which a person looks at a telephone
FILES = {"photo": "🖼  фото", "voice": "🎤 голосове", "video": "🎬 відео", "location": "📍 місце"}


@dataclass
class Stage:
    console: Console
    fast: bool
    width: int = field(init=False)

    def __post_init__(self) -> None:
        self.width = min(self.console.width, WIDEST)

    def done(self, text: str) -> None:
        self.console.print(Text.assemble(("✓ ", "green"), text))

    def scene(self, text: str) -> None:
        self.console.print()
        self.console.print(Rule(Text(text, "bold"), align="left", style="dim"), width=self.width)

    def tells(self, text: str) -> None:
        self.console.print(Text(text, "italic"), width=self.width)

    async def shows(self, telephone: "Telephone") -> None:
        drawn = telephone.drawn(min(TELEPHONE, self.width - 8))
        self.console.print(Align(drawn, telephone.side, width=self.width))
        if not self.fast:
            await asyncio.sleep(PAUSE)


@dataclass
class Telephone:
    """What of a person's chat was printed already."""

    person: Person
    title: str
    side: str  # left or right
    colour: str
    _shown: int = 0  # the chat's mark at the last look
    _keyboard: ReplyKeyboardMarkup | None = None

    def drawn(self, width: int) -> Panel:
        fresh = [bubble for bubble in self.person.chat if bubble.mark > self._shown]
        self._shown = max((bubble.mark for bubble in fresh), default=self._shown)
        parts = [_bubble(bubble, self.colour, width - 4) for bubble in fresh]
        return Panel(Group(*parts), title=self.title, title_align="left", border_style=self.colour, box=ROUNDED, width=width)
