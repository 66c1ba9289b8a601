"""How a letter becomes effects: what a feature gives for each kind of letter and screen."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from bot.domain.case_threads import Look
from bot.domain.community_chats import ChatSeen
from bot.domain.ids import CaseId, ChatId, FileId, PersonId
from bot.domain.letters import Letter, Party
from bot.register import Borders, Register, Search
from bot.storage.broadcasts import Recipient
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button
from bot.surface.outgoing import Effect, Shown
from bot.surface.screens import Screen
from bot.texts import Say

L = TypeVar("L", bound=Letter)
B = TypeVar("B", bound=Button)


@dataclass(frozen=True, slots=True)
class Addressee:
    """The recipient of a rendered letter: the party it is meant for, and the person behind it at this moment."""

    tx: Transaction
    party: Party
    person_id: PersonId
    chat_id: ChatId
    say: Say
    register: Register
    search: Search
    bot_username: str
    sent_at: datetime | None = None  # of a delivery that is shown again: when it came first
    text_alone: bool = False  # of a delivery: its chat takes no files
    thread_id: int | None = None  # of the chat
    borders: Borders = field(default_factory=Borders)


class Lack(StrEnum):
    """Why a message came without its file."""

    UNWANTED = "unwanted"  # its reader takes no voices and round videos
    REFUSED = "refused"  # the messenger does not take it


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was taken. `piece`: which of the letter's calls made it; `shown`: what it shows of a case.

    `lacks`: why it came without the file that belongs to it.
    """

    message_id: int
    piece: int
    shown: Shown | None = None
    lacks: Lack | None = None


DrawScreen = Callable[[Addressee, B], Awaitable[Screen]]


@dataclass(frozen=True, slots=True)
class Renderer(Generic[L]):
    """What is done with a kind of letter.

    `render` gives its effects, in order; none when it is void: its recipient is no longer entitled to it. `sent` and
    `failed` run in the commit that stores the result; `lost_file` in the one that stores, once, that a file cannot be
    passed on: the letter is rendered without it then. `seen` runs before `sent`, in the same commit, where the letter
    looked at its chat (`Look`).
    """

    render: Callable[[Addressee, L], Awaitable[Sequence[Effect]]]
    sent: Callable[[Addressee, L, Sequence[Sent]], Awaitable[None]] | None = None
    failed: Callable[[Addressee, L], Awaitable[None]] | None = None
    lost_file: Callable[[Addressee, L, FileId], Awaitable[None]] | None = None
    seen: Callable[[Addressee, L, ChatSeen], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True)
class ThreadRenderer:
    """What is shown of a case in a thread of its own. `look`: how that is listed; None to a recipient who may not see
    the case now. `card` begins the thread, or goes back among all else of the chat; `older` is what the cards that are
    there say then. `card_sent` runs in the commit that stores the result.
    """

    look: Callable[[Addressee, CaseId], Awaitable[Look | None]]
    card: Callable[[Addressee, CaseId], Awaitable[Sequence[Effect]]]
    older: Callable[[Addressee, CaseId], Awaitable[Sequence[Effect]]]
    card_sent: Callable[[Addressee, CaseId, Sequence[Sent]], Awaitable[None]]


Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class BroadcastRenderer(Generic[L, Content]):
    """What is done with a kind of letter that goes to many.

    `plan` gives the next recipients after a position, as many as asked for at most, and the position reached; None for
    it when there are no more. `load` reads the content, once for all recipients of one turn; None when it goes
    to nobody any more. `entitled` gives what each of these chats gets of it, without those that it is not for any more.
    `show` shows that to one of them; `again` makes the messages that a chat has of an older version show the newest,
    or takes them away. `progress` runs from time to time while there is any, `done` in the commit that stores that
    nothing is left to do. `is_danger`: it makes a sound in its reader's quiet time, too.
    """

    plan: Callable[[Transaction, L, int, int], Awaitable[tuple[Sequence[Recipient], int | None]]]
    load: Callable[[Transaction, L], Awaitable[Content | None]]
    entitled: Callable[[Transaction, Content, Sequence[ChatId]], Awaitable[Mapping[ChatId, Content]]]
    show: Callable[[Addressee, Content], Sequence[Effect]]
    again: Callable[[Addressee, Content, Sequence[int]], Sequence[Effect]]
    progress: Callable[[Transaction, L], Awaitable[None]] | None = None
    done: Callable[[Transaction, L], Awaitable[None]] | None = None
    is_danger: Callable[[Content], bool] = lambda _: False
