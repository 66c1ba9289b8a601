"""What people had erased stays erased: a list beside the backups says what a restored one has to forget again."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.commands import common
from bot.domain.erasures import What
from bot.storage import erasures
from bot.workers.schedule import tick
from simulator import Simulator
from tests.process import a_bot, environment, started
from tests.stories.backups import again, backed_up, halted, operator, restored
from tests.stories.commands import Env, carried_out, stored
from tests.town import Town

HEAD = "# What bot 100 has erased on request: when, what, its id. Keep it beside the backups.\n"


@pytest.fixture
def here(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's bot, at the town's time."""
    monkeypatch.setattr(common, "SystemClock", lambda: town.clock)
    return operator(tmp_path)


async def erased(town: Town, subject_id: int, what: What = What.CASE_WORDS) -> str:
    """An erasure as the database has it, before anything has come of it; and its line in the list."""
    await town.app.store.transact(partial(erasures.note, what=what, subject_id=subject_id))
    return f"{town.clock.now().isoformat()} {what} {subject_id}\n"


def list_in(folder: Path) -> str:
    return (folder / "erasures.txt").read_text()


async def test_an_erasure_is_in_the_list_within_a_minute(either_town: Town, tmp_path: Path) -> None:
    await either_town.passes(minutes=1)
    assert list_in(tmp_path) == HEAD
    first = await erased(either_town, 7)
    await either_town.passes(minutes=1)
    second = await erased(either_town, 8, What.PERSON)
    await either_town.passes(minutes=1)
    await either_town.passes(minutes=1)
    assert list_in(tmp_path) == HEAD + first + second


async def test_what_a_process_left_unwritten_is_written_by_the_next(town: Town, tmp_path: Path) -> None:
    await town.passes(minutes=1)
    line = await erased(town, 7)
    await halted(town)
    assert list_in(tmp_path) == HEAD
    async with again(town, tmp_path) as later:
        await later.passes(minutes=1)
    assert list_in(tmp_path) == HEAD + line


async def test_a_list_that_was_lost_or_cut_is_written_again(town: Town, tmp_path: Path) -> None:
    lines = [await erased(town, number) for number in (7, 8)]
    await town.passes(minutes=1)
    whole = HEAD + "".join(lines)
    for left in ("", HEAD[:-3], HEAD, whole[:-1], whole[:-3], whole[: -len(lines[1]) + 5]):
        (tmp_path / "erasures.txt").write_text(left)
        await town.passes(minutes=1)
        assert list_in(tmp_path) == whole
    (tmp_path / "erasures.txt").unlink()
    await town.passes(minutes=1)
    assert list_in(tmp_path) == whole


async def test_the_list_of_another_bot_is_left_alone(town: Town, tmp_path: Path) -> None:
    await erased(town, 7)
    await town.settled()
    for others in (HEAD.replace("100", "7"), "notes\n"):
        (tmp_path / "erasures.txt").write_text(others)
        assert await tick(town.app.store) == ["list_erasures"]
        assert list_in(tmp_path) == others


async def test_a_restored_backup_forgets_what_was_erased_since(town: Town, here: Env, tmp_path: Path) -> None:
    before = await erased(town, 6)
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    since = [await erased(town, number) for number in (7, 8)]
    await town.passes(minutes=1)
    await halted(town)
    assert "Erased again, as people had asked for: 2." in await restored(here, file, "--replace")
    found = stored(tmp_path / "bot.sqlite3", "select subject_id from erasures order by id")
    assert found == [(6,), (7,), (8,)]
    async with again(town, tmp_path) as later:  # a second restore would find nothing new, and the list has each once
        await later.passes(minutes=1)
    assert list_in(tmp_path) == HEAD + before + "".join(since)


async def test_without_the_list_nothing_is_restored_unless_the_operator_says_it_is_lost(
    town: Town, here: Env, tmp_path: Path
) -> None:
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    await halted(town)
    key, path = str(tmp_path / "key.txt"), tmp_path / "erasures.txt"
    kept = path.rename(tmp_path / "elsewhere.txt")
    command = ("restore", str(file), "-i", key, "--replace")
    code, said = await carried_out(*command, env=here)
    assert (code, "erasures.txt is not there. Without it comes back what people had erased" in said) == (1, True), said
    path.write_text(HEAD.replace("100", "7"))
    code, said = await carried_out(*command, env=here)
    assert (code, "not the list of bot 100" in said) == (1, True), said
    path.write_text(HEAD + "yesterday everything 7\n")
    code, said = await carried_out(*command, env=here)
    assert (code, "line 2 cannot be read" in said) == (1, True), said
    path.unlink()
    assert "Erased again, as people had asked for: 0." in await restored(here, file, "--replace", "--without-erasures")
    assert kept.exists()


async def test_a_database_older_than_the_list_does_not_start(town: Town, here: Env, tmp_path: Path) -> None:
    await town.passes(minutes=1)
    await halted(town)
    older = shutil.copy(tmp_path / "bot.sqlite3", tmp_path / "older.sqlite3")
    async with again(town, tmp_path) as later:
        await erased(later, 7)
        await later.passes(minutes=1)
    shutil.copy(older, tmp_path / "bot.sqlite3")
    async with Simulator(SystemClock()) as telegram:
        a_bot(telegram)
        async with started("run", env=environment(telegram, tmp_path / "bot.sqlite3")) as bot:
            assert await bot.ends() == 1
    assert "it is older than the last 1 in the list of erasures. First: python -m bot restore" in bot.said[-1]
    code, said = await carried_out("restore", "--already-restored", env=here)
    assert (code, "Erased again, as people had asked for: 1." in said) == (0, True), said
    async with again(town, tmp_path) as later:
        await later.settled()
