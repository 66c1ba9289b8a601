"""What is kept for a time only: how much of each kind is due to be erased, and erasing some of it. Persons are in
`storage.person_retention`.

Of each kind there is a pair of functions: `count_…` says how much was over before a time, and `erase_…` takes at most
`limit` of it and says how much it took. Each call is a transaction of its own, so that a process that stops between two
loses nothing: what is due is found again by its time. What a person wrote is deleted, never emptied; a case keeps its
figures, and when it lost the rest (cases.words_erased_at and the like).

A case that shows signs of a crime, and a complaint, keeps its text: an investigation may ask for it; and so does a case
while a coordinator's hold lasts (domain/holds.py). It loses the path to its resident on its day like any other.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.bodies import Body, Kind
from bot.domain.ids import CaseId, CaseMessageId, InvitationId, PersonId
from bot.storage import case_messages, person_retention
from bot.storage.holds import IS_HELD
from bot.storage.transaction import Transaction

# So long before the rest of a case its chats are cleared: where its messages are, and which of them hold a file, is
# read from what is erased then.
CLEARED_FIRST = timedelta(hours=12)

# What was held is erased in the night after its hold has ended, also where a stop lets both come due together.
RELEASED_FIRST = timedelta(hours=1)


# A case that keeps its text past its term, and when it is asked to be erased.
KEEPS_TEXT = f"(c.crime_signs or c.confidential or {IS_HELD})"


async def _count(tx: Transaction, due: str, before: datetime, **more: datetime) -> int:
    return await tx.value(int, f"select count(*) from ({due}) due", before=before, **more) or 0


def _first(tx: Transaction) -> dict[str, datetime]:
    """What has to be past before text and files go."""
    return {"cleared": tx.now - CLEARED_FIRST, "released": tx.now - RELEASED_FIRST}


# What the chats of its desk have of a closed case.

CHATS = "select c.id from cases c where c.closed_at < :before and c.chats_cleared_at is null"


@dataclass(frozen=True, slots=True)
class Shown:
    """A case, and a person other than its resident whose chat has something of it."""

    case_id: CaseId
    person_id: PersonId


async def count_chats(tx: Transaction, before: datetime) -> int:
    """Cases closed before then that were not taken out of chats. Index: cases_chats_due."""
    return await _count(tx, CHATS, before)


async def chats_due(tx: Transaction, before: datetime, limit: int) -> list[CaseId]:
    """Index: cases_chats_due."""
    return await tx.column(CaseId, f"{CHATS} order by c.closed_at limit :limit", before=before, limit=limit)


# Of an anonymous case with files they go before the files do.
ANONYMOUS_CHATS = f"""select c.id from cases c
    where c.closed_at < :before and c.chats_cleared_at is null and c.words_erased_at is null
      and c.files_erased_at is null and c.anonymous and not c.crime_signs and not c.confidential
      and not {IS_HELD}
      and (select f.id from files f where f.case_id = c.id limit 1) is not null"""


async def count_anonymous_chats(tx: Transaction, before: datetime) -> int:
    """Index: cases_files_due."""
    return await _count(tx, ANONYMOUS_CHATS, before, released=tx.now - RELEASED_FIRST)


async def anonymous_chats_due(tx: Transaction, before: datetime, limit: int) -> list[CaseId]:
    """Index: cases_files_due."""
    return await tx.column(
        CaseId,
        f"{ANONYMOUS_CHATS} order by c.closed_at limit :limit",
        before=before,
        limit=limit,
        released=tx.now - RELEASED_FIRST,
    )


async def shown_to(tx: Transaction, cases: list[CaseId]) -> list[Shown]:
    """Indexes: copies_of, listed_cases_case, persons_chat."""
    return await tx.fetch_all(
        Shown,
        """select distinct k.case_id, p.id as person_id from
               (select case_id, chat_id from copies where case_id in (:cases)
                union select case_id, chat_id from listed_cases where case_id in (:cases)) k
             join persons p on p.chat_id = k.chat_id
            where not exists (select 1 from case_links l where l.case_id = k.case_id and l.person_id = p.id)
            order by k.case_id, p.id""",
        cases=cases,
    )


async def note_chats_cleared(tx: Transaction, cases: list[CaseId]) -> None:
    await tx.execute("update cases set chats_cleared_at = :now where id in (:cases)", now=tx.now, cases=cases)


# The text of closed cases, with the files.

WORDS = f"""select c.id from cases c
    where c.closed_at < :before and c.words_erased_at is null and not c.crime_signs and not c.confidential
      and not {IS_HELD} and c.chats_cleared_at < :cleared"""


async def count_words(tx: Transaction, before: datetime) -> int:
    """Cases closed before then that still have their text. Index: cases_words_due."""
    return await _count(tx, WORDS, before, **_first(tx))


async def erase_words(tx: Transaction, before: datetime, limit: int) -> int:
    """Index: cases_words_due."""
    ids = await tx.column(
        CaseId, f"{WORDS} order by c.closed_at limit :limit", before=before, limit=limit, **_first(tx)
    )
    if ids:
        await forget_words(tx, ids)
    return len(ids)


async def erase_messages(tx: Transaction, case_id: CaseId, limit: int) -> int:
    """Some of what was said in a case, with its versions; how much that was. Index: case_messages_case."""
    return await tx.count(
        """delete from case_messages where id in
             (select m.id from case_messages m where m.case_id = :case limit :limit) returning id""",
        case=case_id,
        limit=limit,
    )


async def forget_words(tx: Transaction, cases: list[CaseId]) -> None:
    """Messages with their versions, notes, files, the number in the journal; why an end was proposed, a pause or a hold
    made.
    """
    await tx.execute("delete from case_messages where case_id in (:cases)", cases=cases)
    await tx.execute("delete from case_notes where case_id in (:cases)", cases=cases)
    await tx.execute("delete from case_journal where case_id in (:cases)", cases=cases)
    await tx.execute("delete from proposed_endings where case_id in (:cases)", cases=cases)
    await tx.execute("delete from case_pauses where case_id in (:cases)", cases=cases)
    await tx.execute("delete from case_holds where case_id in (:cases)", cases=cases)
    await tx.execute("delete from files where case_id in (:cases)", cases=cases)
    await tx.execute("update cases set words_erased_at = :now where id in (:cases)", now=tx.now, cases=cases)


# The files of closed anonymous cases.

FILES = f"""select c.id from cases c
    where c.closed_at < :before and c.files_erased_at is null and c.words_erased_at is null
      and c.anonymous and not c.crime_signs and not c.confidential and not {IS_HELD} and c.chats_cleared_at < :cleared
      and (select f.id from files f where f.case_id = c.id limit 1) is not null"""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a case, or an earlier version of one."""

    id: CaseMessageId
    version: int
    body: Body


async def count_anonymous_files(tx: Transaction, before: datetime) -> int:
    """Anonymous cases closed before then that still have files. Indexes: cases_files_due, files_case."""
    return await _count(tx, FILES, before, **_first(tx))


async def erase_anonymous_files(tx: Transaction, before: datetime, limit: int) -> int:
    """Index: cases_files_due."""
    ids = await tx.column(
        CaseId, f"{FILES} order by c.closed_at limit :limit", before=before, limit=limit, **_first(tx)
    )
    if ids:
        await forget_files(tx, ids)
    return len(ids)


async def forget_files(tx: Transaction, cases: list[CaseId]) -> None:
    """A message with a file becomes the text that was beneath it. Index: case_messages_case."""
    said = await tx.fetch_all(
        Said, "select id, version, body from case_messages where case_id in (:cases)", cases=cases
    )
    for message in said:
        if message.body.file is not None:
            await case_messages.keep_text_alone(tx, message.id, _text_of(message.body))
    if edited := [message.id for message in said if message.version > 1]:
        await forget_files_before(tx, edited)
    await tx.execute("delete from files where case_id in (:cases)", cases=cases)
    await tx.execute("update cases set files_erased_at = :now where id in (:cases)", now=tx.now, cases=cases)


async def forget_files_before(tx: Transaction, messages: list[CaseMessageId]) -> None:
    """The same of what these messages said before they were edited."""
    for earlier in await tx.fetch_all(
        Said,
        """select case_message_id as id, version, body from case_message_versions
            where case_message_id in (:messages)""",
        messages=messages,
    ):
        if earlier.body.file is not None:
            await tx.execute(
                "update case_message_versions set body = :body where case_message_id = :id and version = :version",
                body=_text_of(earlier.body),
                id=earlier.id,
                version=earlier.version,
            )


def _text_of(body: Body) -> Body:
    return replace(body, kind=Kind.TEXT, file=None)


# The path from a closed case to its resident.

LINKS = """select c.id from cases c
    where c.closed_at < :before and c.link_erased_at is null and c.chats_cleared_at < :cleared"""


@dataclass(frozen=True, slots=True)
class Linked:
    person_id: PersonId | None
    author_id: PersonId | None


async def linked(tx: Transaction, cases: list[CaseId]) -> list[Linked]:
    """To whom these cases lead. By the links' primary key."""
    return await tx.fetch_all(
        Linked, "select person_id, author_id from case_links where case_id in (:cases)", cases=cases
    )


async def count_links(tx: Transaction, before: datetime) -> int:
    """Cases closed before then that still lead to a person. Index: cases_links_due."""
    return await _count(tx, LINKS, before, cleared=tx.now - CLEARED_FIRST)


async def erase_links(tx: Transaction, before: datetime, limit: int) -> int:
    """The link with its name and phone, and the copies, whose chat is the resident's; then a resident who had nothing
    else here. Index: cases_links_due.
    """
    ids = await tx.column(
        CaseId, f"{LINKS} order by c.closed_at limit :limit", before=before, limit=limit, cleared=tx.now - CLEARED_FIRST
    )
    if ids:
        before_that = await linked(tx, ids)
        await forget_links(tx, ids)
        persons = {person for each in before_that for person in (each.person_id, each.author_id) if person is not None}
        await person_retention.forget_persons(tx, await person_retention.without_anything(tx, sorted(persons)))
    return len(ids)


async def forget_links(tx: Transaction, cases: list[CaseId]) -> None:
    """Indexes: copies_of, listed_cases_case, the links' primary key."""
    await tx.execute("delete from copies where case_id in (:cases)", cases=cases)
    await tx.execute("delete from listed_cases where case_id in (:cases)", cases=cases)
    await tx.execute("delete from case_links where case_id in (:cases)", cases=cases)
    await tx.execute("update cases set link_erased_at = :now where id in (:cases)", now=tx.now, cases=cases)


# What was sent to many, and links to posts.

DELIVERIES = """select d.broadcast_id, d.chat_id from broadcasts b join deliveries d on d.broadcast_id = b.id
    where b.state = 'done' and b.done_at < :before"""


async def count_deliveries(tx: Transaction, before: datetime) -> int:
    """Deliveries of broadcasts that were done before then. Indexes: broadcasts_done, the deliveries' primary key."""
    return await _count(tx, DELIVERIES, before)


async def erase_deliveries(tx: Transaction, before: datetime, limit: int) -> int:
    """What they add up to is kept. Indexes: broadcasts_done, the deliveries' primary key."""
    return await tx.count(
        f"""delete from deliveries where (broadcast_id, chat_id) in ({DELIVERIES} limit :limit) returning chat_id""",
        before=before,
        limit=limit,
    )


INVITATIONS = """select i.id from invitations i where coalesce(i.confirmed_at, i.ended_at, i.expires_at) < :before
    and (i.proposed_at is null or i.confirmed_at is not null or i.ended is not null)"""


async def count_invitations(tx: Transaction, before: datetime) -> int:
    """Invitations that were used, ended or expired before then. Index: invitations_over."""
    return await _count(tx, INVITATIONS, before)


async def erase_invitations(tx: Transaction, before: datetime, limit: int) -> int:
    """Index: invitations_over."""
    ids = await tx.column(InvitationId, f"{INVITATIONS} limit :limit", before=before, limit=limit)
    if ids:
        await forget_invitations(tx, ids)
    return len(ids)


async def forget_invitations(tx: Transaction, ids: list[InvitationId]) -> None:
    await tx.execute("delete from invitations where id in (:ids)", ids=ids)
