"""What is printed: what happens, in a line, and what each telephone shows that it did not show before.

The telephones of residents are on the left, the officer's on the right. Colour is an ornament: without it, and in a
pipe, everything can be read.
"""

import asyncio
from dataclasses import dataclass

from rich.align import Align
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text
from telegram import InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup

from simulator.chats import Bubble
from simulator.onlookers import Onlooker

WIDEST = 100
PAUSE = 0.9  # seconds in which a person looks at a telephone
FILES = {"photo": "▣ фото", "voice": "▣ голосове", "video": "▣ відео", "location": "▣ місце"}


@dataclass
class Telephone:
    """A person's chat, a group or a channel as it is printed, and how much of it was printed already."""

    onlooker: Onlooker
    owner: str
    colour: str
    on_the_right: bool
    _printed: int = 0  # the chat's mark at the last look
    _keyboard: ReplyKeyboardMarkup | None = None

    def fresh(self) -> Panel:
        """What came or changed since the last look."""
        bubbles = [bubble for bubble in self.onlooker.chat if bubble.mark > self._printed]
        self._printed = max((bubble.mark for bubble in bubbles), default=self._printed)
        drawn = [part for bubble in bubbles for part in (Text(), *self._drawn(bubble))]
        return Panel(Group(*drawn[1:]), title=self.owner, title_align="left", border_style=self.colour)

    def _drawn(self, bubble: Bubble) -> list[RenderableType]:
        if not bubble.from_bot:
            return [Padding(Align.right(_words(bubble, self.colour)), (0, 0, 0, 12))]
        parts: list[RenderableType] = [Padding(_words(bubble), (0, 6, 0, 0))]
        if isinstance(bubble.markup, InlineKeyboardMarkup):
            parts += [_row([each.text for each in row], "[{}]") for row in bubble.markup.inline_keyboard]
        elif isinstance(bubble.markup, ReplyKeyboardMarkup) and bubble.markup != self._keyboard:
            self._keyboard = bubble.markup
            parts += [_row([key.text for key in row], "⟦{}⟧") for row in bubble.markup.keyboard]
        return parts


@dataclass(frozen=True)
class Stage:
    """Prints to `console`; `fast` leaves out the pauses."""

    console: Console
    fast: bool

    @property
    def width(self) -> int:
        return min(self.console.width, WIDEST)

    def done(self, text: str) -> None:
        self.console.print(Text.assemble(("✓ ", "green"), text), width=self.width)

    def scene(self, text: str) -> None:
        self.console.print()
        self.console.print(Rule(Text(text, "bold"), align="left", style="dim"), width=self.width)

    def tells(self, text: str) -> None:
        self.console.print(Text(f"  {text}", "italic"), width=self.width)

    def invites(self, address: str) -> None:
        """To the page of telephones."""
        self.console.print(Text.assemble("\nOpen ", (address, "bold underline"), "   (Ctrl-C ends it)"))

    async def shows(self, telephone: Telephone) -> None:
        panel = telephone.fresh()
        panel.width = self.width * 2 // 3
        left = self.width - panel.width if telephone.on_the_right else 0
        self.console.print(Padding(panel, (0, 0, 0, left), expand=False))
        if not self.fast:
            await asyncio.sleep(PAUSE)


def _words(bubble: Bubble, style: str = "") -> Text:
    """What a message says, with its bold parts, the kind of its file, that it answers, was edited or reacted to."""
    text = Text(style=style)
    if bubble.reply_to is not None:
        text.append(f"↪ {bubble.reply_to.text.splitlines()[0]}\n", "dim")
    text.append("".join(f"{name}\n" for kind, name in FILES.items() if kind in bubble.fields), "bold")
    text.append(_with_bold(bubble))
    text.append("".join(f"  {emoji}" for emoji in bubble.reactions))
    return text


def _with_bold(bubble: Bubble) -> Text:
    units = bubble.text.encode("utf-16-le")  # in which Telegram counts
    text, at = Text(), 0
    for entity in sorted(bubble.entities, key=lambda each: each.offset):
        if entity.type != MessageEntity.BOLD:
            continue
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        text.append(units[at:start].decode("utf-16-le"))
        text.append(units[start:end].decode("utf-16-le"), "bold")
        at = end
    return text.append(units[at:].decode("utf-16-le"))


def _row(labels: list[str], form: str) -> Text:
    """Buttons side by side."""
    return Text(" ").join(Text(form.format(label), "cyan") for label in labels)
