"""What the feature answers to, and what it draws."""

from bot.domain.ready_texts import ChangingReady, ChoosingReady, WritingReady
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.ready_texts import buttons, desk, editor

FEATURE = Feature(
    presses={
        buttons.ReadyList: desk.open_list,
        buttons.ReadyPreview: desk.preview,
        buttons.SendReady: desk.send,
        buttons.ChangeReady: desk.change,
        buttons.ReadyTexts: editor.look,
        buttons.ChooseOwner: editor.look,
        buttons.ReadyPage: editor.look,
        buttons.AskRemoveReady: editor.look,
        buttons.NewReady: editor.ask_title,
        buttons.EditReady: editor.ask_field,
        buttons.DropEnglish: editor.drop_english,
        buttons.RemoveReady: editor.remove,
    },
    screens={
        buttons.ReadyList: desk.draw_list,
        buttons.ReadyPreview: desk.draw_preview,
        buttons.SendReady: desk.draw_sent,
        buttons.ChangeReady: desk.draw_change,
        buttons.ReadyTexts: editor.draw_all,
        buttons.ChooseOwner: editor.draw_owners,
        buttons.ReadyPage: editor.draw_page,
        buttons.AskRemoveReady: editor.draw_ask_remove,
        buttons.NewReady: editor.draw_new,
        buttons.EditReady: editor.draw_ask_field,
    },
    sent={buttons.ChangeReady: desk.change_sent},
    dialogs={
        ChoosingReady: DialogHandler(desk.find),
        WritingReady: DialogHandler(editor.take_new),
        ChangingReady: DialogHandler(editor.take_field),
    },
)
