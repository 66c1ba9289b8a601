"""What a handler is given: the transaction, who asks, and the ways to answer."""

from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, CallbackQuery
from telegram.ext import CallbackContext

from bot.domain.letters import Letter, PersonAt
from bot.domain.people import Actor
from bot.register import Register, Search
from bot.storage.ahead import Ahead
from bot.storage.transaction import Transaction
from bot.telegram.buttons import Button
from bot.telegram.screens import ShowScreen
from bot.texts import Say, Texts


@dataclass(slots=True)
class Turn:
    """One update's handling. The worker makes it before python-telegram-bot dispatches the update."""

    tx: Transaction
    ahead: Ahead
    update_id: int
    actor: Actor | None = None  # None where no person stands behind the update
    handled: bool = False
    pressed: CallbackQuery | None = None
    answer: str = ""  # what the pressed button says in passing
    facts: dict[str, str | int] = field(default_factory=dict)  # for the log: case numbers, never words


@dataclass(frozen=True, slots=True)
class Tools:
    """What does not change from update to update."""

    texts: Texts
    register: Register
    search: Search
    bot_username: str


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):  # PTB's own dicts, unused
    """Made by python-telegram-bot for each update; reads all from the application's turn."""

    turn: Turn
    tools: Tools

    @property
    def tx(self) -> Transaction:
        return self.turn.tx

    @property
    def actor(self) -> Actor:
        if self.turn.actor is None:
            raise LookupError("nobody stands behind this update")
        return self.turn.actor

    @property
    def say(self) -> Say:
        return self.tools.texts.of(self.actor.language)

    def show(self, button: Button, *, anew: bool = False) -> None:
        """Show the screen that `button` leads to: in place of the one that was pressed, or (`anew`) as a new one."""
        pressed = self.turn.pressed
        message_id = pressed.message.message_id if pressed and pressed.message and not anew else 0
        self.tell(ShowScreen(button.pack(), message_id))

    def tell(self, letter: Letter, *, once: str | None = None) -> None:
        """Send a letter to the person who asks; none where one of the name `once` waits already: parts of an album."""
        self.tx.outbox.tell(PersonAt(self.actor.person_id), letter, dedupe=once)

    def answer(self, text: str) -> None:
        """What the pressed button says in passing, over the screen."""
        self.turn.answer = text
