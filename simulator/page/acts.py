"""What can be done on the page: a class each, its fields are what the browser sends, `play` does it.

What Telegram's own programs would not let a person do raises `CannotBeDone`; the acts of `simulator.people` raise
`Unable`. A file that is too big raises `TooLarge`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field
from telegram import InlineKeyboardMarkup, KeyboardButton

from simulator.chats import Bubble, Topic
from simulator.faults import CutAfter, CutBefore, Kind, ServerError, Slow, TooMany
from simulator.files import DOWNLOAD_LIMIT, PHOTO_LIMIT
from simulator.groups import Group
from simulator.page import samples
from simulator.page.backstage import Backstage
from simulator.page.contents import content_type
from simulator.page.links import payload_in
from simulator.page.table import Table
from simulator.people import Part, Person

KYIV = ZoneInfo("Europe/Kyiv")
MORNING = 9

Sample = Literal["photo", "album", "video", "voice", "video_note", "audio", "document", "sticker", "contact"]
Own = Literal["photo", "video", "voice", "audio", "document"]


class CannotBeDone(Exception):
    """What is in the way, by a name for which the page has words (`refused-…`)."""


class TooLarge(CannotBeDone):
    """The file is larger than a bot may fetch."""


class Act(BaseModel, ABC):
    """Something done on the page."""

    model_config = ConfigDict(extra="forbid")

    @abstractmethod
    async def play(self, table: Table, backstage: Backstage) -> None: ...


class ByPerson(Act):
    """Something that a person does, in the private chat or in a group (`chat`, a key of the table)."""

    who: int
    chat: int

    def person(self, table: Table) -> Person:
        return table.telephone(self.who).person

    def group(self, table: Table) -> Group | None:
        return None if self.chat == self.who else table.group(self.chat)

    def bubble(self, table: Table, message: int | None) -> Bubble | None:
        return None if message is None else self.found(table, message)

    def found(self, table: Table, message: int) -> Bubble:
        found = table.conversation(self.chat).bubbles.get(message)
        if found is None:
            raise CannotBeDone("message")
        return found


class Start(ByPerson):
    payload: str = ""

    async def play(self, table: Table, backstage: Backstage) -> None:
        await self.person(table).starts(self.payload)


class Written(ByPerson):
    """What is put into the chat, in one of its topics where it has them; in a channel, in the channel's name."""

    reply_to: int | None = None
    topic: int | None = None

    def where(self, table: Table) -> tuple[Bubble | None, Group | None, Topic | None]:
        """What it replies to, and where it goes: group and topic."""
        topics = table.conversation(self.chat).topics
        if self.topic is not None and self.topic not in topics:
            raise CannotBeDone("topic")
        topic = None if self.topic is None else topics[self.topic]
        return self.bubble(table, self.reply_to), self.group(table), topic


class Say(Written):
    text: str = Field(min_length=1)

    async def play(self, table: Table, backstage: Backstage) -> None:
        reply_to, group, topic = self.where(table)
        await self.person(table).says(self.text, reply_to=reply_to, in_=group, topic=topic)


class Send(Written):
    """One of the samples, with a caption."""

    what: Sample
    caption: str = ""

    async def play(self, table: Table, backstage: Backstage) -> None:
        person, number = self.person(table), len(table.conversation(self.chat).bubbles)
        reply_to, group, topic = self.where(table)
        if self.what == "contact":
            await person.sends_contact("+380500000000", "Сусідка", in_=group, topic=topic)
        elif self.what == "album":
            parts = [_photo(number + each, self.caption if each == 0 else "") for each in range(3)]
            await person.sends_album(parts, reply_to=reply_to, in_=group, topic=topic)
        else:
            sample = _sample(self.what, self.caption, number)
            await person.sends(sample, reply_to=reply_to, in_=group, topic=topic)


class SendFile(Written):
    """A file of one's own, as base64."""

    what: Own
    name: str = Field(min_length=1, max_length=255)
    content: Base64Bytes
    caption: str = ""

    async def play(self, table: Table, backstage: Backstage) -> None:
        if len(self.content) > LARGEST[self.what]:
            raise TooLarge
        if not self.content:
            raise CannotBeDone("empty")
        kind = (content_type(self.content) or "").partition("/")[0]
        if self.what == "photo" and kind != "image":
            raise CannotBeDone("picture")
        reply_to, group, topic = self.where(table)
        part = Part(self.what, self.caption, self.name, self.content)
        await self.person(table).sends(part, reply_to=reply_to, in_=group, topic=topic)


class Place(Written):
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)

    async def play(self, table: Table, backstage: Backstage) -> None:
        reply_to, group, topic = self.where(table)
        at = (self.latitude, self.longitude)
        await self.person(table).sends_location(*at, reply_to=reply_to, in_=group, topic=topic)


class Press(ByPerson):
    """An inline button, by its place under its message."""

    message: int
    row: int = Field(ge=0)
    column: int = Field(ge=0)

    async def play(self, table: Table, backstage: Backstage) -> None:
        bubble, person = self.found(table, self.message), self.person(table)
        try:
            markup = bubble.markup
            button = markup.inline_keyboard[self.row][self.column] if isinstance(markup, InlineKeyboardMarkup) else None
        except IndexError:
            button = None
        if button is None:
            raise CannotBeDone("button")
        await person.presses_button(bubble, button)


class PressKey(ByPerson):
    """A key of the keyboard below the chat, by its label."""

    label: str

    async def play(self, table: Table, backstage: Backstage) -> None:
        keyboard = table.conversation(self.chat).keyboard
        keys: list[KeyboardButton] = [] if keyboard is None else [key for row in keyboard.keyboard for key in row]
        key = next((each for each in keys if each.text == self.label), None)
        if key is None:
            raise CannotBeDone("button")
        await self.person(table).presses_key(key, in_=self.group(table))


class Edit(ByPerson):
    message: int
    text: str = Field(min_length=1)

    async def play(self, table: Table, backstage: Backstage) -> None:
        await self.person(table).edits(self.found(table, self.message), self.text)


class Delete(ByPerson):
    message: int

    async def play(self, table: Table, backstage: Backstage) -> None:
        await self.person(table).deletes(self.found(table, self.message))


class React(ByPerson):
    message: int
    emoji: str | None

    async def play(self, table: Table, backstage: Backstage) -> None:
        await self.person(table).reacts(self.found(table, self.message), self.emoji)


class Block(ByPerson):
    async def play(self, table: Table, backstage: Backstage) -> None:
        await self.person(table).blocks()


class Unblock(ByPerson):
    async def play(self, table: Table, backstage: Backstage) -> None:
        await self.person(table).unblocks()


class Open(ByPerson):
    """A link to the bot, wherever it was found: on paper, in a letter, as a QR code."""

    link: str

    async def play(self, table: Table, backstage: Backstage) -> None:
        payload = payload_in(self.link, table.bot)
        if payload is None:
            raise CannotBeDone("link")
        await self.person(table).starts(payload)


class AddTelephone(Act):
    name: str = ""

    async def play(self, table: Table, backstage: Backstage) -> None:
        table.add_telephone(self.name)


class AddGroup(Act):
    kind: Literal["group", "forum", "channel"]
    title: str = Field(min_length=1)

    async def play(self, table: Table, backstage: Backstage) -> None:
        key = table.add_group(self.kind, self.title)
        if self.kind == "forum":
            for title in ("Оголошення", "Розмови"):
                table.group(key).topic(title)


class AddTopic(ByPerson):
    title: str = Field(min_length=1)

    async def play(self, table: Table, backstage: Backstage) -> None:
        group = self.group(table)
        if group is None:
            await self.person(table).opens_topic(self.title)
        else:
            group.topic(self.title)


class LetBotIn(ByPerson):
    """Into a group, or make it an administrator there."""

    administrator: bool = False

    async def play(self, table: Table, backstage: Backstage) -> None:
        group = table.group(self.chat)
        if self.administrator:
            await group.promotes_bot(by=self.person(table), can_post=True, can_pin=True, can_manage_topics=True)
        else:
            await group.adds_bot(by=self.person(table))


class PutBotOut(ByPerson):
    async def play(self, table: Table, backstage: Backstage) -> None:
        await table.group(self.chat).removes_bot(by=self.person(table))


class MoveClock(Act):
    to: Literal["hour", "morning", "week"]

    async def play(self, table: Table, backstage: Backstage) -> None:
        await backstage.move_clock(_later(table.telegram.clock.now(), self.to))


class SetFault(Act):
    kind: Literal["Slow", "TooMany", "ServerError", "CutBefore", "CutAfter"]
    on: bool

    async def play(self, table: Table, backstage: Backstage) -> None:
        faults = table.telegram.faults
        faults.waiting = [each for each in faults.waiting if type(each.kind).__name__ != self.kind]
        if self.on:
            faults.add(_FAULTS[self.kind](), times=_TIMES[self.kind])
        table.bot.watch.changed()


class KillBot(Act):
    async def play(self, table: Table, backstage: Backstage) -> None:
        await backstage.kill()


class RestartBot(Act):
    async def play(self, table: Table, backstage: Backstage) -> None:
        await backstage.restart()


class SetTopics(Act):
    """A topic for each case: in the bot's settings and at Telegram, which has topics until the bot has left them."""

    on: bool

    async def play(self, table: Table, backstage: Backstage) -> None:
        table.bot.set_topics(True, by_people=False)
        await backstage.set_threads(self.on)
        table.bot.set_topics(self.on, by_people=False)


ACTS: dict[str, type[Act]] = {
    act.__name__: act
    for act in (
        Start, Say, Send, SendFile, Place, Press, PressKey, Edit, Delete, React, Block, Unblock, Open, AddTelephone,
        AddGroup, AddTopic, LetBotIn, PutBotOut, MoveClock, SetFault, KillBot, RestartBot, SetTopics,
    )
}  # fmt: skip

# Bytes. A photo has Telegram's limit for one; of anything else a bot fetches no more than this.
LARGEST: dict[str, int] = {**dict.fromkeys(get_args(Own), DOWNLOAD_LIMIT), "photo": PHOTO_LIMIT}

_FAULTS: dict[str, Callable[[], Kind]] = {
    "Slow": lambda: Slow(timedelta(seconds=2)),
    "TooMany": lambda: TooMany(retry_after=3),
    "ServerError": ServerError,
    "CutBefore": CutBefore,
    "CutAfter": CutAfter,
}
_SAMPLES: dict[str, Part] = {
    "voice": Part("voice", file_name="voice.ogg", content=samples.voice(), about={"duration": 2}),
    "video": Part("video", file_name="video.mp4", size=3_400_000),
    "video_note": Part("video_note", size=900_000),
    "audio": Part("audio", file_name="audio.mp3", about={"title": "Запис", "performer": "Сусіди"}, size=1_200_000),
    "document": Part("document", file_name="zaiava.pdf", size=180_000),
    "sticker": Part("sticker", about={"emoji": "👍"}),
}
# What is cut after it was taken is taken once more each time: without an end it would go on for ever.
_TIMES: dict[str, int | None] = {"Slow": None, "TooMany": None, "ServerError": None, "CutBefore": None, "CutAfter": 3}


def _later(now: datetime, step: str) -> datetime:
    if step == "hour":
        return now + timedelta(hours=1)
    if step == "week":
        return now + timedelta(weeks=1)
    tomorrow = now.astimezone(KYIV).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, MORNING, tzinfo=KYIV)


def _photo(number: int, caption: str) -> Part:
    return Part("photo", caption, "photo.png", samples.photo(number % 8))


def _sample(what: Sample, caption: str, number: int) -> Part:
    return _photo(number, caption) if what == "photo" else replace(_SAMPLES[what], caption=caption)
