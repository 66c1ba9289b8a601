"""Prepares what a letter needs before it is sent: fetches and cleans files that people sent, makes the bot's own, and
takes steps that are too long for the transaction in which letters are rendered.

This is the step for slow work. A letter that needs a file is rendered and then held: it stays in the outbox as it was.
The letters of its case behind it wait for it, all others of its chat go on, and so does danger in its own case. The
work is done outside any transaction and off the event loop, a few files at a time; only the first letter of each case
is rendered, so that a hundred files of one case hold up those of others by one letter at most. Then the letter is
rendered again, with the rights of that moment, and leaves with its files.

A step (`Step`) reads in parts, each by itself, and stores what it found; then its letter is rendered without it.

Of files nothing is stored: after a crash the letter is rendered, and its files are prepared, again. Of what Telegram
took the new id is kept (`files.passed_id`), so a file is uploaded once, however many read it. Of a file that cannot be
passed on the reason is kept (`files.fault`); its message goes without it, and its sender is notified once.

Files on the disk are in a folder of this process that only its own user may read (`workers.folder`).
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from mimetypes import guess_extension
from pathlib import Path
from typing import Any, Protocol, TypeAlias, TypeVar

import structlog

from bot.cleaning.process import clean
from bot.domain.bodies import RECORDED, FileFault, Kind, on_one_line
from bot.domain.ids import FileId, OutboxId
from bot.logs import trace
from bot.sheets import Fault, Workbook
from bot.sheets.process import read
from bot.storage import files
from bot.storage.engine import DatabaseUnavailable
from bot.storage.transaction import Store, Transaction
from bot.surface.outgoing import Fetched, Made, Packed, Reading, Step
from bot.telegram import limits
from bot.telegram.calls import Call, Need
from bot.telegram.gateway import Gateway, NoAnswer, Refused, TooFast, Unauthorized, Upload
from bot.telegram.uploading import Prepared
from bot.workers.archive import Archive

log = structlog.get_logger()

SIDE_BY_SIDE = 3  # files
STEPS = 3  # steps of letters, which wait for no file
TRIES = 5  # after faults of ours
LONGEST_PAUSE = 300  # seconds between two tries to fetch a file
UNUSED = timedelta(hours=1)  # what no letter took until then was taken back, or is prepared again

T = TypeVar("T")
Key: TypeAlias = FileId | tuple[OutboxId, str]  # a file that people sent, or what a letter calls its own


class Unpassable(Exception):
    """A file that people sent cannot be passed on."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Waiter(Protocol):
    """A letter that waits for its files."""

    @property
    def id(self) -> OutboxId: ...

    async def lost_file(self, tx: Transaction, file_id: FileId) -> None:
        """One of them cannot be passed on, which is stored in this transaction, once."""


@dataclass(slots=True)
class Work:
    """What letters need: it is in the works, or ready, or it failed, or it is tried again at some time."""

    need: Need
    letters: dict[OutboxId, Waiter] = field(default_factory=dict)
    task: asyncio.Task[None] | None = None
    prepared: Prepared | None = None
    ready_at: datetime | None = None
    again: datetime | None = None
    tries: int = 0
    lent: OutboxId | None = None  # to the letter with which it is being uploaded
    fault: FileFault | None = None  # a person's file that cannot be passed on
    stored: bool = False  # the fault
    taken: bool = False  # a step: what it found is stored
    error: str | None = None  # a file of ours that could not be made, or a step not be taken


@dataclass(frozen=True, slots=True)
class Order:
    """What a letter needs before it can leave, by the names that its calls have for it."""

    letter: Waiter
    needs: Mapping[str, Need]


def needs_of(calls: Iterable[Call]) -> dict[str, Need]:
    return {name: need for call in calls for name, need in call.needs.items()}


def keys_of(letter: OutboxId, needs: Mapping[str, Need]) -> set[Key]:
    return {key_of(letter, name, need) for name, need in needs.items()}


def key_of(letter: OutboxId, name: str, need: Need) -> Key:
    return need.file.id if isinstance(need, Fetched) else (letter, name)


class Preparation:
    """What is being prepared, for which letters. `ended` is called after each file: the sender may go on."""

    def __init__(self, store: Store, gateway: Gateway, folder: Path, ended: Callable[[], None]) -> None:
        self._store = store
        self._gateway = gateway
        self._folder = folder
        self._ended = ended
        self._works: dict[Key, Work] = {}
        self._room, self._steps = asyncio.Semaphore(SIDE_BY_SIDE), asyncio.Semaphore(STEPS)
        self._numbers = count(1)

    @property
    def tasks(self) -> list[asyncio.Task[None]]:
        return [work.task for work in self._works.values() if work.task is not None]

    def held(self, now: datetime, *, full: bool = False) -> set[OutboxId]:
        """Letters that cannot leave yet: what they need is being prepared, or uploaded. Where `full`, all of them."""
        return {
            letter
            for work in self._works.values()
            for letter in work.letters
            if full or work.task or work.lent or (work.again and work.again > now)
        }

    def next_try(self, now: datetime) -> datetime | None:
        """When something that could not be fetched is tried again."""
        return min((work.again for work in self._works.values() if work.again and work.again > now), default=None)

    def is_ready(self, keys: Iterable[Key]) -> bool:
        """Whether all of this is there, and no letter uploads it."""
        works = [self._works.get(key) for key in keys]
        return all(work and work.prepared and not work.lent for work in works)

    def error(self, letter: OutboxId) -> str | None:
        """Why a file that the letter calls its own cannot be made; it may be tried again after that."""
        for key, work in list(self._works.items()):
            if letter in work.letters and work.error:
                del self._works[key]
                return work.error
        return None

    async def store_faults(self, tx: Transaction) -> None:
        """Keep which files cannot be passed on, and let the first letter that waits for each notify its sender."""
        for work in self._works.values():
            if work.fault is None or not isinstance(work.need, Fetched) or not work.letters:
                continue
            if await files.note_fault(tx, work.need.file.id, work.fault):
                await next(iter(work.letters.values())).lost_file(tx, work.need.file.id)
            work.stored = True

    def forget_faults(self) -> None:
        """What was stored is committed."""
        self._works = {key: work for key, work in self._works.items() if not work.stored}

    def start(self, orders: Iterable[Order]) -> None:
        """Prepare what these letters need and is not there yet."""
        now = self._store.clock.now()
        self._forget_unused(now)
        for order in orders:
            for name, need in order.needs.items():
                work = self._works.setdefault(key_of(order.letter.id, name, need), Work(need))
                work.letters[order.letter.id] = order.letter
                if not (work.task or work.prepared or work.fault or (work.again and work.again > now)):
                    work.again = None
                    work.task = asyncio.create_task(self._prepare(work))

    def lend(self, letter: OutboxId, needs: Mapping[str, Need]) -> dict[str, Prepared]:
        """What was prepared for a letter that leaves, by the names that its calls have for it."""
        lent: dict[str, Prepared] = {}
        for name, need in needs.items():
            work = self._works[key_of(letter, name, need)]
            work.lent = letter
            if work.prepared is not None:
                lent[name] = work.prepared
        return lent

    def take_back(self, letter: OutboxId) -> None:
        """The letter did not leave, and is tried again."""
        for work in self._works.values():
            if work.lent == letter:
                work.lent = None

    def release(self, letter: OutboxId) -> None:
        """The letter has come to its end; what no other needs is removed."""
        self.take_back(letter)
        for key, work in list(self._works.items()):
            work.letters.pop(letter, None)
            if not work.letters and work.task is None:
                self._remove(key)

    def close(self) -> None:
        for task in self.tasks:
            task.cancel()

    def _forget_unused(self, now: datetime) -> None:
        for key, work in list(self._works.items()):
            if work.ready_at and now - work.ready_at > UNUSED and not work.lent:
                self._remove(key)

    def _remove(self, key: Key) -> None:
        work = self._works.pop(key)
        if work.prepared is not None and isinstance(work.prepared.upload.content, Path):
            work.prepared.upload.content.unlink(missing_ok=True)

    # The work itself.

    async def _prepare(self, work: Work) -> None:
        try:
            async with self._steps if isinstance(work.need, Step) else self._room:
                await self._attempt(work)
        finally:
            work.task = None
            if work.taken or not work.letters:  # or all were released meanwhile
                for key in [key for key, each in self._works.items() if each is work]:
                    self._remove(key)
            self._ended()

    async def _attempt(self, work: Work) -> None:
        now = self._store.clock.now
        work.tries += 1
        pause = timedelta(seconds=min(2.0**work.tries, LONGEST_PAUSE))
        try:
            if isinstance(work.need, Step):
                await self._take(work.need)
                work.taken = True
            elif isinstance(work.need, Reading):
                await self._read(work.need)
                work.taken = True
            else:
                work.prepared = await self._prepared(work.need)
                work.ready_at = now()
        except Unpassable as found:
            work.fault = found.fault
        except TooFast as failure:
            work.again = now() + timedelta(seconds=failure.seconds)
        except (NoAnswer, Unauthorized, DatabaseUnavailable) as failure:
            log.warning("a letter waits for what it needs", error=trace(failure))
            work.again = now() + pause
        except Exception as error:  # noqa: BLE001  # a fault of ours may cost the letter its file, and no other anything
            log.error("what a letter needs could not be prepared", tries=work.tries, error=trace(error))
            if not isinstance(work.need, Fetched):
                work.error = trace(error)
            elif work.tries < TRIES:
                work.again = now() + pause
            else:
                work.fault = FileFault.UNAVAILABLE

    async def _take(self, step: Step[Any]) -> None:
        found, is_all = step.begin, False
        while not is_all:
            found, is_all = await self._store.read(partial(part_of, step, found))
        await self._store.transact(partial(kept, step, found))

    async def _read(self, need: Reading[Any]) -> None:
        """One that cannot be fetched is read as one that is broken."""
        try:
            workbook = await self._workbook(await self._gateway.download(need.file.external_id))
        except Refused as refusal:
            log.warning("a file was refused", error=str(refusal))
            workbook = Workbook(fault=Fault.BROKEN)
        made, position = await asyncio.to_thread(need.make, workbook), 0
        while True:
            following = await self._store.transact(partial(read_kept, need, made, position))
            if following is None:
                return
            position = following

    async def _workbook(self, content: bytes) -> Workbook:
        number = next(self._numbers)
        source, target = self._folder / f"{number}.in", self._folder / f"{number}.out"
        try:
            await asyncio.to_thread(source.write_bytes, content)
            return await read(source, target, self._store.clock.timeout)
        finally:
            source.unlink(missing_ok=True)

    async def _prepared(self, need: Fetched | Made[Any] | Packed[Any]) -> Prepared:
        match need:
            case Fetched():
                return await self._fetched(need)
            case Packed():
                return await self._packed(need)
            case Made():
                gathered = await self._store.read(need.gather)
                return Prepared(Upload(need.name, await asyncio.to_thread(need.make, gathered)), {})

    async def _packed(self, need: Packed[Any]) -> Prepared:
        """One file after the other, so that no more than one is in memory."""
        left_out: dict[FileId, FileFault] = {}
        with Archive(self._folder / f"{next(self._numbers)}.zip", self._store.clock.now()) as archive:
            for each in need.files:
                try:
                    fetched = await self._fetched(each)
                    if not await asyncio.to_thread(archive.take, fetched.upload):
                        raise Unpassable(FileFault.TOO_LARGE)
                except Unpassable as found:
                    left_out[each.file.id] = found.fault
            gathered = await self._store.read(need.gather)
            own = await asyncio.to_thread(need.make, gathered, left_out)
            archive.take_own(Upload(need.own, own))
        return Prepared(Upload(need.name, archive.path), {})

    async def _fetched(self, need: Fetched) -> Prepared:
        """The file as it goes. Raises Unpassable."""
        if (need.file.size or 0) > limits.FETCHED:
            raise Unpassable(FileFault.TOO_LARGE)
        try:
            content = await self._gateway.download(need.file.external_id)
        except Refused as refusal:
            log.warning("a file was refused", error=str(refusal))
            too_large = "too big" in refusal.description
            raise Unpassable(FileFault.TOO_LARGE if too_large else FileFault.UNAVAILABLE) from None
        if not need.passing.cleaned:
            return Prepared(Upload(name_of(need), content), {})
        number = next(self._numbers)
        source, target = self._folder / f"{number}.in", self._folder / f"{number}.out"
        try:
            await asyncio.to_thread(source.write_bytes, content)
            result = await clean(source, target, self._store.clock.timeout)
        finally:
            source.unlink(missing_ok=True)
        if result.fault is not None:
            raise Unpassable(FileFault(result.fault))
        about = {name: value for name, value in result.about.items() if name in TOLD.get(need.kind, ())}
        return Prepared(Upload(name_of(need), target), about)


async def part_of(step: Step[T], found: T, tx: Transaction) -> tuple[T, bool]:
    return await step.look(tx, found)


async def kept(step: Step[T], found: T, tx: Transaction) -> None:
    await step.keep(tx, found)


async def read_kept(reading: Reading[T], made: T, position: int, tx: Transaction) -> int | None:
    return await reading.keep(tx, made, position)


TOLD: Mapping[Kind, tuple[str, ...]] = {
    Kind.VIDEO: ("width", "height", "duration"),
    Kind.ANIMATION: ("width", "height", "duration"),
    Kind.AUDIO: ("duration",),
}


def name_of(need: Fetched) -> str:
    """Under which name a file goes. Of videos nobody sees it, so they have none of their own."""
    if need.kind in RECORDED and not need.passing.name:
        return f"{need.kind}.mp4"
    name = need.passing.name or need.file.name or f"{need.kind}{guess_extension(need.file.mime or '') or ''}"
    return on_one_line(name).replace('"', "'").replace("/", "-")
