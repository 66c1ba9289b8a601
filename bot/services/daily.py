"""The daily letter to coordinators: when it is due, and what is in it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.audit import START
from bot.domain.daily import DailyLetter
from bot.domain.letters import PersonAt
from bot.domain.policy import KYIV
from bot.storage import audit, communities, facts
from bot.storage.audit import Readings
from bot.storage.transaction import Transaction

DAY = "daily_letter_day"  # the fact that says on which day it was sent last


async def is_due(tx: Transaction) -> bool:
    """Whether its time has come and it was not sent on this day."""
    here = tx.now.astimezone(KYIV)
    return here.time() >= tx.policy.notices.daily and await facts.get(tx, DAY) != here.date().isoformat()


async def yesterdays_readings(tx: Transaction) -> list[Readings]:
    """What each coordinator's letter counts. It goes through a day's entries: for the connection that only reads."""
    today = tx.now.astimezone(KYIV).date()
    return await audit.readings(tx, _midnight(today - timedelta(days=1)), _midnight(today))


def _midnight(day: date) -> datetime:
    """The time at which a day begins in Kyiv."""
    return datetime.combine(day, time(0), KYIV).astimezone(UTC)


async def send(tx: Transaction, readings: Sequence[Readings]) -> None:
    """To every coordinator who can be reached, also where nothing was read: the head is for all of them. To nobody as
    long as nothing was ever noted.
    """
    today = tx.now.astimezone(KYIV).date()
    head, of = await audit.head(tx), {each.person_id: each for each in readings}
    for person_id in await communities.coordinators(tx) if head != START else []:
        found = of.get(person_id) or Readings(person_id, times=0, cases=0, readers=0)
        letter = DailyLetter(today - timedelta(days=1), found.cases, found.readers, found.times, head)
        tx.outbox.tell(PersonAt(person_id), letter, dedupe=f"daily:{person_id}")
    await facts.put(tx, DAY, today.isoformat())
