"""What a coordinator does with an officer: looks, and dismisses. The card is changed as the officer does it."""

from bot.domain.invitations import FieldBeforePost
from bot.domain.people import require_coordinator
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.officers.buttons import AskDismissal, Dismiss, OfficerPage
from bot.handlers.officers.dialogs import FieldOfCard
from bot.services import officers
from bot.storage import dialogs
from bot.telegram.context import Context


async def look(context: Context, button: OfficerPage | AskDismissal) -> None:
    require_coordinator(context.actor)
    await officers.card_to_edit(context.tx, context.actor.person_id, button.officer_id)
    await dialogs.leave(context.tx, context.actor, FieldOfCard, FieldBeforePost)
    context.show(button)


async def dismiss(context: Context, button: Dismiss) -> None:
    await officers.dismiss(context.tx, context.actor, button.officer_id)
    context.answer(context.say("officer-dismissed"))
    context.show(CoordinatorHome())
