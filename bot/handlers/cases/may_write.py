"""Whether a person may write to an officer at this moment: asked before every way into a case, and again behind buttons
that are pressed long after they were shown.
"""

from bot.domain.people import Actor
from bot.handlers.cases.incoming import warn
from bot.handlers.residents.buttons import MyOfficer, WritesAsOfficer, missing_for_case
from bot.services import residents
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.screens import ShowScreen


async def may_write(context: Context) -> bool:
    """Whether the person may write; shows the one step that is missing when not."""
    if context.actor.works_as_officer:
        context.show(WritesAsOfficer(), as_new=True)
        return False
    if (missing := missing_for_case(context.actor)) is not None:
        context.show(missing)
        return False
    if is_unread(context.actor):
        await residents.drop_drafts(context.tx, context.actor)
        context.show(MyOfficer())
        return False
    return True


def is_unread(actor: Actor) -> bool:
    """Whether nobody reads what this person writes."""
    return actor.standing is not None and not actor.is_read


async def turn_away(context: Context, message: PrivateMessage) -> None:
    """Messages that nobody would read: emergency numbers, where they mention one; then that they are not kept, with
    the numbers to call. What waits unsent is forgotten, too.
    """
    if message.body:
        await warn(context, message.body, kept=False)
    await residents.drop_drafts(context.tx, context.actor)
    residents.say_not_kept(context.tx, context.actor)
    context.tell(ShowScreen(MyOfficer().pack()), once=MyOfficer.code)
