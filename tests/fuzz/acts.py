"""What people do in a town, one act at a time, as hypothesis makes it. What cannot be done at the time is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from telegram import InlineKeyboardButton, KeyboardButton

from bot.domain.ids import AbsenceId, CaseId, PersonId
from bot.domain.kyiv import today
from bot.domain.rights import RIGHTS, Who
from bot.handlers import FEATURES, ROUTES
from bot.handlers.absences.buttons import EndAbsence, SaveAbsence
from bot.handlers.days import numbered
from bot.handlers.notes.buttons import WriteNote
from bot.handlers.officers.buttons import Dismiss
from bot.handlers.staff.buttons import Lock, Unlock
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button
from simulator import Bubble, Person
from simulator.faults import CutAfter, CutBefore, Kind, ServerError, TooMany
from simulator.people import Part
from tests.contracts.pressing import ELSEWHERE, NEXT_DOOR, fields_of, some
from tests.fuzz import updates
from tests.fuzz.scene import ACTORS, RESIDENTS, STAFF, Scene
from tests.town import KOMYSHUVAKHA, resources

LONGEST_CAPTION = 1024
SETTLEMENT = resources().register.community(KOMYSHUVAKHA).settlements[0].code
CODES = (KOMYSHUVAKHA, NEXT_DOOR, SETTLEMENT, ELSEWHERE.code, "1-2026-11-25", "", "x", "UA00000000000000000", "\x00")
IDS = (*range(12), 64, 65, 999_999, -1, 2**31, 2**53, 2**63, -(2**63), 10**30)
WORDS = (  # that mean something, alone
    *("меню", "Скасувати", "Повідомити", "Запитати", "Мої звернення", "Мій офіцер", "Допомога", "Налаштування"),
    *("Звернення", "Координатор", "Сповіщення", "Мій пост", "стоп", "офіцер", "графік", "Назад"),
    *("Комишуваха", "Запоріжжя", "09:00", "09:00-12:00", "25.12", "+380671234567", "5", "тринадцять"),
)
PHRASES = ("Він б’є мене, допоможіть!", "Знайшли міну", "Дякую", "Сусід шумить", "Вулиця Садова, 5", "Іван Коваль")


class Act:
    """Base of all acts."""

    async def do(self, scene: Scene) -> None:
        raise NotImplementedError


def can_write(person: Person) -> bool:
    return person._chat.started and not person._chat.blocked  # noqa: SLF001


def bubble_at(person: Person, back: int) -> Bubble | None:
    """A message of their chat, the newest first."""
    chat = person.chat
    return chat[-1 - back % len(chat)] if chat else None


@dataclass(frozen=True)
class Rests(Act):
    """A little time goes by."""

    async def do(self, scene: Scene) -> None:
        await scene.town.passes(seconds=2)


@dataclass(frozen=True)
class Says(Act):
    who: str
    text: str
    marked: bool  # so that it can be recognised
    reply: int | None

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        text = self.text
        if self.marked and self.who in RESIDENTS:
            text = f"{scene.mark(person.id)} {text}"[: updates.LONGEST // 2]
        if can_write(person) and text.strip():
            reply_to = None if self.reply is None else bubble_at(person, self.reply)
            await person.says(text, reply_to=reply_to)


@dataclass(frozen=True)
class Sends(Act):
    who: str
    kinds: tuple[str, ...]  # several make an album
    reply: int | None

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        if not can_write(person):
            return
        caption = scene.mark(person.id) if self.who in RESIDENTS else "підпис"
        reply_to = None if self.reply is None else bubble_at(person, self.reply)
        parts = [Part(kind, "" if kind in ("sticker", "video_note") else caption) for kind in self.kinds]
        if len(parts) > 1:
            await person.sends_album(parts, reply_to=reply_to)
        elif self.kinds[0] == "location":
            await person.sends_location(47.8, 35.1, reply_to=reply_to)
        elif self.kinds[0] == "own contact":
            await person.sends_contact("+380990000000")
        elif self.kinds[0] == "contact":
            await person.sends_contact("+380990000001", caption)
        else:
            await person.sends(parts[0], reply_to=reply_to)


@dataclass(frozen=True)
class Presses(Act):
    """What is on their screen, the newest first."""

    who: str
    back: int

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        shown = list(self.shown(person))
        if not can_write(person) or not shown:
            return
        bubble, button = shown[self.back % len(shown)]
        if isinstance(button, KeyboardButton):
            await person.presses_key(button)
        elif bubble is not None:
            await person.presses_button(bubble, button)

    @staticmethod
    def shown(person: Person) -> Iterator[tuple[Bubble | None, InlineKeyboardButton | KeyboardButton]]:
        for bubble in reversed(person.chat):
            yield from ((bubble, button) for button in bubble.inline)
        keyboard = person._chat.keyboard  # noqa: SLF001
        if keyboard is not None:
            yield from ((None, key) for row in keyboard.keyboard for key in row)


@dataclass(frozen=True)
class Forges(Act):
    """A button that is not on their screen."""

    who: str
    data: str

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        if can_write(person):
            await person.forges(self.data, on=person.last)


ONLOOKERS = {  # and as whom the table of rights has them
    "bystander": Who.STRANGER,
    "neighbour": Who.RESIDENT,
    "former": Who.FORMER_OFFICER,
    "locked": Who.FORMER_OFFICER,
    "coordinator_elsewhere": Who.COORDINATOR_ELSEWHERE,
    "council": Who.COUNCIL,
}


@dataclass(frozen=True)
class Probes(Act):
    """An onlooker presses what is not given to them: what there is, and what there is not, gets the same answer."""

    who: str
    kinds: tuple[type[Button], ...]
    id: int

    async def do(self, scene: Scene) -> None:
        scene.town.telegram.faults.clear()  # which would strike one of the two
        there, absent = await self.answers(scene, self.id), await self.answers(scene, 999_999)
        assert there == absent, f"{self}: {there} instead of {absent}"

    async def answers(self, scene: Scene, named: int) -> tuple[list[str], list[tuple[str, str]]]:
        """What windows said, and what came into the chat, in any order."""
        person, telegram = scene.people[self.who], scene.town.telegram
        alerts, requests = len(person.alerts), len(telegram.requests)
        for kind in self.kinds:
            await person.forges(packed(kind, named), on=person.chat[0])
        await scene.town.settled()
        to_them = [each for each in telegram.requests[requests:] if str(each.params.get("chat_id")) == str(person.id)]
        return sorted(person.alerts[alerts:]), sorted((each.method, str(each.params.get("text"))) for each in to_them)


def packed(kind: type[Button], named: int) -> str:
    """A button of this class that names what has this id, whatever it is."""
    values: dict[str, Any] = {
        name: named if name.endswith("_id") else KOMYSHUVAKHA if of is str else some(of)
        for name, of in fields_of(kind).items()
    }
    return kind(**values).pack()


@dataclass(frozen=True)
class Notes(Act):
    """Somebody at work writes a note of any case; where it becomes one, no resident may ever read it."""

    who: str
    case: int
    reply: int | None

    async def do(self, scene: Scene) -> None:
        person, text = scene.people[self.who], f"службове {len(scene.town.telegram.requests)}"
        if not can_write(person):
            return
        await person.forges(WriteNote(CaseId(self.case)).pack(), on=person.last)
        await scene.town.settled()
        await person.says(text, reply_to=None if self.reply is None else bubble_at(person, self.reply))
        await scene.town.settled()

        async def said(tx: Transaction) -> list[str]:
            return await tx.column(str, "select body from case_notes")

        if text in await scene.town.app.store.transact(said):
            scene.noted.add(text)


@dataclass(frozen=True)
class Starts(Act):
    """With a payload that anyone may type."""

    who: str
    payload: str

    async def do(self, scene: Scene) -> None:
        await scene.people[self.who].starts(self.payload)


@dataclass(frozen=True)
class FollowsLink(Act):
    """One that the bot has sent to somebody."""

    who: str
    at: int

    async def do(self, scene: Scene) -> None:
        if links := scene.links:
            await scene.people[self.who].starts(links[-1 - self.at % len(links)])


@dataclass(frozen=True)
class GoesAway(Act):
    """An officer, from today or in some days, with a stand-in or without."""

    who: str
    stand_in: str | None
    begins: int
    days: int

    async def do(self, scene: Scene) -> None:
        officer, stand_in = await scene.officer(self.who), await scene.officer(self.stand_in)
        first = today(scene.town.clock.now()) + timedelta(days=self.begins)
        last = first + timedelta(days=self.days)
        button = SaveAbsence(officer, numbered(first), numbered(last), stand_in)
        await Forges(self.who, button.pack()).do(scene)


@dataclass(frozen=True)
class ComesBack(Act):
    """The officer, or is said by a coordinator to be back; or does not go away after all."""

    who: str
    said_by: str

    async def do(self, scene: Scene) -> None:
        officer = await scene.officer(self.who)
        sql = "select id from absences where officer_id = :officer and ended_at is null"
        for row in await scene.town.stored(sql, officer=officer):
            await Forges(self.said_by, EndAbsence(AbsenceId(int(str(row["id"])))).pack()).do(scene)


@dataclass(frozen=True)
class Manages(Act):
    """A coordinator dismisses, locks or unlocks an officer."""

    coordinator: str
    act: str
    who: str

    async def do(self, scene: Scene) -> None:
        officer = await scene.officer(self.who)
        [row] = await scene.town.stored("select person_id from officers where id = :officer", officer=officer)
        person = PersonId(int(str(row["person_id"])))
        button = {"dismiss": Dismiss(officer), "lock": Lock(person), "unlock": Unlock(person)}[self.act]
        await Forges(self.coordinator, button.pack()).do(scene)


@dataclass(frozen=True)
class Edits(Act):
    """One of their own messages."""

    who: str
    back: int

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        own = [each for each in person.chat if each.sender.id == person.id and each.text]
        if own and can_write(person):
            text = f"{scene.mark(person.id)} змінено" if self.who in RESIDENTS else "змінено"
            await person.edits(own[-1 - self.back % len(own)], text)


@dataclass(frozen=True)
class Forwards(Act):
    """One of the bot's messages, back to the bot."""

    who: str
    back: int
    quoted: bool  # instead, a part of it is answered

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        bubble = bubble_at(person, self.back)
        if bubble is None or not bubble.from_bot or not bubble.text or not can_write(person):
            return
        if not self.quoted:
            await person.forwards(bubble)
        elif self.who not in RESIDENTS:
            await person.quotes(bubble.text[:60], "Ось це", reply_to=bubble)


@dataclass(frozen=True)
class Reacts(Act):
    who: str
    back: int
    emoji: str | None

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        if (bubble := bubble_at(person, self.back)) and can_write(person):
            await person.reacts(bubble, self.emoji)


@dataclass(frozen=True)
class Deletes(Act):
    who: str
    back: int

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        if len(person.chat) > 1 and (bubble := bubble_at(person, self.back)) and bubble is not person.chat[0]:
            await person.deletes(bubble)


@dataclass(frozen=True)
class Blocks(Act):
    """Blocks the bot, or no longer."""

    who: str

    async def do(self, scene: Scene) -> None:
        person = scene.people[self.who]
        await (person.unblocks() if person._chat.blocked else person.blocks())  # noqa: SLF001


@dataclass(frozen=True)
class Waits(Act):
    """Time goes by, as far as nobody waits for an answer then."""

    by: timedelta

    async def do(self, scene: Scene) -> None:
        await scene.town.passes(seconds=self.by.total_seconds())


@dataclass(frozen=True)
class Troubles(Act):
    """Telegram has a bad moment."""

    kind: Kind
    method: str

    async def do(self, scene: Scene) -> None:
        scene.town.telegram.faults.add(self.kind, method=self.method)


@dataclass(frozen=True)
class InGroup(Act):
    """Something in a group, a channel or a forum."""

    group: int
    who: str | None  # an administrator who stays anonymous, or the channel
    what: str

    async def do(self, scene: Scene) -> None:
        group = scene.groups[self.group]
        person = None if self.who is None else scene.people[self.who]
        match self.what:
            case "adds":
                await group.adds_bot(by=person)
            case "promotes":
                await group.promotes_bot(by=person, can_pin=True, can_manage_topics=True)
            case "removes":
                await group.removes_bot(by=person)
            case "upgrades":
                if group._chat.chat.type == "group":  # noqa: SLF001
                    await group.becomes_supergroup()
            case text:
                if person is None:
                    await group.posts(text)
                else:
                    await person.says(text, in_=group)


@dataclass(frozen=True)
class Storm(Act):
    """Raw updates, all at a time."""

    made: tuple[tuple[bool, updates.Fields], ...]  # whether it is broken, and the update

    async def do(self, scene: Scene) -> None:
        for is_broken, update in self.made:
            number = scene.account.updates.put_raw(0, update)
            if is_broken:
                scene.broken.add(number)
        await scene.town.settled()
        for _ in range(5 if any(is_broken for is_broken, _ in self.made) else 0):
            await scene.town.passes(minutes=1)


# How hypothesis makes them.

actors = st.sampled_from(ACTORS)
back = st.one_of(st.integers(0, 5), st.integers(0, 60))
maybe_back = st.one_of(st.none(), back)
plain_texts = st.sampled_from((*WORDS, *WORDS, *PHRASES, *updates.ODD_TEXTS))


def values_of(kind: type) -> st.SearchStrategy[object]:
    if kind is bool:
        return st.booleans()
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    return st.sampled_from(IDS) if kind is int else st.sampled_from(CODES)


@st.composite
def buttons(draw: st.DrawFn) -> str:
    """A button of any class with values of the types that it has, else anything."""
    if draw(st.integers(0, 9)) == 0:
        return draw(
            st.one_of(st.text(min_size=1, max_size=60), st.sampled_from(("co", "co:", "co:x", ":", "co:1:1:1")))
        )
    kind = draw(st.sampled_from(sorted(FEATURES.every_press, key=lambda each: each.code)))
    values: dict[str, Any] = {name: draw(values_of(of)) for name, of in fields_of(kind).items()}
    return kind(**values).pack()


GIVEN = {route: right.who for right in RIGHTS for route in right.routes}


@st.composite
def probes(draw: st.DrawFn) -> Probes:
    who = draw(st.sampled_from(sorted(ONLOOKERS)))
    kinds = [
        kind
        for kind in sorted(FEATURES.every_press, key=lambda each: each.code)
        if ONLOOKERS[who] not in GIVEN[f"{kind.__module__.split('.')[2]}.{kind.__name__}"]
        and any(name.endswith("_id") for name in fields_of(kind))
    ]
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=12, max_size=12, unique=True))
    return Probes(who, tuple(chosen), draw(st.integers(1, 12)))


TELEGRAM_IDS = st.one_of(st.integers(700_000_001, 700_000_020), st.sampled_from((1, 777_000, updates.LARGEST_ID)))
CHAT_IDS = st.sampled_from((-4_000_001, -1_000_004_000_002, -1_000_004_000_003, -1, -updates.LARGEST_ID))


@st.composite
def storms(draw: st.DrawFn) -> Storm:
    made = []
    for update in draw(st.lists(updates.raw_updates(TELEGRAM_IDS, CHAT_IDS), min_size=1, max_size=6)):
        is_broken = draw(st.booleans())
        made.append((is_broken, draw(updates.broken(update)) if is_broken else update))
    return Storm(tuple(made))


commands = st.builds(
    "/{} {}".format, st.sampled_from((*ROUTES.commands, *ROUTES.chat_commands)), st.sampled_from(("", "1", "x" * 3000))
)
payloads = st.one_of(
    st.builds(
        "{}-{}".format, st.sampled_from((*FEATURES.starts, "zz")), st.from_regex(r"[A-Za-z0-9_-]{0,60}", fullmatch=True)
    ),
    st.from_regex(r"[A-Za-z0-9_-]{0,64}", fullmatch=True),
)
FILE_KINDS = ("photo", "voice", "video_note", "video", "animation", "audio", "document", "sticker")
parts = st.one_of(
    st.sampled_from((*FILE_KINDS, "location", "contact", "own contact")).map(lambda kind: (kind,)),
    st.lists(st.sampled_from(("photo", "video")), min_size=2, max_size=4).map(tuple),
)
waits = st.sampled_from(
    [timedelta(seconds=30), timedelta(minutes=10), timedelta(hours=5), timedelta(days=1), timedelta(days=40)]
)
faults = st.sampled_from((TooMany(), ServerError(), ServerError(html=False), CutBefore(), CutAfter()))
in_groups = st.sampled_from(
    (
        *("adds", "promotes", "removes", "upgrades"),
        *(f"/{name}" for name in ROUTES.chat_commands),
        "Добрий день",
        "/x y",
    )
)

officers = st.sampled_from(("ivan", "petro", "next_door"))
presses = st.builds(Presses, actors, back)
acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(Rests),
    presses,
    presses,
    presses,
    st.builds(Says, actors, plain_texts, st.booleans(), maybe_back),
    st.builds(Says, actors, plain_texts, st.just(True), st.none()),
    st.builds(Says, actors, commands, st.just(False), st.none()),
    st.builds(Sends, actors, parts, maybe_back),
    st.builds(Forges, actors, buttons()),
    st.builds(Forges, actors, buttons()),
    probes(),
    st.builds(Notes, st.sampled_from(STAFF), st.integers(1, 6), maybe_back),
    st.builds(Starts, actors, payloads),
    st.builds(FollowsLink, st.sampled_from(STAFF), back),
    st.builds(GoesAway, officers, st.one_of(st.none(), officers), st.integers(0, 2), st.integers(0, 3)),
    st.builds(ComesBack, officers, st.sampled_from(STAFF)),
    st.builds(Manages, st.sampled_from(("olha", "nina")), st.sampled_from(("dismiss", "lock", "unlock")), officers),
    st.builds(Edits, actors, back),
    st.builds(Forwards, actors, back, st.booleans()),
    st.builds(Reacts, actors, back, st.sampled_from(("👍", "🔥", None))),
    st.builds(Deletes, actors, back),
    st.builds(Blocks, actors),
    st.builds(Waits, waits),
    st.builds(Troubles, faults, st.sampled_from(("sendMessage", "editMessageText", "deleteMessage"))),
    st.builds(InGroup, st.integers(0, 3), st.one_of(st.none(), actors), in_groups),
    storms(),
)
