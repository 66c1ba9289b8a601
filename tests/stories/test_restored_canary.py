"""What a person had erased after the backup comes back with no restore: neither text, nor name, nor account."""

import asyncio
import io
from pathlib import Path

import pytest

from bot import age
from bot.commands import common
from bot.services import restoring
from bot.storage.postgres import PostgresDatabase
from bot.storage.transaction import Store
from tests.keys import same_keys
from tests.postgres import BINARIES, PostgresServer, installed
from tests.process import environment
from tests.stories.backups import KEY, again, backed_up, halted, operator, restored
from tests.stories.cases import asks, talk
from tests.stories.commands import Env, carried_out, stored
from tests.stories.test_erased import holding
from tests.stories.test_merges import proposes, two_cases
from tests.stories.test_my_data import cuts, erases_all
from tests.town import Town, a_town, on_postgresql

CANARY, NAME, USERNAME = "канарка-у-копії", "Канарка Прізвищенко", "kanarka_username"


@pytest.fixture
def here(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's bot, at the town's time."""
    monkeypatch.setattr(common, "SystemClock", lambda: town.clock)
    return operator(tmp_path)


@pytest.mark.usefixtures("in_the_clear")
async def test_what_was_erased_on_request_is_in_no_file_of_a_restored_bot(
    town: Town, here: Env, tmp_path: Path
) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена", username=USERNAME)
    await asks(olena, f"{CANARY} з іменем", NAME)
    await asks(olena, f"{CANARY} без імені")
    await olena.sends_photo(f"Фото: {CANARY}")
    await ivan.says(f"Відповідь: {CANARY}", reply_to=await ivan.sees(f"{CANARY} без імені", anywhere=True))
    await town.passes(minutes=2)
    file = await backed_up(here, tmp_path)
    canaries = (CANARY, NAME, USERNAME, str(olena.id))
    assert all(holding(tmp_path, each) == ["bot.sqlite3"] for each in canaries if each != USERNAME)

    await olena.says("/start")
    await erases_all(olena)
    await town.passes(minutes=2)
    assert [each for each in canaries if holding(tmp_path, each)] == []
    await halted(town)
    (tmp_path / "bot.sqlite3").unlink()

    assert "Erased again, as people had asked for: 1." in await restored(here, file)
    async with again(town, tmp_path) as later:
        await later.passes(minutes=2)
        assert [each for each in canaries if holding(tmp_path, each)] == []
        await ivan.does_not_see(CANARY, anywhere=True)
    assert [each for each in canaries if holding(tmp_path, each)] == []
    assert [each for each in canaries if each.encode() in file.read_bytes()] == []


@pytest.mark.usefixtures("in_the_clear")
async def test_a_case_that_was_merged_since_the_backup_is_erased_with_the_other_one(
    town: Town, here: Env, tmp_path: Path
) -> None:
    both = await two_cases(town)
    await both.olena.says(f"{CANARY} у другому", reply_to=await both.olena.sees("КШ-2026-000002", anywhere=True))
    await town.passes(minutes=2)
    file = await backed_up(here, tmp_path)
    await proposes(town, both.ivan)
    await both.olena.presses("Так, одна справа")
    await town.settled()
    await town.stored("delete from case_links returning case_id")  # their time is over
    code, said = await carried_out("people", "erase", "КШ-2026-000002", "--yes", env=here)
    assert (code, "cases: 2" in said, "Receipt 1" in said) == (0, True, True), said
    town.app.ring()  # as the bot does each minute
    await town.passes(minutes=2)
    assert holding(tmp_path, CANARY) == []
    await halted(town)
    assert "Erased again, as people had asked for: 2." in await restored(here, file, "--replace")
    async with again(town, tmp_path) as later:
        await later.passes(minutes=2)
        assert holding(tmp_path, CANARY) == []
        await both.ivan.does_not_see(CANARY, anywhere=True)


async def test_a_link_that_was_cut_since_the_backup_is_cut_again(town: Town, here: Env, tmp_path: Path) -> None:
    olena = (await talk(town)).olena
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    await olena.presses("Мої звернення")
    await cuts(olena)
    await town.passes(minutes=1)
    await halted(town)
    await restored(here, file, "--replace")
    assert stored(tmp_path / "bot.sqlite3", "select count(*) from case_links") == [(0,)]
    async with again(town, tmp_path):
        await olena.presses("Мої звернення")
        await olena.sees("Ви ще нічого не надсилали")


async def output(program: str, *arguments: str, given: bytes = b"") -> bytes:
    """Of one of PostgreSQL's own programs."""
    process = await asyncio.create_subprocess_exec(
        installed() / BINARIES / program, *arguments, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await process.communicate(given)
    assert process.returncode == 0
    return said


@pytest.mark.usefixtures("in_the_clear")
async def test_postgresql_is_backed_up_by_its_own_tools_and_forgets_as_well(
    request: pytest.FixtureRequest, postgres: PostgresServer, tmp_path: Path
) -> None:
    async with on_postgresql(request) as database, a_town(database, tmp_path) as town, postgres.database() as new:
        address = str(database._dsn)  # type: ignore[attr-defined]  # noqa: SLF001
        await town.officer("Іван Петренко", await town.area())
        olena = await town.resident("Олена")
        await asks(olena, CANARY, NAME)
        await town.passes(minutes=2)
        backup = io.BytesIO()
        age.encrypt(io.BytesIO(await output("pg_dump", "--format=custom", "--dbname", address)), backup, [KEY.public])
        await olena.says("/start")
        await erases_all(olena)
        await town.passes(minutes=2)

        dump = io.BytesIO()
        age.decrypt(io.BytesIO(backup.getvalue()), dump, [KEY])
        await output("pg_restore", "--no-owner", "--exit-on-error", "--dbname", new, given=dump.getvalue())
        later = PostgresDatabase(new, same_keys())
        await later.open()
        store = Store(later, town.clock, town.app.store.policy)
        with pytest.raises(restoring.NotFinished, match="older than the last 1 in the list of erasures"):
            await store.transact(restoring.check_finished)
        env = environment(None, new, BOT_ERASURE_LIST=str(tmp_path / "erasures.txt"))
        code, said = await carried_out("restore", "--already-restored", env=env)
        assert (code, "Erased again, as people had asked for: 1." in said) == (0, True), said
        await store.transact(restoring.check_finished)
        await later.close()
        left = (await output("pg_dump", "--dbname", new)).decode()
        assert [each for each in (CANARY, NAME) if each in left] == []
        assert "КШ-2026-000001" in left
