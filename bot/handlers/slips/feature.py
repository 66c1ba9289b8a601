"""What the feature answers to, and what it draws."""

from bot.domain.slips import ClaimingCase, SlipMade
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.slips import buttons, desk, resident
from bot.surface.rendering import Renderer

FEATURE = Feature(
    starts={"t": resident.open_link},
    presses={
        buttons.IssueSlip: desk.issue,
        buttons.StopClaiming: resident.stop,
    },
    screens={
        buttons.EnterCode: resident.draw_enter_code,
        buttons.StopClaiming: resident.draw_stopped,
    },
    dialogs={ClaimingCase: DialogHandler(resident.take_code, fits=resident.may_be_a_code)},
    letters={SlipMade: Renderer(desk.render, desk.sent, desk.failed)},
)
