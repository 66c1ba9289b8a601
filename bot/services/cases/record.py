"""What every act on a case does at its end: its event is written, an act at the desk is audited, and the cards and the
station's board show it.

A card is drawn again by whatever changes what it shows, and that is done here. An ordinary message draws none: the case
is as it was.
"""

from bot.domain.case_letters import CardChanged, OwnCaseChanged
from bot.domain.cases import CHANGES_HANDS, Act, Case, Side
from bot.domain.ids import CaseEventId, CaseId, CaseMessageId, OfficerId
from bot.domain.letters import DeskOf, LetterClass, PlainText, ResidentOf
from bot.domain.people import Actor
from bot.services import boards, figures
from bot.services.cases.access import Seat
from bot.storage import audit, cases, silence
from bot.storage.transaction import Transaction

# What changes the screen of a case in its resident's chat, and is not said by a message of the case.
PASSED_ON = CHANGES_HANDS | {Act.COVER, Act.RETURN}
SEEN_BY_RESIDENT = PASSED_ON | {
    Act.ACCEPT,
    Act.CLOSE,
    Act.DECLINE,
    Act.FORWARD,
    Act.MERGE,
    Act.PAUSE,
    Act.RESUME,
    Act.RECALL,
}


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
    side, officer = (by.side, by.officer_id) if by else (Side.RESIDENT, None)
    return await note_event(tx, case.id, act, side, officer, message=message, handed_from=handed_from)


def note(tx: Transaction, case: Case, act: Act, by: Seat | None) -> None:
    """Audit an act at the desk."""
    if by is not None:
        audit.write(tx, by.audited, act.value, "case", case.id, case.community)


async def note_event(
    tx: Transaction,
    case_id: CaseId,
    act: Act,
    by: Side,
    officer_id: OfficerId | None = None,
    *,
    message: CaseMessageId | None = None,
    handed_from: OfficerId | None = None,
) -> CaseEventId:
    """The event of an act whose effect is saved already. Cards show it."""
    redraw_card(tx, case_id, among_many=act in PASSED_ON)
    await boards.change(tx, case_id)
    if act in SEEN_BY_RESIDENT:
        tx.outbox.tell(ResidentOf(case_id), OwnCaseChanged(case_id), dedupe=f"own-case:{case_id}")
    return await cases.add_event(tx, case_id, act, by, officer_id, message, handed_from)


def note_said(
    tx: Transaction, case: Case, act: Act, by: Side, officer_id: OfficerId | None, message: CaseMessageId
) -> None:
    """The event of a message. A card counts what comes while a pause holds, and by what is said in a complaint a
    proposal to end it lapses.
    """
    cases.note_said(tx, case.id, act, by, officer_id, message)
    if case.paused_until is not None or case.confidential:
        redraw_card(tx, case.id)


async def save_change(tx: Transaction, before: Case, after: Case) -> None:
    """Keep what a message has made of a case, where that is anything. Cards show it."""
    if after is not before:
        await cases.save(tx, after)
        figures.count(tx, before, after)
        redraw_card(tx, after.id)
        await boards.change(tx, after.id)


def redraw_card(tx: Transaction, case_id: CaseId, *, among_many: bool = False) -> None:
    """`among_many`: as many cases as there are at a desk may change together; what people say comes before that."""
    last = LetterClass.CHEAP if among_many else None
    tx.outbox.tell(DeskOf(case_id), CardChanged(case_id), dedupe=f"card:{case_id}", asked=last)


async def say_if_kept_back(tx: Transaction, actor: Actor, case: Case) -> None:
    """Tell the person at the desk where what they said is not sent: its resident reads it when they open the case."""
    if await silence.keeps_answers_back(tx, case.id):
        waits = PlainText("desk-answer-waits", {"number": case.number or ""})
        tx.outbox.tell(actor.here, waits, dedupe=f"answer-waits:{case.id}", asked=LetterClass.OWN)
