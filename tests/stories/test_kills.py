"""The bot is killed in the middle of its work, once or twice on each database. `make crash` does it many times."""

import random
from pathlib import Path

from tests.crash.morning import check, morning
from tests.crash.siege import besiege
from tests.postgres import PostgresServer

RATE = 50  # messages a second
PEOPLE = 1_000  # two batches of the plan, ten times what may be in flight


def new_seed() -> int:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")  # shown when the test fails
    return seed


async def test_whoever_kills_the_bot_on_sqlite_loses_no_message(tmp_path: Path) -> None:
    account = await besiege(f"sqlite:///{tmp_path / 'bot.sqlite3'}", new_seed(), kills=2, rate=RATE)
    account.check()


async def test_whoever_kills_the_bot_on_postgresql_loses_no_message(postgres: PostgresServer) -> None:
    async with postgres.database() as address:
        account = await besiege(address, new_seed(), kills=1, rate=RATE)
    account.check()


async def test_everyone_is_reminded_once_though_the_bot_is_killed_that_morning(tmp_path: Path) -> None:
    check(await morning(f"sqlite:///{tmp_path / 'bot.sqlite3'}", PEOPLE), PEOPLE)
