"""Recipients of reminders of office hours: those who asked for one opening, residents of an area who subscribe to the
topic, the officers who receive people, the chats of a community that take it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.ids import AreaId, ChatId, OfficerId, PersonId
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode
from bot.storage import areas
from bot.storage.broadcasts import Recipient
from bot.storage.transaction import Transaction

# Those who asked.


async def ask(tx: Transaction, person_id: PersonId, opening: str, day: date) -> None:
    """Once is enough."""
    await tx.execute(
        """insert into opening_reminders(person_id, opening, day) values (:person, :opening, :day)
           on conflict (opening, person_id) do nothing""",
        person=person_id,
        opening=opening,
        day=day,
    )


async def forget(tx: Transaction, person_id: PersonId, opening: str) -> None:
    sql = "delete from opening_reminders where opening = :opening and person_id = :person"
    await tx.execute(sql, person=person_id, opening=opening)


async def forget_all(tx: Transaction, person_id: PersonId) -> None:
    """Index: opening_reminders_person."""
    await tx.execute("delete from opening_reminders where person_id = :person", person=person_id)


async def sweep(tx: Transaction, before: date) -> None:
    """Forget those of days that are over. Index: opening_reminders_day."""
    await tx.execute("delete from opening_reminders where day < :before", before=before)


async def asked_by(tx: Transaction, person_id: PersonId) -> set[str]:
    """The openings that a person asked to be reminded of. Index: opening_reminders_person."""
    sql = "select opening from opening_reminders where person_id = :person"
    return set(await tx.column(str, sql, person=person_id))


async def is_asked(tx: Transaction, opening: str) -> bool:
    """Whether anyone did."""
    return await tx.count("select person_id as id from opening_reminders where opening = :o limit 1", o=opening) > 0


async def asked_on(tx: Transaction, day: date, after: str, limit: int) -> list[str]:
    """The next openings of a day that anyone asked for. Index: opening_reminders_day."""
    return await tx.column(
        str,
        """select distinct opening from opening_reminders where day = :day and opening > :after
            order by opening limit :limit""",
        day=day,
        after=after,
        limit=limit,
    )


@dataclass(frozen=True, slots=True)
class Asker:
    person_id: PersonId
    chat_id: ChatId


async def askers(tx: Transaction, opening: str, after: int, limit: int) -> tuple[list[Recipient], int | None]:
    """The next people who asked for an opening, by their ids."""
    rows = await tx.fetch_all(
        Asker,
        """select q.person_id, p.chat_id from opening_reminders q join persons p on p.id = q.person_id
            where q.opening = :opening and q.person_id > :after order by q.person_id limit :limit""",
        opening=opening,
        after=after,
        limit=limit,
    )
    return [Recipient(row.person_id, row.chat_id) for row in rows], rows[-1].person_id if len(rows) == limit else None


async def still_asking(tx: Transaction, opening: str, chat_ids: Sequence[ChatId]) -> set[ChatId]:
    """Those of the chats whose person asked for an opening. Index: persons_chat."""
    return set(
        await tx.column(
            ChatId,
            """select p.chat_id from persons p join opening_reminders q on q.person_id = p.id and q.opening = :opening
                where p.chat_id in (:chats)""",
            opening=opening,
            chats=list(chat_ids),
        )
    )


# Residents by place.

# The area that serves resident r; whether r is reminded of all office hours, and is told of changes in them.
SERVED_BY = areas.area_at("r.community", "r.settlement")
CHOICE = "(select s.subscribed from subscriptions s where s.person_id = r.person_id and s.topic = {topic})"
IS_REMINDED = f"coalesce({CHOICE.format(topic=':hours')}, :hours_by_itself)"
IS_TOLD = f"coalesce({CHOICE.format(topic=':reception')}, :reception_by_itself)"
TOPICS = {
    "hours": Topic.HOURS,
    "hours_by_itself": Topic.HOURS.on_by_itself,
    "reception": Topic.RECEPTION,
    "reception_by_itself": Topic.RECEPTION.on_by_itself,
}


@dataclass(frozen=True, slots=True)
class ResidentAt:
    person_id: PersonId
    chat_id: ChatId
    meant: bool


async def residents_served(
    tx: Transaction, community: CommunityCode, area_id: AreaId, after: int, limit: int, *, news: bool
) -> tuple[list[Recipient], int | None]:
    """The next residents whom an area serves and who are reminded of its hours, by their ids; and the position reached.
    `news`: those, too, who are told of changes.

    It looks at `limit` residents of the community, in any area: fewer found does not mean that these were the
    last. In two steps, as in `subscriptions.residents_at`. Index: residents_community.
    """
    people = await tx.column(
        PersonId,
        """select person_id from residents where community = :community and person_id > :after
            order by person_id limit :limit""",
        community=community,
        after=after,
        limit=limit,
    )
    rows = await tx.fetch_all(
        ResidentAt,
        f"""select r.person_id, p.chat_id,
                   ({IS_REMINDED} or :news and {IS_TOLD}) and c.unreachable_since is null
                   and {SERVED_BY} = :area as meant
              from residents r join persons p on p.id = r.person_id join chats c on c.id = p.chat_id
             where r.person_id in (:people) order by r.person_id""",
        area=area_id,
        people=people,
        news=news,
        **TOPICS,
    )
    found = [Recipient(row.person_id, row.chat_id, area_id=area_id) for row in rows if row.meant]
    return found, rows[-1].person_id if len(rows) == limit else None


@dataclass(frozen=True, slots=True)
class Served:
    chat_id: ChatId
    reminded: bool  # of all office hours; else only told of changes


async def still_served(tx: Transaction, area_id: AreaId, chat_ids: Sequence[ChatId]) -> list[Served]:
    """Those of the chats whose person the area serves now, and is reminded or told of changes. Index: persons_chat."""
    return await tx.fetch_all(
        Served,
        f"""select p.chat_id, {IS_REMINDED} as reminded from persons p join residents r on r.person_id = p.id
             where p.chat_id in (:chats) and ({IS_REMINDED} or {IS_TOLD}) and {SERVED_BY} = :area""",
        area=area_id,
        chats=list(chat_ids),
        **TOPICS,
    )


@dataclass(frozen=True, slots=True)
class AskedIn:
    chat_id: ChatId
    opening: str


async def asked_in(tx: Transaction, openings: Sequence[str], chat_ids: Sequence[ChatId]) -> list[AskedIn]:
    """Which of the openings were asked for in which of the chats. Index: persons_chat, opening_reminders_person."""
    return await tx.fetch_all(
        AskedIn,
        """select p.chat_id, q.opening from persons p join opening_reminders q on q.person_id = p.id
            where p.chat_id in (:chats) and q.opening in (:openings)""",
        openings=list(openings),
        chats=list(chat_ids),
    )


# Officers who receive people.


@dataclass(frozen=True, slots=True)
class OfficerAt:
    officer_id: OfficerId
    person_id: PersonId
    chat_id: ChatId

    @property
    def recipient(self) -> Recipient:
        return Recipient(self.person_id, self.chat_id)


OFFICERS = "select o.id as officer_id, o.person_id, p.chat_id from officers o join persons p on p.id = o.person_id"


async def officers_chats(tx: Transaction, officer_ids: Sequence[OfficerId]) -> list[OfficerAt]:
    """The officers who have taken their posts, by their ids, with their own chats."""
    return await tx.fetch_all(OfficerAt, f"{OFFICERS} where o.id in (:ids) order by o.id", ids=list(officer_ids))


async def officers_in(tx: Transaction, chat_ids: Sequence[ChatId]) -> dict[ChatId, OfficerId]:
    """The officers whose own chats are among these. Index: persons_chat."""
    rows = await tx.fetch_all(OfficerAt, f"{OFFICERS} where p.chat_id in (:chats)", chats=list(chat_ids))
    return {row.chat_id: row.officer_id for row in rows}


# The chats of a community.

TAKES_IT = """g.inside and exists (select 1 from chat_topics t where t.chat_id = g.chat_id and t.topic = :topic)"""


@dataclass(frozen=True, slots=True)
class Group:
    chat_id: ChatId
    thread_id: int | None


async def groups(
    tx: Transaction, community: CommunityCode, after: int, limit: int
) -> tuple[list[Recipient], int | None]:
    """The next chats of a community that take what is said of receptions. Index: community_chats_community."""
    rows = await tx.fetch_all(
        Group,
        f"""select g.chat_id, g.thread_id from community_chats g
             where g.community = :community and g.chat_id > :after and {TAKES_IT}
             order by g.chat_id limit :limit""",
        community=community,
        after=after,
        limit=limit,
        topic=Topic.RECEPTION,
    )
    found = [Recipient(row.chat_id, row.chat_id, row.thread_id) for row in rows]
    return found, rows[-1].chat_id if len(rows) == limit else None


async def still_taking(tx: Transaction, community: CommunityCode, chat_ids: Sequence[ChatId]) -> set[ChatId]:
    return set(
        await tx.column(
            ChatId,
            f"""select g.chat_id from community_chats g
                 where g.chat_id in (:chats) and g.community = :community and {TAKES_IT}""",
            community=community,
            chats=list(chat_ids),
            topic=Topic.RECEPTION,
        )
    )
