"""On request the simulator has bad days, and counts messages as strictly as Telegram does."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter

from bot.telegram.gateway import ANSWER_SECONDS, Gateway, NoAnswer
from bot.telegram.transport import new_session
from bot.workers.poller import LONG_POLL_SECONDS
from simulator import Person, Simulator
from simulator.clock import MovedClock
from simulator.faults import CutAfter, CutBefore, ServerError, Silent, Slow, TooMany
from simulator.limits import Limits
from tests.contracts.conftest import TOKEN


async def test_too_many_requests_says_when_to_come_back(telegram: Simulator, bot: Bot, olena: Person) -> None:
    telegram.faults.add(TooMany(retry_after=7), method="sendMessage")
    with pytest.raises(RetryAfter, match="Retry in 0:00:07"):
        await bot.send_message(olena.id, "Раз")
    await bot.send_message(olena.id, "Раз")
    assert [(request.error, request.fault) for request in telegram.requests[-2:]] == [
        ("Too Many Requests: retry after 7", TooMany(7)),
        (None, None),
    ]


@pytest.mark.parametrize(("fault", "kind"), [(ServerError(), "text/html"), (ServerError(500, html=False), "json")])
async def test_a_5xx_may_come_without_json(telegram: Simulator, olena: Person, fault: ServerError, kind: str) -> None:
    telegram.faults.add(fault, times=1)
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{telegram.url}/bot{TOKEN}/sendMessage", data={"chat_id": olena.id, "text": "Раз"}) as answer,
    ):
        assert answer.status == fault.status
        assert kind in answer.content_type
    assert len(olena.chat) == 1


async def test_a_connection_may_be_cut_before_or_after_the_message_was_taken(
    telegram: Simulator, bot: Bot, olena: Person
) -> None:
    telegram.faults.add(CutBefore(), method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(olena.id, "Раз")
    telegram.faults.add(CutAfter(), method="sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(olena.id, "Два")
    assert [bubble.text for bubble in olena.chat] == ["/start", "Два"]


async def test_a_fault_strikes_in_its_chat_only_and_as_often_as_it_was_set(
    telegram: Simulator, bot: Bot, olena: Person
) -> None:
    stepan = telegram.person("Степан")
    await stepan.starts()
    telegram.faults.add(TooMany(), chat=olena.id, times=2)
    await bot.send_message(stepan.id, "Раз")
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bot.send_message(olena.id, "Раз")
    await bot.send_message(olena.id, "Раз")
    telegram.faults.add(TooMany(), times=None)
    for _ in range(3):
        with pytest.raises(RetryAfter):
            await bot.send_message(olena.id, "Два")
    telegram.faults.clear()
    await bot.send_message(olena.id, "Два")


async def test_a_slow_answer_takes_its_time_by_the_clock(
    telegram: Simulator, bot: Bot, olena: Person, clock: MovedClock
) -> None:
    telegram.faults.add(Slow(timedelta(seconds=3)))
    sending = asyncio.create_task(bot.send_message(olena.id, "Раз"))
    await telegram.until(lambda: clock.next_wake is not None)
    assert len(olena.chat) == 1
    clock.advance(timedelta(seconds=3))
    assert (await sending).text == "Раз"


async def test_a_half_open_connection_never_answers_and_takes_nothing(telegram: Simulator, olena: Person) -> None:
    telegram.faults.add(Silent())
    clock = MovedClock()
    async with new_session() as session:
        gateway = Gateway(session, telegram.url, TOKEN, clock)
        sending = asyncio.create_task(gateway.call("sendMessage", {"chat_id": olena.id, "text": "Раз"}))
        await telegram.until(lambda: bool(telegram.requests and telegram.requests[-1].fault == Silent()))
        clock.advance(timedelta(seconds=ANSWER_SECONDS))
        with pytest.raises(NoAnswer, match="TimeoutError"):
            await sending
    assert [bubble.text for bubble in olena.chat] == ["/start"]


async def test_a_poll_over_a_half_open_connection_ends_as_the_session_says(telegram: Simulator) -> None:
    async with new_session() as session:
        assert session.timeout.total is not None
        assert session.timeout.total > LONG_POLL_SECONDS
    telegram.faults.add(Silent(), method="getUpdates")
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.01)) as impatient:
        with pytest.raises(NoAnswer):
            await Gateway(impatient, telegram.url, TOKEN).call("getUpdates", {"timeout": LONG_POLL_SECONDS})


@pytest.fixture
async def strict(clock: MovedClock) -> AsyncIterator[Simulator]:
    async with Simulator(clock, limits=Limits(overall=10, chat_burst=3)) as telegram:
        telegram.bot(TOKEN, "kin_bot")
        yield telegram


async def test_a_chat_takes_a_burst_and_then_one_a_second(strict: Simulator, clock: MovedClock) -> None:
    olena = strict.person("Олена")
    await olena.starts()
    async with Bot(TOKEN, base_url=f"{strict.url}/bot") as bot:
        for _ in range(3):
            await bot.send_message(olena.id, "Раз")
        with pytest.raises(RetryAfter, match="Retry in 0:00:01"):
            await bot.send_message(olena.id, "Два")
        clock.advance(timedelta(seconds=1))
        await bot.send_message(olena.id, "Два")
        with pytest.raises(RetryAfter):
            await bot.send_message(olena.id, "Три")


async def test_all_chats_together_have_a_limit_that_paid_broadcasts_do_not_know(strict: Simulator) -> None:
    people = [strict.person(f"Мешканець {number}") for number in range(11)]
    for person in people:
        await person.starts()
    async with Bot(TOKEN, base_url=f"{strict.url}/bot") as bot:
        for person in people[:10]:
            await bot.send_message(person.id, "Раз")
        with pytest.raises(RetryAfter):
            await bot.send_message(people[10].id, "Раз")
        await bot.send_message(people[10].id, "Раз", allow_paid_broadcast=True)
