"""Buttons of persons: greeting, consent, language, the main menu, help.

The greeting and what is pressed on it carry the place that a link brought, so that it is not asked for afterwards.
"""

from dataclasses import dataclass

from bot.domain.languages import Language
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class Greeting(Button, code="pg"):
    """What the bot is for, and the consent."""

    community: str = ""
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class NewConsent(Button, code="pn"):
    """The consent's text has changed: before a new case it is asked for again."""


@dataclass(frozen=True, slots=True)
class ReadConsent(Button, code="pv"):
    """The text of one version."""

    version: int


@dataclass(frozen=True, slots=True)
class Agree(Button, code="pa"):
    version: int
    community: str = ""
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class Agreed(Button, code="pd"):
    """What becomes of the greeting: a word of thanks."""


@dataclass(frozen=True, slots=True)
class Languages(Button, code="pw"):
    """Which language?"""


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Button, code="pl"):
    language: Language
    community: str = ""
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class Menu(Button, code="pm"):
    """The main menu: a keyboard under the chat."""


@dataclass(frozen=True, slots=True)
class Help(Button, code="ph"):
    """Numbers to call, and what the bot can do."""


@dataclass(frozen=True, slots=True)
class Stop(Button, code="ps"):
    """What the bot sends, and what of it can be turned off."""


@dataclass(frozen=True, slots=True)
class StopReminders(Button, code="px"):
    """Be reminded of nothing that one asked to be reminded of, and not be told when an officer comes."""
