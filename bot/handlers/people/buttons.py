"""Buttons of persons: greeting, consent, language, the main menu."""

from dataclasses import dataclass

from bot.domain.languages import Language
from bot.telegram.buttons import Button


@dataclass(frozen=True, slots=True)
class Greeting(Button, code="pg"):
    """What the bot is for, and the consent."""


@dataclass(frozen=True, slots=True)
class Agree(Button, code="pa"):
    version: int


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Button, code="pl"):
    language: Language


@dataclass(frozen=True, slots=True)
class Menu(Button, code="pm"):
    """The main menu: a keyboard under the chat."""
