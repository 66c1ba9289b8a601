"""What the feature answers to, and what it draws."""

from bot.domain.communities import LeftInQueue
from bot.domain.deadlines import CasesLate
from bot.handlers.feature import Feature
from bot.handlers.queue import buttons, coordinator, overdue
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.QueuedCase: coordinator.look_at_case,
        buttons.GiveList: coordinator.choose_officer,
        buttons.GivePage: coordinator.turn_page,
        buttons.GiveCase: coordinator.give,
        buttons.Overdue: overdue.look,
    },
    screens={
        buttons.Queue: coordinator.draw_queue,
        buttons.QueuedCase: coordinator.draw_case,
        buttons.GiveList: coordinator.draw_first,
        buttons.GivePage: coordinator.draw_give,
        buttons.Overdue: overdue.draw_overdue,
    },
    letters={
        LeftInQueue: Renderer(coordinator.render_left),
        CasesLate: Renderer(overdue.render_late),
    },
)
