"""What people are told of a change of office hours: what they knew before, and what several changes come to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.ids import OfficeId, RuleId
from bot.domain.office_hours import Opening, Rule


@dataclass(frozen=True, slots=True)
class Known:
    """What a person who was notified of an opening knows of it."""

    start: datetime
    end: datetime
    office_id: OfficeId
    held: bool

    @classmethod
    def of(cls, opening: Opening) -> "Known":
        return cls(opening.start, opening.end, opening.office_id, opening.takes_place)

    def says(self, opening: Opening | None) -> bool:
        """Whether it is like that, so that no new message is needed. None: there is none any more."""
        if opening is None or not (self.held and opening.takes_place):
            return self.held == (opening is not None and opening.takes_place)
        return (self.start, self.end, self.office_id) == (opening.start, opening.end, opening.office_id)


def net_change(added: Sequence[Rule], removed: Sequence[Rule], on: date) -> tuple[list[Rule], list[Rule]]:
    """What is new and what is gone, as of a day, without the days that were taken out and put in again: a rule that was
    replaced by another is not both."""
    gone, new = list(removed), list(added)
    for here, old in enumerate(gone):
        for there, rule in enumerate(new):
            both = gone[here].days & rule.days if _differ_by_days_alone(old, rule, on) else 0
            gone[here] = replace(gone[here], days=gone[here].days & ~both)
            new[there] = replace(rule, days=rule.days & ~both)
    return [each for each in new if each.days], [each for each in gone if each.days]


def _differ_by_days_alone(one: Rule, other: Rule, on: date) -> bool:
    def said(rule: Rule) -> Rule:
        return replace(rule, id=RuleId(0), days=0, since=max(rule.since, on))

    return said(one) == said(other)
