"""Reminders of office hours to residents and chats: whom they reach, what they announce, that each comes once."""

from datetime import time

from bot.domain.ids import PersonId
from bot.domain.subscriptions import Topic
from bot.storage import areas, subscriptions
from bot.storage.transaction import Transaction
from simulator import Person
from tests.keys import hashed
from tests.stories.chats import binds
from tests.stories.notices import subscribes
from tests.stories.reception import COUNCIL, opens_hours, receives, village
from tests.stories.reminders import TODAY, TOMORROW, asks_for_tomorrow, closes, down_for, late_count, times_seen
from tests.town import KOMYSHUVAKHA, Town, resources

VILLAGE = resources().register.community(KOMYSHUVAKHA).settlements[1].code


async def wants_all_hours(town: Town, name: str, **where: str) -> Person:
    """A resident who has turned the reminders of all office hours on."""
    person = await town.resident(name, **where)
    await subscribes(town, person, Topic.HOURS)
    return person


# The evening before.


async def test_residents_hear_on_the_evening_before_once(either_town: Town) -> None:
    town = either_town
    await village(town)
    olena = await wants_all_hours(town, "Олена")
    await town.passes(hours=7, minutes=58)
    await olena.does_not_see(TOMORROW, anywhere=True)
    await town.passes(minutes=2)
    reminder = await olena.sees(TOMORROW)
    assert reminder.text.startswith("Нагадуємо про прийом")
    assert "Офіцер: капітан поліції Іван Петренко" in reminder.text
    assert reminder.buttons == ["Показати на мапі", "Години прийому", "Вимкнути тему «Нагадування про кожен прийом»"]
    for _ in range(3):
        await down_for(town, minutes=1)
    assert times_seen(olena, TOMORROW) == 1
    await town.passes(hours=24)
    assert times_seen(olena, COUNCIL) == 1


async def test_residents_are_not_reminded_twice_a_week_by_default(either_town: Town) -> None:
    town = either_town
    await village(town, 1 << 2 | 1 << 4)
    await town.passes(hours=9)  # that the hours are new is told on the first evening
    olena = await town.resident("Олена")
    for _ in range(7):
        await town.passes(days=1)
    await olena.does_not_see(COUNCIL, anywhere=True)
    await olena.presses("Налаштування")
    await olena.presses("Теми сповіщень")
    for _ in range(2):
        await olena.presses("Далі ›")
    await olena.presses("Увімкнути: Нагадування про кожен прийом")
    for _ in range(7):
        await town.passes(days=1)
    assert times_seen(olena, "Нагадуємо про прийом") == 2


async def test_a_change_is_told_to_all_without_what_is_as_usual(town: Town) -> None:
    here = await village(town, 1 << 2 | 1 << 4)
    olena, taras = await town.resident("Олена"), await wants_all_hours(town, "Тарас")
    await closes(here, "• Пт 27.11")
    await town.passes(hours=8)
    told = await olena.sees("Пʼятниця, 27 листопада, 09:00–12:00: прийому не буде")
    assert told.text.startswith("Зміна прийому")
    assert "середа" not in told.text
    assert "Вимкнути тему «Прийом громадян»" in told.buttons
    assert TOMORROW in (await taras.sees("прийому не буде")).text


async def test_who_left_the_topic_or_lives_elsewhere_gets_nothing(town: Town) -> None:
    await village(town)
    olena, taras = await wants_all_hours(town, "Олена"), await town.resident("Тарас")
    hanna = await wants_all_hours(town, "Ганна", settlement=VILLAGE)

    async def apart(tx: Transaction) -> None:
        other = await areas.add(tx, KOMYSHUVAKHA, "Село")
        await areas.serve(tx, other, KOMYSHUVAKHA, VILLAGE)
        person = await tx.insert(
            "select id from persons where id = (select person_id from accounts where external_hash = :id)",
            id=hashed(taras.id),
        )  # its id
        await subscriptions.choose(tx, PersonId(person), [Topic.RECEPTION], subscribed=False)

    await town.app.store.transact(apart)
    await town.passes(hours=8)
    await olena.sees(TOMORROW)
    await taras.does_not_see(COUNCIL, anywhere=True)
    await hanna.does_not_see(COUNCIL, anywhere=True)


async def test_the_reminder_itself_offers_to_hear_no_more_of_its_topic(town: Town) -> None:
    await village(town)
    olena = await wants_all_hours(town, "Олена")
    await town.passes(hours=8)
    reminder = await olena.sees(TOMORROW)
    await olena.presses("Вимкнути тему «Нагадування про кожен прийом»", on=reminder)
    await olena.sees("Тему вимкнено\nНагадування про кожен прийом")
    await olena.sees(TOMORROW, anywhere=True)
    await town.passes(days=7)
    assert times_seen(olena, COUNCIL) == 1


async def test_who_moved_away_while_it_waited_for_the_morning_gets_nothing(town: Town) -> None:
    await village(town, hours=(time(16), time(20)))
    olena, taras = await wants_all_hours(town, "Олена"), await wants_all_hours(town, "Тарас")
    await down_for(town, hours=12)  # ten in the evening: quiet hours
    await olena.does_not_see(COUNCIL, anywhere=True)

    async def moves(tx: Transaction) -> None:
        await tx.execute(
            "update residents set community = 'UA23060110000049870' where person_id in"
            " (select person_id from accounts where external_hash = :id)",
            id=hashed(olena.id),
        )

    await town.app.store.transact(moves)
    await town.passes(hours=10)
    await taras.sees(f"Сьогодні, середа, 25 листопада, 16:00–20:00\nДе: {COUNCIL}")
    await olena.does_not_see(COUNCIL, anywhere=True)


async def test_near_the_front_nobody_is_notified_of_places_and_hours(town: Town) -> None:
    await village(town)
    olena = await wants_all_hours(town, "Олена")

    async def front(tx: Transaction) -> None:
        await tx.execute("update communities set front = :yes", yes=True)

    await town.app.store.transact(front)
    await town.passes(hours=8)
    await olena.does_not_see(COUNCIL, anywhere=True)


async def test_a_closed_day_is_announced_too(town: Town) -> None:
    here = await village(town)
    olena = await town.resident("Олена")
    await closes(here, "• Ср 25.11")
    await town.passes(hours=8)
    reminder = await olena.sees("Завтра, середа, 25 листопада, 09:00–12:00: прийому не буде")
    assert "Причина: свято" in reminder.text


async def test_a_change_of_the_next_days_is_in_the_next_evenings_message_and_not_in_the_one_after(town: Town) -> None:
    here = await village(town, 1 << 4)  # Fridays: nothing tomorrow
    olena = await town.resident("Олена")
    await closes(here, "• Пт 27.11")
    await olena.does_not_see("прийому не буде", anywhere=True)
    await town.passes(hours=8)
    await olena.sees("Пʼятниця, 27 листопада, 09:00–12:00: прийому не буде")
    await town.passes(hours=24)
    assert times_seen(olena, "прийому не буде") == 1


async def test_new_weekly_hours_are_announced_in_the_evening(town: Town) -> None:
    here = await village(town)
    olena = await wants_all_hours(town, "Олена")
    await town.passes(days=7)
    await opens_hours(here.ivan)
    await here.ivan.presses("Додати години")
    await here.ivan.presses(COUNCIL)
    await here.ivan.presses("Пт")
    await here.ivan.presses("Далі ›")
    await here.ivan.says("9:00-10:00")
    await here.ivan.presses("Зберегти")
    await town.passes(hours=8)
    reminder = await olena.sees("Нові години")
    assert reminder.text.splitlines() == [
        "Нагадуємо про прийом",
        "Завтра, середа, 2 грудня, 09:00–12:00",
        f"Де: {COUNCIL}",
        "Офіцер: капітан поліції Іван Петренко",
        f"Нові години: Пт 09:00–10:00: {COUNCIL}",
    ]


async def test_removed_weekly_hours_are_announced_in_the_evening(town: Town) -> None:
    here = await village(town)
    await receives(town, 1, 1 << 4, (time(9), time(10)))
    await town.passes(hours=9)
    olena = await town.resident("Олена")
    await opens_hours(here.ivan)
    await here.ivan.presses("Пт 09:00–10:00")
    await here.ivan.presses("Прибрати ці години")
    await town.passes(hours=23)
    reminder = await olena.sees("Зміна прийому")
    assert f"Більше немає: Пт 09:00–10:00: {COUNCIL}" in reminder.text


# The week.


async def test_chats_hear_of_the_week_on_monday_morning(town: Town) -> None:
    here = await village(town)
    group, silent = town.telegram.group("Сусіди"), town.telegram.group("Мовчазна")
    for each in (group, silent):
        await each.adds_bot(by=here.ivan)
        await here.ivan.presses("Комишуваська селищна громада")
    await town.settled()

    async def takes_nothing(tx: Transaction) -> None:
        await tx.execute(
            "delete from chat_topics where chat_id in (select id from chats where external_hash = :id)",
            id=hashed(silent.id),
        )

    await town.app.store.transact(takes_nothing)
    await town.passes(days=5, hours=21)  # Monday, seven in the morning
    await group.does_not_see("Прийом цього тижня", anywhere=True)
    await town.passes(hours=1)
    reminder = await group.sees("Прийом цього тижня")
    assert f"Середа, 2 грудня, 09:00–12:00: {COUNCIL}" in reminder.text
    await down_for(town, hours=1)
    assert sum("Прийом цього тижня" in each.text for each in group.chat) == 1
    await silent.does_not_see("Прийом цього тижня", anywhere=True)


async def test_a_chat_that_refuses_the_week_for_a_time_gets_it_a_day_later(town: Town) -> None:
    here = await village(town)
    group = town.telegram.group("Сусіди")
    await binds(here.ivan, group)
    await group.silences_people()
    await town.passes(days=5, hours=22)  # Monday, eight in the morning
    await here.ivan.sees("Бот зараз не може писати сюди: «Сусіди».", anywhere=True)
    await group.silences_people(silent=False)
    await town.passes(hours=25)
    reminder = await group.sees("Прийом цього тижня", anywhere=True)
    assert f"Завтра, середа, 2 грудня, 09:00–12:00: {COUNCIL}" in reminder.text


# What comes late.


async def test_what_still_helps_is_sent_late_and_the_rest_is_dropped_and_counted(town: Town) -> None:
    here = await village(town)
    olena = await town.resident("Олена")
    await asks_for_tomorrow(olena)
    await down_for(town, hours=22, minutes=30)  # half past eight on Wednesday
    assert times_seen(olena, TODAY) == 1  # the one asked for; the evening's would say the same
    await here.ivan.sees(TODAY)
    assert await late_count(town) == 0
    await down_for(town, days=7, hours=4)
    assert times_seen(olena, TODAY) == 1
    assert await late_count(town) == 2  # the evening's of a week later, and the officer's


async def test_after_weeks_away_only_what_is_to_come_is_announced(town: Town) -> None:
    await village(town)
    olena = await wants_all_hours(town, "Олена")
    await down_for(town, days=28, hours=9)  # Tuesday evening, four weeks on
    assert times_seen(olena, "Завтра, середа, 23 грудня, 09:00–12:00") == 1
    assert times_seen(olena, COUNCIL) == 1
