"""The lists of cases at a desk: what a line says, what narrows a list, and what comes first in it."""

from bot.domain.case_lists import PINS, Tab
from bot.domain.ids import AreaId, CaseId
from bot.handlers.case_lists.buttons import DeskList, Pin
from bot.register import SettlementCode
from simulator import Person
from simulator.chats import Bubble
from tests.stories.cases import UNNAMED, asks, chooses, reports
from tests.stories.desk import case_ids
from tests.stories.posts import FAR_AWAY, ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.town import KOMYSHUVAKHA, Town, resources

PLACE = resources().register.community(KOMYSHUVAKHA).settlements[3]
LIGHT, NOISE = "Хто лагодить освітлення на розі Шкільної та Миру, бо темно?", "Шум до третьої ночі"


async def opens_list(person: Person) -> Bubble:
    await person.says("Звернення")
    return await person.sees("Чекають на Вас")


def shown(page: Bubble) -> list[str]:
    return [label for label in page.buttons if "КШ-" in label]


async def in_two_places(town: Town) -> Person:
    """An officer at whose desk are a question, and a report from a village."""
    ivan = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), LIGHT)
    await reports(await town.resident("Петро", settlement=PLACE.code), "Сусіди, шум, п’яні", NOISE)
    return ivan


async def more(town: Town, person: Person, case: str, label: str) -> None:
    """Press what is behind «Ще дії» of a case in the list, and go back to the list."""
    await person.presses(case)
    await person.presses("Ще дії")
    await person.presses(label)
    await town.settled()
    await person.presses("‹ Назад")
    await person.presses("‹ Назад")


async def forgets_copies(town: Town) -> None:
    """Of the cases nothing but a list is in the chats: they came to their desk with many others, and no card did."""
    await town.stored("delete from copies returning chat_id")


async def test_a_line_says_how_a_case_begins_where_it_is_from_and_how_old_it_is(either_town: Town) -> None:
    town = either_town
    ivan = await in_two_places(town)
    await town.passes(days=2, hours=3)
    page = await opens_list(ivan)
    first, second = page.text.split("КШ-2026-00000")[1:]
    assert "1 · Запитання\n«Хто лагодить освітлення на розі…»\n2 дні · " in first
    assert f"2 · Сусіди, шум, п’яні\n«{NOISE}»\n{PLACE.name} · 2 дні · " in second
    assert await town.stored("select act from audit where act in ('open', 'copy words')") == []


async def test_a_photo_without_a_text_is_named_and_a_case_of_this_hour_is_new(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.sends_photo("")
    await olena.presses(UNNAMED)
    await town.settled()
    page = await opens_list(ivan)
    assert "[фото]\nщойно · " in page.text
    await town.passes(hours=5)
    assert "5 годин · " in (await opens_list(ivan)).text


async def test_what_may_not_be_read_by_others_is_in_no_line(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await chooses(olena, "Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради")
    await olena.presses(UNNAMED)
    await town.settled()
    await reports(olena, "Скарга на офіцера", "Не приходить")
    page = await opens_list(ivan)
    assert "— текст видно у зверненні" in page.text
    assert "поради" not in page.text
    await olha.presses("Прийняти")
    page = await opens_list(olha)
    assert "— текст видно у зверненні" in page.text
    assert "приходить" not in page.text


async def test_a_list_is_narrowed_by_topic_and_place_and_says_so(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await opens_list(ivan)
    assert "Прибрати фільтр" not in page.buttons
    await ivan.presses("Фільтр")
    assert "Дільниця" not in ivan.buttons
    await ivan.presses("Тема")
    await ivan.presses("Запитання")
    await ivan.sees("Фільтр: Запитання")
    assert shown(page) == ["КШ-2026-000001 · Запитання"]
    assert {"Відповісти: 1", "Чекаємо: 0"} <= set(page.buttons)
    await ivan.presses("Прибрати фільтр")
    await town.settled()
    assert len(shown(page)) == 2
    assert "Фільтр:" not in page.text
    await ivan.presses("Фільтр")
    await ivan.presses("Населений пункт")
    await ivan.presses(PLACE.name)
    await ivan.sees(f"Фільтр: {PLACE.name}")
    assert shown(page) == ["КШ-2026-000002 · Сусіди, шум, п’яні"]


async def test_a_list_is_narrowed_to_what_one_has_accepted_and_to_an_area(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await asks(await town.resident("Олена"), LIGHT)
    await asks(await town.resident("Петро"), "Коли прийом?")
    await ivan.presses("Прийняти", on=await ivan.sees("освітлення", anywhere=True))
    await town.stored(
        f"""insert into areas(community, name, whole, created_at) values ('{KOMYSHUVAKHA}', 'Село', false, 0)
            returning id"""
    )
    [other] = await town.stored("select max(id) as id from areas")
    await town.stored(
        f"""insert into assignments(officer_id, area_id, since)
            select officer_id, {other["id"]}, since from assignments returning id"""
    )
    await town.stored(f"update cases set area_id = {other['id']} where id = 2 returning id")
    page = await opens_list(ivan)
    await ivan.presses("Фільтр")
    await ivan.presses("Лише прийняті мною")
    await ivan.sees("Фільтр: прийняті мною")
    assert shown(page) == ["КШ-2026-000001 · Запитання"]
    await ivan.presses("Фільтр")
    await ivan.presses("Також неприйняті")
    await town.settled()
    assert len(shown(page)) == 2
    await ivan.presses("Фільтр")
    await ivan.presses("Дільниця")
    await ivan.presses("Село")
    await ivan.sees("Фільтр: Село")
    assert shown(page) == ["КШ-2026-000002 · Запитання"]


async def test_a_case_leads_back_to_the_page_and_the_filter_from_which_it_was_opened(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await opens_list(ivan)
    await ivan.presses("Фільтр")
    await ivan.presses("Тема")
    await ivan.presses("Запитання")
    await ivan.presses("КШ-2026-000001 · Запитання")
    await ivan.sees("Надіслано.")
    await ivan.presses("Прийняти", on=page)
    await town.settled()
    await ivan.presses("‹ Назад", on=page)
    await ivan.sees("Фільтр: Запитання")


async def test_a_forged_filter_finds_nothing_that_is_not_ones_own(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await opens_list(ivan)
    for forged in (
        DeskList(Tab.MINE, 0, back=False, subject="domestic"),
        DeskList(Tab.MINE, 0, back=False, subject="' or 1=1"),
        DeskList(Tab.MINE, 0, back=False, settlement=SettlementCode("UA00000000000000000")),
        DeskList(Tab.MINE, 0, back=False, area=AreaId(999)),
    ):
        await ivan.forges(forged.pack(), on=page)
        await town.settled()
        assert "Тут порожньо." in page.text
        assert shown(page) == []


async def test_a_list_button_of_an_older_version_still_opens_the_list(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await opens_list(ivan)
    await ivan.forges("dl:c:0:0", on=page)
    await ivan.sees("Закриті")


async def test_what_is_pinned_comes_first_in_each_list_of_that_person_alone(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Бондар", area)
    people = [await town.resident("Олена"), await town.resident("Тарас")]
    for number in range(1, 9):
        await asks(people[number % 2], f"Питання {number}")
    page = await opens_list(ivan)
    await ivan.presses("Далі ›")
    await more(town, ivan, "КШ-2026-000008 · Запитання", "Закріпити")
    await ivan.presses("Відповісти: 8")
    await town.settled()
    assert shown(page)[:2] == ["📌 КШ-2026-000008 · Запитання", "КШ-2026-000001 · Запитання"]
    await ivan.presses("Далі ›")
    await town.settled()
    assert [label[:14] for label in shown(page)] == ["КШ-2026-000006", "КШ-2026-000007"]
    await ivan.presses("‹ Раніше")
    await town.settled()
    assert shown(page)[0] == "📌 КШ-2026-000008 · Запитання"
    assert "📌" not in (await opens_list(maria)).text
    await more(town, ivan, "📌 КШ-2026-000008 · Запитання", "Відкріпити")
    await ivan.presses("Відповісти: 8")
    await town.settled()
    assert "📌" not in page.text


async def test_a_pin_is_set_once_however_often_it_is_pressed_and_only_on_ones_own_cases(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await opens_list(ivan)
    await ivan.forges(Pin(CaseId(1)).pack(), on=page)
    await ivan.forges(Pin(CaseId(1)).pack(), on=page)
    await ivan.forges(Pin(CaseId(999)).pack(), on=page)
    await town.settled()
    assert ivan.alerts[-1] == "Тут нічого не знайдено."
    assert len(await town.stored("select case_id from case_pins")) == 1
    await town.passes(days=366)
    assert await town.stored("select case_id from case_pins") == []


async def test_pins_of_cases_that_one_sees_no_more_make_room_for_others(town: Town) -> None:
    ivan = await in_two_places(town)
    page = await opens_list(ivan)
    await ivan.forges(Pin(CaseId(1)).pack(), on=page)
    await town.settled()
    numbers = f"with recursive n(i) as (select 1 union all select i + 1 from n where i < {PINS - 1})"
    await town.stored(
        f"""insert into cases(kind, status, created_at, touched_at) {numbers}
            select 'question', 'closed', 0, 0 from n where true returning id"""
    )
    await town.stored(
        """insert into case_pins(person_id, case_id, pinned_at)
           select p.person_id, c.id, 0 from case_pins p join cases c on c.id > 2 returning case_id"""
    )
    await ivan.forges(Pin(CaseId(2)).pack(), on=page)
    await town.settled()
    assert [row["case_id"] for row in await town.stored("select case_id from case_pins order by case_id")] == [1, 2]


async def test_the_words_of_a_case_leave_the_lists_of_a_chat_with_the_case(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Бондар", area)
    await asks(await town.resident("Олена"), LIGHT)
    await asks(await town.resident("Петро"), "Коли прийом?")
    older = await opens_list(maria)
    page = await opens_list(maria)
    assert "освітлення" in page.text
    await ivan.presses("Прийняти", on=await ivan.sees("освітлення", anywhere=True))
    await town.settled()
    assert shown(page) == ["КШ-2026-000002 · Запитання"]
    assert "освітлення" not in page.text
    assert "Список змінився. Відкрийте його ще раз." in older.text
    assert older.buttons == ["Звернення"]


async def test_the_words_of_all_cases_leave_the_lists_of_a_person_who_leaves_the_post(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), LIGHT)
    page = await opens_list(ivan)
    await forgets_copies(town)
    await dismisses(town, olha)
    await town.settled()
    assert "освітлення" not in page.text
    await ivan.presses("Звернення", on=page)
    await town.settled()
    assert ivan.alerts[-1] == "Тут нічого не знайдено."


async def test_what_a_resident_has_erased_leaves_the_lists(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, LIGHT)
    page = await opens_list(ivan)
    await forgets_copies(town)
    (case,) = await case_ids(town)
    await town.stored(
        f"""update cases set erase_asked_at = touched_at, status = 'closed', closed_at = touched_at
            where id = {case} returning id"""
    )
    await town.passes(minutes=5)
    assert "освітлення" not in page.text
    assert await town.stored("select case_id from listed_cases") == []


async def test_lists_show_what_a_resident_has_made_of_their_text(either_town: Town) -> None:
    town = either_town
    ivan, olena = await town.officer("Іван Петренко", await town.area()), await town.resident("Олена")
    await asks(olena, LIGHT)
    said = next(bubble for bubble in olena.chat if bubble.text == LIGHT)
    await asks(await town.resident("Петро"), "Коли прийом?")
    oldest, older, before, page = [await opens_list(ivan) for _ in range(4)]
    await forgets_copies(town)
    await town.stored(
        """insert into copies(chat_id, message_id, case_id, case_message_id, piece, version, sent_at)
           select a.chat_id, :message, 1, 1, 0, 1, 0 from accounts a join case_links l on l.person_id = a.person_id
            where l.case_id = 1 returning chat_id""",
        message=said.id,
    )
    await olena.edits(said, "Хто лагодить хвіртку?")
    await town.settled()
    assert "«Хто лагодить хвіртку?»" in page.text
    assert "Коли прийом?" in page.text
    for each in (oldest, older, before):
        assert "освітлення" not in each.text
        assert each.buttons == ["Звернення"]
    await ivan.presses("КШ-2026-000001 · Запитання", on=page)
    await ivan.sees("хвіртку")


async def test_what_a_search_found_shows_an_edited_text_and_another_desk_nothing(town: Town) -> None:
    ivan, olena = await town.officer("Іван Петренко", await town.area()), await town.resident("Олена")
    maria = await town.officer("Марія Бондар", await town.area(FAR_AWAY))
    await asks(olena, LIGHT)
    await opens_list(ivan)
    await ivan.presses("Пошук")
    await ivan.sees("Пошук звернень")
    await ivan.says("освітлення")
    page, seen = await ivan.sees("Знайдено"), len(maria.chat)
    await olena.edits(next(bubble for bubble in olena.chat if bubble.text == LIGHT), "Хто лагодить хвіртку?")
    await town.settled()
    assert "хвіртку" in page.text
    assert len(maria.chat) == seen


async def test_a_case_that_was_opened_in_a_list_stays_when_another_leaves(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Бондар", area)
    await asks(await town.resident("Олена"), LIGHT)
    await asks(await town.resident("Петро"), "Коли прийом?")
    page = await opens_list(maria)
    await maria.presses("КШ-2026-000002 · Запитання", on=page)
    await maria.sees("Надіслано.")
    await ivan.presses("Прийняти", on=await ivan.sees("освітлення", anywhere=True))
    await town.settled()
    assert "Коли прийом?" in page.text


async def test_what_took_the_place_of_a_list_stays_when_a_case_leaves(town: Town) -> None:
    area = await town.area()
    ivan, maria = await town.officer("Іван Петренко", area), await town.officer("Марія Бондар", area)
    await asks(await town.resident("Олена"), LIGHT)
    page = await opens_list(maria)
    await maria.presses("Фільтр")
    await ivan.presses("Прийняти", on=await ivan.sees("освітлення", anywhere=True))
    await town.settled()
    assert "Показано всі звернення." in page.text


async def test_every_press_at_a_desk_of_300_cases_is_answered_in_three_calls(town: Town) -> None:
    ivan = await in_two_places(town)
    await town.stored(
        """insert into cases
             (number, kind, status, category, community, area_id, waits_for, created_at, touched_at, sent_at)
           with recursive n(i) as (select 1 union all select i + 1 from n where i < 298)
           select 'КШ-2025-' || (100000 + i), 'report', 'new', 'road', community, area_id, 'officer', 1, i, i
             from n join cases on id = 1 returning id"""
    )
    page = await opens_list(ivan)
    assert "Відповісти: 99+" in page.buttons
    seen: set[str] = set()
    for label in (
        *("Далі ›" for _ in range(49)), "‹ Раніше", "Фільтр", "Тема", "Дорога", "Далі ›", "Прибрати фільтр",
        "Пошук", "‹ Назад", "КШ-2026-000001 · Запитання", "Ще дії", "Закріпити", "‹ Назад", "‹ Назад",
    ):  # fmt: skip
        before = len(town.telegram.requests)
        await ivan.presses(label, on=page)
        await town.settled()
        calls = [each.method for each in town.telegram.requests[before:] if each.method != "getUpdates"]
        assert len(calls) <= 3, (label, calls)
        seen |= set(shown(page))
    assert len(seen) >= 300
