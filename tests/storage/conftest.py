"""What the tests of storage begin with."""

import pytest

from bot.storage.engine import Database
from bot.storage.transaction import Store
from simulator.clock import MovedClock
from tests.town import policy


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def store(database: Database, clock: MovedClock) -> Store:
    return Store(database, clock, policy())
