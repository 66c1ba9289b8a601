"""Forwarding a case to another body, and confirming that the paper went."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.bodies import Body
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case
from bot.domain.forwards import ForwardDue, term_from
from bot.domain.ids import CaseId
from bot.domain.languages import Language
from bot.domain.letters import DeskOf
from bot.domain.people import Actor
from bot.services.cases import moves
from bot.services.cases.access import Seat, desk_case
from bot.services.cases.record import note, note_event
from bot.storage import cases
from bot.storage import forwards as stored
from bot.storage.transaction import Transaction

REMINDED_TOGETHER = 100


@dataclass(frozen=True, slots=True)
class Forwarding:
    """What is said to the resident of a case that is forwarded now, in their language."""

    language: Language
    until: datetime


async def forwardable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """An open case that this person may forward: no complaint, and its resident can be told.

    Raises NotFound, TakenByAnother, CannotMove.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if not can_be_forwarded(case):
        raise CannotMove
    return case, seat


def can_be_forwarded(case: Case) -> bool:
    return case.is_open and not case.confidential and case.link_cut_at is None


async def beginning(tx: Transaction, case: Case) -> Forwarding:
    """Of a case that was loaded by its desk's right."""
    link = await cases.link(tx, case.id)
    language = link.language if link is not None else None
    return Forwarding(language or Language.UK, term_from(tx.now, tx.policy.cases.working_time))


async def forward(tx: Transaction, actor: Actor, case_id: CaseId, told: Body) -> None:
    """End a case that another body answers; its resident reads to whom it went, and by when. Raises what `forwardable`
    raises.
    """
    case, _ = await forwardable(tx, actor, case_id)
    await stored.add(tx, case.id, term_from(tx.now, tx.policy.cases.working_time))
    await moves.forward(tx, actor, case.id, told)


async def confirm(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """The paper has gone; the resident is not told again. Raises NotFound, TakenByAnother, CannotMove."""
    case, seat = await desk_case(tx, actor, case_id)
    if await stored.waits_until(tx, case.id) is None:
        raise CannotMove
    await stored.note_handed_over(tx, case.id)
    note(tx, case, Act.HAND_OVER, seat)
    await note_event(tx, case.id, Act.HAND_OVER, seat.side, seat.officer_id)


async def remind(tx: Transaction) -> bool:
    """In the morning of the last day of their term, ask desks whether the paper has gone, once each; whether there may
    be more.
    """
    if tx.policy.notices.is_quiet(tx.now):
        return False
    due = await stored.due(tx, tx.now + tx.policy.cases.working_time.day_lasts, REMINDED_TOGETHER)
    for case_id in due:
        await stored.note_reminded(tx, case_id)
        tx.outbox.tell(DeskOf(case_id), ForwardDue(case_id))
    return len(due) == REMINDED_TOGETHER


# For what is drawn.


async def waits_until(tx: Transaction, case: Case) -> datetime | None:
    """By when the paper has to go, where nobody has confirmed that it did."""
    return await stored.waits_until(tx, case.id)
