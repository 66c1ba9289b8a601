"""Whatever happens to posts, chats and absences: no open case is visible to nobody, and none to a person who may not
see it.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

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
from bot.services import absences, officers, proposals, reachability, staff, transfers
from bot.services.cases import access, moves
from bot.storage import areas, invitations, people
from bot.storage.transaction import Store, Transaction
from tests.storage import village
from tests.town import KOMYSHUVAKHA

ACTS = st.tuples(
    st.sampled_from(
        [
            *("take post", "dismiss", "block", "block", "unblock", "accept", "give", "send", "complain"),
            *("go away", "go away", "come back", "days pass", "days pass", "lock", "unlock"),
        ]
    ),
    *[st.integers(0, 9)] * 3,
)


class EndOfStory(Exception):
    """Nothing of it stays."""


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
    absences: dict[PersonId, Absence] = field(default_factory=dict)  # planned and running ones
    covers: dict[PersonId, PersonId] = field(default_factory=dict)  # who stands in for whom now, dismissals apart
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
            "lock": lambda: self.lock(person),
            "unlock": lambda: self.unlock(person),
        }
        with suppress(Refusal):
            await acts[act]()
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
        if self.is_away(person):
            self.begins(person)

    async def dismiss(self, person: PersonId, coordinator: PersonId) -> None:
        await officers.dismiss(self.tx, await self.actor(coordinator), self.officers[person])
        self.serves[person] = set()
        self.served_until[person] = self.acts
        self.absences.pop(person, None)
        self.covers = {away: other for away, other in self.covers.items() if person not in (away, other)}

    # Absences: `covers` says who has the seats of one who is away.

    async def go_away(self, person: PersonId, other: PersonId, days: int) -> None:
        """From today or tomorrow on; on even days without a stand-in."""
        stand_in = None if days % 2 == 0 else self.officers[other]
        first = today(self.tx.now) + timedelta(days=days % 3 % 2)
        last = first + timedelta(days=days)
        actor = await self.actor(person)
        absence = await absences.set_absence(self.tx, actor, self.officers[person], first, last, stand_in)
        self.absences[person] = absence
        if absence.since <= self.tx.now:
            self.begins(person)

    def begins(self, person: PersonId) -> None:
        """A stand-in who has no post by then, or is locked, has no seat."""
        other = next((each for each, id_ in self.officers.items() if id_ == self.absences[person].stand_in_id), None)
        if other is not None and self.serves.get(other) and other not in self.locked:
            self.covers[person] = other

    async def come_back(self, person: PersonId) -> None:
        if person in self.absences:
            await absences.end(self.tx, await self.actor(person), self.absences[person].id)
            self.is_back(person)

    def is_back(self, person: PersonId) -> None:
        self.absences.pop(person, None)
        self.covers.pop(person, None)

    async def days_pass(self, days: int) -> None:
        before, self.tx.now = self.tx.now, self.tx.now + timedelta(days=days)
        began = {person for person, each in self.absences.items() if before < each.since <= self.tx.now}
        for person in [person for person, each in self.absences.items() if each.until <= self.tx.now]:
            if person in began:  # the next minute ends it
                continue
            self.is_back(person)
        await absences.end_due(self.tx)
        for person in sorted(began, key=lambda each: (self.absences[each].since, self.absences[each].id)):
            self.begins(person)
        await absences.begin_due(self.tx)

    def is_away(self, person: PersonId) -> bool:
        return person in self.absences and self.absences[person].since <= self.tx.now

    async def lock(self, person: PersonId) -> None:
        await staff.lock_person(self.tx, OPERATOR, person)
        self.locked.add(person)

    async def unlock(self, person: PersonId) -> None:
        await staff.unlock_person(self.tx, OPERATOR, person)
        self.locked.discard(person)

    def sits_at(self, person: PersonId) -> set[AreaId]:
        """The areas at which an officer has a seat: their own, and of those for whom they stand in."""
        if person in self.locked or self.is_away(person):
            return set()
        own = self.serves.get(person, set())
        return own.union(*(self.serves[away] for away, other in self.covers.items() if other == person))

    async def accept(self, person: PersonId, case: CaseId) -> None:
        await moves.accept(self.tx, await self.actor(person), case)

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
        raise EndOfStory

    with suppress(EndOfStory):
        await store.transact(story)
