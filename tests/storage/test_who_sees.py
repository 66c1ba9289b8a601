"""Whatever happens to posts and chats: no open case is visible to nobody, and none to a person who may not see it."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.ids import AreaId, CaseId, ChatId, OfficerId, PersonId
from bot.domain.invitations import InvitationScope, InvitedAs
from bot.domain.letters import DeskOf, PlainText
from bot.domain.people import Actor
from bot.domain.refusals import Refusal
from bot.domain.transfers import ToOfficer
from bot.services import officers, proposals, reachability, transfers
from bot.services.cases import access, moves
from bot.storage import areas, invitations, people
from bot.storage.transaction import Store, Transaction
from tests.storage import village
from tests.town import KOMYSHUVAKHA

ACTS = st.tuples(
    st.sampled_from(["take post", "dismiss", "block", "block", "unblock", "accept", "give", "send", "complain"]),
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
    acts: int = 0

    async def plays(self, act: str, one: int, two: int, three: int) -> None:
        """One act; what is refused changes nothing."""
        self.acts += 1
        self.tx.now += timedelta(seconds=1)
        everybody = [*self.officers, *[each for each in self.coordinators if each not in self.officers]]
        person, officer = everybody[one % len(everybody)], list(self.officers)[one % len(self.officers)]
        area, coordinator = self.areas[two % len(self.areas)], self.coordinators[two % len(self.coordinators)]
        case = list(self.cases)[three % len(self.cases)]
        match act:
            case "take post":
                await self.refused(self.take_post, officer, area)
            case "dismiss":
                await self.refused(self.dismiss, officer, coordinator)
            case "block":
                await reachability.lost(self.tx, await self.chat(person))
                self.blocked.add(person)
            case "unblock":
                await reachability.regained(self.tx, await self.chat(person))
                self.blocked.discard(person)
            case "accept":
                await self.refused(self.accept, person, case)
            case "give":
                await self.refused(self.give, coordinator, case, self.officers[officer])
            case _:
                await self.send(area, complaint=act == "complain")
        await self.tx.flush()

    async def refused(self, act: Callable[..., Awaitable[None]], *args: object) -> None:
        with suppress(Refusal):
            await act(*args)

    async def actor(self, person: PersonId) -> Actor:
        return await people.known(self.tx, person)

    async def chat(self, person: PersonId) -> ChatId:
        return (await self.actor(person)).chat_id

    async def take_post(self, person: PersonId, area: AreaId) -> None:
        invitation = await invitations.add(
            self.tx, InvitedAs.OFFICER, InvitationScope.AREA, str(area), None, f"{person} {self.acts}", None
        )
        await proposals.propose(self.tx, await self.actor(person), invitation, "")
        await proposals.confirm_by_operator(self.tx, invitation)
        self.serves.setdefault(person, set()).add(area)

    async def dismiss(self, person: PersonId, coordinator: PersonId) -> None:
        await officers.dismiss(self.tx, await self.actor(coordinator), self.officers[person])
        self.serves[person] = set()
        self.served_until[person] = self.acts

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
        for case, (complaint, _) in self.cases.items():
            everybody = {*self.officers, *self.coordinators}
            seeing = {person for person in everybody if await access.at_some_desk(self.tx, person, case)}
            readers = {person for person in self.coordinators if self.may_read(person, case)}
            allowed = readers if complaint else readers | {each for each in self.officers if self.serves.get(each)}
            assert seeing <= allowed
            if readers - self.blocked:
                assert seeing - self.blocked
            assert await self.recipients(case) == {await self.chat(person) for person in seeing}

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
