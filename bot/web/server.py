"""The bot's one web server: /healthz, /readyz, and the webhook where there is one."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

BODY_LIMIT = 1024**2  # bytes; an update is some kilobytes
LAST_ANSWERS_SECONDS = 5


@asynccontextmanager
async def serving(host: str, port: int, routes: Sequence[web.RouteDef]) -> AsyncIterator[int]:
    """Serve until the block ends; gives the port, which the system chooses where 0 is asked for. Raises OSError."""
    app = web.Application(client_max_size=BODY_LIMIT)
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_ANSWERS_SECONDS)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
