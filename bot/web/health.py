"""Probes: whether the process lives, and whether it may be given work."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.storage.engine import DatabaseUnavailable


def health(ready: Callable[[], Awaitable[str]]) -> list[web.RouteDef]:
    """`ready` says in one word what the process does, or raises DatabaseUnavailable."""

    async def healthz(request: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def readyz(request: web.Request) -> web.Response:
        try:
            return web.Response(text=f"{await ready()}\n")
        except DatabaseUnavailable:
            return web.Response(status=503, text="the database does not answer\n")

    return [web.get("/healthz", healthz), web.get("/readyz", readyz)]
