"""Topics: subscribing and leaving, from the list and from a notice; sent notices, read again; a question about one."""

from simulator import Person
from tests.stories.cases import UNNAMED
from tests.stories.notices import DOMESTIC, EVACUATION, PHONE, WORDS, one_officer, sends, writes
from tests.stories.posts import FAR_AWAY
from tests.stories.test_settings_screen import KUSHUHUM
from tests.town import Town

TOPICS, LATEST = "Теми сповіщень", "Останні сповіщення"
LEAVE, ASK = f"Вимкнути тему «{PHONE}»", "Запитати офіцера"
PHONE_ON, PHONE_OFF = "Телефонні шахраї: увімкнено", "Телефонні шахраї: вимкнено"


async def opens(person: Person, screen: str) -> None:
    await person.says("Налаштування")
    await person.presses(screen)


async def subscriptions(town: Town) -> list[tuple[str, bool]]:
    rows = await town.stored("select topic, subscribed from subscriptions order by person_id, topic")
    return [(str(row["topic"]), bool(row["subscribed"])) for row in rows]


async def pages_through(person: Person) -> list[str]:
    """The texts of all pages of the list of topics."""
    await opens(person, TOPICS)
    texts = [(await person.sees("Про що Вам писати?")).text]
    while "Далі ›" in person.buttons:
        await person.presses("Далі ›")
        screen = await person.sees("Про що Вам писати?")
        assert len(screen.buttons) <= 9
        texts.append(screen.text)
    return texts


# The list.


async def test_the_list_says_of_every_topic_whether_one_is_subscribed(town: Town) -> None:
    await town.area()
    text = "\n".join(await pages_through(await town.resident("Олена")))
    assert text.count("увімкнено") == 11
    assert text.count("вимкнено") == 7
    assert PHONE_ON in text
    assert "Домашнє насильство: вимкнено" in text


async def test_a_topic_is_turned_off_and_on_in_the_list(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await opens(olena, TOPICS)
    await olena.presses("Вимкнути: Телефонні шахраї")
    await olena.sees(PHONE_OFF)
    assert await subscriptions(town) == [("fraud_phone", False)]
    await olena.presses("Увімкнути: Телефонні шахраї")
    await olena.sees(PHONE_ON)
    assert await subscriptions(town) == [("fraud_phone", True)]


async def test_a_topic_on_another_page_is_turned_there(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await opens(olena, TOPICS)
    await olena.presses("Далі ›")
    await olena.presses("Увімкнути: Орієнтування поліції")
    await olena.sees("Орієнтування поліції: увімкнено")


async def test_without_the_consent_nothing_is_kept(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.says("стоп")
    await olena.presses("Вимкнути всі сповіщення")
    await olena.sees("потрібна Ваша згода")
    assert await subscriptions(town) == []


async def test_the_word_stop_offers_to_turn_everything_off(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await olena.says("стоп")
    await olena.presses("Вимкнути всі сповіщення")
    await olena.sees("Сповіщення вимкнено")
    assert len(await subscriptions(town)) == 18
    await sends(ivan)
    await olena.does_not_see(WORDS, anywhere=True)
    assert "увімкнено" not in "\n".join(await pages_through(olena))


async def test_all_notices_are_turned_off_in_three_presses_and_there_is_a_way_back(either_town: Town) -> None:
    town = either_town
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("Теми сповіщень")
    await olena.presses("Вимкнути всі сповіщення")
    left = await olena.sees("Сповіщення вимкнено")
    assert "Термінові теж вимкнено: Мінна безпека, Розшук зниклих людей" in left.text
    await sends(ivan)
    await olena.does_not_see(WORDS, anywhere=True)
    await olena.presses("Увімкнути знову")
    await olena.sees("Сповіщення увімкнено")
    assert "Орієнтування поліції: увімкнено" not in "\n".join(await pages_through(olena))
    await sends(ivan)
    await olena.sees(WORDS, anywhere=True)


async def test_urgent_notices_can_be_kept_when_the_others_are_turned_off(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await opens(olena, TOPICS)
    await olena.presses("Вимкнути всі сповіщення")
    await olena.presses("Залишити термінові")
    await olena.sees("Увімкнено термінові: Мінна безпека, Розшук зниклих людей, Комендантська година, Евакуація.")
    await sends(ivan)
    await olena.does_not_see(WORDS, anywhere=True)
    await sends(ivan, EVACUATION, "Виїзд о 12:00 від школи.", urgent=True)
    await olena.sees("Виїзд о 12:00 від школи.", anywhere=True)


async def test_where_everything_is_off_the_list_leads_back(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await opens(olena, TOPICS)
    await olena.presses("Вимкнути всі сповіщення")
    await olena.presses(TOPICS)
    page = await olena.sees("Про що Вам писати?")
    assert "Увімкнути знову" in page.buttons
    assert "Вимкнути всі сповіщення" not in page.buttons


# Under a notice.


async def test_a_topic_is_left_under_a_notice_and_taken_up_again(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    got = await olena.sees(WORDS, anywhere=True)
    await olena.presses(LEAVE, on=got)
    left = await olena.sees("Тему вимкнено")
    assert left.text == "Тему вимкнено\nТелефонні шахраї\nСповіщень на цю тему більше не буде."
    assert olena.alerts[-1] == "Тему вимкнено"
    assert (await olena.sees(WORDS, anywhere=True)).buttons == [ASK, LEAVE]
    await sends(ivan, text="Друге сповіщення.")
    await olena.does_not_see("Друге сповіщення.", anywhere=True)
    await olena.presses("Увімкнути знову")
    await olena.sees("Тему увімкнено")
    await sends(ivan, text="Третє сповіщення.")
    await olena.sees("Третє сповіщення.", anywhere=True)


async def test_nobody_reads_or_asks_by_a_notice_that_was_not_for_them(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await town.area(FAR_AWAY)
    inna = await town.resident("Інна", FAR_AWAY)
    await sends(ivan)
    await olena.sees(WORDS, anywhere=True)
    for forged in ("sa:1", "nr:1", "nop:1"):
        await inna.forges(forged, on=inna.last)
        await town.settled()
        assert "нічого не знайдено" in inna.alerts[-1], forged
    assert await town.stored("select id from cases") == []


async def test_who_has_moved_away_can_still_leave_the_topic_of_an_old_notice(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await town.area(KUSHUHUM)
    await sends(ivan)
    notice = await olena.sees(WORDS, anywhere=True)
    await moves_away(olena)
    await olena.presses(LEAVE, on=notice)
    await olena.sees("Тему вимкнено")
    assert await subscriptions(town) == [("fraud_phone", False)]


# In the middle of a broadcast.


async def sends_at_night(town: Town, author: Person, topic: str = PHONE) -> None:
    """Planned immediately, and sent in the morning."""
    await writes(author, topic)
    await author.presses("Усюди, де я працюю")
    await author.presses("Готово")
    await author.presses("Зараз")
    await author.presses("7 днів")
    await author.presses("Надіслати")
    await town.settled()
    assert await town.stored("select count(*) as planned from deliveries where state = 'waiting'") != [{"planned": 0}]


async def test_who_leaves_moves_blocks_or_joins_meanwhile_gets_what_is_right(either_town: Town) -> None:
    town = either_town
    ivan = await one_officer(town)
    await town.area(KUSHUHUM)
    stays, leaves, moves, blocks = [await town.resident(each) for each in ("Олена", "Тарас", "Інна", "Ганна")]
    await town.passes(hours=12)  # 22:00
    await sends_at_night(town, ivan)
    await opens(leaves, TOPICS)
    await leaves.presses("Вимкнути: Телефонні шахраї")
    await moves_away(moves)
    await blocks.blocks()
    await town.settled()
    joins = await town.resident("Марія")
    await town.passes(hours=11)
    report = await ivan.sees("Звіт про сповіщення", anywhere=True)
    assert "доставлено 1, недоступні 1, не надіслано 2" in report.text
    await stays.sees(WORDS, anywhere=True)
    for person in (leaves, moves, joins):
        await person.does_not_see(WORDS, anywhere=True)
    await opens(joins, LATEST)
    await joins.presses("1. Телефонні шахраї")
    await joins.sees(WORDS)


async def moves_away(person: Person) -> None:
    await person.says("Налаштування")
    await person.presses("Змінити громаду")
    await person.says("Кушугумська")
    await person.presses("Так, моя")
    await person.sees("Оберіть, що потрібно")


# Notices that were sent.


async def test_the_latest_notices_are_read_in_full_in_ones_language(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    await sends(ivan, "Мінна безпека", "Не торкайтеся.", urgent=False)
    await opens(olena, LATEST)
    screen = await olena.sees(LATEST)
    assert screen.text.splitlines()[1:] == [
        "1. Мінна безпека (24 листопада 2026 р., 10:00)",
        "2. Телефонні шахраї (24 листопада 2026 р., 10:00)",
    ]
    await olena.presses("2. Телефонні шахраї")
    read = await olena.sees(WORDS)
    assert read.text.startswith("Телефонні шахраї\nПише: капітан поліції Іван Петренко")
    assert read.buttons == [ASK, LEAVE]
    await olena.says("Налаштування")
    await olena.presses("English")
    await olena.says("Settings")
    await olena.presses("Latest notices")
    await olena.sees("24 November 2026")


async def test_the_latest_notices_are_paged(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    for number in range(6):
        await sends(ivan, text=f"Сповіщення {number}.")
    await opens(olena, LATEST)
    assert len((await olena.sees(LATEST)).buttons) == 8
    await olena.presses("Далі ›")
    await olena.presses("6. Телефонні шахраї")
    await olena.sees("Сповіщення 0.")


async def test_where_nothing_was_sent_and_where_no_place_is_known(town: Town) -> None:
    await town.area()
    olena, inna = await town.resident("Олена"), town.telegram.person("Інна")
    await opens(olena, LATEST)
    await olena.sees("Тут поки немає сповіщень")
    await inna.starts()
    await inna.presses("Погоджуюся")
    await inna.says("Налаштування")
    await inna.presses(LATEST)
    await inna.sees("Вкажіть громаду, і бот покаже її сповіщення")


async def test_what_was_withdrawn_is_shown_no_more(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    await town.stored("update notices set status = 'withdrawn'")
    await opens(olena, LATEST)
    await olena.sees("Тут поки немає сповіщень")
    await olena.forges("sa:1", on=olena.last)
    await town.settled()
    assert "нічого не знайдено" in olena.alerts[-1]


async def test_a_discreet_notice_shows_its_topic_nowhere_unasked(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await opens(olena, TOPICS)
    await olena.presses("Увімкнути: Домашнє насильство")
    await olena.says("меню")
    before = len(olena.chat)
    await sends(ivan, DOMESTIC, "Телефонуйте 15-47.")
    await olena.sees("Є нове сповіщення", anywhere=True)
    await opens(olena, LATEST)
    await olena.presses("1. Порада поліції")
    came = olena.chat[before:]
    assert not any("насильство" in each.text or "15-47" in each.text for each in came)
    await olena.presses("Показати")
    opened = await olena.sees("Телефонуйте 15-47.")
    await olena.presses(f"Вимкнути тему «{DOMESTIC}»", on=opened)
    assert "насильство" not in (await olena.sees("Тему вимкнено")).text


async def test_a_discreet_notice_of_the_latest_is_opened_by_who_never_received_it(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan, DOMESTIC, "Телефонуйте 15-47.")
    await olena.does_not_see("Є нове сповіщення", anywhere=True)
    await opens(olena, LATEST)
    await olena.presses("1. Порада поліції")
    await olena.presses("Показати")
    await olena.sees("Телефонуйте 15-47.")


# A question about a notice.


async def test_a_question_about_a_notice_knows_it(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    got = await olena.sees(WORDS, anywhere=True)
    await olena.presses(ASK, on=got)
    about = "До сповіщення: Телефонні шахраї, 24 листопада 2026 р."
    assert about in (await olena.sees("Запитання офіцеру")).text
    await olena.says("А якщо вже сказав?")
    assert about in (await olena.sees("Ще не надіслано")).text
    await olena.presses(UNNAMED)
    await olena.sees("Надіслано: КШ-")
    card = await ivan.sees("А якщо вже сказав?", anywhere=True)
    assert about in card.text
    assert (await olena.sees(WORDS, anywhere=True)).text == got.text
    await ivan.presses("Історія", on=card)
    await ivan.sees(about)


async def test_a_question_about_a_discreet_notice_is_kept_as_discreetly(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan, DOMESTIC, "Телефонуйте 15-47.")
    await opens(olena, LATEST)
    await olena.presses("1. Порада поліції")
    await olena.presses("Показати")
    await olena.presses(ASK)
    draft = await olena.sees("Запитання офіцеру")
    assert "До сповіщення: 24 листопада 2026 р." in draft.text
    assert "насильство" not in draft.text
    await olena.says("Куди йти?")
    await olena.presses(UNNAMED)
    await ivan.presses("Показати")
    card = await ivan.sees("Куди йти?", anywhere=True)
    assert "До сповіщення: Домашнє насильство" in card.text
    await ivan.says("До притулку.", reply_to=card)
    await olena.sees("Є відповідь", anywhere=True)
    await olena.does_not_see("До притулку.", anywhere=True)


async def test_another_beginning_takes_the_notice_from_a_draft_and_what_it_holds_stays(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await sends(ivan)
    got = await olena.sees(WORDS, anywhere=True)
    await olena.says("Запитати")
    await olena.says("Уже написано.")
    await olena.presses(ASK, on=got)
    await olena.sees("До сповіщення: Телефонні шахраї")
    await olena.says("Запитати")
    await olena.presses(UNNAMED)
    card = await ivan.sees("Уже написано.", anywhere=True)
    assert "До сповіщення" not in card.text
