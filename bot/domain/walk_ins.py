"""Calls and visits: an officer writes down what a person said who is not in the bot, and works it like any case.

What is said to such a person is read out or given on paper, and the officer marks that it was. The person may claim the
case later by a slip (`domain/slips.py`).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.bodies import has_words, on_one_line
from bot.domain.cases import Act, Case, Category, Channel, Side, Status, may_be_a_name, moved
from bot.domain.dialogs import Dialog, Written
from bot.domain.ids import CaseId
from bot.domain.letters import Letter
from bot.domain.phones import phones_in, without_phones
from bot.domain.policy import CasePolicy
from bot.domain.refusals import Refusal

SPOKEN_CONSENT_VERSION = 2  # raised with a new text to be read out (locales/*/walk_ins.ftl); the old ones stay

CHANNELS = (Channel.PHONE, Channel.VISIT)
# A complaint about an officer is written down by none.
SUBJECTS = tuple(category for category in Category if category is not Category.COMPLAINT)
# By which an answer reaches a person who is not in the bot.
TELLING = (Act.READ_OUT, Act.HAND_OUT)


class Step(StrEnum):
    """Where the form is. The values are in buttons: short."""

    WORDS = "w"  # what the person said
    SUBJECT = "s"
    PLACE = "p"
    CONSENT = "c"  # with name and telephone, where they gave them


@dataclass(frozen=True, slots=True)
class RecordingCase(Dialog, flow="walk-in"):
    """The form of a call or a visit with all that is in it so far. No other dialog takes its place.

    `typed`: the name of a settlement, to choose from what was found. `reminded`: its writer was, once.
    """

    channel: Channel
    step: Step = Step.WORDS
    held: tuple[Written, ...] = ()
    category: Category | None = None
    community: str = ""
    settlement: str = ""
    typed: str = ""
    name: str | None = None
    phone: str | None = None
    reminded: bool = False

    @property
    def is_named(self) -> bool:
        return self.name is not None or self.phone is not None


@dataclass(frozen=True, slots=True)
class Called:
    """A person by what they gave."""

    name: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class CorrectingCase(Dialog, flow="walk-in-correct", lasts=timedelta(hours=1)):
    """The next message is a settlement (`place`), else a name, a telephone, or both; `consented` as on its button.

    `typed`: as in the form.
    """

    case_id: CaseId
    place: bool
    consented: bool = False
    typed: str = ""


LONGEST = 120  # characters of a name with its telephone


def called_in(text: str) -> Called | None:
    """Name and telephone in what was typed, in any order; None where it is more than that."""
    if len(text) > LONGEST:
        return None
    phones = phones_in(text)
    name = on_one_line(without_phones(text)).strip(" ,;:.-–—")
    if not has_words(name):
        return Called(None, phones[0]) if phones else None
    if not may_be_a_name(name):
        return None
    return Called(name, phones[0] if phones else None)


class RecordUnfinished(Refusal):
    """What was written down is kept nowhere else yet, so nothing else takes its place."""

    key = "walk-in-unfinished"


class NothingWritten(Refusal):
    """There is nothing to write down."""

    key = "walk-in-nothing-written"


class NoNameOrPhone(Refusal):
    """What was typed is neither a name nor a telephone."""

    key = "walk-in-no-name-or-phone"


class NothingToTell(Refusal):
    """There is no answer that waits to be read out."""

    key = "walk-in-nothing-to-tell"


class AlreadyClaimed(Refusal):
    """Its person has opened the case in the bot, reads there what its desk says, and speaks for themselves."""

    key = "walk-in-claimed"


def after_told(case: Case, act: Act, by: Side, now: datetime, policy: CasePolicy, *, answers: bool) -> Case:
    """The case once what waited has reached its person. Unless that `answers` all they have said, an answer is owed as
    before; and what has ended stays so.
    """
    if not case.is_open:
        return case
    if answers and case.status is not Status.NEW:
        return moved(case, act, by, now, policy)
    return replace(case, first_answered_at=case.first_answered_at or now, touched_at=now)


@dataclass(frozen=True, slots=True)
class RecordWaits(Letter):
    """To an officer who has left the form unfinished; with `erased_at`, that it goes then."""

    erased_at: datetime | None


@dataclass(frozen=True, slots=True)
class AnswerPrinted(Letter):
    """To a person at the desk: what was answered, as a page to be printed."""

    case_id: CaseId
