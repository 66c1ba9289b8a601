"""`make pictures`: the pictures of the README, taken of the page in use."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Locator, ViewportSize, expect

from tests.browser.desk import CHROMIUM, Desk, browsing, demo, opened
from tests.process import ROOT

PICTURES = ROOT / "docs" / "pictures"
TWO_TELEPHONES = ViewportSize(width=764, height=880)
THREE_TELEPHONES = ViewportSize(width=1130, height=880)
WHOLE_PAGE = ViewportSize(width=1480, height=820)
REPORT = "Біля школи третій день стоїть біле авто без номерів."


def conversation(desk: Desk) -> None:
    """A report with a photo, without a name; the officer answers."""
    olena, ivan = desk.hands("Олена"), desk.hands("Іван")
    olena.comes_in()
    olena.presses("Повідомити")
    olena.presses("Сусіди, шум, п’яні")
    olena.sees("Напишіть, що сталося")
    olena.says(REPORT)
    olena.sees("Ще не надіслано")
    olena.telephone.locator("summary[title='Прикріпити']").click()
    olena.presses("Фото")
    olena.sees("фото")
    olena.presses("Надіслати без імені")
    ivan.sees(REPORT)
    ivan.presses("Прийняти")
    olena.sees("Звернення в роботі")
    ivan.replies(REPORT, "Дякую. Перевірю сьогодні й відповім тут.")
    olena.sees("Перевірю сьогодні")


def standing(desk: Desk) -> set[str | None]:
    """Whose telephones stand on the table."""
    return {each.get_attribute("data-who") for each in desk.page.locator("tele-phone").all()}


def hides(desk: Desk, *whose: str | None) -> None:
    """Telephones that are not in the picture."""
    for who in whose:
        telephone = desk.page.locator(f"tele-phone[data-who='{who}']")
        telephone.locator("header summary").click()
        telephone.get_by_role("button", name="Прибрати телефон").click()


def take(desk: Desk, name: str, size: ViewportSize, of: Locator) -> None:
    desk.page.set_viewport_size(size)
    desk.page.mouse.move(0, 0)
    expect(desk.page.locator(".toast:not(:empty)")).to_have_count(0)
    desk.page.wait_for_timeout(300)  # until all is drawn
    of.screenshot(path=PICTURES / name)
    print(f"docs/pictures/{name}")


def main() -> None:
    if CHROMIUM is None:
        raise SystemExit("Chromium is needed: make browser")
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, demo(Path(folder)) as address, browsing() as browser:
        desk = opened(browser, address, WHOLE_PAGE)
        telephones = desk.page.locator("main")
        conversation(desk)
        take(desk, "page.png", WHOLE_PAGE, desk.page.locator("body"))
        desk.page.get_by_role("button", name="За лаштунками").click()
        hides(desk, desk.hands("Наталія").telephone.get_attribute("data-who"))
        take(desk, "conversation.png", TWO_TELEPHONES, telephones)
        for tour, name, size in (
            ("Сповіщення: трьом селам і групі", "notice.png", THREE_TELEPHONES),
            ("Години прийому і нагадування", "reminder.png", TWO_TELEPHONES),
        ):
            desk.page.set_viewport_size(WHOLE_PAGE)
            before = standing(desk) - {desk.hands("Іван").telephone.get_attribute("data-who")}
            desk.plays(tour)
            hides(desk, *before)
            take(desk, name, size, telephones)


if __name__ == "__main__":
    main()
