"""Whether somebody may write to an officer at this moment: asked before every way into a case, and again behind buttons
that are pressed long after they were shown.
"""

from bot.domain.refusals import Refusal
from bot.handlers.residents.buttons import MyOfficer, missing_step
from bot.services import residents
from bot.telegram.context import Context


class WritesAsOfficer(Refusal):
    """Who is resident and officer at once is the officer, until he says otherwise."""

    key = "desk-writes-as-officer"


async def ready(context: Context) -> bool:
    """Whether the person may write; shows the one step that is missing when not. Raises WritesAsOfficer."""
    if context.actor.works_as_officer:
        raise WritesAsOfficer
    if (missing := missing_step(context.actor)) is not None:
        context.show(missing)
        return False
    return not await unread(context)


async def unread(context: Context) -> bool:
    """Whether nobody reads what this person writes. That is shown then, and what waits unsent is forgotten."""
    actor = context.actor
    if actor.standing is None or actor.is_read:
        return False
    await residents.drop_drafts(context.tx, actor)
    context.show(MyOfficer())
    return True
