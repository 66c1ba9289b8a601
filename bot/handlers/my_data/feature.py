"""What the feature answers to, and what it draws."""

from bot.domain.my_data import DataExported
from bot.handlers.feature import Feature
from bot.handlers.my_data import buttons, export, resident
from bot.surface.rendering import Renderer

FEATURE = Feature(
    commands={"mydata": resident.show, "privacy": resident.show},
    words={"words-my-data": resident.show, "words-withdraw": resident.show_withdrawing},
    opens={
        buttons.MyData: resident.draw,
        buttons.AskWithdraw: resident.draw_ask_withdraw,
        buttons.AskErase: resident.draw_ask_erase,
        buttons.AskCut: resident.draw_ask_cut,
    },
    presses={
        buttons.ExportData: resident.export,
        buttons.WithdrawConsent: resident.withdraw,
        buttons.EraseAll: resident.erase,
        buttons.CutLink: resident.cut,
        buttons.ForBot: resident.for_bot,
    },
    screens={
        buttons.WithdrawConsent: resident.draw_withdrawn,
        buttons.EraseAll: resident.draw_erased,
        buttons.LinkIsCut: resident.draw_cut,
        buttons.AskWhoseWish: resident.draw_whose_wish,
    },
    letters={DataExported: Renderer(export.render)},
)
