"""The main job, the tours, and what the side panel does, through the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk import DESKTOP, TELEPHONE, Desk

TOURS = (
    "Повідомлення",
    "Запитання",
    "Без імені",
    "Сповіщення: трьом селам і групі",
    "Години прийому і нагадування",
    "Бота вбито",
    "Нотатка",
    "Звернення передано колезі",
    "Відсутність офіцера",
    "Тема для кожного звернення",
)
MARKUP = "У дворі <b>шум</b> & <img src=x onerror=alert(1)> щоночі."


@pytest.mark.parametrize("desk", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"], indirect=True)
def test_a_newcomer_reports_as_a_resident_and_answers_as_the_officer(desk: Desk) -> None:
    size = desk.page.viewport_size
    report = f"{MARKUP} {size}"
    desk.is_accessible()
    lesia, ivan = desk.adds("Леся" if size == TELEPHONE else "Катря"), desk.hands("Іван")
    lesia.comes_in()
    lesia.presses("Повідомити")
    lesia.presses("Сусіди, шум, п’яні")
    lesia.sees("Напишіть, що сталося")
    lesia.says(report)
    lesia.presses("Надіслати без імені")
    lesia.sees("Надіслано: КШ-")

    desk.turns_to("Іван")
    ivan.sees(report)  # unchanged: nothing that people write becomes markup
    ivan.presses("Прийняти")
    lesia.sees("Звернення в роботі")
    ivan.replies(report, "Зайду сьогодні ввечері.")
    lesia.sees("Зайду сьогодні ввечері.")
    desk.is_accessible()


@pytest.mark.parametrize("desk", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"], indirect=True)
def test_an_officer_s_notice_reaches_a_resident_who_asks_about_it_and_leaves_its_topic(desk: Desk) -> None:
    size = desk.page.viewport_size
    name, words = ("Дарина", "Кум у біді?") if size == TELEPHONE else ("Мар’яна", "Картку заблоковано?")
    notice, question = f"{words} Не кажіть код нікому.", f"{words} Мені таке писали."
    desk.moves_clock("На завтра, 09:00")  # whatever hour others have left: at night it would wait
    resident = desk.adds(name)
    resident.comes_in()
    ivan = desk.turns_to("Іван")
    for label in ("Сповістити мешканців", "Нове сповіщення", "Телефонні шахраї"):
        ivan.presses(label)
    ivan.sees("Надішліть текст")
    ivan.says(notice)
    ivan.sees(f"Текст: «{words}")
    for label in ("Далі ›", "Лише українською", "Усюди, де я працюю", "Готово", "Зараз"):
        ivan.presses(label)
    ivan.sees_last("Коли сповіщення застаріє?")  # not that of an earlier notice
    ivan.presses("7 днів")
    ivan.message("Перевірте і надішліть").get_by_role("button", name="Надіслати", exact=True).click()
    ivan.sees("Звіт про сповіщення")
    desk.turns_to(name)
    resident.sees(notice)
    desk.is_accessible()
    resident.presses("Запитати офіцера")
    resident.says(question)
    resident.presses("Надіслати без імені")
    resident.sees("Надіслано: КШ-")
    resident.presses("Вимкнути тему «Телефонні шахраї»")
    resident.sees("Тему вимкнено")
    desk.turns_to("Іван")
    ivan.sees(question)


@pytest.mark.parametrize("desk", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"], indirect=True)
def test_who_asked_is_reminded_of_office_hours_when_the_clock_is_moved(desk: Desk) -> None:
    resident = desk.adds("Ніна" if desk.page.viewport_size == TELEPHONE else "Настя")
    resident.comes_in()
    resident.says("години")
    resident.sees("Години прийому")
    resident.telephone.get_by_role("button", name=re.compile("^Нагадати про прийом")).first.click()
    expect(resident.telephone.get_by_role("button", name=re.compile("^Не нагадувати про прийом"))).to_have_count(1)
    desk.moves_clock("На тиждень уперед")
    resident.sees("Ви просили нагадати")
    desk.is_accessible()


def test_the_page_offers_these_tours(desk: Desk) -> None:
    assert tuple(desk.tours) == TOURS


@pytest.mark.parametrize("tour", TOURS)
def test_a_tour_plays_to_its_end(desk: Desk, tour: str) -> None:
    desk.plays(tour)
    for name in ("Олена", "Іван", "Наталія"):  # who were there before
        expect(desk.hands(name).telephone).to_be_attached()
    desk.is_accessible()


@pytest.mark.parametrize("desk", [TELEPHONE], ids=["telephone"], indirect=True)
def test_on_a_narrow_page_a_tour_covers_nothing_and_turns_to_whoever_it_speaks_of(desk: Desk) -> None:
    card, telephone = desk.begins("Без імені"), desk.page.locator("tele-phone").first
    for _ in range(3):
        above, below = card.bounding_box(), telephone.bounding_box()
        assert above is not None
        assert below is not None
        assert above["y"] + above["height"] <= below["y"]
        desk.goes_on(card)
    expect(card).to_contain_text("у «За лаштунками»")
    expect(desk.tab("Іван")).to_have_attribute("aria-current", "true")
    desk.is_accessible()


def test_who_works_with_the_bot_has_the_main_menu_open(desk: Desk) -> None:
    desk.hands("Наталія").sees("Оберіть, що потрібно.")
    desk.hands("Іван").sees("Нові звернення приходять сюди самі.")


def test_an_officer_gives_a_new_group_to_the_community(desk: Desk) -> None:
    ivan = desk.hands("Іван")
    desk.page.get_by_role("button", name="+ Додати групу або канал").click()
    window = desk.page.get_by_role("dialog")
    window.get_by_label("Назва", exact=True).fill("Вулиця Садова")
    expect(window.get_by_role("combobox", name="Вид")).to_have_value("group")
    window.get_by_role("button", name="Додати").click()
    expect(window).to_contain_text("Уже є на кожному телефоні, у списку чатів")
    window.get_by_role("button", name="Іван, офіцер").click()
    ivan.telephone.locator("header summary").click()
    ivan.presses("Додати бота")
    ivan.sees("Це бот поліцейського офіцера громади.")
    ivan.presses("Чати")
    ivan.telephone.locator(".list").get_by_role("button", name="hromada_bot").click()
    ivan.sees("Бота додано сюди: «Вулиця Садова».")
    desk.is_accessible()


def test_a_newcomer_scans_the_officer_s_code_and_is_in_the_community(desk: Desk) -> None:
    ivan = desk.hands("Іван")
    ivan.presses("Мій кабінет")
    ivan.sees("Посилання для мешканців")
    ivan.telephone.get_by_role("button", name=re.compile("^QR-код: .*start=a-")).last.click()
    desk.page.get_by_role("dialog").get_by_role("button", name="Новий телефон").click()
    newcomer = desk.newest()
    newcomer.presses("Погоджуюся")
    newcomer.sees("Комишуваська селищна громада")


def test_the_bot_follows_the_clock_and_all_is_shown_in_the_traffic(desk: Desk) -> None:
    hanna, panel = desk.adds("Ганна"), desk.page.get_by_role("complementary")
    hanna.comes_in()
    panel.get_by_role("button", name="На завтра, 09:00").click()
    expect(panel.get_by_text("Годинник іде…")).to_have_count(0)
    hanna.presses("Запитати")
    hanna.sees("Напишіть запитання")
    hanna.says("Коли прийом?")
    hanna.presses("Надіслати без імені")
    hanna.sees("Надіслано: КШ-")
    days = hanna.telephone.locator(".log > .service")
    expect(days).to_have_count(2)  # the day of coming in, and the next one
    call = panel.locator("details.call", has_text="Надіслано: КШ-").first
    call.locator("summary").click()
    expect(call).to_contain_text('"message_id"')


def test_trouble_at_telegram_delays_a_word_and_loses_none(desk: Desk) -> None:
    marko, panel = desk.adds("Марко"), desk.page.get_by_role("complementary")
    fault = panel.get_by_label(re.compile("^502"))
    fault.check()
    marko.presses("РОЗПОЧАТИ")
    expect(panel.locator(".call.failed").first).to_be_visible()
    assert marko.message("102").count() == 0
    fault.uncheck()
    marko.sees("102")


def test_a_blocked_bot_writes_nothing_until_it_is_unblocked(desk: Desk) -> None:
    zoia = desk.adds("Зоя")
    zoia.presses("РОЗПОЧАТИ")
    zoia.sees("102")
    zoia.telephone.locator("header summary").press("Enter")
    zoia.telephone.get_by_role("button", name="Заблокувати бота").press("Enter")
    expect(zoia.telephone.get_by_role("textbox")).to_have_count(0)
    zoia.presses("РОЗБЛОКУВАТИ")
    expect(zoia.telephone.get_by_role("textbox")).to_be_visible()


def test_the_keyboard_alone_is_enough(desk: Desk) -> None:
    ostap, keys = desk.adds("Остап"), desk.page.keyboard
    ostap.telephone.locator("header summary").focus()
    keys.press("Tab")
    keys.press("Enter")  # Start
    ostap.sees("102")
    field = ostap.telephone.get_by_role("textbox")
    expect(field).to_be_focused()
    keys.press("Shift+Tab")
    expect(ostap.telephone.get_by_role("button", name="Погоджуюся")).to_be_focused()
    keys.press("Enter")
    ostap.sees("Напишіть назву громади")
    expect(field).to_be_focused()
    keys.type("допомга")
    keys.press("Enter")
    ostap.sees("допомга")
    ostap.message("допомга").locator(".actions summary").focus()
    keys.press("Enter")
    ostap.telephone.get_by_role("button", name="Змінити", exact=True).press("Enter")
    keys.press("Control+a")
    keys.type("допомога")
    keys.press("Enter")
    expect(ostap.message("допомога").last).to_contain_text("змінено")
    commands = ostap.telephone.locator("summary[title='Команди бота']")
    commands.press("Enter")
    keys.press("Escape")
    expect(commands).to_be_focused()
    expect(ostap.telephone.locator("details[open]")).to_have_count(0)


@pytest.mark.parametrize("desk", [TELEPHONE], ids=["telephone"], indirect=True)
def test_everything_can_be_used_in_the_dark_in_english_and_in_every_window(desk: Desk) -> None:
    page, luka = desk.page, desk.adds("Лука")
    page.emulate_media(color_scheme="dark")
    luka.comes_in()
    luka.telephone.locator("summary[title='Прикріпити']").click()
    desk.is_accessible()
    luka.telephone.get_by_role("button", name="Місце").click()
    desk.is_accessible()
    page.get_by_role("dialog").get_by_role("button", name="Надіслати").click()
    expect(luka.telephone.locator(".bubble.out .map")).to_be_visible()
    page.get_by_role("button", name="За лаштунками").click()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("complementary", name="Behind the scenes")).to_be_visible()
    expect(page.get_by_role("button", name="+1 hour")).to_be_visible()
    desk.is_accessible()
