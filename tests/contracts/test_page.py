"""The page of telephones over HTTP, without a browser: what it tells, what it refuses, who may ask."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

import aiohttp
import pytest

from simulator import Simulator
from simulator.clock import MovedClock
from simulator.page import Depths, Table, serving


@dataclass
class NoBot:
    """A backstage without a bot."""

    runs: bool = True
    asked: list[object] = field(default_factory=list)

    def depths(self) -> Depths:
        return Depths(0, 0, 0)

    async def kill(self) -> None:
        self.runs = False

    async def restart(self) -> None:
        self.runs = True

    async def move_clock(self, to: datetime) -> None:
        self.asked.append(to)


@dataclass
class Browser:
    """What a browser does with the page."""

    session: aiohttp.ClientSession
    address: str
    table: Table
    bot: NoBot

    async def does(self, act: str, **about: object) -> tuple[int, str]:
        async with self.session.post(f"{self.address}/acts/{act}", json=about) as answer:
            return answer.status, await answer.text()

    async def reads(self) -> AsyncIterator[dict[str, object]]:
        async with self.session.get(f"{self.address}/events") as events:
            async for line in events.content:
                if line.startswith(b"data: "):
                    yield cast("dict[str, object]", json.loads(line.removeprefix(b"data: ")))


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with Simulator(MovedClock()) as telegram:
        table, bot = Table(telegram, telegram.bot("100:PAGE", "hromada_bot")), NoBot()
        async with serving(table, bot, 0) as address, aiohttp.ClientSession() as session:
            yield Browser(session, address, table, bot)


async def test_the_first_news_is_everything_and_the_next_is_what_changed(browser: Browser) -> None:
    olena, ivan = browser.table.add_telephone("Олена"), browser.table.add_telephone("Іван")
    news = browser.reads()
    first = await anext(news)
    assert first.keys() == {"telephones", "groups", "panel", "chats"}
    await browser.does("Start", who=olena.person.id, chat=olena.person.id)
    later = await anext(news)
    chats = cast("dict[str, dict[str, list[dict[str, object]]]]", later["chats"])
    assert chats.keys() == {str(olena.person.id)} != {str(ivan.person.id)}
    [said] = chats[str(olena.person.id)]["bubbles"]
    assert (said["text"], said["taken"]) == ("/start", False)  # there is no bot to take it
    await news.aclose()  # type: ignore[attr-defined]


async def test_what_cannot_be_done_is_told_and_what_makes_no_sense_is_refused(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person.id
    assert (await browser.does("Say", who=olena, chat=olena, text="Добридень"))[0] == 409  # Start comes first
    assert (await browser.does("Start", who=1, chat=1)) == (409, "such a telephone")
    await browser.does("Start", who=olena, chat=olena)
    assert (await browser.does("Press", who=olena, chat=olena, message=1, row=0, column=0))[0] == 409
    assert (await browser.does("Say", who=olena, chat=olena))[0] == 400
    assert (await browser.does("Fly"))[0] == 400


async def test_a_link_to_another_bot_is_not_opened(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person.id
    assert (await browser.does("Open", who=olena, chat=olena, link="https://t.me/other_bot?start=x"))[0] == 409
    assert (await browser.does("Open", who=olena, chat=olena, link="https://t.me/hromada_bot?start=i-1"))[0] == 200
    assert browser.table.conversation(olena).bubbles[1].text == "/start i-1"


async def test_photos_are_shown_and_no_other_bytes_are_given_out(browser: Browser) -> None:
    olena = browser.table.add_telephone("Олена").person
    await browser.does("Start", who=olena.id, chat=olena.id)
    for what in ("photo", "document"):
        await browser.does("Send", who=olena.id, chat=olena.id, what=what)
    _, photo, document = olena.chat
    for file_id, kind in (
        (photo.fields["photo"][-1].file_id, "image/png"),
        (document.fields["document"].file_id, None),
        ("../server.py", None),
    ):
        async with browser.session.get(f"{browser.address}/files/{file_id}") as answer:
            assert (answer.content_type if answer.ok else None) == kind


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
