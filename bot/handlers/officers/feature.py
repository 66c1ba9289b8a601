"""What the feature answers to, and what it draws."""

from bot.domain.invitations import (
    CoordinatorJoined,
    FieldBeforePost,
    InvitationAccepted,
    InvitationLink,
    InvitationOpened,
    PostProposed,
    ProposalConfirmed,
    ProposalOver,
)
from bot.domain.officers import AreaClosed, Dismissed, PostsEnded, PostsReachable, PostTaken, PostUnreachable
from bot.domain.staff import PostsLocked
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.officers import buttons, card, changes, coordinator, dialogs, invited, post, proposals
from bot.surface.rendering import Renderer

FEATURE = Feature(
    starts={"i": invited.open_link},
    labels={"menu-post-button": post.my_post},
    opens={buttons.Proposal: proposals.draw_proposal},
    presses={
        buttons.Invited: invited.look,
        buttons.AcceptInvitation: invited.accept,
        buttons.NotNow: invited.not_now,
        buttons.ConfirmPost: invited.confirm,
        buttons.Propose: invited.propose,
        buttons.OwnProposal: proposals.look_at_own,
        buttons.WithdrawProposal: proposals.withdraw,
        buttons.FillCard: card.fill,
        buttons.AskField: card.edit,
        buttons.ChooseValue: card.choose,
        buttons.ClearField: card.clear,
        buttons.SkipField: card.skip,
        buttons.Guide: post.guide,
        buttons.MyPost: post.my_post,
        buttons.Proposals: proposals.look,
        buttons.ConfirmProposal: proposals.confirm,
        buttons.DeclineProposal: proposals.decline,
        buttons.OfficerPage: coordinator.look,
        buttons.AskDismissal: coordinator.look,
        buttons.Dismiss: coordinator.dismiss,
    },
    screens={
        buttons.Invited: invited.draw_invited,
        buttons.ConfirmPost: invited.draw_confirm,
        buttons.OwnProposal: proposals.draw_own,
        buttons.Proposals: proposals.draw_list,
        buttons.AskField: card.draw_ask,
        buttons.Guide: post.draw_guide,
        buttons.MyPost: post.draw_my_post,
        buttons.OfficerPage: coordinator.draw_officer,
        buttons.AskDismissal: coordinator.draw_dismissal,
    },
    dialogs={
        InvitationOpened: DialogHandler(invited.show_again),
        FieldBeforePost: DialogHandler(card.take_needed_field),
        dialogs.FieldOfCard: DialogHandler(card.take_field),
    },
    letters={
        InvitationLink: Renderer(invited.render_link),
        InvitationAccepted: Renderer(proposals.render_accepted),
        PostProposed: Renderer(proposals.render_proposed),
        ProposalConfirmed: Renderer(proposals.render_confirmed),
        CoordinatorJoined: Renderer(proposals.render_joined),
        ProposalOver: Renderer(proposals.render_over),
        Dismissed: Renderer(changes.render_dismissed),
        PostTaken: Renderer(changes.render_taken),
        PostUnreachable: Renderer(changes.render_unreachable),
        PostsReachable: Renderer(changes.render_reachable),
        PostsEnded: Renderer(changes.render_ended),
        AreaClosed: Renderer(changes.render_closed),
        PostsLocked: Renderer(changes.render_locked),
    },
)
