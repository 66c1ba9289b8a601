"""What the feature answers to, and what it draws."""

from bot.domain.invitations import FieldBeforePost, InvitationLink, InvitationOpened
from bot.domain.officers import Dismissed
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.officers import buttons, card, coordinator, dialogs, invited, letters, officer, screens
from bot.telegram.rendering import Renderer

FEATURE = Feature(
    starts={"i": invited.open_link},
    labels={"menu-post-button": officer.my_post},
    presses={
        buttons.Invited: invited.look,
        buttons.AcceptInvitation: invited.accept,
        buttons.NotNow: invited.not_now,
        buttons.ConfirmPost: invited.confirm,
        buttons.TakePost: invited.take_post,
        buttons.AskField: card.edit,
        buttons.ChooseValue: card.choose,
        buttons.ClearField: card.clear,
        buttons.SkipField: card.skip,
        buttons.Guide: officer.guide,
        buttons.MyPost: officer.my_post,
        buttons.OfficerPage: coordinator.look,
        buttons.AskDismissal: coordinator.look,
        buttons.Dismiss: coordinator.dismiss,
    },
    screens={
        buttons.Invited: screens.draw_invited,
        buttons.ConfirmPost: screens.draw_confirm,
        buttons.AskField: screens.draw_ask,
        buttons.Guide: screens.draw_guide,
        buttons.MyPost: screens.draw_my_post,
        buttons.OfficerPage: screens.draw_officer,
        buttons.AskDismissal: screens.draw_dismissal,
    },
    dialogs={
        InvitationOpened: DialogHandler(invited.show_again),
        FieldBeforePost: DialogHandler(card.take_needed_field),
        dialogs.FieldOfCard: DialogHandler(card.take_field),
    },
    letters={
        InvitationLink: Renderer(letters.render_link),
        Dismissed: Renderer(letters.render_dismissed),
    },
)
