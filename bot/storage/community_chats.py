"""Groups and channels in which the bot is: whose they are, what it may do there, and which topics they take."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.community_chats import ASKED_AGAIN, ChatKind, Membership, Rights
from bot.domain.ids import ChatId, PersonId
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode
from bot.storage import chats
from bot.storage.chats import TELEGRAM
from bot.storage.communities import COORDINATED
from bot.storage.rights import is_coordinator, is_officer_in
from bot.storage.transaction import Transaction

# Whether :person works in community m now: coordinates it, or serves an area of it.
WORKS_IN = f"({COORDINATED} or {is_officer_in('m.code', ':person')})"

# Whether :person works anywhere now.
WORKS = f"""({is_coordinator(":person")}
    or exists (select 1 from posts s where s.person_id = :person))"""


@dataclass(frozen=True, slots=True)
class CommunityChat:
    """A chat that the bot was let into. `community` is None until it is assigned."""

    chat_id: ChatId
    kind: ChatKind
    title: str
    community: CommunityCode | None
    thread_id: int | None
    keeper: PersonId | None
    inside: bool
    can_post: bool
    can_show: bool
    can_pin: bool

    @property
    def rights(self) -> Rights:
        return Rights(self.inside, self.can_post, self.can_show, self.can_pin)


CHAT = """select g.chat_id, c.kind, g.title, g.community, g.thread_id, g.keeper,
           g.inside, g.can_post, g.can_show, g.can_pin
    from community_chats g join chats c on c.id = g.chat_id"""


async def at(tx: Transaction, telegram_id: int) -> CommunityChat | None:
    """By its id at Telegram."""
    return await tx.fetch_one(
        CommunityChat,
        f"{CHAT} where c.transport = :transport and c.external_hash in (:hashes)",
        transport=TELEGRAM,
        hashes=tx.keys.hashes(telegram_id),
    )


async def by_id(tx: Transaction, chat_id: ChatId) -> CommunityChat | None:
    return await tx.fetch_one(CommunityChat, f"{CHAT} where g.chat_id = :id", id=chat_id)


async def managed(tx: Transaction, chat_id: ChatId, person_id: PersonId) -> CommunityChat | None:
    """The chat, if this person works in its community; while it is unassigned, if this person keeps it and works."""
    return await tx.fetch_one(
        CommunityChat,
        f"""{CHAT} left join communities m on m.code = g.community
             where g.chat_id = :id
               and (g.community is null and g.keeper = :person and {WORKS} or m.code is not null and {WORKS_IN})""",
        id=chat_id,
        person=person_id,
    )


async def of_community(tx: Transaction, community: str) -> list[CommunityChat]:
    """Index: community_chats_community."""
    return await tx.fetch_all(CommunityChat, f"{CHAT} where g.community = :code order by g.chat_id", code=community)


async def unbound_of(tx: Transaction, person_id: PersonId) -> list[CommunityChat]:
    """Chats that this person let the bot into, and that are unassigned. Index: community_chats_keeper."""
    sql = f"{CHAT} where g.community is null and g.keeper = :person order by g.chat_id"
    return await tx.fetch_all(CommunityChat, sql, person=person_id)


async def communities_of(tx: Transaction, person_id: PersonId) -> list[CommunityCode]:
    """Where this person works: the communities to which they may assign a chat."""
    sql = f"select m.code from communities m where {WORKS_IN} order by m.code"
    return await tx.column(CommunityCode, sql, person=person_id)


async def works_in(tx: Transaction, community: str, person_id: PersonId) -> bool:
    sql = f"select m.code as id from communities m where m.code = :code and {WORKS_IN}"
    return await tx.exists(sql, code=community, person=person_id)


# What becomes of one.


async def note(tx: Transaction, seen: Membership, keeper: PersonId | None) -> ChatId:
    """Store what Telegram says of a chat; its keeper changes only while it is unassigned, and then has a day anew."""
    chat_id = await chats.met(tx, seen.telegram_id, seen.kind)
    rights = seen.rights
    await tx.execute(
        """insert into community_chats(chat_id, title, keeper, inside, can_post, can_show, can_pin, unassigned_since)
           values (:chat, :title, :keeper, :inside, :can_post, :can_show, :can_pin, :now)
           on conflict (chat_id) do update set title = excluded.title,
               unassigned_since = case when community_chats.community is null
                   and coalesce(excluded.keeper, 0) not in (0, coalesce(community_chats.keeper, 0))
                   then excluded.unassigned_since else community_chats.unassigned_since end,
               inside = excluded.inside, can_post = excluded.can_post, can_show = excluded.can_show,
               can_pin = excluded.can_pin,
               keeper = case when community_chats.community is null
                             then coalesce(excluded.keeper, community_chats.keeper) else community_chats.keeper end""",
        chat=chat_id,
        title=seen.title,
        keeper=keeper,
        inside=rights.inside,
        can_post=rights.can_post,
        can_show=rights.can_show,
        can_pin=rights.can_pin,
        now=tx.now,
    )
    return chat_id


async def set_rights(tx: Transaction, chat_id: ChatId, rights: Rights) -> None:
    """What the bot may do there now. Where that is enough, it is not looked at again."""
    await tx.execute(
        """update community_chats set inside = :inside, can_post = :post, can_show = :show, can_pin = :pin,
                  look_at = case when :enough then null else look_at end
            where chat_id = :chat""",
        chat=chat_id,
        inside=rights.inside,
        post=rights.can_post,
        show=rights.can_show,
        pin=rights.can_pin,
        enough=rights.suffice or not rights.inside,
    )


async def look_later(tx: Transaction, chat_id: ChatId, at: datetime) -> None:
    """The bot's rights there are looked at again from then on, for the first time."""
    await tx.execute("update community_chats set look_at = :at, looks = 0 where chat_id = :chat", chat=chat_id, at=at)


async def take_looks(tx: Transaction, again: datetime, most: int, limit: int) -> list[ChatId]:
    """Chats at which it is time to look, which come up `again` then unless they were looked at so often. Index:
    community_chats_look.
    """
    return await tx.column(
        ChatId,
        """update community_chats set looks = looks + 1,
                  look_at = case when looks + 1 < :most then cast(:again as bigint) end
            where chat_id in (select chat_id from community_chats where look_at <= :now order by look_at limit :limit)
           returning chat_id""",
        now=tx.now,
        again=again,
        most=most,
        limit=limit,
    )


async def bind(tx: Transaction, chat_id: ChatId, community: str, keeper: PersonId, topics: Iterable[Topic]) -> None:
    """Give a chat to a community, with the topics that it takes, and to a person who keeps it."""
    await tx.execute(
        """update community_chats set community = :community, keeper = :keeper, unassigned_since = null,
                  asked_by = null, asked_of = null, asked_at = null, let_in_by = null
            where chat_id = :chat""",
        community=community,
        keeper=keeper,
        chat=chat_id,
    )
    for topic in topics:
        await set_topic(tx, chat_id, topic, taken=True)


async def unbind(tx: Transaction, chat_id: ChatId, keeper: PersonId) -> None:
    """Unassigned again; the person who took it away becomes its keeper and may assign it again."""
    await tx.execute("delete from chat_topics where chat_id = :chat", chat=chat_id)
    await tx.execute(
        """update community_chats set community = null, thread_id = null, keeper = :keeper, unassigned_since = :now
            where chat_id = :chat""",
        chat=chat_id,
        keeper=keeper,
        now=tx.now,
    )


async def forget(tx: Transaction, chat_id: ChatId) -> None:
    """A chat that is unassigned, and where the bot no longer is."""
    await tx.execute("delete from community_chats where chat_id = :chat and community is null", chat=chat_id)


async def note_unassigned(tx: Transaction) -> None:
    """Begin the time of chats that were unassigned before it was stored. Index: community_chats_unassigned."""
    await tx.execute(
        "update community_chats set unassigned_since = :now where community is null and unassigned_since is null",
        now=tx.now,
    )


async def take_unassigned(tx: Transaction, since: datetime, limit: int) -> list[ChatId]:
    """Chats that have been unassigned since then or longer, whose time begins again: where the bot cannot leave one, it
    tries again. Index: community_chats_unassigned.
    """
    return await tx.column(
        ChatId,
        """update community_chats set unassigned_since = :now where chat_id in
              (select chat_id from community_chats where community is null and unassigned_since <= :since
                order by unassigned_since limit :limit) and community is null returning chat_id""",
        since=since,
        limit=limit,
        now=tx.now,
    )


async def set_thread(tx: Transaction, chat_id: ChatId, thread_id: int | None) -> None:
    """Where in a forum notices appear; None: in the general topic."""
    await tx.execute(
        "update community_chats set thread_id = :thread where chat_id = :chat", thread=thread_id, chat=chat_id
    )


# An officer is asked for.


@dataclass(frozen=True, slots=True)
class Request:
    """A chat whose administrator asks for an officer. `asked_of`: of this community; None: still to be chosen.

    `asked_at`: when an officer was last asked, whoever did it.
    """

    chat_id: ChatId
    title: str
    asked_by: PersonId
    asked_of: CommunityCode | None
    asked_at: datetime | None

    def waits_until(self, now: datetime) -> datetime | None:
        """When an officer may be asked again; None: now."""
        again = self.asked_at + ASKED_AGAIN if self.asked_at is not None else None
        return again if again is not None and again > now else None


REQUEST = "select g.chat_id, g.title, g.asked_by, g.asked_of, g.asked_at from community_chats g"


async def note_request(tx: Transaction, chat_id: ChatId, person_id: PersonId) -> None:
    """This person asks for an officer, of a community that is still to be chosen."""
    await tx.execute(
        "update community_chats set asked_by = :person, asked_of = null where chat_id = :chat and community is null",
        chat=chat_id,
        person=person_id,
    )


async def request_of(tx: Transaction, chat_id: ChatId) -> Request | None:
    """Whoever made it."""
    sql = f"{REQUEST} where g.chat_id = :chat and coalesce(g.asked_by, 0) <> 0 and g.community is null"
    return await tx.fetch_one(Request, sql, chat=chat_id)


async def request_by(tx: Transaction, chat_id: ChatId, person_id: PersonId) -> Request | None:
    """The person's own."""
    sql = f"{REQUEST} where g.chat_id = :chat and g.asked_by = :person and g.community is null"
    return await tx.fetch_one(Request, sql, chat=chat_id, person=person_id)


async def request_to(tx: Transaction, chat_id: ChatId, person_id: PersonId) -> Request | None:
    """The one that this person, who works in its community, may answer."""
    return await tx.fetch_one(
        Request,
        f"""{REQUEST} join communities m on m.code = g.asked_of
             where g.chat_id = :chat and g.community is null and {WORKS_IN}""",
        chat=chat_id,
        person=person_id,
    )


async def ask_of(tx: Transaction, chat_id: ChatId, community: str, stays_until: datetime) -> None:
    """Choose the community of a request, whose officers are asked now. The bot stays until then."""
    await tx.execute(
        """update community_chats set asked_of = :community, asked_at = :now, unassigned_since = :stays
            where chat_id = :chat""",
        chat=chat_id,
        community=community,
        now=tx.now,
        stays=stays_until,
    )


async def drop_request(tx: Transaction, chat_id: ChatId) -> None:
    """It was answered. When it was made is kept: the next one may come a day later."""
    await tx.execute("update community_chats set asked_by = null, asked_of = null where chat_id = :chat", chat=chat_id)


@dataclass(frozen=True, slots=True)
class RequestCard:
    """A message in a person's chat that asks them to link a chat."""

    person_id: PersonId
    message_id: int


async def note_card(tx: Transaction, chat_id: ChatId, card: RequestCard) -> None:
    await tx.execute(
        """insert into chat_request_cards(person_id, chat_id, message_id) values (:person, :chat, :message)
           on conflict (person_id, chat_id) do update set message_id = excluded.message_id""",
        person=card.person_id,
        chat=chat_id,
        message=card.message_id,
    )


async def take_cards(tx: Transaction, chat_id: ChatId) -> list[RequestCard]:
    """The cards of a request that is over; they are forgotten. Index: chat_request_cards_chat."""
    return await tx.fetch_all(
        RequestCard,
        "delete from chat_request_cards where chat_id = :chat returning person_id, message_id",
        chat=chat_id,
    )


async def asked_in(tx: Transaction, community: str) -> list[PersonId]:
    """The officers who serve a community, else its coordinators."""
    officers = await tx.column(
        PersonId,
        "select distinct s.person_id from seats s where s.community = :code and s.person_id is not null",
        code=community,
    )
    if officers:
        return officers
    sql = "select distinct k.person_id from coordinations k where k.community = :code"
    return await tx.column(PersonId, sql, code=community)


async def keep(tx: Transaction, chat_id: ChatId, keeper: PersonId) -> None:
    """A person who works somewhere may assign the chat, as if they had let the bot in."""
    sql = "update community_chats set keeper = :keeper where chat_id = :chat and community is null"
    await tx.execute(sql, keeper=keeper, chat=chat_id)


# A person who let the bot into a channel before the bot knew them.


async def note_let_in(tx: Transaction, chat_id: ChatId, telegram_id: int) -> None:
    """This account did. After a new key it is not found any more: the bot leaves within a day all the same."""
    await tx.execute(
        "update community_chats set let_in_by = :hash where chat_id = :chat and community is null",
        hash=tx.keys.hash(telegram_id),
        chat=chat_id,
    )


async def take_let_in(tx: Transaction, person_id: PersonId) -> list[ChatId]:
    """The unassigned chats into which this person let the bot so; they are named once. Index:
    community_chats_let_in_by.
    """
    return await tx.column(
        ChatId,
        """update community_chats set let_in_by = null
            where let_in_by in (select a.external_hash from accounts a where a.person_id = :person)
              and community is null returning chat_id""",
        person=person_id,
    )


# Topics.


async def topics_of(tx: Transaction, chat_id: ChatId) -> set[Topic]:
    """The topics that a chat takes."""
    return set(await tx.column(Topic, "select topic from chat_topics where chat_id = :chat", chat=chat_id))


async def set_topic(tx: Transaction, chat_id: ChatId, topic: Topic, *, taken: bool) -> None:
    sql = "delete from chat_topics where chat_id = :chat and topic = :topic"
    if taken:
        sql = "insert into chat_topics(chat_id, topic) values (:chat, :topic) on conflict (chat_id, topic) do nothing"
    await tx.execute(sql, chat=chat_id, topic=topic)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message to a community's chat goes."""

    chat_id: ChatId
    thread_id: int | None
    can_pin: bool


async def chats_of(tx: Transaction, community: CommunityCode, topic: Topic) -> list[Place]:
    """The chats of a community that take a topic, where the bot may write. Index: community_chats_community."""
    return await tx.fetch_all(
        Place,
        """select g.chat_id, g.thread_id, g.can_pin from community_chats g
             join chat_topics t on t.chat_id = g.chat_id and t.topic = :topic
            where g.community = :community and g.can_post order by g.chat_id""",
        community=community,
        topic=topic,
    )
