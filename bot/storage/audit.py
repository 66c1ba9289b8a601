"""Who read or changed what: a chain that is only added to (domain/audit.py). Names no resident.

`write` notes an entry, and the transaction puts it into the chain with the rest of what it has gathered.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.audit import BOT, OPERATOR, READINGS, START, Checkpoint, Entry, Head, Who
from bot.domain.ids import CaseId, OfficerId, PersonId
from bot.register import CommunityCode
from bot.storage.transaction import Transaction


def officer(officer_id: OfficerId) -> Who:
    return Who("officer", officer_id)


def coordinator(person_id: PersonId) -> Who:
    return Who("coordinator", person_id)


def council(person_id: PersonId) -> Who:
    return Who("council", person_id)


def write(
    tx: Transaction,
    by: Who,
    act: str,
    kind: str,
    subject: int | str,
    community: CommunityCode | None = None,
    oblast: str | None = None,
) -> None:
    """Note an act on a subject: its kind (case, officer, area, notice, …) and its id; and where, by a community or the
    code of an oblast. Only what concerns the whole country has neither, and what is known by its case.
    """
    operator = tx.operator if by == OPERATOR else None
    tx.note(Entry(tx.now, by.kind, by.id, operator, act, kind, str(subject), community, oblast))


async def has_written(tx: Transaction, by: Who, act: str, kind: str, subject: int | str) -> bool:
    """Whether this person has done this to a subject before. Index: audit_subject."""
    return await tx.exists(
        """select id from audit where subject_kind = :kind and subject_id = :subject and by_kind = :by_kind
              and by_id = :by_id and act = :act limit 1""",
        kind=kind,
        subject=str(subject),
        by_kind=by.kind,
        by_id=by.id,
        act=act,
    )


# How many people read a case. An officer who is a coordinator as well is one person.

PERSON = "case when a.by_kind = 'officer' then coalesce(o.person_id, -a.by_id) else a.by_id end"
PERSON_OF = "left join officers o on a.by_kind = 'officer' and o.id = a.by_id"
IS_READING = f"a.act in {READINGS}"
# Before deliveries were noted, the person who worked a case had read it.
IS_WORKING = "a.act in ('accept', 'answer', 'ask', 'close', 'decline', 'crime_signs')"


async def count_readers(tx: Transaction, case_id: CaseId) -> int:
    """How many people have read this case, or were sent what it says. Index: audit_subject."""
    sql = f"""select count(distinct {PERSON}) from audit a {PERSON_OF}
        where a.subject_kind = 'case' and a.subject_id = :case and a.by_kind in ('officer', 'coordinator')
          and ({IS_READING} or {IS_WORKING})"""
    return await tx.value(int, sql, case=str(case_id)) or 0


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read in the communities of a coordinator: how many times, how many cases, by how many people."""

    person_id: PersonId
    times: int
    cases: int
    readers: int


# The case that an entry is about, where it is about one.
CASE_OF = "c.id = case when a.subject_kind = 'case' then cast(a.subject_id as bigint) end"


async def readings(tx: Transaction, since: datetime, until: datetime) -> list[Readings]:
    """What was read in the communities of each coordinator who can be reached, where anything was. Index: audit_at."""
    return await tx.fetch_all(
        Readings,
        f"""select k.person_id, count(*) as times, count(distinct c.id) as cases, count(distinct {PERSON}) as readers
              from audit a join cases c on {CASE_OF} join coordinations k on k.community = c.community {PERSON_OF}
             where a.at >= :since and a.at < :until and {IS_READING} and k.reachable
             group by k.person_id order by k.person_id""",
        since=since,
        until=until,
    )


# The chain.


@dataclass(frozen=True, slots=True)
class Link(Entry):
    """An entry as it is kept: with its number, and the hash that makes it the head up to there."""

    id: int
    hash: str

    @property
    def head(self) -> Head:
        return Head(self.id, self.hash)


LINK = (
    """a.at, a.by_kind, a.by_id, a.by_name, a.act, a.subject_kind, a.subject_id, a.community, a.oblast, a.id, a.hash"""
)


async def head(tx: Transaction) -> Head:
    """Of the whole chain."""
    return (
        await tx.fetch_one(Head, "select id as number, hash from audit where id > 0 order by id desc limit 1") or START
    )


async def links(tx: Transaction, after: int, limit: int) -> list[Link]:
    """So many entries after this number, in order."""
    return await tx.fetch_all(
        Link, f"select {LINK} from audit a where a.id > :after order by a.id limit :limit", after=after, limit=limit
    )


async def link(tx: Transaction, number: int) -> Link | None:
    return await tx.fetch_one(Link, f"select {LINK} from audit a where a.id = :id", id=number)


async def checkpoint(tx: Transaction) -> Checkpoint:
    """Where the chain starts that is kept."""
    found = await tx.fetch_one(
        Checkpoint,
        """select upto, hash, entries, at, signature from audit_checkpoints
            where upto = (select max(upto) from audit_checkpoints)""",
    )
    if found is None:
        raise LookupError("the audit has no checkpoint")
    return found


# What is past its term.

OVER = "select a.id from audit a where a.at < :before"


async def count_over(tx: Transaction, before: datetime) -> int:
    """What was noted before then. Index: audit_at."""
    return await tx.value(int, f"select count(*) from ({OVER}) due", before=before) or 0


async def cut(tx: Transaction, before: datetime, limit: int) -> int:
    """Erase entries from the beginning of the chain that were noted before then, at most `limit`; how many it took.

    Where nothing before the checkpoint is left to erase, a new one is made first: at the last entry before the first
    that stays. Index: audit_at.
    """
    start = await checkpoint(tx)
    ids = await over(tx, before, start.upto, limit)
    if not ids:
        upto = await last_over(tx, before)
        last = await link(tx, upto) if upto > start.upto else None
        if last is None:
            return 0
        await add_checkpoint(tx, Checkpoint(last.id, last.hash, last.id - start.upto, tx.now))
        ids = await over(tx, before, upto, limit)
    if ids:
        await forget(tx, ids)
    return len(ids)


async def over(tx: Transaction, before: datetime, upto: int, limit: int) -> list[int]:
    """The first of what was noted before then and is before a checkpoint. Index: audit_at."""
    return await tx.column(
        int, f"{OVER} and a.id <= :upto order by a.at, a.id limit :limit", before=before, upto=upto, limit=limit
    )


async def last_over(tx: Transaction, before: datetime) -> int:
    """The number of the last entry before the first one that stays. By the time of that one, not by the last one's: a
    clock that was wrong may have noted any time. Index: audit_at.
    """
    first_kept = await tx.value(int, "select id from audit where at >= :before order by at, id limit 1", before=before)
    return first_kept - 1 if first_kept is not None else (await head(tx)).number


async def add_checkpoint(tx: Transaction, made: Checkpoint) -> None:
    """It is an entry of the chain, too: with a false one the chain would have to be written again from there."""
    await tx.execute(
        """insert into audit_checkpoints(upto, hash, entries, at, signature)
           values (:upto, :hash, :entries, :at, :signature)""",
        upto=made.upto,
        hash=made.hash,
        entries=made.entries,
        at=made.at,
        signature=tx.keys.sign(made.content),
    )
    write(tx, BOT, "cut", "audit", made.head.written)


async def forget(tx: Transaction, ids: list[int]) -> None:
    await tx.execute("delete from audit where id in (:ids)", ids=ids)


# For the operator.


@dataclass(frozen=True, slots=True)
class Line(Link):
    """An entry with the names that its ids lead to."""

    rank: str | None  # of the officer who did it
    name: str | None
    case_number: str | None
    place: CommunityCode | None  # its community, or that of its case


async def lines(
    tx: Transaction, case_id: CaseId | None, person_id: PersonId | None, since: datetime | None, limit: int
) -> list[Line]:
    """The newest entries, newest first: about a case, by a person as officer or coordinator, from a time on.

    Indexes: audit_subject, audit_by, audit_at.
    """
    conditions, order = ["a.id > 0"], "a.id desc"
    if case_id is not None:
        conditions.append("a.subject_kind = 'case' and a.subject_id = :case")
    if since is not None:
        conditions.append("a.at >= :since")
        order = "a.at desc, a.id desc"
    by = """(select 'officer' as kind, f.id from officers f where f.person_id = :person
             union all select 'coordinator', cast(:person as bigint)) w
            join audit a on a.by_kind = w.kind and a.by_id = w.id"""
    return await tx.fetch_all(
        Line,
        f"""select {LINK}, o.rank, o.name, c.number as case_number, coalesce(a.community, c.community) as place
              from {"audit a" if person_id is None else by}
              left join officers o on o.id = case when a.by_kind = 'officer' then a.by_id end
              left join cases c on {CASE_OF}
             where {" and ".join(conditions)} order by {order} limit :limit""",
        case=str(case_id),
        person=person_id,
        since=since,
        limit=limit,
    )
