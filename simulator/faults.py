"""Trouble on request: what Telegram, or the way to it, does on a bad day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta


@dataclass(frozen=True)
class Slow:
    """The answer takes this long, by the clock; then the request goes its way."""

    by: timedelta


@dataclass(frozen=True)
class ServerError:
    """A 5xx. Telegram's front answers with a page of HTML, not with JSON, when `html`."""

    status: int = 502
    html: bool = True


@dataclass(frozen=True)
class TooMany:
    """A 429 with `retry_after` in seconds."""

    retry_after: int = 5


@dataclass(frozen=True)
class CutBefore:
    """The connection breaks before the request is taken: nothing happened."""


@dataclass(frozen=True)
class CutAfter:
    """The connection breaks after the request was taken: it happened, and the bot does not know."""


@dataclass(frozen=True)
class Silent:
    """The connection is half-open: the request is not taken, and no answer ever comes."""


@dataclass(frozen=True)
class Refusal:
    """A 400 with Telegram's text: the reader takes no voices, a file is not there any more."""

    reason: str


@dataclass(frozen=True)
class Astray:
    """What is sent into a topic is taken, and put among all else of the chat: as Telegram did for a while in private
    chats, after a topic was deleted (tdlib/telegram-bot-api, issue 854).
    """


Kind = Slow | ServerError | TooMany | CutBefore | CutAfter | Silent | Refusal | Astray


@dataclass
class Fault:
    kind: Kind
    method: str | None
    chat: int | None
    times: int | None  # None: until it is removed
    once: Callable[[], bool]

    def strikes(self, method: str, chat: object) -> bool:
        here = self.method in (None, method) and (self.chat is None or str(self.chat) == str(chat))
        return here and self.times != 0 and self.once()


@dataclass
class Faults:
    """The faults that wait for a request to strike."""

    waiting: list[Fault] = field(default_factory=list)

    def add(
        self,
        kind: Kind,
        *,
        method: str | None = None,
        chat: int | None = None,
        times: int | None = 1,
        once: Callable[[], bool] = lambda: True,
    ) -> Fault:
        """Strike the next `times` requests (None: all) of this method in this chat; where none is named, any.

        Those that come before `once` holds are passed over.
        """
        fault = Fault(kind, method, chat, times, once)
        self.waiting.append(fault)
        return fault

    def clear(self) -> None:
        self.waiting.clear()

    def strike(self, method: str, chat: object) -> Kind | None:
        """The trouble that this request is in, which is used up by it. `chat` as the request names it."""
        for fault in self.waiting:
            if fault.strikes(method, chat):
                if fault.times is not None:
                    fault.times -= 1
                return fault.kind
        return None
