"""«Мій кабінет»: what an officer sees and changes of his own post."""

from bot.domain.invitations import FieldBeforePost
from bot.domain.people import require_officer
from bot.handlers.officers.buttons import Guide, MyPost
from bot.handlers.officers.dialogs import FieldOfCard
from bot.storage import dialogs
from bot.telegram.context import Context


async def my_post(context: Context, button: MyPost | None = None) -> None:
    """By the label of the menu, or back from a question."""
    require_officer(context.actor)
    await dialogs.leave(context.tx, context.actor, FieldOfCard, FieldBeforePost)
    context.show(button or MyPost())


async def guide(context: Context, button: Guide) -> None:
    require_officer(context.actor)
    context.show(button)
