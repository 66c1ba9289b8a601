"""How people begin: the greeting, the consent, the language, the menus of each part."""

import pytest

from bot.domain.ids import AreaId
from bot.domain.people import CONSENT_VERSION
from bot.domain.residents import area_of_token, area_token
from simulator import Person
from tests.town import KOMYSHUVAKHA, Town

RESIDENTS_KEYS = ["Повідомити", "Запитати", "Мої звернення", "Мій офіцер", "Допомога", "Налаштування"]


async def newcomer(town: Town, payload: str = "") -> Person:
    olena = town.telegram.person("Олена")
    await olena.starts(payload)
    await olena.sees("Доброго дня!")
    return olena


async def test_the_greeting_says_what_the_bot_is_for_and_what_one_agrees_to(town: Town) -> None:
    olena = await newcomer(town)
    greeting = await olena.sees("Це не служба 102")
    assert "поліцейського офіцера Вашої громади" in greeting.text
    assert town.app.store.policy.controller.name in greeting.text
    assert town.app.store.policy.controller.contact in greeting.text
    assert f"Версія згоди: {CONSENT_VERSION}" in greeting.text
    before_the_consent = greeting.text.split("\n\n")[0]
    assert len(before_the_consent.splitlines()) <= 5
    assert {"Погоджуюся", "Українська", "English"} <= set(greeting.buttons)


async def test_agreeing_leaves_thanks_and_asks_for_the_community(town: Town) -> None:
    olena = await newcomer(town)
    greeting = olena.last
    await olena.presses("Погоджуюся")
    thanks = await olena.sees("Дякуємо")
    assert thanks.id == greeting.id
    assert thanks.buttons == []
    await olena.sees("Яка Ваша громада?")
    assert await town.stored("select consent_version from persons") == [{"consent_version": CONSENT_VERSION}]


async def test_agreeing_twice_does_no_harm(town: Town) -> None:
    olena = await newcomer(town)
    greeting = olena.last
    await olena.forges(f"pa:{CONSENT_VERSION}::", on=greeting)
    await olena.forges(f"pa:{CONSENT_VERSION}::", on=greeting)
    await olena.sees("Яка Ваша громада?")
    assert olena.spinning == 0


async def test_another_version_of_the_consent_is_not_agreed_to(town: Town) -> None:
    olena = await newcomer(town)
    await olena.forges("pa:99::", on=olena.last)
    await olena.does_not_see("Дякуємо")
    assert await town.stored("select consent_version from persons") == [{"consent_version": None}]


async def test_start_again_shows_the_next_step_and_then_the_menu(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.starts()
    await olena.sees("Доброго дня!")
    await olena.presses("Погоджуюся")
    await olena.starts()
    await olena.sees("Яка Ваша громада?")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.starts()
    await olena.sees("Оберіть, що потрібно")
    assert olena.buttons[-6:] == RESIDENTS_KEYS


@pytest.mark.parametrize(
    "payload", ["", "nonsense", "a-", "a-999", "a-x", "a-zzzzzzzzzzz", "a-99999999999999999999", "-", "zz-1"]
)
async def test_an_empty_or_broken_link_only_greets(town: Town, payload: str) -> None:
    olena = await newcomer(town, payload)
    await olena.presses("Погоджуюся")
    await olena.sees("Яка Ваша громада?")


async def test_english_is_chosen_before_agreeing_and_stays(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    greeting = olena.last
    await olena.presses("English")
    assert (await olena.sees("Good day!")).id == greeting.id
    await olena.presses("I agree")
    await olena.sees("Which is your community?")
    await olena.says("Комишуваська")
    await olena.presses("Yes, it is mine")
    await olena.sees("Choose what you need")
    assert "My officer" in olena.buttons
    await olena.says("help")
    await olena.sees("Numbers to call")


async def test_help_needs_no_consent_and_leads_back(town: Town) -> None:
    olena = await newcomer(town)
    await olena.presses("Допомога")
    numbers = await olena.sees("Куди телефонувати")
    lines = numbers.text.splitlines()
    assert lines[1].startswith("102 — поліція")
    assert "0 800 505 170 — кіберполіція" in lines
    assert "Це не служба 102" in numbers.text
    await olena.presses("‹ Назад")
    await olena.sees("Доброго дня!")


@pytest.mark.parametrize("words", ["/help", "Допомога", "допомога", "ДОВІДКА", "help", "Help"])
async def test_help_comes_to_words_in_both_languages(town: Town, words: str) -> None:
    olena = await newcomer(town)
    await olena.says(words)
    await olena.sees("Куди телефонувати")


async def test_the_word_menu_brings_the_keyboard_back(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("Меню")
    await olena.sees("Оберіть, що потрібно")


async def test_stop_says_what_the_bot_sends_and_a_press_ends_the_waiting(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("офіцер")
    await olena.presses("Повідомити, коли з’явиться офіцер")
    await olena.says("Стоп")
    await olena.sees("Бот надсилає сповіщення поліції")
    assert len(await town.stored("select person_id from waiting_residents")) == 1
    await olena.presses("Вимкнути нагадування")
    await town.settled()
    assert await town.stored("select person_id from waiting_residents") == []


async def test_who_blocked_the_bot_and_comes_back_is_written_to_again(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.blocks()
    await town.settled()
    assert await town.stored("select id from chats where unreachable_since is not null") != []
    await olena.starts()
    await olena.sees("Оберіть, що потрібно")
    assert await town.stored("select id from chats where unreachable_since is not null") == []


async def test_an_officer_is_an_officer_until_he_says_that_he_writes_as_a_resident(town: Town) -> None:
    area = await town.area()
    officer = await town.officer("Іван Петренко", area)
    await officer.starts()
    await officer.sees("Нові звернення приходять сюди самі")
    keys = ["Звернення", "Мій кабінет", "Сповістити мешканців", "Я мешканець", "Допомога"]
    assert officer.buttons[-5:] == keys

    await officer.presses("Я мешканець")
    await officer.sees("Зараз Ви пишете як мешканець", anywhere=True)
    greeting = await officer.sees("Доброго дня!")
    assert greeting.buttons[-1] == "Я офіцер"
    await officer.presses("Я офіцер", on=greeting)
    await officer.sees("Нові звернення приходять сюди самі")
    assert officer.buttons[-5:] == keys

    await officer.presses("Я мешканець")
    await officer.sees("Доброго дня!")
    await officer.starts()
    await officer.sees("Доброго дня!")
    await officer.presses("Погоджуюся")
    await officer.says("Комишуваська")
    await officer.presses("Так, моя")
    await officer.sees("Зараз Ви пишете як мешканець")
    assert officer.buttons[-6:] == [*RESIDENTS_KEYS[:5], "Я офіцер"]

    await officer.presses("Я офіцер")
    await officer.sees("Нові звернення приходять сюди самі")
    await officer.presses("Я мешканець")
    await officer.sees("Зараз Ви пишете як мешканець")


async def test_a_resident_who_says_that_he_is_an_officer_becomes_none(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("Я офіцер")
    await olena.sees("Тут нічого не знайдено")
    await olena.says("Я мешканець")
    await olena.sees("Оберіть, що потрібно")
    assert await town.stored("select as_resident from persons where as_resident") == []


async def test_a_coordinator_has_a_way_to_that_work_beside_a_residents(town: Town) -> None:
    coordinator = await town.coordinator("Олег", oblast="UA23000000000064947")
    await coordinator.starts()
    await coordinator.sees("Оберіть, що потрібно")
    assert coordinator.buttons[-6:] == [*RESIDENTS_KEYS[:5], "Координатор"]


async def test_a_code_opens_the_community_without_a_question(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    olena = await newcomer(town, f"a-{area_token(area)}")
    await olena.presses("Погоджуюся")
    await olena.sees("Громаду записано", anywhere=True)
    await olena.sees("Оберіть, що потрібно")
    await olena.does_not_see("Яка Ваша громада?", anywhere=True)
    assert await town.stored("select community from residents") == [{"community": KOMYSHUVAKHA}]


async def test_a_code_is_remembered_through_another_language_and_words_before_the_consent(town: Town) -> None:
    area = await town.area()
    olena = await newcomer(town, f"a-{area_token(area)}")
    await olena.presses("English")
    await olena.sees("Good day!")
    await olena.presses("My officer")
    seen = await olena.sees("Komyshuvaska settlement community")
    assert "Zaporizkyi raion, Zaporizka oblast" in seen.text
    await olena.presses("‹ Back")
    await olena.presses("I agree")
    await olena.sees("Choose what you need")


async def test_a_code_of_another_community_asks_a_resident_first(town: Town) -> None:
    other = await town.area("UA23060110000049870")
    olena = await town.resident("Олена")
    await olena.starts(f"a-{area_token(other)}")
    await olena.sees("Це Ваша громада?")
    assert await town.stored("select community from residents") == [{"community": KOMYSHUVAKHA}]


@pytest.mark.parametrize("number", [1, 35, 36, 1295, 1296, 2**40])
def test_the_token_of_an_area_is_read_as_it_was_written(number: int) -> None:
    assert area_of_token(area_token(AreaId(number))) == number
