"""What people chose for topics, and the recipients of a notice: residents of its places who subscribe to its topic,
and the groups and channels of their communities that take it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.ids import AreaId, ChatId, NoticeId, PersonId
from bot.domain.notices import Notice
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode
from bot.storage.broadcasts import Recipient
from bot.storage.notices import NOTICE
from bot.storage.silence import is_occupied
from bot.storage.transaction import Transaction

# What a person chose.


@dataclass(frozen=True, slots=True)
class Choice:
    topic: Topic
    subscribed: bool


async def choices(tx: Transaction, person_id: PersonId) -> Mapping[Topic, bool]:
    """Topics to which a person has chosen to subscribe, or not to."""
    rows = await tx.fetch_all(
        Choice, "select topic, subscribed from subscriptions where person_id = :person", person=person_id
    )
    return {row.topic: row.subscribed for row in rows}


async def choose(tx: Transaction, person_id: PersonId, topics: Sequence[Topic], subscribed: bool) -> None:
    for topic in topics:
        tx.later(
            """insert into subscriptions(person_id, topic, subscribed) values (:person, :topic, :subscribed)
               on conflict (person_id, topic) do update set subscribed = excluded.subscribed""",
            person=person_id,
            topic=topic,
            subscribed=subscribed,
        )
    await tx.flush()


# Whom a notice is for.

PERSONS = 2**32
CHATS = 2**62
"""A position is `place * PERSONS + person` for residents, by the ids of both, and `CHATS + chat` for groups after them.

So each page reads on in one index where the last one stopped. By persons alone the places would have to be merged, for
which the databases read them all. (A person who moves from a place that is still to come to one that was passed, in the
seconds that planning takes, is passed by.)
"""
PLACES = 50  # looked at for one page, at most: many may be empty


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom a notice is meant for, its places apart."""

    topic: Topic
    chats: bool  # groups and channels, too


@dataclass(frozen=True, slots=True)
class AimedAt:
    """A place of a notice. `settlement`: None for the whole community, "" for those of it who named none."""

    id: int
    community: CommunityCode
    settlement: str | None
    area_id: AreaId | None


@dataclass(frozen=True, slots=True)
class ResidentAt:
    person_id: PersonId
    chat_id: ChatId
    receives: bool  # is subscribed to the topic, and can be written to


@dataclass(frozen=True, slots=True)
class Group:
    chat_id: ChatId
    thread_id: int | None


async def recipients(
    tx: Transaction, notice_id: NoticeId, after: int, limit: int
) -> tuple[list[Recipient], int | None]:
    """The next recipients after a position, `limit` at most, and the position reached; None when there are no more.

    Fewer than `limit`, or none, does not mean that these were the last: a page looks at so many residents, whether they
    subscribe to the topic or not, so that none of them takes long.
    """
    aim = await aim_of(tx, notice_id)
    if aim is None:
        return [], None
    if after >= CHATS:
        groups = await groups_of(tx, notice_id, aim.topic, after - CHATS, limit)
        found = [Recipient(CHATS + each.chat_id, each.chat_id, each.thread_id) for each in groups]
        return found, found[-1].position if len(found) == limit else None
    found, reached = await _residents_of(tx, notice_id, aim.topic, after, limit)
    if reached is None and aim.chats:
        reached = CHATS
    return found, reached


async def aim_of(tx: Transaction, notice_id: NoticeId) -> Aim | None:
    return await tx.fetch_one(Aim, "select topic, chats from notices where id = :notice", notice=notice_id)


async def _residents_of(
    tx: Transaction, notice_id: NoticeId, topic: Topic, after: int, limit: int
) -> tuple[list[Recipient], int | None]:
    place_reached, person_reached = divmod(after, PERSONS)
    places = await places_of(tx, notice_id, place_reached, PLACES)
    found: list[Recipient] = []
    left = limit
    for place in places:
        since = PersonId(person_reached if place.id == place_reached else 0)
        residents = await residents_at(tx, place, topic, since, left)
        at = place.id * PERSONS
        found += [
            Recipient(at + each.person_id, each.chat_id, area_id=place.area_id) for each in residents if each.receives
        ]
        left -= len(residents)
        if left == 0:
            return found, at + residents[-1].person_id
    return found, (places[-1].id + 1) * PERSONS if len(places) == PLACES else None


async def places_of(tx: Transaction, notice_id: NoticeId, first: int, limit: int) -> list[AimedAt]:
    """A notice's places from this one on, but for occupied ones. Index: notice_places_order."""
    return await tx.fetch_all(
        AimedAt,
        f"""select a.id, a.community, a.settlement, a.area_id from notice_places a
             where a.notice_id = :notice and a.id >= :first and not {is_occupied("a.community")}
             order by a.id limit :limit""",
        notice=notice_id,
        first=first,
        limit=limit,
    )


def _living_at(place: AimedAt) -> str:
    """The condition on `residents` for a place. Index: residents_place, or residents_community for all of one."""
    if place.settlement is None:
        return "community = :community"
    return f"community = :community and settlement {'= :settlement' if place.settlement else 'is null'}"


async def residents_at(tx: Transaction, place: AimedAt, topic: Topic, after: PersonId, limit: int) -> list[ResidentAt]:
    """The next residents of a place, by their ids, whether they subscribe to the topic or not.

    In two steps: of a limit that is a parameter PostgreSQL expects a tenth of the table, and would read all of it.
    """
    named = {"settlement": place.settlement} if place.settlement else {}
    people = await tx.column(
        PersonId,
        f"""select person_id from residents where {_living_at(place)} and person_id > :after
             order by person_id limit :limit""",
        community=place.community,
        after=after,
        limit=limit,
        **named,
    )
    return await tx.fetch_all(
        ResidentAt,
        """select p.id as person_id, p.chat_id,
                  coalesce(s.subscribed, :by_itself) and c.unreachable_since is null as receives
             from persons p join chats c on c.id = p.chat_id
             left join subscriptions s on s.person_id = p.id and s.topic = :topic
            where p.id in (:people) order by p.id""",
        topic=topic,
        by_itself=topic.on_by_itself,
        people=people,
    )


# Whether resident r lives where a notice is for, and whether group g is there and takes its topic. One in which the bot
# may not write for now is tried: what it refuses is held.
LIVES_THERE = """exists (select 1 from notice_places a where a.notice_id = :notice and a.community = r.community
    and (a.settlement is null or a.settlement = coalesce(r.settlement, '')))"""
TAKES_IT = f"""g.inside and not {is_occupied("g.community")}
    and exists (select 1 from chat_topics t where t.chat_id = g.chat_id and t.topic = :topic)
    and g.community in (select a.community from notice_places a where a.notice_id = :notice)"""


async def groups_of(tx: Transaction, notice_id: NoticeId, topic: Topic, after: int, limit: int) -> list[Group]:
    """The next groups and channels that take a notice. Index: community_chats_community."""
    return await tx.fetch_all(
        Group,
        f"""select g.chat_id, g.thread_id from community_chats g
             where g.chat_id > :after and {TAKES_IT} order by g.chat_id limit :limit""",
        notice=notice_id,
        topic=topic,
        after=after,
        limit=limit,
    )


async def still(tx: Transaction, notice_id: NoticeId, chat_ids: Sequence[ChatId]) -> set[ChatId]:
    """Those of the chats that a notice is for at this moment: people who moved away or left the topic get nothing.

    Index: persons_chat.
    """
    aim = await aim_of(tx, notice_id)
    if aim is None:
        return set()
    return set(
        await tx.column(
            ChatId,
            f"""select p.chat_id from persons p join residents r on r.person_id = p.id
                  left join subscriptions s on s.person_id = p.id and s.topic = :topic
                 where p.chat_id in (:chats) and coalesce(s.subscribed, :by_itself) and {LIVES_THERE}
                union all
                select g.chat_id from community_chats g where g.chat_id in (:chats) and :groups and {TAKES_IT}""",
            notice=notice_id,
            chats=list(chat_ids),
            topic=aim.topic,
            by_itself=aim.topic.on_by_itself,
            groups=aim.chats,
        )
    )


# The number of recipients.

EXACTLY = 10_000  # residents looked at one by one


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a notice would reach. `exact` is False where the number of residents is estimated."""

    residents: int
    groups: int  # forums among them
    channels: int
    exact: bool


# Residents r at places a of a notice, by what a place names; none of an occupied community.
AT_PLACES = tuple(
    f"{joined} and not {is_occupied('a.community')}"
    for joined in (
        """notice_places a join residents r on r.community = a.community
        where a.notice_id = :notice and a.settlement is null""",
        """notice_places a join residents r on r.community = a.community and r.settlement = a.settlement
        where a.notice_id = :notice and a.settlement <> ''""",
        """notice_places a join residents r on r.community = a.community and r.settlement is null
        where a.notice_id = :notice and a.settlement = ''""",
    )
)
FIRST = " union all ".join(f"select r.person_id from {each}" for each in AT_PLACES)
ALL = " + ".join(f"(select count(*) from {each})" for each in AT_PLACES)


@dataclass(frozen=True, slots=True)
class Looked:
    at: int
    recipients: int


async def how_many(tx: Transaction, notice_id: NoticeId) -> Reach:
    """Whom a notice would reach now: exact as long as no more than `EXACTLY` residents live at its places.

    Of more, the first ones show which share is subscribed to the topic: looking at each of a million takes seconds.
    """
    aim = await aim_of(tx, notice_id)
    if aim is None:
        return Reach(0, 0, 0, exact=True)
    groups, channels = await count_chats(tx, notice_id, aim.topic) if aim.chats else (0, 0)
    looked = await look_at(tx, notice_id, aim.topic, EXACTLY + 1)
    if looked.at <= EXACTLY:
        return Reach(looked.recipients, groups, channels, exact=True)
    everybody = await count_residents(tx, notice_id)
    return Reach(everybody * looked.recipients // looked.at, groups, channels, exact=False)


async def look_at(tx: Transaction, notice_id: NoticeId, topic: Topic, limit: int) -> Looked:
    """How many of the first residents at a notice's places subscribe to its topic and can be written to.

    Index: residents_community, residents_place.
    """
    looked = await tx.fetch_one(
        Looked,
        f"""select count(*) as at, count(case when coalesce(s.subscribed, :by_itself) and c.unreachable_since is null
                                              then 1 end) as recipients
              from (select person_id from ({FIRST}) everybody limit :limit) first
              join persons p on p.id = first.person_id join chats c on c.id = p.chat_id
              left join subscriptions s on s.person_id = p.id and s.topic = :topic""",
        notice=notice_id,
        topic=topic,
        by_itself=topic.on_by_itself,
        limit=limit,
    )
    return looked or Looked(0, 0)


async def count_residents(tx: Transaction, notice_id: NoticeId) -> int:
    """All who live at a notice's places. Index: residents_community, residents_place."""
    return await tx.value(int, f"select {ALL} as count", notice=notice_id) or 0


@dataclass(frozen=True, slots=True)
class Channels:
    chats: int
    channels: int


async def count_chats(tx: Transaction, notice_id: NoticeId, topic: Topic) -> tuple[int, int]:
    """The groups and the channels that take a notice and where the bot may write. Index: community_chats_community."""
    counted = await tx.fetch_one(
        Channels,
        f"""select count(*) as chats, count(case when c.kind = 'channel' then 1 end) as channels
              from community_chats g join chats c on c.id = g.chat_id where g.can_post and {TAKES_IT}""",
        notice=notice_id,
        topic=topic,
    )
    return (counted.chats - counted.channels, counted.channels) if counted else (0, 0)


# Notices that were sent.

# Whether notice n is still shown to people who live where it is for.
HOLDS = "n.status = 'sent' and n.found_at is null and (n.expires_at is null or n.expires_at > :now)"


async def received(tx: Transaction, notice_id: NoticeId, person_id: PersonId) -> Notice | None:
    """The notice, if this person may read it: it came to their chat, or is for where they live.

    Index: the key of deliveries, notice_places_community.
    """
    return await tx.fetch_one(
        Notice,
        f"""select {NOTICE} from notices n join persons p on p.id = :person left join residents r on r.person_id = p.id
             where n.id = :notice and n.status = 'sent'
               and (exists (select 1 from deliveries d
                             where d.broadcast_id = n.broadcast_id and d.chat_id = p.chat_id and d.shown > 0)
                    or {HOLDS} and {LIVES_THERE})""",
        notice=notice_id,
        person=person_id,
        now=tx.now,
    )


async def latest(tx: Transaction, person_id: PersonId, skip: int, limit: int) -> list[Notice]:
    """A page of the notices for the place where this person lives, of all topics, the newest first.

    Index: notice_places_community.
    """
    return await tx.fetch_all(
        Notice,
        f"""select {NOTICE} from notices n
             where {HOLDS} and n.id in (select a.notice_id from residents r
                 join notice_places a on a.community = r.community
                  and (a.settlement is null or a.settlement = coalesce(r.settlement, ''))
                where r.person_id = :person)
             order by n.sent_at desc, n.id desc limit :limit offset :skip""",
        person=person_id,
        now=tx.now,
        limit=limit,
        skip=skip,
    )
