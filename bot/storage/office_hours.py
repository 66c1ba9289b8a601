"""Offices, the rules and exceptions by which officers receive people there, and those who asked to be reminded.

What is removed stays as a row: letters name it. Hours hold while their officer serves an area of the office's
community: once dismissed, the officer receives nobody there any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from bot.domain.absences import as_away
from bot.domain.ids import AreaId, ExceptionId, OfficeId, OfficerId, RuleId
from bot.domain.office_hours import (
    DayException,
    Kind,
    NewOffice,
    Office,
    Opening,
    Rule,
    opening_of,
    openings,
)
from bot.register import CommunityCode
from bot.storage import absences
from bot.storage.transaction import Transaction


def _serves(officer: str, community: str) -> str:
    """Whether an area of a community is an officer's, also while they are away."""
    return f"exists (select 1 from posts s where s.officer_id = {officer} and s.community = {community})"


# Offices.

OFFICE = "f.id, f.community, f.title, f.latitude, f.longitude"
OF_AREA = "exists (select 1 from areas a where a.office_id = f.id and a.closed_at is null)"
IN_USE = f"""(f.listed or {OF_AREA}
    or exists (select 1 from office_rules r where r.office_id = f.id and r.removed_at is null)
    or exists (select 1 from office_exceptions e
                where e.office_id = f.id and e.removed_at is null and e.day >= :today))"""


async def office(tx: Transaction, office_id: OfficeId) -> Office | None:
    return await tx.fetch_one(Office, f"select {OFFICE} from offices f where f.id = :id", id=office_id)


async def office_in_use(tx: Transaction, office_id: OfficeId, today: date) -> Office | None:
    """The office, while an officer is to receive people there, and residents may know where: not near the front, nor
    where people come by appointment alone.
    """
    return await tx.fetch_one(
        Office,
        f"""select {OFFICE} from offices f join communities m on m.code = f.community
             where f.id = :id and not m.front and not m.occupied and not f.by_appointment
               and ({OF_AREA} or exists (select 1 from office_rules r where r.office_id = f.id and {STANDS})
                    or exists (select 1 from office_exceptions e
                                where e.office_id = f.id and e.day >= :today and {HOLDS}))""",
        id=office_id,
        today=today,
    )


async def offices(tx: Transaction, communities: Sequence[CommunityCode], today: date) -> list[Office]:
    """Those of some communities that are in use, were used by officers who have left, or are of the directory.

    Index: offices_community.
    """
    return await tx.fetch_all(
        Office,
        f"""select {OFFICE} from offices f
             where f.community in (:communities) and {IN_USE} order by f.community, f.id""",
        communities=list(communities),
        today=today,
    )


async def named_offices(tx: Transaction, office_ids: Sequence[OfficeId]) -> dict[OfficeId, Office]:
    rows = await tx.fetch_all(
        Office,
        f"select {OFFICE} from offices f where f.id in (:ids)",
        ids=list(office_ids),
    )
    return {each.id: each for each in rows}


async def add_office(tx: Transaction, new: NewOffice, *, listed: bool = False) -> OfficeId:
    """`listed`: it can be chosen although nobody receives people there yet."""
    return OfficeId(
        await tx.insert(
            """insert into offices(community, title, latitude, longitude, listed, created_at)
               values (:community, :title, :latitude, :longitude, :listed, :now) returning id""",
            community=new.community,
            title=new.title,
            latitude=new.latitude,
            longitude=new.longitude,
            listed=listed,
            now=tx.now,
        )
    )


async def place_office(tx: Transaction, office_id: OfficeId, latitude: float, longitude: float) -> None:
    """It is there on the map."""
    await tx.execute(
        "update offices set latitude = :latitude, longitude = :longitude where id = :id",
        id=office_id,
        latitude=latitude,
        longitude=longitude,
    )


async def hides_hours(tx: Transaction, community: CommunityCode) -> bool:
    """Whether places and hours of a community are kept secret: it is near the front, or a chat is dangerous there."""
    hidden = await tx.value(bool, "select front or occupied from communities where code = :code", code=community)
    return hidden is None or hidden


# Rules.

RULE = "r.id, r.officer_id, r.office_id, f.community, r.days, r.repeat, r.starts, r.ends, r.since, r.until"
RULES = f"select {RULE} from office_rules r join offices f on f.id = r.office_id"
STANDS = f"r.removed_at is null and {_serves('r.officer_id', 'f.community')}"


async def rules(tx: Transaction, officer_ids: Sequence[OfficerId]) -> list[Rule]:
    """The rules of officers that are valid, oldest first. Index: office_rules_officer."""
    return await tx.fetch_all(
        Rule, f"{RULES} where r.officer_id in (:officers) and {STANDS} order by r.id", officers=list(officer_ids)
    )


async def rule(tx: Transaction, rule_id: RuleId) -> Rule | None:
    """A rule that is valid."""
    return await tx.fetch_one(Rule, f"{RULES} where r.id = :id and {STANDS}", id=rule_id)


async def rule_that_was(tx: Transaction, rule_id: RuleId) -> Rule | None:
    """A rule, valid or removed."""
    return await tx.fetch_one(Rule, f"{RULES} where r.id = :id", id=rule_id)


async def add_rule(tx: Transaction, new: Rule) -> RuleId:
    return RuleId(
        await tx.insert(
            """insert into office_rules(officer_id, office_id, days, repeat, starts, ends, since, until, created_at)
               values (:officer, :office, :days, :repeat, :starts, :ends, :since, :until, :now) returning id""",
            officer=new.officer_id,
            office=new.office_id,
            days=new.days,
            repeat=new.repeat,
            starts=new.starts,
            ends=new.ends,
            since=new.since,
            until=new.until,
            now=tx.now,
        )
    )


async def remove_rule(tx: Transaction, rule_id: RuleId) -> None:
    await tx.execute("update office_rules set removed_at = :now where id = :id", id=rule_id, now=tx.now)


# Exceptions.

EXCEPTION = "e.id, e.officer_id, e.day, e.rule_id, e.office_id, f.community, e.starts, e.ends, e.reason"
EXCEPTIONS = f"select {EXCEPTION} from office_exceptions e left join offices f on f.id = e.office_id"
HOLDS = f"e.removed_at is null and (e.office_id is null or {_serves('e.officer_id', 'f.community')})"


async def exceptions(tx: Transaction, officer_ids: Sequence[OfficerId], first: date, last: date) -> list[DayException]:
    """What is otherwise on some days. Index: office_exceptions_officer."""
    return await tx.fetch_all(
        DayException,
        f"""{EXCEPTIONS} where e.officer_id in (:officers) and e.day >= :first and e.day <= :last and {HOLDS}
             order by e.day, e.id""",
        officers=list(officer_ids),
        first=first,
        last=last,
    )


async def exception(tx: Transaction, exception_id: ExceptionId) -> DayException | None:
    """One that holds."""
    return await tx.fetch_one(DayException, f"{EXCEPTIONS} where e.id = :id and {HOLDS}", id=exception_id)


async def exception_of(tx: Transaction, rule_id: RuleId, day: date) -> DayException | None:
    """What is otherwise than a rule says on a day. Index: office_exceptions_rule."""
    return await tx.fetch_one(
        DayException,
        f"{EXCEPTIONS} where e.rule_id = :rule and e.day = :day and {HOLDS}",
        rule=rule_id,
        day=day,
    )


async def add_exception(tx: Transaction, new: DayException) -> ExceptionId:
    """In place of the one that its rule has on that day."""
    await tx.execute(
        "update office_exceptions set removed_at = :now where rule_id = :rule and day = :day and removed_at is null",
        rule=new.rule_id,
        day=new.day,
        now=tx.now,
    )
    return ExceptionId(
        await tx.insert(
            """insert into office_exceptions(officer_id, day, rule_id, office_id, starts, ends, reason, created_at)
               values (:officer, :day, :rule, :office, :starts, :ends, :reason, :now) returning id""",
            officer=new.officer_id,
            day=new.day,
            rule=new.rule_id,
            office=new.office_id,
            starts=new.starts,
            ends=new.ends,
            reason=new.reason,
            now=tx.now,
        )
    )


async def remove_exception(tx: Transaction, exception_id: ExceptionId) -> None:
    await tx.execute("update office_exceptions set removed_at = :now where id = :id", id=exception_id, now=tx.now)


# Openings.


async def timetable(tx: Transaction, officer_ids: Sequence[OfficerId], first: date, last: date) -> list[Opening]:
    """What rules, exceptions and absences come to, soonest first; closed ones are among it."""
    if not officer_ids:
        return []
    standing = await rules(tx, officer_ids)
    found = openings(standing, await exceptions(tx, officer_ids, first, last), first, last)
    away = await absences.of_officers(tx, officer_ids) if found else []
    return [as_away(each, away) for each in found]


async def opening_by_rule(tx: Transaction, rule_id: RuleId, day: date) -> Opening | None:
    """What a rule gives on a day as it is now: closed when the rule is removed. None where it never fell there."""
    found = await rule_that_was(tx, rule_id)
    if found is None or day not in found.dates(day, day):
        return None
    changed = await exception_of(tx, rule_id, day)
    usual = found.opening_on(day) if changed is None else found.opening_with(day, changed)
    if await rule(tx, rule_id) is None:
        return replace(usual, kind=Kind.CLOSED)
    return as_away(usual, await absences.of_officers(tx, [usual.officer_id]))


async def extra_opening(tx: Transaction, exception_id: ExceptionId) -> Opening | None:
    """Extra hours as they are now: closed when they were taken back."""
    was = await tx.fetch_one(DayException, f"{EXCEPTIONS} where e.id = :id", id=exception_id)
    found = opening_of(was) if was is not None else None
    if found is None:
        return None
    if await exception(tx, exception_id) is None:
        return replace(found, kind=Kind.CLOSED)
    return as_away(found, await absences.of_officers(tx, [found.officer_id]))


# Officers by area.


@dataclass(frozen=True, slots=True)
class Serving:
    area_id: AreaId
    officer_id: OfficerId


async def serving_in(tx: Transaction, community: CommunityCode) -> list[Serving]:
    """The officers whose posts the areas of a community are. Index: areas_community."""
    return await tx.fetch_all(
        Serving,
        """select a.id as area_id, s.officer_id from areas a join posts s on s.area_id = a.id
            where a.community = :community and a.closed_at is null order by a.id, s.id""",
        community=community,
    )


async def communities_with_hours(tx: Transaction, after: str, limit: int) -> list[CommunityCode]:
    """The next communities in which people are received somewhere, and may know of it. By their codes."""
    return await tx.column(
        CommunityCode,
        """select m.code as community from communities m
            where m.code > :after and m.enrolment = 'active' and not m.front and not m.occupied
              and exists (select 1 from offices f where f.community = m.code) order by m.code limit :limit""",
        after=after,
        limit=limit,
    )


async def touched(
    tx: Transaction, officer_ids: Sequence[OfficerId], first: date, last: date, since: datetime, until: datetime
) -> list[DayException]:
    """Exceptions for these days that were made, or taken back, between two moments."""
    return await tx.fetch_all(
        DayException,
        f"""{EXCEPTIONS}
             where e.officer_id in (:officers) and e.day >= :first and e.day <= :last
               and (e.created_at > :since and e.created_at <= :until and (e.removed_at is null or e.removed_at > :until)
                    or e.created_at <= :since and e.removed_at > :since and e.removed_at <= :until)
             order by e.day, e.id""",
        officers=list(officer_ids),
        first=first,
        last=last,
        since=since,
        until=until,
    )


async def rules_added(
    tx: Transaction, officer_ids: Sequence[OfficerId], since: datetime, until: datetime
) -> list[Rule]:
    """The rules added between two moments that are still valid, oldest first. Index: office_rules_officer."""
    return await tx.fetch_all(
        Rule,
        f"""{RULES} where r.officer_id in (:officers) and {STANDS} and r.created_at > :since and r.created_at <= :until
             order by r.id""",
        officers=list(officer_ids),
        since=since,
        until=until,
    )


async def rules_removed(
    tx: Transaction, officer_ids: Sequence[OfficerId], since: datetime, until: datetime
) -> list[Rule]:
    """The rules that were valid at the first of two moments and were removed before the second. Index: as above."""
    return await tx.fetch_all(
        Rule,
        f"""{RULES} where r.officer_id in (:officers)
               and r.created_at <= :since and r.removed_at > :since and r.removed_at <= :until order by r.id""",
        officers=list(officer_ids),
        since=since,
        until=until,
    )


async def starts_between(tx: Transaction, day: date, first: time, last: time) -> list[time]:
    """The times from which officers may receive people on a day, as usual or otherwise, between two times.

    Indexes: office_rules_starts, office_exceptions_starts.
    """
    return await tx.column(
        time,
        """select starts from office_rules
            where removed_at is null and starts >= :first and starts <= :last and (days & :days) <> 0
            union
           select starts from office_exceptions
            where removed_at is null and day = :day and starts >= :first and starts <= :last
            order by starts""",
        first=first,
        last=last,
        days=1 << day.weekday(),
        day=day,
    )


async def with_starts_between(
    tx: Transaction, day: date, first: time, last: time, after: OfficerId, limit: int
) -> list[OfficerId]:
    """The next officers, by their ids, who may have hours on a day that begin between two times, as usual or otherwise.

    Indexes: office_rules_starts, office_exceptions_starts.
    """
    return await tx.column(
        OfficerId,
        """select officer_id from office_rules
            where removed_at is null and starts >= :first and starts <= :last and (days & :days) <> 0
              and officer_id > :after
            union
           select officer_id from office_exceptions
            where removed_at is null and day = :day and starts >= :first and starts <= :last and officer_id > :after
            order by officer_id limit :limit""",
        first=first,
        last=last,
        days=1 << day.weekday(),
        day=day,
        after=after,
        limit=limit,
    )
