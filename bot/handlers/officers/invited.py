"""What somebody does who was invited: opens the link, accepts, takes a post.

The link is proven once, when it opens; from then on the person's own dialog says which invitation that was, so that no
token stands in a button, and no button alone opens an invitation.
"""

from telegram import Message

from bot.domain.ids import InvitationId
from bot.domain.invitations import InvitationOpened, InvitedAs
from bot.domain.refusals import OldButton
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.officers import card
from bot.handlers.officers.buttons import AcceptInvitation, ConfirmPost, Invited, NotNow, TakePost
from bot.handlers.people.buttons import Menu
from bot.services import invitations, officers
from bot.storage import dialogs
from bot.telegram.context import Context


async def open_link(context: Context, token: str) -> None:
    """The start payload `i-<token>`."""
    invitation = await invitations.opened(context.tx, token)
    await card.wait_at_invitation(context, invitation.id)
    context.show(Invited(invitation.id))


async def show_again(context: Context, message: Message, dialog: InvitationOpened) -> None:
    """A message, while an invitation waits for a press."""
    if not await card.leaves_void(context, dialog.invitation_id):
        context.show(Invited(dialog.invitation_id))


async def look(context: Context, button: Invited) -> None:
    """Back to the invitation from one of its questions."""
    await card.wait_at_invitation(context, _proven(context, button.invitation_id))
    context.show(button)


async def not_now(context: Context, button: NotNow) -> None:
    await dialogs.end(context.tx, context.actor)
    context.show(Menu())


async def accept(context: Context, button: AcceptInvitation) -> None:
    invitation = await invitations.good(context.tx, _proven(context, button.invitation_id))
    if invitation.role is InvitedAs.COORDINATOR:
        await invitations.become_coordinator(context.tx, context.actor, invitation.id)
        await dialogs.end(context.tx, context.actor)
        context.show(CoordinatorHome())
        context.show(Menu(), anew=True)
        return
    await card.ask_what_is_missing(context, await officers.own_card(context.tx, context.actor), invitation.id)


async def take_post(context: Context, button: TakePost) -> None:
    invitation_id = _proven(context, button.invitation_id)
    officer_id = await officers.take_post(context.tx, context.actor, invitation_id)
    await card.ask_next(context, officer_id, None)


async def confirm(context: Context, button: ConfirmPost) -> None:
    """Back to the confirmation."""
    await card.wait_at_invitation(context, _proven(context, button.invitation_id))
    context.show(button)


def _proven(context: Context, invitation_id: InvitationId) -> InvitationId:
    """The invitation, if this person has opened its link. Raises OldButton."""
    if card.opened_invitation(context) != invitation_id:
        raise OldButton
    return invitation_id
