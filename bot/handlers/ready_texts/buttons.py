"""Buttons of ready answers and reasons."""

from dataclasses import dataclass

from bot.domain.ids import CaseId, ReadyTextId
from bot.domain.ready_texts import Field, Kind
from bot.surface.buttons import Button

# In a case.


@dataclass(frozen=True, slots=True)
class ReadyList(Button, code="jl"):
    """Those that can be used there; what is typed next finds one."""

    case_id: CaseId
    kind: Kind


@dataclass(frozen=True, slots=True)
class ReadyPreview(Button, code="jp"):
    """One of them, as its resident would read it."""

    case_id: CaseId
    text_id: ReadyTextId


@dataclass(frozen=True, slots=True)
class SendReady(Button, code="js"):
    """«Надіслати». `seen`: a mark of the words that were shown; others are not sent."""

    case_id: CaseId
    text_id: ReadyTextId
    seen: str


@dataclass(frozen=True, slots=True)
class ChangeReady(Button, code="jh"):
    """«Змінити»: the words can be copied, and the next message is sent in their place."""

    case_id: CaseId
    text_id: ReadyTextId


# By themselves.


@dataclass(frozen=True, slots=True)
class ReadyTexts(Button, code="jt"):
    """All that one may read."""

    page: int


@dataclass(frozen=True, slots=True)
class ChooseOwner(Button, code="jo"):
    """Whose a new one is."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class NewReady(Button, code="jw"):
    """The next message is its title. `owner`: `Owner.code`."""

    kind: Kind
    owner: str


@dataclass(frozen=True, slots=True)
class ReadyPage(Button, code="jg"):
    """One of them, as it was written."""

    text_id: ReadyTextId


@dataclass(frozen=True, slots=True)
class EditReady(Button, code="je"):
    """The next message is what this field says."""

    text_id: ReadyTextId
    field: Field


@dataclass(frozen=True, slots=True)
class DropEnglish(Button, code="jq"):
    """The Ukrainian text is sent to everybody from then on."""

    text_id: ReadyTextId


@dataclass(frozen=True, slots=True)
class AskRemoveReady(Button, code="jra"):
    """Asks before it is deleted."""

    text_id: ReadyTextId


@dataclass(frozen=True, slots=True)
class RemoveReady(Button, code="jr"):
    """«Так, видалити»."""

    text_id: ReadyTextId
