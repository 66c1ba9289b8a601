"""The operator backs the bot up while it works, and restores it."""

import asyncio
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.stories.backups import KEY, again, backed_up, halted, operator, restored, secret
from tests.stories.cases import asks
from tests.stories.commands import Env, carried_out, stored
from tests.stories.test_erased import holding
from tests.town import Town

NAME = "Олена Коваль"
WORDS = "канарка-у-копії"


@pytest.fixture
def here(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's bot, at the town's time."""
    for name in ("common", "check"):
        monkeypatch.setattr(sys.modules[f"bot.commands.{name}"], "SystemClock", lambda: town.clock)
    return operator(tmp_path)


def encrypted_in(folder: Path) -> list[Path]:
    return list(folder.glob("*.age*"))


async def test_a_restored_bot_goes_on_where_the_backup_was_made(town: Town, here: Env, tmp_path: Path) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, f"До копії: {WORDS}", NAME)
    await ivan.sees(WORDS)
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    await halted(town)
    (tmp_path / "bot.sqlite3").unlink()

    said = await restored(here, file)
    assert "is restored from a backup of 2025-" in said or "is restored from a backup of 2026-" in said
    async with again(town, tmp_path):
        await ivan.presses("Прийняти")
        await ivan.says("Виїжджаю", reply_to=await ivan.sees(WORDS, anywhere=True))
        await olena.sees("Виїжджаю")


@pytest.mark.usefixtures("in_the_clear")
async def test_nothing_that_people_wrote_is_in_a_backup_without_the_key(town: Town, here: Env, tmp_path: Path) -> None:
    await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), WORDS, NAME)
    assert holding(tmp_path, WORDS)
    file = await backed_up(here, tmp_path)
    assert WORDS.encode() not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in (tmp_path / "bot.sqlite3.scratch").iterdir()] == ["lock"]


async def test_people_write_while_a_backup_is_made(town: Town, here: Env, tmp_path: Path) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Перше", NAME)
    await town.passes(minutes=1)
    backup = asyncio.create_task(backed_up(here, tmp_path))
    for count in range(20):
        await olena.says(f"Далі {count}")
    await backup
    await town.settled()
    assert len(await town.stored("select id from case_messages")) == 21
    await halted(town)
    await restored(here, tmp_path / "copy.age", "--replace")
    [[after]] = stored(tmp_path / "bot.sqlite3", "select count(*) from case_messages")
    assert 1 <= int(str(after)) <= 21
    assert stored(tmp_path / "bot.sqlite3", "pragma integrity_check") == [("ok",)]


async def test_a_backup_in_a_folder_is_named_after_its_time(town: Town, here: Env, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    (place / "backup-2026-01-01-000000.age.partial").write_text("of a killed one")
    code, said = await carried_out("backup", str(place), env=here)
    assert code == 0, said
    assert [each.name for each in place.iterdir()] == [f"backup-{town.clock.now():%Y-%m-%d-%H%M%S}.age"]
    again_at_once = await carried_out("backup", str(place), env=here)
    assert again_at_once[0] == 1
    assert "is there already, and a backup is never overwritten" in again_at_once[1]


async def test_a_backup_is_refused_in_words(town: Town, here: Env, tmp_path: Path) -> None:
    file = str(tmp_path / "copy.age")
    for change, code, words in (
        ({"BOT_BACKUP_RECIPIENT": ""}, 2, "BOT_BACKUP_RECIPIENT: not set. For example: age1"),
        ({"BOT_BACKUP_RECIPIENT": "age1nonsense"}, 2, "a public key begins with age1; a character may be missing"),
        ({"BOT_BACKUP_RECIPIENT": secret(KEY).split()[-1]}, 2, "this is a secret key: it stays elsewhere"),
        ({"BOT_DATABASE": f"sqlite:///{tmp_path}/none.sqlite3"}, 1, "none.sqlite3 is not there yet"),
        ({"BOT_DATABASE": f"sqlite:///{tmp_path}/key.txt"}, 1, "key.txt: file is not a database"),
        ({"BOT_DATABASE": "postgresql://bot:HUSH-PASSWORD@localhost/bot"}, 1, "pg_dump --format=custom"),
    ):
        got, said = await carried_out("backup", file, env={**here, **change})
        assert (got, words in said) == (code, True), said
        assert "AGE-SECRET-KEY" not in said
    got, said = await carried_out("backup", str(tmp_path / "none" / "copy.age"), env=here)
    assert (got, "No such file or directory" in said) == (1, True), said
    assert encrypted_in(tmp_path) == []


async def test_a_backup_that_finds_no_room_leaves_nothing(
    town: Town, here: Env, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1000))
        code, said = await carried_out("backup", str(tmp_path / "copy.age"), env=here)
        assert (code, "MB are free" in said) == (1, True), said
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        code, said = await carried_out("backup", str(tmp_path / "copy.age"), env=here)
        assert (code, "copy.age: No space left on device" in said) == (1, True), said
    assert encrypted_in(tmp_path) == []
    assert [each.name for each in (tmp_path / "bot.sqlite3.scratch").iterdir()] == ["lock"]


async def test_a_backup_that_does_not_open_is_no_backup(
    town: Town, here: Env, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rot(handle: int, *_: object) -> None:
        [partial] = tmp_path.glob("*.partial")
        content = bytearray(partial.read_bytes())
        content[len(content) // 2] ^= 1
        partial.write_bytes(content)

    monkeypatch.setattr("os.posix_fadvise", rot)
    code, said = await carried_out("backup", str(tmp_path / "copy.age"), env=here)
    assert (code, "what was written does not open. Look at the disk" in said) == (1, True), said
    assert encrypted_in(tmp_path) == []


async def test_the_running_bot_removes_what_a_killed_backup_left(town: Town, here: Env, tmp_path: Path) -> None:
    await backed_up(here, tmp_path)
    left = tmp_path / "bot.sqlite3.scratch" / "copy.sqlite3"
    left.write_text(WORDS)
    await town.passes(minutes=1)
    assert not left.exists()


async def test_check_says_when_the_last_backup_was_made(town: Town, here: Env, tmp_path: Path) -> None:
    await town.settled()
    _, said = await carried_out("check", env=here)
    assert "none was made yet" in said
    await backed_up(here, tmp_path)
    _, said = await carried_out("check", env=here)
    assert f"the last was made {town.clock.now():%Y-%m-%d %H:%M} UTC" in said
    await town.passes(days=3)
    _, said = await carried_out("check", env=here)
    assert "the last is more than two days old" in said


async def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path, here: Env) -> None:
    file = tmp_path / "new-key.txt"
    code, said = await carried_out("backup-key", str(file), env=here)
    assert code == 0
    public = said.split("BOT_BACKUP_RECIPIENT=")[1].strip()
    assert f"# public key: {public}\nAGE-SECRET-KEY-1" in file.read_text()
    assert "AGE-SECRET-KEY" not in said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (await carried_out("backup-key", str(file), env=here))[0] == 1
