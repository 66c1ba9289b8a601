"""What the feature answers to, and what it draws."""

from bot.domain.forwards import ForwardDue, NamingAgency
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.forwards import buttons, forward
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.Forward: forward.choose,
        buttons.ForwardTo: forward.ask,
        buttons.SendForward: forward.send,
        buttons.HandedOver: forward.confirm,
        buttons.CancelForward: forward.cancel,
    },
    screens={
        buttons.Forward: forward.draw_agencies,
        buttons.ForwardTo: forward.draw_ask,
        buttons.HandedOver: forward.draw_handed,
        buttons.CancelForward: forward.draw_cancelled,
    },
    sent={buttons.ForwardTo: forward.prompt_sent},
    dialogs={NamingAgency: DialogHandler(forward.take_name, cancel=forward.leave_name)},
    letters={ForwardDue: Renderer(forward.render_due)},
)
