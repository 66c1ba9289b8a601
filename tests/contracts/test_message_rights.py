"""The table of rights is true of messages, too: each person of it replies to, edits and reacts to messages of a case.

Each of them has a copy of the case's messages in their chat, as somebody has who was once shown them.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from bot.domain.bodies import Body, Kind
from bot.domain.cases import NewMessage, Side
from bot.domain.ids import CaseId, CaseMessageId, ChatId, PersonId
from bot.domain.letters import DeskOf, ResidentOf
from bot.domain.rights import RIGHTS, Who
from bot.handlers import ROUTES
from bot.storage import case_messages
from bot.storage.copies import add_copy
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from bot.surface.context import Context
from bot.surface.incoming import Answered, ChatCommand, PrivateMessage, Reacted
from bot.surface.routes import OnChatCommand
from simulator.clock import START, MovedClock
from tests.contracts.pressing import Recorded, World, context_of, said_to, world
from tests.town import policy

GIVEN = {route: right.who for right in RIGHTS for route in right.routes}
BY_OFFICER, BY_RESIDENT, NEW = 70, 71, 72  # messages in everybody's chat

Asks = Callable[[Context], Awaitable[None]]


class EndOfStory(Exception):
    """Nothing of it stays."""


@dataclass(frozen=True, slots=True)
class Said:
    id: CaseMessageId
    version: int
    body: str


def says(message_id: int, text: str, answered: Answered | None = None) -> PrivateMessage:
    return PrivateMessage(message_id, START, text, Body(Kind.TEXT, text), answered=answered)


async def reply(context: Context) -> None:
    await ROUTES.message(context, says(NEW, "a reply", Answered(BY_OFFICER, by_bot=True, text="")))


async def reply_to_number(context: Context) -> None:
    """To a message whose copy is not known any more, by the case's number in it."""
    number = await context.tx.value(str, "select number from cases where number is not null order by id limit 1")
    await ROUTES.message(context, says(NEW, "a reply", Answered(NEW - 1, by_bot=True, text=f"{number} · words")))


async def edit_officers(context: Context) -> None:
    await ROUTES.edited(context, says(BY_OFFICER, "edited"))


async def edit_residents(context: Context) -> None:
    await ROUTES.edited(context, says(BY_RESIDENT, "edited"))


async def react(context: Context) -> None:
    await ROUTES.reaction(context, Reacted(BY_OFFICER, "👍"))


async def shown_to_all(tx: Transaction) -> World:
    """The world, in which everybody has copies of the messages of the case."""
    there = await world(tx)
    await tx.execute("update cases set number = 'КШ-2026-000001' where id = :case", case=there.ids["case_id"])
    case, by_officer = CaseId(there.ids["case_id"]), CaseMessageId(there.ids["message_id"])
    said = NewMessage(Side.RESIDENT, Body(Kind.TEXT, "words"), tx.now)
    by_resident = await case_messages.add(tx, case, said)
    for person in there.persons.values():
        chat = await tx.value(ChatId, "select chat_id from persons where id = :id", id=person)
        assert chat is not None
        add_copy(tx, chat, BY_OFFICER, case, by_officer)
        add_copy(tx, chat, BY_RESIDENT, case, by_resident)
    await tx.flush()
    return there


async def state(tx: Transaction) -> list[Said]:
    """Everything that was said in any case."""
    return await tx.fetch_all(Said, "select id, version, body from case_messages order by id")


async def acts(tx: Transaction, there: World, who: Who, asks: Asks) -> bool:
    """Whether what a person does changes something in a case, or is passed on to the other side of one."""
    had_effect = False

    async def look(context: Context) -> None:
        nonlocal had_effect
        before, outbox = await state(tx), context.tx.outbox
        assert isinstance(outbox, Recorded)
        await asks(context)
        passed_on = any(isinstance(party, ResidentOf | DeskOf) for party, _ in outbox.letters)
        had_effect = passed_on or await state(tx) != before

    await said_to(tx, there.persons[who], look)
    return had_effect


async def test_only_whom_the_table_names_reaches_the_other_side_of_a_case(sqlite: Database) -> None:
    expected = {
        reply: GIVEN["reply"],
        reply_to_number: GIVEN["reply"],
        react: GIVEN["reaction"],
        edit_officers: GIVEN["edit"] & {Who.OFFICER},
        edit_residents: GIVEN["edit"] & {Who.OWNER},
    }
    wrong: list[str] = []

    async def story(tx: Transaction) -> None:
        there = await shown_to_all(tx)
        for asks, given in expected.items():
            found = {who for who in Who if await acts(tx, there, who, asks)}
            wrong.extend(f"{asks.__name__}: {who}" for who in sorted(found ^ given))
        raise EndOfStory

    with suppress(EndOfStory):
        await Store(sqlite, MovedClock(), policy()).transact(story)
    assert wrong == []


async def test_what_is_asked_in_a_group_is_given_to_whom_the_table_names(sqlite: Database) -> None:
    wrong: list[str] = []

    async def is_answered(tx: Transaction, command: OnChatCommand, person: PersonId) -> bool:
        account = await tx.value(str, "select external_id from accounts where person_id = :id", id=person)
        outbox = tx.outbox = Recorded(tx.now)
        await command(context_of(tx), ChatCommand(-100, True, 5, int(account or 0), as_chat=False))
        return bool(outbox.letters)

    async def story(tx: Transaction) -> None:
        there = await world(tx)
        await tx.flush()
        for name, command in ROUTES.chat_commands.items():
            found = {who for who in Who if await is_answered(tx, command, there.persons[who])}
            wrong.extend(f"{name}: {who}" for who in sorted(found ^ GIVEN[f"group /{name}"]))
        raise EndOfStory

    with suppress(EndOfStory):
        await Store(sqlite, MovedClock(), policy()).transact(story)
    assert wrong == []
