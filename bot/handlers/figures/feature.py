"""What the feature answers to, and what it draws."""

from bot.domain.figures import FiguresPublished
from bot.handlers.feature import Feature
from bot.handlers.figures import buttons, page, paper
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.FiguresPage: page.look,
        buttons.FiguresOf: page.look,
        buttons.SendFigures: paper.send,
    },
    screens={
        buttons.FiguresPage: page.draw,
        buttons.FiguresOf: page.draw,
    },
    letters={FiguresPublished: Renderer(paper.render, failed=paper.failed)},
)
