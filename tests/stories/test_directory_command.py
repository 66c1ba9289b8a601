"""The operator takes the directory in from a file, and gives it out as the same form."""

from pathlib import Path

import pytest

from bot.domain.directory import Page
from tests.process import environment
from tests.stories.commands import Env, carried_out
from tests.stories.directory import KOMYSHUVAKHA, ONE_COMMUNITY, WHERE, filled, rows_in
from tests.town import Town


@pytest.fixture
def here(town: Town, tmp_path: Path) -> Env:
    """Of the town's bot."""
    return environment(None, tmp_path / "bot.sqlite3")


async def test_a_dry_run_changes_nothing_and_what_is_taken_in_is_given_out_again(
    here: Env, town: Town, tmp_path: Path
) -> None:
    file, out = tmp_path / "in.xlsx", tmp_path / "out.xlsx"
    file.write_bytes(filled(ONE_COMMUNITY))
    code, said = await carried_out("directory", "import", str(file), "--dry-run", env=here)
    assert (code, "created: “Громади”, row 2: the community is added" in said) == (0, True)
    assert await town.stored("select code from communities") == []
    code, said = await carried_out("directory", "import", str(file), env=here)
    assert (code, "error: 0" in said) == (0, True)
    assert await town.stored("select oblast, enrolled_by from communities") == [
        {"oblast": "UA23000000000064947", "enrolled_by": None}
    ]
    code, said = await carried_out("directory", "export", str(out), env=here)
    assert (code, "communities: 1" in said) == (0, True)
    assert rows_in(out.read_bytes(), Page.COMMUNITIES) == [[KOMYSHUVAKHA, "Комишуваська", "згодна"]]
    code, said = await carried_out("directory", "import", str(out), env=here)
    assert (code, "created: 0, changed: 0" in said) == (0, True)
    who = await town.stored("select distinct by_kind from audit where subject_kind = 'area'")
    assert who == [{"by_kind": "operator"}]


async def test_a_file_with_an_error_is_not_taken_in(here: Env, town: Town, tmp_path: Path) -> None:
    file = tmp_path / "in.xlsx"
    file.write_bytes(filled({**ONE_COMMUNITY, Page.AREAS: [(*WHERE, "Центр", "Атлантида")]}))
    code, said = await carried_out("directory", "import", str(file), env=here)
    assert (code, "nothing was changed" in said, "no name “Атлантида”" in said) == (1, True, True)
    assert await town.stored("select code from communities") == []
    code, said = await carried_out("directory", "import", str(tmp_path / "none.xlsx"), env=here)
    assert (code, "No such file" in said) == (1, True)
    file.write_bytes(b"a text")
    code, said = await carried_out("directory", "import", str(file), env=here)
    assert (code, "not an Excel table" in said) == (1, True)


async def test_the_template_can_be_written_without_a_database(here: Env, tmp_path: Path) -> None:
    file = tmp_path / "form.xlsx"
    code, _ = await carried_out("directory", "template", str(file), env=here)
    assert (code, rows_in(file.read_bytes(), Page.HOURS)) == (0, [])
