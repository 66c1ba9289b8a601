"""Takes the updates that Telegram pushes. One is stored before it is answered: a 200 means that it cannot be lost.

What cannot be stored now is answered with 503 and `Retry-After: 1`, and Telegram brings it again; any other failure
would make it wait for minutes. A caller without the secret learns only that nothing is here.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus

import structlog
from aiohttp import web

from bot.logs import trace
from bot.storage.engine import DatabaseUnavailable, TransactionLost

log = structlog.get_logger()

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
Keep = Callable[[Sequence[Mapping[str, object]]], Awaitable[None]]


def webhook(path: str, secret: str, keep: Keep) -> web.RouteDef:
    """`keep` returns when the updates are stored; raises DatabaseUnavailable or TransactionLost."""
    expected = secret.encode()

    async def take(request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode(errors="surrogateescape"), expected):
            return web.Response(status=HTTPStatus.NOT_FOUND)
        update = read(await request.read())
        if update is None:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        try:
            await keep([update])
        except (DatabaseUnavailable, TransactionLost) as error:
            log.error("an update cannot be stored; Telegram keeps it for a day", error=trace(error))
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "1"})
        return web.Response()

    return web.post(path, take)


def read(body: bytes) -> Mapping[str, object] | None:
    """The update in a request's body; None where there is none."""
    try:
        update = json.loads(body)
    except ValueError:
        return None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        return None
    return update
