"""What a resident does with office hours: looks when and where, and asks to be reminded."""

from bot.handlers.office_hours.buttons import OtherDays, ReceptionHours, Remind, ShowPlace
from bot.handlers.people.buttons import Greeting
from bot.services import office_hours
from bot.telegram.context import Context


async def show_place(context: Context, button: ShowPlace) -> None:
    """It comes as a message of its own."""
    await office_hours.show_place(context.tx, context.actor, button.office_id)


async def remind(context: Context, button: Remind) -> None:
    """What is kept about somebody needs the consent."""
    if not context.actor.has_consented:
        context.show(Greeting())
        return
    if button.on:
        at = await office_hours.ask_reminder(context.tx, context.actor, button.opening)
        context.answer(context.say("hours-remind-on", when=context.say.datetime(at)))
    else:
        await office_hours.forget_reminder(context.tx, context.actor, button.opening)
        context.answer(context.say("hours-remind-off"))
    context.show(OtherDays() if button.other else ReceptionHours())
