"""What a reader does with a discreet notice: opens its words, and takes them out of the chat again."""

from bot.handlers.notices.buttons import OpenNotice
from bot.services import subscriptions
from bot.telegram.context import Context


async def open_words(context: Context, button: OpenNotice) -> None:
    await subscriptions.received(context.tx, context.actor, button.notice_id)
    context.show(button)
