"""What the feature answers to, and what it draws."""

from bot.domain.office_hours import PlaceOnMap
from bot.handlers.feature import DialogHandler, Feature, showing
from bot.handlers.office_hours import buttons, editor, form, reminders, resident
from bot.handlers.office_hours.draft import HoursForm
from bot.surface.rendering import Renderer

FEATURE = Feature(
    commands={"hours": showing(buttons.ReceptionHours())},
    words={"words-hours": showing(buttons.ReceptionHours())},
    opens={
        buttons.ReceptionHours: resident.draw_hours,
        buttons.OtherDays: resident.draw_other_days,
    },
    presses={
        buttons.ShowPlace: resident.show_place,
        buttons.Remind: resident.remind,
        buttons.OfficeHours: editor.look,
        buttons.RulePage: editor.look,
        buttons.RemoveRule: editor.remove_rule,
        buttons.ExceptionPage: editor.look,
        buttons.RemoveException: editor.remove_exception,
        buttons.ChooseDay: editor.look,
        buttons.DayPage: editor.look,
        buttons.NewRule: form.begin_rule,
        buttons.NewException: form.begin_exception,
        buttons.FormStep: form.go_to,
        buttons.ChoosePlace: form.choose_place,
        buttons.NewPlace: form.new_place,
        buttons.StationAsPlace: form.station_as_place,
        buttons.SetDay: form.set_day,
        buttons.SetStart: form.set_start,
        buttons.SetEnd: form.set_end,
        buttons.SetRepeat: form.set_repeat,
        buttons.SkipStep: form.skip,
        buttons.SaveHours: form.save,
    },
    screens={
        buttons.FormStep: form.draw_step,
        buttons.OfficeHours: editor.draw_office_hours,
        buttons.RulePage: editor.draw_rule,
        buttons.ExceptionPage: editor.draw_exception,
        buttons.ChooseDay: editor.draw_choose_day,
        buttons.DayPage: editor.draw_day,
    },
    dialogs={
        HoursForm: DialogHandler(form.typed),
    },
    letters={PlaceOnMap: Renderer(resident.render_place)},
    broadcasts=reminders.BROADCASTS,
)
