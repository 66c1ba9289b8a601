"""A dialog: what a person is in the middle of, kept as data so that no restart loses it.

    @dataclass(frozen=True, slots=True)
    class AddingToCase(Dialog, flow="add to case", lasts=timedelta(minutes=15)):
        case_id: CaseId

A dialog holds ids, small values, and what its writer has not sent yet. Features define theirs in the module of their
rules, or in `dialogs.py` of their handlers where only those read them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Protocol

from bot.domain.bodies import Body

APART = timedelta(minutes=10)


class Dialog:
    """Base of all dialogs. At most one is open for a person in a chat.

    `flow` is its name in storage. It stays open for `lasts`; without it, as long as a draft is kept (policy:
    cases.draft_kept).
    """

    flow: ClassVar[str]
    lasts: ClassVar[timedelta | None]
    flows: ClassVar[dict[str, type["Dialog"]]] = {}

    def __init_subclass__(cls, flow: str = "", lasts: timedelta | None = None) -> None:
        # dataclass(slots=True) makes the class a second time, without its arguments; these are in the body by then.
        if flow:
            cls.flow, cls.lasts = flow, lasts
        taken = Dialog.flows.get(cls.flow)
        if taken is not None and taken.__qualname__ != cls.__qualname__:
            raise TypeError(f"{taken.__qualname__} and {cls.__qualname__} share the flow {cls.flow}")
        Dialog.flows[cls.flow] = cls


@dataclass(frozen=True, slots=True)
class Written:
    """A message that a person wrote. Kept in a dialog while it is not known yet what it belongs to."""

    message_id: int  # Telegram's, in the person's own chat
    body: Body
    album: str | None
    sent_at: datetime


class Timed(Protocol):
    """A message, as far as it matters when it came."""

    @property
    def album(self) -> str | None: ...
    @property
    def sent_at(self) -> datetime: ...


def is_apart(before: Timed, after: Timed) -> bool:
    """Whether a message came so long after the one before that it may be about something else. An album is one."""
    return after.sent_at - before.sent_at > APART and (after.album is None or after.album != before.album)


def first_part(held: Sequence[Written]) -> tuple[Written, ...]:
    """The messages up to the first that is apart from the one before it."""
    ends = next((at for at in range(1, len(held)) if is_apart(held[at - 1], held[at])), len(held))
    return tuple(held[:ends])
