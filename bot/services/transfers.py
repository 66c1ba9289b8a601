"""Giving a case to another desk: to an officer of its community, to an area or community of its oblast, and back."""

from dataclasses import replace

from bot.domain.case_letters import CaseMoved
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case, Side, moved
from bot.domain.communities import NoComplaintToOfficers, NotToOneself
from bot.domain.ids import AreaId, CaseId, OfficerId, PersonId, TransferId
from bot.domain.letters import DeskMember, DeskOf, ResidentOf
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.domain.transfers import CaseTransferred, NotBack, Target, ToArea, ToOfficer, ToQueue, Transfer, Word
from bot.register import CommunityCode
from bot.services import boards, figures, queue
from bot.services.cases import notes, pauses
from bot.services.cases.access import Seat, desk_case
from bot.services.cases.record import record
from bot.storage import absence_cases, areas, audit, officers
from bot.storage import transfers as stored
from bot.storage.areas import Area
from bot.storage.transaction import Transaction
from bot.storage.transfers import Colleague


async def transferable(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """An open case that this person may give away.

    Raises NotFound, TakenByAnother, CannotMove, NoComplaintToOfficers.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if case.confidential:
        raise NoComplaintToOfficers
    if not case.is_open:
        raise CannotMove
    return case, seat


async def transfer(tx: Transaction, actor: Actor, case_id: CaseId, target: Target, word: Word | None = None) -> Case:
    """Give a case to another officer, area or community; its new desk reads the word, if there is one.

    Raises what `transferable` raises, NotFound for a target that cannot have it, NotToOneself.
    """
    case, seat = await transferable(tx, actor, case_id)
    await require_target(tx, actor, case, target)
    match target:
        case ToOfficer(officer_id):
            return await _to_officer(tx, case, seat, officer_id, Act.TRANSFER, word)
        case ToArea(area_id) if area_id == case.area_id:
            return await _to_all(tx, case, seat, case, Act.SHARE, word)
        case ToArea(area_id):
            area = await _area(tx, area_id)
            desk = await pauses.desk_at(tx, case.id, area.id)
            there = replace(case, community=area.community, settlement=None, area_id=desk.area_id)
            if desk.officer_id is None:
                return await _to_all(tx, case, seat, there, Act.RELOCATE, word)
            act = Act.TURN if desk.in_turn else Act.TRANSFER
            return await _to_officer(tx, case, seat, desk.officer_id, act, word, there=there)
        case ToQueue(community):
            there = replace(case, community=community, settlement=None, area_id=None)
            return await _to_all(tx, case, seat, there, Act.RELOCATE, word)


async def give_queued(tx: Transaction, actor: Actor, case_id: CaseId, officer_id: OfficerId) -> Case:
    """Give a case in the queue of this coordinator to an officer of its community. It was not opened by that.

    Raises NotFound, NoComplaintToOfficers, NotToOneself.
    """
    case = await queue.queued_case(tx, actor, case_id)
    if case.confidential:
        raise NoComplaintToOfficers
    await require_target(tx, actor, case, ToOfficer(officer_id))
    seat = Seat(Side.COORDINATOR, None, actor.person_id)
    return await _to_officer(tx, case, seat, officer_id, Act.TRANSFER, None)


async def give_back(tx: Transaction, actor: Actor, case_id: CaseId, word: Word | None = None) -> Case:
    """Give a case back to the officer or the coordinator who gave it, once.

    Raises what `transferable` raises, NotBack.
    """
    case, seat = await transferable(tx, actor, case_id)
    last = await returnable(tx, case, seat.person_id, seat.officer_id)
    if last is None:
        raise NotBack
    await stored.note_returned(tx, last.id)
    there = replace(case, community=last.community, settlement=last.settlement, area_id=last.area_id)
    figures.count(tx, case, there)
    if last.officer_id is not None:
        return await _to_officer(tx, case, seat, last.officer_id, Act.GIVE_BACK, word, there=there)
    if last.coordinator_id is None:
        raise NotBack
    return await _to_coordinator(tx, case, seat, last.coordinator_id, word, there=there)


async def returnable(tx: Transaction, case: Case, person_id: PersonId, officer_id: OfficerId | None) -> Transfer | None:
    """The transfer that a person at its desk, who may be an officer, can undo: not one of their own."""
    last = await stored.returnable(tx, case.id)
    if last is None or last.coordinator_id == person_id:
        return None
    if last.coordinator_id is not None and last.coordinator_id == case.withheld_from_person_id:
        return None
    if last.officer_id is not None and last.officer_id in (officer_id, *await pauses.pausing(tx, case.id)):
        return None
    return last


async def may_be_shared(tx: Transaction, person_id: PersonId, case: Case) -> bool:
    """Whether a case that one person has can be given to all officers of its area: another of them can be reached, and
    none has paused a case of its resident.
    """
    if case.area_id is None or (case.officer_id is None and case.coordinator_id is None):
        return False
    own = await officers.of_person(tx, person_id)
    left_out = {case.officer_id, own.id if own is not None else None}
    others = {*await officers.reached_in_area(tx, case.area_id)} - left_out
    return bool(others) and not await pauses.is_kept_from(tx, case.id, case.area_id)


async def require_target(tx: Transaction, actor: Actor, case: Case, target: Target) -> None:
    """Raises NotFound, NotToOneself."""
    match target:
        case ToOfficer(officer_id):
            if officer_id == actor.officer_id:
                raise NotToOneself
            if officer_id == case.officer_id or officer_id in await pauses.pausing(tx, case.id):
                raise NotFound
            if case.community is None or not await officers.sits_in(tx, officer_id, case.community):
                raise NotFound
        case ToArea(area_id):
            await _require_area(tx, actor, case, area_id)
        case ToQueue(community):
            if community not in await neighbours(tx, case) or await areas.of_community(tx, community):
                raise NotFound


async def _require_area(tx: Transaction, actor: Actor, case: Case, area_id: AreaId) -> None:
    """Raises NotFound."""
    if area_id == case.area_id:
        may_go = await may_be_shared(tx, actor.person_id, case)
    else:
        may_go = (await _area(tx, area_id)).community in await neighbours(tx, case)
    if not may_go:
        raise NotFound


async def _area(tx: Transaction, area_id: AreaId) -> Area:
    area = await areas.by_id(tx, area_id)
    if area is None:
        raise NotFound
    return area


async def _to_officer(
    tx: Transaction,
    case: Case,
    seat: Seat,
    officer_id: OfficerId,
    act: Act,
    word: Word | None,
    *,
    there: Case | None = None,
) -> Case:
    """`there`: the case with the place that it has from now on."""
    audit.write(tx, seat.audited, f"{act} to officer:{officer_id}", "case", case.id, case.community)
    transfer_id = await _note(tx, case, seat, word)
    await queue.take_from_area(tx, case, [officer_id])
    await absence_cases.keep_for_good(tx, case.id)
    case = await queue.hand(tx, there or case, officer_id, act, seat.side, seat.officer_id or case.officer_id)
    if there is not None:
        await boards.show(tx, case.id)
    seeing = await officers.of_area(tx, case.area_id) if case.shared and case.area_id is not None else []
    for each in dict.fromkeys([officer_id, *seeing]):
        await queue.bring(tx, [case], each)
    await queue.take_from_coordinators(tx, case)
    tx.outbox.tell(DeskMember(case.id, officer_id), CaseTransferred(transfer_id))
    return case


async def _to_coordinator(
    tx: Transaction, case: Case, seat: Seat, person_id: PersonId, word: Word | None, *, there: Case
) -> Case:
    """The case as that of the coordinator who gave it."""
    transfer_id = await _note(tx, case, seat, word)
    audit.write(tx, seat.audited, f"{Act.GIVE_BACK} to person:{person_id}", "case", case.id, case.community)
    await queue.take_from_area(tx, case, [])
    await absence_cases.keep_for_good(tx, case.id)
    case = await queue.hand_to_coordinator(tx, there, person_id, Act.GIVE_BACK, seat.side, seat.officer_id)
    await boards.show(tx, case.id)
    await queue.bring_whole(tx, case, DeskOf(case.id))
    tx.outbox.tell(DeskOf(case.id), CaseTransferred(transfer_id))
    return case


async def _to_all(tx: Transaction, case: Case, seat: Seat, there: Case, act: Act, word: Word | None) -> Case:
    """The case as a new one with its place (`there`): all officers of the area get it, or it waits in the queue."""
    transfer_id = await _note(tx, case, seat, word)
    receivers = await officers.of_area(tx, there.area_id) if there.area_id is not None else []
    await queue.take_from_area(tx, case, receivers)
    await queue.take_from_coordinators(tx, case)
    await absence_cases.keep_for_good(tx, case.id)
    unassigned = moved(replace(there, officer_id=None, coordinator_id=None), act, seat.side, tx.now, tx.policy.cases)
    event = await record(tx, unassigned, act, seat, handed_from=seat.officer_id or case.officer_id)
    figures.count(tx, case, unassigned)
    await boards.show(tx, case.id)
    await pauses.stop(tx, case)
    tx.outbox.tell(ResidentOf(case.id), CaseMoved(event))
    for officer_id in receivers:
        if officer_id != seat.officer_id:
            await queue.bring(tx, [unassigned], officer_id)
            tx.outbox.tell(DeskMember(case.id, officer_id), CaseTransferred(transfer_id))
    if there.area_id is None or not await officers.reached_in_area(tx, there.area_id):
        queue.warn(tx, [unassigned])
    return unassigned


async def _note(tx: Transaction, case: Case, seat: Seat, word: Word | None) -> TransferId:
    note = await notes.add_from(tx, case, seat, word.text, word.said_as) if word is not None else None
    coordinator_id = seat.person_id if seat.officer_id is None else None
    return await stored.add(tx, case, seat.officer_id, coordinator_id, note)


# For what is drawn.


async def colleagues(tx: Transaction, person_id: PersonId, case: Case) -> list[Colleague]:
    """The officers of its community to whom this person may give a case, those of its area first."""
    if case.community is None:
        return []
    own = await officers.of_person(tx, person_id)
    left_out = {case.officer_id, own.id if own is not None else None, *await pauses.pausing(tx, case.id)}
    found = await stored.colleagues(tx, case.community, case.area_id)
    return [each for each in found if each.officer_id not in left_out]


async def neighbours(tx: Transaction, case: Case) -> list[CommunityCode]:
    """The communities to which a case can be given."""
    return await stored.neighbours(tx, case.community) if case.community is not None else []


async def named(tx: Transaction, transfer_id: TransferId) -> Transfer | None:
    """Any transfer: its case is still to be loaded by its reader's right."""
    return await stored.by_id(tx, transfer_id)


async def can_be_given_back(tx: Transaction, person_id: PersonId, case: Case) -> bool:
    """Whether this person at its desk may give a case back."""
    own = await officers.of_person(tx, person_id)
    return await returnable(tx, case, person_id, own.id if own is not None else None) is not None
