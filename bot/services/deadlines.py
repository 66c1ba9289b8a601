"""The clocks of cases: what is due is written in the transaction that notes it as sent.

Reminders come in batches, and of a batch each person gets one letter of a kind. While quiet hours last all of them
wait; those of a paused case wait for the end of its pause. Danger that nobody opens waits for nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from functools import partial

import structlog

from bot.domain import deadlines
from bot.domain.broadcasts import Lane
from bot.domain.case_letters import DangerUnopened
from bot.domain.cases import Case, Reminder
from bot.domain.deadlines import CaseClock, CasesDue, CasesLate, MorningLine, TakesLonger
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import DeskMember, Letter, Party, PersonAt, ResidentOf
from bot.domain.policy import KYIV
from bot.domain.working_time import is_working_day
from bot.services import boards
from bot.services.cases import pauses
from bot.services.cases.record import redraw_card
from bot.storage import broadcasts, facts, outbox
from bot.storage import deadlines as stored
from bot.storage.deadlines import ForPerson
from bot.storage.transaction import Transaction

log = structlog.get_logger()

REMINDED_TOGETHER = 100
A_MINUTE = timedelta(minutes=1)


async def remind(tx: Transaction) -> bool:
    """Send the reminders that are due; whether there may be more."""
    if not tx.policy.cases.reminders or tx.policy.notices.is_quiet(tx.now):
        return False
    due = await stored.due(tx, REMINDED_TOGETHER)
    reminders: dict[tuple[CaseClock, Reminder], list[Case]] = defaultdict(list)
    for case in due:
        if case.paused_until is not None:
            await stored.put_off(tx, case.id, max(case.paused_until, tx.now + A_MINUTE))
            continue
        now_due = [(each, deadlines.reminder_due(case, each, tx.now, tx.policy.cases)) for each in CaseClock]
        reminded = case
        for clock, reminder in now_due:
            if reminder is not None:
                reminders[clock, reminder].append(case)
                reminded = deadlines.reminded(reminded, clock, reminder, tx.now)
        stored.note(tx, reminded)  # also where none is due: the times have been changed since
    for clock in CaseClock:
        await _tell_desks(tx, reminders[clock, Reminder.SOON], clock, overdue=False)
        await _tell_desks(tx, reminders[clock, Reminder.DUE], clock, overdue=True)
        late = await stored.overseers(tx, ids(reminders[clock, Reminder.LATE]))
        _tell(tx, late, partial(CasesLate, clock=clock))
    await _tell_residents(tx, reminders[CaseClock.ANSWER, Reminder.DUE])
    return len(due) == REMINDED_TOGETHER


async def sound_alarms(tx: Transaction) -> bool:
    """Notify others of danger that nobody at its desk has opened in time, at any hour; whether there may be more.

    They may open the case from now on, until somebody takes it. Not notified is an officer who has paused a case of its
    resident.
    """
    due = await stored.unopened(tx, tx.now - deadlines.UNOPENED, REMINDED_TOGETHER)
    for case in due:
        await stored.alarm(tx, case.id)
        redraw_card(tx, case.id)
        colleagues = await pauses.reached(tx, case.id, case.area_id) if case.area_id and not case.confidential else []
        overseers = [each.person_id for each in await stored.overseers(tx, [case.id])]
        others: list[Party] = [DeskMember(case.id, officer) for officer in colleagues if officer != case.officer_id]
        others += [PersonAt(person) for person in overseers if person != case.coordinator_id]
        for other in others:
            tx.outbox.tell(other, DangerUnopened(case.id))
        if not others:
            log.error("nobody opens a case with danger, and there is nobody else to notify", case=case.number)
    return len(due) == REMINDED_TOGETHER


MORNING = "morning_line_day"  # the fact that says on which day the officers' morning line was begun last


async def begin_morning(tx: Transaction) -> None:
    """On a working day, at the time of the daily letter: the morning line of officers and boards. Of the day
    on which the bot first works there is none, unless it works before that time.
    """
    here, known = tx.now.astimezone(KYIV), await facts.get(tx, MORNING)
    day = here.date()
    if here.time() < tx.policy.notices.daily or known == day.isoformat():
        return
    await facts.put(tx, MORNING, day.isoformat())
    if known is None or not tx.policy.cases.morning_lines or not is_working_day(day, tx.policy.cases.working_time):
        return
    midnight = datetime.combine(day + timedelta(days=1), time(0), KYIV).astimezone(UTC)
    await broadcasts.begin(
        tx, MorningLine(day), Lane.ORDINARY, quiet=True, dedupe=f"morning:{day}", expires_at=midnight
    )
    await boards.begin_morning(tx, day)


RESTORED = "answers_due_restored_at"  # the fact that says until when residents may have been told what this base lacks


async def skip_due(tx: Transaction) -> None:
    """Of what has become due until now nothing is sent that may have been: this database is a restored backup.

    So it is with the morning line, and with what a resident is told once: that the answer takes longer. A desk and its
    coordinators are reminded of single cases twice rather than never.
    """
    await facts.put(tx, RESTORED, tx.now.isoformat())
    await outbox.take_out(tx, TakesLonger)
    here = tx.now.astimezone(KYIV)
    if here.time() >= tx.policy.notices.daily and await facts.get(tx, MORNING) is not None:
        await facts.put(tx, MORNING, here.date().isoformat())


async def _tell_residents(tx: Transaction, cases: Sequence[Case]) -> None:
    """That the answer takes longer: once, and nothing of what is discreet."""
    restored = await facts.get(tx, RESTORED) if cases else None
    told_until = datetime.fromisoformat(restored) if restored is not None else None
    for case in cases:
        may_know = told_until is not None and case.answer_due is not None and case.answer_due <= told_until
        if not may_know and (case.category is None or not case.category.discreet):
            tx.outbox.tell(ResidentOf(case.id), TakesLonger(case.id))


async def _tell_desks(tx: Transaction, cases: Sequence[Case], clock: CaseClock, *, overdue: bool) -> None:
    _tell(tx, await stored.at_desks(tx, ids(cases)), partial(CasesDue, clock=clock, overdue=overdue))


def _tell(tx: Transaction, rows: Iterable[ForPerson], letter: Callable[[tuple[CaseId, ...]], Letter]) -> None:
    """One letter to each person, of all that concerns them."""
    found: dict[PersonId, list[CaseId]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row.case_id)
    for person_id, case_ids in found.items():
        tx.outbox.tell(PersonAt(person_id), letter(tuple(case_ids)))


def ids(cases: Iterable[Case]) -> list[CaseId]:
    return [case.id for case in cases]
