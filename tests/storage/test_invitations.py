"""Invitations: valid once, for a limited time, for anyone with the token."""

from datetime import timedelta
from functools import partial

from bot.domain.ids import AreaId, InvitationId
from bot.domain.invitations import InvitationScope, InvitedAs
from bot.storage import invitations
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.storage import village
from tests.town import policy

AREA, OTHER = AreaId(1), AreaId(2)


async def invite(store: Store, digest: str = "hash", area: AreaId = AREA) -> InvitationId:
    async def made(tx: Transaction) -> InvitationId:
        by = await village.person(tx)
        return await invitations.add(tx, InvitedAs.OFFICER, InvitationScope.AREA, str(area), by, digest)

    return await store.transact(made)


async def use(store: Store, invitation: InvitationId) -> bool:
    async def used(tx: Transaction) -> bool:
        return await invitations.use(tx, invitation, await village.person(tx))

    return await store.transact(used)


async def opens(store: Store, digest: str = "hash") -> bool:
    return await store.transact(lambda tx: invitations.by_hash(tx, digest)) is not None


async def test_a_token_opens_its_invitation(store: Store) -> None:
    invitation = await invite(store)
    found = await store.transact(lambda tx: invitations.by_hash(tx, "hash"))
    assert found is not None
    assert (found.id, found.role, found.area_id) == (invitation, InvitedAs.OFFICER, AREA)
    assert not await opens(store, "another")


async def test_an_invitation_works_once(store: Store) -> None:
    invitation = await invite(store)
    assert await use(store, invitation)
    assert not await use(store, invitation)
    assert not await opens(store)
    assert await store.transact(lambda tx: invitations.by_id(tx, invitation)) is None


async def test_an_invitation_is_good_for_seven_days(store: Store, clock: MovedClock) -> None:
    invitation = await invite(store)
    assert policy().invitation_valid == timedelta(days=7)
    clock.advance(timedelta(days=7) - timedelta(seconds=1))
    assert await opens(store)
    clock.advance(timedelta(seconds=1))
    assert not await opens(store)
    assert not await use(store, invitation)
    assert await store.transact(lambda tx: invitations.pending(tx, AREA)) == []


async def test_a_new_token_takes_the_place_of_the_old_one(store: Store) -> None:
    invitation = await invite(store)
    await store.transact(lambda tx: invitations.set_hash(tx, invitation, "new"))
    assert not await opens(store)
    assert await opens(store, "new")


async def test_a_revoked_invitation_opens_nothing(store: Store) -> None:
    invitation = await invite(store)
    await store.transact(lambda tx: invitations.revoke(tx, invitation))
    assert not await opens(store)
    assert not await use(store, invitation)


async def test_an_areas_invitations_are_listed_and_revoked_without_those_of_others(store: Store) -> None:
    first, second = await invite(store, "1"), await invite(store, "2")
    used, elsewhere = await invite(store, "3"), await invite(store, "4", OTHER)
    await use(store, used)
    of_area = partial(invitations.pending, area_id=AREA)
    assert [each.id for each in await store.transact(of_area)] == [first, second]
    await store.transact(lambda tx: invitations.revoke_all(tx, AREA))
    assert await store.transact(of_area) == []
    assert [each.id for each in await store.transact(partial(invitations.pending, area_id=OTHER))] == [elsewhere]


async def test_who_used_an_invitation_is_remembered_when_it_is_revoked_too_late(store: Store) -> None:
    invitation = await invite(store)
    await use(store, invitation)
    await store.transact(lambda tx: invitations.revoke(tx, invitation))

    async def user(tx: Transaction) -> int:
        sql = "select proposed_by from invitations where id = :id and confirmed_at is not null"
        return await tx.count(sql, id=invitation)

    assert await store.transact(user) == 1
