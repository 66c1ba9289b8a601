"""The page over HTTP, on this machine alone: its files, its state (server-sent events), and acts.

GET /events sends JSON objects that hold only what changed since the last: telephones, groups, chats by key, panel,
traffic, and once how large a file of each kind may be. POST /acts/<name> does something; it answers with the number of
acts so far, 409 with the name of what is in the way, 413 where a file is too large, 400 where it makes no sense.
GET /files/<id> is what a person sent, /qr?link= the code of a link to the bot. A foreign page in the same browser can
neither read nor act: it cannot send JSON here, nor be at this address.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web
from pydantic import ValidationError

from simulator.errors import ApiError
from simulator.page import view
from simulator.page.acts import ACTS, LARGEST, CannotBeDone, TooLarge
from simulator.page.backstage import Backstage
from simulator.page.contents import content_type
from simulator.page.links import payload_in, qr_code
from simulator.page.table import NotHere, Table
from simulator.page.view import Json
from simulator.people import Unable

LOOPBACK = "127.0.0.1"
STATIC = Path(__file__).parent / "static"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
REST = 0.03  # seconds between two news, in which changes are gathered
GLANCE = 0.5  # seconds between two looks at what reports no change: the bot's process and its database
QUICK_GLANCE = 0.05  # the same while the bot has something to do
TOLD_AT_FIRST = 200  # calls of the past
LARGEST_ACT = max(LARGEST.values()) * 4 // 3 + 64 * 1024  # bytes: a file as base64, and what is said about it
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}


@dataclass
class _Reader:
    """One open browser: what was sent to it already."""

    sent: dict[str, str] = field(default_factory=dict)
    chats: dict[str, str] = field(default_factory=dict)
    calls: int | None = None
    rests: bool = True  # nothing waits for the bot, by the last look

    def news(self, table: Table, backstage: Backstage) -> dict[str, Json]:
        """All that has changed."""
        parts: dict[str, Json] = {
            "largest": LARGEST,
            "groups": view.groups(table),
        }
        news = {name: part for name, part in parts.items() if self._changed(self.sent, name, part)}
        news |= self.glance(table, backstage)
        chats = {key: chat for key, chat in view.chats(table).items() if self._changed(self.chats, key, chat)}
        if chats:
            news["chats"] = chats
        if calls := self._calls(table):
            news["traffic"] = calls
        return news

    def glance(self, table: Table, backstage: Backstage) -> dict[str, Json]:
        """What changes without the simulator: the panel, and who holds a post."""
        panel = view.panel(table, backstage)
        self.rests = not any(panel[waiting] for waiting in ("unconfirmed", "inbox", "outbox"))
        parts: dict[str, Json] = {"telephones": view.telephones(table, backstage), "panel": panel}
        return {name: part for name, part in parts.items() if self._changed(self.sent, name, part)}

    def _calls(self, table: Table) -> list[Json]:
        requests = table.telegram.requests
        first = max(0, len(requests) - TOLD_AT_FIRST) if self.calls is None else self.calls
        self.calls = len(requests)
        return view.traffic(requests[first:], first)

    @staticmethod
    def _changed(sent: dict[str, str], name: str, part: Json) -> bool:
        drawn = json.dumps(part, sort_keys=True)
        if sent.get(name) == drawn:
            return False
        sent[name] = drawn
        return True


class _Page:
    """The routes."""

    def __init__(self, table: Table, backstage: Backstage) -> None:
        self._table = table
        self._backstage = backstage
        self._closing = asyncio.Event()

    def app(self) -> web.Application:
        app = web.Application(middlewares=[_only_from_here], client_max_size=LARGEST_ACT)
        app.router.add_get("/events", self._events)
        app.router.add_post("/acts/{name}", self._act)
        app.router.add_get("/files/{id}", self._file)
        app.router.add_get("/qr", self._qr)
        app.router.add_get("/{name:.*}", self._static)
        app.on_shutdown.append(self._close)
        return app

    async def _close(self, _: web.Application) -> None:
        self._closing.set()
        self._table.bot.watch.changed()

    async def _static(self, request: web.Request) -> web.Response:
        path = STATIC / (request.match_info["name"] or "index.html")
        if path.parent != STATIC or path.suffix not in KINDS or not path.is_file():
            raise web.HTTPNotFound
        return web.Response(body=path.read_bytes(), content_type=KINDS[path.suffix], charset="utf-8", headers=HEADERS)

    async def _file(self, request: web.Request) -> web.Response:
        try:
            content = self._table.bot.files.find(request.match_info["id"]).content
        except ApiError:
            raise web.HTTPNotFound from None
        shown = content_type(content)
        kept = {} if shown is not None else {"Content-Disposition": "attachment"}  # never opened as a page of ours
        return web.Response(body=content, content_type=shown or "application/octet-stream", headers=HEADERS | kept)

    async def _qr(self, request: web.Request) -> web.Response:
        link = request.query.get("link", "")
        if payload_in(link, self._table.bot) is None:
            raise web.HTTPNotFound
        return web.Response(body=qr_code(link), content_type="image/svg+xml", headers=HEADERS)

    async def _act(self, request: web.Request) -> web.Response:
        act = ACTS.get(request.match_info["name"])
        if act is None or request.content_type != "application/json":
            raise web.HTTPBadRequest
        try:
            await act.model_validate_json(await request.read()).play(self._table, self._backstage)
        except ValidationError as error:
            raise web.HTTPBadRequest(text=str(error)) from error
        except TooLarge:
            return web.Response(status=413)
        except (CannotBeDone, NotHere) as error:
            return web.Response(status=409, text=str(error))
        except Unable as error:
            return web.Response(status=409, text=error.why)
        self._table.acts += 1
        self._table.bot.watch.changed()
        return web.json_response({"acts": self._table.acts})

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={**HEADERS, "Content-Type": "text/event-stream"})
        await response.prepare(request)
        watch, reader, seen = self._table.bot.watch, _Reader(), -1
        with suppress(ConnectionResetError):
            while not self._closing.is_set():
                look = reader.glance if seen == watch.changes else reader.news
                seen = watch.changes
                if news := look(self._table, self._backstage):
                    await response.write(b"data: " + json.dumps(news).encode() + b"\n\n")
                await self._change(seen, GLANCE if reader.rests else QUICK_GLANCE)
        return response

    async def _change(self, seen: int, seconds: float) -> None:
        """Wait for a change at the simulator after the `seen` ones, so many seconds at most."""
        watch, loop = self._table.bot.watch, asyncio.get_running_loop()
        rested = loop.time() + REST
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await watch.until(lambda: watch.changes > seen)
        await asyncio.sleep(rested - loop.time())


@web.middleware
async def _only_from_here(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    if request.url.host not in (LOOPBACK, "localhost"):
        raise web.HTTPForbidden
    return await handler(request)


@asynccontextmanager
async def serving(table: Table, backstage: Backstage, port: int) -> AsyncIterator[str]:
    """The page's address, as long as it is served. A port that is taken is replaced by a free one."""
    runner = web.AppRunner(_Page(table, backstage).app(), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, LOOPBACK, port).start()
        except OSError:
            await web.TCPSite(runner, LOOPBACK, 0).start()
        yield "http://{}:{}".format(*runner.addresses[0][:2])
    finally:
        await runner.cleanup()
