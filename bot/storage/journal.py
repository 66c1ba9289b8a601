"""Under which number of the police's journal a case was registered."""

from bot.domain.ids import CaseEventId, CaseId, PersonId
from bot.domain.journal import Entry
from bot.storage.transaction import Transaction


async def entry(tx: Transaction, case_id: CaseId) -> Entry | None:
    return await tx.fetch_one(Entry, "select number, day from case_journal where case_id = :case", case=case_id)


async def write(tx: Transaction, case_id: CaseId, entry: Entry, event_id: CaseEventId) -> None:
    """In place of what was there. The event says by whom it was noted, and when."""
    await tx.execute(
        """insert into case_journal(case_id, number, day, event_id) values (:case, :number, :day, :event)
           on conflict (case_id) do update
              set number = excluded.number, day = excluded.day, event_id = excluded.event_id""",
        case=case_id,
        number=entry.number,
        day=entry.day,
        event=event_id,
    )


async def move(tx: Transaction, case_id: CaseId, into: CaseId) -> None:
    """The entry of one case is the other's, which has none."""
    await tx.execute("update case_journal set case_id = :into where case_id = :case", case=case_id, into=into)


async def keep_as_note(tx: Transaction, case_id: CaseId, into: CaseId, person_id: PersonId, body: str) -> None:
    """A note of another case, by the officer or coordinator who noted the entry of this one, and at that time. It is
    this person's to change.
    """
    event = await tx.insert(
        """insert into case_events(case_id, what, by, officer_id, at)
           select cast(:into as bigint), 'note', e.by, e.officer_id, e.at
             from case_events e where e.id = (select j.event_id from case_journal j where j.case_id = :case)
           returning id""",
        case=case_id,
        into=into,
    )
    await tx.execute(
        """insert into case_notes(event_id, case_id, person_id, officer_id, body, created_at)
           select e.id, e.case_id, cast(:person as bigint), e.officer_id, cast(:body as text), e.at
             from case_events e where e.id = :event""",
        person=person_id,
        body=body,
        event=event,
    )


async def forget(tx: Transaction, case_id: CaseId) -> None:
    await tx.execute("delete from case_journal where case_id = :case", case=case_id)
