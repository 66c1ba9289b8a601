"""Officers and their assignments to service areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.ids import AreaId, CaseId, ChatId, InvitationId, OfficerId, PersonId
from bot.domain.invitations import invitation_in
from bot.domain.officers import Field, OfficerCard
from bot.register import CommunityCode
from bot.storage import dialogs
from bot.storage.rights import coordinates
from bot.storage.transaction import Transaction

CARD = "o.id, o.rank, o.name, o.position, o.station, o.phone"


async def of_area(tx: Transaction, area_id: AreaId) -> list[OfficerId]:
    """The officers who serve an area now, longest first. Index: assignments_area."""
    return await tx.column(
        OfficerId,
        "select officer_id from seats where area_id = :area order by id",
        area=area_id,
    )


async def reached_in_area(tx: Transaction, area_id: AreaId) -> list[OfficerId]:
    """The officers who serve an area now and can be reached, longest first; where it gives its cases in turn, first
    those who were given none for the longest time. Index: assignments_area.
    """
    return await tx.column(
        OfficerId,
        """select s.officer_id from seats s join assignments g on g.id = s.id join areas a on a.id = s.area_id
            where s.area_id = :area and s.reachable order by case when a.in_turn then g.turn else 0 end, s.id""",
        area=area_id,
    )


async def note_turn(tx: Transaction, area_id: AreaId, officer_id: OfficerId) -> None:
    """An officer was given a case of this area: all others are next, where it gives its cases in turn.

    Index: assignments_area.
    """
    await tx.execute(
        """update assignments set turn =
                   (select max(g.turn) + 1 from assignments g where g.area_id = :area and g.until is null)
            where area_id = :area and officer_id = :officer and until is null
              and exists (select 1 from areas a where a.id = :area and a.in_turn)""",
        area=area_id,
        officer=officer_id,
    )


@dataclass(frozen=True, slots=True)
class Unreached:
    """An officer, and an area that they serve."""

    officer_id: OfficerId
    area_id: AreaId


async def unreached(tx: Transaction, chat_id: ChatId) -> list[Unreached]:
    """Of the posts that are held from this chat, those in whose areas no officer can be reached.

    Indexes: desks_chat, assignments_officer, assignments_area.
    """
    return await tx.fetch_all(
        Unreached,
        """select s.officer_id, s.area_id from desks d join seats s on s.officer_id = d.officer_id
            where d.chat_id = :chat
              and not exists (select 1 from seats o where o.area_id = s.area_id and o.reachable)
            order by s.id""",
        chat=chat_id,
    )


async def note_unreached(tx: Transaction, post: Unreached) -> None:
    """The coordinators are notified of it now. Index: assignments_area."""
    await tx.execute(
        """update assignments set unreached_told_at = :now
            where area_id = :area and officer_id = :officer and until is null""",
        area=post.area_id,
        officer=post.officer_id,
        now=tx.now,
    )


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """An officer who can be reached again, and an area whose coordinators were told then that nobody could be."""

    officer_id: OfficerId
    area_id: AreaId
    told_at: datetime


# Posts t of which coordinators were told, and which are over with the return of the officer of chat :chat, who has post
# s: the officer's own, and where nobody else is back yet, those of the whole area.
_OVER = """from desks d join seats s on s.officer_id = d.officer_id
             join assignments t on t.area_id = s.area_id and t.until is null and t.unreached_told_at is not null
            where d.chat_id = :chat and (t.officer_id = s.officer_id
                or not exists (select 1 from seats o where o.area_id = s.area_id and o.reachable))"""


async def take_found_again(tx: Transaction, chat_id: ChatId) -> list[FoundAgain]:
    """What is over when the bot can write into this chat again; it is forgotten. To be asked before that is stored.

    Indexes: desks_chat, assignments_officer, assignments_area.
    """
    found = await tx.fetch_all(
        FoundAgain,
        f"""select s.officer_id, s.area_id, min(t.unreached_told_at) as told_at {_OVER}
             group by s.officer_id, s.area_id order by s.area_id""",
        chat=chat_id,
    )
    await tx.execute(f"update assignments set unreached_told_at = null where id in (select t.id {_OVER})", chat=chat_id)
    return found


async def shares_area(tx: Transaction, officer_id: OfficerId, case_id: CaseId) -> bool:
    """Whether the officer serves the area of a case that is open to all its officers."""
    sql = """select s.id from cases c join seats s on s.area_id = c.area_id
              where c.id = :case and s.officer_id = :officer and not c.confidential"""
    return await tx.exists(sql, case=case_id, officer=officer_id)


async def holding(tx: Transaction, area_id: AreaId) -> list[OfficerId]:
    """The officers whose post an area is, also those who are away. Index: assignments_area."""
    return await tx.column(OfficerId, "select officer_id from posts where area_id = :area order by id", area=area_id)


async def involved(tx: Transaction, area_id: AreaId) -> list[OfficerId]:
    """The same, and those who stand in there. Index: assignments_area."""
    sql = "select officer_id from assignments where area_id = :area and until is null and locked_at is null order by id"
    return await tx.column(OfficerId, sql, area=area_id)


async def sits_in(tx: Transaction, officer_id: OfficerId, community: CommunityCode) -> bool:
    """Whether the officer works in a community now. Index: assignments_officer."""
    sql = "select id from seats where officer_id = :officer and community = :community"
    return await tx.exists(sql, officer=officer_id, community=community)


async def public(tx: Transaction, officer_id: OfficerId) -> OfficerCard | None:
    """What everyone may know of an officer."""
    sql = f"select {CARD} from officers o where o.id = :id"
    return await tx.fetch_one(OfficerCard, sql, id=officer_id)


async def public_involved(tx: Transaction, area_id: AreaId) -> list[OfficerCard]:
    """The cards of those whose post an area is, longest first, and of those who stand in there. Of somebody who is away
    and stands in, none.
    """
    return await tx.fetch_all(
        OfficerCard,
        f"""select {CARD} from assignments g join officers o on o.id = g.officer_id
             where g.area_id = :area and g.until is null and g.locked_at is null
               and (g.absence_id is null or g.away_at is null) order by g.id""",
        area=area_id,
    )


async def public_holding(tx: Transaction, area_id: AreaId) -> list[OfficerCard]:
    """The cards of those whose post an area is, also of those who are away, longest first."""
    return await tx.fetch_all(
        OfficerCard,
        f"""select {CARD} from posts p join officers o on o.id = p.officer_id
             where p.area_id = :area order by p.id""",
        area=area_id,
    )


async def public_of_community(tx: Transaction, community: CommunityCode) -> list[OfficerCard]:
    """The cards of those whose posts are in a community, or who stand in there. Index: areas_community."""
    return await tx.fetch_all(
        OfficerCard,
        f"""select {CARD} from officers o where o.id in
               (select g.officer_id from areas a join assignments g on g.area_id = a.id
                 where a.community = :community and a.closed_at is null and g.until is null and g.locked_at is null)
             order by o.id""",
        community=community,
    )


async def public_sitting_in(tx: Transaction, community: CommunityCode) -> list[OfficerCard]:
    """The cards of those who work in a community now. Index: areas_community."""
    return await tx.fetch_all(
        OfficerCard,
        f"""select {CARD} from officers o where o.id in
               (select s.officer_id from areas a join seats s on s.area_id = a.id
                 where a.community = :community and a.closed_at is null)
             order by o.id""",
        community=community,
    )


async def of_person(tx: Transaction, person_id: PersonId) -> OfficerCard | None:
    """A person's own card, also of a post that is over. Index: officers_person."""
    sql = f"select {CARD} from officers o where o.person_id = :person"
    return await tx.fetch_one(OfficerCard, sql, person=person_id)


async def invited_by(tx: Transaction, person_id: PersonId) -> InvitationId | None:
    """The invitation that the person has opened and whose dialog is open. Index: the key of dialogs."""
    row = await tx.fetch_one(
        dialogs.Stored,
        """select d.flow, d.data from persons p join dialogs d on d.chat_id = p.chat_id and d.person_id = p.id
            where p.id = :person and d.expires_at > :now""",
        person=person_id,
        now=tx.now,
    )
    return invitation_in(dialogs.read(row.flow, row.data)) if row else None


async def add(tx: Transaction, person_id: PersonId) -> OfficerId:
    """An officer of whom nothing is known yet, and who serves nowhere."""
    sql = """insert into officers(person_id, rank, name, position, created_at)
             values (:person, '', '', '', :now) returning id"""
    return OfficerId(await tx.insert(sql, person=person_id, now=tx.now))


async def open_desk(tx: Transaction, officer_id: OfficerId) -> None:
    """From now on the officer's cases come to the chat in which this person is written to."""
    await tx.execute(
        """insert into desks(officer_id, kind, chat_id)
           select o.id, 'private', p.chat_id from officers o join persons p on p.id = o.person_id
            where o.id = :officer and p.chat_id is not null
           on conflict (officer_id) do update set kind = excluded.kind, chat_id = excluded.chat_id, thread_id = null""",
        officer=officer_id,
    )


async def coordinated(tx: Transaction, officer_id: OfficerId, person_id: PersonId) -> OfficerCard | None:
    """The officer, if they hold a post where this person coordinates."""
    return await tx.fetch_one(
        OfficerCard,
        f"""select {CARD} from officers o where o.id = :id and exists
               (select 1 from posts p where p.officer_id = o.id and {coordinates(":person", "p.community")})""",
        id=officer_id,
        person=person_id,
    )


async def coordinated_areas(tx: Transaction, officer_id: OfficerId, person_id: PersonId) -> list[AreaId]:
    """Where this person coordinates, the areas that the officer serves, or stands in at. Index: assignments_officer."""
    return await tx.column(
        AreaId,
        f"""select g.area_id from assignments g join areas a on a.id = g.area_id
             where g.officer_id = :officer and g.until is null and g.locked_at is null
               and {coordinates(":person", "a.community")} order by g.id""",
        officer=officer_id,
        person=person_id,
    )


async def set_field(tx: Transaction, officer_id: OfficerId, field: Field, value: str | None) -> None:
    sql = f"update officers set {field.value} = :value where id = :id"
    await tx.execute(sql, value=value, id=officer_id)


@dataclass(frozen=True, slots=True)
class Post:
    """An area that is an officer's, also while they are away."""

    area_id: AreaId
    name: str
    community: CommunityCode


async def posts(tx: Transaction, officer_id: OfficerId) -> list[Post]:
    """The areas that are an officer's. Index: assignments_officer."""
    return await tx.fetch_all(
        Post,
        """select a.id as area_id, a.name, a.community from posts p join areas a on a.id = p.area_id
            where p.officer_id = :officer order by p.id""",
        officer=officer_id,
    )


async def community_of(tx: Transaction, officer_id: OfficerId) -> CommunityCode | None:
    """Where an officer serves, the first of such communities; None for one without a post."""
    posted = await posts(tx, officer_id)
    return posted[0].community if posted else None


async def places(tx: Transaction, area_ids: Sequence[AreaId]) -> list[Post]:
    """These areas, including closed ones."""
    sql = "select id as area_id, name, community from areas where id in (:ids) order by id"
    return await tx.fetch_all(Post, sql, ids=list(area_ids))


@dataclass(frozen=True, slots=True)
class Serving:
    """A person who serves now as an officer, with the chat of their desk."""

    person_id: PersonId
    chat_id: ChatId


async def serving(tx: Transaction, after: PersonId, limit: int) -> list[Serving]:
    """The next of all who serve now and can be reached, by their ids. Indexes: officers_person, assignments_officer."""
    return await tx.fetch_all(
        Serving,
        """select o.person_id, d.chat_id from officers o join desks d on d.officer_id = o.id
            where o.person_id > :after and exists
                  (select 1 from seats s where s.officer_id = o.id and s.reachable)
            order by o.person_id limit :limit""",
        after=after,
        limit=limit,
    )


async def serving_from(tx: Transaction, chat_ids: Sequence[ChatId]) -> list[Serving]:
    """Those who serve now, of whom these chats are. Index: desks_chat."""
    return await tx.fetch_all(
        Serving,
        """select o.person_id, d.chat_id from desks d join officers o on o.id = d.officer_id
            where d.chat_id in (:chats) and o.person_id is not null and exists
                  (select 1 from seats s where s.officer_id = o.id)""",
        chats=list(chat_ids),
    )


async def assign(tx: Transaction, officer_id: OfficerId, area_id: AreaId) -> bool:
    """Let an officer serve an area from now on, also where they stood in before; False when they do already. Of one who
    is away the seat is closed.
    """
    sql = """insert into assignments(officer_id, area_id, since, away_at)
             values (:officer, :area, :now, (select cast(:now as bigint) from absences b
                 where b.officer_id = :officer and b.began_at is not null and b.ended_at is null))
             on conflict (area_id, officer_id) where until is null do update set absence_id = null
               where assignments.absence_id is not null returning id"""
    return await tx.exists(sql, officer=officer_id, area=area_id, now=tx.now)


async def end_posts(tx: Transaction, officer_id: OfficerId, area_ids: list[AreaId]) -> None:
    """The officer stops serving these areas, from this moment."""
    await tx.execute(
        "update assignments set until = :now where officer_id = :officer and until is null and area_id in (:areas)",
        now=tx.now,
        officer=officer_id,
        areas=area_ids,
    )


async def person_of(tx: Transaction, officer_id: OfficerId) -> PersonId | None:
    """The person who is this officer."""
    return await tx.value(PersonId, "select person_id from officers where id = :id", id=officer_id)


async def concerned_by(tx: Transaction, area_id: AreaId) -> list[PersonId]:
    """The officers who serve an area now and the coordinators of its community, each person once.

    Indexes: assignments_area, parts_role.
    """
    return await tx.column(
        PersonId,
        """select person_id from seats where area_id = :area and person_id is not null
            union
           select k.person_id from areas a join coordinations k on k.community = a.community where a.id = :area
            order by person_id""",
        area=area_id,
    )


async def coordinators_of(tx: Transaction, area_id: AreaId) -> list[PersonId]:
    """The coordinators of an area's community, each person once. Index: parts_role."""
    return await tx.column(
        PersonId,
        """select distinct k.person_id from areas a join coordinations k on k.community = a.community
            where a.id = :area order by k.person_id""",
        area=area_id,
    )


async def told_of(tx: Transaction, area_id: AreaId, at: datetime) -> list[PersonId]:
    """Those of them who coordinated already at that time. Index: parts_role."""
    return await tx.column(
        PersonId,
        """select distinct k.person_id from areas a join coordinations k on k.community = a.community
            where a.id = :area and exists (select 1 from parts p
                  where p.person_id = k.person_id and p.role = 'coordinator' and p.since <= :at)
            order by k.person_id""",
        area=area_id,
        at=at,
    )


async def end_dialogs(tx: Transaction, officer_id: OfficerId) -> None:
    """What the officer was in the middle of is over. Index: the key of dialogs."""
    await tx.execute(
        """delete from dialogs where (chat_id, person_id) in
              (select p.chat_id, p.id from officers o join persons p on p.id = o.person_id where o.id = :officer)""",
        officer=officer_id,
    )
