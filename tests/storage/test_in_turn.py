"""Whatever happens meanwhile, an area that gives in turn gives alike to all who are there, and forgets no case."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.cases import Act, Case, Side, Status
from bot.domain.ids import AreaId, CaseId, OfficerId, PersonId
from bot.domain.kyiv import today
from bot.domain.refusals import Refusal
from bot.domain.transfers import ToArea
from bot.services import absences, queue, reachability, transfers
from bot.services.cases import access, pauses
from bot.storage import absences as stored_absences
from bot.storage import areas, cases, officers, people
from bot.storage import pauses as stored_pauses
from bot.storage.transaction import Store, Transaction
from tests.storage import village
from tests.storage.test_who_sees import EndOfStory

ACTS = st.tuples(
    st.sampled_from(
        [
            *["arrives"] * 6,
            *("block", "unblock", "go away", "come back", "come back", "take post", "switch", "switch"),
            *("share", "pause"),
        ]
    ),
    st.integers(0, 9),
)


@dataclass
class Area:
    """An area and its officers, as far as that is known without the code that is tested."""

    tx: Transaction
    area: AreaId
    officers: dict[PersonId, OfficerId]
    coordinator: PersonId
    cases: list[CaseId] = field(default_factory=list)
    blocked: set[OfficerId] = field(default_factory=set)
    away: set[OfficerId] = field(default_factory=set)
    counts: dict[OfficerId, int] = field(default_factory=dict)  # of what each was given since the last change
    in_turn: bool = True

    def present(self) -> set[OfficerId]:
        return {*self.officers.values()} - self.blocked - self.away

    async def plays(self, act: str, number: int) -> None:
        self.tx.now += timedelta(minutes=1)
        person = [*self.officers][number % len(self.officers)]
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "arrives": lambda: self.arrives(danger=number % 3 == 0),
            "block": lambda: self.block(person),
            "unblock": lambda: self.unblock(person),
            "go away": lambda: self.go_away(person),
            "come back": lambda: self.come_back(person),
            "take post": self.take_post,
            "switch": self.switch,
            "share": lambda: self.share(person),
            "pause": lambda: self.pause(self.officers[person]),
        }
        with suppress(Refusal):
            await acts[act]()
        if act not in ("arrives", "share", "pause"):
            self.counts = dict.fromkeys(self.present(), 0)
        await self.tx.flush()

    async def block(self, person: PersonId) -> None:
        await reachability.lost(self.tx, (await people.known(self.tx, person)).chat_id)
        self.blocked.add(self.officers[person])

    async def unblock(self, person: PersonId) -> None:
        await reachability.regained(self.tx, (await people.known(self.tx, person)).chat_id)
        self.blocked.discard(self.officers[person])

    async def go_away(self, person: PersonId) -> None:
        day, officer = today(self.tx.now), self.officers[person]
        await absences.set_absence(self.tx, await people.known(self.tx, person), officer, day, day, None)
        self.away.add(officer)

    async def come_back(self, person: PersonId) -> None:
        absence = await stored_absences.of_officer(self.tx, self.officers[person])
        if absence is not None:
            await absences.end(self.tx, await people.known(self.tx, person), absence.id)
            self.away.discard(self.officers[person])

    async def switch(self) -> None:
        before = await self.owners()
        self.in_turn = not self.in_turn
        await areas.set_in_turn(self.tx, self.area, in_turn=self.in_turn)
        assert await self.owners() == before

    async def take_post(self) -> None:
        person, officer = await serving(self.tx, self.area)
        self.officers[person] = officer
        await queue.take_along(self.tx, self.area, officer)
        had = [each for each in await self.owners() if each == officer]
        assert not had  # no flood

    async def arrives(self, *, danger: bool) -> None:
        case_id = await village.case(self.tx, self.area)
        await cases.save(self.tx, replace(await self.loaded(case_id), emergency=danger))
        desk = await pauses.desk_at(self.tx, case_id, self.area)
        await cases.add_event(self.tx, case_id, Act.SEND, Side.RESIDENT)
        case = await queue.take_turn(self.tx, await self.loaded(case_id), desk, Side.RESIDENT)
        self.cases.append(case_id)
        if self.in_turn and self.present():
            assert case.officer_id in self.present()
            assert case.status is Status.IN_WORK
            assert case.shared is danger
        else:
            assert case.officer_id is None
        if case.officer_id is not None:
            self.counts[case.officer_id] += 1

    async def share(self, person: PersonId) -> None:
        officer = self.officers[person]
        for case_id in self.cases:
            if (await self.loaded(case_id)).officer_id == officer:
                actor = await people.known(self.tx, person)
                await transfers.transfer(self.tx, actor, case_id, ToArea(self.area))
                return

    async def pause(self, officer: OfficerId) -> None:
        """Of a resident who has nothing else, so that it concerns no other case."""
        for case_id in self.cases:
            case = await self.loaded(case_id)
            if case.officer_id == officer and not case.paused_until:
                await stored_pauses.add(self.tx, case_id, officer, "reason", self.tx.now + village.DAY)
                return

    async def loaded(self, case_id: CaseId) -> Case:
        found = await cases.by_id(self.tx, case_id)
        assert found is not None
        return found

    async def owners(self) -> list[OfficerId | None]:
        return [(await self.loaded(case_id)).officer_id for case_id in self.cases]

    # What must hold.

    async def agrees(self) -> None:
        given = [self.counts.get(each, 0) for each in self.present()]
        assert not given or max(given) - min(given) <= 1
        for case_id in self.cases:
            case = await self.loaded(case_id)
            everybody = [*self.officers, self.coordinator]
            seeing = [each for each in everybody if await access.at_some_desk(self.tx, each, case_id)]
            reachable = {person for person, id_ in self.officers.items() if id_ not in self.blocked | self.away}
            assert {*seeing} & (reachable | {self.coordinator})
            if case.shared:
                assert {*seeing} >= {person for person, id_ in self.officers.items() if id_ not in self.away}


async def serving(tx: Transaction, area: AreaId) -> tuple[PersonId, OfficerId]:
    person = await village.person(tx)
    officer = await officers.add(tx, person)
    await tx.execute(
        "update officers set rank = 'rank', name = 'name', position = 'pog' where id = :officer", officer=officer
    )
    await officers.open_desk(tx, officer)
    await officers.assign(tx, officer, area)
    return person, officer


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, min_size=5, max_size=25))
async def test_turns_are_fair_since_the_last_change_and_every_case_is_seen_by_somebody_who_can_be_reached(
    store: Store, acts: list[tuple[str, int]]
) -> None:
    async def story(tx: Transaction) -> None:
        place = await village.area(tx)
        await areas.set_whole(tx, place, True)
        await areas.set_in_turn(tx, place, in_turn=True)
        found = Area(tx, place, dict([await serving(tx, place), await serving(tx, place)]), PersonId(0))
        found.coordinator = await village.coordinator(tx, village.HERE)
        found.counts = dict.fromkeys(found.present(), 0)
        for act in acts:
            await found.plays(*act)
            await found.agrees()
        raise EndOfStory

    with suppress(EndOfStory):
        await store.transact(story)
