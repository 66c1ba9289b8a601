"""What the feature answers to, and what it draws."""

from bot.domain.residents import FindingCommunity, FindingSettlement, OfficerHasCome
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.people import buttons as peopl_buttons
from bot.handlers.residents import arrival, buttons, my_officer, place, settings, whereabouts
from bot.surface.rendering import Renderer

FEATURE = Feature(
    commands={"officer": my_officer.my_officer, "settings": settings.settings, "menu": arrival.start},
    starts={"a": arrival.arrive, "m": arrival.arrive_in_community, "f": arrival.arrive_at_office},
    labels={
        "menu-officer-button": my_officer.my_officer,
        "menu-settings-button": settings.settings,
        "menu-as-resident-button": arrival.as_resident,
        "menu-as-officer-button": arrival.as_officer,
        "send-place-button": whereabouts.asked_by_key,
    },
    words={"words-officer": my_officer.my_officer},
    ways_out={"words-menu": arrival.start},
    opens={
        buttons.Results: place.draw_results,
        buttons.Candidate: place.draw_candidate,
        buttons.FoundByPlace: whereabouts.draw_found,
        buttons.MyOfficer: my_officer.draw_my_officer,
        buttons.CommunityChosen: place.draw_chosen,
        buttons.NameSettlement: place.draw_question,
    },
    presses={
        peopl_buttons.Agree: arrival.agree,
        buttons.FindCommunity: place.find,
        buttons.SendPlace: whereabouts.ask_for_place,
        buttons.LiveIn: place.live_in,
        buttons.AskSettlement: place.change_settlement,
        buttons.LiveSomewhere: place.live_somewhere,
        buttons.StopSearching: place.stop_searching,
        buttons.WaitForOfficer: my_officer.wait_for_officer,
        buttons.StopWaiting: my_officer.stop_waiting,
        buttons.Settings: settings.show_settings,
        buttons.AsResident: arrival.press_as_resident,
        buttons.AsOfficer: arrival.press_as_officer,
    },
    screens={
        buttons.WritesAsOfficer: arrival.draw_writes_as_officer,
        buttons.FindCommunity: place.draw_find,
        buttons.AskCommunity: place.draw_ask,
        buttons.SendPlace: whereabouts.draw_send_place,
        buttons.AskSettlement: place.draw_settlements,
        buttons.WaitForOfficer: my_officer.draw_waiting,
        buttons.Settings: settings.draw_settings,
    },
    dialogs={
        FindingCommunity: DialogHandler(whereabouts.take, fits=whereabouts.fits, yields_to_words=True),
        FindingSettlement: DialogHandler(place.take_settlement, fits=place.may_be_a_name, yields_to_words=True),
    },
    letters={
        OfficerHasCome: Renderer(my_officer.render_officer_has_come),
    },
)
