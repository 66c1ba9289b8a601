"""Updates that Telegram pushes: taken only from Telegram, and answered only when they are stored."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import aiohttp
import pytest

from bot.storage.engine import DatabaseUnavailable
from bot.web.health import health
from bot.web.server import BODY_LIMIT, serving
from bot.web.webhook import SECRET_HEADER, webhook

SECRET = "a-secret-of-32-letters-and-digits"
UPDATE = b'{"update_id": 1, "message": {"text": "hush"}}'


@dataclass
class Desk:
    """The webhook with a store that can fail."""

    address: str = ""
    kept: list[Mapping[str, object]] = field(default_factory=list)
    away: bool = False

    async def keep(self, updates: Sequence[Mapping[str, object]]) -> None:
        if self.away:
            raise DatabaseUnavailable
        self.kept.extend(updates)

    async def ready(self) -> str:
        if self.away:
            raise DatabaseUnavailable
        return "standing by"

    async def gets(self, body: bytes, secret: str | None = SECRET) -> tuple[int, str | None, str]:
        """Status, Retry-After and the body of the answer."""
        with_secret = {} if secret is None else {SECRET_HEADER: secret}
        async with (
            aiohttp.ClientSession() as web,
            web.post(self.address, data=BytesIO(body), headers=with_secret) as got,
        ):
            return got.status, got.headers.get("Retry-After"), await got.text()


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    desk = Desk()
    routes = [*health(desk.ready), webhook("/hook", SECRET, desk.keep)]
    async with serving("127.0.0.1", 0, routes) as port:
        desk.address = f"http://127.0.0.1:{port}/hook"
        yield desk


async def test_an_update_is_stored_before_it_is_answered(desk: Desk) -> None:
    assert await desk.gets(UPDATE) == (200, None, "")
    assert [update["update_id"] for update in desk.kept] == [1]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "секрет"])
async def test_who_does_not_show_the_secret_finds_nothing(desk: Desk, secret: str | None) -> None:
    status, _, words = await desk.gets(UPDATE, secret)
    assert (status, words) == (404, "")
    assert not desk.kept


@pytest.mark.parametrize("body", [b"", b"hush", b"[]", b'{"update_id": "1"}', b"\xff"])
async def test_what_is_no_update_is_refused_without_repeating_it(desk: Desk, body: bytes) -> None:
    assert await desk.gets(body) == (400, None, "")


async def test_a_body_beyond_the_limit_is_refused(desk: Desk) -> None:
    status, _, _ = await desk.gets(b" " * (BODY_LIMIT + 1))
    assert status == 413


async def test_while_the_database_is_away_telegram_is_asked_to_come_again(desk: Desk) -> None:
    desk.away = True
    assert await desk.gets(UPDATE) == (503, "1", "")
    desk.away = False
    assert (await desk.gets(UPDATE))[0] == 200


async def test_readiness_reports_what_the_process_does(desk: Desk) -> None:
    ready = desk.address.replace("/hook", "/readyz")
    async with aiohttp.ClientSession() as web:
        async with web.get(ready) as answer:
            assert (answer.status, await answer.text()) == (200, "standing by\n")
        desk.away = True
        async with web.get(ready) as answer:
            assert answer.status == 503
        async with web.get(desk.address.replace("/hook", "/healthz")) as answer:
            assert answer.status == 200
