"""The operator counts what is due to be erased, and erases it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands import common
from tests.process import environment
from tests.stories.commands import Env, carried_out
from tests.town import Town


@pytest.fixture
def here(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's bot, at the town's time."""
    monkeypatch.setattr(common, "SystemClock", lambda: town.clock)
    return {**environment(None, tmp_path / "bot.sqlite3"), "BOT_OPERATOR": "o.koval"}


def counts(said: str) -> dict[str, int]:
    words = (line.split() for line in said.splitlines())
    return {each[0]: int(each[1]) for each in words if len(each) == 2 and each[1].isdigit()}


async def test_a_dry_run_counts_and_erases_nothing(here: Env, town: Town) -> None:
    await town.area()
    await town.telegram.person("Хтось").starts()
    await town.settled()
    town.clock.advance(timedelta(days=8))
    for _ in range(2):
        code, said = await carried_out("retention", "--dry-run", env=here)
        assert (code, counts(said)["strangers"], counts(said)["words"]) == (0, 1, 0)


async def test_a_dry_run_counts_nothing_before_its_time(here: Env, town: Town) -> None:
    await town.telegram.person("Хтось").starts()
    await town.settled()
    town.clock.advance(timedelta(days=6))
    code, said = await carried_out("retention", "--dry-run", env=here)
    assert (code, set(counts(said).values())) == (0, {0})


async def test_the_command_erases_and_says_how_much(here: Env, town: Town) -> None:
    await town.area()
    await town.telegram.person("Хтось").starts()
    await town.settled()
    town.clock.advance(timedelta(days=8))
    code, said = await carried_out("retention", env=here)
    assert (code, counts(said)["strangers"]) == (0, 1)
    _, said = await carried_out("retention", "--dry-run", env=here)
    assert set(counts(said).values()) == {0}
    assert await town.stored("select id from persons") == []
    noted = await town.stored("select by_kind, by_name, act from audit")
    assert noted == [{"by_kind": "operator", "by_name": "o.koval", "act": "erase strangers"}]
