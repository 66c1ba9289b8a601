"""What the feature answers to, and what it draws."""

from bot.domain.communities import LeftInQueue
from bot.handlers.feature import Feature
from bot.handlers.queue import buttons, coordinator, letters, screens
from bot.telegram.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.QueuedCase: coordinator.look_at_case,
        buttons.GiveList: coordinator.choose_officer,
        buttons.GiveCase: coordinator.give,
    },
    screens={
        buttons.Queue: screens.draw_queue,
        buttons.QueuedCase: screens.draw_case,
        buttons.GiveList: screens.draw_give,
    },
    letters={
        LeftInQueue: Renderer(letters.render_left),
    },
)
