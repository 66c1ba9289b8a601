"""How a letter becomes calls: what a feature's `letters.py` and `screens.py` give for each kind."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.ids import ChatId, PersonId
from bot.domain.letters import Letter, Party
from bot.register import Register, Search
from bot.storage.transaction import Transaction
from bot.telegram.buttons import Button
from bot.telegram.screens import Call, Screen, Shown
from bot.texts import Say

L = TypeVar("L", bound=Letter)
B = TypeVar("B", bound=Button)


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a letter is rendered: the party it is meant for, and the person behind it at this moment."""

    tx: Transaction
    party: Party
    person_id: PersonId
    chat_id: ChatId
    say: Say
    register: Register
    search: Search
    bot_username: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Telegram took. `piece`: which of the letter's calls made it; `shown`: what it shows of a case."""

    message_id: int
    piece: int
    shown: Shown | None = None


DrawScreen = Callable[[Addressee, B], Awaitable[Screen]]


@dataclass(frozen=True, slots=True)
class Renderer(Generic[L]):
    """What is done with a kind of letter.

    `render` gives its calls, in order; none when it is void: its recipient is no longer entitled to it. `sent` and
    `failed` run in the commit that stores the result.
    """

    render: Callable[[Addressee, L], Awaitable[Sequence[Call]]]
    sent: Callable[[Addressee, L, Sequence[Sent]], Awaitable[None]] | None = None
    failed: Callable[[Addressee, L], Awaitable[None]] | None = None
