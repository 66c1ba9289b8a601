"""What the feature answers to, and what it draws."""

from bot.domain.walk_ins import AnswerPrinted, CorrectingCase, RecordingCase, RecordWaits
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.walk_ins import buttons, correcting, form, telling
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.RecordCall: form.open_form,
        buttons.ChooseChannel: form.begin,
        buttons.FormStep: form.go_to,
        buttons.TakeSubject: form.take_subject,
        buttons.TakePlace: form.take_place,
        buttons.SaveRecord: form.save,
        buttons.CancelRecord: form.cancel,
        buttons.HandAnswer: telling.ask_how,
        buttons.AnswerRead: telling.note_read,
        buttons.AnswerGiven: telling.note_given,
        buttons.PrintAnswer: telling.print_answer,
        buttons.CorrectCase: correcting.open_choice,
        buttons.CorrectPerson: correcting.ask_person,
        buttons.ForgetPerson: correcting.forget_person,
        buttons.CorrectPlace: correcting.ask_place,
        buttons.TakeCorrectPlace: correcting.take_place,
    },
    screens={
        buttons.RecordCall: form.draw_channels,
        buttons.RecordForm: form.draw_form,
        buttons.RecordSaved: form.draw_saved,
        buttons.CancelRecord: form.draw_cancelled,
        buttons.HandAnswer: telling.draw_how,
        buttons.CorrectCase: correcting.draw_choice,
        buttons.CorrectPerson: correcting.draw_ask_person,
        buttons.ForgetPerson: correcting.draw_ask_forget,
        buttons.CorrectPlace: correcting.draw_ask_place,
    },
    dialogs={
        RecordingCase: DialogHandler(form.take, cancel=form.cancel_typed, edited=form.edit_held),
        CorrectingCase: DialogHandler(correcting.take, cancel=correcting.leave),
    },
    letters={
        AnswerPrinted: Renderer(telling.render_printed, telling.printed, telling.failed),
        RecordWaits: Renderer(form.render_waits),
    },
)
