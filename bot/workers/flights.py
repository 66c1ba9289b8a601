"""What is being sent to Telegram: posts, from either queue, and the possible outcomes of each."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from bot.domain.case_threads import CaseThread, Look
from bot.domain.ids import ChatId, FileId
from bot.logs import trace
from bot.storage.engine import DatabaseUnavailable, TransactionLost
from bot.storage.transaction import Transaction
from bot.surface.rendering import Sent
from bot.telegram.calls import Call, Need
from bot.telegram.gateway import Json, NoAnswer, Refused, TelegramFailure
from bot.telegram.uploading import Prepared
from bot.workers.pace import Cost, Paces, cost
from bot.workers.preparation import Key, Order, needs_of

IN_FLIGHT = 64  # posts of which the database does not know yet what became


class Row(Protocol):
    """What the rows of both queues say of their chat."""

    @property
    def chat_id(self) -> ChatId: ...

    @property
    def telegram_id(self) -> int: ...

    @property
    def thread_id(self) -> int | None: ...

    @property
    def attempts(self) -> int: ...


class Post(Protocol):
    """A row of a queue. Each outcome is written in the transaction that stores the results of a turn."""

    @property
    def row(self) -> Row: ...

    @property
    def name(self) -> str:
        """What it is, for the log: the letter's kind, or the broadcast."""

    @property
    def id(self) -> int:
        """Which one it is: the row of the outbox, or the chat."""

    @property
    def facts(self) -> dict[str, int | str]:
        """Both, for a line of its own in the log."""

    async def sent(self, tx: Transaction, flight: "Flight") -> None: ...

    def retry(self, tx: Transaction, flight: "Flight", at: datetime, error: str) -> None:
        """Telegram did not take it: again at that time."""

    def unanswered(self, tx: Transaction, flight: "Flight", at: datetime, failure: NoAnswer) -> None:
        """Whether Telegram took it is not known."""

    async def refused(self, tx: Transaction, flight: "Flight", refusal: Refused) -> None: ...

    def fault(self, tx: Transaction, flight: "Flight", error: str) -> None:
        """It could not be made, or its result could not be stored, for a fault of ours."""


class Way(Enum):
    """How the place of a case in a chat changes."""

    OPEN = auto()  # a thread is made
    CARD = auto()  # it gets the card of the case
    LEAVE = auto()  # it goes, and the card is shown among all else of the chat


@dataclass(frozen=True, slots=True)
class Move:
    """That, as a flight of its own."""

    way: Way
    look: Look
    thread: CaseThread | None = None


@dataclass(slots=True)
class Flight:
    """A post that is being sent: its calls, and its outcome."""

    post: Post
    calls: Sequence[Call] = ()
    done: int = 0  # how many of its calls Telegram has taken, over all its tries
    sent: list[Sent] = field(default_factory=list)
    last: int = 0  # the message that was made last, also by an earlier try
    answers: list[Json] = field(default_factory=list)  # to what its calls asked
    failure: TelegramFailure | None = None
    protected: bool = False  # its messages cannot be copied or passed on
    kept_back: bool = False  # it did not leave: another one before it in its chat failed
    prepared: Mapping[str, Prepared] = field(default_factory=dict)  # the files that go with it
    passed: dict[FileId, str] = field(default_factory=dict)  # of people's files, by which ids Telegram has them now
    thread_id: int | None = None  # of the chat
    astray: bool = False  # its thread is not there: Telegram put its messages elsewhere
    move: Move | None = None  # what it does instead of its letter, which goes after it
    look: Look | None = None  # what its thread shows after it

    def __post_init__(self) -> None:
        self.thread_id = self.post.row.thread_id

    @property
    def cost(self) -> Cost:
        return cost(self.calls)

    @property
    def needs(self) -> Mapping[str, Need]:
        """The files that have to be prepared before it leaves."""
        return needs_of(self.calls)

    @property
    def has_files(self) -> bool:
        """Whether there are any: asked of every flight, several times."""
        return any(call.needs for call in self.calls)

    @property
    def is_sent(self) -> bool:
        """Whether Telegram took all of it and that could be stored."""
        return bool(self.calls) and self.failure is None and not self.kept_back


@dataclass(slots=True)
class Slots:
    """What may leave in one turn: so many, to chats that are not `passed`, at the pace that Telegram allows."""

    tx: Transaction
    paces: Paces
    free: int
    passed: set[ChatId]
    next: datetime | None = None  # when there is something to look at again
    talk_held: bool = False  # by the pace of the whole bot
    seen_all: bool = False  # of the talk that waits
    void: bool = False  # something ended without leaving: what waits behind it may be looked at
    uploads: int = 1  # letters with files that may leave
    files: set[Key] = field(default_factory=set)  # that go with one of them: no other uploads them meanwhile
    orders: list[Order] = field(default_factory=list)  # files to prepare before their letters can leave

    def look_again(self, at: datetime) -> None:
        self.next = at if self.next is None else min(self.next, at)

    def book(self, flight: Flight, kind: str) -> None:
        """It leaves, to a chat of this kind."""
        chat_id = flight.post.row.chat_id
        self.passed.add(chat_id)
        self.free -= 1
        self.paces.use(chat_id, kind, self.tx.now, flight.cost)


Step = Callable[[Transaction, Flight], Awaitable[None]]


async def guarded(tx: Transaction, flight: Flight, step: Step) -> None:
    """Take a step that may fail without harm to the rest of the transaction."""
    await tx.savepoint()
    try:
        await step(tx, flight)
        await tx.flush()  # what it gathered may fail, too
    except (DatabaseUnavailable, TransactionLost):
        raise
    except Exception as error:  # noqa: BLE001  # a renderer's fault may stop its own letter only
        await tx.rollback_to_savepoint()
        flight.calls = []
        flight.post.fault(tx, flight, trace(error))
