"""What a council is shown of its community: counting as things happen, publishing when a period is over, and reading.

Counts of days are written in the transaction of what they count. A table is published once, and read as it was then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.audience import NoticePlace
from bot.domain.cases import Case
from bot.domain.figures import Count, Figures, FiguresPublished, Measure, Period, Shown, changes, ended, publishable
from bot.domain.ids import PersonId
from bot.domain.kyiv import moment, today
from bot.domain.letters import LetterClass, PersonAt
from bot.domain.people import Actor
from bot.domain.refusals import found
from bot.register import CommunityCode
from bot.services import joining
from bot.storage import communities, council, facts, office_hours
from bot.storage import figures as stored
from bot.storage.transaction import Transaction

# Facts: that what was here before was counted; the first period to be published; how far receptions were counted.
COUNTED, PUBLISHED_FROM, RECEPTIONS = "figures_counted", "figures_from", "receptions_counted"
AT_ONCE = 20  # communities in one transaction: messages wait meanwhile
DAY = timedelta(days=1)
LONGEST_STOP = timedelta(days=8)  # of earlier days nobody knows any more which receptions took place


# Counting.


def count(tx: Transaction, before: Case | None, after: Case) -> None:
    """Note what a change of a case adds to the counts of its community; `before` is None for one that was sent now.

    Called by whatever changes a case's community, status, rating or first answer.
    """
    stored.add(tx, changes(before, after))


def count_notice(tx: Transaction, places: Iterable[NoticePlace]) -> None:
    """A notice begins to go out to these places."""
    day = today(tx.now)
    stored.add(tx, {Count(place.community, day, Measure.NOTICE): 1 for place in places})


async def fill(tx: Transaction) -> None:
    """Count, once, what was here before anything was counted: one transaction, and all cases are read in it."""
    if await facts.get(tx, COUNTED) is None:
        await stored.put_all(tx, await stored.recount(tx))
        await facts.put(tx, COUNTED, tx.now.isoformat())


@dataclass(frozen=True, slots=True)
class Difference:
    """A count that is another one than the rows give."""

    count: Count
    kept: int
    found: int


async def differences(tx: Transaction, community: CommunityCode | None = None) -> list[Difference]:
    """Where the counts that were kept differ from a recount; of one community, or of all."""
    kept, recounted = await stored.kept(tx), await stored.recount(tx)
    return [
        Difference(each, kept[each], recounted[each])
        for each in sorted(kept.keys() | recounted.keys(), key=_order)
        if kept[each] != recounted[each] and community in (None, each.community)
    ]


def _order(count: Count) -> tuple[str, date, str, str]:
    return count.community, count.day, count.measure, count.key


async def count_receptions(tx: Transaction) -> bool:
    """Count what took place on a day that is over, of some communities; whether there is more."""
    known = await facts.get(tx, RECEPTIONS)
    yesterday = today(tx.now) - DAY
    day, after = _progress(known) if known else (yesterday, "")
    if day < yesterday - LONGEST_STOP:
        day, after = yesterday, ""
    if day > yesterday:
        return False
    codes = await office_hours.communities_with_hours(tx, after, AT_ONCE)
    stored.add(tx, {Count(code, day, Measure.RECEPTION): await _held(tx, code, day) for code in codes})
    following = f"{day.isoformat()} {codes[-1]}" if len(codes) == AT_ONCE else f"{(day + DAY).isoformat()} "
    await facts.put(tx, RECEPTIONS, following)
    return True


def _progress(known: str) -> tuple[date, str]:
    day, _, after = known.partition(" ")
    return date.fromisoformat(day), after


async def _held(tx: Transaction, community: CommunityCode, day: date) -> int:
    serving = await office_hours.serving_in(tx, community)
    openings = await office_hours.timetable(tx, list(dict.fromkeys(each.officer_id for each in serving)), day, day)
    return sum(each.takes_place and each.community == community for each in openings)


# Publishing.


async def publish(tx: Transaction) -> bool:
    """Publish the period that has ended, of some communities, and send it to their councils; whether there is more."""
    period = ended(tx.now)
    until = moment(period.following.first, time())
    if tx.policy.notices.is_quiet(tx.now) or period.first < await _published_from(tx):
        return False
    codes = await stored.unpublished(tx, period, until, AT_ONCE)
    for code in codes:
        await _publish(tx, code, period, until)
    return len(codes) == AT_ONCE


async def _published_from(tx: Transaction) -> date:
    known = await facts.get(tx, PUBLISHED_FROM)
    return date.fromisoformat(known) if known else date.min


async def skip_ended(tx: Transaction) -> None:
    """Publish nothing of what has ended by now: this database is a restored backup, and it may have been published."""
    await facts.put(tx, PUBLISHED_FROM, ended(tx.now).following.first.isoformat())


async def _publish(tx: Transaction, code: CommunityCode, period: Period, until: datetime) -> None:
    since = await stored.active_since(tx, code)
    first = today(since) if since is not None and today(since) > period.first else None
    await stored.publish(tx, code, period, first, publishable(await _figures(tx, code, period, until)))
    for member in await council.members_of(tx, code):
        tx.outbox.tell(PersonAt(member.person_id), FiguresPublished(code, period.first))


async def _figures(tx: Transaction, code: CommunityCode, period: Period, until: datetime) -> Figures:
    counted = await stored.counted(tx, code, period)
    return replace(counted, reach=await stored.reach(tx, code, moment(period.first, time()), until))


# Reading.


@dataclass(frozen=True, slots=True)
class Table:
    """What was published of a period, and the periods before and after it of which something was."""

    community: CommunityCode
    period: Period
    since: date | None
    published_at: datetime
    shown: Mapping[str, Shown]
    earlier: date | None
    later: date | None


async def read(tx: Transaction, person_id: PersonId, community: str, period: str | None) -> Table | None:
    """The table of the period that begins on this day (2026-09-01), or the last one: for a person of the council or a
    coordinator. None where there is none, or where a chat is dangerous. Raises NotFound.
    """
    code = (await joining.seen(tx, person_id, community)).code
    row = await communities.by_code(tx, code)
    if row is None or row.occupied:
        return None
    periods = await stored.published(tx, code)
    at = next((index for index, each in enumerate(periods) if period in (None, each.period.isoformat())), None)
    if at is None:
        return None
    return Table(
        code,
        Period(periods[at].period),
        periods[at].since,
        periods[at].published_at,
        await stored.figures_of(tx, code, periods[at].period),
        earlier=periods[at + 1].period if at + 1 < len(periods) else None,
        later=periods[at - 1].period if at > 0 else None,
    )


async def send(tx: Transaction, actor: Actor, community: str, period: str) -> None:
    """Send a table again to the person who asks. Raises NotFound."""
    table = found(await read(tx, actor.person_id, community, period))
    letter = FiguresPublished(table.community, table.period.first)
    tx.outbox.tell(actor.here, letter, asked=LetterClass.OWN)
