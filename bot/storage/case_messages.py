"""The messages of cases, their earlier versions and albums. Text about a case is stored here alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.bodies import Body
from bot.domain.cases import CaseMessage, MessageKind, NewMessage
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId, CaseMessageId
from bot.storage import files
from bot.storage.transaction import Transaction

MESSAGE = """m.id, m.case_id, m.direction, m.kind, m.officer_id, m.body, m.emergency, m.album, m.reply_to, m.version,
    m.sent_at, m.created_at, m.delivered_at, m.recalled_at"""


# Whether message m quotes one that was taken back.
QUOTES_RECALLED = "exists (select 1 from case_messages q where q.id = m.reply_to and q.recalled_at is not null)"

# What the desk has said in case :case and stands by.
ANSWERS = f"""m.case_id = :case and m.direction <> 'resident' and m.kind = '{MessageKind.TALK}'
    and m.recalled_at is null"""


async def add(tx: Transaction, case_id: CaseId, new: NewMessage) -> CaseMessageId:
    message_id = CaseMessageId(await tx.new_id("case_messages"))
    tx.later(
        """insert into case_messages(
               id, case_id, direction, kind, officer_id, body, emergency, album, reply_to, sent_at, created_at)
           values (:id, :case, :direction, :kind, :officer, :body, :emergency, :album, :reply_to, :sent_at, :now)""",
        id=message_id,
        case=case_id,
        direction=new.direction,
        kind=new.kind,
        officer=new.officer_id,
        body=await files.kept(tx, new.body, case=case_id),
        emergency=new.emergency,
        album=new.album,
        reply_to=new.reply_to,
        sent_at=new.sent_at,
        now=tx.now,
    )
    return message_id


async def of_case(tx: Transaction, case_id: CaseId) -> list[CaseMessage]:
    """All messages of a case, by the time at which they were sent: a poor connection delivers late."""
    return await tx.fetch_all(
        CaseMessage,
        f"select {MESSAGE} from case_messages m where m.case_id = :case order by m.sent_at, m.id",
        case=case_id,
    )


async def first(tx: Transaction, case_id: CaseId) -> CaseMessage | None:
    """The first of `of_case`, however many there are. Index: case_messages_case."""
    return await tx.fetch_one(
        CaseMessage,
        f"select {MESSAGE} from case_messages m where m.case_id = :case order by m.sent_at, m.id limit 1",
        case=case_id,
    )


async def by_id(tx: Transaction, message_id: CaseMessageId) -> CaseMessage | None:
    return await tx.fetch_one(
        CaseMessage,
        f"select {MESSAGE} from case_messages m where m.id = :id",
        id=message_id,
    )


async def mentioned_since(tx: Transaction, case_id: CaseId, emergency: Emergency, since: datetime) -> bool:
    """Whether the resident has mentioned this emergency in a case since then. Index: case_messages_emergency."""
    sql = """select id from case_messages
              where case_id = :case and emergency = :emergency and created_at >= :since limit 1"""
    return await tx.exists(sql, case=case_id, emergency=emergency, since=since)


async def has_comment(tx: Transaction, case_id: CaseId) -> bool:
    """Whether its resident has commented on the rating. Index: case_messages_case."""
    sql = f"select id from case_messages where case_id = :case and kind = '{MessageKind.RATING}' limit 1"
    return await tx.exists(sql, case=case_id)


async def album_parts(tx: Transaction, case_id: CaseId, album: str) -> list[CaseMessage]:
    """The parts of an album that have come so far, in order, with what is known of their files."""
    parts = await tx.fetch_all(
        CaseMessage,
        f"select {MESSAGE} from case_messages m where m.case_id = :case and m.album = :album order by m.id",
        case=case_id,
        album=album,
    )
    bodies = await files.filled(tx, [part.body for part in parts])
    return [replace(part, body=body) for part, body in zip(parts, bodies, strict=True)]


async def unread_of(tx: Transaction, case_id: CaseId, ids: Sequence[CaseMessageId]) -> list[CaseMessage]:
    """Those of these messages that the desk said and the resident never had."""
    return await tx.fetch_all(
        CaseMessage,
        f"""select {MESSAGE} from case_messages m where m.id in (:ids) and m.case_id = :case
               and m.direction <> 'resident' and m.delivered_at is null and m.recalled_at is null""",
        case=case_id,
        ids=list(ids),
    )


async def last_answer(tx: Transaction, case_id: CaseId) -> CaseMessage | None:
    """What the desk last said and has not taken back. Index: case_messages_case."""
    return await tx.fetch_one(
        CaseMessage,
        f"select {MESSAGE} from case_messages m where {ANSWERS} order by m.sent_at desc, m.id desc limit 1",
        case=case_id,
    )


async def count_answers(tx: Transaction, case_id: CaseId) -> int:
    """How often the desk has said something that it has not taken back. Index: case_messages_case."""
    return await tx.value(int, f"select count(*) from case_messages m where {ANSWERS}", case=case_id) or 0


async def unanswered_since(tx: Transaction, case_id: CaseId) -> datetime | None:
    """When its resident first wrote what the desk has not answered, or no more. Index: case_messages_case."""
    return await tx.value(
        datetime,
        f"""select min(w.created_at) from case_messages w
             where w.case_id = :case and w.direction = 'resident' and w.kind = '{MessageKind.TALK}'
               and w.id > coalesce((select max(m.id) from case_messages m where {ANSWERS}), 0)""",
        case=case_id,
    )


async def recall(tx: Transaction, ids: Sequence[CaseMessageId]) -> None:
    await tx.execute("update case_messages set recalled_at = :now where id in (:ids)", now=tx.now, ids=list(ids))


def note_delivered(tx: Transaction, message_id: CaseMessageId) -> None:
    """The other side has it from now on."""
    tx.later(
        "update case_messages set delivered_at = :now where id = :id and delivered_at is null",
        id=message_id,
        now=tx.now,
    )


async def change_body(
    tx: Transaction, message: CaseMessage, body: Body, version: int, *, emergency: Emergency | None
) -> None:
    """What a message says now. What it said before is kept where this makes a new version."""
    body = await files.kept(tx, body, case=message.case_id)
    await tx.execute(
        """insert into case_message_versions(case_message_id, version, body, until)
           select id, version, body, cast(:now as bigint) from case_messages where id = :id and version < :version""",
        id=message.id,
        version=version,
        now=tx.now,
    )
    await tx.execute(
        "update case_messages set body = :body, emergency = :emergency, version = :version where id = :id",
        body=body,
        emergency=emergency,
        version=version,
        id=message.id,
    )


async def edited_since(tx: Transaction, case_id: CaseId, since: datetime, *, by_resident: bool) -> list[CaseMessageId]:
    """The messages of one side of a case that were edited since then.

    Indexes: case_messages_case, the key of case_message_versions.
    """
    return await tx.column(
        CaseMessageId,
        """select m.id from case_messages m
            where m.case_id = :case and (m.direction = 'resident') = :by_resident and :since <=
                  (select max(v.until) from case_message_versions v where v.case_message_id = m.id)
            order by m.id""",
        case=case_id,
        by_resident=by_resident,
        since=since,
    )


async def newest_undelivered(tx: Transaction, case_id: CaseId) -> CaseMessageId | None:
    """Of the messages of its resident that nobody at the desk has. Index: case_messages_case."""
    sql = """select id from case_messages
              where case_id = :case and direction = 'resident' and delivered_at is null
              order by sent_at desc, id desc limit 1"""
    return await tx.value(CaseMessageId, sql, case=case_id)


async def count_unread(tx: Transaction, case_id: CaseId) -> int:
    """How many messages of the desk its resident never had. Index: case_messages_case."""
    sql = """select count(*) from case_messages m
              where m.case_id = :case and m.direction <> 'resident' and m.delivered_at is null
                and m.recalled_at is null"""
    return await tx.value(int, sql, case=case_id) or 0


async def note_all_delivered(tx: Transaction, case_id: CaseId) -> None:
    """All that its desk said has reached its resident. Index: case_messages_case."""
    await tx.execute(
        """update case_messages set delivered_at = :now
            where case_id = :case and direction <> 'resident' and delivered_at is null and recalled_at is null""",
        case=case_id,
        now=tx.now,
    )


async def unread(tx: Transaction, case_id: CaseId) -> list[CaseMessage]:
    """What its desk said and its resident never had, in order. Index: case_messages_case."""
    return await tx.fetch_all(
        CaseMessage,
        f"""select {MESSAGE} from case_messages m
             where m.case_id = :case and m.direction <> 'resident' and m.delivered_at is null
               and m.recalled_at is null
             order by m.sent_at, m.id""",
        case=case_id,
    )


async def keep_text_alone(tx: Transaction, message_id: CaseMessageId, text: Body) -> None:
    """A message loses its file, and with it its place in an album."""
    await tx.execute("update case_messages set body = :body, album = null where id = :id", body=text, id=message_id)


async def delete(tx: Transaction, case_id: CaseId, ids: list[CaseMessageId]) -> None:
    await tx.execute("delete from case_messages where case_id = :case and id in (:ids)", case=case_id, ids=ids)


async def move(tx: Transaction, draft_id: CaseId, case_id: CaseId) -> None:
    """A draft's messages become another case's, with what their sender sees of them."""
    await tx.execute("update case_messages set case_id = :case where case_id = :draft", case=case_id, draft=draft_id)
    await tx.execute("update copies set case_id = :case where case_id = :draft", case=case_id, draft=draft_id)
    await files.move(tx, draft_id, case_id)
