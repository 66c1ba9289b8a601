"""What stories about broadcasts share: a letter of their own, who gets it, and the pace at which it goes."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.domain.broadcasts import Account, Lane
from bot.domain.ids import BroadcastId, ChatId
from bot.domain.letters import Letter
from bot.storage import broadcasts
from bot.storage.broadcasts import Recipient
from bot.storage.transaction import Transaction
from bot.surface.outgoing import Edit, Effect, Held, Remove, Show
from bot.surface.rendering import Addressee, BroadcastRenderer
from bot.surface.screens import Screen
from simulator import Person
from tests.town import Town


@dataclass(frozen=True, slots=True)
class Leaflet(Letter):
    """To everyone who has met the bot."""

    number: int


@dataclass
class Press:
    """What leaflets say, to whom, and what their renderer was called for."""

    words: str | None = "Листівка"
    left_out: set[ChatId] = field(default_factory=set)
    done: int = 0
    shown: int = 0
    fails: bool = False
    more: str = ""  # a second message

    def renderer(self) -> BroadcastRenderer[Leaflet, str]:
        return BroadcastRenderer(
            self.plan, self.load, self.entitled, self.show, self.again, self.progress, self.note_done
        )

    async def plan(
        self, tx: Transaction, letter: Leaflet, after: int, limit: int
    ) -> tuple[list[Recipient], int | None]:
        rows = await tx.fetch_all(
            Recipient,
            """select id as position, chat_id, null as thread_id, null as area_id from persons
                where id > :after order by id limit 2""",  # less than asked for: a batch is two
            after=after,
        )
        return rows, rows[-1].position if len(rows) == 2 else None

    async def load(self, tx: Transaction, letter: Leaflet) -> str | None:
        if self.fails:
            raise LookupError("a fault of the feature")
        return self.words

    async def entitled(self, tx: Transaction, content: str, chats: Sequence[ChatId]) -> Mapping[ChatId, str]:
        assert content is not None
        assert chats
        return dict.fromkeys(set(chats) - self.left_out, content)

    def show(self, to: Addressee, content: str) -> Sequence[Effect]:
        return [Show(Screen(lines=[each])) for each in (content, self.more) if each]

    def again(self, to: Addressee, content: str, messages: Sequence[int]) -> Sequence[Effect]:
        if not content:
            return [Remove([Held(each) for each in messages])]
        return [Edit(messages[0], Screen(lines=[content]))]

    async def progress(self, tx: Transaction, letter: Leaflet) -> None:
        self.shown += 1

    async def note_done(self, tx: Transaction, letter: Leaflet) -> None:
        self.done += 1


async def people(town: Town, count: int) -> list[Person]:
    made = [town.telegram.person(f"Особа {number}") for number in range(count)]
    for person in made:
        await person.starts()
    await town.settled()
    return made


async def begin(
    town: Town, number: int = 1, lane: Lane = Lane.ORDINARY, *, quiet: bool = False, expires: timedelta | None = None
) -> BroadcastId:
    async def write(tx: Transaction) -> BroadcastId | None:
        until = tx.now + expires if expires else None
        return await broadcasts.begin(tx, Leaflet(number), lane, quiet=quiet, dedupe=f"{number}", expires_at=until)

    made = await town.app.store.transact(write)
    town.app.broadcasts.alarm.ring()
    assert made is not None
    return made


async def change(town: Town, act: str, broadcast: BroadcastId) -> None:
    async def write(tx: Transaction) -> None:
        await getattr(broadcasts, act)(tx, broadcast)

    await town.app.store.transact(write)
    town.app.broadcasts.alarm.ring()
    await town.settled()


async def account(town: Town, broadcast: BroadcastId) -> Account:
    async def read(tx: Transaction) -> Account:
        return await broadcasts.account(tx, broadcast)

    return await town.app.store.transact(read)


def leaflets(person: Person) -> list[str]:
    return [bubble.text for bubble in person.chat if bubble.from_bot and "Листівка" in bubble.text]


def slowly(town: Town) -> None:
    """One message every ten seconds."""
    paces = town.app.sender._paces  # noqa: SLF001  # the story's own pace
    paces.pace = replace(paces.pace, messages_per_second=0.1)
    paces.__post_init__()


def quickly(town: Town) -> None:
    paces = town.app.sender._paces  # noqa: SLF001
    paces.pace = replace(paces.pace, messages_per_second=10_000)
    paces.__post_init__()


async def over(town: Town, press: Press) -> None:
    """Let time pass until the broadcast is done. What is held meanwhile is due, so the town does not settle."""
    while not press.done:
        town.clock.advance(timedelta(seconds=1))
        town.app.ring()
        await asyncio.sleep(0)


async def delivered(town: Town, everyone: list[Person], count: int) -> None:
    await town.telegram.until(lambda: sum(map(len, map(leaflets, everyone))) == count)
