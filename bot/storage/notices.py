"""Notices: what they say, whom they are for, and who may act on them. Their sending is in `broadcasts`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.audience import NoticePlace
from bot.domain.bodies import Body
from bot.domain.ids import FileId, NoticeId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.notices import Content, Notice, Status
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode
from bot.storage import files
from bot.storage.communities import COORDINATED
from bot.storage.council import HELD
from bot.storage.rights import coordinates, is_coordinator
from bot.storage.transaction import Transaction

LISTED = timedelta(days=60)  # what others wrote is listed so long
NOTICE = """n.id, n.person_id, n.officer_id, n.topic, n.urgent, n.status, n.chats, n.version, n.scheduled_at,
    n.expires_at, n.awaits_second, n.confirmed_by, n.broadcast_id, n.progress_message_id, n.created_at, n.touched_at,
    n.sent_at, n.corrected_at, n.found_at, n.withdrawn_at, n.council, n.proposed_by"""

# Whether :person coordinates every community of notice n.
COORDINATES_ALL = f"""not exists (select 1 from notice_places l join communities m on m.code = l.community
    where l.notice_id = n.id and not {COORDINATED})"""

# Whether the author of notice n may still speak to all its places: as an officer of their areas, or as coordinator; of
# one that a council wrote itself, whether they are still of it.
STILL_SPEAKS = f"""(n.officer_id is not null
    and exists (select 1 from posts s where s.officer_id = n.officer_id)
    and not exists (select 1 from notice_places l where l.notice_id = n.id and not exists
        (select 1 from posts s where s.officer_id = n.officer_id and s.area_id = l.area_id))
    or n.officer_id is null
    and {is_coordinator("n.person_id")}
    and not exists (select 1 from notice_places l
        where l.notice_id = n.id and not {coordinates("n.person_id", "l.community")})
    or n.person_id = n.proposed_by and n.status <> 'proposed' and exists (select 1 from parts t
        where t.person_id = n.person_id and t.scope_code = n.council and {HELD}))"""


async def add_draft(
    tx: Transaction,
    person_id: PersonId,
    officer_id: OfficerId | None,
    topic: Topic,
    expires_at: datetime | None,
) -> NoticeId:
    return NoticeId(
        await tx.insert(
            """insert into notices(person_id, officer_id, topic, status, expires_at, created_at, touched_at)
               values (:person, :officer, :topic, :status, :expires, :now, :now) returning id""",
            person=person_id,
            officer=officer_id,
            topic=topic,
            status=Status.DRAFT,
            expires=expires_at,
            now=tx.now,
        )
    )


async def add_of_council(
    tx: Transaction, person_id: PersonId, community: CommunityCode, topic: Topic, status: Status
) -> NoticeId:
    """A notice of a council, without what it says."""
    return NoticeId(
        await tx.insert(
            """insert into notices(person_id, proposed_by, council, topic, status, created_at, touched_at)
               values (:person, :person, :community, :topic, :status, :now, :now) returning id""",
            person=person_id,
            community=community,
            topic=topic,
            status=status,
            now=tx.now,
        )
    )


async def proposal(tx: Transaction, notice_id: NoticeId) -> Notice | None:
    """A notice that a council proposed, whatever has become of it."""
    return await tx.fetch_one(
        Notice, f"select {NOTICE} from notices n where n.id = :id and n.council is not null", id=notice_id
    )


async def count_proposed(tx: Transaction, community: CommunityCode) -> int:
    """How many wait. Index: notices_proposed."""
    sql = "select count(*) from notices where council = :community and status = 'proposed'"
    return await tx.value(int, sql, community=community) or 0


async def take(tx: Transaction, notice_id: NoticeId, person_id: PersonId, officer_id: OfficerId | None) -> None:
    """A proposal is this person's draft from now on."""
    await tx.execute(
        """update notices set status = 'draft', person_id = :person, officer_id = :officer, version = version + 1,
                  touched_at = :now where id = :id""",
        person=person_id,
        officer=officer_id,
        now=tx.now,
        id=notice_id,
    )


async def by_id(tx: Transaction, notice_id: NoticeId) -> Notice | None:
    return await tx.fetch_one(Notice, f"select {NOTICE} from notices n where n.id = :id", id=notice_id)


async def own(tx: Transaction, notice_id: NoticeId, person_id: PersonId) -> Notice | None:
    """The notice, if this person wrote it and may still speak to its places."""
    return await tx.fetch_one(
        Notice,
        f"select {NOTICE} from notices n where n.id = :id and n.person_id = :person and {STILL_SPEAKS}",
        id=notice_id,
        person=person_id,
    )


async def coordinated(tx: Transaction, notice_id: NoticeId, person_id: PersonId) -> Notice | None:
    """The notice, if it is past being written and this person coordinates all that it is for."""
    return await tx.fetch_one(
        Notice,
        f"""select {NOTICE} from notices n where n.id = :id and n.status <> 'draft' and {COORDINATES_ALL}
               and exists (select 1 from notice_places l where l.notice_id = n.id)""",
        id=notice_id,
        person=person_id,
    )


async def save(tx: Transaction, notice: Notice) -> None:
    await tx.execute(
        """update notices set topic = :topic, urgent = :urgent, status = :status, chats = :chats, version = :version,
                  scheduled_at = :scheduled, expires_at = :expires, awaits_second = :awaits, confirmed_by = :confirmed,
                  broadcast_id = :broadcast, progress_message_id = :progress, touched_at = :touched, sent_at = :sent,
                  corrected_at = :corrected, found_at = :found, withdrawn_at = :withdrawn,
               remind_at = case when cast(:status as text) <> 'draft' then null
                                when reminded then cast(:last as bigint) else cast(:first as bigint) end
            where id = :id""",
        topic=notice.topic,
        urgent=notice.urgent,
        status=notice.status,
        chats=notice.chats,
        version=notice.version,
        scheduled=notice.scheduled_at,
        expires=notice.expires_at,
        awaits=notice.awaits_second,
        confirmed=notice.confirmed_by,
        broadcast=notice.broadcast_id,
        progress=notice.progress_message_id,
        touched=notice.touched_at,
        sent=notice.sent_at,
        corrected=notice.corrected_at,
        found=notice.found_at,
        withdrawn=notice.withdrawn_at,
        first=tx.now + tx.policy.cases.draft_reminded,
        last=tx.policy.cases.warned_at(tx.now),
        id=notice.id,
    )


async def set_progress(tx: Transaction, notice_id: NoticeId, message_id: int) -> None:
    """The message in its author's chat that shows how far the notice is."""
    await tx.execute(
        "update notices set progress_message_id = :message where id = :id", message=message_id, id=notice_id
    )


async def delete(tx: Transaction, notice_id: NoticeId) -> None:
    await tx.execute("delete from notices where id = :id", id=notice_id)


# A draft that is not sent.


@dataclass(frozen=True, slots=True)
class Unsent:
    id: NoticeId
    person_id: PersonId
    touched_at: datetime
    holds: bool  # something that could be sent


UNSENT = """select n.id, n.person_id, n.touched_at,
                   exists (select 1 from notice_texts t where t.notice_id = n.id)
                   or exists (select 1 from notice_files f where f.notice_id = n.id) as holds
              from notices n where n.status = 'draft'"""


async def to_remind_of(tx: Transaction, limit: int) -> list[Unsent]:
    """Drafts of which their authors are to be reminded now. Index: notices_unsent."""
    sql = f"{UNSENT} and n.remind_at <= :now order by n.remind_at limit :limit"
    return await tx.fetch_all(Unsent, sql, now=tx.now, limit=limit)


async def note_reminded(tx: Transaction, notice_id: NoticeId, again_at: datetime | None) -> None:
    await tx.execute(
        "update notices set reminded = :yes, remind_at = :again where id = :notice",
        yes=True,
        again=again_at,
        notice=notice_id,
    )


async def skip_reminders(tx: Transaction) -> None:
    """Index: notices_unsent."""
    await tx.execute("update notices set remind_at = null where status = 'draft' and remind_at is not null")


async def untouched(tx: Transaction, since: datetime, limit: int) -> list[Unsent]:
    """Drafts that nobody has touched since. Index: notices_drafts."""
    sql = f"{UNSENT} and n.touched_at <= :since order by n.touched_at limit :limit"
    return await tx.fetch_all(Unsent, sql, since=since, limit=limit)


# What it says.


@dataclass(frozen=True, slots=True)
class TextOf:
    language: Language
    body: Body


async def content(tx: Transaction, notice_id: NoticeId) -> Content:
    words = await tx.fetch_all(TextOf, "select language, body from notice_texts where notice_id = :id", id=notice_id)
    attached = await tx.column(
        Body, "select body from notice_files where notice_id = :id order by position", id=notice_id
    )
    return Content({each.language: each.body for each in words}, await files.filled(tx, attached))


async def set_content(tx: Transaction, notice_id: NoticeId, content: Content) -> None:
    await tx.execute("delete from notice_texts where notice_id = :id", id=notice_id)
    await tx.execute("delete from notice_files where notice_id = :id", id=notice_id)
    for language, body in content.words.items():
        await tx.execute(
            "insert into notice_texts(notice_id, language, body) values (:id, :language, :body)",
            id=notice_id,
            language=language,
            body=body,
        )
    in_use: list[FileId] = []
    for position, attached in enumerate(content.files):
        body = await files.kept(tx, attached, notice=notice_id)
        in_use += [body.file.id] if body.file else []
        await tx.execute(
            "insert into notice_files(notice_id, position, body) values (:id, :position, :body)",
            id=notice_id,
            position=position,
            body=body,
        )
    await tx.execute("delete from files where notice_id = :id and id not in (:in_use)", id=notice_id, in_use=in_use)


# Whom it is for.


async def places(tx: Transaction, notice_id: NoticeId) -> list[NoticePlace]:
    """Index: notice_places_order."""
    return await tx.fetch_all(
        NoticePlace,
        "select community, settlement, area_id from notice_places where notice_id = :id order by id",
        id=notice_id,
    )


async def set_places(tx: Transaction, notice_id: NoticeId, places: Sequence[NoticePlace]) -> None:
    await tx.execute("delete from notice_places where notice_id = :id", id=notice_id)
    for place in places:
        tx.later(
            """insert into notice_places(notice_id, community, settlement, area_id)
               values (:id, :community, :settlement, :area)""",
            id=notice_id,
            community=place.community,
            settlement=place.settlement,
            area=place.area_id,
        )
    await tx.flush()


# What is due.


@dataclass(frozen=True, slots=True)
class DueNotice:
    id: NoticeId
    speaks: bool


async def due(tx: Transaction) -> Mapping[NoticeId, bool]:
    """Notices whose time has come, and whether their authors may still speak to all their places.

    Index: notices_scheduled.
    """
    rows = await tx.fetch_all(
        DueNotice,
        f"""select n.id, {STILL_SPEAKS} as speaks from notices n
             where n.status = 'waiting' and n.scheduled_at <= :now and not n.awaits_second order by n.scheduled_at""",
        now=tx.now,
    )
    return {row.id: row.speaks for row in rows}


async def expired(tx: Transaction) -> list[Notice]:
    """Searches for missing persons that are over and are still in people's chats. Index: notices_expiry."""
    return await tx.fetch_all(
        Notice,
        f"""select {NOTICE} from notices n
             where n.status = 'sent' and n.topic = 'missing' and n.expires_at <= :now""",
        now=tx.now,
    )


# Lists.


async def of_author(tx: Transaction, person_id: PersonId, limit: int, offset: int) -> list[Notice]:
    """What this person wrote, the newest first. Index: notices_author."""
    return await tx.fetch_all(
        Notice,
        f"""select {NOTICE} from notices n where n.person_id = :person and {STILL_SPEAKS}
             order by n.id desc limit :limit offset :offset""",
        person=person_id,
        limit=limit,
        offset=offset,
    )


async def of_scope(tx: Transaction, person_id: PersonId, limit: int, offset: int) -> list[Notice]:
    """Others' notices of the last months of which this person coordinates all that they are for, the newest first.

    Index: notices_touched.
    """
    return await tx.fetch_all(
        Notice,
        f"""select {NOTICE} from notices n
             where n.status <> 'draft' and n.touched_at > :since and n.person_id <> :person and {COORDINATES_ALL}
               and exists (select 1 from notice_places l where l.notice_id = n.id)
             order by n.touched_at desc limit :limit offset :offset""",
        since=tx.now - LISTED,
        person=person_id,
        limit=limit,
        offset=offset,
    )


async def of_community(tx: Transaction, community: CommunityCode, limit: int, offset: int) -> list[Notice]:
    """What was sent to residents of a community, the newest first. Index: notice_places_community."""
    return await tx.fetch_all(
        Notice,
        f"""select {NOTICE} from notices n
             where n.id in (select l.notice_id from notice_places l where l.community = :community)
               and n.status = 'sent' order by n.id desc limit :limit offset :offset""",
        community=community,
        limit=limit,
        offset=offset,
    )


async def seconds(tx: Transaction, notice: Notice) -> list[PersonId]:
    """The other coordinators of all that a notice is for who can be reached. Index: parts_role."""
    return await tx.column(
        PersonId,
        f"""select distinct k.person_id from notice_places f
              join coordinations k on k.community = f.community and k.reachable
             where f.notice_id = :notice and k.person_id <> :author and not exists
                  (select 1 from notice_places l
                    where l.notice_id = :notice and not {coordinates("k.person_id", "l.community")})
             order by k.person_id""",
        author=notice.person_id,
        notice=notice.id,
    )
