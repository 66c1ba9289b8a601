"""A telephone with a bot whose replies the test gives: what Telegram can do that our bot does not use."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup
from telegram.constants import ChatAction
from telegram.error import NetworkError

from simulator.faults import CutAfter
from simulator.page import samples
from tests.browser.desk import DESKTOP, TELEPHONE, Hands, looking
from tests.browser.puppet import Puppet, puppet

# What has no room on a page: a chat that scrolls sideways, a button beside a message that leaves the chat, a word that
# breaks in a label, and one that breaks in the field.
CROWDED = """() => [...document.querySelectorAll("tele-phone")].flatMap((phone) => {
    const log = phone.querySelector(".log"), field = phone.querySelector("textarea");
    const end = log.getBoundingClientRect().right;
    const words = (button) => [...button.textContent.matchAll(/\\S+/g)].filter((word) => {
        const range = document.createRange();
        range.setStart(button.firstChild, word.index);
        range.setEnd(button.firstChild, word.index + word[0].length);
        return range.getClientRects().length > 1 || button.scrollWidth > button.clientWidth;
    });
    field.value = field.placeholder;
    return [
        ...(log.scrollWidth > log.clientWidth ? ["the chat"] : []),
        ...[...log.querySelectorAll(".actions summary")].filter((more) => more.getBoundingClientRect().right > end),
        ...[...phone.querySelectorAll(".inline button, .keyboard button")].flatMap(words),
        ...(field.scrollHeight > field.clientHeight ? [field.value] : []),
    ].map(String);
})"""
LINK = "https://t.me/hromada_bot?start=i-abc_123"


@pytest.fixture
def stand_in() -> Iterator[Puppet]:
    with puppet() as stand_in:
        yield stand_in


def test_the_bot_types_for_five_seconds_or_until_it_writes(browser: BrowserContext, stand_in: Puppet) -> None:
    olena = stand_in.person("Олена")
    with looking(browser, stand_in.address) as desk:
        doing = desk.hands("Олена").telephone.locator(".doing")
        stand_in.does(stand_in.bot.send_chat_action(olena.id, ChatAction.TYPING))
        expect(doing).to_have_text("друкує…")
        stand_in.does(stand_in.bot.send_message(olena.id, "Готово"))
        expect(doing).to_have_text("")
        stand_in.does(stand_in.bot.send_chat_action(olena.id, ChatAction.UPLOAD_PHOTO))
        expect(doing).to_have_text("надсилає фото…")
        stand_in.passes(timedelta(seconds=5))
        expect(doing).to_have_text("")


def test_a_forced_reply_opens_its_box_until_it_is_answered_or_left(browser: BrowserContext, stand_in: Puppet) -> None:
    olena = stand_in.person("Олена")
    forced = ForceReply(input_field_placeholder="Вулиця і дім")
    with looking(browser, stand_in.address) as desk:
        hands = desk.hands("Олена")
        above = hands.telephone.locator(".above")
        stand_in.does(stand_in.bot.send_message(olena.id, "Де це сталося?", reply_markup=forced))
        expect(above).to_contain_text("Де це сталося?")
        field = hands.telephone.get_by_role("textbox", name="Повідомлення")
        expect(field).to_be_focused()
        expect(field).to_have_attribute("placeholder", "Вулиця і дім")
        desk.is_accessible()
        desk.page.keyboard.type("Садова, 5")
        desk.page.keyboard.press("Enter")
        expect(hands.message("Садова, 5").locator(".quote")).to_have_text("Де це сталося?")
        expect(above).to_be_empty()
        stand_in.does(stand_in.bot.send_message(olena.id, "А коли?", reply_markup=forced))
        above.get_by_role("button").click()
        hands.says("Не знаю")
        expect(hands.message("Не знаю").locator(".quote")).to_have_count(0)
        expect(above).to_be_empty()


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_a_code_on_one_telephone_is_scanned_with_another(
    browser: BrowserContext, stand_in: Puppet, size: ViewportSize
) -> None:
    ivan, petro = stand_in.person("Іван"), stand_in.person("Петро")
    stand_in.does(stand_in.bot.send_message(ivan.id, f"Запрошення\n{LINK}"))
    with looking(browser, stand_in.address, size) as desk:
        desk.hands("Іван").message("Запрошення").get_by_role("button", name=f"QR-код: {LINK}").click()
        window = desk.page.get_by_role("dialog")
        is_shown(desk.page, f"[alt='QR-код: {LINK}']")
        desk.is_accessible()
        window.get_by_role("button", name="Новий телефон").click()
        desk.hands("Тетяна").sees("/start i-abc_123")
        if size == TELEPHONE:
            desk.tab("Петро").click()
        hands = desk.hands("Петро")
        hands.telephone.locator("header summary").click()
        hands.presses("Відкрити посилання або QR")
        desk.is_accessible()
        window.get_by_role("button", name=f"Іван: Запрошення {LINK}").click()
        hands.sees("/start i-abc_123")
    assert petro.last.text == "/start i-abc_123"


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_a_file_from_the_disk_is_sent_shown_and_played(
    browser: BrowserContext, stand_in: Puppet, size: ViewportSize, tmp_path: Path
) -> None:
    olena = stand_in.person("Олена")
    with looking(browser, stand_in.address, size) as desk:
        hands = desk.hands("Олена")
        attach(hands, written(tmp_path / "двір.png", samples.photo(1)), "Дивіться")
        is_shown(desk.page, ".bubble.out img.photo")
        hands.sees("Дивіться")
        attach(hands, written(tmp_path / "слова.wav", samples.voice()))
        hands.telephone.get_by_role("button", name="Слухати: Голосове").click()
        expect(hands.telephone.get_by_role("button", name="Призупинити: Голосове")).to_be_visible()
        attach(
            hands,
            written(
                tmp_path / "заява.txt",
                b"\xd0\x94\xd0\xbe\xd0\xb1\xd1\x80\xd0\xb8\xd0\xb9 \xd0\xb4\xd0\xb5\xd0\xbd\xd1\x8c",
            ),
        )
        with desk.page.expect_download() as saved:
            hands.telephone.get_by_role("link", name="заява.txt").click()
        assert saved.value.suggested_filename == "заява.txt"
        desk.is_accessible()
    photo, voice, document = (each.fields for each in olena.chat[1:])
    assert (photo["caption"], "voice" in voice, document["document"].file_name) == ("Дивіться", True, "заява.txt")


def test_a_file_that_is_too_large_is_named_so_and_not_sent(
    browser: BrowserContext, stand_in: Puppet, tmp_path: Path
) -> None:
    olena = stand_in.person("Олена")
    large = written(tmp_path / "великий.png", samples.photo(1) + bytes(10 * 1024**2))
    with looking(browser, stand_in.address) as desk:
        hands, window = desk.hands("Олена"), desk.page.get_by_role("dialog")
        choose(hands, large)
        expect(window.get_by_role("alert").first).to_have_text("Файл завеликий. Можна щонайбільше: 10 MB.")
        expect(window.get_by_role("button", name="Надіслати")).to_be_disabled()
        desk.is_accessible()
        window.get_by_label("Надіслати як").select_option("document")
        window.get_by_role("button", name="Надіслати").click()
        expect(window).to_have_count(0)
        expect(hands.telephone.get_by_role("link", name="великий.png")).to_be_visible()
    assert len(olena.chat) == 2


def test_a_group_has_attachments_topics_and_toasts_of_ones_own(browser: BrowserContext, stand_in: Puppet) -> None:
    stand_in.person("Олена")
    stand_in.person("Іван")
    forum = stand_in.group(stand_in.telegram.forum, "Село")
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Прийду", callback_data="come:1")]])
    stand_in.does(stand_in.bot.send_message(forum.id, "Збори о шостій", reply_markup=button))
    with looking(browser, stand_in.address) as desk:
        olena, ivan = desk.hands("Олена"), desk.hands("Іван")
        for hands in (olena, ivan):
            hands.presses("Чати")
            hands.telephone.locator(".list").get_by_role("button", name="Село").click()
        olena.presses("Прийду")
        stand_in.does(answers(stand_in, "Записано"))
        expect(olena.telephone.locator(".toast")).to_have_text("Записано")
        expect(ivan.telephone.locator(".toast")).to_be_empty()

        olena.presses("Нова тема")
        desk.page.get_by_role("dialog").get_by_label("Назва").fill("Дороги")
        desk.page.get_by_role("dialog").get_by_role("button", name="Додати").click()
        olena.presses("Дороги")
        expect(olena.message("Збори о шостій")).to_have_count(0)
        olena.telephone.locator("summary[title='Прикріпити']").click()
        olena.presses("Фото")
        is_shown(desk.page, f"[data-who='{olena.telephone.get_attribute('data-who')}'] img.photo")
        expect(ivan.telephone.locator(".sender").last).to_have_text("Олена · Дороги")
        ivan.telephone.locator(".bubble").last.hover()
        ivan.telephone.get_by_role("button", name="Відповісти:").last.click()
        ivan.says("Де ця яма?")
        olena.sees("Де ця яма?")  # a reply is in the topic of what it answers
        desk.is_accessible()
    assert [each.thread_id is None for each in forum.chat] == [True, False, False]


def test_a_private_chat_may_have_topics_where_the_bot_has_them(browser: BrowserContext) -> None:
    with puppet(topics=True) as stand_in:
        olena = stand_in.person("Олена")
        with looking(browser, stand_in.address) as desk:
            hands = desk.hands("Олена")
            hands.presses("Нова тема")
            desk.page.get_by_role("dialog").get_by_label("Назва").fill("КШ-1")
            desk.page.get_by_role("dialog").get_by_role("button", name="Додати").click()
            hands.presses("КШ-1")
            hands.says("Ще одне фото")
            hands.sees("Ще одне фото")
            thread = olena.last.thread_id
            stand_in.does(stand_in.bot.send_message(olena.id, "Дякую", message_thread_id=thread))
            hands.sees("Дякую")
            hands.presses("Загальна")
            expect(hands.message("Дякую")).to_have_count(0)


def test_what_came_last_stands_above_the_keyboard_that_came_with_it(browser: BrowserContext, stand_in: Puppet) -> None:
    olena = stand_in.person("Олена")
    keyboard = ReplyKeyboardMarkup([["Повідомити"], ["Запитати"], ["Допомога"]])
    with looking(browser, stand_in.address) as desk:
        for number in range(12):
            stand_in.does(stand_in.bot.send_message(olena.id, f"Рядок {number}\nі ще один"))
        stand_in.does(stand_in.bot.send_message(olena.id, "Оберіть", reply_markup=keyboard))
        expect(desk.hands("Олена").telephone.get_by_role("button", name="Допомога")).to_be_visible()
        expect(desk.hands("Олена").message("Оберіть")).to_be_in_viewport(ratio=1)


def test_a_narrow_page_says_what_to_do_first_and_whose_telephone_has_news(
    browser: BrowserContext, stand_in: Puppet
) -> None:
    stand_in.person("Олена")
    ivan = stand_in.person("Іван", "officer")
    with looking(browser, stand_in.address, TELEPHONE) as desk:
        first = desk.page.get_by_text("Натисніть РОЗПОЧАТИ, далі перейдіть до Івана.")
        expect(first).to_be_visible()
        expect(desk.tab("Олена · мешканка")).to_have_attribute("aria-current", "true")
        for number in range(2):
            stand_in.does(stand_in.bot.send_message(ivan.id, f"Звернення {number}"))
        news = desk.tab("Іван · офіцер")
        expect(news).to_have_accessible_name("Іван · офіцер Непрочитані: 2")
        expect(news).not_to_have_attribute("aria-current", "true")
        expect(first).to_be_hidden()
        desk.is_accessible()
        news.click()
        expect(news).to_have_attribute("aria-current", "true")
        expect(news).to_have_accessible_name("Іван · офіцер")
        expect(desk.tab("Олена")).not_to_have_attribute("aria-current", "true")
        desk.hands("Іван").sees("Звернення 1")
        desk.is_accessible()


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_a_telephone_that_was_added_is_turned_to_and_stays_when_the_page_is_loaded_anew(
    browser: BrowserContext, stand_in: Puppet, size: ViewportSize
) -> None:
    for name in ("Олена", "Іван", "Наталія"):
        stand_in.person(name)
    with looking(browser, stand_in.address, size) as desk:
        added = desk.adds("Леся").telephone
        expect(added).to_be_in_viewport(ratio=0.9)
        expect(desk.page.get_by_role("region")).to_have_count(4)
        desk.page.reload()
        expect(added).to_have_count(1)
        expect(desk.page.get_by_role("region")).to_have_count(4)


def test_a_chat_is_one_stop_of_the_tab_key_and_keeps_the_focus(browser: BrowserContext, stand_in: Puppet) -> None:
    olena = stand_in.person("Олена")
    both = InlineKeyboardMarkup([[InlineKeyboardButton(each, callback_data=f"say:{each}") for each in ("Так", "Ні")]])
    for number in (1, 2):
        stand_in.does(stand_in.bot.send_message(olena.id, f"Питання {number}", reply_markup=both))
    sent = stand_in.does(stand_in.bot.send_message(olena.id, "Питання 3", reply_markup=both))
    with looking(browser, stand_in.address) as desk:
        hands, keys = desk.hands("Олена"), desk.page.keyboard
        newest = hands.message("Питання 3").get_by_role("button")
        field = hands.telephone.get_by_role("textbox", name="Повідомлення")
        field.focus()
        keys.press("Shift+Tab")
        expect(newest.nth(0)).to_be_focused()
        keys.press("ArrowUp")
        expect(hands.message("Питання 2").get_by_role("button").nth(0)).to_be_focused()
        keys.press("Home")
        expect(hands.telephone.get_by_role("article").first.get_by_role("button", name="/start").first).to_be_focused()
        keys.press("Shift+Tab")
        expect(hands.telephone.locator("header summary")).to_be_focused()
        keys.press("Tab")
        expect(newest.nth(0)).to_be_focused()
        keys.press("ArrowRight")
        expect(newest.nth(1)).to_be_focused()
        stand_in.does(stand_in.bot.send_message(olena.id, "Новина"))
        hands.sees_last("Новина")
        expect(newest.nth(1)).to_be_focused()
        stand_in.does(sent.edit_text("Питання 3, ще раз", reply_markup=both))
        hands.sees("Питання 3, ще раз")
        expect(newest.nth(1)).to_be_focused()
        keys.press("ArrowRight")
        expect(newest.nth(2)).to_have_accessible_name("Відповісти: Питання 3, ще раз")
        expect(newest.nth(2)).to_be_focused()
        keys.press("ArrowLeft")
        stand_in.does(sent.edit_text("Дякуємо"))
        hands.sees("Дякуємо")
        expect(field).to_be_focused()


def test_the_keyboard_below_a_chat_is_one_stop_and_arrows_go_about_on_it(
    browser: BrowserContext, stand_in: Puppet
) -> None:
    olena = stand_in.person("Олена")
    menu = ReplyKeyboardMarkup([["Повідомити", "Запитати"], ["Мої звернення", "Мій офіцер"], ["Допомога"]])
    stand_in.does(stand_in.bot.send_message(olena.id, "Оберіть", reply_markup=menu))
    with looking(browser, stand_in.address) as desk:
        telephone, keys = desk.hands("Олена").telephone, desk.page.keyboard
        telephone.get_by_role("button", name="Надіслати", exact=True).focus()
        for key, reached in (
            ("Tab", "Повідомити"),
            ("ArrowRight", "Запитати"),
            ("ArrowDown", "Мій офіцер"),
            ("ArrowDown", "Допомога"),
            ("ArrowRight", "Повідомити"),
            ("End", "Допомога"),
            ("Shift+Tab", "Надіслати"),
        ):
            keys.press(key)
            expect(telephone.get_by_role("button", name=reached, exact=True)).to_be_focused()
        desk.is_accessible()


@pytest.mark.parametrize("size", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_where_six_telephones_stand_everything_has_its_room(
    browser: BrowserContext, stand_in: Puppet, size: ViewportSize
) -> None:
    people = [stand_in.person(name) for name in ("Олена", "Іван", "Наталія", "Леся", "Катря", "Петро")]
    menu = ReplyKeyboardMarkup([["Сповістити мешканців", "Налаштування", "Координатор"]])
    row = [InlineKeyboardButton(each, callback_data="x") for each in ("Підтвердити", "Переадресувати", "Відхилити")]
    for each in people:
        stand_in.does(stand_in.bot.send_message(each.id, "Оберіть, що потрібно. " * 5, reply_markup=menu))
        stand_in.does(stand_in.bot.send_message(each.id, "Хто хоче?", reply_markup=InlineKeyboardMarkup([row])))
    with looking(browser, stand_in.address, size) as desk:
        menu_of_page = desk.page.locator("details.menu", has=desk.page.locator("summary", has_text="Телефони"))
        menu_of_page.locator("summary").click()
        for name in ("Леся", "Катря", "Петро"):
            menu_of_page.get_by_label(name).check()
        expect(desk.page.get_by_role("region")).to_have_count(6)
        assert desk.page.evaluate(CROWDED) == []


def test_who_takes_a_post_is_called_so_and_what_cannot_be_done_is_told_in_ukrainian(
    browser: BrowserContext, stand_in: Puppet
) -> None:
    petro = stand_in.person("Петро")
    with looking(browser, stand_in.address) as desk:
        expect(desk.page.get_by_role("region", name="Телефон: Петро, мешканець")).to_be_visible()
        stand_in.backstage.posts[petro.id] = "officer"
        expect(desk.page.get_by_role("region", name="Телефон: Петро, офіцер")).to_be_visible()
        hands, window = desk.hands("Петро"), desk.page.get_by_role("dialog")
        hands.telephone.locator("header summary").click()
        hands.presses("Відкрити посилання або QR")
        window.get_by_role("textbox").fill("https://t.me/other_bot?start=x")
        window.get_by_role("button", name="Відкрити").click()
        expect(window.get_by_role("alert")).to_have_text("Посилання веде не до цього бота.")


def test_what_was_set_aside_and_what_broke_is_named_in_the_panel(browser: BrowserContext, stand_in: Puppet) -> None:
    olena = stand_in.person("Олена")
    stand_in.telegram.faults.add(CutAfter())
    with pytest.raises(NetworkError):
        stand_in.does(stand_in.bot.send_message(olena.id, "Добридень"))
    stand_in.backstage.set_aside = ("letter:17 Answer Forbidden: bot was blocked by the user",)
    with looking(browser, stand_in.address) as desk:
        expect(desk.page.get_by_role("list", name="відкладено")).to_contain_text("letter:17")
        expect(desk.page.locator(".call.failed small")).to_have_text("обрив після прийняття")
        desk.is_accessible()


def attach(hands: Hands, file: Path, caption: str = "") -> None:
    hands.telephone.get_by_role("textbox", name="Повідомлення").fill(caption)
    choose(hands, file)
    window = hands.telephone.page.get_by_role("dialog")
    window.get_by_role("button", name="Надіслати").click()
    expect(window).to_have_count(0)


def choose(hands: Hands, file: Path) -> None:
    hands.telephone.locator("summary[title='Прикріпити']").click()
    hands.presses("З диска…")
    hands.telephone.page.get_by_role("dialog").get_by_label("Файл", exact=True).set_input_files(file)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def is_shown(page: Page, picture: str) -> None:
    """Loaded and drawn, not only named."""
    page.wait_for_function("selector => document.querySelector(selector)?.naturalWidth > 0", arg=picture)


async def answers(stand_in: Puppet, text: str) -> None:
    """The pressed button, when the bot has received the press."""
    await stand_in.telegram.until(lambda: bool(stand_in.table.bot.queries))
    [query] = stand_in.table.bot.queries
    await stand_in.bot.answer_callback_query(query, text)
