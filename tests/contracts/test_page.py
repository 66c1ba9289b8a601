"""The page of telephones over HTTP, without a browser: what it sends, what it refuses, who may ask."""

import json
import re
from base64 import b64encode
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from inspect import getsource
from io import BytesIO
from typing import cast

import aiohttp
import pytest
from telegram import Bot, ForceReply, ReplyKeyboardMarkup, ReplyParameters
from telegram.constants import ChatAction

from simulator import Simulator, people
from simulator.clock import START, MovedClock
from simulator.files import DOWNLOAD_LIMIT, PHOTO_LIMIT
from simulator.page import Table, acts, samples, server, serving, table
from simulator.page.view import Json
from tests.backstage import NoBot

TOKEN = "100:PAGE"


@dataclass
class Browser:
    """What a browser does with the page."""

    session: aiohttp.ClientSession
    address: str
    table: Table
    bot: NoBot

    async def does(self, act: str, **about: object) -> tuple[int, str]:
        body, kind = BytesIO(json.dumps(about).encode()), {"Content-Type": "application/json"}
        async with self.session.post(f"{self.address}/acts/{act}", data=body, headers=kind) as answer:
            return answer.status, await answer.text()

    def drives(self) -> AbstractAsyncContextManager[Bot]:
        """The bot itself, through Telegram."""
        return Bot(TOKEN, base_url=f"{self.table.telegram.url}/bot")

    async def shows(self, chat: int) -> dict[str, Json]:
        """A chat as a person sees it who opens the page now."""
        news = self.reads()
        first = await anext(news)
        await news.aclose()
        return cast("dict[str, dict[str, Json]]", first["chats"])[str(chat)]

    async def reads(self) -> AsyncGenerator[dict[str, object], None]:
        async with self.session.get(f"{self.address}/events") as events:
            async for line in events.content:
                if line.startswith(b"data: "):
                    yield cast("dict[str, object]", json.loads(line.removeprefix(b"data: ")))


@asynccontextmanager
async def a_browser(*, topics: bool = False) -> AsyncIterator[Browser]:
    async with Simulator(MovedClock()) as telegram:
        table, bot = Table(telegram, telegram.bot(TOKEN, "hromada_bot", topics=topics, by_people=False)), NoBot()
        async with serving(table, bot, 0) as address, aiohttp.ClientSession() as session:
            yield Browser(session, address, table, bot)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with a_browser() as opened:
        yield opened


async def test_the_first_news_is_everything_and_the_next_is_what_changed(browser: Browser) -> None:
    olena, ivan = browser.table.add_telephone("Олена"), browser.table.add_telephone("Іван")
    news = browser.reads()
    first = await anext(news)
    assert first.keys() == {"largest", "telephones", "groups", "panel", "chats"}
    await browser.does("Start", who=olena.person.id, chat=olena.person.id)
    later = await anext(news)
    chats = cast("dict[str, dict[str, list[dict[str, object]]]]", later["chats"])
    assert chats.keys() == {str(olena.person.id)} != {str(ivan.person.id)}
    [said] = chats[str(olena.person.id)]["bubbles"]
    assert (said["text"], said["taken"]) == ("/start", False)  # there is no bot to take it
    await news.aclose()


async def test_what_cannot_be_done_is_reported_and_what_makes_no_sense_is_refused(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person.id
    assert (await browser.does("Say", who=olena, chat=olena, text="Добридень"))[0] == 409  # Start comes first
    assert (await browser.does("Start", who=1, chat=1)) == (409, "telephone")
    await browser.does("Start", who=olena, chat=olena)
    assert (await browser.does("Press", who=olena, chat=olena, message=1, row=0, column=0))[0] == 409
    assert (await browser.does("Say", who=olena, chat=olena))[0] == 400
    assert (await browser.does("Fly"))[0] == 400


def test_for_everything_that_cannot_be_done_the_page_has_words_in_both_languages() -> None:
    raised = "".join(getsource(each) for each in (acts, people, table))
    names = set(re.findall(r"(?:CannotBeDone|NotHere|Unable)\(\"(\w+)\"", raised))
    worded = re.findall(r'"refused-(\w+)":', (server.STATIC / "texts.js").read_text("utf-8"))
    assert names
    assert sorted(worded) == sorted([*names, *names])


async def test_a_link_to_another_bot_is_not_opened(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person.id
    assert (await browser.does("Open", who=olena, chat=olena, link="https://t.me/other_bot?start=x"))[0] == 409
    assert (await browser.does("Open", who=olena, chat=olena, link="https://t.me/hromada_bot?start=i-1"))[0] == 200
    assert browser.table.conversation(olena).bubbles[1].text == "/start i-1"


@pytest.mark.parametrize(
    ("what", "content", "kind"),
    [
        ("photo", samples.photo(1), "image/png"),
        ("photo", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("voice", b"OggS", "audio/ogg"),
        ("video", b"\0\0\0\x18ftypisom", "video/mp4"),
        ("document", b"<script>alert(1)</script>", None),
        ("document", b"<svg onload='alert(1)'/>", None),
    ],
)
async def test_what_somebody_sends_is_shown_or_played_or_else_only_saved(
    browser: Browser, what: str, content: bytes, kind: str | None
) -> None:
    olena = browser.table.add_telephone("Олена").person
    await browser.does("Start", who=olena.id, chat=olena.id)
    sent = await browser.does("SendFile", who=olena.id, chat=olena.id, what=what, name="моє", content=base64(content))
    assert sent[0] == 200
    bubbles = cast("list[dict[str, dict[str, str]]]", (await browser.shows(olena.id))["bubbles"])
    shown = bubbles[-1]["file"]
    assert shown["type"] == kind
    async with browser.session.get(f"{browser.address}/files/{shown['id']}") as answer:
        assert await answer.read() == content
        assert answer.content_type == kind or answer.headers["Content-Disposition"] == "attachment"
    async with browser.session.get(f"{browser.address}/files/../server.py") as answer:
        assert answer.status == 404


async def test_a_file_that_is_too_large_empty_or_no_picture_is_not_sent(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person
    await browser.does("Start", who=olena.id, chat=olena.id)
    for what, content, status in (
        ("photo", samples.photo(1) + bytes(PHOTO_LIMIT), 413),
        ("document", bytes(DOWNLOAD_LIMIT + 1), 413),
        ("document", bytes(2 * DOWNLOAD_LIMIT), 413),
        ("document", b"", 409),
        ("photo", b"%PDF", 409),
    ):
        about = {"who": olena.id, "chat": olena.id, "what": what, "name": "моє", "content": base64(content)}
        assert (await browser.does("SendFile", **about))[0] == status
    assert len(olena.chat) == 1


async def test_a_qr_code_is_drawn_of_a_link_to_the_bot_alone(browser: Browser) -> None:
    for link, status in (
        ("https://t.me/hromada_bot?start=i-1", 200),
        ("https://t.me/other_bot?start=i-1", 404),
        ("https://example.org", 404),
    ):
        async with browser.session.get(f"{browser.address}/qr", params={"link": link}) as answer:
            assert answer.status == status
            assert (answer.content_type == "image/svg+xml") == answer.ok


async def test_what_the_bot_does_is_shown_with_its_end_until_it_writes(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person
    await olena.starts()
    async with browser.drives() as bot:
        await bot.send_chat_action(olena.id, ChatAction.RECORD_VOICE)
        until = (START + timedelta(seconds=5)).timestamp() * 1000
        assert (await browser.shows(olena.id))["doing"] == {"action": "record_voice", "until": until}
        await bot.send_message(olena.id, "Готово")
        assert (await browser.shows(olena.id))["doing"] is None


async def test_a_forced_reply_is_shown_until_other_markup_or_its_end(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person
    await olena.starts()
    forced, menu = ForceReply(input_field_placeholder="Вулиця"), ReplyKeyboardMarkup([["Меню"]])
    async with browser.drives() as bot:
        await bot.send_message(olena.id, "Вітаю", reply_markup=menu)
        asked = await bot.send_message(olena.id, "Де?", reply_markup=forced)
        chat = await browser.shows(olena.id)
        assert (chat["asks"], chat["keyboard"]) == ({"id": asked.message_id, "hint": "Вулиця", "of": None}, None)
        await bot.send_message(olena.id, "Вітаю", reply_markup=menu)
        assert (await browser.shows(olena.id))["asks"] is None
        asked = await bot.send_message(olena.id, "Де?", reply_markup=forced)
        await asked.delete()
        assert (await browser.shows(olena.id))["asks"] is None


async def test_a_forced_reply_in_a_group_may_be_meant_for_one_alone(browser: Browser) -> None:
    olena, key = browser.table.add_telephone("Олена").person, browser.table.add_group("group", "Село")
    group = browser.table.group(key)
    await group.promotes_bot()
    said = await olena.says("Яма", in_=group)
    async with browser.drives() as bot:
        asked = await bot.send_message(
            key, "Де?", reply_markup=ForceReply(selective=True), reply_parameters=ReplyParameters(said.id)
        )
    assert (await browser.shows(key))["asks"] == {"id": asked.message_id, "hint": None, "of": [olena.id]}


async def test_in_a_group_and_a_topic_of_it_everything_can_be_sent(browser: Browser) -> None:
    olena, key = browser.table.add_telephone("Олена").person.id, browser.table.add_group("forum", "Село")
    group = browser.table.group(key)
    await browser.does("AddTopic", who=olena, chat=key, title="Дороги")
    there = {"who": olena, "chat": key, "topic": group.topic("Дороги").id}
    picture = {"what": "photo", "name": "яма.png", "content": base64(samples.photo(2))}
    for act, about in (
        ("Say", {"text": "Яма"}),
        ("Send", {"what": "photo"}),
        ("Send", {"what": "album"}),
        ("Send", {"what": "contact"}),
        ("SendFile", picture),
        ("Place", {"latitude": 47.7, "longitude": 35.5}),
    ):
        assert (await browser.does(act, **there, **about))[0] == 200, act
    assert {each.thread_id for each in group.chat} == {there["topic"]}
    assert {each.sender.id for each in group.chat} == {olena}
    assert len(group.chat) == 8
    assert (await browser.does("Say", **there | {"topic": 1_000_000}, text="Яма"))[0] == 409
    channel = browser.table.group(browser.table.add_group("channel", "Новини"))
    await browser.does("Send", who=olena, chat=channel.id, what="photo")
    assert channel.last.sender.id != olena  # it is the channel that posts
    assert channel.last.message.sender_chat is not None


async def test_the_topics_of_a_private_chat_are_shown_with_their_icons() -> None:
    async with a_browser(topics=True) as browser, browser.drives() as bot:
        person = browser.table.add_telephone("Олена").person
        await person.starts()
        olena = person.id
        icons = {each.emoji: str(each.custom_emoji_id) for each in await bot.get_forum_topic_icon_stickers()}
        made = await bot.create_forum_topic(olena, "КШ-1", icon_custom_emoji_id=icons["📝"])
        chat = await browser.shows(olena)
        assert (chat["topical"], chat["makes_topics"]) == (True, False)
        assert chat["topics"] == [{"id": made.message_thread_id, "title": "КШ-1", "icon": "📝"}]
        bubbles = cast("list[dict[str, Json]]", chat["bubbles"])
        assert bubbles[-1]["service"] == "forum_topic_created"
        assert (await browser.does("Say", who=olena, chat=olena, topic=made.message_thread_id, text="Так"))[0] == 200


@pytest.mark.parametrize("path", ["/..%2Fserver.py", "/%2e%2e/table.py", "/server.py"])
async def test_only_the_pages_own_files_are_served(browser: Browser, path: str) -> None:
    async with browser.session.get(browser.address + path) as answer:
        assert answer.status == 404


async def test_another_page_in_the_same_browser_can_neither_read_nor_act(browser: Browser) -> None:
    async with browser.session.get(f"{browser.address}/events", headers={"Host": "evil.example"}) as answer:
        assert answer.status == 403
    form = {"Content-Type": "text/plain"}  # what a form of another origin may send unasked
    async with browser.session.post(f"{browser.address}/acts/KillBot", data="{}", headers=form) as answer:
        assert answer.status == 400
    assert browser.bot.runs


def base64(content: bytes) -> str:
    return b64encode(content).decode()


async def test_topics_are_switched_on_at_telegram_and_in_the_bot_and_named_where_one_is_made(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person.id
    await browser.does("Start", who=olena, chat=olena)
    assert (await browser.does("SetTopics", on=True))[0] == 200
    assert browser.bot.asked == [True]
    async with browser.drives() as bot:
        await bot.create_forum_topic(olena, "КШ-1")
    chat = await browser.shows(olena)
    assert (chat["topical"], chat["makes_topics"]) == (True, False)
    made = cast("list[dict[str, str]]", chat["bubbles"])[-1]
    assert (made["service"], made["text"]) == ("forum_topic_created", "КШ-1")
    await browser.does("SetTopics", on=False)
    assert (await browser.shows(olena))["topical"] is False


async def test_the_clock_is_moved_to_the_next_morning_in_kyiv(browser: Browser) -> None:
    await browser.does("MoveClock", to="morning")
    [to] = browser.bot.asked
    assert str(to) == "2026-11-25 09:00:00+02:00"


async def test_a_port_that_is_taken_is_replaced_by_a_free_one(browser: Browser) -> None:
    port = int(browser.address.rpartition(":")[2])
    async with serving(browser.table, browser.bot, port) as address:
        assert address != browser.address
        async with browser.session.get(address) as answer:
            assert answer.status == 200
