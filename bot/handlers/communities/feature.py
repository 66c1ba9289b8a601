"""What the feature answers to, and what it draws."""

from bot.domain.communities import CommunityMarked, SharingChanged
from bot.handlers.communities import areas, buttons, checking, coordinator, dialogs, listed, marks, sharing
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.places import may_be_listed
from bot.handlers.queue import buttons as queu_buttons
from bot.surface.rendering import Renderer

FEATURE = Feature(
    labels={"menu-coordinator-button": coordinator.home},
    presses={
        buttons.CoordinatorHome: coordinator.look,
        buttons.CommunityList: coordinator.look,
        buttons.WithoutOfficers: coordinator.look_without_officers,
        buttons.FindCommunity: coordinator.find,
        buttons.AddCommunity: coordinator.add,
        buttons.CommunityPage: coordinator.look,
        buttons.CheckAreas: coordinator.look,
        buttons.AskMark: coordinator.look,
        buttons.SetMark: marks.set_mark,
        buttons.NewArea: areas.ask_area_name,
        buttons.AreaPage: coordinator.look,
        buttons.RenameArea: areas.ask_new_name,
        buttons.ServeWhole: areas.serve_whole,
        buttons.ServeSome: areas.serve_some,
        buttons.ShareCases: sharing.share,
        buttons.Settlements: coordinator.look,
        buttons.Serve: areas.serve,
        buttons.Leave: areas.leave,
        buttons.MoveSettlement: areas.move,
        buttons.AskCloseArea: coordinator.look,
        buttons.CloseArea: areas.close_area,
        buttons.InviteOfficer: areas.ask_whom,
        buttons.Invitations: coordinator.look,
        buttons.RevokeInvitation: areas.revoke,
        queu_buttons.Queue: coordinator.look,
    },
    screens={
        buttons.CoordinatorHome: coordinator.draw_home,
        buttons.CommunityList: coordinator.draw_list,
        buttons.WithoutOfficers: coordinator.draw_without_officers,
        buttons.FindCommunity: coordinator.draw_find,
        buttons.FoundCommunities: coordinator.draw_found,
        buttons.FoundListed: listed.draw_found,
        buttons.CommunityPage: coordinator.draw_community,
        buttons.CheckAreas: checking.draw_check,
        buttons.AskMark: marks.draw_ask,
        buttons.NewArea: areas.draw_new_area,
        buttons.RenameArea: areas.draw_rename,
        buttons.AreaPage: areas.draw_area,
        buttons.Settlements: areas.draw_settlements,
        buttons.AskMove: areas.draw_ask_move,
        buttons.AskCloseArea: areas.draw_ask_close,
        buttons.InviteOfficer: areas.draw_ask_whom,
        buttons.Invitations: areas.draw_invitations,
    },
    dialogs={
        dialogs.FindingListed: DialogHandler(listed.find, fits=may_be_listed, yields_to_words=True),
        dialogs.FindingInArea: DialogHandler(listed.find_settlement, fits=may_be_listed, yields_to_words=True),
        dialogs.FindingToAdd: DialogHandler(coordinator.take_query, yields_to_words=True),
        dialogs.NamingArea: DialogHandler(areas.take_area_name),
        dialogs.RenamingArea: DialogHandler(areas.take_new_name),
        dialogs.NamingInvited: DialogHandler(areas.take_invited),
    },
    letters={
        CommunityMarked: Renderer(marks.render_marked),
        SharingChanged: Renderer(sharing.render_changed),
    },
)
