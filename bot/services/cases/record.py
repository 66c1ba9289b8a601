"""What every act on a case does at its end."""

from bot.domain.case_letters import CardChanged
from bot.domain.cases import Act, Case, Side
from bot.domain.ids import CaseEventId, CaseId, CaseMessageId, OfficerId
from bot.domain.letters import DeskOf, LetterClass, PersonAt, PlainText
from bot.domain.people import Actor
from bot.services.cases.access import Seat
from bot.storage import audit, cases, silence
from bot.storage.transaction import Transaction


async def record(
    tx: Transaction,
    case: Case,
    act: Act,
    by: Seat | None,
    *,
    message: CaseMessageId | None = None,
    handed_from: OfficerId | None = None,
) -> CaseEventId:
    """Save what an act has made of a case, with its event; an act at the desk is audited. Cards show it.

    `by` is None for the resident, whom neither event nor audit names.
    """
    await cases.save(tx, case)
    note(tx, case, act, by)
    redraw_card(tx, case.id)
    side, officer = (by.side, by.officer_id) if by else (Side.RESIDENT, None)
    return await cases.add_event(tx, case.id, act, side, officer, message, handed_from)


def note(tx: Transaction, case: Case, act: Act, by: Seat | None) -> None:
    """Audit an act at the desk."""
    if by is not None:
        audit.write(tx, by.audited, act.value, "case", case.id, case.community)


def redraw_card(tx: Transaction, case_id: CaseId) -> None:
    tx.outbox.tell(DeskOf(case_id), CardChanged(case_id), dedupe=f"card:{case_id}")


async def say_if_kept_back(tx: Transaction, actor: Actor, case: Case) -> None:
    """Tell the person at the desk where what they said is not sent: its resident reads it when they open the case."""
    if await silence.keeps_answers_back(tx, case.id):
        waits = PlainText("desk-answer-waits", {"number": case.number or ""})
        tx.outbox.tell(PersonAt(actor.person_id), waits, dedupe=f"answer-waits:{case.id}", asked=LetterClass.OWN)
