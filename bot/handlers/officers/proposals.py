"""From a proposal to its end: what the person who proposed sees, and what a coordinator who may confirm them does."""

from collections.abc import Sequence

from bot.domain.invitations import (
    CoordinatorJoined,
    Invitation,
    InvitationAccepted,
    InvitedAs,
    PostProposed,
    ProposalConfirmed,
    ProposalOver,
    State,
)
from bot.domain.officers import NEEDED
from bot.domain.people import require_coordinator
from bot.domain.refusals import NotFound
from bot.handlers.communities.buttons import CoordinatorHome, Invitations
from bot.handlers.joining.buttons import CouncilPage, JoiningPage
from bot.handlers.officers.buttons import (
    ConfirmProposal,
    DeclineProposal,
    FillCard,
    OwnProposal,
    Proposal,
    Proposals,
    WithdrawProposal,
)
from bot.handlers.officers.card import card_lines
from bot.handlers.officers.changes import named
from bot.handlers.officers.invited import invited_to
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at
from bot.services import proposals
from bot.storage import areas
from bot.storage import invitations as stored_invitations
from bot.storage import officers as stored_officers
from bot.storage.invitations import Proposed
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen
from bot.texts import Say

SHOWN = 20  # proposals in a list; once some are decided on, others come

# The person who proposed.


async def look_at_own(context: Context, button: OwnProposal) -> None:
    await proposals.own(context.tx, context.actor.person_id, button.invitation_id)
    context.show(button)


async def draw_own(to: Addressee, button: OwnProposal) -> Screen:
    invitation = await proposals.own(to.tx, to.person_id, button.invitation_id)
    say, state = to.say, invitation.state(to.tx.now)
    menu: list[Label] = [(say("officer-to-menu-button"), Menu())]
    if state is not State.WAITING:
        return Screen(say("invitation-title"), [say("proposal-ended", state=state.value)], buttons=[menu])
    lines = [
        await invited_to(to, invitation),
        say(f"proposal-waits-{invitation.role}"),
        say("proposal-own-code", code=shown_code(invitation)),
        say("proposal-until", time=say.datetime(invitation.expires_at)),
    ]
    withdraw: list[Label] = [(say("proposal-withdraw-button"), WithdrawProposal(invitation.id))]
    return Screen(say("proposal-waits-title"), lines, buttons=[withdraw, menu])


def shown_code(invitation: Invitation) -> str:
    """«123 456», as it is read out."""
    code = invitation.code or ""
    return f"{code[:3]} {code[3:]}"


async def withdraw(context: Context, button: WithdrawProposal) -> None:
    await proposals.withdraw(context.tx, context.actor, button.invitation_id)
    context.show(OwnProposal(button.invitation_id))


async def render_confirmed(to: Addressee, letter: ProposalConfirmed) -> Sequence[Effect]:
    """To a coordinator the way to their work, to an officer first the rest of the card."""
    invitation, say = await proposals.own(to.tx, to.person_id, letter.invitation_id), to.say
    card = await stored_officers.of_person(to.tx, to.person_id)
    rows: list[list[Label]] = [[(say("officer-to-menu-button"), Menu())]]
    if invitation.role is InvitedAs.COORDINATOR:
        rows.insert(0, [(say("menu-coordinator-button"), CoordinatorHome())])
    elif invitation.community is not None:
        rows.insert(0, [(say("menu-council-button"), JoiningPage(invitation.community))])
    elif card is not None:
        rows.insert(0, [(say("post-fill-button"), FillCard(card.id))])
    lines = [*await where(to, invitation), say(f"proposal-confirmed-{invitation.role}")]
    return [Show(Screen(say("proposal-confirmed-title"), lines, buttons=rows))]


async def where(to: Addressee, invitation: Invitation) -> list[str]:
    """The place; nothing for an area that was closed since."""
    try:
        return [await invited_to(to, invitation)]
    except NotFound:
        return []


# The coordinator.


async def look(context: Context, button: Proposals) -> None:
    require_coordinator(context.actor)
    context.show(button)


async def draw_list(to: Addressee, button: Proposals) -> Screen:
    say, waiting = to.say, await stored_invitations.waiting_for(to.tx, to.person_id, SHOWN)
    rows: list[list[Label]] = [
        [(say("proposals-line-button", name=each.name, area=place_name(to, each)), Proposal(each.id))]
        for each in waiting
    ]
    lines = [] if waiting else [say("proposals-none")]
    return Screen(say("proposals-title"), lines, buttons=[*rows, [(say("back-button"), CoordinatorHome())]])


def place_name(to: Addressee, proposed: Proposed) -> str:
    """The area; for a person of the council, the community."""
    return to.say.place(proposed.area or community_at(to.register, proposed.community).name)


async def draw_proposal(to: Addressee, button: Proposal) -> Screen:
    """As long as the proposal waits, all by which the person can be recognised; then what came of it."""
    invitation = await proposals.proposed(to.tx, to.person_id, button.invitation_id)
    say, state = to.say, invitation.state(to.tx.now)
    lines = [await invited_to(to, invitation), *await recognised_by(to, invitation)]
    rows: list[list[Label]] = []
    if state is State.WAITING:
        lines += [
            say("proposal-code", code=shown_code(invitation)),
            say(f"proposal-means-{invitation.role}"),
            say("proposal-until", time=say.datetime(invitation.expires_at)),
        ]
        rows = [
            [(say("proposal-confirm-button"), ConfirmProposal(invitation.id))],
            [(say("proposal-decline-button"), DeclineProposal(invitation.id))],
        ]
    else:
        lines.append(say("proposal-ended", state=state.value))
    if invitation.area_id is not None:
        rows.append([(say("back-button"), Invitations(invitation.area_id))])
    elif invitation.community is not None:
        rows.append([(say("back-button"), CouncilPage(invitation.community))])
    return Screen(say("proposal-title"), lines, buttons=rows)


async def recognised_by(to: Addressee, invitation: Invitation) -> list[str]:
    """Whom the invitation was for, and who answered."""
    say = to.say
    account = [say("proposal-account", account=invitation.account)] if invitation.account else []
    if invitation.role is not InvitedAs.OFFICER:
        return [expected(say, invitation), *account]
    card = await stored_officers.of_person(to.tx, invitation.proposed_by) if invitation.proposed_by else None
    if card is None:
        raise NotFound
    other = [] if invitation.is_for(card.name) else [say("proposal-other-name")]
    return [expected(say, invitation), *card_lines(say, card, NEEDED), *account, *other]


def expected(say: Say, invitation: Invitation) -> str:
    return say("proposal-expected", name=invitation.name or say("invitation-unnamed"))


async def render_proposed(to: Addressee, letter: PostProposed) -> Sequence[Effect]:
    """Nothing once it is decided."""
    try:
        invitation = await proposals.proposed(to.tx, to.person_id, letter.invitation_id)
    except NotFound:
        return []
    if invitation.state(to.tx.now) is not State.WAITING:
        return []
    return [Show(await draw_proposal(to, Proposal(invitation.id)))]


async def render_accepted(to: Addressee, letter: InvitationAccepted) -> Sequence[Effect]:
    """To an inviter who still coordinates there: who it is is seen when they propose."""
    invitation = await stored_invitations.by_id(to.tx, letter.invitation_id)
    if invitation is None or invitation.issued_by != to.person_id or invitation.area_id is None:
        return []
    if await areas.coordinated(to.tx, invitation.area_id, to.person_id) is None:
        return []
    lines = [expected(to.say, invitation), await invited_to(to, invitation), to.say("invitation-accepted")]
    return [Show(Screen(to.say("invitation-accepted-title"), lines))]


async def confirm(context: Context, button: ConfirmProposal) -> None:
    await proposals.confirm(context.tx, context.actor, button.invitation_id)
    context.answer(context.say("proposal-ended", state=State.CONFIRMED.value))
    context.show(Proposal(button.invitation_id))


async def decline(context: Context, button: DeclineProposal) -> None:
    await proposals.decline(context.tx, context.actor, button.invitation_id)
    context.answer(context.say("proposal-ended", state=State.DECLINED.value))
    context.show(Proposal(button.invitation_id))


async def render_joined(to: Addressee, letter: CoordinatorJoined) -> Sequence[Effect]:
    invitation = await stored_invitations.by_id(to.tx, letter.invitation_id)
    if invitation is None:
        return []
    lines = [await invited_to(to, invitation), expected(to.say, invitation), to.say("coordinator-joined-unexpected")]
    return [Show(Screen(to.say("coordinator-joined-title"), lines))]


# Both.


async def render_over(to: Addressee, letter: ProposalOver) -> Sequence[Effect]:
    """Not confirmed: to the person what to do, to a coordinator who it was."""
    say = to.say
    try:
        invitation = await proposals.own(to.tx, to.person_id, letter.invitation_id)
    except NotFound:
        return await over_for_coordinator(to, letter)
    lines = [*await where(to, invitation), say("proposal-ended", state=invitation.state(to.tx.now).value)]
    rows: list[list[Label]] = [[(say("officer-to-menu-button"), Menu())]]
    return [Show(Screen(say("proposal-over-title"), [*lines, say("proposal-over-ask")], buttons=rows))]


async def over_for_coordinator(to: Addressee, letter: ProposalOver) -> Sequence[Effect]:
    try:
        invitation = await proposals.proposed(to.tx, to.person_id, letter.invitation_id)
    except NotFound:
        return []
    card = await stored_officers.of_person(to.tx, invitation.proposed_by) if invitation.proposed_by else None
    lines = [
        *await named(to, [card.id] if card else []),
        await invited_to(to, invitation),
        to.say("proposal-ended", state=invitation.state(to.tx.now).value),
    ]
    return [Show(Screen(to.say("proposal-over-title"), lines))]
