"""The table of rights is true: every button is pressed, and every command given, as each person that it names."""

import re
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.domain.rights import RIGHTS, Who, as_page
from bot.handlers import FEATURES, ROUTES
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.routes import Command
from simulator.clock import MovedClock
from tests.contracts.pressing import SHOWN, World, forged, pressed, said_to, world
from tests.rights import PAGE
from tests.town import policy

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


LOADERS = {"own", "by_id", "at_desk", "coordinated", "view_for_desk", "view_for_resident", "view_for_coordinator"}


def test_handlers_take_no_access_to_a_case_themselves() -> None:
    taken = []
    for file in sorted((PAGE.parent.parent / "bot" / "handlers").rglob("*.py")):
        imported = re.findall(r"from bot\.storage\.case\w* import ([\w, ]+)", file.read_text())
        names = {name for line in imported for name in line.split(", ")}
        names |= set(re.findall(r"stored_cases\.(\w+)\(", file.read_text()))
        taken += [f"{file.name}: {name}" for name in sorted(names & LOADERS)]
    assert taken == []


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


def asking(command: Command, argument: str) -> Callable[[Context], Awaitable[None]]:
    async def ask(context: Context) -> None:
        await command(context, argument)

    return ask


async def test_commands_and_forged_links_answer_everybody_alike(sqlite: Database) -> None:
    async def story(tx: Transaction) -> None:
        there = await world(tx)
        await tx.flush()
        for person in there.persons.values():
            for name, command in ROUTES.commands.items():
                assert await said_to(tx, person, asking(command, "")) == SHOWN, name
        for kind, start in FEATURES.starts.items():
            said = [await said_to(tx, each, asking(start, "forged")) for each in there.persons.values()]
            assert len({*said}) == 1, kind
        raise EndOfStory

    with suppress(EndOfStory):
        await Store(sqlite, MovedClock(), policy()).transact(story)
