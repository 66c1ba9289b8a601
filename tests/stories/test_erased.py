"""What is thrown away is gone from the files as well."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.process import environment
from tests.town import Town

CANARY = "канарка-у-чернетці"


def holding(folder: Path, words: str) -> list[str]:
    """The files of a folder in which these words stand."""
    return [each.name for each in folder.iterdir() if each.is_file() and words.encode() in each.read_bytes()]


@pytest.mark.usefixtures("in_the_clear")
async def test_the_words_of_a_cancelled_draft_are_in_no_file(town: Town, tmp_path: Path) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says(f"{CANARY} {'ще слова ' * 300}")
    await olena.says(CANARY)
    await town.settled()
    assert holding(tmp_path, CANARY)
    await olena.presses("Скасувати")
    await town.passes(minutes=2)
    assert holding(tmp_path, CANARY) == []


async def test_what_a_command_writes_only_its_own_user_may_read(tmp_path: Path) -> None:
    file = tmp_path / "data" / "bot.sqlite3"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "migrate", env={**os.environ, **environment(None, file)}
    )
    assert await process.wait() == 0
    assert [oct(each.stat().st_mode & 0o777) for each in (file.parent, file)] == ["0o700", "0o600"]
