"""The beginning of the text of cases, for lists and pickers: it distinguishes one case from another.

In a resident's lists there is none of discreet cases, nor of those that mention an emergency: the telephone may be read
by others. What a desk's lists show goes from the chat when the case does (`storage.shown_lists`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.bodies import Body, beginning
from bot.domain.case_lists import Tab
from bot.domain.cases import Category, Kind
from bot.domain.ids import CaseId
from bot.handlers.case_lists.buttons import DeskList
from bot.storage import case_views
from bot.surface.rendering import Addressee
from bot.surface.screens import Screen

ROOM = 30  # characters, so that a button with the number before them is read whole

READ = 3  # of a case's first messages: a photo may come before the text


class Listed(Protocol):
    """A case, or what a list knows of it."""

    @property
    def id(self) -> CaseId: ...
    @property
    def number(self) -> str | None: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def category(self) -> Category | None: ...
    @property
    def emergency(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The beginning of its text; of a case without any, what it holds instead."""

    text: str
    in_words: bool


def is_discreet(case: Listed) -> bool:
    return case.category is not None and case.category.discreet


async def excerpts(to: Addressee, cases: Sequence[Listed]) -> dict[CaseId, Excerpt]:
    """How each of these cases begins, as far as it may be read."""
    return await begins(to, [case.id for case in cases if not (is_discreet(case) or case.emergency)], ROOM)


async def begins(to: Addressee, case_ids: list[CaseId], room: int) -> dict[CaseId, Excerpt]:
    """How each of these cases begins, in so many characters. Their reader's right to them has been checked."""
    first: dict[CaseId, list[Body]] = {}
    for each in await case_views.beginnings(to.tx, case_ids, READ) if case_ids else []:
        first.setdefault(each.case_id, []).append(each.body)
    return {case_id: excerpt_of(to, bodies, room) for case_id, bodies in first.items()}


def excerpt_of(to: Addressee, bodies: Sequence[Body], room: int = ROOM) -> Excerpt:
    words = next(filter(None, (beginning(body.text, room) for body in bodies)), "")
    kinds = dict.fromkeys(to.say(f"content-{body.kind}") for body in bodies)
    return Excerpt(words or ", ".join(kinds), in_words=bool(words))


def changed_list(to: Addressee) -> Screen:
    """In place of an old list, which is not what it was: one press shows the lists as they are."""
    rows = [[(to.say("menu-desk-button"), DeskList(Tab.MINE, 0, back=False))]]
    return Screen(lines=[to.say("case-lists-changed")], buttons=rows)


def forwarded(to: Addressee, what: str, bodies: Sequence[Body]) -> str:
    """What is shown of these, marked where it was forwarded: of the first with text, else of any."""
    shown = [body for body in bodies if body.text][:1] or bodies
    return to.say("forwarded-mark", what=what) if any(body.is_forwarded for body in shown) else what


def subject(to: Addressee, case: Listed, *, discreetly: bool) -> str:
    """The category, or what kind of case it is; `discreetly`, without a category that may not be read by others."""
    if case.category is None or (discreetly and is_discreet(case)):
        return to.say(f"case-kind-{case.kind}")
    return to.say(f"category-{case.category}")


def case_name(to: Addressee, case: Listed) -> str:
    """Number and subject, as those at the desk read it."""
    return f"{case.number} · {subject(to, case, discreetly=False)}"


def short_number(case: Listed) -> str:
    return (case.number or "")[-6:]


def choice(to: Addressee, case: Listed, begins: Excerpt | None) -> str:
    """A button that chooses this case among others: by its text, or where none is shown, by its subject."""
    if begins is not None and begins.in_words:
        return f"{short_number(case)} · {begins.text}"
    about = f"{short_number(case)} · {subject(to, case, discreetly=True)}"
    return f"{about} · {begins.text}" if begins else about
