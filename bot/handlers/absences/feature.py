"""What the feature answers to, and what it draws."""

from bot.domain.absences import AbsenceChanged, TypingDays, TypingLastDay
from bot.handlers.absences import buttons, form, page
from bot.handlers.feature import DialogHandler, Feature
from bot.surface.rendering import Renderer

FEATURE = Feature(
    opens={buttons.CheckAbsence: form.draw_check},
    presses={
        buttons.AbsencePage: page.look,
        buttons.AskFirstDay: form.ask_first,
        buttons.AskLastDay: form.ask_last,
        buttons.ChooseStandIn: form.choose_stand_in,
        buttons.SaveAbsence: form.save,
        buttons.EndAbsence: page.end,
        buttons.AskNewLastDay: form.ask_new_last,
        buttons.SetLastDay: form.set_last,
        buttons.HoldHours: page.hold_hours,
    },
    screens={
        buttons.AbsencePage: page.draw_page,
        buttons.AskFirstDay: form.draw_first,
        buttons.AskLastDay: form.draw_last,
        buttons.ChooseStandIn: form.draw_stand_ins,
        buttons.AskNewLastDay: form.draw_new_last,
        buttons.HoldHours: page.draw_held_hours,
    },
    dialogs={
        TypingDays: DialogHandler(form.take_days),
        TypingLastDay: DialogHandler(form.take_last),
    },
    letters={AbsenceChanged: Renderer(page.render_changed)},
)
