"""Whether a person may write to an officer at this moment: asked before every way into a case, and again behind buttons
that are pressed long after they were shown.
"""

from bot.domain.emergencies import emergency_in
from bot.domain.people import Actor
from bot.domain.refusals import Refusal
from bot.handlers.cases.buttons import EmergencyCard, Kept
from bot.handlers.residents.buttons import MyOfficer, missing_for_case
from bot.services import residents
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.screens import ShowScreen


class WritesAsOfficer(Refusal):
    """A person who is both resident and officer is the officer, until they say otherwise."""

    key = "desk-writes-as-officer"


async def may_write(context: Context) -> bool:
    """Whether the person may write; shows the one step that is missing when not. Raises WritesAsOfficer."""
    if context.actor.works_as_officer:
        raise WritesAsOfficer
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
    found = emergency_in(message.body.text) if message.body else None
    if found is not None:
        card = EmergencyCard(found, Kept.NOT).pack()
        context.tell(ShowScreen(card), once=card, urgent=True)
    await residents.drop_drafts(context.tx, context.actor)
    residents.say_not_kept(context.tx, context.actor)
    context.tell(ShowScreen(MyOfficer().pack()), once=MyOfficer.code)
