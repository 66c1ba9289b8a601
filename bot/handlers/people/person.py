"""What anybody may do: choose a language, look for help, go back to the menu, block and unblock the bot."""

from telegram import ChatMemberUpdated

from bot.domain.people import CommandsShown
from bot.handlers.people.buttons import ChooseLanguage, Greeting, Menu, Stop
from bot.handlers.residents.buttons import Settings, has_begun
from bot.services import office_hours, residents
from bot.storage import people
from bot.telegram.context import Context


async def choose_language(context: Context, button: ChooseLanguage) -> None:
    """The greeting or the settings in the new language; the keyboard and the list of commands, too."""
    await people.set_language(context.tx, context.actor.person_id, button.language)
    context.answer(context.tools.texts.of(button.language)("language-chosen"))
    context.tell(CommandsShown())
    if not has_begun(context.actor):
        context.show(Greeting(button.community, button.settlement))
        return
    context.show(Settings())
    context.show(Menu(), anew=True)


async def stop(context: Context) -> None:
    """Nothing that was asked for is sent any more; answers to one's own cases still are."""
    await residents.stop_waiting(context.tx, context.actor)
    await office_hours.forget_reminders(context.tx, context.actor)
    context.show(Stop())


async def membership(context: Context, change: ChatMemberUpdated) -> None:
    """The bot was blocked or unblocked."""
    reachable = change.new_chat_member.status not in (change.new_chat_member.BANNED, change.new_chat_member.LEFT)
    await people.set_reachable(context.tx, change.chat.id, reachable)
