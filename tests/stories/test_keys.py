"""The keys of the database: made at the first start, told apart, replaced while the bot runs, given up."""

from pathlib import Path

import pytest

from bot.storage.key_file import Content, KeyFile, dump
from tests.process import environment
from tests.stories.commands import Env, carried_out, stored

SEALED_BY = (
    "select distinct substr(external_id, 2, 1) from accounts union select distinct substr(body, 2, 1) from inbox"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "bot.sqlite3"


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "keys.json"


def kept(keys: Path) -> Content:
    return KeyFile(keys).read()


def is_there(keys: Path) -> bool:
    return keys.exists()


def taken_away(keys: Path) -> Path:
    return keys.rename(keys.with_name("elsewhere"))


def put_back(keys: Path, away: Path) -> None:
    away.rename(keys)


@pytest.fixture
def env(file: Path, keys: Path) -> Env:
    """Of a bot whose keys are in a file."""
    return environment(None, file, BOT_KEYS="", BOT_KEYS_FILE=str(keys))


async def test_the_first_start_makes_them_and_says_so(env: Env, keys: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = await carried_out("migrate", env=env)
    assert code == 0
    said += capsys.readouterr().out
    assert "made the keys of the database" in said
    assert str(keys) in said
    before = kept(keys)
    _, said = await carried_out("migrate", env=env)
    assert "made the keys" not in said + capsys.readouterr().out
    assert kept(keys) == before


async def test_a_database_without_its_keys_is_refused_and_gets_no_new_ones(env: Env, keys: Path) -> None:
    await carried_out("migrate", env=env)
    away = taken_away(keys)
    code, said = await carried_out("migrate", env=env)
    assert (code, is_there(keys)) == (2, False)
    assert "Without its keys nobody can read this database" in said
    code, said = await carried_out("check", env=env)
    assert code == 1
    assert "Without them the database cannot be read" in " ".join(said.split())
    put_back(keys, away)
    assert (await carried_out("migrate", env=env))[0] == 0


async def test_the_keys_of_another_database_are_refused(env: Env, keys: Path) -> None:
    await carried_out("migrate", env=env)
    taken_away(keys)
    other = {**env, "BOT_DATABASE": f"{env['BOT_DATABASE']}-2"}
    await carried_out("migrate", env=other)
    code, said = await carried_out("migrate", env=env)
    assert code == 2
    assert "Use the keys that were made for this database" in said


async def test_check_notes_keys_beside_the_database(env: Env, file: Path) -> None:
    beside = {**env, "BOT_KEYS_FILE": str(file.parent / "keys.json")}
    await carried_out("migrate", env=beside)
    _, said = await carried_out("check", env=beside)
    assert "who takes the one has the other" in " ".join(said.split())
    _, said = await carried_out("check", env=env)
    assert "who takes the one" not in " ".join(said.split())


async def test_a_new_key_seals_everything_and_the_old_one_is_given_up(env: Env, file: Path, keys: Path) -> None:
    await carried_out("migrate", env=env)
    code, said = await carried_out("keys", "drop", "1", env=env)
    assert code == 1
    assert "First make another" in said
    code, said = await carried_out("keys", "rotate", env=env)
    assert code == 0
    assert "Everything is sealed by the newest key" in said
    assert [each.id for each in kept(keys).keys] == [1, 2]
    _, said = await carried_out("keys", "list", env=env)
    assert "seals what is written" in said
    assert "values to be sealed again: 0" in said
    secrets = [each.secret for each in kept(keys).keys]
    assert not [each for each in secrets if each in said]
    code, said = await carried_out("keys", "drop", "1", env=env)
    assert code == 0
    assert [each.id for each in kept(keys).keys] == [2]
    code, _ = await carried_out("keys", "drop", "1", env=env)
    assert code == 1
    assert (await carried_out("migrate", env=env))[0] == 0
    assert {(each[0], each[1]) for each in stored(file, "select act, subject_id from audit")} == {
        ("made", "2"),
        ("dropped", "1"),
    }


async def test_keys_of_the_environment_are_changed_where_they_are_set(env: Env, keys: Path) -> None:
    await carried_out("migrate", env=env)
    given = {**env, "BOT_KEYS": dump(kept(keys)), "BOT_KEYS_FILE": ""}
    taken_away(keys)
    assert (await carried_out("migrate", env=given))[0] == 0
    code, said = await carried_out("keys", "rotate", env=given)
    assert code == 1
    assert "are changed where they are set" in said
