"""Buttons of «Мої дані»: what is kept of a resident, and what they may do with it."""

from dataclasses import dataclass

from bot.domain.ids import CaseId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class MyData(Button, code="md"):
    """What is kept, in plain text."""


@dataclass(frozen=True, slots=True)
class ExportData(Button, code="mx"):
    """All of it as files."""


@dataclass(frozen=True, slots=True)
class AskWithdraw(Button, code="mw"):
    """Withdraw the consent? What follows from that."""


@dataclass(frozen=True, slots=True)
class WithdrawConsent(Button, code="mv"):
    """Yes. As a screen: that it is withdrawn."""


@dataclass(frozen=True, slots=True)
class AskErase(Button, code="me"):
    """Erase all? What goes, and what stays."""


@dataclass(frozen=True, slots=True)
class EraseAll(Button, code="mz"):
    """Yes. As a screen: that it is being erased."""


@dataclass(frozen=True, slots=True)
class AskCut(Button, code="mc"):
    """Cut what leads from this anonymous case to oneself?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CutLink(Button, code="ml"):
    """Yes."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class LinkIsCut(Button, code="mq"):
    """As a screen alone: that it is cut."""


@dataclass(frozen=True, slots=True)
class AskWhoseWish(Button, code="mr"):
    """A reply in a case asks for one's data: is it meant for the bot, or for the officer? It waits in a draft."""

    draft_id: CaseId
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class ForBot(Button, code="mb"):
    """For the bot: the draft goes, and «Мої дані» open."""

    draft_id: CaseId
