"""Buttons of a call or a visit. The form itself is in the officer's open dialog."""

from dataclasses import dataclass

from bot.domain.cases import Category, Channel
from bot.domain.ids import CaseId
from bot.domain.walk_ins import Step
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class RecordCall(Button, code="wr"):
    """Write a call or a visit down: which of them? Where the form is open, it goes on."""


@dataclass(frozen=True, slots=True)
class ChooseChannel(Button, code="wc"):
    """Begin the form."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class RecordForm(Button, code="wf"):
    """As a screen alone: the form as it is now."""


@dataclass(frozen=True, slots=True)
class FormStep(Button, code="ws"):
    """Go on to a step of the form, or back to it."""

    step: Step


@dataclass(frozen=True, slots=True)
class TakeSubject(Button, code="wt"):
    category: Category


@dataclass(frozen=True, slots=True)
class TakePlace(Button, code="wp"):
    """A settlement of a community that one serves; empty where it was not said."""

    community: str
    settlement: str


@dataclass(frozen=True, slots=True)
class SaveRecord(Button, code="wv"):
    """Make a case of it. `consented`: the person has agreed to what was read out."""

    consented: bool


@dataclass(frozen=True, slots=True)
class RecordSaved(Button, code="wd"):
    """As a screen alone: the number, and who has it."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelRecord(Button, code="wx"):
    """Nothing is written down after all."""


@dataclass(frozen=True, slots=True)
class HandAnswer(Button, code="wh"):
    """How was the answer given to a person who is not in the bot?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class AnswerRead(Button, code="wa"):
    """It was read out."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class AnswerGiven(Button, code="wg"):
    """It was given on paper."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class PrintAnswer(Button, code="wn"):
    """Have it as a page to be printed."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CorrectCase(Button, code="wk"):
    """«Виправити дані»: what of it?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CorrectPerson(Button, code="wkp"):
    """The next message is a name, a telephone, or both. `consented`: the person has agreed to what was read out."""

    case_id: CaseId
    consented: bool


@dataclass(frozen=True, slots=True)
class ForgetPerson(Button, code="wkf"):
    """Name and telephone go, as their person asks. `sure`: after the question whether they shall."""

    case_id: CaseId
    sure: bool


@dataclass(frozen=True, slots=True)
class CorrectPlace(Button, code="wks"):
    """Which settlement is it?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class TakeCorrectPlace(Button, code="wkt"):
    """This one."""

    case_id: CaseId
    settlement: str
