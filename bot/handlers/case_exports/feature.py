"""What the feature answers to, and what it draws."""

from bot.domain.case_exports import CaseExported
from bot.handlers.case_exports import buttons, desk
from bot.handlers.feature import Feature
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={buttons.ExportCase: desk.export},
    letters={CaseExported: Renderer(desk.render, desk.exported, desk.failed)},
)
