"""Whatever happens to posts, chats and absences: no open case is visible to nobody, and none to a person who may not
see it.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.absences import Absence
from bot.domain.audit import OPERATOR
from bot.domain.ids import AreaId, CaseId, ChatId, OfficerId, PersonId
from bot.domain.invitations import InvitationScope, InvitedAs
from bot.domain.kyiv import today
from bot.domain.letters import DeskOf, PlainText
from bot.domain.people import Actor
from bot.domain.refusals import Refusal
from bot.domain.transfers import ToOfficer
from bot.services import absence_cases, absences, officers, proposals, queue, reachability, staff, transfers
from bot.services.cases import access, moves
from bot.storage import absences as stored_absences
from bot.storage import areas, invitations, people
from bot.storage.transaction import Store, Transaction
from tests.storage import village
from tests.town import KOMYSHUVAKHA

ACTS = st.tuples(
    st.sampled_from(
        [
            *("take post", "dismiss", "block", "block", "unblock", "accept", "give", "send", "complain"),
            *("go away", "go away", "come back", "days pass", "days pass", "lock", "unlock"),
            *("move", "move", "move", "hand over", "close or reopen", "close or reopen"),
        ]
    ),
    *[st.integers(0, 9)] * 3,
)


class EndOfStory(Exception):
    """Nothing of it stays."""


@dataclass
class Stay:
    """An absence that is planned or running, or whose cases still come back."""

    person: PersonId
    stand_in: PersonId | None
    absence: Absence
    covered_by: PersonId | None = None  # the stand-in who has the seats


@dataclass
class Crowd:
    """Some people, and what is known of them without asking the code that is tested."""

    tx: Transaction
    areas: list[AreaId]
    officers: dict[PersonId, OfficerId]
    coordinators: list[PersonId]
    blocked: set[PersonId] = field(default_factory=set)
    serves: dict[PersonId, set[AreaId]] = field(default_factory=dict)
    served_until: dict[PersonId, int] = field(default_factory=dict)  # the act after which they served nowhere
    cases: dict[CaseId, tuple[bool, int]] = field(default_factory=dict)  # whether it is a complaint, and since when
    locked: set[PersonId] = field(default_factory=set)
    stays: list[Stay] = field(default_factory=list)
    closed: dict[PersonId, set[AreaId]] = field(default_factory=dict)  # areas that they got while they were away
    acts: int = 0

    async def plays(self, act: str, one: int, two: int, three: int) -> None:
        """One act; what is refused changes nothing."""
        self.acts += 1
        self.tx.now += timedelta(seconds=1)
        everybody = [*self.officers, *[each for each in self.coordinators if each not in self.officers]]
        person, officer = everybody[one % len(everybody)], list(self.officers)[one % len(self.officers)]
        area, coordinator = self.areas[two % len(self.areas)], self.coordinators[two % len(self.coordinators)]
        case = list(self.cases)[three % len(self.cases)]
        other = list(self.officers)[two % len(self.officers)]
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "take post": lambda: self.take_post(officer, area),
            "dismiss": lambda: self.dismiss(officer, coordinator),
            "block": lambda: self.block(person),
            "unblock": lambda: self.unblock(person),
            "accept": lambda: self.accept(person, case),
            "give": lambda: self.give(coordinator, case, self.officers[officer]),
            "send": lambda: self.send(area, complaint=False),
            "complain": lambda: self.send(area, complaint=True),
            "go away": lambda: self.go_away(officer, other, three),
            "come back": lambda: self.come_back(officer),
            "days pass": lambda: self.days_pass(1 + three),
            "move": self.move,
            "hand over": lambda: self.give(officer, case, self.officers[other]),
            "close or reopen": lambda: self.close_or_reopen(case),
            "lock": lambda: self.lock(person),
            "unlock": lambda: self.unlock(person),
        }
        with suppress(Refusal):
            await acts[act]()
        await self.looks_again()
        await self.tx.flush()

    async def actor(self, person: PersonId) -> Actor:
        return await people.known(self.tx, person)

    async def chat(self, person: PersonId) -> ChatId:
        return (await self.actor(person)).chat_id

    async def block(self, person: PersonId) -> None:
        await reachability.lost(self.tx, await self.chat(person))
        self.blocked.add(person)

    async def unblock(self, person: PersonId) -> None:
        await reachability.regained(self.tx, await self.chat(person))
        self.blocked.discard(person)

    async def take_post(self, person: PersonId, area: AreaId) -> None:
        invitation = await invitations.add(
            self.tx, InvitedAs.OFFICER, InvitationScope.AREA, str(area), None, f"{person} {self.acts}", None
        )
        await proposals.propose(self.tx, await self.actor(person), invitation, "")
        await proposals.confirm_by_operator(self.tx, invitation)
        self.serves.setdefault(person, set()).add(area)
        for stay in self.stays:
            if stay.person == person and stay.absence.is_running:
                self.closed.setdefault(person, set()).add(area)
                self.covers(stay)

    async def dismiss(self, person: PersonId, coordinator: PersonId) -> None:
        await officers.dismiss(self.tx, await self.actor(coordinator), self.officers[person])
        self.serves[person] = set()
        self.served_until[person] = self.acts
        self.closed.pop(person, None)
        self.stays = [stay for stay in self.stays if stay.person != person]
        for stay in self.stays:
            if stay.covered_by == person:
                stay.covered_by = None

    # Absences. Cases are moved one in a transaction, and until the last one has moved the seats of both are open.

    async def go_away(self, person: PersonId, other: PersonId, days: int) -> None:
        """From today or tomorrow on; on even days without a stand-in."""
        stand_in = None if days % 2 == 0 else self.officers[other]
        first = today(self.tx.now) + timedelta(days=days % 3 % 2)
        last = first + timedelta(days=days)
        actor = await self.actor(person)
        absence = await absences.set_absence(self.tx, actor, self.officers[person], first, last, stand_in)
        self.stays.append(Stay(person, other if stand_in else None, absence))

    async def come_back(self, person: PersonId) -> None:
        for stay in self.stays:
            if stay.person == person and not stay.absence.is_over:
                await absences.end(self.tx, await self.actor(person), stay.absence.id)

    async def days_pass(self, days: int) -> None:
        self.tx.now += timedelta(days=days)
        while await absences.end_due(self.tx):
            await self.looks_again()
        while await absences.begin_due(self.tx):
            await self.looks_again()

    async def move(self) -> None:
        """The clock moves one case."""
        await absence_cases.move_due(self.tx)

    async def looks_again(self) -> None:
        """How far each absence has come."""
        for stay in self.stays:
            before = stay.absence
            found = await stored_absences.by_id(self.tx, before.id)
            assert found is not None
            stay.absence = found
            if found.began_at is not None and before.began_at is None:
                self.covers(stay)
            if found.is_over:
                self.closed.pop(stay.person, None)
        over = [stay for stay in self.stays if stay.absence.is_over and not stay.absence.moving]
        self.stays = [stay for stay in self.stays if stay not in over]
        for stand_in in {stay.covered_by for stay in over}:
            for other in self.stays:
                if other.stand_in == stand_in and other.absence.is_running:
                    self.covers(other)

    def covers(self, stay: Stay) -> None:
        """A stand-in who has no post by then, or is locked, has no seat; one who is away gets it when they are back."""
        if stay.stand_in is not None and self.serves.get(stay.stand_in) and stay.stand_in not in self.locked:
            if stay.covered_by is None and self.is_away(stay.stand_in):
                self.closed.setdefault(stay.stand_in, set()).update(self.serves[stay.person])
            stay.covered_by = stay.stand_in

    def is_away(self, person: PersonId) -> bool:
        return any(stay.person == person and stay.absence.is_running for stay in self.stays)

    def has_gone(self, person: PersonId) -> bool:
        """Away, and the last case has moved."""
        return any(stay.person == person and stay.absence.is_running and not stay.absence.moving for stay in self.stays)

    async def lock(self, person: PersonId) -> None:
        await staff.lock_person(self.tx, OPERATOR, person)
        self.locked.add(person)

    async def unlock(self, person: PersonId) -> None:
        await staff.unlock_person(self.tx, OPERATOR, person)
        self.locked.discard(person)

    def sits_at(self, person: PersonId) -> set[AreaId]:
        """The areas at which an officer has a seat: their own, and of those for whom they stand in."""
        if person in self.locked or self.has_gone(person):
            return set()
        covered = [self.serves[stay.person] for stay in self.stays if stay.covered_by == person]
        return self.serves.get(person, set()).union(*covered) - self.closed.get(person, set())

    async def accept(self, person: PersonId, case: CaseId) -> None:
        await moves.accept(self.tx, await self.actor(person), case)

    async def close_or_reopen(self, case: CaseId) -> None:
        """By its resident."""
        [resident] = await self.tx.column(PersonId, "select person_id from case_links where case_id = :id", id=case)
        is_open = (await village.loaded(self.tx, case)).is_open
        await (moves.close_own if is_open else queue.reopen)(self.tx, await self.actor(resident), case)

    async def give(self, coordinator: PersonId, case: CaseId, officer: OfficerId) -> None:
        await transfers.transfer(self.tx, await self.actor(coordinator), case, ToOfficer(officer))

    async def send(self, area: AreaId, *, complaint: bool) -> None:
        case = await village.case(self.tx, None if complaint else area, confidential=complaint)
        await self.tx.execute(
            "insert into case_events(case_id, what, by, at) values (:case, 'send', 'resident', :now)",
            case=case,
            now=self.tx.now,
        )
        self.cases[case] = complaint, self.acts

    # What must hold.

    def may_read(self, person: PersonId, case: CaseId) -> bool:
        """Whether a coordinator may read a case: no complaint that was sent while they served, or before they did."""
        complaint, since = self.cases[case]
        return not complaint or not (self.serves.get(person) or self.served_until.get(person, -1) >= since)

    async def agrees(self) -> None:
        everybody = {*self.officers, *self.coordinators}
        for case, (complaint, _) in self.cases.items():
            if (await village.loaded(self.tx, case)).closed_at is not None:
                continue
            seeing = {person for person in everybody if await access.at_some_desk(self.tx, person, case)}
            readers = {each for each in self.coordinators if self.may_read(each, case) and each not in self.locked}
            at_desk = set() if complaint else await self.at_desk(case)
            assert at_desk <= seeing <= readers | at_desk
            if readers - self.blocked:
                assert seeing - self.blocked
            assert await self.recipients(case) == {await self.chat(person) for person in seeing}

    async def at_desk(self, case_id: CaseId) -> set[PersonId]:
        """The officers who may see a case: who has it, else who has a seat at its area."""
        case = await access.named(self.tx, case_id)
        assert case is not None
        if case.officer_id is not None:
            return {each for each, id_ in self.officers.items() if id_ == case.officer_id and self.sits_at(each)}
        taken = case.coordinator_id is not None
        return set() if taken else {each for each in self.officers if case.area_id in self.sits_at(each)}

    async def recipients(self, case: CaseId) -> set[ChatId]:
        """The chats to which a letter to the case's desk goes."""
        await self.tx.execute("delete from outbox")
        self.tx.outbox.tell(DeskOf(case), PlainText("help"))
        await self.tx.flush()
        return set(await self.tx.column(ChatId, "select chat_id from outbox"))


async def crowd(tx: Transaction) -> Crowd:
    """A community with two areas; two officers, a coordinator of the oblast and one of the country, and who is both."""
    first = await village.area(tx)
    second = await areas.add(tx, KOMYSHUVAKHA, "Друга")
    both = await village.coordinator(tx, village.HERE)
    persons = [await village.person(tx), await village.person(tx), both]
    officer_ids = {
        person: OfficerId(
            await tx.insert(
                """insert into officers(person_id, rank, name, position, created_at)
                   values (:person, 'rank', 'name', 'pog', :now) returning id""",
                person=person,
                now=tx.now,
            )
        )
        for person in persons
    }
    coordinators = [await village.coordinator(tx, village.HERE), await village.coordinator(tx, None), both]
    found = Crowd(tx, [first, second], officer_ids, coordinators)
    await found.take_post(persons[0], first)
    await found.take_post(persons[1], second)
    for person, area in ((persons[0], first), (persons[0], first), (persons[1], second)):
        await found.send(area, complaint=False)
        await found.accept(person, max(found.cases))
    for area in (first, second):
        await found.send(area, complaint=False)
    await found.send(first, complaint=True)
    return found


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, min_size=3, max_size=9))
async def test_every_open_case_is_seen_by_somebody_and_by_nobody_who_may_not(
    store: Store, acts: list[tuple[str, int, int, int]]
) -> None:
    async def story(tx: Transaction) -> None:
        people_of_it = await crowd(tx)
        for act in acts:
            await people_of_it.plays(*act)
            await people_of_it.agrees()
        while await absence_cases.move_due(tx):
            await people_of_it.looks_again()
            await people_of_it.agrees()
        raise EndOfStory

    with pytest.MonkeyPatch.context() as patch, suppress(EndOfStory):
        patch.setattr("bot.services.absence_cases.PORTION", 1)
        await store.transact(story)
