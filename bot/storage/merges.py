"""Merging cases: what was tried and asked, and bringing what was written in one case to the other."""

from datetime import datetime

from bot.domain.cases import Case
from bot.domain.ids import CaseId, MergeId, PersonId
from bot.domain.merges import Proposed
from bot.storage.cases import CASE
from bot.storage.copies import CARD, NOTE_PROMPT, OWN_CASE, PROMPT
from bot.storage.transaction import Transaction


async def candidate(tx: Transaction, case_id: CaseId, number: str) -> Case | None:
    """The open case with this number, if it has the resident of the other, and was not asked about before with it.

    Index: the numbers of cases, case_merges_pair.
    """
    return await tx.fetch_one(
        Case,
        f"""select {CASE} from cases c join case_links l on l.case_id = c.id
             where c.number = :number and c.id <> :case
               and l.person_id = (select o.person_id from case_links o where o.case_id = :case)
               and not exists (select 1 from case_holds h where h.case_id in (c.id, :case) and h.ended_at is null)
               and (select m.id from case_merges m where m.case_id = :case and m.other_id = c.id limit 1) is null
               and (select r.id from case_merges r where r.case_id = c.id and r.other_id = :case limit 1) is null""",
        number=number,
        case=case_id,
    )


async def is_held(tx: Transaction, case_id: CaseId, other_id: CaseId) -> bool:
    """Whether the text of one of them is kept past its term. Index: case_holds_active."""
    return await tx.exists(
        "select h.id from case_holds h where h.case_id in (:case, :other) and h.ended_at is null limit 1",
        case=case_id,
        other=other_id,
    )


async def add(tx: Transaction, case_id: CaseId, other_id: CaseId | None, person_id: PersonId) -> MergeId:
    return MergeId(
        await tx.insert(
            """insert into case_merges(case_id, other_id, person_id, at)
               values (:case, :other, :person, :now) returning id""",
            case=case_id,
            other=other_id,
            person=person_id,
            now=tx.now,
        )
    )


async def count_since(tx: Transaction, person_id: PersonId, since: datetime) -> int:
    """How many numbers a person has tried. Index: case_merges_person."""
    sql = "select count(*) from case_merges where person_id = :person and at > :since"
    return await tx.value(int, sql, person=person_id, since=since) or 0


async def by_id(tx: Transaction, merge_id: MergeId) -> Proposed | None:
    """What a resident was asked; None where nobody was."""
    return await tx.fetch_one(
        Proposed,
        """select m.id, m.case_id, m.other_id, m.person_id, m.at, m.answered_at from case_merges m
            where m.id = :id and m.other_id is not null""",
        id=merge_id,
    )


async def note_answered(tx: Transaction, merge_id: MergeId) -> None:
    await tx.execute("update case_merges set answered_at = :now where id = :id", id=merge_id, now=tx.now)


# What stays of a merged case in its chats: its card and its resident's screen, which are drawn again and lead on, and
# what asks for text for it. All else shows what was written, and is of the case that goes on.
STAYS = (CARD, OWN_CASE, PROMPT, NOTE_PROMPT)


async def bring_text(tx: Transaction, other_id: CaseId, case_id: CaseId) -> None:
    """What was written in one case is of the other from now on, with its events; and what had been merged into it
    before. Indexes: case_messages_case, files_case, case_notes_case, case_events_case, cases_merged.
    """
    into = {"case": case_id, "other": other_id}
    await tx.execute("update case_messages set case_id = :case where case_id = :other", **into)
    await tx.execute("update files set case_id = :case where case_id = :other", **into)
    await tx.execute("update case_notes set case_id = :case where case_id = :other", **into)
    await tx.execute(
        """update case_events set case_id = :case
            where case_id = :other and (case_message_id is not null or what in ('note', 'journal'))""",
        **into,
    )
    await tx.execute("update cases set merged_into = :case where merged_into = :other", **into)


async def bring_copies(tx: Transaction, other_id: CaseId, case_id: CaseId) -> None:
    """What chats show of that is of the other as well, so that it leaves them with it.

    Indexes: copies_of, listed_cases_case.
    """
    into = {"case": case_id, "other": other_id}
    await tx.execute(f"update copies set case_id = :case where case_id = :other and piece not in {STAYS}", **into)
    await tx.execute(
        """insert into listed_cases(chat_id, message_id, case_id)
           select t.chat_id, t.message_id, cast(:case as bigint) from listed_cases t where t.case_id = :other
           on conflict (chat_id, message_id, case_id) do nothing""",
        **into,
    )
    await tx.execute("delete from listed_cases where case_id = :other", other=other_id)
