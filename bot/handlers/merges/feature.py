"""What the feature answers to, and what it draws."""

from bot.domain.merges import MergeAsked, NamingOther
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.merges import buttons, merge
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.MergeWith: merge.ask_number,
        buttons.CancelMerge: merge.cancel,
        buttons.AgreeToMerge: merge.agree,
        buttons.RefuseMerge: merge.refuse,
    },
    screens={
        buttons.MergeWith: merge.draw_ask_number,
        buttons.CancelMerge: merge.draw_cancelled,
        buttons.RefuseMerge: merge.draw_refused,
    },
    sent={buttons.MergeWith: merge.prompt_sent},
    dialogs={NamingOther: DialogHandler(merge.take_number, cancel=merge.leave_number)},
    letters={MergeAsked: Renderer(merge.render_asked)},
)
