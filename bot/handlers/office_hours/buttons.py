"""Buttons of office hours. A day is carried as a number, 20261125; a time as minutes of the day."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import ExceptionId, OfficeId, OfficerId, RuleId
from bot.domain.office_hours import Kind, Repeat
from bot.surface.buttons import Button


class Step(StrEnum):
    """What a form asks for; the values are in buttons: short."""

    PLACE = "p"
    ADDRESS = "a"  # of a new place: typed
    POINT = "m"  # of a new place: on the map
    DAYS = "d"
    STARTS = "s"
    ENDS = "e"
    REPEAT = "r"
    DATES = "v"
    REASON = "w"
    CHECK = "c"  # all of it, before it is kept


# A resident's.


@dataclass(frozen=True, slots=True)
class ReceptionHours(Button, code="hh"):
    """When the officers of a place receive people: of one's own when no community is named."""

    community: str = ""
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class ShowPlace(Button, code="hp"):
    """The place as a point on the map."""

    office_id: OfficeId


@dataclass(frozen=True, slots=True)
class OtherDays(Button, code="hj"):
    """The openings after the next, and the places besides its place."""

    community: str = ""
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class Remind(Button, code="hr"):
    """Be reminded of an opening, or not after all. `other`: of one that is among the other days."""

    opening: str
    on: bool
    other: bool


# An officer's, and their coordinator's.


@dataclass(frozen=True, slots=True)
class OfficeHours(Button, code="ho"):
    """All of an officer's hours. Leaves a form."""

    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class RulePage(Button, code="hu"):
    rule_id: RuleId


@dataclass(frozen=True, slots=True)
class RemoveRule(Button, code="hx"):
    rule_id: RuleId


@dataclass(frozen=True, slots=True)
class ExceptionPage(Button, code="he"):
    exception_id: ExceptionId


@dataclass(frozen=True, slots=True)
class RemoveException(Button, code="hz"):
    exception_id: ExceptionId


@dataclass(frozen=True, slots=True)
class ChooseDay(Button, code="hd"):
    """Which of the next days is to be otherwise?"""

    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class DayPage(Button, code="hy"):
    """What can be done with a day."""

    officer_id: OfficerId
    day: int


# Their forms.


@dataclass(frozen=True, slots=True)
class NewRule(Button, code="hn"):
    officer_id: OfficerId


@dataclass(frozen=True, slots=True)
class NewException(Button, code="hb"):
    """Close, move, or add (`rule_id` 0) hours on a day."""

    kind: Kind
    officer_id: OfficerId
    rule_id: RuleId
    day: int


@dataclass(frozen=True, slots=True)
class FormStep(Button, code="hs"):
    """What the open form asks for; back to it."""

    step: Step


@dataclass(frozen=True, slots=True)
class ChoosePlace(Button, code="hc"):
    office_id: OfficeId


@dataclass(frozen=True, slots=True)
class NewPlace(Button, code="hl"):
    """The next message is its address."""

    community: str


@dataclass(frozen=True, slots=True)
class StationAsPlace(Button, code="hk"):
    """The station on the officer's card is the new place."""

    community: str


@dataclass(frozen=True, slots=True)
class SetDay(Button, code="ht"):
    day: int
    on: bool


@dataclass(frozen=True, slots=True)
class SetStart(Button, code="hf"):
    minutes: int


@dataclass(frozen=True, slots=True)
class SetEnd(Button, code="hg"):
    minutes: int


@dataclass(frozen=True, slots=True)
class SetRepeat(Button, code="hq"):
    repeat: Repeat


@dataclass(frozen=True, slots=True)
class SkipStep(Button, code="hw"):
    """No point on the map, no reason, no dates."""

    step: Step


@dataclass(frozen=True, slots=True)
class SaveHours(Button, code="hv"):
    """Keep what the form holds."""
