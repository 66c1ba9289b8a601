"""Letters about posts: the link of an invitation, and the end of a post."""

from collections.abc import Sequence

from bot.domain.invitations import InvitationLink
from bot.domain.officers import Dismissed
from bot.handlers.people.buttons import Menu
from bot.services import invitations
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Call, Screen, calls_of


async def render_link(to: Addressee, letter: InvitationLink) -> Sequence[Call]:
    """The one place where a token is seen; to be sent on to the invited person."""
    token = await invitations.link_token(to.tx, letter.invitation_id, to.person_id)
    if token is None:
        return []
    link = f"https://t.me/{to.bot_username}?start=i-{token}"
    days = to.tx.policy.invitation_valid.days
    lines = [to.say("invitation-link", link=link), to.say("invitation-link-good", days=to.say("days", count=days))]
    return calls_of(Screen(to.say("invitation-link-title"), lines))


async def render_dismissed(to: Addressee, letter: Dismissed) -> Sequence[Call]:
    screen = Screen(lines=[to.say("officer-dismissed-you")], buttons=[[(to.say("officer-to-menu-button"), Menu())]])
    return calls_of(screen)
