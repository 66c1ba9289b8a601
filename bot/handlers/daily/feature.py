"""What the feature answers to, and what it draws."""

from bot.domain.daily import DailyLetter
from bot.handlers.daily import letters
from bot.handlers.feature import Feature
from bot.surface.rendering import Renderer

FEATURE = Feature(letters={DailyLetter: Renderer(letters.render_daily)})
