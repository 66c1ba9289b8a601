"""Invitations: held by the first person who proposes, for a limited time, and decided once."""

from datetime import timedelta
from functools import partial

from bot.domain.ids import AreaId, InvitationId, PersonId
from bot.domain.invitations import Invitation, InvitationScope, InvitedAs, State
from bot.storage import invitations
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.storage import village
from tests.town import policy

AREA, OTHER = AreaId(1), AreaId(2)
VALID = policy().invitations.valid
MOMENT = timedelta(seconds=1)


async def invite(store: Store, digest: str = "hash", area: AreaId = AREA) -> InvitationId:
    async def made(tx: Transaction) -> InvitationId:
        by = await village.person(tx)
        return await invitations.add(tx, InvitedAs.OFFICER, InvitationScope.AREA, str(area), by, digest, "Іван")

    return await store.transact(made)


async def propose(store: Store, invitation: InvitationId) -> bool:
    async def proposed(tx: Transaction) -> bool:
        return await invitations.propose(tx, invitation, await village.person(tx), "123456", "account")

    return await store.transact(proposed)


async def confirm(store: Store, invitation: InvitationId) -> bool:
    return await store.transact(lambda tx: invitations.confirm(tx, invitation, None))


async def end(store: Store, invitation: InvitationId, how: State = State.DECLINED) -> bool:
    return await store.transact(lambda tx: invitations.end(tx, invitation, how, None))


async def found(store: Store, invitation: InvitationId) -> Invitation:
    one = await store.transact(lambda tx: invitations.by_id(tx, invitation))
    assert one is not None
    return one


async def state(store: Store, invitation: InvitationId) -> State:
    return (await found(store, invitation)).state(store.clock.now())


async def undecided(store: Store, area: AreaId = AREA) -> list[InvitationId]:
    return [each.id for each in await store.transact(partial(invitations.undecided, area_id=area))]


async def test_a_token_opens_its_invitation(store: Store) -> None:
    invitation = await invite(store)
    opened = await store.transact(lambda tx: invitations.by_hash(tx, "hash"))
    assert opened is not None
    assert (opened.id, opened.role, opened.area_id) == (invitation, InvitedAs.OFFICER, AREA)
    assert (opened.name, await state(store, invitation)) == ("Іван", State.OPEN)
    assert await store.transact(lambda tx: invitations.by_hash(tx, "another")) is None


async def test_one_person_holds_an_invitation(store: Store) -> None:
    invitation = await invite(store)
    assert await propose(store, invitation)
    assert not await propose(store, invitation)
    assert await state(store, invitation) is State.WAITING
    assert ((await found(store, invitation)).code, (await found(store, invitation)).account) == ("123456", "account")


async def test_an_invitation_is_good_for_48_hours_and_a_proposal_for_48_more(store: Store, clock: MovedClock) -> None:
    assert timedelta(hours=48) == VALID
    in_time, late = await invite(store, "1"), await invite(store, "2")
    clock.advance(VALID - MOMENT)
    assert await propose(store, in_time)
    clock.advance(MOMENT)
    assert not await propose(store, late)
    assert await state(store, late) is State.EXPIRED
    assert await undecided(store) == [in_time]
    clock.advance(VALID - 2 * MOMENT)
    assert await state(store, in_time) is State.WAITING
    clock.advance(MOMENT)
    assert await state(store, in_time) is State.EXPIRED
    assert not await confirm(store, in_time)


async def test_a_new_token_takes_the_place_of_the_old_one(store: Store) -> None:
    invitation = await invite(store)
    await store.transact(lambda tx: invitations.set_hash(tx, invitation, "new"))
    assert await store.transact(lambda tx: invitations.by_hash(tx, "hash")) is None
    assert await store.transact(lambda tx: invitations.by_hash(tx, "new")) is not None


async def test_only_a_proposal_is_confirmed_and_once(store: Store) -> None:
    invitation = await invite(store)
    assert not await confirm(store, invitation)
    await propose(store, invitation)
    assert await confirm(store, invitation)
    assert not await confirm(store, invitation)
    assert not await end(store, invitation)
    assert await state(store, invitation) is State.CONFIRMED


async def test_what_has_ended_stays_as_it_ended(store: Store) -> None:
    declined, revoked = await invite(store, "1"), await invite(store, "2")
    await propose(store, declined)
    assert await end(store, declined)
    assert await end(store, revoked, State.REVOKED)
    assert not await end(store, declined, State.REVOKED)
    assert not await confirm(store, declined)
    assert not await propose(store, revoked)
    assert [await state(store, each) for each in (declined, revoked)] == [State.DECLINED, State.REVOKED]


async def test_what_a_person_was_recognised_by_is_forgotten_with_the_decision(store: Store) -> None:
    confirmed, declined = await invite(store, "1"), await invite(store, "2")
    for each in (confirmed, declined):
        await propose(store, each)
    await confirm(store, confirmed)
    await end(store, declined)
    for each in (confirmed, declined):
        decided = await found(store, each)
        assert (decided.code, decided.account) == (None, None)
        assert decided.proposed_by is not None


async def test_an_areas_undecided_invitations_are_listed_without_those_of_others(store: Store) -> None:
    first, second = await invite(store, "1"), await invite(store, "2")
    confirmed, elsewhere = await invite(store, "3"), await invite(store, "4", OTHER)
    for each in (second, confirmed):
        await propose(store, each)
    await confirm(store, confirmed)
    assert await undecided(store) == [first, second]
    assert await undecided(store, OTHER) == [elsewhere]


async def test_proposals_wait_in_the_order_in_which_they_expire(store: Store, clock: MovedClock) -> None:
    later, sooner, _ = await invite(store, "1"), await invite(store, "2"), await invite(store, "3")
    await propose(store, sooner)
    clock.advance(timedelta(hours=1))
    await propose(store, later)

    async def listed() -> tuple[list[InvitationId], list[InvitationId]]:
        waiting = await store.transact(lambda tx: invitations.waiting(tx, 10))
        expired = await store.transact(lambda tx: invitations.expired(tx, 10))
        return [each.id for each in waiting], [each.id for each in expired]

    assert await listed() == ([sooner, later], [])
    clock.advance(VALID - timedelta(hours=1))
    assert await listed() == ([later], [sooner])
    await end(store, sooner, State.EXPIRED)
    assert await listed() == ([later], [])


async def test_a_person_waits_in_one_place_and_not_in_another(store: Store, clock: MovedClock) -> None:
    invitation = await invite(store)
    await propose(store, invitation)
    person = (await found(store, invitation)).proposed_by
    assert person is not None

    async def waits(who: PersonId, area: AreaId) -> bool:
        return await store.transact(lambda tx: invitations.waits(tx, who, InvitationScope.AREA, str(area)))

    assert await waits(person, AREA)
    assert not await waits(person, OTHER)
    assert not await waits(PersonId(person + 1), AREA)
    assert not await store.transact(lambda tx: invitations.waits(tx, person, InvitationScope.COUNTRY, None))
    clock.advance(VALID)
    assert not await waits(person, AREA)


async def test_a_person_waits_to_coordinate_the_whole_country(store: Store) -> None:
    async def proposed(tx: Transaction) -> bool:
        person = await village.person(tx)
        country = InvitationScope.COUNTRY
        invitation = await invitations.add(tx, InvitedAs.COORDINATOR, country, None, None, "hash", None)
        await invitations.propose(tx, invitation, person, "123456", "")
        return await invitations.waits(tx, person, country, None)

    assert await store.transact(proposed)
