"""Complaints: nobody ends one alone where a second coordinator may read it, and each first reading is told to the rest.

The second one agrees, and it ends as the first proposed; or it goes on. What its resident or anyone else says
meanwhile makes the proposal lapse.
"""

from datetime import timedelta

from bot.domain.bodies import Body
from bot.domain.case_dialogs import AfterComplaint
from bot.domain.case_letters import EndingProposed, EndingRefused
from bot.domain.case_refusals import EndingLapsed, EndingWaits
from bot.domain.cases import Act, Case, Side
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.services.cases.access import Seat, at_some_desk, named
from bot.services.cases.record import redraw_card
from bot.storage import audit
from bot.storage import complaints as stored
from bot.storage.complaints import ProposedEnding
from bot.storage.transaction import Transaction


async def needs_a_second(tx: Transaction, case: Case, seat: Seat) -> bool:
    """Whether this person may not end the case alone."""
    return (
        case.is_complaint
        and seat.side is Side.COORDINATOR
        and bool(await stored.other_readers(tx, case.id, seat.person_id))
    )


async def propose(tx: Transaction, case: Case, act: Act, seat: Seat, reason: Body | None = None) -> None:
    """Ask the other coordinators whether a complaint may end so. Raises EndingWaits."""
    if await stored.proposed_ending(tx, case.id) is not None:
        raise EndingWaits
    await stored.propose_ending(tx, ProposedEnding(case.id, act, reason, seat.person_id, tx.now))
    audit.write(tx, seat.audited, f"propose to {act}", "case", case.id, case.community)
    for person in await stored.other_readers(tx, case.id, seat.person_id):
        tx.outbox.tell(PersonAt(person), EndingProposed(case.id))
    redraw_card(tx, case.id)


async def agreed(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, ProposedEnding]:
    """The complaint and how it ends by the word of this second coordinator. Raises NotFound, EndingLapsed."""
    case, ending = await _ending_of_another(tx, actor, case_id)
    await stored.drop_ending(tx, case.id)
    audit.write(tx, audit.coordinator(actor.person_id), f"agree to {ending.act}", "case", case.id, case.community)
    return case, ending


async def refuse(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """The complaint goes on; the person who proposed its end is told. Raises NotFound, EndingLapsed."""
    case, ending = await _ending_of_another(tx, actor, case_id)
    await stored.drop_ending(tx, case.id)
    audit.write(tx, audit.coordinator(actor.person_id), f"refuse to {ending.act}", "case", case.id, case.community)
    tx.outbox.tell(PersonAt(ending.person_id), EndingRefused(case.id))
    redraw_card(tx, case.id)


async def _ending_of_another(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, ProposedEnding]:
    """Raises NotFound, also for the person who proposed it; EndingLapsed."""
    case, ending = await readable(tx, actor.person_id, case_id), await stored.proposed_ending(tx, case_id)
    if ending is None or not case.is_open:
        raise EndingLapsed
    if ending.person_id == actor.person_id:
        raise NotFound
    return case, ending


async def may_be_meant(tx: Transaction, actor: Actor) -> bool:
    """Whether what this person writes to no case in particular may be what a complaint says: one that was not taken or
    given up, that waits as a draft, or that ended lately. It must not reach an officer unasked.
    """
    lately = tx.now - (AfterComplaint.lasts or timedelta(0))
    return isinstance(actor.dialog, AfterComplaint) or await stored.is_recent(tx, actor.person_id, lately)


# For what is drawn.


async def is_ending(tx: Transaction, case: Case) -> bool:
    """Whether its end was proposed, and waits for a second word."""
    return case.confidential and case.is_open and await stored.proposed_ending(tx, case.id) is not None


async def proposer(tx: Transaction, case_id: CaseId) -> PersonId | None:
    """The coordinator whose proposal to end a complaint waits."""
    ending = await stored.proposed_ending(tx, case_id)
    return ending.person_id if ending is not None else None


async def is_read_by_another(tx: Transaction, case_id: CaseId, person_id: PersonId) -> bool:
    """Whether a coordinator besides this one, whom a complaint cannot be about, can be reached."""
    return bool(await stored.other_readers(tx, case_id, person_id))


async def waiting_for(tx: Transaction, person_id: PersonId, case_id: CaseId) -> tuple[Case, ProposedEnding] | None:
    """A complaint and the ending to which this coordinator may agree now."""
    case, ending = await at_some_desk(tx, person_id, case_id), await stored.proposed_ending(tx, case_id)
    if case is None or ending is None or not case.is_open or ending.person_id == person_id:
        return None
    return case, ending


async def readable(tx: Transaction, person_id: PersonId, case_id: CaseId) -> Case:
    """A complaint, for its number, to a coordinator whom it cannot be about, also where another person works it.

    Raises NotFound.
    """
    case = await named(tx, case_id)
    if case is None or not await stored.may_read(tx, case_id, person_id):
        raise NotFound
    return case
