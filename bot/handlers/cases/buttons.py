"""Buttons of cases. Codes are short because a button carries 64 bytes at most."""

from dataclasses import dataclass

from bot.domain.cases import Category
from bot.domain.ids import CaseId
from bot.telegram.buttons import Button

# The resident's.


@dataclass(frozen=True, slots=True)
class NewReport(Button, code="cr"):
    """Choose what it is about."""


@dataclass(frozen=True, slots=True)
class ChooseCategory(Button, code="cc"):
    category: Category
    warned: bool  # the emergency card has been shown


@dataclass(frozen=True, slots=True)
class NewQuestion(Button, code="cq"):
    """Ask without choosing a category."""


@dataclass(frozen=True, slots=True)
class Preview(Button, code="cp"):
    """What has been put into a draft so far, and how to send it."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SendUnnamed(Button, code="cu"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SendNamed(Button, code="cn"):
    """Ask for the name, then send."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelDraft(Button, code="cx"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SentCase(Button, code="cs"):
    """The confirmation: the number and what happens next."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Reopen(Button, code="co"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Rate(Button, code="ct"):
    case_id: CaseId
    rating: int  # 1 to 5


# The desk's.


@dataclass(frozen=True, slots=True)
class Accept(Button, code="da"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Answer(Button, code="dw"):
    """The next message answers this case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Ask(Button, code="dq"):
    """The next message asks the resident of this case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Close(Button, code="dc"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Decline(Button, code="dd"):
    """The next message is the reason."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CrimeSigns(Button, code="ds"):
    case_id: CaseId
