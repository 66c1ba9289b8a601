"""What the feature answers to, and what it draws."""

from bot.domain.notes import NotePromptDone, WritingNote
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.notes import buttons, desk
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.WriteNote: desk.ask,
        buttons.CancelNote: desk.cancel,
        buttons.DeleteNote: desk.delete,
    },
    screens={
        buttons.WriteNote: desk.draw_prompt,
        buttons.CancelNote: desk.draw_cancelled,
        buttons.KeptNote: desk.draw_kept,
    },
    sent={buttons.WriteNote: desk.prompt_sent},
    dialogs={WritingNote: DialogHandler(desk.take, cancel=desk.leave)},
    letters={NotePromptDone: Renderer(desk.render_prompt_done, desk.prompt_done_sent)},
)
