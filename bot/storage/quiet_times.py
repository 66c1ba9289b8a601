"""The officers' quiet times. The sender asks for them row by row, with the chat of each letter or delivery."""

from bot.domain.ids import PersonId
from bot.domain.letters import LetterClass
from bot.domain.quiet_times import QuietTime
from bot.storage.transaction import Transaction

# Of person p, who holds a post now: a former officer has no quiet time, and no way to end it. Index: its key.
KEPT = "q.begins as quiet_begins, q.ends as quiet_ends, q.until as quiet_until"
OF_PERSON = """left join quiet_times q on q.person_id = p.id
    and exists (select 1 from posts w where w.person_id = q.person_id)"""

# Whether letter o of the outbox may make a sound in quiet time: danger, and what its reader has just asked for.
SOUNDS_ALWAYS = f"o.class in ({LetterClass.OWN:d}, {LetterClass.DANGER:d}, {LetterClass.STRANGER:d})"


async def of_person(tx: Transaction, person_id: PersonId) -> QuietTime:
    sql = "select begins, ends, until from quiet_times where person_id = :person"
    return await tx.fetch_one(QuietTime, sql, person=person_id) or QuietTime()


async def keep(tx: Transaction, person_id: PersonId, quiet: QuietTime) -> None:
    await tx.execute(
        """insert into quiet_times(person_id, begins, ends, until) values (:person, :begins, :ends, :until)
           on conflict (person_id) do update
              set begins = excluded.begins, ends = excluded.ends, until = excluded.until""",
        person=person_id,
        begins=quiet.begins,
        ends=quiet.ends,
        until=quiet.until,
    )


async def end(tx: Transaction, person_id: PersonId) -> None:
    await tx.execute("delete from quiet_times where person_id = :person", person=person_id)
