"""Where communities are on the way to their officer, and how they came there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.bodies import Body, File, Kind, Place
from bot.domain.communities import Enrolment
from bot.domain.ids import JoiningEventId, PersonId
from bot.domain.joining import Item, JoiningAct, Memorandum, Partner, Readiness, Responsible
from bot.register import CommunityCode
from bot.storage import files
from bot.storage.communities import COORDINATED
from bot.storage.transaction import Transaction

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Joining:
    """Where a community is. `reminded`: how often somebody was reminded of this step."""

    code: CommunityCode
    enrolment: Enrolment
    since: datetime
    reminded: int


JOINING = "m.code, m.enrolment, coalesce(m.step_since, m.enrolled_at) as since, m.step_reminded as reminded"


@dataclass(frozen=True, slots=True)
class JoiningEvent:
    id: JoiningEventId
    community: CommunityCode
    what: JoiningAct
    by_partner: Partner
    by_person_id: PersonId | None
    reason: str | None
    at: datetime


EVENT = "e.id, e.community, e.what, e.by_partner, e.by_person_id, e.reason, e.at"


async def of(tx: Transaction, community: str) -> Joining | None:
    return await tx.fetch_one(Joining, f"select {JOINING} from communities m where m.code = :code", code=community)


async def set_step(tx: Transaction, community: CommunityCode, enrolment: Enrolment, remind_at: datetime | None) -> None:
    """The community has come here just now."""
    await tx.execute(
        """update communities set enrolment = :enrolment, step_since = :now, step_reminded = 0,
                  step_remind_at = :remind_at where code = :code""",
        code=community,
        enrolment=enrolment,
        now=tx.now,
        remind_at=remind_at,
    )


async def note_reminded(tx: Transaction, community: CommunityCode, times: int, remind_at: datetime | None) -> None:
    await tx.execute(
        "update communities set step_reminded = :times, step_remind_at = :remind_at where code = :code",
        code=community,
        times=times,
        remind_at=remind_at,
    )


async def at_rest(tx: Transaction, limit: int) -> list[Joining]:
    """Communities of which somebody is to be reminded by now, the first one first. Index: communities_step."""
    return await tx.fetch_all(
        Joining,
        f"""select {JOINING} from communities m
             where m.step_remind_at is not null and m.step_remind_at <= :now
             order by m.step_remind_at, m.code limit :limit""",
        now=tx.now,
        limit=limit,
    )


# How it came there.


async def add_event(
    tx: Transaction, community: CommunityCode, what: JoiningAct, by: Partner, person: PersonId | None, why: str | None
) -> JoiningEventId:
    return JoiningEventId(
        await tx.insert(
            """insert into joining_events(community, what, by_partner, by_person_id, reason, at)
               values (:community, :what, :by, :person, :reason, :now) returning id""",
            community=community,
            what=what,
            by=by,
            person=person,
            reason=why,
            now=tx.now,
        )
    )


async def event(tx: Transaction, event_id: JoiningEventId) -> JoiningEvent | None:
    return await tx.fetch_one(JoiningEvent, f"select {EVENT} from joining_events e where e.id = :id", id=event_id)


async def events_of(tx: Transaction, community: CommunityCode, limit: int) -> list[JoiningEvent]:
    """The newest first. Index: joining_events_community."""
    return await tx.fetch_all(
        JoiningEvent,
        f"""select {EVENT} from joining_events e where e.community = :community order by e.id desc limit :limit""",
        community=community,
        limit=limit,
    )


# The memorandum, and the list of readiness.


async def memorandum_of(tx: Transaction, community: CommunityCode) -> Memorandum | None:
    sql = "select number, signed_on, file_id from memoranda where community = :community"
    return await tx.fetch_one(Memorandum, sql, community=community)


async def put_memorandum(tx: Transaction, community: CommunityCode, memorandum: Memorandum) -> None:
    """Its number and its day; a file that is there stays."""
    await tx.execute(
        """insert into memoranda(community, number, signed_on, noted_at) values (:community, :number, :signed_on, :now)
           on conflict (community) do update
           set number = excluded.number, signed_on = excluded.signed_on, noted_at = excluded.noted_at""",
        community=community,
        number=memorandum.number,
        signed_on=memorandum.signed_on,
        now=tx.now,
    )


async def memorandum_file(tx: Transaction, community: CommunityCode) -> Body | None:
    """What was sent as the memorandum."""
    memorandum = await memorandum_of(tx, community)
    if memorandum is None or memorandum.file_id is None:
        return None
    kind = await tx.value(Kind, "select kind from files where id = :id", id=memorandum.file_id)
    [body] = await files.filled(tx, [Body(kind or Kind.DOCUMENT, file=File(memorandum.file_id))])
    return body


async def put_memorandum_file(tx: Transaction, community: CommunityCode, body: Body) -> None:
    """In place of the one before, which goes."""
    before, stored = await memorandum_file(tx, community), await files.kept(tx, body)
    await tx.execute(
        "update memoranda set file_id = :file where community = :community",
        file=stored.file.id if stored.file else None,
        community=community,
    )
    await files.forget(tx, [before] if before else [])


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    item: Item
    responsible: Responsible
    detail: str | None
    ready_on: date | None
    by_partner: Partner | None
    latitude: float | None
    longitude: float | None

    @property
    def readiness(self) -> Readiness:
        place = None if self.latitude is None or self.longitude is None else Place(self.latitude, self.longitude)
        return Readiness(self.item, self.responsible, self.detail, self.ready_on, self.by_partner, place)


async def readiness_of(tx: Transaction, community: CommunityCode) -> list[Readiness]:
    """Every item, in its order."""
    rows = await tx.fetch_all(
        ReadinessRow,
        """select item, responsible, detail, ready_on, by_partner, latitude, longitude from readiness
            where community = :community""",
        community=community,
    )
    said = {row.item: row.readiness for row in rows}
    return [said.get(item, Readiness.unsaid(item)) for item in Item]


async def put_readiness(tx: Transaction, community: CommunityCode, readiness: Readiness) -> None:
    await tx.execute(
        """insert into readiness(community, item, responsible, detail, ready_on, by_partner, latitude, longitude)
           values (:community, :item, :responsible, :detail, :ready_on, :by, :latitude, :longitude)
           on conflict (community, item) do update
           set responsible = excluded.responsible, detail = excluded.detail, ready_on = excluded.ready_on,
               by_partner = excluded.by_partner, latitude = excluded.latitude, longitude = excluded.longitude""",
        community=community,
        item=readiness.item,
        responsible=readiness.responsible,
        detail=readiness.detail,
        ready_on=readiness.ready_on,
        by=readiness.by,
        latitude=readiness.place.latitude if readiness.place else None,
        longitude=readiness.place.longitude if readiness.place else None,
    )


# The funnel: how many communities are at each step.


@dataclass(frozen=True, slots=True)
class AtStep:
    """How many communities of an oblast are at a step, and since when the one that has been there longest."""

    oblast: str
    enrolment: Enrolment
    communities: int
    since: datetime


async def funnel(tx: Transaction, person_id: PersonId) -> list[AtStep]:
    """Of what this person coordinates."""
    return await tx.fetch_all(
        AtStep,
        f"""select m.oblast, m.enrolment, count(*) as communities, min(coalesce(m.step_since, m.enrolled_at)) as since
              from communities m where {COORDINATED} group by m.oblast, m.enrolment order by m.oblast, m.enrolment""",
        person=person_id,
    )


@dataclass(frozen=True, slots=True)
class InFunnel:
    """A community of it. `ready`: how many items of the list of readiness are there."""

    code: CommunityCode
    oblast: str
    enrolment: Enrolment
    since: datetime
    ready: int


async def in_funnel(tx: Transaction, person_id: PersonId) -> list[InFunnel]:
    """Every community that this person coordinates, by oblast, those that have been at their step longest first."""
    return await tx.fetch_all(
        InFunnel,
        f"""select m.code, m.oblast, m.enrolment, coalesce(m.step_since, m.enrolled_at) as since,
                   (select count(*) from readiness r where r.community = m.code and r.ready_on is not null) as ready
              from communities m where {COORDINATED}
             order by m.oblast, coalesce(m.step_since, m.enrolled_at), m.code""",
        person=person_id,
    )


async def at_step(tx: Transaction, person_id: PersonId, enrolment: Enrolment) -> list[Joining]:
    """The communities at this step that this person coordinates, those that have been there longest first."""
    return await tx.fetch_all(
        Joining,
        f"""select {JOINING} from communities m where m.enrolment = :enrolment and {COORDINATED}
             order by coalesce(m.step_since, m.enrolled_at), m.code""",
        person=person_id,
        enrolment=enrolment,
    )


async def coordinators_of(tx: Transaction, communities: Sequence[CommunityCode]) -> list["Coordinated"]:
    """Who coordinates these communities and can be reached."""
    return await tx.fetch_all(
        Coordinated,
        """select distinct k.person_id, k.community from coordinations k
            where k.community in (:communities) and k.reachable order by k.person_id, k.community""",
        communities=list(communities),
    )


@dataclass(frozen=True, slots=True)
class Coordinated:
    person_id: PersonId
    community: CommunityCode
