"""Merging: the officer of a case says which other case of its resident is the same matter, and its resident confirms.

The officer's case goes on with all that was written in the other one, which ends. A number that is typed tells
nothing: the officer is answered the same whether there is such a case, whose it is, whether it is anonymous, and
whether its resident refused or is silent. So many numbers may be tried in a day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.cases import Case, Side, Status, stopped_or_not
from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, MergeId, PersonId
from bot.domain.letters import Letter
from bot.domain.policy import CasePolicy
from bot.domain.refusals import Refusal

A_DAY = 5  # numbers that one person may try
LASTS = timedelta(days=7)  # so long its resident may answer


@dataclass(frozen=True, slots=True)
class Proposed:
    """What its resident is asked."""

    id: MergeId
    case_id: CaseId  # goes on
    other_id: CaseId  # ends
    person_id: PersonId  # who proposed it
    at: datetime
    answered_at: datetime | None

    def is_over(self, now: datetime) -> bool:
        return self.answered_at is not None or now - self.at > LASTS


@dataclass(frozen=True, slots=True)
class NamingOther(Dialog, flow="merge"):
    """The next message is the number of the case that is to be merged into this one."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class MergeAsked(Letter):
    """To the resident of two cases: are they one matter?"""

    merge_id: MergeId


class TooManyMerges(Refusal):
    """So many numbers were tried today."""

    key = "merge-too-many"


class MergeLapsed(Refusal):
    """It is not asked any more: it was answered, its time is over, or one of the cases has ended."""

    key = "merge-lapsed"


class NotANumber(Refusal):
    """What was typed is no number of a case."""

    key = "merge-not-a-number"


def can_be_merged(case: Case) -> bool:
    """An anonymous case is never linked to another one, a complaint is no officer's, into or out of a pause nothing is
    brought, and of a call or a visit there is no resident who could confirm it.
    """
    leads_to_resident = case.link_cut_at is None and not case.unclaimed
    is_at_rest = leads_to_resident and case.paused_until is None
    return case.is_open and not case.anonymous and not case.confidential and is_at_rest


def can_be_one(case: Case, other: Case) -> bool:
    """Nor does a discreet case become part of one that is not: what is said in it would be shown unasked."""
    return can_be_merged(case) and can_be_merged(other) and _is_discreet(case) == _is_discreet(other)


def _is_discreet(case: Case) -> bool:
    return case.category is not None and case.category.discreet


def joined(case: Case, other: Case, now: datetime, policy: CasePolicy) -> Case:
    """The case that goes on, with what the other one was: what its desk owed in either is owed, by the earlier day."""
    owing = [each for each in (case, other) if each.waits_for is Side.OFFICER]
    merged = replace(
        case,
        emergency=case.emergency or other.emergency,
        crime_signs=case.crime_signs or other.crime_signs,
        undelivered=case.undelivered or other.undelivered,
        unopened_since=_earlier([case.unopened_since, other.unopened_since]),
        first_answered_at=_earlier([case.first_answered_at, other.first_answered_at]),
    )
    if owing:
        first = min(owing, key=lambda each: (each.answer_due is None, each.answer_due or each.touched_at))
        merged = replace(
            merged,
            status=case.status if case.waits_for is Side.OFFICER else Status.IN_WORK,
            waits_for=Side.OFFICER,
            answer_due=first.answer_due,
            answer_reminded=first.answer_reminded,
            overdue_told_at=first.overdue_told_at,
        )
    return _with_resolution(merged, [case, other], now, policy)


def _with_resolution(merged: Case, cases: Iterable[Case], now: datetime, policy: CasePolicy) -> Case:
    """It is due to be resolved when the first of these is, by the clocks as they would run from now on."""
    running = [stopped_or_not(each, Status.IN_WORK, now, policy) for each in cases]
    timed = [each for each in running if each.resolve_due is not None]
    if not timed:
        return merged
    first = min(timed, key=lambda each: each.resolve_due or now)
    clock = replace(
        merged,
        resolve_due=first.resolve_due,
        resolve_stopped_at=None,
        resolve_reminded=first.resolve_reminded,
        resolve_told_at=first.resolve_told_at,
    )
    return stopped_or_not(clock, merged.status, now, policy)


def _earlier(times: Iterable[datetime | None]) -> datetime | None:
    return min((each for each in times if each is not None), default=None)
