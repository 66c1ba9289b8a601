"""What the feature answers to, and what it draws."""

from bot.domain.residents import FindingCommunity, FindingSettlement, OfficerHasCome
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.people import buttons as peopl_buttons
from bot.handlers.residents import buttons, letters, place, place_screens, resident, screens
from bot.telegram.rendering import Renderer

FEATURE = Feature(
    commands={"officer": resident.my_officer},
    starts={"a": resident.arrive},
    labels={
        "menu-officer-button": resident.my_officer,
        "menu-settings-button": resident.settings,
        "menu-as-resident-button": resident.as_resident,
        "menu-as-officer-button": resident.as_officer,
    },
    words={"words-officer": resident.my_officer, "words-menu": resident.start},
    opens={
        buttons.Results: place_screens.draw_results,
        buttons.Candidate: place_screens.draw_candidate,
        buttons.MyOfficer: screens.draw_my_officer,
    },
    presses={
        peopl_buttons.Agree: resident.agree,
        buttons.FindCommunity: place.find,
        buttons.LiveIn: place.live_in,
        buttons.AskSettlement: place.change_settlement,
        buttons.LiveSomewhere: place.live_somewhere,
        buttons.StopSearching: place.stop_searching,
        buttons.WaitForOfficer: resident.wait_for_officer,
        buttons.StopWaiting: resident.stop_waiting,
        buttons.Settings: resident.show_settings,
    },
    screens={
        buttons.FindCommunity: place_screens.draw_find,
        buttons.AskCommunity: place_screens.draw_ask,
        buttons.AskSettlement: place_screens.draw_settlements,
        buttons.CommunityChosen: screens.draw_chosen,
        buttons.WaitForOfficer: screens.draw_waiting,
        buttons.Settings: screens.draw_settings,
    },
    dialogs={
        FindingCommunity: DialogHandler(place.take_community, fits=place.may_be_a_name),
        FindingSettlement: DialogHandler(place.take_settlement, fits=place.may_be_a_name),
    },
    letters={
        OfficerHasCome: Renderer(letters.render_officer_has_come),
    },
)
