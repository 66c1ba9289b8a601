"""Meetings, the communities whose councils are invited, and who of those comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import Place
from bot.domain.ids import MeetingId, PersonId
from bot.domain.meetings import Meeting, MeetingKind, Reply
from bot.domain.people import CouncilPost
from bot.register import CommunityCode, OblastCode
from bot.storage.council import HELD
from bot.storage.rights import coordinates, is_coordinator
from bot.storage.transaction import Transaction

MEETING = """g.id, g.kind, g.by_person_id, g.starts_at, g.place, g.latitude, g.longitude, g.words, g.announced_at,
    g.cancelled_at, g.revision, g.results"""
# Whether :person organises meeting g: its author while it is a draft, then all who coordinate each of its communities.
ORGANISED = f"""(g.announced_at is null and g.by_person_id = :person and {is_coordinator(":person")}
    or g.announced_at is not null and {is_coordinator(":person")} and not exists
       (select 1 from meeting_communities c
         where c.meeting_id = g.id and not {coordinates(":person", "c.community")}))"""


async def add(tx: Transaction, kind: MeetingKind, by: PersonId) -> MeetingId:
    """A draft."""
    sql = "insert into meetings(kind, by_person_id, created_at) values (:kind, :by, :now) returning id"
    return MeetingId(await tx.insert(sql, kind=kind, by=by, now=tx.now))


async def organised(tx: Transaction, meeting_id: MeetingId, person_id: PersonId) -> Meeting | None:
    """The meeting, if this person organises it."""
    sql = f"select {MEETING} from meetings g where g.id = :id and {ORGANISED}"
    return await tx.fetch_one(Meeting, sql, id=meeting_id, person=person_id)


async def all_organised(tx: Transaction, person_id: PersonId) -> list[Meeting]:
    """Drafts first, then the latest first."""
    return await tx.fetch_all(
        Meeting,
        f"""select {MEETING} from meetings g where {ORGANISED}
             order by case when g.announced_at is null then 0 else 1 end, g.starts_at desc, g.id desc""",
        person=person_id,
    )


async def invited_to(tx: Transaction, meeting_id: MeetingId, person_id: PersonId) -> Meeting | None:
    """The meeting, if it was announced and this person is of a council that is invited."""
    sql = f"""select {MEETING} from meetings g
               where g.id = :id and g.announced_at is not null
                 and exists (select 1 from parts t join meeting_communities c on c.community = t.scope_code
                              where t.person_id = :person and {HELD} and c.meeting_id = g.id)"""
    return await tx.fetch_one(Meeting, sql, id=meeting_id, person=person_id)


async def of_council(tx: Transaction, community: CommunityCode) -> list[Meeting]:
    """What the council of a community was invited to, the latest first."""
    return await tx.fetch_all(
        Meeting,
        f"""select {MEETING} from meeting_communities c join meetings g on g.id = c.meeting_id
             where c.community = :community and g.announced_at is not null order by g.starts_at desc, g.id desc""",
        community=community,
    )


# What is said of it.


async def set_time(tx: Transaction, meeting_id: MeetingId, starts_at: datetime) -> None:
    await tx.execute("update meetings set starts_at = :starts_at where id = :id", id=meeting_id, starts_at=starts_at)


async def set_place(tx: Transaction, meeting_id: MeetingId, place: str) -> None:
    """In words; the point stays."""
    await tx.execute("update meetings set place = :place where id = :id", id=meeting_id, place=place)


async def set_point(tx: Transaction, meeting_id: MeetingId, point: Place) -> None:
    await tx.execute(
        "update meetings set latitude = :latitude, longitude = :longitude where id = :id",
        id=meeting_id,
        latitude=point.latitude,
        longitude=point.longitude,
    )


async def set_words(tx: Transaction, meeting_id: MeetingId, words: str) -> None:
    await tx.execute("update meetings set words = :words where id = :id", id=meeting_id, words=words)


async def set_results(tx: Transaction, meeting_id: MeetingId, results: str) -> None:
    await tx.execute("update meetings set results = :results where id = :id", id=meeting_id, results=results)


async def announce(tx: Transaction, meeting_id: MeetingId) -> None:
    await tx.execute("update meetings set announced_at = :now where id = :id", id=meeting_id, now=tx.now)


async def revise(tx: Transaction, meeting_id: MeetingId) -> None:
    await tx.execute("update meetings set revision = revision + 1 where id = :id", id=meeting_id)


async def cancel(tx: Transaction, meeting_id: MeetingId) -> None:
    sql = "update meetings set cancelled_at = :now, remind_at = null, revision = revision + 1 where id = :id"
    await tx.execute(sql, id=meeting_id, now=tx.now)


async def delete_draft(tx: Transaction, meeting_id: MeetingId) -> None:
    await tx.execute("delete from meetings where id = :id and announced_at is null", id=meeting_id)


async def delete_drafts(tx: Transaction, before: datetime) -> None:
    """Those that were begun before then. Index: meetings_drafts."""
    await tx.execute("delete from meetings where announced_at is null and created_at < :before", before=before)


async def set_reminder(tx: Transaction, meeting_id: MeetingId, at: datetime | None) -> None:
    await tx.execute("update meetings set remind_at = :at where id = :id", id=meeting_id, at=at)


async def due(tx: Transaction, limit: int) -> list[Meeting]:
    """Those of which people are to be reminded by now. Index: meetings_remind."""
    return await tx.fetch_all(
        Meeting,
        f"""select {MEETING} from meetings g where g.remind_at is not null and g.remind_at <= :now
             order by g.remind_at, g.id limit :limit""",
        now=tx.now,
        limit=limit,
    )


# Who is invited.


async def communities_of(tx: Transaction, meeting_id: MeetingId) -> list[CommunityCode]:
    sql = "select community from meeting_communities where meeting_id = :id order by community"
    return await tx.column(CommunityCode, sql, id=meeting_id)


async def oblasts_of(tx: Transaction, meeting_id: MeetingId) -> list[OblastCode]:
    """Those of the communities, each once."""
    sql = """select distinct m.oblast from meeting_communities c join communities m on m.code = c.community
              where c.meeting_id = :id order by m.oblast"""
    return await tx.column(OblastCode, sql, id=meeting_id)


async def invite(tx: Transaction, meeting_id: MeetingId, communities: Sequence[CommunityCode]) -> None:
    for each in communities:
        await tx.execute(
            """insert into meeting_communities(meeting_id, community) values (:id, :community)
               on conflict (meeting_id, community) do nothing""",
            id=meeting_id,
            community=each,
        )


async def invite_not(tx: Transaction, meeting_id: MeetingId, communities: Sequence[CommunityCode]) -> None:
    await tx.execute(
        "delete from meeting_communities where meeting_id = :id and community in (:communities)",
        id=meeting_id,
        communities=list(communities),
    )


async def invited(tx: Transaction, meeting_id: MeetingId) -> list[PersonId]:
    """The people of the councils, each once."""
    sql = f"""select distinct t.person_id from meeting_communities c
                join parts t on t.scope_code = c.community and {HELD}
               where c.meeting_id = :id order by t.person_id"""
    return await tx.column(PersonId, sql, id=meeting_id)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person of a council has answered; None: nothing yet."""

    person_id: PersonId
    community: CommunityCode
    post: CouncilPost
    name: str | None
    reply: Reply | None


async def answers(tx: Transaction, meeting_id: MeetingId) -> list[Answer]:
    """Of all who are of the councils now, by community."""
    return await tx.fetch_all(
        Answer,
        f"""select t.person_id, c.community, t.post, t.name, r.reply
              from meeting_communities c join parts t on t.scope_code = c.community and {HELD}
              left join meeting_replies r on r.meeting_id = c.meeting_id and r.person_id = t.person_id
             where c.meeting_id = :id order by c.community, t.id""",
        id=meeting_id,
    )


async def reply_of(tx: Transaction, meeting_id: MeetingId, person_id: PersonId) -> Reply | None:
    sql = "select reply from meeting_replies where meeting_id = :id and person_id = :person"
    return await tx.value(Reply, sql, id=meeting_id, person=person_id)


async def put_reply(tx: Transaction, meeting_id: MeetingId, person_id: PersonId, reply: Reply) -> None:
    """In place of the one before."""
    await tx.execute(
        """insert into meeting_replies(meeting_id, person_id, reply, at) values (:id, :person, :reply, :now)
           on conflict (meeting_id, person_id) do update set reply = excluded.reply, at = excluded.at""",
        id=meeting_id,
        person=person_id,
        reply=reply,
        now=tx.now,
    )
