"""Calls of Bot API methods as plain JSON, with errors sorted by what can be done about them.

python-telegram-bot's own errors are not used here: among them a final 400 is a kind of network error, and code that
retries "network errors" repeats it forever.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TypeAlias, cast

import aiohttp

from bot.clock import Clock, SystemClock

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


class TelegramFailure(Exception):
    """A call that did not succeed."""


class Refused(TelegramFailure):
    """A final refusal: the same call would be refused again. `description` is Telegram's own."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description


class Blocked(Refused):
    """403: the person has blocked the bot, never pressed start, or the bot was removed from the chat."""


class Unauthorized(Refused):
    """401 or 404: the token is not, or no longer, a bot's."""


class AnotherPoller(Refused):
    """409: another program fetches this bot's updates, or a webhook is set."""


class TooFast(TelegramFailure):
    """429: nothing was done; the same call may be made after `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"429, again in {seconds} s")
        self.seconds = seconds


class ChatMoved(TelegramFailure):
    """The group became a supergroup; nothing was done; its new id is `telegram_id`."""

    def __init__(self, telegram_id: int) -> None:
        super().__init__("the chat has a new id")
        self.telegram_id = telegram_id


class NoAnswer(TelegramFailure):
    """A cut connection or a server's failure: whether the call was carried out is not known."""


class NotSent(NoAnswer):
    """There was no connection to begin with: nothing was carried out."""


FINAL: Mapping[int, type[Refused]] = {
    400: Refused,
    401: Unauthorized,
    403: Blocked,
    404: Unauthorized,
    409: AnotherPoller,
    413: Refused,
}


POLL = "getUpdates"  # waits as long as the session does: its answer comes late on purpose
ANSWER_SECONDS = 40  # for any other method. Telegram may take half a minute on a bad day
FILE_SECONDS = 300  # for one that carries files, and for fetching one: 50 MB over a poor line
FILE_PATIENCE = aiohttp.ClientTimeout(total=FILE_SECONDS + 5, sock_connect=10)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes with a call: its bytes, or where they are on the disk, to be sent piece by piece."""

    name: str
    content: bytes | Path


@contextmanager
def connection_failures() -> Iterator[None]:
    """Raises NotSent or NoAnswer for what fails inside, without its text: that has the address, and so the token."""
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise NotSent(type(error).__name__) from None
    except (aiohttp.ClientError, TimeoutError) as error:
        raise NoAnswer(type(error).__name__) from None


class Gateway:
    """One bot at one Bot API server."""

    def __init__(self, session: aiohttp.ClientSession, api_url: str, token: str, clock: Clock | None = None) -> None:
        self._session = session
        self._clock = clock or SystemClock()
        self._base = f"{api_url.rstrip('/')}/bot{token}/"
        self.bot_id = int(token.partition(":")[0])
        self._files = f"{api_url.rstrip('/')}/file/bot{token}/"

    async def call(self, method: str, params: Mapping[str, Json], files: Mapping[str, Upload] | None = None) -> Json:
        """The method's result. `files`: what the parameters name as `attach://…`. Raises a TelegramFailure."""
        headers = None if files else JSON_HEADERS
        with connection_failures(), ExitStack() as opened:
            body = form(params, files, opened) if files else packed(params)
            if method == POLL:
                status, payload = await self._post(method, body, headers)
            else:
                async with self._clock.timeout(FILE_SECONDS if files else ANSWER_SECONDS):
                    status, payload = await self._post(method, body, headers)
        return result_of(status, payload)

    async def _post(
        self, method: str, body: bytes | aiohttp.FormData, headers: Mapping[str, str] | None
    ) -> tuple[int, bytes]:
        patience = self._session.timeout if headers else FILE_PATIENCE
        async with self._session.post(self._base + method, data=body, headers=headers, timeout=patience) as response:
            return response.status, await response.read()

    async def download(self, file_id: str) -> bytes:
        """A file's content. Raises a TelegramFailure: Refused for one of more than 20 MB, or that is not there."""
        file = cast("Mapping[str, Json]", await self.call("getFile", {"file_id": file_id}))
        with connection_failures():
            async with (
                self._clock.timeout(FILE_SECONDS),
                self._session.get(f"{self._files}{file['file_path']}", timeout=FILE_PATIENCE) as response,
            ):
                status, content = response.status, await response.read()
        if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
            raise Refused(status, "not a file")
        if status != HTTPStatus.OK:
            raise NoAnswer(f"{status}, not a file")
        return content


JSON_HEADERS = {"Content-Type": "application/json"}


def packed(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def form(params: Mapping[str, Json], files: Mapping[str, Upload], opened: ExitStack) -> aiohttp.FormData:
    """The parameters besides files: a value that is not text is sent as JSON. `opened` closes the files."""
    data = aiohttp.FormData(quote_fields=False)
    for name, value in params.items():
        data.add_field(name, value if isinstance(value, str) else packed(value).decode())
    for name, upload in files.items():
        content = upload.content
        if isinstance(content, Path):
            data.add_field(name, opened.enter_context(content.open("rb")), filename=upload.name)
        else:
            data.add_field(name, content, filename=upload.name)
    return data


def result_of(status: int, payload: bytes) -> Json:
    """What a response says. Raises a TelegramFailure."""
    try:
        answer = json.loads(payload)
        if answer["ok"]:
            return answer["result"]  # type: ignore[no-any-return]  # JSON
        description = str(answer.get("description", ""))
        parameters = answer.get("parameters") or {}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NoAnswer(f"{status}, not an answer of the Bot API") from None
    if "migrate_to_chat_id" in parameters:
        raise ChatMoved(int(parameters["migrate_to_chat_id"]))
    if status == 429:
        raise TooFast(int(parameters.get("retry_after", 1)))
    if status in FINAL:
        raise FINAL[status](status, description)
    raise NoAnswer(f"{status} {description}")
