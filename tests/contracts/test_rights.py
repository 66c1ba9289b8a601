"""The table of rights is true: every button is pressed, and every command given, as each person that it names."""

import ast
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from bot.domain.rights import RIGHTS, Who, as_page
from bot.handlers import FEATURES, ROUTES
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from simulator.clock import START, MovedClock
from tests.contracts.pressing import SHOWN, World, forged, pressed, said_to, world
from tests.rights import PAGE
from tests.town import policy

A = TypeVar("A")

NOT_FOUND = "NotFound"


def route_of(kind: type[Button]) -> str:
    return f"{kind.__module__.split('.')[2]}.{kind.__name__}"


def test_every_route_stands_in_the_table_once() -> None:
    named = Counter(route for right in RIGHTS for route in right.routes)
    buttons = [route_of(kind) for kind in FEATURES.every_press]
    commands = [f"/{name}" for name in ROUTES.commands]
    links = [f"start {kind}" for kind in FEATURES.starts]
    in_groups = [f"group /{name}" for name in ROUTES.chat_commands]
    assert named == Counter([*buttons, *commands, *links, *in_groups, "reply", "edit", "reaction"])


def test_the_page_says_what_the_table_says() -> None:
    assert PAGE.read_text() == as_page()


# What handlers read of cases from storage, and why they may. All else is asked from services, which check who asks.
READ_BY_HANDLERS = {
    "cases.event": "names what a letter is about; the case itself is loaded by its reader's right",
    "cases.is_with_coordinators": "says no more than who is to be notified",
    "cases.is_watched": "says no more than who is to be notified",
    "cases.link": "of a case that was loaded by its reader's right",
    "cases.numbers_of": "numbers of cases whose reader was entitled to them when the letter was written",
    "cases.open_of": "of the person who asks",
    "cases.page_of": "of the person who asks",
    "case_drafts.holds_something": "of a draft that was loaded by its resident's right",
    "case_drafts.newest": "of the person who asks",
    "case_drafts.shown_in": "of the person who is reminded",
    "case_history.entries": "of a case that was loaded by its reader's right",
    "case_history.has_happened": "of a case that was loaded by its reader's right",
    "case_history.position": "says no more than where something is in a case that was loaded by its reader's right",
    "case_lists.counts": "of the desk of the person who asks",
    "case_lists.desk_of": "of the person who asks",
    "case_lists.newest": "of the desk of the person who asks",
    "case_lists.these": "of the desk of the person who asks",
    "case_lists.shared": "of the desk of the person who asks",
    "case_lists.page": "of the desk of the person who asks",
    "case_lists.forget_messages": "of the reader's own chat",
    "case_lists.forget_page": "of the reader's own chat",
    "case_history.has_happened_since": "of a case that was loaded by its resident's right",
    "case_lists.is_page": "of the reader's own chat",
    "case_lists.note_page": "of the reader's own chat",
    "case_messages.album_parts": "of a message that was loaded by its reader's right",
    "case_messages.by_id": "names the case; nothing of it is shown before the case is loaded by its reader's right",
    "case_messages.count_unread": "of a case that was loaded by its resident's right",
    "case_messages.newest_undelivered": "names the message whose sender is to be notified",
    "case_messages.first": "of a case that was loaded by its reader's right",
    "case_messages.note_delivered": "writes a time",
    "case_messages.unread_of": "of a case that was loaded by its resident's right",
    "case_messages.of_case": "of a draft that was loaded by its resident's right",
    "case_views.beginnings": "of cases in a list of the person who asks",
    "case_views.history_page": "of a case that was loaded by its resident's right",
}
STORED = {"cases", "case_drafts", "case_history", "case_lists", "case_messages", "case_search", "case_views"}


def read_by(module: ast.Module) -> Iterator[str]:
    """What a module uses of the storage of cases: functions alone, not types and numbers."""
    called: dict[str, str] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module == "bot.storage":
            called |= {each.asname or each.name: each.name for each in node.names if each.name in STORED}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").removeprefix("bot.storage.") in STORED:
            of = (node.module or "").removeprefix("bot.storage.")
            yield from (f"{of}.{each.name}" for each in node.names if each.name.islower())
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in called:
            yield f"{called[node.value.id]}.{node.attr}"


def test_handlers_read_nothing_of_cases_by_themselves_but_what_is_listed() -> None:
    files = sorted((PAGE.parent.parent / "bot" / "handlers").rglob("*.py"))
    found = {name for file in files for name in read_by(ast.parse(file.read_text()))}
    assert found == READ_BY_HANDLERS.keys()


async def is_given(tx: Transaction, there: World, who: Who, kind: type[Button]) -> bool:
    """Whether a button does something for this person: it says another thing than where there is nothing to name."""
    button, absent = forged(kind, there), forged(kind, there, absent=True)
    said = await pressed(tx, there.persons[who], button)
    names_a_row = button.pack() != absent.pack() and any(
        name.endswith("_id") or name == "opening" for name in kind.__annotations__
    )
    return said != NOT_FOUND and (not names_a_row or said != await pressed(tx, there.persons[who], absent))


class EndOfStory(Exception):
    """Nothing of it stays."""


async def test_every_button_gives_each_person_what_the_table_says(sqlite: Database) -> None:
    given = {route: right.who for right in RIGHTS for route in right.routes}
    wrong: list[str] = []

    async def story(tx: Transaction) -> None:
        there = await world(tx)
        await tx.flush()
        for kind in FEATURES.every_press:
            found = {who for who in Who if await is_given(tx, there, who, kind)}
            wrong.extend(f"{route_of(kind)}: {who}" for who in sorted(found ^ given[route_of(kind)]))
        raise EndOfStory

    with suppress(EndOfStory):
        await Store(sqlite, MovedClock(), policy()).transact(story)
    assert wrong == []


NOTHING_BEHIND = PrivateMessage(1, START, "", None)


def asking(takes: Callable[[Context, A], Awaitable[None]], argument: A) -> Callable[[Context], Awaitable[None]]:
    async def ask(context: Context) -> None:
        await takes(context, argument)

    return ask


async def test_commands_and_forged_links_answer_everybody_alike(sqlite: Database) -> None:
    async def story(tx: Transaction) -> None:
        there = await world(tx)
        await tx.flush()
        for person in there.persons.values():
            for name, command in ROUTES.commands.items():
                assert await said_to(tx, person, asking(command, NOTHING_BEHIND)) == SHOWN, name
        for kind, start in FEATURES.starts.items():
            said = [await said_to(tx, each, asking(start, "forged")) for each in there.persons.values()]
            assert len({*said}) == 1, kind
        raise EndOfStory

    with suppress(EndOfStory):
        await Store(sqlite, MovedClock(), policy()).transact(story)
