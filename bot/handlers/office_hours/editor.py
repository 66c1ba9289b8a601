"""What an officer does with his hours, or his coordinator for him: looks at them, takes some away. See `form`, too."""

from bot.handlers.office_hours.buttons import OfficeHours, RemoveException, RemoveRule
from bot.handlers.office_hours.draft import HoursForm
from bot.services import office_hours
from bot.storage import dialogs
from bot.telegram.buttons import Button
from bot.telegram.context import Context


async def look(context: Context, button: Button) -> None:
    """Show a screen, and leave the form that was open. The screen itself checks the right to it."""
    await dialogs.leave(context.tx, context.actor, HoursForm)
    context.show(button)


async def remove_rule(context: Context, button: RemoveRule) -> None:
    officer_id = await office_hours.remove_rule(context.tx, context.actor, button.rule_id)
    context.answer(context.say("hours-removed"))
    context.show(OfficeHours(officer_id))


async def remove_exception(context: Context, button: RemoveException) -> None:
    officer_id = await office_hours.remove_exception(context.tx, context.actor, button.exception_id)
    context.answer(context.say("hours-removed"))
    context.show(OfficeHours(officer_id))
