"""What is counted as cases change is what a recount of all rows gives, on both databases, whatever happens to them."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.cases import Case, Category, Status
from bot.domain.figures import EDGES, Period
from bot.register import CommunityCode
from bot.services import figures
from bot.storage import cases
from bot.storage import figures as stored
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.storage import village
from tests.town import KOMYSHUVAKHA, policy

ELSEWHERE = CommunityCode("UA23060070000082326")
STATUSES = (Status.NEW, Status.ANSWERED, Status.CLOSED, Status.DECLINED, Status.FORWARDED, Status.MERGED)
NEAR_WINTER_TIME = datetime(2026, 10, 24, 12, tzinfo=UTC)  # the day before clocks in Kyiv are put back


def otherwise(case: Case, chance: random.Random, now: datetime) -> Case:
    """A case after anything that can happen to it; often at the edge of a day or of a step."""
    sent = case.sent_at or now
    taken = chance.choice([None, *EDGES, EDGES[-1] + timedelta(days=1), timedelta(), timedelta(seconds=901)])
    status = chance.choice(STATUSES)
    ends = now + timedelta(minutes=chance.randrange(0, 60 * 72, 30))
    return replace(
        case,
        community=chance.choice([KOMYSHUVAKHA, ELSEWHERE]),
        first_answered_at=None if taken is None else sent + taken,
        status=status,
        closed_at=ends if status not in (Status.NEW, Status.ANSWERED) else None,
        rating=chance.choice([None, 1, 3, 4, 5]),
    )


@pytest.mark.parametrize("seed", range(3))
async def test_the_counts_are_a_recount_after_any_changes(database: Database, seed: int) -> None:
    chance, clock = random.Random(seed), MovedClock(NEAR_WINTER_TIME)  # noqa: S311  # the same changes in every run
    store = Store(database, clock, policy())

    async def comes(tx: Transaction) -> Case:
        made = await village.loaded(tx, await village.case(tx))
        new = replace(made, category=chance.choice([None, *Category]), community=KOMYSHUVAKHA)
        await cases.save(tx, new)
        figures.count(tx, None, new)
        return new

    async def changes(tx: Transaction, case: Case) -> Case:
        changed = otherwise(case, chance, tx.now)
        await cases.save(tx, changed)
        figures.count(tx, case, changed)
        return changed

    for _ in range(12):
        case = await store.transact(comes)
        for _ in range(chance.randrange(4)):
            case = await store.transact(lambda tx, case=case: changes(tx, case))  # type: ignore[misc]  # its type is known
        clock.advance(timedelta(hours=chance.randrange(1, 13)))
    assert await store.read(figures.differences) == []
    kept = await store.read(stored.kept)
    assert sum(count for each, count in kept.items() if each.measure == "sent") == 12

    async def again(tx: Transaction) -> None:
        await stored.put_all(tx, await stored.recount(tx))

    await store.transact(again)
    assert await store.read(stored.kept) == kept


async def test_a_period_is_the_sum_of_its_days(database: Database) -> None:
    store = Store(database, MovedClock(datetime(2026, 10, 31, 21, 30, tzinfo=UTC)), policy())

    async def three(tx: Transaction) -> None:
        for late in (timedelta(), timedelta(minutes=29), timedelta(minutes=30)):
            made = await village.loaded(tx, await village.case(tx))
            figures.count(tx, None, replace(made, community=KOMYSHUVAKHA, sent_at=tx.now + late))

    await store.transact(three)
    autumn = Period(datetime(2026, 9, 1).date())  # noqa: DTZ001  # a day
    found = await store.read(lambda tx: stored.counted(tx, KOMYSHUVAKHA, autumn))
    assert sum(found.sent.values()) == 2
    assert sum((await store.read(lambda tx: stored.counted(tx, KOMYSHUVAKHA, autumn.following))).sent.values()) == 1


async def test_a_message_that_changes_nothing_counted_writes_nothing(database: Database) -> None:
    store = Store(database, MovedClock(), policy())

    async def says(tx: Transaction) -> bool:
        case = await village.loaded(tx, await village.case(tx))
        tx.written.clear()
        figures.count(tx, case, replace(case, touched_at=tx.now + timedelta(hours=1), undelivered=True))
        await tx.flush()
        return "daily_counts" in tx.written

    assert not await store.transact(says)
