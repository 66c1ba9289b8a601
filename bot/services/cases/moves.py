"""The moves of a case that are not messages: accepting, closing, declining, reopening, rating, handing over."""

from dataclasses import replace

from bot.domain.bodies import Body
from bot.domain.case_letters import CaseMoved, CaseTaken, MessageText
from bot.domain.case_refusals import CannotMove
from bot.domain.cases import Act, Case, MessageKind, NewMessage, Side, Status, moved, rated, require_of
from bot.domain.ids import CaseId
from bot.domain.letters import DeskMember, DeskOf, Party, PersonAt, ResidentOf
from bot.domain.people import Actor, require_kept
from bot.services import figures
from bot.services.cases import complaints, pauses
from bot.services.cases.access import Seat, answerable_case, desk_case, own_case
from bot.services.cases.record import record, redraw_card, say_if_kept_back
from bot.storage import case_history, case_messages, cases, officers, outbox, queue
from bot.storage.transaction import Transaction


async def accept(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Become the person who works the case. Raises NotFound, CannotMove, TakenByAnother."""
    case, seat = await desk_case(tx, actor, case_id)
    await take(tx, actor, seat, case)


async def take(tx: Transaction, actor: Actor, seat: Seat, case: Case) -> Case:
    """Assign the case to the person who acts at its desk; the others' cards say so, and the resident is notified.

    Raises CannotMove when it has ended.
    """
    if not case.is_open:
        raise CannotMove
    if seat.has(case) and case.status is not Status.NEW:
        return await _end_alarm(tx, seat, case) if case.alarmed_at is not None else case
    others = await _others(tx, seat, case)
    had = case.officer_id
    coordinator = actor.person_id if seat.officer_id is None else None
    case = replace(case, officer_id=seat.officer_id, coordinator_id=coordinator, alarmed_at=None)
    case = replace(case, by_turn=False, shared=False, unopened_since=None)
    if case.status is Status.NEW:
        case = moved(case, Act.ACCEPT, seat.side, tx.now, tx.policy.cases)
    event = await record(tx, case, Act.ACCEPT, seat, handed_from=had)
    tx.outbox.tell(ResidentOf(case.id), CaseMoved(event))
    for other in others:
        tx.outbox.tell(other, CaseTaken(case.id))
    await pauses.stop(tx, case)
    return case


async def _end_alarm(tx: Transaction, seat: Seat, case: Case) -> Case:
    """The case of which others were notified because nobody opened it, now that the person acts who has it."""
    others = await _others(tx, seat, case)
    case = replace(case, alarmed_at=None)
    await cases.save(tx, case)
    redraw_card(tx, case.id)
    for other in others:
        tx.outbox.tell(other, CaseTaken(case.id))
    return case


async def _others(tx: Transaction, seat: Seat, case: Case) -> list[Party]:
    """The others who were shown a case that is taken now: officers of its area, and the coordinators where one of them
    takes it, or they were notified because nobody opened it.
    """
    shown = await officers.of_area(tx, case.area_id) if case.area_id is not None else []
    serving = {*shown, *([case.officer_id] if case.officer_id is not None else [])} - {seat.officer_id}
    others: list[Party] = [DeskMember(case.id, officer) for officer in sorted(serving)]
    if seat.officer_id is None or case.alarmed_at is not None:
        coordinators = await queue.coordinators_of(tx, case.id)
        others += [PersonAt(person) for person in coordinators if person != seat.person_id]
    return others


async def close(tx: Transaction, actor: Actor, case_id: CaseId, last_words: Body | None = None) -> bool:
    """End a case from the desk, with the last words that its resident reads, where there are any.

    False for a complaint that waits for a second coordinator's word now.
    Raises NotFound, CannotMove, EndingWaits; with last words also Unlinked, OfAnotherCase.
    """
    return await _end_from_desk(tx, actor, case_id, Act.CLOSE, last_words)


async def decline(tx: Transaction, actor: Actor, case_id: CaseId, reason: Body) -> bool:
    """End a case that is not the officer's to do; the resident reads why. False, and raises, as `close`."""
    return await _end_from_desk(tx, actor, case_id, Act.DECLINE, reason)


async def forward(tx: Transaction, actor: Actor, case_id: CaseId, told: Body) -> None:
    """End a case that another body answers; the resident reads to whom it went. Raises as `decline`."""
    await _end_from_desk(tx, actor, case_id, Act.FORWARD, told)


async def _end_from_desk(tx: Transaction, actor: Actor, case_id: CaseId, act: Act, words: Body | None) -> bool:
    case, seat = await (desk_case if words is None else answerable_case)(tx, actor, case_id)
    if words is not None:
        require_of(case, words)
        if case.unclaimed and act is Act.CLOSE:  # last words are read by nobody there
            raise CannotMove
    case = await take(tx, actor, seat, case)
    if await complaints.needs_a_second(tx, case, seat):
        await complaints.propose(tx, case, act, seat, words)
        return False
    await outbox.take_back(tx, case.id, actor.chat_id)
    await _end(tx, case, act, seat, words)
    if words is not None:
        await say_if_kept_back(tx, actor, case)
    return True


async def agree(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """End a complaint as another coordinator proposed. Raises NotFound, CannotMove, EndingLapsed."""
    case, ending = await complaints.agreed(tx, actor, case_id)
    await _end(tx, case, ending.act, Seat(Side.COORDINATOR, None, ending.person_id), ending.reason)


WORDS_OF = {Act.CLOSE: MessageKind.LAST_WORDS, Act.DECLINE: MessageKind.REASON, Act.FORWARD: MessageKind.FORWARD}


async def _end(tx: Transaction, case: Case, act: Act, seat: Seat, words: Body | None) -> None:
    """The resident is told in one letter, which has the words in it."""
    message_id = None
    if words is not None:
        said = NewMessage(seat.side, words, tx.now, kind=WORDS_OF[act], officer_id=seat.officer_id)
        message_id = await case_messages.add(tx, case.id, said)
        case = replace(case, undelivered=False)
    ended = moved(case, act, seat.side, tx.now, tx.policy.cases)
    await pauses.stop(tx, ended)
    event = await record(tx, ended, act, seat, message=message_id)
    figures.count(tx, case, ended)
    tx.outbox.tell(ResidentOf(case.id), CaseMoved(event))


async def close_own(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """The resident needs no answer any more. Raises NotFound, CannotMove."""
    return await move_by_resident(tx, await own_case(tx, actor, case_id), Act.CLOSE)


async def move_by_resident(tx: Transaction, case: Case, act: Act) -> Case:
    """The resident's own case after a move; its desk is notified. Raises CannotMove, CannotReopen."""
    after = moved(case, act, Side.RESIDENT, tx.now, tx.policy.cases)
    await pauses.stop(tx, after)
    event = await record(tx, after, act, None)
    figures.count(tx, case, after)
    tx.outbox.tell(DeskOf(case.id), CaseMoved(event))
    return after


async def rate(tx: Transaction, actor: Actor, case_id: CaseId, rating: int) -> Case:
    """Say, once and after it ended, how the case was handled: 1 to 5.

    Raises NotFound, NothingKept, CannotMove, AlreadyRated.
    """
    require_kept(actor)
    case = await own_case(tx, actor, case_id)
    after = rated(case, rating)
    event = await record(tx, after, Act.RATE, None)
    figures.count(tx, case, after)
    tx.outbox.tell(DeskOf(case.id), CaseMoved(event))
    return after


async def mark_crime_signs(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """Note that the messages report a crime; the bot registers nothing. Raises NotFound, CannotMove."""
    case, seat = await desk_case(tx, actor, case_id)
    case = await take(tx, actor, seat, case)
    if not case.crime_signs:
        case = replace(case, crime_signs=True)
        await record(tx, case, Act.CRIME_SIGNS, seat)
    return case


async def advise_of_crime(tx: Transaction, actor: Actor, case_id: CaseId, advice: Body) -> None:
    """Inform the resident, once, where a crime is reported; the case waits as before. Raises NotFound, CannotMove."""
    case, seat = await desk_case(tx, actor, case_id)
    if case.unclaimed or not case.crime_signs or await case_history.has_happened(tx, case.id, Act.CRIME_ADVICE):
        raise CannotMove
    case = await take(tx, actor, seat, case)
    message = await case_messages.add(
        tx, case.id, NewMessage(seat.side, advice, tx.now, kind=MessageKind.ADVICE, officer_id=seat.officer_id)
    )
    await record(tx, case, Act.CRIME_ADVICE, seat, message=message)
    tx.outbox.tell(ResidentOf(case.id), MessageText(message))
    await say_if_kept_back(tx, actor, case)
