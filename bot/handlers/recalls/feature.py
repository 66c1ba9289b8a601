"""What the feature answers to, and what it draws."""

from bot.domain.recalls import AnswerRecalled
from bot.handlers.feature import Feature
from bot.handlers.recalls import buttons, desk
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={buttons.Recall: desk.ask, buttons.ConfirmRecall: desk.confirm},
    screens={buttons.Recall: desk.draw},
    letters={AnswerRecalled: Renderer(desk.render_recalled, desk.recalled_sent, desk.recalled_failed)},
)
