"""Refusals: what the bot refuses, in the language of the person who asked for it.

A refusal is no failure: what was begun is taken back, its text is sent, and the update counts as handled.
"""

from typing import ClassVar, TypeVar

T = TypeVar("T")


class Refusal(Exception):
    """Base of all refusals. Its text is in locales under `key`."""

    key: ClassVar[str]

    def __init__(self, **values: str | int) -> None:
        super().__init__(type(self).__name__)
        self.values = values


class NotFound(Refusal):
    """There is none, or it is not this person's to use: the two get the same answer."""

    key = "not-found"


def found(one: T | None) -> T:
    """What was looked up by the right of the person who asks. Raises NotFound where there is none."""
    if one is None:
        raise NotFound
    return one


class TextExpected(Refusal):
    """A form asked for something that is typed."""

    key = "words-expected"


class OldButton(Refusal):
    """The button belongs to a screen that no longer holds."""

    key = "old-button"
