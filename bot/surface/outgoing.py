"""What is done in a chat, as data: show, edit, remove, and a few effects besides.

A letter is rendered into effects, and the surface's adapter carries them out. Effects know no limits: a text may be
longer than a message, a message too old to be deleted, the files too many for one album. The adapter knows what to do.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeAlias, TypeVar

from bot.domain.bodies import Body, File, FileFault, Kind
from bot.domain.ids import CaseId, CaseMessageId, FileId
from bot.domain.letters import Party
from bot.sheets import Workbook
from bot.storage.transaction import Transaction
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

T = TypeVar("T")
NOTHING = Rich("")


# For so long a message can be taken out of a chat; later only what it says can be taken out of it. Telegram's limit is
# 48 hours, and an hour is left for what waits to be sent.
DELETABLE = timedelta(hours=47)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message in a chat shows: a message of a case, in one version, or a piece of it; and its author."""

    case_id: CaseId
    case_message_id: CaseMessageId
    version: int
    said_by: Party
    piece: int = 0
    fleeting: bool = False  # no edit could empty it: it does not stay in the chat of a desk


@dataclass(frozen=True, slots=True)
class Held:
    """A message that the chat has of the bot."""

    message_id: int
    sent_at: datetime | None = None  # None: not known
    kind: Kind | None = None  # None: not known
    piece: int = 0  # of what is shown in several messages


@dataclass(frozen=True, slots=True)
class Passing:
    """How the file of a body is passed on: under which name (empty: its own), and whether it goes only cleaned."""

    name: str = ""
    cleaned: bool = False

    @property
    def as_it_is(self) -> bool:
        return not (self.name or self.cleaned)


AS_IT_IS = Passing()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that a person sent: fetched, and cleaned or only renamed."""

    kind: Kind
    file: File
    passing: Passing


@dataclass(frozen=True, slots=True)
class Quote:
    """What a person wrote, under a heading; several bodies are shown together. Buttons are for a single body.

    `passing`: of each body, how its file goes; where there is none at all, all go as they are. `missing`: what stands
    where a file would be that Telegram refuses, so that all else arrives; empty: nothing is sent then.
    """

    heading: Rich
    bodies: Sequence[Body]
    buttons: Sequence[Sequence[Label]] = ()
    passing: Sequence[Passing] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """A file of the bot's own, which takes time to make: a letter that shows one waits until it is made.

    `gather` reads what it is made of, on the connection that only reads; `make` makes its bytes of that in a thread, so
    it may compute for long. Both are called again after a crash. The rights to it are checked when the letter is
    rendered: before the file is made, and once more before it is sent.
    """

    name: str
    gather: Callable[[Transaction], Awaitable[T]]
    make: Callable[[T], bytes]


@dataclass(frozen=True, slots=True)
class Packed(Generic[T]):
    """An archive (ZIP) of files that people sent, each under the name of its `passing`, and one of the bot's own.

    A file that cannot be passed on, or for which there is no room left, is not in it: `make` is given which and why.
    """

    name: str
    files: Sequence[Fetched]
    own: str  # the name of the bot's own file
    gather: Callable[[Transaction], Awaitable[T]]  # as in Made
    make: Callable[[T, Mapping[FileId, FileFault]], bytes]


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the bot's own below a text, which fits into a caption. `picture`: it is shown as one."""

    text: Rich
    file: Made[Any] | Packed[Any]  # of what it gathers itself
    buttons: Sequence[Sequence[Label]] = ()
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """What takes too long to be read where a letter is rendered: the letter waits for it, and is rendered again.

    `look` is given what was found so far, and says what is found by now and whether that is all. Each call is a reading
    of its own on the connection that only reads, so it has the rights of its moment. `keep` stores the result in a
    short transaction: from then on the letter is rendered without this step. After a crash all of it is done again.
    """

    name: str
    begin: T
    look: Callable[[Transaction, T], Awaitable[tuple[T, bool]]]
    keep: Callable[[Transaction, T], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A spreadsheet that a person sent is fetched and read: the letter waits for it, and is rendered again.

    It is read in a process of its own. `make` makes what is stored of it, in a thread. `keep` stores that in short
    transactions: it is given a position, at first 0, and gives the next one; None: that was all. From then on the
    letter is rendered without this. After a crash all of it is done again.
    """

    name: str
    file: File
    make: Callable[[Workbook], T]
    keep: Callable[[Transaction, T, int], Awaitable[int | None]]


@dataclass(frozen=True, slots=True)
class Show:
    """New messages: as many as it needs, the buttons on the last one.

    `shows` says what of a case they show, one entry for each body: known when the letter is rendered, and no longer
    when its result comes, for the text may have been edited meanwhile.
    """

    what: Screen | Quote | Document
    in_place_of: int = 0  # the message to show it in, where that is still there and can hold it
    reply_to: int | None = None
    shows: Sequence[Shown] = ()
    silent: bool = False
    whole: bool = True  # False: in one message, and what does not fit is left out


@dataclass(frozen=True, slots=True)
class Edit:
    """A message shows this screen instead; where it is gone, `otherwise` is shown, if anything. What does not fit is
    left out.
    """

    message_id: int
    screen: Screen
    below_file: bool = False  # the message is a file: the text below it changes, the file stays
    paced: bool = False  # one of many in its chat: it takes as long as a new message
    shows: Sequence[Shown] = ()
    otherwise: Show | None = None


@dataclass(frozen=True, slots=True)
class Revise:
    """Messages that show an earlier version of a body show this one.

    Piece by piece in place; what a longer text needs besides answers the first of them, what a shorter one leaves over
    is removed. A piece whose message is gone, or cannot be edited, is sent again.
    """

    messages: Sequence[Held]
    quote: Quote
    shows: Sequence[Shown] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """Messages go out of the chat.

    One that is too old to be deleted says `text` instead; a file, `caption` below it, and where its kind is known,
    another picture is in its place. Without a text and a kind it stays as it is. All that can be deleted goes together.
    `surely`: where one that is there cannot be deleted, the letter has failed.
    """

    messages: Sequence[Held]
    text: Rich = NOTHING
    caption: Rich = NOTHING
    pinned: bool = False  # the messages may be pinned
    surely: bool = False
    then: Show | None = None  # once all of them could be deleted
    otherwise: Show | None = None  # where one of them could not


@dataclass(frozen=True, slots=True)
class React:
    """Set the bot's reaction to a message; none where `emoji` is empty."""

    message_id: int
    emoji: str


@dataclass(frozen=True, slots=True)
class Pin:
    """Pin the message that was shown last."""

    silent: bool


@dataclass(frozen=True, slots=True)
class SetCommands:
    """Describe these commands in the chat, by their names; where there are none, as in every other chat."""

    commands: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Leave:
    """The bot leaves the group or channel."""


@dataclass(frozen=True, slots=True)
class Look:
    """Ask what the bot may do in the group or channel, and who administers it. Nothing is shown: the answer is for the
    letter's `seen`.
    """


@dataclass(frozen=True, slots=True)
class OpenThread:
    """The private chat has another thread. `icon`: the id of one of the messenger's own; empty: none."""

    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class NameThread:
    """A thread has this name and icon from now on."""

    thread_id: int
    name: str
    icon: str


@dataclass(frozen=True, slots=True)
class RemoveThread:
    """A thread goes with all that is in it; where that is refused, it is called `name` at least."""

    thread_id: int
    name: str


Effect: TypeAlias = (
    Show
    | Edit
    | Revise
    | Remove
    | React
    | Pin
    | SetCommands
    | Leave
    | Look
    | OpenThread
    | NameThread
    | RemoveThread
    | Step[Any]
    | Reading[Any]
)
