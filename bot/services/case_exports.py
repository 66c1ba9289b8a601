"""A case as a file: for the person at its desk who asks, which is audited as a copy of what is written in it.

Officers' notes are no part of it: a file leaves the bot, and notes are for those who work the case.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.bodies import Body
from bot.domain.case_exports import CaseExported
from bot.domain.cases import Act, Case
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import LetterClass
from bot.domain.officers import OfficerCard
from bot.domain.people import Actor
from bot.services.cases import access
from bot.storage import case_history, files, officers
from bot.storage import cases as stored_cases
from bot.storage.case_history import MessageEntry, MoveEntry
from bot.storage.cases import Link
from bot.storage.transaction import Transaction


async def export(tx: Transaction, actor: Actor, case_id: CaseId, *, with_files: bool) -> Case:
    """Send the case to the person who asks, as a file; one that is on its way is enough.

    Raises NotFound, TakenByAnother.
    """
    case, _ = await access.take_out_words(tx, actor, case_id)
    name = f"export:{case.id}:{with_files}"
    tx.outbox.tell(actor.here, CaseExported(case.id, with_files), dedupe=name, asked=LetterClass.OWN)
    return case


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """All that a file about a case says. What is attached to messages is known with all of its data."""

    at: datetime  # when it was put together
    case: Case
    link: Link | None
    officer: OfficerCard | None  # who has it
    reader: OfficerCard | None  # for whom it is made; None: a coordinator
    entries: Sequence[MessageEntry | MoveEntry]


async def record_of(tx: Transaction, case_id: CaseId, person_id: PersonId) -> CaseRecord:
    """For a person at its desk. Raises NotFound."""
    case = await access.seen_at_desk(tx, person_id, case_id)
    return CaseRecord(
        tx.now,
        case,
        await stored_cases.link(tx, case.id),
        await officers.public(tx, case.officer_id) if case.officer_id is not None else None,
        await officers.of_person(tx, person_id),
        await _entries(tx, case.id),
    )


async def _entries(tx: Transaction, case_id: CaseId) -> list[MessageEntry | MoveEntry]:
    """Without notes: the file leaves the desk."""
    whole = await case_history.whole(tx, case_id)
    found = [each for each in whole if isinstance(each, MessageEntry) or each.what is not Act.NOTE]
    bodies = iter(await files.filled(tx, [each.body for each in found if isinstance(each, MessageEntry)]))
    return [replace(each, body=next(bodies)) if isinstance(each, MessageEntry) else each for each in found]


async def attached(tx: Transaction, case_id: CaseId) -> list[Body]:
    """What was attached to its messages and is kept, in order. The caller has checked the right to it."""
    entries = await _entries(tx, case_id)
    return [each.body for each in entries if isinstance(each, MessageEntry) and is_kept(each.body)]


def is_kept(body: Body) -> bool:
    """Whether something is attached to it that can still be fetched."""
    return body.file is not None and body.file.external_id != ""
