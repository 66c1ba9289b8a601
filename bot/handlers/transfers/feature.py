"""What the feature answers to, and what it draws."""

from bot.domain.transfers import CaseTransferred, FindingPlace, WritingWord
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.places import may_be_listed
from bot.handlers.transfers import buttons, targets, transfer
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.Transfer: targets.choose,
        buttons.TransferPlaces: targets.choose_place,
        buttons.TransferToCommunity: targets.choose_area,
        buttons.TransferToArea: transfer.ask_area_word,
        buttons.TransferToOfficer: transfer.ask_officer_word,
        buttons.GiveBack: transfer.ask_last_word,
        buttons.WithoutWord: transfer.without_word,
        buttons.CancelTransfer: transfer.cancel,
    },
    screens={
        buttons.Transfer: targets.draw_colleagues,
        buttons.TransferPlaces: targets.draw_places,
        buttons.FoundPlaces: targets.draw_found,
        buttons.TransferToCommunity: targets.draw_areas,
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
    dialogs={
        FindingPlace: DialogHandler(targets.find_place, fits=may_be_listed, yields_to_words=True),
        WritingWord: DialogHandler(transfer.take_word, cancel=transfer.leave_word),
    },
    letters={
        CaseTransferred: Renderer(transfer.render_transferred, transfer.transferred_sent, transfer.transferred_failed)
    },
)
