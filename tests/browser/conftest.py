"""One demo and one browser for all tests of a worker: each opens a page of its own and brings residents of its own.
What needs no demo has a `puppet` in its place.

`make browser` brings Chromium. Where there is none these tests are skipped, and `make test` says so at its end.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.desk import CHROMIUM, DESKTOP, Desk, browsing, demo, looking


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


@pytest.fixture(scope="session")
def launched() -> Iterator[tuple[BrowserContext, asyncio.AbstractEventLoop]]:
    """Chromium, and the event loop by which Playwright speaks to it."""
    with browsing() as browser:
        loop = asyncio.get_running_loop()
        asyncio._set_running_loop(None)  # noqa: SLF001  # as in `browser`
        yield browser, loop
        asyncio._set_running_loop(loop)  # noqa: SLF001


@pytest.fixture
def browser(launched: tuple[BrowserContext, asyncio.AbstractEventLoop]) -> Iterator[BrowserContext]:
    """Chromium. Playwright's loop counts as running as long as it is open; other tests of the worker run their own,
    so it is put aside between the tests of the page.
    """
    browser, loop = launched
    asyncio._set_running_loop(loop)  # noqa: SLF001  # Playwright offers no way to let go of it
    yield browser
    asyncio._set_running_loop(None)  # noqa: SLF001


@pytest.fixture(params=[DESKTOP], ids=["desktop"])
def desk(browser: BrowserContext, address: str, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """The demo's page, open."""
    with looking(browser, address, request.param) as desk:
        yield desk
