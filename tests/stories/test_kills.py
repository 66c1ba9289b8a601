"""The bot is killed in the middle of its work, a few times on each database. `make crash` makes many more."""

import random
from pathlib import Path

from bot.domain.broadcasts import Delivery
from bot.workers.flights import IN_FLIGHT
from tests.crash.morning import morning
from tests.crash.siege import besiege
from tests.postgres import PostgresServer

RATE = 50  # messages a second


def new_seed() -> int:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")  # shown when the test fails
    return seed


async def test_whoever_kills_the_bot_on_sqlite_loses_no_message(tmp_path: Path) -> None:
    account = await besiege(f"sqlite:///{tmp_path / 'bot.sqlite3'}", new_seed(), kills=3, rate=RATE)
    account.check()


async def test_whoever_kills_the_bot_on_postgresql_loses_no_message(postgres: PostgresServer) -> None:
    async with postgres.database() as address:
        account = await besiege(address, new_seed(), kills=1, rate=RATE)
    account.check()


async def test_ten_thousand_are_reminded_once_though_the_bot_is_killed_that_morning(tmp_path: Path) -> None:
    account = await morning(f"sqlite:///{tmp_path / 'bot.sqlite3'}", 10_000)
    assert account.total() == 10_000
    assert set(account) <= {(Delivery.DELIVERED, 1), (Delivery.UNKNOWN, 0), (Delivery.UNKNOWN, 1)}
    assert sum(chats for (state, _), chats in account.items() if state is Delivery.UNKNOWN) <= IN_FLIGHT
