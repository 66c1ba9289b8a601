"""docs/security.md and docs/privacy.md promise nothing that no test shows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(("name", "least"), [("security", 30), ("privacy", 6)])
def test_every_test_that_the_page_names_is_there(name: str, least: int) -> None:
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    written = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert len(named) >= least
    assert sorted(each for each in named if f"def {each}(" not in written) == []
