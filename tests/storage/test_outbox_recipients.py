"""Who gets a letter: to whom the outbox takes one for a resident, a desk or the coordinators."""

from collections.abc import Awaitable, Callable

from bot.domain.letters import CoordinatorsOf, DeskMember, DeskOf, Party, ResidentOf
from bot.storage.transaction import Store, Transaction
from tests.storage import village
from tests.storage.letters import ONE, somebody, tell, waiting

Scene = Callable[[Transaction], Awaitable[tuple[Party, list[str]]]]


async def agree(store: Store, scene: Scene) -> None:
    """A letter to the scene's party goes to those whom the scene names, and to nobody else."""

    async def write(tx: Transaction) -> list[str]:
        party, expected = await scene(tx)
        tx.outbox.tell(party, ONE)
        return expected

    expected = await store.transact(write)
    assert sorted(row.recipient for row in await waiting(store)) == sorted(expected)


async def test_a_case_leads_to_its_resident(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        case_id = await village.case(tx)
        await village.case(tx)
        return ResidentOf(case_id), [f"resident:{case_id}"]

    await agree(store, scene)


async def test_a_letter_to_a_resident_whose_link_is_cut_reaches_nobody(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        case_id = await village.case(tx)
        await tx.execute("delete from case_links where case_id = :id", id=case_id)
        return ResidentOf(case_id), []

    await agree(store, scene)


async def test_a_new_case_goes_to_every_officer_of_its_area_and_to_no_coordinator(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        one, other = await village.officer(tx, area), await village.officer(tx, area)
        await village.officer(tx, await village.area(tx))
        await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"desk:{case_id}:{one}", f"desk:{case_id}:{other}"]

    await agree(store, scene)


async def test_a_case_that_an_officer_has_goes_to_him_alone(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        owner, _ = await village.officer(tx, area), await village.officer(tx, area)
        case_id = await village.case(tx, area, officer_id=owner)
        return DeskOf(case_id), [f"desk:{case_id}:{owner}"]

    await agree(store, scene)


async def test_an_officer_who_has_left_the_area_is_not_notified_of_its_new_cases(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        left, stays = await village.officer(tx, area), await village.officer(tx, area)
        await tx.execute("update assignments set until = :now where officer_id = :left", now=tx.now, left=left)
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"desk:{case_id}:{stays}"]

    await agree(store, scene)


async def test_where_nobody_serves_a_case_goes_to_the_coordinators_of_its_oblast_and_of_the_country(
    store: Store,
) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        here, country = await village.coordinator(tx, village.HERE), await village.coordinator(tx, None)
        await village.coordinator(tx, village.ELSEWHERE)
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"coordinator:{case_id}:{here}", f"coordinator:{case_id}:{country}"]

    await agree(store, scene)


async def test_a_person_who_coordinates_twice_is_notified_once(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        both = await village.coordinator(tx, village.HERE)
        await tx.execute(
            """insert into parts(person_id, role, scope, since)
               select person_id, role, 'country', since from parts where person_id = :both""",
            both=both,
        )
        case_id = await village.case(tx, area)
        return DeskOf(case_id), [f"coordinator:{case_id}:{both}"]

    await agree(store, scene)


async def test_a_complaint_goes_to_coordinators_and_never_to_an_officer(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        await village.officer(tx, area)
        here = await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area, confidential=True)
        return DeskOf(case_id), [f"coordinator:{case_id}:{here}"]

    await agree(store, scene)


async def test_a_case_that_a_coordinator_has_taken_goes_to_him_alone(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        await village.officer(tx, area)
        mine, _ = await village.coordinator(tx, village.HERE), await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area, coordinator_id=mine)
        return DeskOf(case_id), [f"coordinator:{case_id}:{mine}"]

    await agree(store, scene)


async def test_coordinators_can_be_notified_although_an_officer_has_the_case(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        owner = await village.officer(tx, area)
        here = await village.coordinator(tx, village.HERE)
        case_id = await village.case(tx, area, officer_id=owner)
        return CoordinatorsOf(case_id), [f"coordinator:{case_id}:{here}"]

    await agree(store, scene)


async def test_one_officer_at_a_desk_can_be_notified_alone(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        one, _ = await village.officer(tx, area), await village.officer(tx, area)
        case_id = await village.case(tx, area)
        return DeskMember(case_id, one), [f"desk:{case_id}:{one}"]

    await agree(store, scene)


async def test_an_officer_who_has_no_account_yet_is_notified_of_nothing(store: Store) -> None:
    async def scene(tx: Transaction) -> tuple[Party, list[str]]:
        area = await village.area(tx)
        officer = await village.officer(tx, area)
        await tx.execute("delete from desks where officer_id = :id", id=officer)
        return DeskOf(await village.case(tx, area)), []

    await agree(store, scene)


async def test_a_letter_goes_to_the_chat_that_its_person_has(store: Store) -> None:
    party = await somebody(store)
    await tell(store, party)
    [row] = await waiting(store)
    assert (row.person_id, row.language) == (party.person_id, "uk")
