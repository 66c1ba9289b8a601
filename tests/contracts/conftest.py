"""The simulator with one bot, and python-telegram-bot's own Bot (over its own httpx) to drive it."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from simulator import Person, Simulator
from simulator.clock import MovedClock

TOKEN = "100:TOKEN"


@pytest.fixture(autouse=True)
def spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns of every span of time that it still gives as a number."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
async def telegram(clock: MovedClock) -> AsyncIterator[Simulator]:
    async with Simulator(clock) as telegram:
        telegram.bot(TOKEN, "kin_bot")
        yield telegram


@pytest.fixture
async def bot(telegram: Simulator) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot") as bot:
        yield bot


@pytest.fixture
async def olena(telegram: Simulator) -> Person:
    """Has pressed Start."""
    olena = telegram.person("Олена")
    await olena.starts()
    return olena
