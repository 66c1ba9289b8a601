"""Updates reach a bot as Telegram's do: polled by offset or pushed to a webhook, again and again until confirmed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web
from telegram import Bot, ReactionTypeEmoji, Update
from telegram.error import BadRequest, Conflict

from simulator import Person, Simulator
from simulator.clock import MovedClock


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [None if update.message is None else update.message.text for update in updates]


async def test_what_is_not_confirmed_comes_again(telegram: Simulator, bot: Bot, olena: Person) -> None:
    await olena.says("Раз")
    first = await bot.get_updates()
    assert texts(first) == ["/start", "Раз"]
    assert await bot.get_updates() == first
    assert texts(await bot.get_updates(offset=first[1].update_id)) == ["Раз"]
    assert len(telegram.unconfirmed()) == 1
    assert await bot.get_updates(offset=first[1].update_id + 1) == ()
    assert telegram.unconfirmed() == []


async def test_a_limit_takes_the_oldest_and_a_negative_offset_the_newest(bot: Bot, olena: Person) -> None:
    await olena.says("Раз")
    await olena.says("Два")
    assert texts(await bot.get_updates(limit=1)) == ["/start"]
    assert texts(await bot.get_updates(offset=-1)) == ["Два"]
    assert texts(await bot.get_updates()) == ["Два"]


async def test_a_poll_waits_for_the_first_update(bot: Bot, telegram: Simulator, olena: Person) -> None:
    await bot.get_updates(offset=-1)
    [start] = await bot.get_updates()
    poll = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=30))
    await telegram.until(lambda: not telegram.unconfirmed())
    await olena.says("Раз")
    assert texts(await poll) == ["Раз"]


async def test_a_poll_ends_with_nothing_when_its_time_is_up(bot: Bot, telegram: Simulator, clock: MovedClock) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.until(lambda: clock.next_wake is not None)
    clock.advance(timedelta(seconds=30))
    assert await poll == ()


async def test_a_second_poller_ends_the_first_with_409(bot: Bot, clock: MovedClock, telegram: Simulator) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.until(lambda: clock.next_wake is not None)
    async with Bot(bot.token, base_url=f"{telegram.url}/bot") as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one bot"):
            await first
        await telegram.person("Степан").starts()
        assert texts(await second) == ["/start"]


async def test_updates_are_kept_for_a_day(bot: Bot, olena: Person, clock: MovedClock) -> None:
    clock.advance(timedelta(hours=23))
    await olena.says("Раз")
    clock.advance(timedelta(hours=1))
    assert texts(await bot.get_updates()) == ["Раз"]


async def test_reactions_come_only_if_they_are_named(bot: Bot, olena: Person) -> None:
    await olena.reacts(olena.last, "👍")
    assert texts(await bot.get_updates(allowed_updates=["message", "message_reaction"])) == ["/start"]
    await olena.reacts(olena.last, "❤")
    *_, update = await bot.get_updates()
    assert update.message_reaction is not None
    assert update.message_reaction.old_reaction == (ReactionTypeEmoji("👍"),)
    assert update.message_reaction.new_reaction == (ReactionTypeEmoji("❤"),)
    await olena.blocks()
    assert (await bot.get_updates(allowed_updates=[]))[-1] == update, "my_chat_member was not named"
    await olena.reacts(olena.last, "👍")
    assert (await bot.get_updates())[-1] == update, "an empty list is the default, without reactions"


class Hook:
    """A bot's own end of a webhook: answers 500 to as many pushes as it is set to."""

    def __init__(self) -> None:
        self.failures = 0
        self.url = ""
        self.came: list[tuple[str, str | None]] = []

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.came.append((update["message"]["text"], request.headers.get("X-Telegram-Bot-Api-Secret-Token")))
        self.failures -= 1
        return web.Response(status=500 if self.failures >= 0 else 200)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_a_webhook_gets_updates_in_order_with_its_secret(
    telegram: Simulator, bot: Bot, olena: Person, hook: Hook
) -> None:
    await olena.says("Раз")
    await bot.set_webhook(hook.url, secret_token="s3cret")
    await olena.says("Два")
    await telegram.until(lambda: not telegram.unconfirmed())
    assert hook.came == [("/start", "s3cret"), ("Раз", "s3cret"), ("Два", "s3cret")]
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_webhook_that_fails_is_tried_again_later_and_holds_back_its_chat_only(
    telegram: Simulator, bot: Bot, olena: Person, hook: Hook, clock: MovedClock
) -> None:
    hook.failures = 1
    await bot.set_webhook(hook.url)
    await telegram.until(lambda: bool(hook.came) and clock.next_wake is not None)
    await olena.says("Раз")
    await telegram.person("Степан").starts()
    await telegram.until(lambda: len(telegram.unconfirmed()) == 2)
    assert [text for text, _ in hook.came] == ["/start", "/start"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert info.pending_update_count == 2
    clock.advance(timedelta(seconds=1))
    await telegram.until(lambda: not telegram.unconfirmed())
    assert [text for text, _ in hook.came] == ["/start", "/start", "/start", "Раз"]


async def test_a_webhook_elsewhere_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Bad webhook"):
        await bot.set_webhook("https://example.org/hook")
