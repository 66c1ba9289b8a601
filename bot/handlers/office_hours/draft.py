"""A form of office hours: what has been said so far is in the open dialog, so that no restart loses it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from bot.domain.dialogs import Dialog
from bot.domain.ids import ExceptionId, OfficeId, OfficerId, RuleId
from bot.domain.office_hours import DayException, Kind, NewOffice, Repeat, Rule
from bot.domain.refusals import OldButton
from bot.handlers.office_hours.buttons import Step
from bot.register import CommunityCode
from bot.services.office_hours import Where
from bot.storage import dialogs
from bot.surface.rendering import Addressee

NOBODY = OfficeId(0)


@dataclass(frozen=True, slots=True)
class Draft:
    """`kind`: USUAL is a rule, any other an exception on `day`."""

    officer_id: OfficerId
    kind: Kind
    since: date
    rule_id: RuleId | None = None
    day: date | None = None
    office_id: OfficeId | None = None
    community: CommunityCode | None = None
    title: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    days: int = 0
    starts: time | None = None
    ends: time | None = None
    repeat: Repeat = Repeat.EVERY
    until: date | None = None
    reason: str | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        return STEPS[self.kind]

    def before(self, step: Step) -> Step | None:
        """Where «Назад» leads; None from the first step."""
        if step in BESIDE:
            return BESIDE[step]
        at = self.steps.index(step) if step in self.steps else 0
        return self.steps[at - 1] if at else None

    def after(self, step: Step) -> Step:
        """What is asked next."""
        if step in (Step.REPEAT, Step.DATES):
            return Step.CHECK
        step = Step.PLACE if step in (Step.ADDRESS, Step.POINT) else step
        return self.steps[self.steps.index(step) + 1] if step in self.steps[:-1] else Step.CHECK

    @property
    def where(self) -> Where:
        """Raises OldButton where no place was said."""
        if self.office_id is not None:
            return self.office_id
        if self.community is None or self.title is None:
            raise OldButton
        return NewOffice(self.community, self.title, self.latitude, self.longitude)

    @property
    def rule(self) -> Rule:
        """Without its id and place. Raises OldButton where something is missing."""
        if self.starts is None or self.ends is None:
            raise OldButton
        return Rule(
            RuleId(0),
            self.officer_id,
            NOBODY,
            CommunityCode(""),
            self.days,
            self.repeat,
            self.starts,
            self.ends,
            self.since,
            self.until,
        )

    @property
    def exception(self) -> DayException:
        """Without its id and place. Raises OldButton where something is missing."""
        if self.day is None or (self.kind is not Kind.CLOSED and (self.starts is None or self.ends is None)):
            raise OldButton
        return DayException(
            ExceptionId(0),
            self.officer_id,
            self.day,
            self.rule_id,
            None,
            None,
            self.starts,
            self.ends,
            self.reason,
        )

    def at_office(self, office_id: OfficeId) -> "Draft":
        return replace(self, office_id=office_id, community=None, title=None, latitude=None, longitude=None)

    def at_new(self, community: CommunityCode, title: str | None) -> "Draft":
        return replace(self, office_id=None, community=community, title=title, latitude=None, longitude=None)


STEPS: Mapping[Kind, tuple[Step, ...]] = {
    Kind.USUAL: (Step.PLACE, Step.DAYS, Step.STARTS, Step.ENDS, Step.CHECK),
    Kind.MOVED: (Step.PLACE, Step.STARTS, Step.ENDS, Step.REASON, Step.CHECK),
    Kind.EXTRA: (Step.PLACE, Step.STARTS, Step.ENDS, Step.REASON, Step.CHECK),
    Kind.CLOSED: (Step.REASON, Step.CHECK),
}
BESIDE: Mapping[Step, Step] = {
    Step.ADDRESS: Step.PLACE,
    Step.POINT: Step.PLACE,
    Step.REPEAT: Step.CHECK,
    Step.DATES: Step.CHECK,
}
"""Steps off the way, with the one that leads to them."""


@dataclass(frozen=True, slots=True)
class HoursForm(Dialog, flow="hours"):
    """A form that is open. The next message may answer its step."""

    draft: Draft
    step: Step


async def drawn(to: Addressee) -> Draft:
    """The form that is open, for its screens. Raises OldButton."""
    form = await dialogs.open_in(to.tx, to.person_id, to.chat_id, HoursForm, to.thread_id)
    if form is None:
        raise OldButton
    return form.draft
