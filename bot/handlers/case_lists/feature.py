"""What the feature answers to, and what it draws."""

from bot.handlers.case_lists import buttons, filters, lists, pins
from bot.handlers.feature import Feature

FEATURE = Feature(
    commands={"cases": lists.command},
    labels={"menu-desk-button": lists.cases},
    presses={
        buttons.DeskList: lists.show_list,
        buttons.BackToList: lists.back_to_list,
        buttons.Narrow: filters.look,
        buttons.NarrowBy: filters.look,
        buttons.Pin: pins.pin,
        buttons.Unpin: pins.unpin,
    },
    screens={
        buttons.DeskList: lists.draw_list,
        buttons.Narrow: filters.draw_narrow,
        buttons.NarrowBy: filters.draw_narrow_by,
    },
    sent={buttons.DeskList: lists.list_sent},
)
