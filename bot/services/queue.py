"""The queue, and how open cases change hands: between officers, or between an officer and the coordinators.

A case waits in the queue while nobody who can be reached works it: its area has no officer, or only such as have
blocked the bot; or it is a complaint about an officer. Nobody reads that an officer has it when none has. What leaves
the queue arrives at a desk whole: the card and all messages.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from bot.domain.absences import Absence, lent
from bot.domain.case_letters import CaseMoved, CasesHanded, CaseTaken, NewCase, TextAgain
from bot.domain.cases import Act, Case, Side, moved
from bot.domain.communities import LeftInQueue
from bot.domain.ids import AreaId, CaseId, OfficerId, PersonId
from bot.domain.letters import CoordinatorsOf, DeskMember, Party, PersonAt, PlainText, ResidentOf
from bot.domain.people import Actor, require_kept
from bot.domain.refusals import NotFound
from bot.register import CommunityCode
from bot.services import boards, chats
from bot.services.cases import pauses
from bot.services.cases.access import own_case, queued
from bot.services.cases.moves import move_by_resident
from bot.services.cases.record import note_event
from bot.services.cases.talk import besides_card, send_messages
from bot.storage import absence_cases, absences, areas, audit, case_messages, forwards, handovers, officers
from bot.storage import cases as stored_cases
from bot.storage import queue as waiting
from bot.storage.transaction import Transaction

OPENED_TOGETHER = 100

IN_TURN = (Act.TURN, Act.HAND)  # by these the next officer of an area has a case

BROUGHT_WHOLE = 3  # so many cases come with all their messages; an officer's chat takes one a second


async def queued_case(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """A case in the queue of this coordinator. Raises NotFound."""
    if not actor.coordinates:
        raise NotFound
    return await queued(tx, actor.person_id, case_id)


async def take_from_area(tx: Transaction, case: Case, next_officers: Iterable[OfficerId]) -> None:
    """Officers who were shown a case, besides these, do not have it any more."""
    shown = await officers.of_area(tx, case.area_id) if case.area_id is not None else []
    for officer_id in {*shown, *([case.officer_id] if case.officer_id is not None else [])} - {*next_officers}:
        _delete_from_chat(tx, case, officer_id)


async def take_along(tx: Transaction, area_id: AreaId, officer_id: OfficerId) -> None:
    """The cases of an area that nobody has come to an officer who serves it from now on; past those whose resident has
    a case that this officer has paused.
    """
    unowned = await waiting.unowned_of_area(tx, area_id)
    past = [case for case in unowned if officer_id in await pauses.pausing(tx, case.id)]
    brought = [case for case in unowned if case not in past]
    await bring(tx, brought, officer_id)
    for case in brought:
        await take_from_coordinators(tx, case)
    for case in past:
        await _lead_past(tx, case, area_id)


async def _lead_past(tx: Transaction, case: Case, area_id: AreaId) -> None:
    """A colleague in its area has the case from now on, else the coordinators."""
    colleagues = await pauses.reached(tx, case.id, area_id)
    if colleagues:
        await _hand(tx, case, colleagues[0])
        return
    await stored_cases.save(tx, replace(case, area_id=None))
    await boards.change(tx, case.id)
    warn(tx, [case])


async def readdress(tx: Transaction, community: CommunityCode) -> None:
    """After a change of areas: the cases that nobody works go to the area that serves their place now."""
    brought: dict[OfficerId, list[Case]] = {}
    for case in await waiting.unserved(tx, community):
        area = await areas.serving(tx, community, case.settlement)
        if area == case.area_id or (area is not None and await pauses.is_kept_from(tx, case.id, area)):
            continue
        before = await officers.of_area(tx, case.area_id) if case.area_id is not None else []
        next_officers = await officers.of_area(tx, area) if area is not None else []
        await stored_cases.save(tx, replace(case, area_id=area))
        await boards.change(tx, case.id)
        await boards.show(tx, case.id)
        for officer in before:
            if officer not in next_officers:
                _delete_from_chat(tx, case, officer)
        for officer in next_officers:
            brought.setdefault(officer, []).append(case)
        if next_officers:
            await take_from_coordinators(tx, case)
    for officer, cases in brought.items():
        await bring(tx, cases, officer)


async def hand_on(tx: Transaction, officer_id: OfficerId, left: list[AreaId], by: PersonId | None) -> None:
    """The cases of an officer who left these areas go to the next one who can be reached, else to the queue.

    A case of the areas that nobody had accepted stays with them; where nobody else can be reached there, it is in the
    queue too. Coordinators are warned of what comes to the queue. What was forwarded stays the officer's, and the desk
    as it is now is reminded of the paper.
    The messages of all these cases go from the officer's chat, those of ended ones too. `by`: the coordinator who did
    it, to whom the queue is closed for a while.
    """
    unowned = {area_id: await waiting.unowned_of_area(tx, area_id) for area_id in left}
    passed = [await pass_on(tx, case, officer_id) for case in await waiting.left_by(tx, officer_id)]
    queued = [case for case in passed if case.officer_id is None]
    for officer in sorted({case.officer_id for case in passed if case.officer_id is not None}):
        await bring(tx, [case for case in passed if case.officer_id == officer], officer)
    for area_id, cases in unowned.items():
        if not await officers.reached_in_area(tx, area_id):
            queued += cases
    person = await officers.person_of(tx, officer_id)
    if person is not None:
        await chats.clear(tx, person)
    papers = await leave_papers(tx, officer_id)
    await withhold(tx, [*queued, *papers], by)
    warn(tx, queued)


async def let_go_of_complaints(tx: Transaction, person_id: PersonId, community: CommunityCode) -> None:
    """A coordinator serves here as an officer from now on: no complaint sent so far is theirs to read any more.

    What they had waits for another one. Where nobody is left who could read a complaint, its resident is notified.
    """
    released = []
    for case in await waiting.complaints(tx, community):
        if case.coordinator_id == person_id:
            released.append(await _release(tx, case))
        elif not await waiting.has_reader(tx, case.id):
            _tell(tx, case, "queue-complaint-unread")
    await chats.clear(tx, person_id)
    warn(tx, released)


async def leave_coordination(tx: Transaction, person_id: PersonId, by: PersonId | None) -> None:
    """A person coordinates less than before: what they had there waits for another, and goes from their chat.

    `by`: the coordinator who ended it, to whom the queue is closed for a while.
    """
    released = [await _release(tx, case) for case in await waiting.left_by_coordinator(tx, person_id)]
    papers = await _remind_again(tx, await waiting.papers_left_by_coordinator(tx, person_id))
    await withhold(tx, [*released, *papers], by)
    await chats.clear(tx, person_id)
    warn(tx, released)


async def leave_papers(tx: Transaction, officer_id: OfficerId) -> list[Case]:
    """The next desk of what an officer had forwarded is reminded again; those of which that is the coordinators now."""
    return await _remind_again(tx, await waiting.papers_left_by(tx, officer_id))


async def _remind_again(tx: Transaction, papers: list[Case]) -> list[Case]:
    if papers:
        await forwards.remind_again(tx, [case.id for case in papers])
    return [case for case in papers if await stored_cases.is_with_coordinators(tx, case.id)]


async def withhold(tx: Transaction, queued: list[Case], by: PersonId | None) -> None:
    """What came to the queue by a coordinator's act does not come to them yet, unless it is urgent."""
    withheld = [case for case in queued if not case.emergency]
    if by is None or not withheld or not tx.policy.cases.withheld:
        return
    await waiting.withhold(tx, [case.id for case in withheld], by, tx.now + tx.policy.cases.withheld)
    for case in withheld:
        audit.write(tx, audit.coordinator(by), f"withhold from coordinator:{by}", "case", case.id, case.community)


async def end_withholding(tx: Transaction) -> bool:
    """Open the cases whose delay is over, and tell those for whom they were closed; whether there may be more."""
    due = await waiting.withheld_due(tx, OPENED_TOGETHER)
    opened = Counter((case.withheld_from_person_id, case.community) for case in due if case.is_open)
    for case in due:
        await waiting.open_withheld(tx, case.id)
    for (person_id, community), count in opened.items():
        if person_id is not None and community is not None:
            tx.outbox.tell(PersonAt(person_id), LeftInQueue(community, count))
    return len(due) == OPENED_TOGETHER


async def reopen(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """Reopen one's own ended case; its desk is notified. If the person who had it may not work it now, it is passed on.

    Raises NotFound, NothingKept, CannotMove, CannotReopen.
    """
    require_kept(actor)
    case = await move_by_resident(tx, await own_case(tx, actor, case_id), Act.REOPEN)
    officer, coordinator = case.officer_id, case.coordinator_id
    if coordinator is not None and await stored_cases.coordinated(tx, case.id, coordinator) is None:
        case = await _release(tx, case)
        warn(tx, [case])
        return case
    if officer is None or case.community is None or await officers.sits_in(tx, officer, case.community):
        return case
    case = await pass_on(tx, case, officer)
    if case.officer_id is None:
        warn(tx, [case])
    else:
        await bring(tx, [case], case.officer_id)
    return case


async def pass_on(tx: Transaction, case: Case, officer_id: OfficerId) -> Case:
    """What this officer had, with the next officer of its place, to whom it is still to be brought; else in the queue.
    Of an officer who is away it is only lent, and so is what this one worked because of another's absence.
    """
    absence = await absences.of_case(tx, case.id)
    if absence is None and case.community is not None:
        absence = await absences.keeping(tx, officer_id, case.community)
    return await _pass_on(tx, case, officer_id, absence)


async def lend(tx: Transaction, case: Case, absence: Absence) -> Case:
    """The case of an officer who goes away, with the stand-in, or as `pass_on` says; it is still to be brought there.
    The officer may have a seat still.
    """
    return await _pass_on(tx, case, absence.officer_id, absence)


async def _pass_on(tx: Transaction, case: Case, officer_id: OfficerId, absence: Absence | None) -> Case:
    area = await areas.serving(tx, case.community, case.settlement) if case.community else None
    reached = await pauses.reached(tx, case.id, area) if area is not None else []
    next_officers = [each for each in reached if each != officer_id]
    if not next_officers and area is not None and await pauses.is_kept_from(tx, case.id, area, besides=officer_id):
        area = None
    at_home = replace(case, area_id=area, shared=case.shared and area == case.area_id)
    _delete_from_chat(tx, case, officer_id)
    if case.shared and not at_home.shared:
        await take_from_area(tx, case, [])
    passed = await _to_next(tx, at_home, next_officers, absence)
    if area != case.area_id:
        await boards.show(tx, case.id)
    return passed


async def _to_next(tx: Transaction, case: Case, next_officers: list[OfficerId], absence: Absence | None) -> Case:
    """The case with the first of these officers, or while another is absent with the one who stands in; else queued."""
    if absence is not None:
        stand_in = absence.stand_in_id if absence.stand_in_id in next_officers else None
        return await _lend(tx, case, stand_in or next(iter(next_officers), None), absence)
    if next_officers:
        return await _hand(tx, case, next_officers[0])
    return await _queue(tx, case, "queue-resident-waits")


async def _release(tx: Transaction, case: Case) -> Case:
    """The case of a coordinator who may not work it any more, in the queue for the others."""
    unread = case.confidential and not await waiting.has_reader(tx, case.id)
    return await _queue(tx, case, "queue-complaint-unread" if unread else "queue-coordinator-left")


def _delete_from_chat(tx: Transaction, case: Case, officer_id: OfficerId) -> None:
    """Delete from this officer's chat what is there of a case that they may not see any more."""
    tx.outbox.tell(DeskMember(case.id, officer_id), CaseTaken(case.id), dedupe=chats.taken_name(case.id))


async def take_from_coordinators(tx: Transaction, case: Case) -> None:
    """It has left the queue: the cards of those who saw it there say so."""
    for person_id in await waiting.coordinators_of(tx, case.id):
        tx.outbox.tell(PersonAt(person_id), CaseTaken(case.id))


def _tell(tx: Transaction, case: Case, key: str) -> None:
    """Its resident learns what has become of a case."""
    tx.outbox.tell(ResidentOf(case.id), PlainText(key, {"number": case.number or ""}))


class Handed(Protocol):
    """A case that has changed hands."""

    @property
    def id(self) -> CaseId: ...
    @property
    def community(self) -> CommunityCode | None: ...
    @property
    def emergency(self) -> bool: ...


def warn(tx: Transaction, queued: Sequence[Handed]) -> None:
    """One warning a community to its coordinators."""
    for community in {case.community for case in queued if case.community is not None}:
        cases = [case for case in queued if case.community == community]
        tx.outbox.tell(CoordinatorsOf(cases[0].id), LeftInQueue(community, len(cases)))


async def hand(
    tx: Transaction, case: Case, officer_id: OfficerId, act: Act, by: Side, handed_from: OfficerId | None
) -> Case:
    """The case as another officer's, to whom it is still to be brought; its resident learns whose it is now."""
    case = await _move_to(tx, replace(case, officer_id=officer_id, coordinator_id=None), act, by, handed_from)
    audit.write(tx, audit.officer(officer_id), "receive", "case", case.id, case.community)
    if act in IN_TURN and case.area_id is not None:
        await officers.note_turn(tx, case.area_id, officer_id)
    return case


async def hand_to_coordinator(
    tx: Transaction, case: Case, person_id: PersonId, act: Act, by: Side, handed_from: OfficerId | None
) -> Case:
    """The same, as a coordinator's."""
    case = await _move_to(tx, replace(case, officer_id=None, coordinator_id=person_id), act, by, handed_from)
    audit.write(tx, audit.coordinator(person_id), "receive", "case", case.id, case.community)
    return case


async def _move_to(tx: Transaction, case: Case, act: Act, by: Side, handed_from: OfficerId | None) -> Case:
    """Danger given in turn is shown to all of its area, unless one of them has paused a case of its resident."""
    case = moved(case, act, by, tx.now, tx.policy.cases)
    if act is Act.TURN and case.shared and case.area_id and await pauses.is_kept_from(tx, case.id, case.area_id):
        case = replace(case, shared=False)
    await stored_cases.save(tx, case)
    await pauses.stop(tx, case)
    event = await note_event(tx, case.id, act, by, case.officer_id, handed_from=handed_from)
    tx.outbox.tell(ResidentOf(case.id), CaseMoved(event))
    return case


async def take_turn(
    tx: Transaction, case: Case, desk: pauses.Desk, by: Side, handed_from: OfficerId | None = None
) -> Case:
    """A case that has come to an area as the next officer's, where that gives its cases in turn."""
    if desk.officer_id is None or not desk.in_turn:
        return case
    return await hand(tx, case, desk.officer_id, Act.TURN, by, handed_from)


async def _hand(tx: Transaction, case: Case, officer_id: OfficerId) -> Case:
    """The same where no person decides it."""
    return await hand(tx, case, officer_id, Act.HAND, Side.COORDINATOR, case.officer_id)


async def _lend(tx: Transaction, case: Case, officer_id: OfficerId | None, absence: Absence) -> Case:
    """The case as another officer's, or the coordinators', until its own officer is back; its resident learns that."""
    await absence_cases.note_lent(tx, absence.id, case.id)
    return await _change_hands(tx, case, officer_id, Act.COVER)


async def bring_back(tx: Transaction, lent_cases: list[Case], officer_id: OfficerId) -> None:
    """The cases of an officer who is there again, from all who worked them meanwhile; they are still to be brought."""
    for case in lent_cases:
        await take_from_area(tx, case, [officer_id])
        await take_from_coordinators(tx, case)
        await _change_hands(tx, case, officer_id, Act.RETURN)


async def _change_hands(tx: Transaction, case: Case, officer_id: OfficerId | None, act: Act) -> Case:
    had = case.officer_id
    case = lent(case, officer_id, tx.now)
    await stored_cases.save(tx, case)
    await pauses.stop(tx, case)
    event = await note_event(tx, case.id, act, Side.OFFICER, officer_id, handed_from=had)
    if officer_id is not None:
        audit.write(tx, audit.officer(officer_id), "receive", "case", case.id, case.community)
    if officer_id is not None and act is Act.COVER and case.area_id is not None:
        await officers.note_turn(tx, case.area_id, officer_id)
    if case.category is None or not case.category.discreet:
        tx.outbox.tell(ResidentOf(case.id), CaseMoved(event))
    return case


async def _queue(tx: Transaction, case: Case, text: str) -> Case:
    """The case as new again, unassigned; its resident is notified with `text`."""
    had = case.officer_id
    unassigned = replace(case, officer_id=None, coordinator_id=None)
    case = moved(unassigned, Act.QUEUE, Side.COORDINATOR, tx.now, tx.policy.cases)
    await stored_cases.save(tx, case)
    await pauses.stop(tx, case)
    await note_event(tx, case.id, Act.QUEUE, Side.COORDINATOR, handed_from=had)
    _tell(tx, case, text)
    return case


async def bring(tx: Transaction, cases: Sequence[Handed], officer_id: OfficerId) -> None:
    """Cases that are this officer's from now on: a few come whole, and many as a list from which each is opened. All of
    them are on the officer's lists, too; those with danger come before all else.
    """
    if len(cases) <= BROUGHT_WHOLE:
        for each in cases:
            whole = await stored_cases.by_id(tx, each.id)
            if whole is not None:
                await bring_whole(tx, whole, DeskMember(whole.id, officer_id))
        return
    for case in [case for case in cases if case.emergency][:BROUGHT_WHOLE]:
        event = await waiting.latest_event(tx, case.id)
        tx.outbox.tell(DeskMember(case.id, officer_id), NewCase(event, danger=True))
    handover_id = await handovers.add(tx, officer_id, [case.id for case in cases])
    tx.outbox.tell(DeskMember(cases[0].id, officer_id), CasesHanded(handover_id))


async def bring_whole(tx: Transaction, case: Case, desk: Party) -> None:
    """The card of a case and its messages, albums whole; only the resident's are delivered again. An answer that was
    recalled would look like one that holds: it is in the history.
    """
    messages = await case_messages.of_case(tx, case.id)
    tx.outbox.tell(desk, NewCase(await waiting.latest_event(tx, case.id), danger=case.emergency is not None))
    albums: set[str] = set()
    for message in besides_card(tx, case, messages):
        if message.album in albums or message.recalled_at is not None:
            continue
        if message.album is not None:
            albums.add(message.album)
        if message.direction is Side.RESIDENT:
            send_messages(tx, desk, case.id, [message])
        else:
            tx.outbox.tell(desk, TextAgain(message.id))
