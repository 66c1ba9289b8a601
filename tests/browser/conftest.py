"""One demo for all tests of a worker: each opens the page anew and brings residents of its own. What needs no demo has
a `puppet` in its place.

`make browser` brings Chromium. Where there is none these tests are skipped, and `make test` says so at its end.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.desk import CHROMIUM, DESKTOP, Desk, demo, looking


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
    """The demo's page, open."""
    with looking(address, request.param) as desk:
        yield desk
