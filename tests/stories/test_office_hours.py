"""Office hours: an officer sets them by buttons, a resident sees when and where."""

from datetime import time

import pytest
from telegram import Venue

from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.posts import ZAPORIZHZHIA, opens_area
from tests.stories.reception import COUNCIL, THURSDAYS, chooses_day, opens_hours, receives, village
from tests.stories.test_dismissal import dismisses
from tests.town import Town

ELSEWHERE = "UA23060110000049870"  # Кушугумська

# It is Tuesday, 24 November 2026, ten in the morning.


async def begins(officer: Person) -> None:
    await opens_hours(officer)
    await officer.presses("Додати години")


async def at_new_place(officer: Person, address: str = COUNCIL) -> None:
    await officer.presses("Нове місце")
    await officer.sees("Напишіть адресу")
    await officer.says(address)
    await officer.sees("Надішліть точку")
    await officer.sends_location(47.8, 35.1)
    await officer.sees("Які дні?")


async def saved(officer: Person, days: list[str], starts: str, ends: str) -> None:
    for day in days:
        await officer.presses(day)
    await officer.presses("Далі ›")
    await officer.presses(starts)
    await officer.sees(f"Початок: {starts}")
    await officer.presses(ends)
    await officer.sees("Перевірте")
    await officer.presses("Зберегти")


async def test_an_officer_sets_their_week_by_buttons_and_a_resident_sees_it(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await begins(ivan)
    await at_new_place(ivan)
    await saved(ivan, ["Пн", "Ср"], "09:00", "12:00")
    await ivan.sees(f"Пн, Ср 09:00–12:00: {COUNCIL}")

    await olena.says("графік")
    page = await olena.sees("Години прийому")
    assert page.text.splitlines() == [
        "Години прийому",
        "Офіцер: капітан поліції Іван Петренко",
        "Наступний прийом: завтра, 09:00–12:00",
        f"Де: {COUNCIL}",
        "Пн, Ср 09:00–12:00",
    ]
    await olena.presses("Показати на мапі")
    await town.settled()
    venue = olena.last.fields["venue"]
    assert isinstance(venue, Venue)
    assert (venue.title, venue.address, venue.location.latitude) == ("Прийом громадян", COUNCIL, 47.8)

    await olena.says("Мій офіцер")
    await olena.sees("Наступний прийом: завтра, 09:00–12:00")
    await olena.says("/hours")
    await olena.sees("Наступний прийом: завтра")


async def test_the_card_says_until_when_the_officer_receives_today(town: Town) -> None:
    await village(town)
    olena = await town.resident("Олена")
    await town.passes(hours=22)
    await olena.says("Мій офіцер")
    await olena.sees("Приймає сьогодні: 09:00–12:00")
    await town.passes(hours=2)
    await olena.says("Мій офіцер")
    await olena.sees("Приймає сьогодні до 12:00")
    await town.passes(hours=3)
    await olena.says("Мій офіцер")
    await olena.sees("Наступний прийом: середа, 2 грудня, 09:00–12:00")


async def test_hours_are_typed_and_once_a_month_and_for_a_while(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await begins(ivan)
    await at_new_place(ivan)
    await ivan.presses("Сб")
    await ivan.presses("Далі ›")
    await ivan.says("дев’ята")
    await ivan.sees("Не розумію годин")
    await ivan.says("9:00-12:30")
    await ivan.sees("Сб 09:00–12:30")
    await ivan.presses("Раз на місяць…")
    await ivan.presses("Сб: перша в місяці")
    await ivan.sees("Сб (перша в місяці) 09:00–12:30")
    await ivan.presses("Строк дії…")
    await ivan.says("01.12.2026–31.03.2027")
    await ivan.sees("Сб (перша в місяці) 09:00–12:30, з дня: вівторок, 1 грудня, останній день: середа, 31 березня")
    await ivan.presses("Зберегти")
    olena = await town.resident("Олена")
    await olena.says("години")
    await olena.sees("Наступний прийом: субота, 5 грудня, 09:00–12:30")


async def test_the_station_and_known_places_are_one_press_away(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())

    async def tells(tx: Transaction) -> None:
        await tx.execute("update officers set station = 'Станція, вул. Шевченка, 2'")

    await town.app.store.transact(tells)
    await begins(ivan)
    await ivan.presses("Станція: Станція, вул. Шевченка, 2")
    await ivan.says("десь тут")
    await ivan.sees("Тут потрібна точка на мапі")
    await ivan.presses("Без точки на мапі")
    await saved(ivan, ["Вт"], "16:00", "20:00")
    await begins(ivan)
    await ivan.presses("Станція, вул. Шевченка, 2")
    await saved(ivan, ["Чт"], "16:00", "20:00")
    assert len(await town.stored("select id from offices")) == 1
    olena = await town.resident("Олена")
    await olena.says("графік")
    page = await olena.sees("Приймає сьогодні: 16:00–20:00")
    assert "мапі" not in " ".join(page.buttons)
    assert "Вт 16:00–20:00" in page.text
    assert "Чт 16:00–20:00" in page.text


# What is refused.


async def test_hours_that_overlap_and_hours_of_the_curfew_are_refused_and_the_form_stays(town: Town) -> None:
    ivan = (await village(town)).ivan
    await begins(ivan)
    await at_new_place(ivan, "вул. Інша, 2")
    await ivan.presses("Ср")
    await ivan.presses("Далі ›")
    await ivan.says("4:00-6:00")
    await ivan.sees("У цей час комендантська година: 00:00–05:00")
    await ivan.says("11:30-13:00")
    await ivan.presses("Зберегти")
    await town.settled()
    assert ivan.alerts[-1].startswith("У цей час уже є прийом: 25.11.2026, 11:30–13:00")
    await ivan.presses("‹ Назад")
    await ivan.sees("До котрої години?")
    await ivan.says("12:00-13:00")
    await ivan.presses("Зберегти")
    await ivan.sees("Ср 12:00–13:00: вул. Інша, 2")


async def test_a_day_without_days_goes_no_further(town: Town) -> None:
    ivan = (await village(town)).ivan
    await begins(ivan)
    await ivan.presses(COUNCIL)
    await ivan.presses("Пн")
    await ivan.presses("✓ Пн")
    await ivan.presses("Далі ›")
    await town.settled()
    assert ivan.alerts[-1] == "Позначте хоча б один день."


async def test_hours_that_would_never_be_held_are_refused_and_the_form_stays(town: Town) -> None:
    ivan = (await village(town)).ivan
    await begins(ivan)
    await ivan.presses(COUNCIL)
    await ivan.presses("Пн")
    await ivan.presses("Далі ›")
    await ivan.says("9:00-12:00")
    await ivan.presses("Строк дії…")
    await ivan.says("01.12.2026–03.12.2026")  # from a Tuesday to a Thursday
    await ivan.presses("Зберегти")
    await town.settled()
    assert ivan.alerts[-1] == "Цих днів немає у вказаному строку. Змініть дні або строк."
    await ivan.presses("Строк дії…")
    await ivan.says("01.12.2026–10.12.2026")
    await ivan.presses("Зберегти")
    await ivan.sees("Пн 09:00–12:00, з дня: вівторок, 1 грудня")


# The form.


async def test_a_form_survives_a_restart_and_can_be_left_and_a_second_press_does_nothing(town: Town) -> None:
    ivan = (await village(town)).ivan
    await begins(ivan)
    await ivan.presses(COUNCIL)
    await ivan.presses("Чт")
    await town.settled()
    await town.stops()
    town.starts()
    await ivan.presses("Далі ›")
    await ivan.presses("09:00")
    await ivan.presses("10:00")
    check = await ivan.sees("Перевірте")
    save = next(button for button in check.inline if button.text == "Зберегти")
    await ivan.presses("Зберегти")
    await ivan.sees("Чт 09:00–10:00")
    await ivan.forges(str(save.callback_data), on=check)
    await town.settled()
    assert len(await town.stored("select id from office_rules")) == 2

    await begins(ivan)
    await ivan.presses(COUNCIL)
    await ivan.presses("‹ Назад")
    await ivan.sees("Де прийом?")
    await ivan.presses("Скасувати")
    await ivan.sees("Чт 09:00–10:00")
    assert await town.stored("select flow from dialogs") == []
    assert len(await town.stored("select id from office_rules")) == 2


async def test_hours_are_removed_and_residents_no_longer_see_them(town: Town) -> None:
    ivan = (await village(town)).ivan
    await opens_hours(ivan)
    await ivan.presses("Ср 09:00–12:00")
    await ivan.presses("Прибрати ці години")
    await ivan.sees("Годин ще немає")
    olena = await town.resident("Олена")
    await olena.says("графік")
    await olena.sees("Години прийому ще не вказано")
    await olena.says("Мій офіцер")
    await olena.does_not_see("прийом")


# One day.


async def test_a_day_is_closed_with_a_reason_and_opened_again(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = await town.resident("Олена")
    await chooses_day(ivan, "• Ср 25.11")
    await ivan.presses("Закрити 09:00–12:00")
    await ivan.sees("Напишіть коротко")
    await ivan.says("Навчання в області")
    await ivan.sees("середа, 25 листопада: прийому не буде")
    await ivan.presses("Зберегти")
    await olena.says("графік")
    page = await olena.sees("Наступний прийом: середа, 2 грудня")
    assert "Завтра, середа, 25 листопада, 09:00–12:00: прийому не буде\nПричина: Навчання в області" in page.text

    await ivan.presses("Закрито: завтра, 09:00–12:00")
    await ivan.presses("Прибрати цю зміну")
    await town.settled()
    await olena.says("графік")
    await olena.sees("Наступний прийом: завтра, 09:00–12:00")
    await olena.does_not_see("прийому не буде")


async def test_a_day_is_moved_to_another_place_and_hour(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = await town.resident("Олена")
    await chooses_day(ivan, "• Ср 25.11")
    await ivan.presses("Перенести 09:00–12:00")
    await ivan.presses("Нове місце")
    await ivan.says("с. Новоіванівка, клуб")
    await ivan.presses("Без точки на мапі")
    await ivan.presses("14:00")
    await ivan.presses("16:00")
    await ivan.presses("Пропустити")
    await ivan.presses("Зберегти")
    await olena.says("графік")
    page = await olena.sees("Наступний прийом: завтра, 14:00–16:00")
    assert "Завтра, середа, 25 листопада, 14:00–16:00 (змінено): с. Новоіванівка, клуб" in page.text


async def test_a_day_gets_hours_of_its_own_and_not_over_others(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = await town.resident("Олена")
    await chooses_day(ivan, "• Ср 25.11")
    await ivan.presses("Додати прийом")
    await ivan.presses(COUNCIL)
    await ivan.says("11:00-13:00")
    await ivan.presses("Пропустити")
    await ivan.presses("Зберегти")
    await town.settled()
    assert ivan.alerts[-1].startswith("У цей час уже є прийом")
    await chooses_day(ivan, "Пт 27.11")
    await ivan.presses("Додати прийом")
    await ivan.presses(COUNCIL)
    await ivan.presses("10:00")
    await ivan.presses("11:00")
    await ivan.presses("Пропустити")
    await ivan.presses("Зберегти")
    await ivan.presses("Додатково: пʼятниця, 27 листопада, 10:00–11:00")
    await olena.says("графік")
    await olena.sees("Пʼятниця, 27 листопада, 10:00–11:00 (додатково)")


# Who may.


async def test_the_coordinator_sets_hours_for_the_officer(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_area(town, olha)
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Години прийому")
    await olha.presses("Додати години")
    await at_new_place(olha)
    await saved(olha, ["Ср"], "09:00", "12:00")
    await olha.sees(f"Ср 09:00–12:00: {COUNCIL}")
    await olha.presses("‹ Назад")
    await olha.sees("Працює тут")
    rows = await town.stored("select by_kind, act from audit where subject_kind = 'hours'")
    assert rows == [{"by_kind": "coordinator", "act": "add"}]


@pytest.mark.parametrize("data", ["ho:1", "hu:1", "hx:1", "hn:1", "hd:1", "hy:1:20261125", "hb:closed:1:1:20261125"])
async def test_nobody_else_sees_or_changes_an_officers_hours(town: Town, data: str) -> None:
    await village(town)
    olena, taras = await town.resident("Олена"), await town.officer("Тарас Коваль", await town.area(ELSEWHERE))
    for person in (olena, taras):
        await person.says("Допомога")
        before = len(person.chat)
        await person.forges(data, on=await person.sees("102"))
        await town.settled()
        replies = [*person.alerts, *(bubble.text for bubble in person.chat[before - 1 :])]
        assert "Тут нічого не знайдено." in replies
        await person.does_not_see(COUNCIL, anywhere=True)
    assert await town.stored("select id from office_rules where removed_at is not null") == []
    assert await town.stored("select flow from dialogs") == []


async def test_an_officer_receives_nobody_in_a_community_that_they_do_not_serve(town: Town) -> None:
    ivan = (await village(town)).ivan
    await begins(ivan)
    form = await ivan.sees("Де прийом?")
    await town.area(ELSEWHERE)
    await ivan.forges(f"hl:{ELSEWHERE}", on=form)
    await town.settled()
    assert ivan.alerts[-1] == "Тут нічого не знайдено."


async def test_a_dismissed_officers_hours_vanish_immediately(town: Town) -> None:
    await village(town)
    olena, olha = await town.resident("Олена"), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olena.says("графік")
    page = await olena.sees("Наступний прийом: завтра")
    await dismisses(town, olha, "капітан поліції Іван Петренко")
    await olena.says("графік")
    await olena.sees("Офіцера тут зараз немає")
    await olena.forges("hr:1-20261125:1:0", on=page)
    await town.settled()
    assert olena.alerts[-1] == "Тут нічого не знайдено."


# What residents see otherwise.


async def test_near_the_front_neither_places_nor_hours_are_shown(town: Town) -> None:
    ivan = (await village(town)).ivan
    olena = await town.resident("Олена")
    await olena.says("графік")
    page = await olena.sees("Наступний прийом")

    async def front(tx: Transaction) -> None:
        await tx.execute("update communities set front = :yes", yes=True)

    await town.app.store.transact(front)
    for word in ("графік", "Мій офіцер"):
        await olena.says(word)
        seen = await olena.sees("за домовленістю")
        assert COUNCIL not in seen.text
        assert "09:00" not in seen.text
    await olena.forges("hp:1", on=page)
    await town.settled()
    assert olena.alerts[-1] == "Тут нічого не знайдено."
    await opens_hours(ivan)
    await ivan.sees("мешканці бачать лише «за домовленістю»")


async def test_a_resident_without_a_community_or_an_officer_sees_so(town: Town) -> None:
    taras = town.telegram.person("Тарас")
    await taras.starts()
    await taras.presses("Погоджуюся")
    await taras.says("/hours")
    await taras.sees("Вкажіть громаду")
    await town.area()
    olena = await town.resident("Олена")
    await olena.says("/hours")
    await olena.sees("Офіцера тут зараз немає")


async def test_each_officer_of_an_area_has_their_own_hours_on_the_page(town: Town) -> None:
    here = await village(town)
    await town.officer("Оксана Коваль", here.area, rank="лейтенант поліції")
    await receives(town, 2, THURSDAYS, (time(16), time(20)), "Станція")
    olena = await town.resident("Олена")
    await olena.says("графік")
    page = await olena.sees("Іван Петренко")
    assert "Наступний прийом: завтра, 09:00–12:00" in page.text
    assert "Наступний прийом: четвер, 26 листопада, 16:00–20:00\nДе: Станція" in page.text


async def test_an_officer_of_two_communities_is_expected_only_where_one_lives(town: Town) -> None:
    await village(town)
    elsewhere = await town.area(ELSEWHERE)

    async def serves_both(tx: Transaction) -> None:
        await tx.execute("insert into assignments(officer_id, area_id, since) values (1, :a, 0)", a=elsewhere)

    await town.app.store.transact(serves_both)
    petro = await town.resident("Петро", ELSEWHERE)
    await petro.says("графік")
    await petro.sees("Години прийому ще не вказано")
