"""Lists that are longer than a screen, and the way back from one."""

from collections.abc import Sequence
from typing import TypeVar

from bot.surface.buttons import Button
from bot.surface.rendering import Addressee
from bot.surface.screens import Label

PAGE = 8
T = TypeVar("T")


def page_of(items: Sequence[T], page: int, size: int = PAGE) -> Sequence[T]:
    return items[page * size : (page + 1) * size]


def last_page(items: Sequence[T], page: int, size: int = PAGE) -> int:
    """The page that is meant, or where there are fewer by now, the last one."""
    return min(max(page, 0), max(len(items) - 1, 0) // size)


def turning(
    to: Addressee, count: int, page: int, previous: Button, following: Button, *, size: int = PAGE
) -> list[list[Label]]:
    """The row that turns pages, where there is more than one."""
    row: list[Label] = []
    if page > 0:
        row.append((to.say("previous-page-button"), previous))
    if (page + 1) * size < count:
        row.append((to.say("next-button"), following))
    return [row] if row else []


def back(to: Addressee, button: Button) -> list[list[Label]]:
    return [back_row(to, button)]


def back_row(to: Addressee, button: Button) -> list[Label]:
    return [(to.say("back-button"), button)]


def counted(count: int, many: int) -> str:
    """How many there are, where more than so many were not counted."""
    return str(count) if count < many else f"{many - 1}+"
