"""Who may use a case. Access is taken here and nowhere else; absent and forbidden get the same answer.

Two answers differ: an officer of the area, who was shown the case, learns that another of its officers has it; and of a
case that leads to no resident any more, because its time is over, a press of an old button says that it was erased.
"""

from dataclasses import dataclass, replace

from bot.domain.audit import COPY, OPEN, RECEIVE, Who
from bot.domain.case_letters import CardChanged, CaseTaken, ComplaintRead
from bot.domain.case_refusals import DraftGone, Erased, ErasedAsAsked, TakenByAnother, Unlinked
from bot.domain.cases import Case, OwnCase, Side, Status
from bot.domain.ids import CaseId, CaseMessageId, ChatId, OfficerId, PersonId
from bot.domain.letters import CoordinatorsOf, DeskMember, DeskOf, Party, PersonAt, ResidentOf
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, found
from bot.storage import audit, case_lists, complaints, officers, silence
from bot.storage import cases as stored_cases
from bot.storage.case_views import MessageView, view_for_coordinator, view_for_desk, view_for_resident
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Seat:
    """In which role a person works at a case's desk: as an officer, or as a coordinator in place of one."""

    side: Side
    officer_id: OfficerId | None
    person_id: PersonId

    def has(self, case: Case) -> bool:
        """Whether the case is assigned to the person in this seat."""
        return case.officer_id == self.officer_id if self.officer_id else case.coordinator_id == self.person_id

    @property
    def audited(self) -> Who:
        """The person who acts, as the audit names them."""
        return audit.officer(self.officer_id) if self.officer_id else audit.coordinator(self.person_id)


async def found_own(tx: Transaction, case_id: CaseId, person_id: PersonId) -> OwnCase | None:
    """The case, or the draft, if this person is its resident."""
    return await stored_cases.own(tx, case_id, person_id)


async def named(tx: Transaction, case_id: CaseId) -> Case | None:
    """Any case: for what shows only its number and its owner."""
    return await stored_cases.by_id(tx, case_id)


async def is_kept_back(tx: Transaction, case_id: CaseId) -> bool:
    """Whether what is said at its desk is not sent, and waits until its resident asks for it."""
    return await silence.keeps_answers_back(tx, case_id)


async def own_case(tx: Transaction, actor: Actor, case_id: CaseId) -> OwnCase:
    """The resident's own case, sent already, to do something with it. Raises NotFound, Erased."""
    case = await read_own_case(tx, actor.person_id, case_id)
    if case.words_erased_at is not None:
        raise Erased
    return case


async def read_own_case(tx: Transaction, person_id: PersonId, case_id: CaseId) -> OwnCase:
    """The same, to look at what is left of it. Raises NotFound, Erased once nothing leads from it to its resident."""
    case = await stored_cases.own(tx, case_id, person_id)
    if case is None:
        raise what_became_of(await stored_cases.by_id(tx, case_id))
    if case.erase_asked_at is not None:
        raise ErasedAsAsked
    if case.status is Status.DRAFT:
        raise NotFound
    return case


def what_became_of(case: Case | None) -> NotFound | Erased:
    """What is said of a case that is not this person's: of one that leads to nobody any more, that it was erased."""
    if case is None or case.link_erased_at is None:
        return NotFound()
    return Erased() if case.erase_asked_at is None else ErasedAsAsked()


async def own_draft(tx: Transaction, actor: Actor, case_id: CaseId) -> Case:
    """The resident's own draft. Raises DraftGone, and NotFound once it was sent: a second press comes late."""
    return await read_own_draft(tx, actor.person_id, case_id)


async def read_own_draft(tx: Transaction, person_id: PersonId, case_id: CaseId) -> Case:
    """The same, to look at it."""
    case = await stored_cases.own(tx, case_id, person_id)
    if case is None:
        raise DraftGone
    if case.status is not Status.DRAFT:
        raise NotFound
    return case


async def desk_case(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """The case and the seat at its desk, of a person who does something with it or reads it: so it has been opened.

    Raises NotFound, TakenByAnother.
    """
    officer = actor.officer_id
    if officer is not None and (case := await stored_cases.at_desk(tx, case_id, officer)):
        seat = Seat(Side.OFFICER, officer, actor.person_id)
        return await _opened(tx, case, seat), seat
    if actor.coordinates and (case := await stored_cases.coordinated(tx, case_id, actor.person_id)):
        seat = Seat(Side.COORDINATOR, None, actor.person_id)
        return await _opened(tx, case, seat), seat
    if officer is not None and await officers.shares_area(tx, officer, case_id):
        raise TakenByAnother
    raise NotFound


async def _opened(tx: Transaction, case: Case, seat: Seat) -> Case:
    """Danger in it waits for its desk no longer. What merely came to a chat is not opened. One that all of its area see
    waits for its own officer, or for a colleague who takes it; from then on it is only theirs.
    """
    if (case.unopened_since is None and not case.shared) or (case.shared and not seat.has(case)):
        return case
    await stored_cases.note_opened(tx, case.id)
    if case.shared and case.area_id is not None:
        tx.outbox.tell(DeskOf(case.id), CardChanged(case.id), dedupe=f"card:{case.id}")
        for officer in await officers.of_area(tx, case.area_id):
            if officer != case.officer_id:
                tx.outbox.tell(DeskMember(case.id, officer), CaseTaken(case.id))
    return replace(case, unopened_since=None, shared=False)


async def answerable_case(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """The same, to say something to its resident. Raises NotFound, TakenByAnother, Unlinked."""
    case, seat = await desk_case(tx, actor, case_id)
    if case.link_cut_at is not None:
        raise Unlinked
    return case, seat


async def open_case(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """The case and the seat from which it is opened, which is written down. Raises NotFound, TakenByAnother.

    Who else may read a complaint is told of each first reading.
    """
    case, seat = await desk_case(tx, actor, case_id)
    if case.is_complaint and not await audit.has_written(tx, seat.audited, OPEN, "case", case.id):
        for person in await complaints.other_readers(tx, case.id, seat.person_id):
            tx.outbox.tell(PersonAt(person), ComplaintRead(case.id))
    audit.write(tx, seat.audited, OPEN, "case", case.id, case.community)
    return case, seat


async def take_out_words(tx: Transaction, actor: Actor, case_id: CaseId) -> tuple[Case, Seat]:
    """As `open_case`, to copy what is written in it, which is written down as well."""
    case, seat = await open_case(tx, actor, case_id)
    audit.write(tx, seat.audited, COPY, "case", case.id, case.community)
    return case, seat


def note_received(tx: Transaction, party: Party, person_id: PersonId, case_id: CaseId) -> None:
    """Write down that text of a case has come to the chat of a person at its desk; its resident's is their own.

    It happens with every message, so nothing is read for it: the case knows its place.
    """
    match party:
        case DeskMember(officer_id=officer_id):
            audit.write(tx, audit.officer(officer_id), RECEIVE, "case", case_id)
        case CoordinatorsOf():
            audit.write(tx, audit.coordinator(person_id), RECEIVE, "case", case_id)
        case _:
            pass


async def has_received(tx: Transaction, person_id: PersonId, case_id: CaseId) -> bool:
    """Whether it was written down that this coordinator was sent text of a case."""
    return await audit.has_written(tx, audit.coordinator(person_id), RECEIVE, "case", case_id)


async def count_readers(tx: Transaction, case_id: CaseId) -> int:
    """How many people at the desk have read a case: its resident may know the number, and never who they are."""
    return await audit.count_readers(tx, case_id)


def desk_party(case: Case, seat: Seat) -> Party:
    """The side that this seat reads."""
    return DeskMember(case.id, seat.officer_id) if seat.officer_id is not None else CoordinatorsOf(case.id)


async def seen_at_desk(tx: Transaction, person_id: PersonId, case_id: CaseId) -> Case:
    """The case, if this person sits at its desk now: for what is drawn. Raises NotFound."""
    return found(await at_some_desk(tx, person_id, case_id))


async def at_some_desk(tx: Transaction, person_id: PersonId, case_id: CaseId) -> Case | None:
    """The case, if this person sits at its desk now, as an officer or as a coordinator."""
    desk = await case_lists.desk_of(tx, person_id)
    if desk is None:
        return None
    case = await stored_cases.at_desk(tx, case_id, desk.officer)
    return case or await stored_cases.coordinated(tx, case_id, desk.coordinator)


async def coordinates(tx: Transaction, person_id: PersonId, case: Case) -> bool:
    """Whether this person reads the case as a coordinator."""
    desk = await case_lists.desk_of(tx, person_id)
    if desk is None or await stored_cases.at_desk(tx, case.id, desk.officer):
        return False
    return await stored_cases.coordinated(tx, case.id, desk.coordinator) is not None


async def queued(tx: Transaction, person_id: PersonId, case_id: CaseId) -> Case:
    """An open case that this coordinator may work. Raises NotFound."""
    case = await stored_cases.coordinated(tx, case_id, person_id)
    if case is None or not case.is_open:
        raise NotFound
    return case


# For letters, which are drawn when they are sent.


async def case_for(tx: Transaction, party: Party, person_id: PersonId, case_id: CaseId) -> Case | None:
    """The case, if the recipient, as this party, may see it now."""
    match party:
        case DeskMember(officer_id=officer_id):
            return await stored_cases.at_desk(tx, case_id, officer_id)
        case ResidentOf():
            return await stored_cases.own(tx, case_id, person_id)
        case PersonAt():
            return await at_some_desk(tx, person_id, case_id)
        case _:
            return await stored_cases.coordinated(tx, case_id, person_id)


async def message_for(
    tx: Transaction, party: Party, person_id: PersonId, chat_id: ChatId, message_id: CaseMessageId
) -> MessageView | None:
    """A message of a case, if the recipient, as this party, may read it now."""
    match party:
        case DeskMember(officer_id=officer_id):
            return await view_for_desk(tx, message_id, officer_id, chat_id)
        case ResidentOf():
            return await view_for_resident(tx, message_id, person_id, chat_id)
        case _:
            return await view_for_coordinator(tx, message_id, person_id, chat_id)
