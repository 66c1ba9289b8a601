"""Telegram's Bot API server over real HTTP on this machine, and the way into it for tests."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from itertools import count
from types import TracebackType
from typing import Self

from aiohttp import web
from telegram import Chat, TelegramObject, User

from bot.clock import Clock
from simulator import editing, profile, reading, sending, topics
from simulator.accounts import Account
from simulator.chats import Conversation
from simulator.errors import ApiError, bad_request, too_many_requests
from simulator.faults import Astray, CutAfter, CutBefore, Faults, Kind, Refusal, ServerError, Silent, Slow, TooMany
from simulator.files import UPLOAD_LIMIT, Upload
from simulator.groups import SUPERGROUPS, Group, GroupChat
from simulator.limits import Flood, Limits
from simulator.parameters import Answer, Parameters, read
from simulator.people import Person
from simulator.updates import Pending
from simulator.watch import Watch

METHODS: dict[str, type[Parameters]] = {
    method.__name__[0].lower() + method.__name__[1:]: method
    for method in (
        reading.GetMe,
        reading.GetUpdates,
        reading.SetWebhook,
        reading.DeleteWebhook,
        reading.GetWebhookInfo,
        reading.GetFile,
        reading.GetChat,
        reading.GetChatMember,
        reading.GetChatAdministrators,
        reading.LeaveChat,
        sending.SendMessage,
        sending.SendPhoto,
        sending.SendVideo,
        sending.SendAnimation,
        sending.SendVoice,
        sending.SendAudio,
        sending.SendDocument,
        sending.SendVideoNote,
        sending.SendSticker,
        sending.SendLocation,
        sending.SendVenue,
        sending.SendContact,
        sending.SendMediaGroup,
        sending.CopyMessage,
        sending.SendChatAction,
        editing.EditMessageText,
        editing.EditMessageCaption,
        editing.EditMessageMedia,
        editing.EditMessageReplyMarkup,
        editing.DeleteMessage,
        editing.DeleteMessages,
        editing.PinChatMessage,
        editing.UnpinChatMessage,
        editing.SetMessageReaction,
        editing.AnswerCallbackQuery,
        topics.CreateForumTopic,
        topics.EditForumTopic,
        topics.DeleteForumTopic,
        topics.GetForumTopicIconStickers,
        profile.SetMyCommands,
        profile.GetMyCommands,
        profile.DeleteMyCommands,
        profile.SetMyDescription,
        profile.GetMyDescription,
        profile.SetMyShortDescription,
        profile.GetMyShortDescription,
        profile.SetChatMenuButton,
        profile.GetChatMenuButton,
    )
}


@dataclass(frozen=True, slots=True)
class Request:
    """A call that came in, and what became of it: one of answer, error, or a fault that kept it from being taken."""

    method: str
    params: Mapping[str, object]
    answer: Answer | None = None
    error: str | None = None
    fault: Kind | None = None


class Simulator:
    """An async context manager: serves on `url` while it is open.

    `record=False` keeps no list of requests, for benches; `limits` switches Telegram's flood limits on.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        limits: Limits | None = None,
        record: bool = True,
    ) -> None:
        self.clock = clock
        self.faults = Faults()
        self.requests: list[Request] = []
        self.url = ""
        self._host = host
        self._port = port
        self._limits = limits
        self._record = record
        self._watch = Watch()
        self._closed = asyncio.Event()
        self._bots: dict[str, Account] = {}
        self._floods: dict[str, Flood] = {}
        self._person_ids = count(700_000_001)
        self._group_ids = count(4_000_001)
        app = web.Application(client_max_size=UPLOAD_LIMIT + 1024**2)
        app.router.add_get("/file/bot{token}/{path:.+}", self._serve_file)
        app.router.add_route("*", "/bot{token}/{method}", self._serve_method)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        self.url = "http://{}:{}".format(*self._runner.addresses[0][:2])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed.set()
        for bot in self._bots.values():
            await bot.close()
        await self._runner.cleanup()

    @property
    def settled(self) -> Callable[[], Awaitable[None]] | None:
        """How bot and simulator are brought to rest; `sees` and `does_not_see` await it before they look."""
        return self._watch.settled

    @settled.setter
    def settled(self, settled: Callable[[], Awaitable[None]] | None) -> None:
        self._watch.settled = settled

    async def until(self, predicate: Callable[[], bool]) -> None:
        """Return as soon as the predicate holds; it is asked after everything that happens here."""
        await self._watch.until(predicate)

    def changed(self) -> None:
        """Notify those who wait that something has happened outside the simulator."""
        self._watch.changed()

    def bot(self, token: str, username: str, *, topics: bool = False, by_people: bool | None = None) -> Account:
        """Make a bot, as BotFather would: with `topics`, private chats with it may have them, which people may make and
        delete, too, unless that is forbidden.
        """
        people_may = topics if by_people is None else by_people
        account = Account(token, username, self.clock, self._watch, topics=topics, by_people=people_may)
        self._bots[token] = account
        if self._limits is not None:
            self._floods[token] = Flood(self._limits, self.clock)
        return account

    def person(
        self, first_name: str, *, language_code: str = "uk", username: str | None = None, bot: Account | None = None
    ) -> Person:
        """A person who has not started the bot yet; the bot is the first one if none is named."""
        account = bot or next(iter(self._bots.values()))
        user = User(next(self._person_ids), first_name, is_bot=False, username=username, language_code=language_code)
        chat = Chat(user.id, Chat.PRIVATE, first_name=first_name, username=username)
        account.conversations[chat.id] = Conversation(chat)
        return Person(user, account)

    def group(self, title: str, *, bot: Account | None = None) -> Group:
        """A group of people in which the bot is not yet."""
        return self._group(Chat(-next(self._group_ids), Chat.GROUP, title), bot)

    def forum(self, title: str, *, bot: Account | None = None) -> Group:
        """A supergroup with topics."""
        return self._group(Chat(-next(self._group_ids) - SUPERGROUPS, Chat.SUPERGROUP, title, is_forum=True), bot)

    def channel(self, title: str, *, bot: Account | None = None) -> Group:
        return self._group(Chat(-next(self._group_ids) - SUPERGROUPS, Chat.CHANNEL, title), bot)

    def _group(self, chat: Chat, bot: Account | None) -> Group:
        account = bot or next(iter(self._bots.values()))
        account.conversations[chat.id] = made = GroupChat(chat, bot=account.sender)
        return Group(made, account)

    def unconfirmed(self) -> list[Pending]:
        """Updates that no bot has confirmed yet, by an offset or by a webhook's 2xx."""
        return [update for bot in self._bots.values() for update in bot.updates.pending]

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        bot = self._bots.get(request.match_info["token"])
        content = None if bot is None else bot.files.content(request.match_info["path"])
        return _no(ApiError(404, "Not Found")) if content is None else web.Response(body=content)

    async def _serve_method(self, request: web.Request) -> web.StreamResponse:
        bot = self._bots.get(request.match_info["token"])
        if bot is None:
            return _no(ApiError(401, "Unauthorized"))
        name = request.match_info["method"]
        try:
            given, uploads = await _body(request)
        except ApiError as refusal:
            return _no(refusal)
        fault = self.faults.strike(name, given.get("chat_id"))
        if isinstance(fault, Slow):
            self._watch.changed()  # who waits for the bot to wait, sees it
            await self.clock.sleep_until(self.clock.now() + fault.by)
        elif isinstance(fault, Silent):
            self._note(Request(name, given, fault=fault))
            await self._closed.wait()
            return web.Response()  # nobody is there to read it
        elif isinstance(fault, CutBefore | ServerError):
            self._note(Request(name, given, fault=fault))
            return _cut(request) if isinstance(fault, CutBefore) else _broken(fault)
        try:
            if isinstance(fault, TooMany):
                raise too_many_requests(fault.retry_after)
            if isinstance(fault, Refusal):
                raise bad_request(fault.reason)
            if isinstance(fault, Astray):
                given.pop("message_thread_id", None)
            answer = await self._answer(bot, name, given, uploads)
        except ApiError as refusal:
            self._note(Request(name, given, error=refusal.description, fault=fault))
            return _no(refusal)
        self._note(Request(name, given, answer, fault=fault))
        return _cut(request) if isinstance(fault, CutAfter) else _yes(answer)

    async def _answer(
        self, bot: Account, name: str, given: Mapping[str, object], uploads: Mapping[str, Upload]
    ) -> Answer:
        method = METHODS.get(name)
        if method is None:
            raise bad_request(f"the simulator does not know the method {name}")
        direct = {part: upload for part, upload in uploads.items() if part in method.model_fields}
        call = read(method, {**given, **direct}, uploads)
        if isinstance(call, sending.Sending) and (flood := self._floods.get(bot.token)) is not None:
            wait = flood.count(call.chat_id, call.messages, paid=call.allow_paid_broadcast)
            if wait:
                raise too_many_requests(wait)
        return await call.answer(bot)

    def _note(self, request: Request) -> None:
        if self._record:
            self.requests.append(request)
            self._watch.changed()


async def _body(request: web.Request) -> tuple[dict[str, object], dict[str, Upload]]:
    """Parameters and uploads, however they were sent. Raises ApiError."""
    given: dict[str, object] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            given |= await request.json()
        except (ValueError, TypeError) as error:
            raise bad_request("can't parse request JSON") from error
        return given, uploads
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiError(413, "Request Entity Too Large") from error
    for name, value in form.items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.file.read())
        else:
            given[name] = value
    return given, uploads


def _yes(answer: Answer) -> web.Response:
    return web.Response(body=b'{"ok":true,"result":' + _json(answer) + b"}", content_type="application/json")


def _no(refusal: ApiError) -> web.Response:
    body: dict[str, object] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.code)


def _json(answer: Answer) -> bytes:
    if isinstance(answer, bytes):
        return answer
    if isinstance(answer, TelegramObject):
        return json.dumps(answer.to_dict()).encode()
    if isinstance(answer, bool):
        return b"true" if answer else b"false"
    return json.dumps([part.to_dict() for part in answer]).encode()


def _broken(fault: ServerError) -> web.Response:
    if fault.html:
        return web.Response(status=fault.status, text="<html><h1>Bad Gateway</h1></html>", content_type="text/html")
    return _no(ApiError(fault.status, "Internal Server Error"))


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()  # nobody is there to read it
