"""What the feature answers to, and what it draws."""

from bot.handlers.communities import buttons, coordinator, dialogs, screens
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.queue import buttons as queu_buttons

FEATURE = Feature(
    labels={"menu-coordinator-button": coordinator.home},
    presses={
        buttons.CoordinatorHome: coordinator.look,
        buttons.CommunityList: coordinator.look,
        buttons.FindCommunity: coordinator.find,
        buttons.AddCommunity: coordinator.add,
        buttons.CommunityPage: coordinator.look,
        buttons.NewArea: coordinator.ask_area_name,
        buttons.AreaPage: coordinator.look,
        buttons.RenameArea: coordinator.ask_new_name,
        buttons.ServeWhole: coordinator.serve_whole,
        buttons.ServeSome: coordinator.serve_some,
        buttons.Settlements: coordinator.look,
        buttons.Serve: coordinator.serve,
        buttons.Leave: coordinator.leave,
        buttons.MoveSettlement: coordinator.move,
        buttons.AskCloseArea: coordinator.look,
        buttons.CloseArea: coordinator.close_area,
        buttons.InviteOfficer: coordinator.invite,
        buttons.Invitations: coordinator.look,
        buttons.RevokeInvitation: coordinator.revoke,
        queu_buttons.Queue: coordinator.look,
    },
    screens={
        buttons.CoordinatorHome: screens.draw_home,
        buttons.CommunityList: screens.draw_list,
        buttons.FindCommunity: screens.draw_find,
        buttons.FoundCommunities: screens.draw_found,
        buttons.CommunityPage: screens.draw_community,
        buttons.NewArea: screens.draw_new_area,
        buttons.RenameArea: screens.draw_rename,
        buttons.AreaPage: screens.draw_area,
        buttons.Settlements: screens.draw_settlements,
        buttons.AskMove: screens.draw_ask_move,
        buttons.AskCloseArea: screens.draw_ask_close,
        buttons.Invitations: screens.draw_invitations,
    },
    dialogs={
        dialogs.FindingToAdd: DialogHandler(coordinator.take_query),
        dialogs.NamingArea: DialogHandler(coordinator.take_area_name),
        dialogs.RenamingArea: DialogHandler(coordinator.take_new_name),
    },
)
