"""The operator restores a backup: what is refused and changes nothing, what is kept aside, and what a kill leaves."""

import asyncio
import random
import sqlite3
import sys
from pathlib import Path

import pytest

from bot import age
from bot.clock import SystemClock
from bot.commands import common
from bot.storage.key_file import dump, first
from simulator import Simulator
from tests.process import ROOT, a_bot, environment, started
from tests.stories.backups import KEY, again, backed_up, halted, operator, restored, secret
from tests.stories.cases import asks
from tests.stories.commands import Env, carried_out, put, stored
from tests.stories.test_kills import new_seed
from tests.town import Town

NAME = "Олена Коваль"
KILLED = -9
DYING = """
import os, pathlib, signal, sys

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

exec(sys.argv.pop(1))
from bot.commands import command_line
command_line()
"""


@pytest.fixture
def here(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Env:
    """Of the town's bot, at the town's time. The list of erasures is there."""
    monkeypatch.setattr(common, "SystemClock", lambda: town.clock)
    return operator(tmp_path)


@pytest.fixture
async def file(town: Town, here: Env, tmp_path: Path) -> Path:
    """A backup of a bot that has worked; its database is still there, and the bot has stopped."""
    await town.area()
    await town.passes(minutes=1)
    made = await backed_up(here, tmp_path)
    await halted(town)
    return made


def state(folder: Path) -> dict[str, bytes]:
    """All files there, and what is in them."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def replaced_in(folder: Path) -> list[Path]:
    return list(folder.glob("bot.sqlite3.replaced-*"))


async def refused(env: Env, file: Path, *, key: str = "key.txt", exit_code: int = 1) -> str:
    """What the command says of a restore that it refuses. Nothing is changed by it."""
    folder = file.parent
    before = state(folder)
    code, said = await carried_out("restore", str(file), "-i", str(folder / key), "--replace", env=env)
    assert code == exit_code, said
    assert secret(KEY).split()[-1] not in said
    changed = state(folder)
    changed.pop("bot.sqlite3.lock", None)
    before.pop("bot.sqlite3.lock", None)
    assert changed == before
    assert [each.name for each in (folder / "bot.sqlite3.scratch").iterdir()] == ["lock"]
    return said


async def test_a_key_that_does_not_open_it_is_refused_in_words(here: Env, file: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(secret(age.SecretKey()))
    (tmp_path / "public.txt").write_text(KEY.public)
    (tmp_path / "empty.txt").write_text("# nothing\n")
    (tmp_path / "broken.txt").write_text(secret(KEY)[:-3])
    (tmp_path / "locked.txt").write_text("age-encryption.org/v1\n-> scrypt x\n")
    for key, words in (
        ("other.txt", "this key does not open it: it was made for another key"),
        ("public.txt", "this is a public key, which closes backups and opens none"),
        ("empty.txt", "no key is in it"),
        ("broken.txt", "a character may be missing"),
        ("locked.txt", "the file of the key is encrypted itself"),
        ("none.txt", "none.txt: No such file or directory"),
    ):
        assert words in await refused(here, file, key=key)


async def test_the_key_may_come_by_the_input(here: Env, file: Path, tmp_path: Path) -> None:
    code, said = await carried_out("restore", str(file), "-i", "-", "--replace", env=here, answer=secret(KEY))
    assert (code, "is restored from a backup" in said) == (0, True), said


async def test_a_file_that_was_cut_or_changed_anywhere_is_refused(here: Env, file: Path, tmp_path: Path) -> None:
    whole = state(tmp_path)[file.name]
    damaged = tmp_path / "damaged.age"
    chance = random.Random(new_seed())  # noqa: S311  # a failure is repeated by its seed
    header = whole.index(b"---")
    cuts = {0, 1, header, header + 50, 65536, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(40))}
    for cut in sorted(cuts):
        damaged.write_bytes(whole[:cut])
        with pytest.raises(age.Damaged), damaged.open("rb") as source, (tmp_path / "out").open("wb") as target:
            age.decrypt(source, target, [KEY])
    for place in (0, header, header + 70, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(40))):
        damaged.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with (
            pytest.raises((age.Damaged, age.WrongKey)),
            damaged.open("rb") as source,
            (tmp_path / "out").open("wb") as target,
        ):
            age.decrypt(source, target, [KEY])
    for cut in (0, header, len(whole) - 1):
        damaged.write_bytes(whole[:cut])
        assert "damaged, or not the whole of it, or no backup. Nothing was changed" in await refused(here, damaged)


async def test_what_is_no_database_of_this_bot_is_refused(here: Env, file: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    for content, words in ((b"words", "file is not a database"), (None, "is a database, but not one of this bot")):
        if content is None:
            plain.unlink()
            sqlite3.connect(plain).execute("create table t(a)").connection.close()
        else:
            plain.write_bytes(content)
        assert words in await refused(here, sealed(plain))


def sealed(plain: Path) -> Path:
    made = plain.with_name(plain.name + ".age")
    with plain.open("rb") as source, made.open("wb") as target:
        age.encrypt(source, target, [KEY.public])
    return made


async def test_a_backup_of_another_bot_or_a_newer_program_is_refused(here: Env, file: Path, tmp_path: Path) -> None:
    assert "the backup is of bot 100, and BOT_TOKEN is of bot 7" in await refused({**here, "BOT_TOKEN": "7:X"}, file)
    with file.open("rb") as source, (tmp_path / "newer").open("wb") as target:
        age.decrypt(source, target, [KEY])
    put(tmp_path / "newer", "insert into schema_version(number, hash) values (9999, '')")
    assert "Use the newer program" in await refused(here, sealed(tmp_path / "newer"))


async def test_without_the_keys_that_seal_it_a_backup_is_refused(here: Env, file: Path, tmp_path: Path) -> None:
    others = {**here, "BOT_KEYS": dump(first())}
    assert "Use the keys that were made for this database" in await refused(others, file, exit_code=2)
    none = {**here, "BOT_KEYS": "", "BOT_KEYS_FILE": str(tmp_path / "none.json")}
    assert "Without its keys nobody can read this database" in await refused(none, file, exit_code=2)


async def test_a_database_that_is_there_is_kept_aside_and_only_when_asked(
    here: Env, file: Path, tmp_path: Path
) -> None:
    put(tmp_path / "bot.sqlite3", "insert into facts(key, value) values ('since', 'the backup')")
    code, said = await carried_out("restore", str(file), "-i", str(tmp_path / "key.txt"), env=here)
    assert (code, "bot.sqlite3 is there. With --replace it is kept aside" in said) == (1, True), said
    said = await restored(here, file, "--replace")
    assert "Nothing erases it: delete it as soon as all is well." in said
    [aside] = replaced_in(tmp_path)
    assert stored(aside, "select value from facts where key = 'since'") == [("the backup",)]
    assert stored(tmp_path / "bot.sqlite3", "select value from facts where key = 'since'") == []
    assert stored(tmp_path / "bot.sqlite3", "select act, subject_kind from audit") == [("restore", "backup")]


async def test_while_the_bot_works_nothing_is_restored(migrated: Path, tmp_path: Path) -> None:
    async with Simulator(SystemClock()) as telegram:
        a_bot(telegram)
        env = {**operator(tmp_path), **environment(telegram, tmp_path / "bot.sqlite3")}
        env["BOT_BACKUP_RECIPIENT"] = KEY.public
        async with started("run", env=env) as bot:
            await bot.logs("working")
            file = await backed_up(env, tmp_path)
            code, said = await carried_out(
                "restore", str(file), "-i", str(tmp_path / "key.txt"), "--replace", "--without-erasures", env=env
            )
            assert (code, "another process works on it" in said) == (1, True), said


async def killed(env: Env, at: str, *arguments: str) -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", DYING, at, *arguments, env=env, cwd=ROOT)
    assert await process.wait() == KILLED


async def test_a_backup_that_is_killed_leaves_no_file_of_its_name_and_the_next_one_cleans_up(
    town: Town, here: Env, tmp_path: Path
) -> None:
    place = tmp_path / "backups"
    place.mkdir()
    await killed(here, "os.posix_fadvise = die", "backup", str(place))
    assert [each.name.split(".", 1)[1] for each in place.iterdir()] == ["age.partial"]
    assert (tmp_path / "bot.sqlite3.scratch" / "copy.sqlite3").exists()
    code, said = await carried_out("backup", str(place), env=here)
    assert code == 0, said
    assert [each.suffix for each in place.iterdir()] == [".age"]
    assert [each.name for each in (tmp_path / "bot.sqlite3.scratch").iterdir()] == ["lock"]


@pytest.mark.parametrize("at", ["import bot.services.restoring as r; r.finish = die", "pathlib.Path.replace = die"])
async def test_a_restore_that_is_killed_has_changed_nothing_and_is_begun_again(
    here: Env, file: Path, tmp_path: Path, at: str
) -> None:
    put(tmp_path / "bot.sqlite3", "insert into facts(key, value) values ('since', 'the backup')")
    await killed(here, at, "restore", str(file), "-i", str(tmp_path / "key.txt"), "--replace")
    assert stored(tmp_path / "bot.sqlite3", "select value from facts where key = 'since'") == [("the backup",)]
    for aside in replaced_in(tmp_path):
        assert aside.samefile(tmp_path / "bot.sqlite3")
    await restored(here, file, "--replace")
    assert stored(tmp_path / "bot.sqlite3", "select value from facts where key = 'since'") == []


async def test_a_backup_that_was_put_back_by_hand_does_not_start(
    town: Town, here: Env, file: Path, tmp_path: Path
) -> None:
    with file.open("rb") as source, (tmp_path / "bot.sqlite3").open("wb") as target:
        age.decrypt(source, target, [KEY])
    async with Simulator(SystemClock()) as telegram:
        a_bot(telegram)
        async with started("run", env=environment(telegram, tmp_path / "bot.sqlite3")) as bot:
            assert await bot.ends() == 1
    assert "this is a backup that was put here by hand. First: python -m bot restore --already-restored" in bot.said[-1]
    code, said = await carried_out("restore", "--already-restored", env=here)
    assert (code, "Now start the bot." in said) == (0, True), said
    async with again(town, tmp_path) as later:
        await later.settled()


async def test_two_residents_never_get_the_same_number(town: Town, here: Env, tmp_path: Path) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, "Перше", NAME)
    await town.passes(minutes=1)
    file = await backed_up(here, tmp_path)
    await asks(olena, "Після копії", NAME)
    await olena.sees("КШ-2026-000002", anywhere=True)
    await halted(town)
    [[last]] = stored(tmp_path / "bot.sqlite3", "select max(id) from case_messages")
    await restored(here, file, "--replace")
    async with again(town, tmp_path) as later:
        await olena.says("/start")
        await asks(olena, "Після відновлення", NAME)
        await olena.sees("КШ-2026-001002")
        [_, newest] = await later.stored("select id from case_messages order by id")
        assert int(str(newest["id"])) > int(str(last))
