"""The file of keys: made once, whole at any instant, for its owner alone; a damaged one is refused without secrets."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.storage.key_file import KeyFile, NoKeys, WrongKeys, keys_in


@pytest.fixture
def file(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "keys" / "keys.json")


def test_it_is_made_with_one_key_that_only_its_owner_may_read(file: KeyFile) -> None:
    assert file.make()
    assert [each.id for each in file.read().keys] == [1]
    assert file.path.stat().st_mode & 0o777 == 0o600
    assert file.path.parent.stat().st_mode & 0o777 == 0o700
    assert [each.name for each in file.path.parent.iterdir()] == ["keys.json"]


def test_many_that_make_it_at_once_end_with_one(file: KeyFile) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: (file.make(), file.read()), range(40)))
    assert sum(new for new, _ in made) == 1
    assert len({content.keys[0].secret for _, content in made}) == 1


def test_a_new_key_comes_last_and_an_old_one_goes(file: KeyFile) -> None:
    file.make()
    first = file.read()
    file.write(first.with_new())
    assert [each.id for each in file.read().keys] == [1, 2]
    assert file.read().keys[0] == first.keys[0]
    file.write(file.read().without(1).with_new())
    assert [each.id for each in file.read().keys] == [2, 3]
    assert file.read().order == first.order


def test_where_none_is_says_so(file: KeyFile) -> None:
    with pytest.raises(NoKeys, match=r"keys\.json"):
        file.read()


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{}",
        "HUSH",
        '{"keys": [], "order": "SFVTSA=="}',
        '{"keys": [{"id": 1, "secret": "SFVTSA=="}], "order": "SFVTSA=="}',
        '{"keys": [{"id": 1, "secret": "no base64: HUSH"}], "order": ""}',
    ],
)
def test_what_are_no_keys_is_refused_without_being_repeated(file: KeyFile, damaged: str) -> None:
    file.path.parent.mkdir()
    file.path.write_text(damaged, encoding="utf-8")
    with pytest.raises(WrongKeys) as refused:
        file.keys().load()
    assert "HUSH" not in str(refused.value)
    assert "SFVT" not in str(refused.value)


def test_the_environment_holds_what_a_file_holds(file: KeyFile) -> None:
    file.make()
    given = keys_in(file.path.read_text(encoding="utf-8"), "BOT_KEYS")
    given.load()
    own = file.keys()
    own.load()
    assert given.ring == own.ring
    assert given.make is None
    assert set(json.loads(file.path.read_text(encoding="utf-8"))) == {"keys", "order"}
