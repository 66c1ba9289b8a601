"""The demo as a process, Chromium before it, and a person's hands, for tests and for pictures."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, ViewportSize, expect, sync_playwright

from tests.process import ROOT

CHROMIUM = shutil.which("chromium")
DESKTOP = ViewportSize(width=1440, height=900)
TELEPHONE = ViewportSize(width=360, height=740)
TOUR_PATIENCE = 40_000  # ms: longer than the tour's own, which then says what it waits for
PATIENCE = 20_000  # ms: what takes longer will not come
WEEK_PATIENCE = 120_000  # ms: a week goes by with all that the clock brings, minute by minute

# The page's own texts, in its default language.
START = "РОЗПОЧАТИ"
REPLY = "Відповісти"


@dataclass(frozen=True)
class Hands:
    """A person at one telephone."""

    telephone: Locator

    def presses(self, label: str) -> None:
        """The newest button with this label."""
        self.telephone.get_by_role("button", name=label, exact=True).last.click()

    def says(self, text: str) -> None:
        self.telephone.get_by_role("textbox", name="Повідомлення").fill(text)
        self.telephone.get_by_role("button", name="Надіслати", exact=True).click()

    def sees(self, text: str) -> None:
        expect(self.message(text).last).to_be_visible()

    def sees_last(self, text: str) -> None:
        expect(self.telephone.get_by_role("article").last).to_contain_text(text)

    def message(self, text: str) -> Locator:
        return self.telephone.get_by_role("article").filter(has_text=text)

    def replies(self, to: str, text: str) -> None:
        message = self.message(to).last
        message.hover()
        message.get_by_role("button", name=re.compile(f"^{REPLY}:")).click()
        self.says(text)

    def comes_in(self) -> None:
        """From Start to a community."""
        self.presses(START)
        self.presses("Погоджуюся")
        self.sees("Напишіть назву громади")
        self.says("комишуваська")
        self.presses("Так, моя")
        self.sees("Громаду записано")


@dataclass(frozen=True)
class Desk:
    """The page as a person sees it."""

    page: Page

    def hands(self, name: str) -> Hands:
        """At the telephone of one who is there from the beginning."""
        return Hands(self.page.get_by_role("region", name=re.compile(f"^Телефон: {name}")))

    def turns_to(self, name: str) -> Hands:
        """The same; where the page is narrow, one telephone is seen at a time."""
        if self.page.viewport_size == TELEPHONE:
            self.tab(name).click()
        return self.hands(name)

    def moves_clock(self, to: str) -> None:
        """By the side panel, which a narrow page shows in the telephones' place."""
        narrow = self.page.viewport_size == TELEPHONE
        behind = self.page.get_by_role("button", name="За лаштунками")
        if narrow:
            behind.click()
        self.page.get_by_role("complementary").get_by_role("button", name=to).click()
        expect(self.page.get_by_text("Годинник іде…")).to_have_count(0, timeout=WEEK_PATIENCE)
        if narrow:
            behind.click()

    def newest(self) -> Hands:
        """At the telephone that was added last."""
        return Hands(self.page.locator("tele-phone").last)

    def adds(self, name: str) -> Hands:
        """A telephone of a resident who has not met the bot yet."""
        self.page.get_by_role("button", name="+ Додати телефон").click()
        window = self.page.get_by_role("dialog")
        window.get_by_role("textbox", name="Ім’я").fill(name)
        window.get_by_role("button", name="Додати").click()
        return self.hands(name)

    def tab(self, name: str) -> Locator:
        """Where the page is narrow: the tab of a telephone, which shows that something is new there."""
        return self.page.get_by_role("navigation").get_by_role("button", name=name)

    @property
    def tours(self) -> list[str]:
        """What the guided tours are called."""
        return self._tours.locator(".choices button").all_text_contents()

    def begins(self, tour: str) -> Locator:
        """A guided tour: its card, at the first step."""
        self._tours.locator("summary").click()
        self._tours.get_by_role("button", name=tour, exact=True).click()
        return self.page.locator("guided-tour")

    def goes_on(self, card: Locator) -> bool:
        """A step of the tour; whether there was one."""
        forward = card.get_by_role("button", name="Далі")
        if not forward.is_visible():
            return False
        at = card.get_attribute("data-at") or ""
        forward.click()
        expect(card).not_to_have_attribute("data-at", at, timeout=TOUR_PATIENCE)
        return True

    def plays(self, tour: str) -> None:
        """A guided tour to its end, which is then left."""
        card = self.begins(tour)
        while self.goes_on(card):
            pass
        expect(card).to_contain_text("Кінець.")
        card.get_by_role("button", name="Вийти").click()
        expect(card).to_be_hidden()

    @property
    def _tours(self) -> Locator:
        return self.page.locator("details.menu", has=self.page.locator("summary", has_text="Покажіть мені"))

    def is_accessible(self) -> None:
        """Check by axe-core's rules what is on the page now: of each long list of like lines, the newest."""
        found = Axe().run(self.page, context={"exclude": [".log > :nth-last-child(n+11)", ".call:nth-child(n+11)"]})
        assert found.violations_count == 0, found.generate_report()


@contextmanager
def demo(folder: Path) -> Iterator[str]:
    """The demo's page as long as it runs: its address. It keeps its files below `folder`, and leaves none."""
    env = {**os.environ, "TMPDIR": str(folder), "COLUMNS": "200", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "simulator", "page", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            yield _address(child.stdout)
        finally:
            child.terminate()
            child.stdout.close()
    assert list(folder.iterdir()) == []


def _address(printed: IO[str]) -> str:
    lines = []
    for line in printed:
        lines.append(line)
        if (found := re.search(r"http://\S+", line)) is not None:
            return found.group()
    raise AssertionError("the demo ended by itself:\n" + "".join(lines))


@contextmanager
def browsing() -> Iterator[BrowserContext]:
    """Chromium. One context serves all pages: making one costs more than loading the page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(locale="uk")
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        yield context
        browser.close()


def opened(browser: BrowserContext, address: str, size: ViewportSize) -> Desk:
    """The page, when its first telephones are there; a tour's fingers do not linger on it."""
    page = browser.new_page()
    page.set_viewport_size(size)
    page.goto(address)
    page.evaluate("document.documentElement.dataset.quick = 1")
    expect(page.get_by_role("region").first).to_be_visible()
    return Desk(page)


@contextmanager
def looking(browser: BrowserContext, address: str, size: ViewportSize = DESKTOP) -> Iterator[Desk]:
    """A page, open; it leaves nothing in the browser's storage. At its end the browser's console must be empty but for
    what the server refused, which the page tells.
    """
    complaints: list[str] = []
    desk = opened(browser, address, size)
    desk.page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    desk.page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield desk
    finally:
        desk.page.evaluate("localStorage.clear()")
        desk.page.close()
    assert [each for each in complaints if "status of 409" not in each] == []
