"""Whatever goes wrong, the logs carry neither the token nor anything by which a resident could be known."""

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
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
from bot.surface.incoming import Said
from bot.workers.updates import TRIES
from simulator import Person
from simulator.faults import CutAfter, CutBefore, ServerError, TooMany
from tests.stories.cases import asks
from tests.town import PATIENCE, TOKEN, Town

NAME, USERNAME, PHONE, SAID, FILE = "Соломія", "solomiya_k", "+380671234567", "Сусід краде дрова", "заява Коваль.pdf"
FULL_NAME = "Соломія Коваль"
WORDS = f"{NAME} каже: {SAID}"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[StringIO]:
    """All that the process logs, as it is set up at its most talkative."""
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    root = logging.getLogger()
    before = root.handlers[:], root.level
    logs.set_up("debug", as_json=True)
    structlog.configure(cache_logger_on_first_use=False)  # the next test's lines do not belong here
    yield stream
    structlog.reset_defaults()
    root.handlers[:], root.level = before


def events(said: StringIO) -> set[str]:
    return {str(json.loads(line)["event"]) for line in said.getvalue().splitlines()}


async def logged(said: StringIO, event: str) -> None:
    """Return when this has been logged. Where the bot waits for its clock, the town does not come to rest."""
    for _ in range(20 * PATIENCE):
        if event in events(said):
            return
        await asyncio.sleep(0)
    raise AssertionError(f"nothing logs «{event}»")


def assert_tells_nothing(said: StringIO, *residents: Person) -> None:
    for secret in (TOKEN, NAME, USERNAME, PHONE, PHONE[1:], SAID, FILE, *(str(each.id) for each in residents)):
        assert secret not in said.getvalue()


@pytest.fixture
async def talking(said: StringIO, town: Town) -> tuple[Person, Person]:
    """A resident who gave her name, and the officer who has her case."""
    ivan = await town.officer("Іван Петренко", await town.area())
    solomiya = await town.resident(NAME, username=USERNAME)
    await asks(solomiya, SAID, FULL_NAME)
    await ivan.presses("Прийняти")
    await town.settled()
    return solomiya, ivan


async def test_a_good_day_is_told_by_numbers(said: StringIO, town: Town, talking: tuple[Person, Person]) -> None:
    solomiya, ivan = talking
    await solomiya.sends_document(FILE, SAID)
    await solomiya.sends_contact(PHONE, NAME)
    await ivan.says("Дякую", reply_to=await ivan.sees(SAID, anywhere=True))
    await solomiya.edits(await solomiya.says("Помилка"), SAID)
    await solomiya.blocks()
    await town.settled()
    assert {"update handled", "sent"} <= events(said)
    assert "КШ-2026-000001" in said.getvalue()
    assert_tells_nothing(said, solomiya)


async def test_trouble_with_telegram_is_told_without_the_token(
    said: StringIO, town: Town, talking: tuple[Person, Person]
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
    await logged(said, "no answer from Telegram")
    town.clock.advance(timedelta(seconds=5))
    await ivan.blocks()
    await solomiya.says(SAID)
    await town.settled()
    assert {"no answer", "no answer from Telegram", "press not answered", "too fast", "refused"} <= events(said)
    assert_tells_nothing(said, solomiya, ivan)


async def test_a_token_that_is_taken_back_is_not_told(
    said: StringIO, town: Town, talking: tuple[Person, Person]
) -> None:
    bots = town.telegram._bots  # noqa: SLF001  # as if BotFather had revoked it
    account = bots.pop(TOKEN)

    async def tell(tx: Transaction) -> None:
        tx.outbox.tell(PersonAt(PersonId(1)), PlainText("apology"))

    await town.app.store.transact(tell)
    town.app.sender.alarm.ring()
    await logged(said, "Telegram does not take the token")
    bots[TOKEN] = account
    town.clock.advance(timedelta(minutes=2))
    await town.settled()
    assert_tells_nothing(said, *talking)


async def broken(tx: Transaction, person_id: PersonId, language: Language) -> None:
    raise ZeroDivisionError(WORDS)


async def unlucky(context: Context, message: Said) -> None:
    raise ZeroDivisionError(WORDS)


async def test_failures_are_told_by_their_places(
    said: StringIO, town: Town, talking: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    solomiya, _ = talking
    monkeypatch.setattr(people, "set_language", broken)
    monkeypatch.setattr(private, "unplaced", unlucky)
    await solomiya.presses("Налаштування")
    await solomiya.presses("English")
    await solomiya.says(SAID)
    for _ in range(TRIES):
        await town.passes(minutes=1)
    assert {"update failed"} <= events(said)
    assert "ZeroDivisionError" in said.getvalue()
    assert_tells_nothing(said, solomiya)


async def test_what_cannot_be_parsed_or_drawn_is_told_without_its_content(
    said: StringIO, town: Town, talking: tuple[Person, Person]
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
    assert {"update failed", "letter failed", "sender: a turn failed"} <= events(said)
    assert_tells_nothing(said, solomiya)


async def test_a_refused_press_is_told_without_what_it_carried(
    said: StringIO, town: Town, talking: tuple[Person, Person]
) -> None:
    solomiya, _ = talking
    seen = await solomiya.sees("КШ-", anywhere=True)
    for data in (f"zz:{SAID}", f"co:{SAID}", "da:1", PHONE, f"pg:{USERNAME}:"):
        await solomiya.forges(data, on=seen)
    await town.settled()
    assert "update refused" in events(said)
    assert_tells_nothing(said, solomiya)
    assert solomiya.spinning == 0


async def test_an_error_that_a_library_logs_is_told_without_its_words(said: StringIO) -> None:
    try:
        raise ZeroDivisionError(WORDS)
    except ZeroDivisionError:
        logging.getLogger("apscheduler").exception("the job failed")
    assert "ZeroDivisionError" in said.getvalue()
    assert_tells_nothing(said)
