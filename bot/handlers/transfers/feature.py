"""What the feature answers to, and what it draws."""

from bot.domain.transfers import CaseTransferred, WritingWord
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.transfers import buttons, transfer
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.Transfer: transfer.choose,
        buttons.TransferPlaces: transfer.choose,
        buttons.TransferToCommunity: transfer.choose_area,
        buttons.TransferToArea: transfer.ask_area_word,
        buttons.TransferToOfficer: transfer.ask_officer_word,
        buttons.GiveBack: transfer.ask_last_word,
        buttons.WithoutWord: transfer.without_word,
        buttons.CancelTransfer: transfer.cancel,
    },
    screens={
        buttons.Transfer: transfer.draw_colleagues,
        buttons.TransferPlaces: transfer.draw_places,
        buttons.TransferToCommunity: transfer.draw_areas,
        buttons.TransferToArea: transfer.draw_area_word,
        buttons.TransferToOfficer: transfer.draw_officer_word,
        buttons.GiveBack: transfer.draw_last_word,
        buttons.CancelTransfer: transfer.draw_cancelled,
        buttons.Given: transfer.draw_given,
    },
    sent={
        buttons.TransferToCommunity: transfer.prompt_sent,
        buttons.TransferToArea: transfer.prompt_sent,
        buttons.TransferToOfficer: transfer.prompt_sent,
        buttons.GiveBack: transfer.prompt_sent,
    },
    dialogs={WritingWord: DialogHandler(transfer.take_word, cancel=transfer.leave_word)},
    letters={
        CaseTransferred: Renderer(transfer.render_transferred, transfer.transferred_sent, transfer.transferred_failed)
    },
)
