"""The clocks of a case: by when its desk is to answer, and who is reminded when it does not.

Of each wait for the desk there are three reminders, in order and each sent once: to the desk before the answer is due,
to the desk when it is due (its resident learns then that it takes longer), and to the coordinators. `TIMES` is the one
table of these times. A clock that starts again, as by a new message after an answer, or a reopening, begins with the
first.

Danger has a clock of its own, until a person at the desk has opened the case: has read it, or done anything with it, by
a press, an answer or a reaction. A message that merely came to a chat is not opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.cases import Case, Category, Reminder
from bot.domain.ids import CaseId
from bot.domain.letters import Letter, LetterClass
from bot.domain.working_days import working_days_after

UNOPENED = timedelta(minutes=15)  # so long danger may wait for its desk before others are notified


@dataclass(frozen=True, slots=True)
class Times:
    """`soon`: so long before the answer is due its desk is reminded. The others are working days after the reminder
    that it is due: to that of the coordinators, and to the date that the resident is told then.
    """

    soon: timedelta
    coordinators_after: int
    longer: int


USUAL = Times(soon=timedelta(hours=9), coordinators_after=1, longer=3)  # the morning of the day: it is due at 18:00
TIMES: Mapping[Category, Times] = dict.fromkeys(Category, USUAL)


def times_of(case: Case) -> Times:
    """A question has no category."""
    return TIMES[case.category] if case.category is not None else USUAL


def next_reminder_at(case: Case) -> datetime | None:
    """When the next reminder is due; None where there is none to come."""
    if case.answer_due is None or not case.is_unanswered or case.answer_reminded is Reminder.LATE:
        return None
    times = times_of(case)
    if case.overdue_told_at is not None:
        return working_days_after(case.overdue_told_at, times.coordinators_after)
    return case.answer_due if case.answer_reminded is Reminder.SOON else case.answer_due - times.soon


def reminder_due(case: Case, now: datetime) -> Reminder | None:
    """The reminder to send now. The first one is left out where it comes too late; the others never are."""
    at = next_reminder_at(case)
    if at is None or at > now or case.answer_due is None:
        return None
    if case.overdue_told_at is not None:
        return Reminder.LATE
    return Reminder.DUE if case.answer_due <= now else Reminder.SOON


def reminded(case: Case, reminder: Reminder, now: datetime) -> Case:
    """The case after this reminder was sent."""
    return replace(
        case, answer_reminded=reminder, overdue_told_at=now if reminder is Reminder.DUE else case.overdue_told_at
    )


def promised(case: Case, now: datetime) -> datetime | None:
    """By when its resident may be told to expect an answer: by when it is due, then once a later date; then no date."""
    if case.answer_due is None or not case.is_unanswered:
        return None
    told = case.overdue_told_at
    until = working_days_after(told, times_of(case).longer) if told is not None else case.answer_due
    return until if until >= now else None


# Letters.


@dataclass(frozen=True, slots=True)
class AnswersDue(Letter):
    """To a person at the desk of these cases: an answer is due soon, or by now (`overdue`)."""

    case_ids: tuple[CaseId, ...]
    overdue: bool

    @property
    def letter_class(self) -> LetterClass:
        return LetterClass.CHEAP


@dataclass(frozen=True, slots=True)
class AnswersLate(Letter):
    """To a coordinator: these cases have been overdue for so long that somebody should look."""

    case_ids: tuple[CaseId, ...]

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
