"""Forwarding: a case that is not the police's to do is handed over to another body, and its resident is told to whom.

Law 393, art. 7: who is not competent forwards within five days and notifies the person. In the bot the case ends with
it; the paper itself goes outside. The officer confirms that it went, and is reminded on the last day of the term.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.bodies import has_words, on_one_line
from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId
from bot.domain.letters import Letter
from bot.domain.policy import Term, WorkingTime
from bot.domain.refusals import Refusal
from bot.domain.working_time import due_after

TERM = Term(days=5)
NAME_ROOM = 120  # characters


class Agency(StrEnum):
    """The bodies to which cases usually go. The values are in buttons: short."""

    COUNCIL = "c"
    SOCIAL = "s"
    RESCUE = "r"
    JUVENILE = "j"
    PATROL = "p"
    OTHER = "o"  # by its name

    @property
    def key(self) -> str:
        """Of its name in locales."""
        return f"forward-agency-{self.name.lower()}"


@dataclass(frozen=True, slots=True)
class NamingAgency(Dialog, flow="forward"):
    """The next message is the name of the body to which the case goes; once it is known, `name`."""

    case_id: CaseId
    name: str = ""


@dataclass(frozen=True, slots=True)
class ForwardDue(Letter):
    """To the desk of a forwarded case: has the paper gone? This is the last day."""

    case_id: CaseId


class NoAgency(Refusal):
    """The name of a body is a line of text, not too long."""

    key = "forward-name-wrong"


def term_from(now: datetime, times: WorkingTime) -> datetime:
    """By when what is forwarded now has to be handed over."""
    return due_after(now, TERM, times)


def agency_name(text: str) -> str:
    """The name as it is told. Raises NoAgency."""
    name = on_one_line(text)
    if not has_words(name) or len(name) > NAME_ROOM:
        raise NoAgency(limit=NAME_ROOM)
    return name
