"""The daily letter to coordinators: when it is due, and what is in it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.audit import START
from bot.domain.daily import DailyLetter
from bot.domain.ids import PersonId
from bot.domain.letters import PersonAt
from bot.domain.policy import KYIV
from bot.storage import audit, communities, deadlines, facts
from bot.storage.audit import Readings
from bot.storage.deadlines import Unanswered
from bot.storage.transaction import Transaction

DAY = "daily_letter_day"  # the fact that says on which day it was sent last
SILENT_NAMED = 3  # officers who do not answer, in a letter


@dataclass(frozen=True, slots=True)
class Figures:
    """What the letters count, of each coordinator for whom there is anything to count."""

    readings: Mapping[PersonId, Readings]
    unanswered: Mapping[PersonId, Sequence[Unanswered]]
    without_officers: Mapping[PersonId, int]


async def is_due(tx: Transaction) -> bool:
    """Whether its time has come and it was not sent on this day."""
    here = tx.now.astimezone(KYIV)
    return here.time() >= tx.policy.notices.daily and await facts.get(tx, DAY) != here.date().isoformat()


async def figures(tx: Transaction) -> Figures:
    """It goes through a day's entries, and all that is overdue: for the connection that only reads."""
    today = tx.now.astimezone(KYIV).date()
    readings = await audit.readings(tx, _midnight(today - timedelta(days=1)), _midnight(today))
    unanswered: dict[PersonId, list[Unanswered]] = defaultdict(list)
    for each in await deadlines.unanswered(tx):
        unanswered[each.person_id].append(each)
    without = await communities.count_without_officers(tx)
    return Figures({each.person_id: each for each in readings}, unanswered, {k.person_id: k.count for k in without})


def _midnight(day: date) -> datetime:
    """The time at which a day begins in Kyiv."""
    return datetime.combine(day, time(0), KYIV).astimezone(UTC)


async def send(tx: Transaction, figures: Figures) -> None:
    """To every coordinator who can be reached, also where nothing was read: the head is for all of them. To nobody as
    long as nothing was ever noted.
    """
    today = tx.now.astimezone(KYIV).date()
    head = await audit.head(tx)
    for person_id in await communities.coordinators(tx) if head != START else []:
        read = figures.readings.get(person_id) or Readings(person_id, times=0, cases=0, readers=0)
        unanswered = figures.unanswered.get(person_id, ())
        by_officer = [(each.officer_id, each.cases) for each in unanswered if each.officer_id is not None]
        letter = DailyLetter(
            today - timedelta(days=1),
            read.cases,
            read.readers,
            read.times,
            head,
            overdue=sum(each.cases for each in unanswered),
            silent=tuple(by_officer[:SILENT_NAMED]),
            without_officers=figures.without_officers.get(person_id, 0),
        )
        tx.outbox.tell(PersonAt(person_id), letter, dedupe=f"daily:{person_id}")
    await facts.put(tx, DAY, today.isoformat())
