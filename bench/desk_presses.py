"""A walk through a desk, press by press: how long each takes to show what it leads to, and how many calls of Telegram
it makes.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.desks import NOT_WRITTEN, Desks, untaken
from bot.domain.case_lists import NO_AREA, NOWHERE, By, Tab
from bot.domain.ids import CaseId
from bot.domain.ready_texts import Kind as ReadyKind
from bot.handlers.case_lists.buttons import (
    BackToList,
    DeskList,
    LeaveSearch,
    Narrow,
    NarrowBy,
    Pin,
    SearchCases,
    Unpin,
)
from bot.handlers.cases.buttons import Accept, Answer, CancelWriting, DeskCase, MoreActs
from bot.handlers.notes.buttons import CancelNote, WriteNote
from bot.handlers.officers.buttons import MyPost
from bot.handlers.people.buttons import Menu
from bot.handlers.ready_texts.buttons import ReadyList
from bot.handlers.transfers.buttons import Transfer
from bot.surface.buttons import Button
from simulator import Bubble, Person

STILL = 0.2  # seconds without a call: what was pressed is done
LOOKS = ("send", "edit")  # how the names of calls begin that show something
UNLIMITED = ("", NOWHERE, NO_AREA, False)
Step = Button | str  # what is pressed, or typed


@dataclass(frozen=True, slots=True)
class Pressed:
    """All presses of one kind: seconds to what was shown, and the calls that each made."""

    seconds: list[float] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)


def walk(case_id: int) -> Iterator[tuple[str, Step]]:
    """What an officer does in a morning, each with a name."""
    case = CaseId(case_id)
    yield "«Звернення», typed", "Звернення"
    for tab in (Tab.RESIDENT, Tab.OVERDUE, Tab.CLOSED, Tab.MINE):
        yield "another list", DeskList(tab, 0, back=False)
    yield "the next page", DeskList(Tab.MINE, case_id, back=False)
    yield "«Фільтр»", Narrow(Tab.MINE, *UNLIMITED)
    yield "by what", NarrowBy(By.SUBJECT, 0, Tab.MINE, *UNLIMITED)
    yield "a narrowed list", DeskList(Tab.MINE, 0, False, "question", *UNLIMITED[1:])
    yield "a case", DeskCase(case)
    yield "«Прийняти»", Accept(case)
    yield "«Ще дії»", MoreActs(case)
    yield "pin, unpin", Pin(case)
    yield "pin, unpin", Unpin(case)
    yield "ready answers", ReadyList(case, ReadyKind.ANSWER)
    yield "a note, and not", WriteNote(case)
    yield "a note, and not", CancelNote(case)
    yield "an answer, and not", Answer(case)
    yield "an answer, and not", CancelWriting(case)
    yield "to whom it may be given", Transfer(case)
    yield "back to the list", BackToList(Tab.MINE)
    yield "«Пошук»", SearchCases()
    yield "what is searched for", NOT_WRITTEN
    yield "out of the search", LeaveSearch()
    yield "«Мій кабінет»", MyPost()
    yield "the menu", Menu()


async def walked(desks: Desks, times: int) -> dict[str, Pressed]:
    """The walks of one officer; the first, when everything is new, does not count."""
    officer = desks.people.officers[0]
    page = await desks.list_of(officer)
    cases = await untaken(desks.address, 1)
    presses: dict[str, Pressed] = {}
    for turn in range(times + 1):
        for name, step in walk(cases.pop()):
            seconds, calls = await pressed(desks, officer, page, step)
            if turn:
                each = presses.setdefault(name, Pressed())
                each.seconds.append(seconds)
                each.calls.append(calls)
    return presses


async def pressed(desks: Desks, officer: Person, page: Bubble, step: Step) -> tuple[float, int]:
    """One press or text: the seconds until something was shown or said for it, and all calls that it made."""
    requests = desks.people.telegram.requests
    requests.clear()
    began = changed = time.perf_counter()
    shown, had = 0.0, 0
    if isinstance(step, str):
        await officer.says(step)
    else:
        await officer.forges(step.pack(), on=page)
    while not shown or officer.spinning or time.perf_counter() - changed < STILL:
        await asyncio.sleep(0.001)
        desks.check_since(changed)
        methods = calls_in([request.method for request in requests])
        if len(methods) > had:
            had, changed = len(methods), time.perf_counter()
        if not shown and any(is_answer(each, step) for each in methods):
            shown = changed - began
    return shown, had


def calls_in(methods: Sequence[str]) -> list[str]:
    return [each for each in methods if each != "getUpdates"]


def is_answer(method: str, step: Step) -> bool:
    """Whether a call shows what a step leads to. Where a case is taken, the button says so."""
    return method.startswith(LOOKS) or (isinstance(step, Accept) and method == "answerCallbackQuery")
