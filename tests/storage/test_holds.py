"""Holds: who may end one, and what the night leaves while one lasts."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.bodies import Body, Kind
from bot.domain.cases import NewMessage, Side, Status
from bot.domain.ids import CaseId, PersonId
from bot.domain.people import Part, Role, Scope
from bot.storage import case_messages, cases, holds, officers, people, retention
from bot.storage.transaction import Store, Transaction
from tests.storage import village

TERM = timedelta(days=90)


async def ended(tx: Transaction) -> CaseId:
    """A case that was closed longer ago than its term, out of its desk's chats."""
    case_id = await village.case(tx, await village.area(tx), status=Status.CLOSED)
    await case_messages.add(tx, case_id, NewMessage(Side.RESIDENT, Body(Kind.TEXT, "words"), tx.now))
    await cases.save(tx, replace(await village.loaded(tx, case_id), closed_at=tx.now - 2 * TERM, waits_for=None))
    await tx.execute("update cases set chats_cleared_at = 0 where id = :id", id=case_id)
    return case_id


async def erased(tx: Transaction) -> int:
    due = await retention.count_words(tx, tx.now - TERM)
    assert await retention.erase_words(tx, tx.now - TERM, 10) == due
    return due


async def ends_of(tx: Transaction, person: PersonId) -> tuple[int, int, bool]:
    """How many holds this person is shown, by counting and by listing, and whether they may end that of the case."""
    listed = await holds.coordinated(tx, person, 10, 0)
    return (
        await holds.count_coordinated(tx, person),
        len(listed),
        await holds.managed(tx, CaseId(1), person) is not None,
    )


async def test_the_night_leaves_the_text_of_a_case_while_a_hold_lasts_and_an_hour_longer(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        held = await ended(tx)
        hold = await holds.add(tx, held, "reason", tx.now + TERM)
        assert await erased(tx) == 0
        await holds.end(tx, hold)
        tx.now += retention.RELEASED_FIRST - timedelta(seconds=1)
        assert await erased(tx) == 0
        tx.now += timedelta(seconds=2)
        assert await erased(tx) == 1
        assert await holds.by_id(tx, hold) is None

    await store.transact(story)


async def test_a_hold_that_is_taken_up_again_lasts(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        held = await ended(tx)
        hold = await holds.add(tx, held, "reason", tx.now)
        assert [each.id for each in await holds.due(tx, 10)] == [hold]
        await holds.end(tx, hold)
        assert await holds.due(tx, 10) == []
        await holds.prolong(tx, hold, tx.now + TERM)
        assert (await holds.lasting(tx, held)) == await holds.by_id(tx, hold)
        tx.now += timedelta(days=1)
        assert await erased(tx) == 0

    await store.transact(story)


async def test_the_coordinators_of_the_oblast_and_the_country_end_a_hold(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        held = await village.case(tx, await village.area(tx))
        await holds.add(tx, held, "reason", tx.now + TERM)
        assert held == CaseId(1)
        assert await ends_of(tx, await village.coordinator(tx, village.HERE)) == (1, 1, True)
        assert await ends_of(tx, await village.coordinator(tx, None)) == (1, 1, True)
        assert await ends_of(tx, await village.coordinator(tx, village.ELSEWHERE)) == (0, 0, False)
        assert await ends_of(tx, await village.person(tx)) == (0, 0, False)

    await store.transact(story)


async def test_neither_its_officer_nor_its_resident_ends_a_hold(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        resident = await village.person(tx)
        place = await village.area(tx)
        officer = await village.officer(tx, place)
        await holds.add(
            tx, await village.case(tx, place, resident=resident, officer_id=officer), "reason", tx.now + TERM
        )
        for person in (resident, await officers.person_of(tx, officer)):
            assert person is not None
            await people.add_part(tx, person, Part(Role.COORDINATOR, Scope.OBLAST, village.HERE), None)
            assert await ends_of(tx, person) == (0, 0, False)

    await store.transact(story)


async def test_a_coordinator_who_served_there_is_shown_no_hold_of_a_complaint(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        place = await village.area(tx)
        officer = await village.officer(tx, place)
        await holds.add(tx, await village.case(tx, confidential=True), "reason", tx.now + TERM)
        person = await officers.person_of(tx, officer)
        assert person is not None
        await people.add_part(tx, person, Part(Role.COORDINATOR, Scope.OBLAST, village.HERE), None)
        assert await ends_of(tx, person) == (0, 0, False)
        assert await ends_of(tx, await village.coordinator(tx, village.HERE)) == (1, 1, True)

    await store.transact(story)
