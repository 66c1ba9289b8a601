"""What the feature answers to, and what it draws."""

from bot.domain.journal import WritingEntry, WritingNoCrime
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.journal import buttons, entry, unmark

FEATURE = Feature(
    presses={
        buttons.WriteEntry: entry.ask,
        buttons.EntryToday: entry.write_today,
        buttons.RemoveEntry: entry.remove,
        buttons.CancelEntry: entry.cancel,
        buttons.UnmarkCrime: unmark.ask,
    },
    screens={
        buttons.WriteEntry: entry.draw_ask,
        buttons.EntryDay: entry.draw_ask_day,
        buttons.RemoveEntry: entry.draw_removed,
        buttons.CancelEntry: entry.draw_cancelled,
        buttons.UnmarkCrime: unmark.draw_ask,
    },
    sent=dict.fromkeys([buttons.WriteEntry, buttons.EntryDay, buttons.UnmarkCrime], entry.prompt_sent),
    dialogs={
        WritingEntry: DialogHandler(entry.take, cancel=entry.leave),
        WritingNoCrime: DialogHandler(unmark.take, cancel=entry.leave),
    },
)
