"""What an invited person does: opens the link, says who they are, and proposes.

The link is proven once, when it opens; from then on the person's own dialog says which invitation that was, so that no
token is in a button, and no button alone opens an invitation.
"""

from collections.abc import Sequence

from bot.domain.ids import InvitationId
from bot.domain.invitations import Invitation, InvitationLink, InvitationOpened, InvitedAs
from bot.domain.officers import NEEDED
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.joining.buttons import PrintInvitation
from bot.handlers.officers import card
from bot.handlers.officers.buttons import AcceptInvitation, ConfirmPost, Invited, NotNow, OwnProposal, Path, Propose
from bot.handlers.officers.card import card_lines, edit_rows
from bot.handlers.officers.post import place_of
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.services import invitations, proposals
from bot.storage import areas, communities, dialogs
from bot.storage import officers as stored_officers
from bot.storage.officers import Post
from bot.surface.context import Context
from bot.surface.incoming import Account, PrivateMessage
from bot.surface.links import link_to
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def render_link(to: Addressee, letter: InvitationLink) -> Sequence[Effect]:
    """The one place where a token is seen; to be sent on to the invited person."""
    token = await invitations.link_token(to.tx, letter.invitation_id, to.person_id)
    if token is None:
        return []
    link = link_to(to.bot_username, f"i-{token}")
    invitation, say = await invitations.good(to.tx, letter.invitation_id), to.say
    lines = [
        say("invitation-link-for", name=invitation.name or say("invitation-unnamed")),
        say("invitation-link", link=link),
        say(f"invitation-link-good-{invitation.role}", time=say.datetime(invitation.expires_at)),
    ]
    rows: list[list[Label]] = []
    if await invitations.may_print(to.tx, to.person_id, invitation):
        rows.append([(say("council-letter-button"), PrintInvitation(invitation.id))])
    return [Show(Screen(say(f"invitation-link-title-{invitation.role}"), lines, buttons=rows))]


async def open_link(context: Context, token: str) -> None:
    """The start payload `i-<token>`."""
    invitation = await invitations.opened(context.tx, context.actor, token)
    if invitation.proposed_by is not None:  # by this person
        context.show(OwnProposal(invitation.id))
        return
    await card.wait_at_invitation(context, invitation.id)
    context.show(Invited(invitation.id))


async def draw_invited(to: Addressee, button: Invited) -> Screen:
    invitation = await invitations.good(to.tx, button.invitation_id)
    say = to.say
    buttons: list[list[Label]] = [
        [(say("invitation-accept-button"), AcceptInvitation(invitation.id))],
        [(say("invitation-not-now-button"), NotNow())],
    ]
    lines = [
        say(f"invitation-to-{invitation.role}", place=await invited_to(to, invitation)),
        say(await invited_by(to, invitation)),
        say("invitation-good-until", time=say.datetime(invitation.expires_at)),
        say(f"invitation-then-{invitation.role}"),
    ]
    return Screen(say("invitation-title"), lines, buttons=buttons)


async def invited_by(to: Addressee, invitation: Invitation) -> str:
    """The text that says on which side the person who invites is."""
    if invitation.issued_by is None:
        return "invitation-from-operator"
    of_council = invitation.community is not None and not await communities.coordinated(
        to.tx, invitation.community, invitation.issued_by
    )
    return "invitation-from-council" if of_council else "invitation-from-coordinator"


async def invited_to(to: Addressee, invitation: Invitation) -> str:
    """The place, as text."""
    if invitation.community is not None:
        name = community_name(to.say, community_at(to.register, invitation.community))
        return to.say("invitation-council", community=name, post=to.say(f"council-post-{invitation.post}"))
    if invitation.role is InvitedAs.COORDINATOR:
        oblast = next((each for each in to.register.oblasts if each.code == invitation.scope_code), None)
        return to.say("invitation-oblast", oblast=to.say.place(oblast.name)) if oblast else to.say("invitation-country")
    area = await areas.by_id(to.tx, invitation.area_id) if invitation.area_id is not None else None
    if area is None:
        raise NotFound
    return place_of(to, Post(area.id, area.name, area.community))


async def show_again(context: Context, message: PrivateMessage, dialog: InvitationOpened) -> None:
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
    if invitation.role is not InvitedAs.OFFICER:
        await send(context, invitation.id)
        return
    own = await proposals.accept(context.tx, context.actor, invitation.id)
    await card.ask_what_is_missing(context, own, invitation.id)


async def confirm(context: Context, button: ConfirmPost) -> None:
    """Back to the confirmation."""
    await card.wait_at_invitation(context, _proven(context, button.invitation_id))
    context.show(button)


async def draw_confirm(to: Addressee, button: ConfirmPost) -> Screen:
    invitation = await invitations.good(to.tx, button.invitation_id)
    card = await stored_officers.of_person(to.tx, to.person_id)
    if card is None:
        raise NotFound
    say = to.say
    lines = [await invited_to(to, invitation), *card_lines(say, card, NEEDED), say("post-confirm")]
    rows: list[list[Label]] = [[(say("post-propose-button"), Propose(invitation.id))]]
    rows += edit_rows(say, card, NEEDED, Path.ACCEPTING)
    rows.append([(say("back-button"), Invited(invitation.id))])
    return Screen(say("post-confirm-title"), lines, buttons=rows)


async def propose(context: Context, button: Propose) -> None:
    await send(context, _proven(context, button.invitation_id))


async def send(context: Context, invitation_id: InvitationId) -> None:
    """Propose by an invitation whose link was proven; from here on the person waits."""
    await proposals.propose(context.tx, context.actor, invitation_id, shown_account(context.turn.account))
    await dialogs.end(context.tx, context.actor)
    context.show(OwnProposal(invitation_id))


def shown_account(account: Account | None) -> str:
    """«Іван Петренко (@ivan)»."""
    if account is None:
        return ""
    return " ".join([account.name, *([f"(@{account.username})"] if account.username else [])]).strip()


def _proven(context: Context, invitation_id: InvitationId) -> InvitationId:
    """The invitation, if this person has opened its link. Raises OldButton."""
    if card.opened_invitation(context) != invitation_id:
        raise OldButton
    return invitation_id
