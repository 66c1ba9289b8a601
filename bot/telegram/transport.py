"""HTTP to the Bot API over aiohttp: keep-alive connections that serve many sends in parallel, cheaper than httpx.

`AiohttpRequest` is python-telegram-bot's extension point for it. The hot paths (fetching updates, sending letters) go
through `gateway` over the same session, because they need the plain JSON and not objects.
"""

from typing import cast

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECTIONS = 72  # of which the sender takes 64; the poll and the answers to presses take others
# For a request as a whole: waiting for a connection, writing and reading. A long poll lasts up to 50 s; `gateway` waits
# less long for all else. Without it a half-open connection, whose other end is gone, would never answer.
PATIENCE = aiohttp.ClientTimeout(total=65, sock_connect=10)


def new_session() -> aiohttp.ClientSession:
    """A session of our own making. Needs a running loop; the caller closes it."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=60, ttl_dns_cache=300),
        timeout=PATIENCE,
        cookie_jar=aiohttp.DummyCookieJar(),
    )


class AiohttpRequest(BaseRequest):
    """Lends a session to python-telegram-bot; does not close it."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @property
    def read_timeout(self) -> float | None:
        return PATIENCE.total

    async def initialize(self) -> None:
        """The session is open already."""

    async def shutdown(self) -> None:
        """The session's owner closes it."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        try:
            async with self._session.request(method, url, data=form(request_data)) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            # The class alone: the error's text would carry the address, and the address the token.
            raise NetworkError(type(error).__name__) from None


def form(request: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    """The parameters as a form; with files, as a multipart one."""
    if request is None:
        return None
    if not request.contains_files:
        return request.json_parameters
    data = aiohttp.FormData(quote_fields=False)
    for name, value in request.json_parameters.items():
        data.add_field(name, value)
    for name, (file_name, content, mime) in (request.multipart_data or {}).items():
        data.add_field(name, cast("bytes", content), filename=file_name, content_type=mime)
    return data
