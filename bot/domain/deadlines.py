"""The clocks of a case: by when its desk is to answer, by when it is to be resolved, and who is reminded.

The clock of an answer runs while the case waits for its desk, and begins again with each such wait. That of the
resolution begins when the case is sent or reopened, stands still while it waits for its resident, and ends with it.
A due time is stored with the case: other terms in the settings change it for no case that has one.

Of each clock there are three reminders, in order and each sent once: to the desk before the time is over, to the desk
when it is (of an answer its resident learns then that it takes longer), and to the coordinators. A clock that starts
again, as by a new message after an answer, or a reopening, begins with the first.

Danger has a clock of its own, until a person at the desk has opened the case: has read it, or done anything with it, by
a press, an answer or a reaction. A message that merely came to a chat is not opened.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.cases import Case, Reminder
from bot.domain.ids import CaseId
from bot.domain.letters import Letter, LetterClass
from bot.domain.policy import CasePolicy, Term, WorkingTime
from bot.domain.working_time import due_after, earlier, opening_before

UNOPENED = timedelta(minutes=15)  # so long danger may wait for its desk before others are notified
SOON_DAYS = 5  # of so many days of a term one is left when its desk is first reminded
# After the desk was told that a time is over: when the coordinators are reminded, and for when an overdue answer is
# promised, once. Where the term is of hours, they are reminded after as many, and the promise is for the next day.
COORDINATORS_AFTER = Term(days=1)
LONGER, LONGER_OF_HOURS = Term(days=3), Term(days=1)


class CaseClock(StrEnum):
    ANSWER = "answer"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Running:
    """A clock of a case that runs: when its time is over, what was sent of it, and how long its term is."""

    due: datetime
    reminded: Reminder | None
    told_at: datetime | None
    term: Term


def running(case: Case, clock: CaseClock, policy: CasePolicy) -> Running | None:
    """The clock, if it runs. Its term is that of the settings now: of what was due by others, reminders go by it."""
    terms = policy.due_times_of(case.subject)
    if clock is CaseClock.ANSWER:
        due, reminded, told_at, term = case.answer_by, case.answer_reminded, case.overdue_told_at, terms.answer
    else:
        due, reminded, told_at = case.resolve_by, case.resolve_reminded, case.resolve_told_at
        term = terms.resolution or terms.answer
    return Running(due, reminded, told_at, term) if due is not None else None


def soon_at(due: datetime, term: Term, times: WorkingTime) -> datetime:
    """When its desk is first reminded: in the morning, where four fifths of the days are over, or half of the hours."""
    if term.days == 0:
        return earlier(due, timedelta(hours=term.hours) / 2, times)
    return opening_before(due, term.days // SOON_DAYS, times)


def reminder_at(clock: Running, times: WorkingTime) -> datetime | None:
    """When the next reminder of a clock is due; None where there is none to come."""
    if clock.reminded is Reminder.LATE:
        return None
    if clock.told_at is not None:
        after = clock.term if clock.term.days == 0 else COORDINATORS_AFTER
        return due_after(clock.told_at, after, times)
    return clock.due if clock.reminded is Reminder.SOON else soon_at(clock.due, clock.term, times)


def next_reminder_at(case: Case, policy: CasePolicy) -> datetime | None:
    """When the next reminder of any of its clocks is due; None where there is none to come."""
    clocks = [running(case, clock, policy) for clock in CaseClock]
    times = [reminder_at(clock, policy.working_time) for clock in clocks if clock is not None]
    return min((at for at in times if at is not None), default=None)


def reminder_due(case: Case, clock: CaseClock, now: datetime, policy: CasePolicy) -> Reminder | None:
    """The reminder to send now. The first one is left out where it comes too late; the others never are."""
    runs = running(case, clock, policy)
    at = reminder_at(runs, policy.working_time) if runs is not None else None
    if runs is None or at is None or at > now:
        return None
    if runs.told_at is not None:
        return Reminder.LATE
    return Reminder.DUE if runs.due <= now else Reminder.SOON


def reminded(case: Case, clock: CaseClock, reminder: Reminder, now: datetime) -> Case:
    """The case after this reminder was sent."""
    is_due = reminder is Reminder.DUE
    if clock is CaseClock.ANSWER:
        return replace(case, answer_reminded=reminder, overdue_told_at=now if is_due else case.overdue_told_at)
    return replace(case, resolve_reminded=reminder, resolve_told_at=now if is_due else case.resolve_told_at)


def promised(case: Case, now: datetime, policy: CasePolicy) -> datetime | None:
    """By when its resident may be told to expect an answer: by when it is due, then once a later date; then no date."""
    clock = running(case, CaseClock.ANSWER, policy)
    if clock is None:
        return None
    longer = LONGER if clock.term.days else LONGER_OF_HOURS
    until = due_after(clock.told_at, longer, policy.working_time) if clock.told_at is not None else clock.due
    return until if until >= now else None


def resolution_promised(case: Case, now: datetime, policy: CasePolicy) -> datetime | None:
    """By when its resident may be told that it is resolved: where the operator promises that, and it has not passed."""
    if not policy.resolution_promised or case.resolve_by is None or case.resolve_by < now:
        return None
    return case.resolve_by


# Letters.


@dataclass(frozen=True, slots=True)
class CasesDue(Letter):
    """To a person at the desk of these cases: by this clock they are due soon, or by now (`overdue`)."""

    case_ids: tuple[CaseId, ...]
    clock: CaseClock
    overdue: bool

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class CasesLate(Letter):
    """To a coordinator: by this clock these cases have been overdue for so long that somebody should look."""

    case_ids: tuple[CaseId, ...]
    clock: CaseClock

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class TakesLonger(Letter):
    """To its resident: the answer takes longer than was said."""

    case_id: CaseId

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class MorningLine(Letter):
    """To officers, in the morning of a working day: how many cases wait for each, and how many are overdue."""

    day: date
