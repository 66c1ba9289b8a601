"""What the feature answers to, and what it draws."""

from bot.domain.case_letters import CasesHanded, ListedTextEdited
from bot.domain.case_search import SearchingCases
from bot.handlers.case_lists import buttons, edited, filters, handed, lists, pins, searching
from bot.handlers.feature import DialogHandler, Feature
from bot.surface.rendering import Renderer

FEATURE = Feature(
    commands={"cases": lists.command},
    labels={"menu-desk-button": lists.cases},
    presses={
        buttons.DeskList: lists.show_list,
        buttons.BackToList: lists.back_to_list,
        buttons.Narrow: filters.look,
        buttons.NarrowBy: filters.look,
        buttons.SearchCases: searching.ask,
        buttons.FoundCases: searching.search_on,
        buttons.HandedCases: lists.show_list,
        buttons.LeaveSearch: searching.leave,
        buttons.Pin: pins.pin,
        buttons.Unpin: pins.unpin,
    },
    screens={
        buttons.DeskList: lists.draw_list,
        buttons.Narrow: filters.draw_narrow,
        buttons.NarrowBy: filters.draw_narrow_by,
        buttons.SearchCases: searching.draw_ask,
        buttons.FoundCases: searching.draw_found,
        buttons.HandedCases: handed.draw,
    },
    steps={buttons.FoundCases: searching.step},
    sent={
        buttons.DeskList: lists.list_sent,
        buttons.FoundCases: searching.found_sent,
        buttons.HandedCases: handed.page_sent,
        buttons.Narrow: filters.left,
        buttons.NarrowBy: filters.left,
        buttons.SearchCases: filters.left,
    },
    letters={
        CasesHanded: Renderer(handed.render, handed.sent),
        ListedTextEdited: Renderer(edited.render, edited.sent),
    },
    dialogs={SearchingCases: DialogHandler(searching.take, fits=searching.awaits_text)},
)
