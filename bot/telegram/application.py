"""Python-telegram-bot's dispatch, by the shape of an update alone. What depends on state is decided behind it.

Its traps are closed here. A handler's exception is raised again out of `process_update` instead of being logged and
forgotten; an exception in `from_update` would be swallowed, so it does nothing that can fail; handlers that would run
after the transaction are refused; and an update that no handler marked as handled is a failure, not a success.
"""

import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Chat, ChatMemberUpdated, Message, MessageReactionUpdated, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    MessageReactionHandler,
    TypeHandler,
    filters,
)

from bot.domain.refusals import OldButton
from bot.telegram.buttons import Button, NotAButton, unpack
from bot.telegram.context import Context, Tools, Turn

Command = Callable[[Context, str], Awaitable[None]]
Press = Callable[[Context, Any], Awaitable[None]]  # takes the button of its own class
OnMessage = Callable[[Context, Message], Awaitable[None]]
OnMembership = Callable[[Context, ChatMemberUpdated], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Routes:
    """Every way in. In groups and channels nobody acts as a person: what they ask there is public."""

    commands: Mapping[str, Command]
    buttons: Mapping[type[Button], Press]
    message: OnMessage
    edited: OnMessage
    reaction: Callable[[Context, MessageReactionUpdated], Awaitable[None]]
    membership: OnMembership
    chat_commands: Mapping[str, OnMessage]  # in groups and channels
    chat_membership: OnMembership
    chat_moved: OnMessage  # a group became a supergroup


@dataclass(frozen=True, slots=True)
class Incoming:
    """A parsed update, with what is needed before it is dispatched."""

    update: Update
    user_id: int | None  # who is behind it, at Telegram; None where nobody is, or outside a private chat
    query_id: str  # of the pressed button; empty where none was pressed
    answers: int | None  # the message that this one is a reply to


class BotApplication(Application[Bot, Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], None]):
    """`turn` is set by the worker before each update; one update is handled at a time."""

    turn: Turn
    tools: Tools

    def parse(self, body: str) -> Incoming:
        """An update of the inbox. Raises whatever python-telegram-bot raises at what it cannot parse."""
        update = Update.de_json(json.loads(body), self.bot)
        user, chat, query = update.effective_user, update.effective_chat, update.callback_query
        private = user is not None and chat is not None and chat.type == Chat.PRIVATE
        answered = update.message.reply_to_message if update.message else None
        return Incoming(
            update,
            user.id if private and user else None,
            query.id if query else "",
            answered.message_id if answered else None,
        )

    async def process_error(self, update: object, error: Exception, *_: object, **__: object) -> bool:
        raise error

    def add_handler(self, handler: BaseHandler[Any, Context, Any], group: int = 0) -> None:
        if handler.block is False:
            raise ValueError("a handler that does not block would run after its transaction")
        super().add_handler(handler, group)


class TurnContext(Context):
    @classmethod
    def from_update(cls, update: object, application: "Application[Any, Any, Any, Any, Any, Any]") -> "TurnContext":
        context = cls(application)
        if isinstance(application, BotApplication):
            context.turn = application.turn
            context.tools = application.tools
        return context


def build(bot: Bot, routes: Routes, tools: Tools) -> BotApplication:
    """The application with all its handlers; it neither polls nor keeps anything."""
    builder = ApplicationBuilder().bot(bot).updater(None).job_queue(None).concurrent_updates(False)
    application = builder.application_class(BotApplication).context_types(ContextTypes(context=TurnContext)).build()
    if not isinstance(application, BotApplication):
        raise TypeError("the builder made another class than it was given")
    application.tools = tools
    private = filters.ChatType.PRIVATE
    for name, command in routes.commands.items():
        application.add_handler(CommandHandler(name, _command(command), filters=private & filters.UpdateType.MESSAGE))
    in_chats = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS | filters.UpdateType.CHANNEL_POST
    for name, asked in routes.chat_commands.items():
        application.add_handler(CommandHandler(name, _message(asked), filters=in_chats))
    application.add_handler(MessageHandler(in_chats & filters.StatusUpdate.MIGRATE, _message(routes.chat_moved)))
    application.add_handler(CallbackQueryHandler(_button(routes.buttons)))
    application.add_handler(MessageHandler(private & filters.UpdateType.MESSAGE, _message(routes.message)))
    application.add_handler(MessageHandler(private & filters.UpdateType.EDITED_MESSAGE, _message(routes.edited)))
    application.add_handler(MessageReactionHandler(_reaction(routes)))
    application.add_handler(ChatMemberHandler(_membership(routes), ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(TypeHandler(Update, _nobodys))
    return application


Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


def _command(command: Command) -> Callback:
    async def handle(update: Update, context: Context) -> None:
        context.turn.handled = True
        await command(context, " ".join(context.args or ()))

    return handle


def _button(table: Mapping[type[Button], Press]) -> Callback:
    async def handle(update: Update, context: Context) -> None:
        context.turn.handled = True
        context.turn.pressed = update.callback_query
        query = update.callback_query
        try:
            button = unpack(query.data or "" if query else "")
            press = table[type(button)]
        except (NotAButton, KeyError) as error:
            raise OldButton from error
        context.turn.facts["button"] = button.code
        await press(context, button)

    return handle


def _message(on_message: OnMessage) -> Callback:
    async def handle(update: Update, context: Context) -> None:
        context.turn.handled = True
        message = update.effective_message
        if message is not None:
            await on_message(context, message)

    return handle


def _reaction(routes: Routes) -> Callback:
    async def handle(update: Update, context: Context) -> None:
        context.turn.handled = True
        if update.message_reaction is not None and context.turn.actor is not None:
            await routes.reaction(context, update.message_reaction)

    return handle


def _membership(routes: Routes) -> Callback:
    async def handle(update: Update, context: Context) -> None:
        context.turn.handled = True
        change = update.my_chat_member
        if change is not None:
            private = change.chat.type == Chat.PRIVATE
            await (routes.membership if private else routes.chat_membership)(context, change)

    return handle


async def _nobodys(update: Update, context: Context) -> None:
    """A kind of update that the bot has no use for: handled by being known."""
    context.turn.handled = True
    context.turn.facts["unused"] = 1
