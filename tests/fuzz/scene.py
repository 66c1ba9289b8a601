"""A town with a person for each role, and the laws that hold in it, whatever anybody does.

What a resident writes has a mark of its own: it is looked for in all that anybody else then receives, and in the log.
"""

import json
import logging
import re
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import structlog

from bot import logs
from bot.domain.cases import OPEN
from bot.domain.ids import CaseId, OfficerId, PersonId
from bot.domain.people import Part, Role, Scope
from bot.services.cases import access
from bot.storage import case_messages
from bot.storage import people as stored_people
from bot.storage.engine import Database
from bot.storage.transaction import Transaction
from simulator import Group, Person
from simulator.accounts import Account
from simulator.server import Request
from tests.contracts.pressing import ELSEWHERE, NEXT_DOOR
from tests.fuzz.rights import READ, Rights
from tests.fuzz.updates import CANARY
from tests.keys import hashed
from tests.stories.boards import binds
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_complaints import of_the_country
from tests.stories.test_queue import complains
from tests.town import KOMYSHUVAKHA, Town, a_town

MARK = re.compile(r"zq(\d{4})qz")
LINK = re.compile(r"https://t\.me/hromada_bot\?start=([\w-]+)")

# Who writes with marks; none of them is given a post, so what they write is read in cases alone.
RESIDENTS = ("olena", "taras", "maria", "nadia", "stranger")
STAFF = ("ivan", "petro", "next_door", "olha", "nina", "far_away")
ACTORS = RESIDENTS + STAFF

# What Telegram may refuse: chats and messages that are gone, files that nobody has uploaded, what a chat forbids.
REFUSALS = re.compile(
    "not modified|not found|chat was upgraded|kicked|not a member|blocked|too old|not enough rights|need administrator"
    "|can't be|no text in the message|no caption in the message|wrong file|TOPIC_CLOSED|Too Many Requests"
    "|Internal Server Error|can't initiate"
)
OF_A_BATCH = {"updates that cannot be stored", "updates: a batch failed and is done again"}
EXPECTED = {"no coordinator can be reached"}  # said to the operator: it is so


class Log(StringIO):
    """All that the process logs, read in pieces."""

    _read = 0

    def news(self) -> str:
        said = self.getvalue()[self._read :]
        self._read += len(said)
        return said


@dataclass
class Scene:
    """The town with what is to be remembered of it. `obey` raises AssertionError where a law is broken."""

    town: Town
    people: dict[str, Person]
    groups: list[Group]
    log: Log
    rights: Rights
    said: dict[int, int] = field(default_factory=dict)  # the Telegram id of the resident who wrote with this mark
    broken: set[int] = field(default_factory=set)  # updates of shapes that Telegram does not have
    _seen: int = 0  # of the requests

    noted: set[str] = field(default_factory=set)  # what notes say or said: no resident ever receives it

    def mark(self, telegram_id: int) -> str:
        """A new one for what this person is about to write."""
        number = len(self.said)
        self.said[number] = telegram_id
        return CANARY.format(number)

    @property
    def account(self) -> Account:
        """The bot, as Telegram knows it."""
        return self.people["ivan"]._bot  # noqa: SLF001

    @property
    def links(self) -> list[str]:
        """The payloads of all links that the bot has sent to anybody."""
        return [found for request in self.town.telegram.requests for found in LINK.findall(str(request.params))]

    async def officer(self, name: str | None) -> OfficerId:
        """Which officer this person is; 0 for none."""
        if name is None:
            return OfficerId(0)
        sql = """select o.id from officers o join accounts a on a.person_id = o.person_id
                  where a.external_hash = :hash"""
        [row] = await self.town.stored(sql, hash=hashed(self.people[name].id))
        return OfficerId(int(str(row["id"])))

    async def obey(self) -> None:
        """Let all come to rest and look."""
        await self.town.settled()
        before, self.rights = self.rights, await Rights.read(self.town.database)
        requests = self.town.telegram.requests[self._seen :]
        self._seen += len(requests)
        for request in requests:
            assert request.error is None or REFUSALS.search(request.error), (
                f"refused ({request.error}): {request.method} {request.params}"
            )
            await self._check_reader(request, (before, self.rights))
        self._check_log(self.log.news())
        await self._check_queues()
        await self.town.app.store.transact(self._check_who_sees)
        assert not self.account.queries, f"not answered: {self.account.queries}"

    async def _check_reader(self, request: Request, moments: Iterable[Rights]) -> None:
        """What goes into a chat is for those who are in it, by what held before or after."""
        chat = request.params.get("chat_id")
        if chat is None:
            return
        text = json.dumps(dict(request.params), ensure_ascii=False, default=str)
        if self._name(chat) in RESIDENTS:
            assert not [each for each in self.noted if each in text], f"{self._name(chat)} reads a note: {text}"
        for number in {int(found) for found in MARK.findall(text)}:
            if str(self.said[number]) != str(chat):
                entitled = await self._may_read(int(str(chat)), number, moments)
                assert entitled, f"{self._name(chat)} reads what {self._name(self.said[number])} wrote: {text}"
        for name in RESIDENTS:
            person = self.people[name]
            if str(chat) != str(person.id):
                traces = [each for each in (str(person.id), person.user.username, person.name) if str(each) in text]
                assert not traces, f"{self._name(chat)} is shown {traces} of {name}: {text}"

    async def _check_who_sees(self, tx: Transaction) -> None:
        """Every open case is at the desk of somebody who can be reached, where anybody could be, and of nobody else."""
        for case in [each for each in self.rights.rows["cases"] if each["status"] in OPEN]:
            seeing = {each for each in self.rights.staff if await access.at_some_desk(tx, PersonId(each), case["id"])}
            strangers = [each for each in seeing if not self.rights.works(each, case)]
            assert not strangers, f"persons {strangers} see {case}"
            reached = seeing & self.rights.reached
            assert reached or not self.rights.has_coordinator(case), f"nobody sees {case}"

    async def _may_read(self, chat: int, number: int, moments: Iterable[Rights]) -> bool:
        """Whether a person in this chat might know the text with this mark: that of a case which they may read.

        Of a mark that is in no message (a name, a comment) it is enough to read any case of its resident.
        """

        async def look(tx: Transaction) -> bool:
            reader, writer = await stored_people.actor(tx, chat), await stored_people.actor(tx, self.said[number])
            if reader is None or writer is None:
                return False
            holding = [each["id"] for each in self.rights.rows["cases"] if await self._is_in(tx, each["id"], number)]
            return any(
                rights.may_read(reader.person_id, case)
                for rights in moments
                for case in [each for each in rights.rows["cases"] if each["id"] in holding]
                or rights.cases_of(writer.person_id)
            )

        return await self.town.app.store.transact(look)

    async def _is_in(self, tx: Transaction, case_id: CaseId, number: int) -> bool:
        messages = await case_messages.of_case(tx, case_id)
        return any(CANARY.format(number) in message.body.text for message in messages)

    def _name(self, telegram_id: object) -> str:
        return next((name for name, each in self.people.items() if str(each.id) == str(telegram_id)), str(telegram_id))

    def _check_log(self, said: str) -> None:
        traces = MARK.findall(said)
        assert not traces, f"the log quotes a resident: {said}"
        for name in RESIDENTS:
            person = self.people[name]
            assert not any(str(each) in said for each in (person.id, person.user.username, person.name)), said
        for line in said.splitlines():
            if '"level": "error"' in line:
                self._check_error(json.loads(line))

    def _check_error(self, line: dict[str, Any]) -> None:
        """What a broken update does, a batch with it comes to as well, before each is tried by itself."""
        event, updates = line["event"], set(line.get("updates", [line.get("update")]))
        alone = updates <= self.broken
        together = event in OF_A_BATCH and (len(updates) > 1 or updates == {None}) and self.broken
        assert event in EXPECTED or alone or together, f"failed: {line}"

    async def _check_queues(self) -> None:
        aside = await self.town.stored("select update_id, error from inbox where state = 'set_aside' or attempts > 0")
        faults = [row for row in aside if row["update_id"] not in self.broken]
        assert not faults, f"not handled: {faults}"
        assert not (stuck := await self.town.stored("select * from outbox where state = 'set_aside'")), stuck

    async def ends(self) -> None:
        """Give all that waits its time. Nothing may be left then."""
        self.town.telegram.faults.clear()
        for minutes in (1, 1, 1, 1, 1, 10, 60):
            await self.town.passes(minutes=minutes)
            await self.obey()
        left = await self.town.stored("select update_id from inbox where state = 'waiting'")
        assert not left, f"wait forever: {left}"
        now = int(self.town.clock.now().timestamp() * 1_000_000)
        late = await self.town.stored("select * from outbox where created_at < :since", since=now - 70 * 60 * 1_000_000)
        late = [row for row in late if row["state"] in ("waiting", "sending")]
        assert not late, f"wait forever: {late}"


@asynccontextmanager
async def logged() -> AsyncIterator[Log]:
    """The process's log at its most talkative."""
    said = Log()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", said)
        logs.set_up("debug", as_json=True)
        structlog.configure(cache_logger_on_first_use=False)
        try:
            yield said
        finally:
            structlog.reset_defaults()
            root.handlers[:], root.level = before


@asynccontextmanager
async def a_scene(database: Database) -> AsyncIterator[Scene]:
    """On an open, migrated and empty database."""
    with TemporaryDirectory() as folder:
        async with logged() as log, a_town(database, Path(folder)) as town:
            scene = Scene(town, {}, [], log, Rights({name: [] for name in READ}))
            await settle(scene)
            yield scene


async def settle(scene: Scene) -> None:
    """Everybody comes to live and serve here, and has written what there is to keep from the others."""
    await move_in(scene)
    await write(scene)


async def move_in(scene: Scene) -> None:
    town, people = scene.town, scene.people
    here, there = await town.area(), await town.area(NEXT_DOOR)
    for name in ("ivan", "petro", "former", "locked"):
        people[name] = await town.officer(f"Офіцер {name}", here)
    people["next_door"] = await town.officer("Офіцер звідти", there)
    people["olha"] = await town.coordinator("Ольга", ZAPORIZHZHIA)
    people["nina"] = await of_the_country(town, "Ніна")
    people["far_away"] = await town.coordinator("Далека", ELSEWHERE.code)
    people["coordinator_elsewhere"] = await town.coordinator("Чужа", ELSEWHERE.code)
    for at, name in enumerate(RESIDENTS[:-1]):
        where = NEXT_DOOR if name == "nadia" else KOMYSHUVAKHA
        people[name] = await town.resident(f"Zname{at}z", where, username=f"zuser{at}z")
    people["neighbour"] = await town.resident("Сусід")
    people["stranger"] = town.telegram.person("Zname9z", username="zuser9z")
    people["bystander"], people["council"] = town.telegram.person("Перехожа"), town.telegram.person("Рада")
    for name in ("stranger", "bystander", "council"):
        await people[name].starts()
    await town.settled()
    await town.app.store.transact(partial(entrust, scene))
    group, channel, forum = town.telegram.group("Громада"), town.telegram.channel("Канал"), town.telegram.forum("Форум")
    scene.groups += [group, channel, forum]
    await group.adds_bot(by=people["ivan"])
    await channel.adds_bot(by=people["olha"])
    scene.groups.append(await binds(town, people["ivan"]))
    await scene.obey()


async def entrust(scene: Scene, tx: Transaction) -> None:
    """One is of the council, one is dismissed, one is locked."""

    async def person(name: str) -> PersonId:
        actor = await stored_people.actor(tx, scene.people[name].id)
        assert actor is not None
        return actor.person_id

    council = Part(Role.COUNCIL, Scope.COMMUNITY, KOMYSHUVAKHA)
    await stored_people.add_part(tx, await person("council"), council, None)
    for name, ended in (("former", "until"), ("locked", "locked_at")):
        await tx.execute(
            f"""update assignments set {ended} = :now
                 where officer_id = (select id from officers where person_id = :person)""",
            now=tx.now,
            person=await person(name),
        )


async def write(scene: Scene) -> None:
    """A case that an officer has taken, one that waits, with a name, a complaint, and one in another community."""
    people = scene.people
    await asks(people["olena"], f"{scene.mark(people['olena'].id)} Хто відповідає за вулицю?")
    await scene.obey()
    await people["ivan"].presses("Прийняти")
    await scene.obey()
    await asks(people["taras"], f"{scene.mark(people['taras'].id)} Коли прийом?", "Пан Коваль")
    await scene.obey()
    await complains(people["maria"], f"{scene.mark(people['maria'].id)} Офіцер спить")
    await scene.obey()
    await asks(people["nadia"], f"{scene.mark(people['nadia'].id)} А у нас?")
    await scene.obey()
