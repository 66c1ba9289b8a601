"""The seam holds: on a second surface, plain lists in memory, a report is made and answered.

There is no Telegram here, no HTTP and no sender. What people do is built as the data that handlers take; what is shown
to them is put into lists. Handlers, services, storage and the rendering of letters are those of the bot.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

import pytest

from bot.domain.bodies import Body, Kind
from bot.domain.ids import ChatId, PersonId
from bot.domain.languages import Language
from bot.domain.officers import Field
from bot.handlers import RENDERERS, ROUTES
from bot.services import joining
from bot.storage import areas, communities, officers, outbox, people
from bot.storage.ahead import Asking, read_ahead
from bot.storage.copies import add_copy
from bot.storage.engine import Database
from bot.storage.outbox import Waiting
from bot.storage.transaction import Store, Transaction
from bot.surface.buttons import Button
from bot.surface.context import Context, Tools, Turn
from bot.surface.incoming import Answered, PrivateMessage
from bot.surface.outgoing import (
    Document,
    Edit,
    Effect,
    Leave,
    Look,
    NameThread,
    OpenThread,
    Pin,
    Quote,
    React,
    Reading,
    Remove,
    RemoveThread,
    Revise,
    SetCommands,
    Show,
    Step,
)
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Screen
from simulator.clock import MovedClock
from tests.town import KOMYSHUVAKHA, policy, resources

FIRST_CHAT = 0
TOOLS = Tools(resources().texts, resources().register, resources().search, "hromada_bot")


@dataclass
class Note:
    """What a list holds: a text, and what each of its buttons carries."""

    id: int
    text: str
    buttons: dict[str, str] = field(default_factory=dict)
    by_bot: bool = True
    reaction: str = ""


@dataclass
class Lists:
    """The surface: a list of notes for each person."""

    store: Store
    notes: dict[ChatId, list[Note]] = field(default_factory=dict)
    last_id: int = 0

    # What arrives.

    async def arrives(
        self, account: int, handle: Callable[[Context], Awaitable[None]], answers: int | None = None
    ) -> None:
        """One turn of a person, in a transaction of its own; then all letters that it left."""

        async def turn(tx: Transaction) -> None:
            ahead = await read_ahead(tx, [Asking(account, answers)])
            await handle(Context(Turn(tx, ahead, 0, await ahead.actor(account)), TOOLS))

        await self.store.transact(turn)
        while await self.store.transact(self.deliver):
            pass

    def adds(self, chat_id: ChatId, text: str, buttons: dict[str, str], *, by_bot: bool = True) -> Note:
        self.last_id += 1
        note = Note(self.last_id, text, buttons, by_bot)
        self.notes.setdefault(chat_id, []).append(note)
        return note

    # What is shown.

    async def deliver(self, tx: Transaction) -> bool:
        """Carry out every letter that waits; whether there was one."""
        waiting = await outbox.heads(tx, FIRST_CHAT, FIRST_CHAT, [], 10, 10)
        for row in waiting:
            letter, renderer = row.content, RENDERERS[type(row.content)]
            assert row.person_id is not None
            say = TOOLS.texts.of(Language(row.language or Language.UK))
            to = Addressee(tx, row.party, row.person_id, row.chat_id, say, TOOLS.register, TOOLS.search, "hromada_bot")
            effects = await renderer.render(to, letter)
            for step in (each for each in effects if isinstance(each, Step)):
                found, is_all = step.begin, False
                while not is_all:
                    found, is_all = await step.look(tx, found)
                await step.keep(tx, found)
                effects = await renderer.render(to, letter)
            sent = [each for effect in effects for each in self.carry_out(tx, row, effect)]
            if effects and renderer.sent is not None:
                await renderer.sent(to, letter, sent)
            outbox.end(tx, row.id)
            await tx.flush()
        return bool(waiting)

    def carry_out(self, tx: Transaction, row: Waiting, effect: Effect) -> Iterator[Sent]:
        chat = self.notes.setdefault(row.chat_id, [])
        held = {note.id: note for note in chat}
        match effect:
            case Show(what):
                note = held.get(effect.in_place_of) or self.adds(row.chat_id, "", {})
                note.text, note.buttons = text_of(what), buttons_of(what)
                for shown in effect.shows:
                    add_copy(tx, row.chat_id, note.id, shown.case_id, shown.case_message_id, version=shown.version)
                yield Sent(note.id, 0, next(iter(effect.shows), None))
            case Edit(message_id, screen):
                held[message_id].text, held[message_id].buttons = text_of(screen), buttons_of(screen)
                yield Sent(message_id, 0)
            case Revise(messages, quote):
                held[messages[0].message_id].text = text_of(quote)
            case Remove(messages):
                gone = {each.message_id for each in messages}
                chat[:] = [note for note in chat if note.id not in gone]
            case React(message_id, emoji):
                held[message_id].reaction = emoji
            case Pin() | SetCommands() | Leave() | Look() | OpenThread() | NameThread() | RemoveThread():
                pass
            case Step() | Reading():  # taken before
                pass
            case _:
                assert_never(effect)


def text_of(what: Screen | Quote | Document) -> str:
    if isinstance(what, Screen):
        return what.rich.text
    if isinstance(what, Document):
        return what.text.text
    return "\n".join([what.heading.text, *(body.text for body in what.bodies)])


def buttons_of(what: Screen | Quote | Document) -> dict[str, str]:
    return {label: to.pack() for row in what.buttons for label, to in row if isinstance(to, Button)}


@dataclass
class Person:
    lists: Lists
    account: int
    id: PersonId
    chat_id: ChatId

    @property
    def notes(self) -> list[Note]:
        return self.lists.notes[self.chat_id]

    async def commands(self, name: str) -> None:
        behind = PrivateMessage(self.lists.last_id, self.lists.store.clock.now(), "", None)
        await self.lists.arrives(self.account, lambda it: ROUTES.commands[name](it, behind))

    async def says(self, text: str, answers: Note | None = None) -> Note:
        note = self.lists.adds(self.chat_id, text, {}, by_bot=False)
        answered = Answered(answers.id, answers.by_bot, answers.text) if answers else None
        said = PrivateMessage(note.id, self.lists.store.clock.now(), text, Body(Kind.TEXT, text), answered=answered)
        await self.lists.arrives(self.account, lambda it: ROUTES.message(it, said), answers.id if answers else None)
        return note

    async def presses(self, label: str) -> None:
        note = next(note for note in reversed(self.notes) if label in note.buttons)
        await self.lists.arrives(self.account, lambda it: ROUTES.press(it, note.buttons[label], note.id))

    def sees(self, text: str) -> Note:
        return next(note for note in reversed(self.notes) if note.by_bot and text in note.text)


@pytest.fixture
def lists(sqlite: Database) -> Lists:
    return Lists(Store(sqlite, MovedClock(), policy()))


async def person(lists: Lists, account: int) -> Person:
    async def known(tx: Transaction) -> Person:
        actor = await people.known(tx, await people.add(tx, account))
        return Person(lists, account, actor.person_id, actor.chat_id)

    return await lists.store.transact(known)


async def officer(lists: Lists, account: int, name: str) -> Person:
    """Of all of Komyshuvakha."""
    made = await person(lists, account)

    async def serves(tx: Transaction) -> None:
        await communities.add(tx, KOMYSHUVAKHA, resources().register.community(KOMYSHUVAKHA).oblast.code, made.id)
        await joining.start(tx, KOMYSHUVAKHA)
        area_id, officer_id = await areas.add(tx, KOMYSHUVAKHA, "Уся громада"), await officers.add(tx, made.id)
        await areas.set_whole(tx, area_id, whole=True)
        for known, value in ((Field.RANK, "капітан поліції"), (Field.NAME, name)):
            await officers.set_field(tx, officer_id, known, value)
        await officers.assign(tx, officer_id, area_id)
        await officers.open_desk(tx, officer_id)

    await lists.store.transact(serves)
    return made


async def test_a_report_is_made_and_answered_without_telegram(lists: Lists) -> None:
    ivan, olena = await officer(lists, 1, "Іван Петренко"), await person(lists, 2)
    await olena.commands("start")
    await olena.presses("Погоджуюся")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.says("Повідомити")
    await olena.presses("Крадіжка")
    await olena.says("Зник велосипед біля школи.")
    await olena.presses("Надіслати без імені")
    assert "Надіслано: КШ-" in olena.notes[-1].text

    card = ivan.sees("Зник велосипед біля школи.")
    await ivan.presses("Прийняти")
    assert "Прийняти" not in card.buttons
    answer = await ivan.says("Завтра о дев’ятій буду у Вас.", answers=card)
    olena.sees("Завтра о дев’ятій буду у Вас.")
    assert answer.reaction == "👍"

    await olena.says("Дякую!", answers=olena.sees("Завтра о дев’ятій"))
    ivan.sees("Дякую!")
