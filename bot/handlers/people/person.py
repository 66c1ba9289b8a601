"""What anybody may do: start, agree, choose a language, block and unblock the bot."""

from telegram import ChatMemberUpdated

from bot.domain.people import CONSENT_VERSION
from bot.domain.refusals import OldButton
from bot.handlers.people.buttons import Agree, ChooseLanguage, Greeting, Menu
from bot.storage import people
from bot.telegram.context import Context


async def start(context: Context, payload: str) -> None:
    context.show(Menu() if context.actor.has_consented else Greeting())


async def agree(context: Context, button: Agree) -> None:
    if button.version != CONSENT_VERSION:
        raise OldButton  # the text has changed since: it must be read anew
    await people.set_consent(context.tx, context.actor.person_id, button.version)
    context.show(Menu())


async def choose_language(context: Context, button: ChooseLanguage) -> None:
    await people.set_language(context.tx, context.actor.person_id, button.language)
    context.show(Menu() if context.actor.has_consented else Greeting())


async def show_menu(context: Context, button: Menu) -> None:
    context.show(button)


async def membership(context: Context, change: ChatMemberUpdated) -> None:
    """The bot was blocked, unblocked, or let into or out of a chat."""
    reachable = change.new_chat_member.status not in (change.new_chat_member.BANNED, change.new_chat_member.LEFT)
    await people.set_reachable(context.tx, change.chat.id, reachable)
