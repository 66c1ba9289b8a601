"""The tick: what is due is done, whatever else fails."""

import pytest

from bot.storage.engine import Database, DatabaseUnavailable
from bot.storage.transaction import Store, Transaction
from bot.workers import schedule
from simulator.clock import MovedClock
from tests.town import policy


@pytest.fixture
def store(sqlite: Database) -> Store:
    return Store(sqlite, MovedClock(), policy())


async def broken(tx: Transaction) -> None:
    raise ZeroDivisionError


async def away(tx: Transaction) -> None:
    raise DatabaseUnavailable


async def test_a_job_that_fails_stops_none_after_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    async def counts(tx: Transaction) -> bool:
        done.append("counts")
        return len(done) < 3

    monkeypatch.setattr(schedule, "JOBS", (broken, counts, broken))
    assert await schedule.tick(store) == ["broken", "broken"]
    assert done == ["counts"] * 3


async def test_what_a_failed_job_wrote_is_taken_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async def half(tx: Transaction) -> None:
        await tx.execute("insert into facts(key, value) values ('half', 'done')")
        raise ZeroDivisionError

    monkeypatch.setattr(schedule, "JOBS", (half,))
    assert await schedule.tick(store) == ["half"]
    assert await store.transact(lambda tx: tx.count("select key from facts where key = 'half'")) == 0


async def test_when_the_database_is_away_the_tick_ends(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    async def notes(tx: Transaction) -> None:
        done.append("notes")

    monkeypatch.setattr(schedule, "JOBS", (away, notes))
    with pytest.raises(DatabaseUnavailable):
        await schedule.tick(store)
    assert done == []


async def test_every_job_runs_on_an_empty_database(store: Store) -> None:
    assert await schedule.tick(store) == []
