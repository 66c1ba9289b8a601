"""Whatever goes wrong, the logs carry neither the token nor anything by which a resident could be known."""

import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from io import StringIO

import pytest
import structlog

from bot import logs
from bot.domain.ids import PersonId
from bot.domain.languages import Language
from bot.domain.letters import PersonAt, PlainText
from bot.handlers import private
from bot.storage import inbox, people
from bot.storage.inbox import Arrival
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.workers.updates import TRIES
from simulator import Person
from simulator.faults import CutAfter, CutBefore, ServerError, TooMany
from simulator.watch import Watch
from tests.stories.cases import asks
from tests.town import TOKEN, Town

NAME, USERNAME, PHONE, SAID, FILE = "Соломія", "solomiya_k", "+380671234567", "Сусід краде дрова", "заява Коваль.pdf"
FULL_NAME = "Соломія Коваль"
WORDS = f"{NAME} каже: {SAID}"


class Logged(StringIO):
    """All that the process logs; `logs` waits for a line."""

    def __init__(self) -> None:
        super().__init__()
        self._loop = asyncio.get_running_loop()
        self._watch = Watch()

    def write(self, line: str) -> int:
        self._loop.call_soon_threadsafe(self._watch.changed)  # the database's own thread logs, too
        return super().write(line)

    @property
    def events(self) -> set[str]:
        return {str(json.loads(line)["event"]) for line in self.getvalue().splitlines()}

    async def logs(self, event: str) -> None:
        """Return when this has been logged."""
        await self._watch.until(lambda: event in self.events)


@pytest.fixture
async def said(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Logged]:
    """The process's log, as it is set up at its most talkative."""
    said = Logged()
    monkeypatch.setattr(sys, "stderr", said)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    logs.set_up("debug", as_json=True)
    structlog.configure(cache_logger_on_first_use=False)  # the next test's lines do not belong here
    yield said
    structlog.reset_defaults()
    root.handlers[:], root.level = before


def assert_tells_nothing(said: Logged, *residents: Person) -> None:
    for secret in (TOKEN, NAME, USERNAME, PHONE, PHONE[1:], SAID, FILE, *(str(each.id) for each in residents)):
        assert secret not in said.getvalue()


@pytest.fixture
async def talking(said: Logged, town: Town) -> tuple[Person, Person]:
    """A resident who gave a name, and the officer who has the case."""
    ivan = await town.officer("Іван Петренко", await town.area())
    solomiya = await town.resident(NAME, username=USERNAME)
    await asks(solomiya, SAID, FULL_NAME)
    await ivan.presses("Прийняти")
    await town.settled()
    return solomiya, ivan


async def test_a_day_without_trouble_is_logged_by_ids(said: Logged, town: Town, talking: tuple[Person, Person]) -> None:
    solomiya, ivan = talking
    await solomiya.sends_document(FILE, SAID)
    await solomiya.sends_contact(PHONE, NAME)
    await ivan.says("Дякую", reply_to=await ivan.sees(SAID, anywhere=True))
    await solomiya.edits(await solomiya.says("Помилка"), SAID)
    await solomiya.blocks()
    await town.settled()
    assert {"update handled", "sent"} <= said.events
    assert "КШ-2026-000001" in said.getvalue()
    assert_tells_nothing(said, solomiya)


async def test_no_line_of_the_log_names_who_was_erased(
    said: Logged, town: Town, talking: tuple[Person, Person]
) -> None:
    solomiya, _ = talking
    await solomiya.sends_document(FILE, SAID)
    await solomiya.sends_contact(PHONE, NAME)
    await solomiya.says("мої дані")
    await solomiya.presses("Завантажити")
    await solomiya.presses("Видалити все")
    await solomiya.presses("Так, видалити все")
    await town.passes(minutes=2)
    assert "erased as asked" in said.events
    assert_tells_nothing(said, solomiya)


async def test_trouble_with_telegram_is_logged_without_the_token(
    said: Logged, town: Town, talking: tuple[Person, Person]
) -> None:
    solomiya, ivan = talking
    faults = town.telegram.faults
    for kind in (CutBefore(), CutAfter(), ServerError(), ServerError(html=False), TooMany()):
        faults.add(kind, method="sendMessage", chat=ivan.id)
        await solomiya.says(SAID)
        await town.passes(minutes=10)
    faults.add(CutBefore(), method="answerCallbackQuery")
    await ivan.presses("Відповісти")
    await town.settled()
    faults.add(ServerError(), method="getUpdates")
    await solomiya.says(SAID)
    await said.logs("no answer from Telegram")
    town.clock.advance(timedelta(seconds=5))
    await ivan.blocks()
    await solomiya.says(SAID)
    await town.settled()
    assert {"no answer", "no answer from Telegram", "press not answered", "too fast", "refused"} <= said.events
    assert_tells_nothing(said, solomiya, ivan)


async def test_a_revoked_token_is_not_logged(said: Logged, town: Town, talking: tuple[Person, Person]) -> None:
    bots = town.telegram._bots  # noqa: SLF001  # as if BotFather had revoked it
    account = bots.pop(TOKEN)

    async def tell(tx: Transaction) -> None:
        tx.outbox.tell(PersonAt(PersonId(1)), PlainText("apology"))

    await town.app.store.transact(tell)
    town.app.sender.alarm.ring()
    await said.logs("Telegram does not take the token")
    bots[TOKEN] = account
    town.clock.advance(timedelta(minutes=2))
    await town.settled()
    assert_tells_nothing(said, *talking)


async def broken(tx: Transaction, person_id: PersonId, language: Language) -> None:
    raise ZeroDivisionError(WORDS)


async def unlucky(context: Context, message: PrivateMessage) -> None:
    raise ZeroDivisionError(WORDS)


async def test_failures_are_logged_by_their_places(
    said: Logged, town: Town, talking: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    solomiya, _ = talking
    monkeypatch.setattr(people, "set_language", broken)
    monkeypatch.setattr(private, "unplaced", unlucky)
    await solomiya.presses("Налаштування")
    await solomiya.presses("English")
    await solomiya.says(SAID)
    for _ in range(TRIES):
        await town.passes(minutes=1)
    assert {"update failed"} <= said.events
    assert "ZeroDivisionError" in said.getvalue()
    assert_tells_nothing(said, solomiya)


async def test_what_cannot_be_parsed_or_drawn_is_logged_without_its_content(
    said: Logged, town: Town, talking: tuple[Person, Person]
) -> None:
    solomiya, _ = talking
    sender = {"id": solomiya.id, "first_name": NAME, "username": USERNAME, "is_bot": False}
    messages: tuple[object, ...] = ({"date": SAID, "text": SAID, "from": sender}, SAID)
    arrivals = [
        Arrival(at, at, json.dumps({"update_id": at, "message": message}, ensure_ascii=False))
        for at, message in enumerate(messages, 1)
    ]

    async def poison(tx: Transaction) -> None:
        await inbox.store(tx, arrivals)
        tx.outbox.tell(PersonAt(PersonId(1)), PlainText("no-such-text", {"words": SAID}))

    await town.app.store.transact(poison)
    town.app.ring()
    for _ in range(TRIES):
        await town.passes(minutes=1)
    assert {"update failed", "letter failed", "sender: a turn failed"} <= said.events
    assert_tells_nothing(said, solomiya)


async def test_a_refused_press_is_logged_without_what_it_carried(
    said: Logged, town: Town, talking: tuple[Person, Person]
) -> None:
    solomiya, _ = talking
    seen = await solomiya.sees("КШ-", anywhere=True)
    for data in (f"zz:{SAID}", f"co:{SAID}", "da:1", PHONE, f"pg:{USERNAME}:"):
        await solomiya.forges(data, on=seen)
    await town.settled()
    assert "update refused" in said.events
    assert_tells_nothing(said, solomiya)
    assert solomiya.spinning == 0


async def test_an_error_that_a_library_logs_is_logged_without_its_text(said: Logged) -> None:
    try:
        raise ZeroDivisionError(WORDS)
    except ZeroDivisionError:
        logging.getLogger("apscheduler").exception("the job failed")
    assert "ZeroDivisionError" in said.getvalue()
    assert_tells_nothing(said)
