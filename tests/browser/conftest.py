"""One demo and one browser for all tests of a worker: each opens the page anew and brings residents of its own.

`make browser` brings Chromium. Where there is none these tests are skipped, and `make test` says so at its end.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.desk import CHROMIUM, DESKTOP, Desk, browsing, demo, opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None:
        here = Path(__file__).parent
        for item in items:
            if here in item.path.parents:
                item.add_marker(pytest.mark.skip("no chromium: make browser"))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo's page is."""
    with demo(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture(params=[DESKTOP], ids=["desktop"])
def desk(address: str, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The page, open; at the end nothing may stand in the browser's console."""
    complaints: list[str] = []
    with browsing() as browser:
        desk = opened(browser, address, request.param)
        desk.page.on(
            "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
        )
        desk.page.on("pageerror", lambda error: complaints.append(str(error)))
        yield desk
    assert complaints == []
