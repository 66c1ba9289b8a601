"""What the feature answers to, and what it draws."""

from bot.domain.invitations import InvitationPrinted
from bot.domain.joining import (
    GivingReason,
    JoiningMoved,
    JoiningRests,
    JoiningsRest,
    WritingDetail,
    WritingMemorandum,
)
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.joining import buttons, dialogs, funnel, invitation_letter, letters, members, page, readiness
from bot.surface.rendering import Renderer

FEATURE = Feature(
    labels={"menu-council-button": page.council_home},
    presses={
        buttons.JoiningPage: page.look,
        buttons.AboutProject: page.look,
        buttons.JoiningHistory: page.look,
        buttons.MakeStep: page.make_step,
        buttons.NoteMemorandum: readiness.ask_memorandum,
        buttons.ReadinessPage: page.look,
        buttons.ItemPage: page.look,
        buttons.SetReady: readiness.set_ready,
        buttons.WriteDetail: readiness.ask_detail,
        buttons.TurnResponsible: readiness.turn_responsible,
        buttons.CouncilPage: page.look,
        buttons.ChooseCouncilPost: page.look,
        buttons.InviteToCouncil: members.ask_name,
        buttons.PrintInvitation: invitation_letter.print_letter,
        buttons.AskEndMember: page.look,
        buttons.EndMember: members.end,
        buttons.Funnel: funnel.open_page,
        buttons.AtStep: funnel.open_page,
    },
    screens={
        buttons.JoiningPage: page.draw_page,
        buttons.AboutProject: page.draw_about,
        buttons.JoiningHistory: page.draw_history,
        buttons.MakeStep: page.draw_ask_reason,
        buttons.NoteMemorandum: readiness.draw_ask_memorandum,
        buttons.ReadinessPage: readiness.draw_list,
        buttons.ItemPage: readiness.draw_item,
        buttons.WriteDetail: readiness.draw_ask_detail,
        buttons.CouncilPage: members.draw_council,
        buttons.ChooseCouncilPost: members.draw_posts,
        buttons.InviteToCouncil: members.draw_ask_name,
        buttons.AskEndMember: members.draw_ask_end,
        buttons.Funnel: funnel.draw_funnel,
        buttons.AtStep: funnel.draw_step,
    },
    dialogs={
        GivingReason: DialogHandler(page.take_reason),
        WritingMemorandum: DialogHandler(readiness.take_memorandum),
        WritingDetail: DialogHandler(readiness.take_detail),
        dialogs.NamingMember: DialogHandler(members.take_name),
    },
    letters={
        InvitationPrinted: Renderer(invitation_letter.render, failed=invitation_letter.failed),
        JoiningMoved: Renderer(letters.render_moved),
        JoiningRests: Renderer(letters.render_rests),
        JoiningsRest: Renderer(letters.render_many_rest),
    },
)
