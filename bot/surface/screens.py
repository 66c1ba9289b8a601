"""Screens: what a message of the bot looks like, as data.

A screen has a title (bold), lines, a body with its own formatting, and buttons. It is shown by a letter: which button
leads to it, to whom, and which message it takes the place of; so it is drawn from what is true when it is sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.letters import Letter
from bot.surface.buttons import Button
from bot.surface.rich import Rich, bold, joined


@dataclass(frozen=True, slots=True)
class ShowScreen(Letter):
    """The screen that a button leads to. `message_id`: edit this message of the bot; 0: send a new one."""

    button: str
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """What a button may lead to instead of a screen: a page, or something that the surface itself opens."""

    url: str


@dataclass(frozen=True, slots=True)
class Copy:
    """What a button may put on the clipboard, where it cannot be copied from the message itself."""

    text: str


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """A key of the big keyboard that sends where its presser is, once they agree to that."""

    text: str


Label = tuple[str, Button | Link | Copy]


@dataclass(frozen=True, slots=True)
class Screen:
    """`keyboard` is the big reply keyboard that stays under the chat; a screen with one is always a new message.

    One with a `PlaceKey` goes with its first press.

    `protected`: it shows what people wrote to an officer; it cannot be copied or passed on.
    """

    title: str = ""
    lines: Sequence[str] = ()
    body: Rich = field(default_factory=lambda: Rich(""))
    buttons: Sequence[Sequence[Label]] = ()
    keyboard: Sequence[Sequence[str | PlaceKey]] = ()
    protected: bool = False

    @property
    def rich(self) -> Rich:
        if not self.title and not self.lines:
            return self.body
        heading = joined([bold(self.title), Rich("\n".join(self.lines))], "\n")
        return joined([heading, self.body], "\n\n")
