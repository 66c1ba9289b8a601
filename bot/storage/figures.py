"""The daily counts, what is published of them, and the same counts made of the rows themselves.

What a change of a case adds is gathered and written with the rest of the transaction, in one statement.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.cases import Kind
from bot.domain.figures import (
    CLOSED,
    EDGES,
    GOOD,
    LONGER,
    MINUTE,
    Count,
    Figures,
    Measure,
    Period,
    Shown,
)
from bot.domain.kyiv import today
from bot.register import CommunityCode
from bot.storage.transaction import Transaction

ADD = """insert into daily_counts(community, day, measure, key, count)
    values (:community, :day, :measure, :key, :count)
    on conflict (community, day, measure, key) do update set count = daily_counts.count + excluded.count"""


def add(tx: Transaction, counts: Mapping[Count, int]) -> None:
    """In the order of their keys, as every transaction writes them."""
    for count in sorted(counts, key=lambda each: (each.community, each.day, each.measure, each.key)):
        if counts[count]:
            tx.later(
                ADD,
                community=count.community,
                day=count.day,
                measure=count.measure,
                key=count.key,
                count=counts[count],
            )


@dataclass(frozen=True, slots=True)
class Sum:
    measure: Measure
    key: str
    count: int


async def counted(tx: Transaction, community: str, period: Period) -> Figures:
    """All that was counted in a period, without the reach of its notices. Index: the primary key."""
    rows = await tx.fetch_all(
        Sum,
        """select measure, key, cast(sum(count) as bigint) as count from daily_counts
            where community = :community and day >= :first and day <= :last group by measure, key""",
        community=community,
        first=period.first,
        last=period.last,
    )
    of: dict[Measure, dict[str, int]] = {each: {} for each in Measure}
    for row in rows:
        of[row.measure][row.key] = row.count
    return Figures(
        sent=of[Measure.SENT],
        answered=of[Measure.ANSWERED],
        closed=sum(of[Measure.CLOSED].values()),
        good=of[Measure.RATED].get("good", 0),
        poor=of[Measure.RATED].get("poor", 0),
        notices=sum(of[Measure.NOTICE].values()),
        receptions=sum(of[Measure.RECEPTION].values()),
    )


async def reach(tx: Transaction, community: CommunityCode, since: datetime, until: datetime) -> int:
    """To how many chats the notices came that began to go out then: each notice counts again. Of one that was for other
    communities, too, only the areas here count. Index: notice_places_community.
    """
    return (
        await tx.value(
            int,
            """select cast(coalesce(sum(d.chats), 0) as bigint) from notices n
                 join delivery_counts d on d.broadcast_id = n.broadcast_id and d.state = 'delivered'
                 left join areas a on a.id = d.area_id
                where n.sent_at >= :since and n.sent_at < :until
                  and n.id in (select l.notice_id from notice_places l where l.community = :community)
                  and (a.community = :community or not exists
                      (select 1 from notice_places o where o.notice_id = n.id and o.community <> :community))""",
            community=community,
            since=since,
            until=until,
        )
        or 0
    )


# What is published.


@dataclass(frozen=True, slots=True)
class Published:
    """`since`: the community was active from this day on only."""

    period: date
    since: date | None
    published_at: datetime


async def unpublished(tx: Transaction, period: Period, until: datetime, limit: int) -> list[CommunityCode]:
    """The communities that took part in a period (it ended at `until`), and of which it was not published yet. Of one
    where a chat is dangerous now nothing is.
    """
    return await tx.column(
        CommunityCode,
        """select m.code from communities m
            where m.enrolment in ('active', 'paused') and not m.occupied
              and not exists (select 1 from figure_periods p where p.community = m.code and p.period = :period)
              and (coalesce(m.step_since, m.enrolled_at) < :until or exists
                  (select 1 from joining_events e where e.community = m.code and e.what = 'start' and e.at < :until))
            order by m.code limit :limit""",
        period=period.first,
        until=until,
        limit=limit,
    )


async def active_since(tx: Transaction, community: CommunityCode) -> datetime | None:
    """When its first officer took the post; None where nothing says so. Index: joining_events_community."""
    sql = "select min(at) from joining_events where community = :community and what = 'start'"
    return await tx.value(datetime, sql, community=community)


async def publish(
    tx: Transaction, community: CommunityCode, period: Period, since: date | None, figures: Mapping[str, Shown]
) -> None:
    await tx.execute(
        """insert into figure_periods(community, period, since, published_at)
           values (:community, :period, :since, :now)""",
        community=community,
        period=period.first,
        since=since,
        now=tx.now,
    )
    for name, shown in figures.items():
        tx.later(
            """insert into published_figures(community, period, name, value, exact)
               values (:community, :period, :name, :value, :exact)""",
            community=community,
            period=period.first,
            name=name,
            value=shown.value,
            exact=shown.exact,
        )


async def published(tx: Transaction, community: str) -> list[Published]:
    """The periods of which something was published, the newest first. Index: the primary key."""
    return await tx.fetch_all(
        Published,
        "select period, since, published_at from figure_periods where community = :community order by period desc",
        community=community,
    )


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    name: str
    value: int
    exact: bool


async def figures_of(tx: Transaction, community: str, period: date) -> Mapping[str, Shown]:
    """Index: the primary key."""
    rows = await tx.fetch_all(
        PublishedFigure,
        "select name, value, exact from published_figures where community = :community and period = :period",
        community=community,
        period=period,
    )
    return {row.name: Shown(row.value, row.exact) for row in rows}


# A recount. Receptions have no rows of their own: they are counted on the day after, and never again.

HOUR = timedelta(hours=1)
# Kyiv's days begin at a full hour: what is grouped by hours can be put into days.
HOURS = 3_600_000_000
STEPS = " ".join(
    f"when c.first_answered_at - c.sent_at <= {edge // timedelta(microseconds=1)} then '{edge // MINUTE}'"
    for edge in EDGES
)
ENDS = ", ".join(f"'{each}'" for each in sorted(CLOSED))
# What a council asks is none of its community's cases.
COUNTED = f"c.sent_at is not null and c.community is not null and c.kind <> '{Kind.COUNCIL}'"
RECOUNTS: Mapping[Measure, str] = {
    Measure.SENT: f"""select c.community, c.sent_at / {HOURS} as hour, coalesce(c.category, c.kind) as key,
        count(*) as count from cases c where {COUNTED} group by 1, 2, 3""",
    Measure.ANSWERED: f"""select c.community, c.first_answered_at / {HOURS} as hour,
        case {STEPS} else '{LONGER}' end as key, count(*) as count from cases c
        where {COUNTED} and c.first_answered_at is not null
        group by 1, 2, 3""",
    Measure.CLOSED: f"""select c.community, c.closed_at / {HOURS} as hour, '' as key, count(*) as count from cases c
        where {COUNTED} and c.closed_at is not null and c.status in ({ENDS})
        group by 1, 2, 3""",
    Measure.RATED: f"""select c.community, c.closed_at / {HOURS} as hour,
        case when c.rating >= {GOOD} then 'good' else 'poor' end as key, count(*) as count from cases c
        where {COUNTED} and c.closed_at is not null and c.status in ({ENDS})
          and c.rating is not null group by 1, 2, 3""",
    Measure.NOTICE: f"""select l.community, n.sent_at / {HOURS} as hour, '' as key, count(distinct n.id) as count
        from notices n join notice_places l on l.notice_id = n.id where n.sent_at is not null group by 1, 2, 3""",
}


@dataclass(frozen=True, slots=True)
class OfHour:
    """`hour`: since the beginning of 1970."""

    community: CommunityCode
    hour: int
    key: str
    count: int


EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


async def recount(tx: Transaction) -> Counter[Count]:
    """The daily counts as the rows of today give them. Reads all cases."""
    found: Counter[Count] = Counter()
    for measure, sql in RECOUNTS.items():
        for row in await tx.fetch_all(OfHour, sql):
            found[Count(row.community, today(EPOCH + row.hour * HOUR), measure, row.key)] += row.count
    return found


@dataclass(frozen=True, slots=True)
class DailyCount:
    community: CommunityCode
    day: date
    measure: Measure
    key: str
    count: int


async def kept(tx: Transaction) -> Counter[Count]:
    """The daily counts as they were kept, of what can be counted again."""
    rows = await tx.fetch_all(
        DailyCount,
        """select community, day, measure, key, count from daily_counts
            where measure in (:measures) and count <> 0""",
        measures=list(RECOUNTS),
    )
    return Counter({Count(row.community, row.day, row.measure, row.key): row.count for row in rows})


async def put_all(tx: Transaction, counts: Mapping[Count, int]) -> None:
    """These are kept from now on, of what can be counted again."""
    await tx.execute("delete from daily_counts where measure in (:measures)", measures=list(RECOUNTS))
    add(tx, counts)
    await tx.flush()
