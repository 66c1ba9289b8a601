"""The priorities of an area: its officers write, set and finish them; the community's council reads what they plan."""

from itertools import groupby

from bot.domain import priorities as rules
from bot.domain.communities import Standing
from bot.domain.ids import AreaId, OfficerId, PersonId, PriorityId
from bot.domain.letters import Letter, PersonAt
from bot.domain.notices import Content
from bot.domain.people import Actor
from bot.domain.priorities import (
    MOST,
    NOT_SET,
    PUBLIC,
    CannotNow,
    CouncilAgreed,
    CouncilRemarked,
    DraftToRead,
    HalfYear,
    Part,
    Priority,
    ResultAsked,
    Status,
    TooManyPriorities,
)
from bot.domain.refusals import NotFound, found
from bot.domain.residents import Place
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode, Register
from bot.services.notices.audience import units_of
from bot.services.notices.moves import go
from bot.storage import areas, audit, council, officers, residents
from bot.storage import notices as stored_notices
from bot.storage import priorities as stored
from bot.storage.areas import Area
from bot.storage.transaction import Transaction

# Who.


async def own_area(tx: Transaction, person_id: PersonId, area_id: AreaId) -> tuple[Area, OfficerId]:
    """An area that is this officer's, also while they are away. Raises NotFound."""
    area, own = found(await areas.by_id(tx, area_id)), found(await officers.of_person(tx, person_id))
    if own.id not in await officers.holding(tx, area.id):
        raise NotFound
    return area, own.id


async def own(tx: Transaction, person_id: PersonId, priority_id: PriorityId) -> tuple[Priority, Area, OfficerId]:
    """A priority of an area that is this officer's. Raises NotFound."""
    priority = found(await stored.by_id(tx, priority_id))
    return priority, *await own_area(tx, person_id, priority.area_id)


async def represented(tx: Transaction, person_id: PersonId, community: str) -> CommunityCode:
    """A community of whose council this person is. Raises NotFound."""
    return found(await council.member(tx, person_id, community)).community


async def read_by_council(tx: Transaction, person_id: PersonId, priority_id: PriorityId) -> tuple[Priority, Area]:
    """A priority that a person of the council may read: no draft. Raises NotFound."""
    priority = found(await stored.by_id(tx, priority_id))
    area = found(await areas.by_id(tx, priority.area_id))
    await represented(tx, person_id, area.community)
    if priority.status is Status.DRAFT:
        raise NotFound
    return priority, area


async def shown_at(tx: Transaction, place: Place) -> list[Priority]:
    """What residents of a place read: of this half-year and the one before. Of an occupied one nothing."""
    area_id = await areas.serving(tx, place.community, place.settlement)
    if area_id is None or await residents.standing(tx, place.community) is Standing.OCCUPIED:
        return []
    return await stored.public_of(tx, area_id, HalfYear.at(tx.now).before)


async def public(tx: Transaction, priority_id: PriorityId) -> Priority:
    """Raises NotFound for one of which residents were not told, or in an occupied community."""
    priority = found(await stored.by_id(tx, priority_id))
    area = found(await areas.by_id(tx, priority.area_id))
    if priority.status not in PUBLIC or await residents.standing(tx, area.community) is Standing.OCCUPIED:
        raise NotFound
    return priority


# The officer.


async def begin(tx: Transaction, actor: Actor, area_id: AreaId, problem: str, *, later: bool) -> PriorityId:
    """A draft, of this half-year or the next (`later`). Raises NotFound, TooManyPriorities, WrongText."""
    area, officer_id = await own_area(tx, actor.person_id, area_id)
    half = half_of(tx, later=later)
    text = rules.written(Part.PROBLEM, problem)
    if await stored.count(tx, area.id, half) >= MOST:
        raise TooManyPriorities(limit=MOST)
    priority_id = await stored.add(tx, area.id, half, text)
    audit.write(tx, audit.officer(officer_id), "write", "priority", priority_id, area.community)
    return priority_id


def half_of(tx: Transaction, *, later: bool) -> HalfYear:
    now = HalfYear.at(tx.now)
    return now.following if later else now


async def write(tx: Transaction, actor: Actor, priority_id: PriorityId, part: Part, text: str) -> Priority:
    """The priority with this part. What the council was to read is a draft again.

    Raises NotFound, CannotNow, WrongText.
    """
    priority, area, officer_id = await own(tx, actor.person_id, priority_id)
    if not priority.may_write(part):
        raise CannotNow
    await stored.write(tx, priority.id, part, rules.written(part, text))
    if priority.status in NOT_SET:
        await stored.begin_again(tx, priority.id)
    audit.write(tx, audit.officer(officer_id), f"write {part}", "priority", priority.id, area.community)
    return found(await stored.by_id(tx, priority.id))


async def writable(tx: Transaction, person_id: PersonId, priority_id: PriorityId, part: Part) -> Priority:
    """A priority of which this part can be written now. Raises NotFound, CannotNow."""
    priority, *_ = await own(tx, person_id, priority_id)
    if not priority.may_write(part):
        raise CannotNow
    return priority


async def ask_council(tx: Transaction, actor: Actor, priority_id: PriorityId) -> None:
    """Each person of the council gets it to read. Raises NotFound, CannotNow."""
    priority, area, officer_id = await own(tx, actor.person_id, priority_id)
    members = await council.members_of(tx, area.community)
    if not priority.may_ask() or not members:
        raise CannotNow
    await stored.note_asked(tx, priority.id)
    audit.write(tx, audit.officer(officer_id), "ask council", "priority", priority.id, area.community)
    for member in members:
        tx.outbox.tell(PersonAt(member.person_id), DraftToRead(priority.id))


async def may_set(tx: Transaction, priority: Priority, area: Area) -> bool:
    return priority.may_set(tx.now, council=bool(await council.members_of(tx, area.community)))


async def put(tx: Transaction, actor: Actor, register: Register, priority_id: PriorityId, content: Content) -> None:
    """It holds from now on, and residents are told by a notice that says `content`. Raises NotFound, CannotNow."""
    priority, area, officer_id = await own(tx, actor.person_id, priority_id)
    if not await may_set(tx, priority, area):
        raise CannotNow
    await stored.note_set(tx, priority.id)
    audit.write(tx, audit.officer(officer_id), "set", "priority", priority.id, area.community)
    await _tell_residents(tx, actor, register, area, officer_id, content)


async def finish(tx: Transaction, actor: Actor, register: Register, priority_id: PriorityId, content: Content) -> None:
    """It is done, and residents are told of the result by a notice that says `content`. Raises NotFound, CannotNow."""
    priority, area, officer_id = await own(tx, actor.person_id, priority_id)
    if not priority.may_finish():
        raise CannotNow
    await stored.note_done(tx, priority.id)
    audit.write(tx, audit.officer(officer_id), "finish", "priority", priority.id, area.community)
    await _tell_residents(tx, actor, register, area, officer_id, content)


async def withdraw(tx: Transaction, actor: Actor, priority_id: PriorityId) -> AreaId:
    """It is gone, from residents too; its area. What is done stays. Raises NotFound, CannotNow."""
    priority, area, officer_id = await own(tx, actor.person_id, priority_id)
    if priority.status is Status.DONE:
        raise CannotNow
    await stored.delete(tx, priority.id)
    audit.write(tx, audit.officer(officer_id), "withdraw", "priority", priority.id, area.community)
    return area.id


async def _tell_residents(
    tx: Transaction, actor: Actor, register: Register, area: Area, officer_id: OfficerId, content: Content
) -> None:
    """A notice of the officer to all of the area, as any other; nobody is told where the area serves nothing yet."""
    units = await units_of(tx, register, actor.person_id, officer_id)
    whole = next((each for each in units if each.key == str(area.id) and each.share), None)
    if whole is None:
        return
    notice_id = await stored_notices.add_draft(tx, actor.person_id, officer_id, Topic.COMMUNITY, None)
    await stored_notices.set_content(tx, notice_id, content)
    await stored_notices.set_places(tx, notice_id, whole.ground.places(whole.share))
    audit.write(tx, audit.officer(officer_id), "send", "notice", notice_id, area.community)
    await go(tx, found(await stored_notices.by_id(tx, notice_id)))


# The council.


async def agree(tx: Transaction, actor: Actor, priority_id: PriorityId) -> CommunityCode:
    """One person of the council is enough; its community. Raises NotFound, CannotNow."""
    priority, area = await asked(tx, actor.person_id, priority_id)
    await stored.note_agreed(tx, priority.id)
    audit.write(tx, audit.council(actor.person_id), "agree", "priority", priority.id, area.community)
    await _tell_officers(tx, priority, CouncilAgreed(priority.id))
    return area.community


async def comment(tx: Transaction, actor: Actor, priority_id: PriorityId, text: str) -> CommunityCode:
    """The officers read it, and change the draft or not. Raises NotFound, CannotNow, WrongText."""
    priority, area = await asked(tx, actor.person_id, priority_id)
    await stored.set_comment(tx, priority.id, rules.remark(text))
    audit.write(tx, audit.council(actor.person_id), "comment", "priority", priority.id, area.community)
    await _tell_officers(tx, priority, CouncilRemarked(priority.id))
    return area.community


async def asked(tx: Transaction, person_id: PersonId, priority_id: PriorityId) -> tuple[Priority, Area]:
    """A priority of which this person's council is asked now. Raises NotFound, CannotNow."""
    priority, area = await read_by_council(tx, person_id, priority_id)
    if priority.status is not Status.ASKED:
        raise CannotNow
    return priority, area


async def _tell_officers(tx: Transaction, priority: Priority, letter: Letter) -> None:
    for person_id in await stored.officers_of(tx, priority.area_id):
        tx.outbox.tell(PersonAt(person_id), letter)


# When a half-year is over.


async def ask_results(tx: Transaction) -> None:
    """By day, once: each officer of an area is asked what came of a priority. Where nobody serves, the next one is."""
    if tx.policy.notices.is_quiet(tx.now):
        return
    for priority_id, rows in groupby(await stored.unreported(tx, HalfYear.at(tx.now)), key=lambda each: each.id):
        for row in rows:
            tx.outbox.tell(PersonAt(row.person_id), ResultAsked(priority_id))
        await stored.note_result_asked(tx, priority_id)
