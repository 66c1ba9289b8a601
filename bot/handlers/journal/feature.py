"""What the feature answers to, and what it draws."""

from bot.domain.journal import WritingEntry
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.journal import buttons, entry

FEATURE = Feature(
    presses={
        buttons.WriteEntry: entry.ask,
        buttons.EntryToday: entry.write_today,
        buttons.RemoveEntry: entry.remove,
        buttons.CancelEntry: entry.cancel,
    },
    screens={
        buttons.WriteEntry: entry.draw_ask,
        buttons.EntryDay: entry.draw_ask_day,
        buttons.RemoveEntry: entry.draw_removed,
        buttons.CancelEntry: entry.draw_cancelled,
    },
    sent={buttons.WriteEntry: entry.prompt_sent, buttons.EntryDay: entry.prompt_sent},
    dialogs={WritingEntry: DialogHandler(entry.take, cancel=entry.leave)},
)
