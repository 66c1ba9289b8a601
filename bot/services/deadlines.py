"""Reminders of answers that are due: what the clock asks for is written in the transaction that notes it as sent.

They come in batches, and of a batch each person gets one letter. While quiet hours last all of them wait; those of a
paused case wait for the end of its pause.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, time, timedelta

from bot.domain import deadlines
from bot.domain.broadcasts import Lane
from bot.domain.cases import Case, Reminder, is_working_day
from bot.domain.deadlines import AnswersDue, AnswersLate, MorningLine, TakesLonger
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import Letter, PersonAt, ResidentOf
from bot.domain.policy import KYIV
from bot.storage import broadcasts, facts
from bot.storage import deadlines as stored
from bot.storage.deadlines import ForPerson
from bot.storage.transaction import Transaction

REMINDED_TOGETHER = 100
A_MINUTE = timedelta(minutes=1)


async def remind(tx: Transaction) -> bool:
    """Send the reminders that are due; whether there may be more."""
    if not tx.policy.cases.reminders or tx.policy.notices.is_quiet(tx.now):
        return False
    due = await stored.due(tx, REMINDED_TOGETHER)
    cases: dict[Reminder, list[Case]] = defaultdict(list)
    for case in due:
        reminder = deadlines.reminder_due(case, tx.now)
        if case.paused_until is not None:
            await stored.put_off(tx, case.id, max(case.paused_until, tx.now + A_MINUTE))
        elif reminder is None:
            stored.note(tx, case)  # the times have been changed since
        else:
            stored.note(tx, deadlines.reminded(case, reminder, tx.now))
            cases[reminder].append(case)
    await _tell_desks(tx, cases[Reminder.SOON], overdue=False)
    await _tell_desks(tx, cases[Reminder.DUE], overdue=True)
    for case in cases[Reminder.DUE]:
        if case.category is None or not case.category.discreet:
            tx.outbox.tell(ResidentOf(case.id), TakesLonger(case.id))
    _tell(tx, await stored.overseers(tx, ids(cases[Reminder.LATE])), AnswersLate)
    return len(due) == REMINDED_TOGETHER


MORNING = "morning_line_day"  # the fact that says on which day the officers' morning line was begun last


async def begin_morning(tx: Transaction) -> None:
    """On a working day, at the time of the daily letter: the officers' morning line. Of the day on which the bot first
    works there is none, unless it works before that time.
    """
    here, known = tx.now.astimezone(KYIV), await facts.get(tx, MORNING)
    day = here.date()
    if here.time() < tx.policy.notices.daily or known == day.isoformat():
        return
    await facts.put(tx, MORNING, day.isoformat())
    if known is None or not tx.policy.cases.morning_lines or not is_working_day(day):
        return
    midnight = datetime.combine(day + timedelta(days=1), time(0), KYIV).astimezone(UTC)
    await broadcasts.begin(
        tx, MorningLine(day), Lane.ORDINARY, quiet=True, dedupe=f"morning:{day}", expires_at=midnight
    )


async def _tell_desks(tx: Transaction, cases: Sequence[Case], *, overdue: bool) -> None:
    _tell(tx, await stored.at_desks(tx, ids(cases)), lambda found: AnswersDue(found, overdue))


def _tell(tx: Transaction, rows: Iterable[ForPerson], letter: Callable[[tuple[CaseId, ...]], Letter]) -> None:
    """One letter to each person, of all that concerns them."""
    found: dict[PersonId, list[CaseId]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row.case_id)
    for person_id, case_ids in found.items():
        tx.outbox.tell(PersonAt(person_id), letter(tuple(case_ids)))


def ids(cases: Iterable[Case]) -> list[CaseId]:
    return [case.id for case in cases]
