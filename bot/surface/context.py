"""What a handler is given: the transaction, the person who asks, and the ways to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.letters import Letter, LetterClass
from bot.domain.people import Actor
from bot.domain.refusals import Refusal
from bot.register import Borders, Register, Search
from bot.storage.ahead import Ahead
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button
from bot.surface.incoming import Account
from bot.surface.outgoing import React
from bot.surface.screens import ShowScreen
from bot.texts import Say, Texts


@dataclass(slots=True)
class Turn:
    """The handling of one thing that arrived. Made before it is dispatched."""

    tx: Transaction
    ahead: Ahead
    update_id: int
    actor: Actor | None = None  # None where no person acts
    handled: bool = False
    pressed: int | None = None  # the message whose button was pressed
    account: Account | None = None  # of the person who pressed
    answer: str = ""  # what the pressed button says in passing
    alert: bool = False  # that is to be confirmed
    sign: React | None = None  # on what arrived, set directly after the commit, at best and without a letter
    sign_once: str = ""  # one of this name is enough: parts of an album
    facts: dict[str, str | int] = field(default_factory=dict)  # for the log: case numbers, never text


@dataclass(frozen=True, slots=True)
class Tools:
    """What does not change from update to update."""

    texts: Texts
    register: Register
    search: Search
    bot_username: str
    borders: Borders = field(default_factory=Borders)
    icons: Mapping[str, str] | None = None  # of threads, by their emoji; None: the bot has no threads


@dataclass(frozen=True, slots=True)
class Context:
    """One turn with the tools for it."""

    turn: Turn
    tools: Tools

    @property
    def tx(self) -> Transaction:
        return self.turn.tx

    @property
    def actor(self) -> Actor:
        if self.turn.actor is None:
            raise LookupError("no person acts here")
        return self.turn.actor

    @property
    def say(self) -> Say:
        return self.tools.texts.of(self.actor.language)

    def show(self, button: Button, *, as_new: bool = False, urgent: bool = False) -> None:
        """Show the screen that `button` leads to: in place of the one that was pressed, or (`as_new`) as a new one."""
        in_place_of = None if as_new else self.turn.pressed
        self.tell(ShowScreen(button.pack(), in_place_of or 0), urgent=urgent)

    def tell(self, letter: Letter, *, once: str | None = None, urgent: bool = False) -> None:
        """Send a letter to the person who asks, where they ask; none where one of the name `once` waits there already:
        parts of an album.

        `urgent`: it goes with the first, whoever asks.
        """
        actor = self.actor
        name = once if once is None or actor.thread_id is None else f"{once}:{actor.thread_id}"
        self.tx.outbox.tell(actor.here, letter, dedupe=name, asked=LetterClass.OWN if urgent else actor.asks_as)

    def sign(self, message_id: int, emoji: str, *, once: str | None = None) -> None:
        """Show on a message that has just arrived what became of it. It costs no letter, and may get lost."""
        self.turn.sign, self.turn.sign_once = React(message_id, emoji), once or ""

    def answer(self, text: str) -> None:
        """What the pressed button says in passing, over the screen."""
        self.turn.answer = text

    def refuse(self, refusal: Refusal) -> None:
        """Answer the pressed button as the refusal would if it was raised, but keep what is done."""
        self.turn.facts["refusal"] = type(refusal).__name__
        self.turn.answer, self.turn.alert = self.say(refusal.key, **refusal.values), True
