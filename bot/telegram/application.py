"""Python-telegram-bot's dispatch, by the shape of an update alone. What depends on state is decided after it.

Its traps are closed here. A handler's exception is raised again out of `process_update` instead of being logged and
forgotten; an exception in `from_update` would be swallowed, so it does nothing that can fail; handlers that would run
after the transaction are refused; and an update that no handler marked as handled is a failure, not a success.
"""

import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import aiohttp
from telegram import Bot, Chat, Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    MessageReactionHandler,
    TypeHandler,
    filters,
)

from bot.surface.context import Context, Tools, Turn
from bot.surface.routes import Routes
from bot.telegram import incoming
from bot.telegram.gateway import NoAnswer, Unauthorized
from bot.telegram.transport import AiohttpRequest

PtbContext = CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]  # PTB's own dicts, unused
Callback = Callable[[Update, PtbContext], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A parsed update, with what is needed before it is dispatched."""

    update: Update
    user_id: int | None  # the person behind it, at Telegram; None where there is none, or outside a private chat
    query_id: str  # of the pressed button; empty where none was pressed
    answers: int | None  # the message that this one is a reply to
    thread_id: int | None  # of their private chat, in which they write or press


def whole(number: object) -> int:
    """An id by which much is read for several updates together: one that no column holds would fail all of them.

    Raises ValueError.
    """
    if type(number) is not int or abs(number) >= 2**63:  # True is an int to Python, and no id
        raise ValueError("an id of no account and no message")
    return number


def new_bot(session: aiohttp.ClientSession, api_url: str, token: str) -> Bot:
    """Over a session that its owner closes; it does not know its own account before `introduce`."""
    request = AiohttpRequest(session)
    return Bot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=request,
        get_updates_request=request,
    )


async def introduce(bot: Bot) -> None:
    """Ask Telegram who the bot is. Raises Unauthorized, NoAnswer."""
    try:
        await bot.initialize()
    except InvalidToken:
        raise Unauthorized(401, "Unauthorized") from None  # the error's own text carries the token
    except TelegramError as error:
        raise NoAnswer(type(error).__name__) from None


class BotApplication(Application[Bot, PtbContext, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]):
    """`turn` is set by the worker before each update; one update is handled at a time."""

    turn: Turn
    tools: Tools
    routes: Routes

    def parse(self, body: str) -> Incoming:
        """An update of the inbox. Raises whatever python-telegram-bot raises at what it cannot parse."""
        update = Update.de_json(json.loads(body), self.bot)
        user, chat, query = update.effective_user, update.effective_chat, update.callback_query
        private = user is not None and chat is not None and chat.type == Chat.PRIVATE
        answered = update.message.reply_to_message if update.message else None
        return Incoming(
            update,
            whole(user.id) if private and user else None,
            str(query.id) if query else "",
            whole(answered.message_id) if answered else None,
            incoming.thread_of(update) if private else None,
        )

    async def process_error(self, update: object, error: Exception, *_: object, **__: object) -> bool:
        raise error

    def add_handler(self, handler: BaseHandler[Any, PtbContext, Any], group: int = 0) -> None:
        if handler.block is False:
            raise ValueError("a handler that does not block would run after its transaction")
        super().add_handler(handler, group)

    # What python-telegram-bot calls.

    def begins(self) -> Context:
        """What a handler of ours is given. The update counts as handled, whatever becomes of it."""
        self.turn.handled = True
        return Context(self.turn, self.tools)

    def on_command(self, name: str) -> Callback:
        command = self.routes.commands[name]

        async def handle(update: Update, _: PtbContext) -> None:
            context, message = self.begins(), update.message
            if message is not None:
                await command(context, incoming.behind_command(message, self.bot.id))

        return handle

    async def on_press(self, update: Update, _: PtbContext) -> None:
        context, query = self.begins(), update.callback_query
        if query is not None:
            message_id = query.message.message_id if query.message else None
            context.turn.account = incoming.account(query.from_user)
            await self.routes.press(context, query.data or "", message_id)

    async def on_message(self, update: Update, _: PtbContext) -> None:
        context, message = self.begins(), update.message
        if message is not None:
            await self.routes.message(context, incoming.private_message(message, self.bot.id))

    async def on_edit(self, update: Update, _: PtbContext) -> None:
        context, message = self.begins(), update.edited_message
        if message is not None:
            is_behind = incoming.command_of(message) in self.routes.commands
            read = incoming.behind_command if is_behind else incoming.private_message
            await self.routes.edited(context, read(message, self.bot.id))

    async def on_reaction(self, update: Update, _: PtbContext) -> None:
        context, change = self.begins(), update.message_reaction
        if change is not None and context.turn.actor is not None:
            await self.routes.reaction(context, incoming.reacted(change))

    async def on_membership(self, update: Update, _: PtbContext) -> None:
        context, change = self.begins(), update.my_chat_member
        if change is not None and change.chat.type == Chat.PRIVATE:
            await self.routes.membership(context, incoming.reach_changed(change))
        elif change is not None:
            await self.routes.chat_membership(context, incoming.chat_changed(change))

    def on_chat_command(self, name: str) -> Callback:
        command = self.routes.chat_commands[name]

        async def handle(update: Update, _: PtbContext) -> None:
            context, message = self.begins(), update.effective_message
            if message is not None:
                await command(context, incoming.chat_command(message))

        return handle

    async def on_chat_moved(self, update: Update, _: PtbContext) -> None:
        context, message = self.begins(), update.effective_message
        if message is not None:
            await self.routes.chat_moved(context, incoming.chat_moved(message))

    async def on_unused(self, update: Update, _: PtbContext) -> None:
        """A kind of update that the bot has no use for: handled by being known."""
        self.begins().turn.facts["unused"] = 1


class TurnContext(PtbContext):
    @classmethod
    def from_update(cls, update: object, application: "Application[Any, Any, Any, Any, Any, Any]") -> "TurnContext":
        return cls(application)


def build(bot: Bot, routes: Routes, tools: Tools) -> BotApplication:
    """The application with all its handlers; it neither polls nor keeps anything."""
    builder = ApplicationBuilder().bot(bot).updater(None).job_queue(None).concurrent_updates(False)
    application = builder.application_class(BotApplication).context_types(ContextTypes(context=TurnContext)).build()
    if not isinstance(application, BotApplication):
        raise TypeError("the builder made another class than it was given")
    application.tools, application.routes = tools, routes
    private, edited = filters.ChatType.PRIVATE, filters.UpdateType.EDITED_MESSAGE
    in_private = private & filters.UpdateType.MESSAGE
    in_chats = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS | filters.UpdateType.CHANNEL_POST
    handlers: list[BaseHandler[Any, PtbContext, Any]] = [
        *(CommandHandler(name, application.on_command(name), filters=in_private) for name in routes.commands),
        *(CommandHandler(name, application.on_chat_command(name), filters=in_chats) for name in routes.chat_commands),
        MessageHandler(in_chats & filters.StatusUpdate.MIGRATE, application.on_chat_moved),
        CallbackQueryHandler(application.on_press),
        MessageHandler(in_private & filters.StatusUpdate.ALL, application.on_unused),  # a pin, a timer: none wrote it
        MessageHandler(in_private, application.on_message),
        MessageHandler(private & edited, application.on_edit),
        MessageReactionHandler(application.on_reaction),
        ChatMemberHandler(application.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        TypeHandler(Update, application.on_unused),
    ]
    for handler in handlers:
        application.add_handler(handler)
    return application
