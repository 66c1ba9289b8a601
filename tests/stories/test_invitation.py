"""Invitations: one-time links by which coordinators and officers come, and the officer's own page.

What follows once a person has proposed is in test_proposals.py.
"""

import asyncio

import pytest

from bot.domain.invitations import hashed
from tests.stories.cases import asks
from tests.stories.posts import (
    ZAPORIZHZHIA,
    a_coordinator,
    an_invitation,
    confirmed,
    coordinator_link,
    fills_in,
    invited,
    invites,
    opens_area,
    payload_in,
    presses_one_that_begins,
    proposes,
    takes_post,
    two_coordinators,
)
from tests.town import KOMYSHUVAKHA, Town

VOID = "Це запрошення не діє"
USED = "Цим запрошенням уже скористалася інша людина."


async def test_the_first_coordinator_comes_by_the_link_of_the_command_line(either_town: Town) -> None:
    town = either_town
    petro = town.telegram.person("Петро")
    await petro.starts(await coordinator_link(town))
    await petro.sees("Вас запрошують бути координатором. Область: Запорізька.")
    await petro.sees("Запрошує: адміністратор бота.")
    await petro.presses("Прийняти запрошення")
    await petro.sees("Адміністратор бота має підтвердити, що це Ви.")
    await confirmed(town)
    await petro.sees("Ви координатор.")
    await petro.presses("До меню")
    await petro.presses("Координатор")
    await petro.sees("Область: Запорізька")


async def test_a_link_shows_who_invites_to_what_and_can_be_left_for_later(town: Town) -> None:
    link = await coordinator_link(town)
    petro = town.telegram.person("Петро")
    await petro.starts(link)
    await petro.presses("Не зараз")
    await petro.starts(link)
    await petro.sees("Вас запрошують бути координатором")
    assert not await town.stored("select id from parts")


async def test_only_the_hash_of_a_token_is_stored_even_while_the_link_is_on_its_way(town: Town) -> None:
    await town.area()
    payload = await invited(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    token = payload.removeprefix("i-")
    assert len(token) >= 22  # 128 bits in base64
    [row] = await town.stored("select token_hash from invitations")
    assert row["token_hash"] == hashed(token)
    for table, column in (("outbox", "args"), ("inbox", "body"), ("dialogs", "data")):
        rows = await town.stored(f"select {column} from {table} where {column} like :token", token=f"%{token}%")
        assert not rows, table


async def test_an_invitation_works_once(town: Town) -> None:
    link = await coordinator_link(town)
    petro, ivan = town.telegram.person("Петро"), town.telegram.person("Іван")
    await petro.starts(link)
    await ivan.starts(link)
    await petro.presses("Прийняти запрошення")
    await town.settled()
    await ivan.presses("Прийняти запрошення")
    await town.settled()
    assert USED in ivan.alerts[-1]
    assert ivan.spinning == 0
    await confirmed(town)
    assert len(await town.stored("select id from parts")) == 1
    await ivan.starts(link)
    await ivan.sees(USED)


async def test_of_two_who_press_at_once_one_holds_the_invitation(either_town: Town) -> None:
    town = either_town
    link = await coordinator_link(town)
    people = [town.telegram.person(name) for name in ("Петро", "Іван")]
    for each in people:
        await each.starts(link)
        await each.sees("Вас запрошують")
    await asyncio.gather(*(each.presses("Прийняти запрошення") for each in people))
    await confirmed(town)
    assert len(await town.stored("select id from parts")) == 1
    assert sum(USED in alert for each in people for alert in each.alerts) == 1


async def test_a_link_is_void_after_48_hours(town: Town) -> None:
    link = await coordinator_link(town)
    petro = town.telegram.person("Петро")
    await town.passes(hours=48, seconds=1)
    await petro.starts(link)
    await petro.sees(VOID)


async def test_an_invitation_expires_also_for_who_has_opened_it(town: Town) -> None:
    petro = town.telegram.person("Петро")
    await town.passes(days=0)
    link = await coordinator_link(town)
    await town.passes(hours=47)
    await petro.starts(link)
    await petro.sees("Вас запрошують")
    await town.passes(hours=2)
    await petro.presses("Прийняти запрошення")
    await town.settled()
    assert VOID in petro.alerts[-1]


@pytest.mark.parametrize("token", ["", "abc", "1", "x" * 32])
async def test_a_made_up_token_gets_the_same_answer(town: Town, token: str) -> None:
    petro = town.telegram.person("Петро")
    await petro.starts(f"i-{token}")
    await petro.sees(VOID)


async def test_a_revoked_invitation_is_void(town: Town) -> None:
    olha = await a_coordinator(town)
    link = await invited(town, olha)
    await olha.presses("Запрошення: 1")
    await presses_one_that_begins(town, olha, "Скасувати · ")
    await olha.sees("Запрошень немає.")
    ivan = town.telegram.person("Іван")
    await ivan.starts(link)
    await ivan.sees(VOID)


async def test_an_invitation_cannot_be_accepted_by_a_forged_button(town: Town) -> None:
    link = await coordinator_link(town)
    petro, thief = town.telegram.person("Петро"), town.telegram.person("Злодій")
    await petro.starts(link)
    await thief.starts()
    await town.settled()
    for data in ("ia:1", "it:1", "ic:1", "iv:1"):
        await thief.forges(data, on=thief.last)
        await town.settled()
        assert "вже не діє" in thief.alerts[-1]
    assert not await town.stored("select id from invitations where proposed_by is not null")


async def test_an_invited_officer_says_who_he_is_and_gets_to_work(either_town: Town) -> None:
    town = either_town
    await town.area()
    olena = await town.resident("Олена")
    link = await invited(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    ivan = town.telegram.person("Іван")
    await ivan.starts(link)
    await ivan.sees("Вас запрошують на посаду офіцера. Громада: Комишуваська. Дільниця: Уся громада.")
    await ivan.sees("Запрошує: координатор поліції області.")
    await ivan.presses("Прийняти запрошення")
    await ivan.presses("капітан поліції")
    await ivan.sees("Напишіть ім’я і прізвище")
    await ivan.says("Іван  Петренко")
    await ivan.presses("Поліцейський офіцер громади")
    confirmation = await ivan.sees("Мешканці бачитимуть саме це.")
    assert "капітан поліції" in confirmation.text
    assert "Іван Петренко" in confirmation.text
    await ivan.presses("Усе правильно, надіслати")
    await ivan.sees("Чекаємо підтвердження")
    await confirmed(town)
    await ivan.presses("Далі: телефон і станція")
    await ivan.sees("Напишіть номер")
    await ivan.says("067 123-45-67")
    await ivan.sees("Напишіть адресу станції")
    await ivan.says("с-ще Комишуваха, вул. Богдана Хмельницького, 1")
    await ivan.sees("Нове звернення приходить сюди карткою")
    assert "приходять сюди самі" in ivan.last.text
    assert "Звернення" in ivan.buttons
    [officer] = await town.stored("select rank, name, position, phone, station from officers")
    assert officer == {
        "rank": "капітан поліції",
        "name": "Іван Петренко",
        "position": "pog",
        "phone": "+380671234567",
        "station": "с-ще Комишуваха, вул. Богдана Хмельницького, 1",
    }
    await asks(olena, "Коли прийом?")
    await ivan.sees("Коли прийом?", anywhere=True)


async def test_what_is_mistyped_is_reported_and_asked_again(town: Town) -> None:
    _, ivan, link = await an_invitation(town)
    await ivan.starts(link)
    await ivan.presses("Прийняти запрошення")
    await ivan.sees("Оберіть Ваше звання.")
    await ivan.says("генерал")
    await ivan.sees("Оберіть зі списку кнопкою.")
    await ivan.presses("капітан поліції")
    await ivan.sees("Напишіть ім’я")
    for junk in ("Іван", "Іван 123", "@ivan petrenko", "Іван Петренко " * 9):
        await ivan.says(junk)
        await ivan.does_not_see("Оберіть посаду.")
    await ivan.sends_photo()
    await ivan.sees("Тут потрібен текст")
    await ivan.says("Іван Петренко")
    await ivan.presses("Поліцейський офіцер громади")
    await ivan.presses("Усе правильно, надіслати")
    await confirmed(town)
    await ivan.presses("Далі: телефон і станція")
    await ivan.sees("Напишіть номер")
    await ivan.says("102")
    await ivan.sees("Це не схоже на номер.")
    await ivan.says("+38 (067) 123 45 67")
    await ivan.sees("Напишіть адресу станції")


async def test_what_was_filled_in_wrongly_can_be_changed_before_it_is_sent(town: Town) -> None:
    _, ivan, link = await an_invitation(town)
    await ivan.starts(link)
    await ivan.presses("Прийняти запрошення")
    await ivan.presses("капітан поліції")
    await ivan.sees("Напишіть ім’я")
    await ivan.says("Іван Петренко")
    await ivan.presses("Дільничний офіцер поліції")
    await ivan.presses("Змінити звання")
    await ivan.presses("майор поліції")
    await ivan.sees("Звання: майор поліції")
    await ivan.presses("Усе правильно, надіслати")
    await ivan.sees("Чекаємо підтвердження")


async def test_a_second_press_changes_nothing(town: Town) -> None:
    _, ivan, link = await an_invitation(town)
    await fills_in(ivan, link)
    confirmation = ivan.last
    await ivan.presses("Усе правильно, надіслати")
    await town.settled()
    await ivan.forges("it:1", on=confirmation)
    await town.settled()
    assert "вже не діє" in ivan.alerts[-1]
    await confirmed(town)
    await ivan.forges("it:1", on=confirmation)
    await town.settled()
    assert "вже не діє" in ivan.alerts[-1]
    assert len(await town.stored("select id from assignments")) == 1


async def test_of_two_officers_with_one_link_the_second_learns_that_it_is_used(either_town: Town) -> None:
    town = either_town
    link = await invited(town, await a_coordinator(town))
    ivan, maria, petro = (town.telegram.person(name) for name in ("Іван", "Марія", "Петро"))
    await fills_in(ivan, link)
    await fills_in(maria, link, "Марія Коваль")
    await petro.starts(link)
    await petro.presses("Прийняти запрошення")
    await petro.presses("капітан поліції")
    await petro.sees("Напишіть ім’я")
    await ivan.presses("Усе правильно, надіслати")
    await town.settled()
    await maria.presses("Усе правильно, надіслати")
    await town.settled()
    assert USED in maria.alerts[-1]
    await petro.says("Петро Бондар")
    await petro.sees(USED)
    await maria.starts(link)
    await maria.sees(USED)
    await confirmed(town)
    await town.telegram.person("Далекий").starts(link)
    assert [
        row["name"]
        for row in await town.stored("select o.name from assignments g join officers o on o.id = g.officer_id")
    ] == ["Іван Петренко"]


async def test_a_resident_can_become_officer_and_no_longer_writes_as_resident(town: Town) -> None:
    link = await invited(town, await a_coordinator(town))
    ivan = await town.resident("Іван")
    await takes_post(town, ivan, link)
    await ivan.sees("Звернення", anywhere=True)
    assert "Мій кабінет" in ivan.buttons


async def test_an_officer_can_take_a_second_area_without_saying_all_again(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    await takes_post(town, ivan, link)
    await opens_area(town, olha)
    await olha.presses("‹ Назад")
    await olha.presses("Нова дільниця")
    await olha.sees("Напишіть назву дільниці")
    await olha.says("Північна")
    await ivan.starts(await invites(olha))
    await ivan.presses("Прийняти запрошення")
    await ivan.sees("Ім’я: Іван Петренко")
    await ivan.presses("Усе правильно, надіслати")
    await ivan.sees("Чекаємо підтвердження")
    await confirmed(town)
    assert len(await town.stored("select id from assignments where until is null")) == 2


async def test_an_officer_who_serves_an_area_keeps_the_invitation_to_it_for_another(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    await takes_post(town, ivan, link)
    link = await invited(town, olha, name="Марія Коваль")
    await ivan.starts(link)
    await ivan.presses("Прийняти запрошення")
    await ivan.presses("Усе правильно, надіслати")
    await town.settled()
    assert "Ви вже працюєте" in ivan.alerts[-1]
    await takes_post(town, town.telegram.person("Марія"), link, "Марія Коваль")


async def test_an_officer_changes_his_card_and_finds_the_link_for_residents(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await ivan.says("Мій кабінет")
    page = await ivan.sees("Телефон: не вказано")
    assert payload_in(page) == "a-1"
    assert page.buttons[:3] == ["Звернення", "Пошук", "Записати дзвінок або прихід"]
    await ivan.presses("Ще: картка, чати, дошка")
    await ivan.presses("Змінити телефон")
    await ivan.sees("Напишіть номер")
    await ivan.says("0671234567")
    await ivan.sees("Телефон: +380 67 123 45 67")
    await ivan.presses("Змінити телефон")
    await ivan.presses("Прибрати")
    await ivan.sees("Телефон: не вказано")
    await ivan.presses("Змінити станцію")
    await ivan.presses("‹ Назад")
    await ivan.sees("Станція: не вказано")
    await ivan.presses("‹ Назад")
    await ivan.sees("Посилання для мешканців")


async def test_the_link_of_my_post_brings_a_resident_to_the_community(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await ivan.says("Мій кабінет")
    payload = payload_in(await ivan.sees("Посилання для мешканців"))
    olena = town.telegram.person("Олена")
    await olena.starts(payload)
    await olena.presses("Погоджуюся")
    await olena.sees("Оберіть, що потрібно")
    [row] = await town.stored("select community from residents")
    assert row["community"] == KOMYSHUVAKHA


async def test_nobody_changes_another_officers_card(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    for stranger in (maria, olena):
        for data in ("of:1:phone:e", "ov:1:rank:e:3", "ox:1:phone", "os:1:phone", "op:1", "od:1", "oz:1"):
            await stranger.forges(data, on=stranger.last)
            await town.settled()
            assert "нічого не знайдено" in stranger.alerts[-1], data
        assert stranger.spinning == 0
    [card, _] = await town.stored("select rank, phone from officers order by id")
    assert card == {"rank": "капітан поліції", "phone": None}
    await ivan.says("Мій кабінет")
    await ivan.sees("Іван Петренко")


async def test_my_post_is_for_officers_only(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("Мій кабінет")
    await olena.does_not_see("Телефон:")
    await olena.sees("нічого не знайдено")


async def test_an_invitation_that_is_withdrawn_while_the_card_is_filled_in_is_reported(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    await ivan.starts(link)
    await ivan.presses("Прийняти запрошення")
    await ivan.presses("капітан поліції")
    await ivan.sees("Напишіть ім’я")
    await olha.presses("Запрошення: 1")
    await presses_one_that_begins(town, olha, "Скасувати · ")
    await olha.sees("Запрошень немає.")
    await ivan.forges("ov:1:rank:a:3", on=ivan.last)
    await town.settled()
    assert VOID in ivan.alerts[-1]
    await ivan.says("Іван Петренко")
    await ivan.sees(VOID)
    await ivan.does_not_see("Оберіть посаду.")
    assert await town.stored("select rank, name from officers") == [{"rank": "капітан поліції", "name": ""}]
    await ivan.says("І що тепер?")
    await ivan.does_not_see(VOID)


async def test_an_invitation_that_is_taken_back_before_the_last_press_lets_nobody_propose(town: Town) -> None:
    olha, ivan, link = await an_invitation(town)
    await fills_in(ivan, link)
    await olha.presses("Запрошення: 1")
    await olha.presses("Скасувати · Іван Петренко")
    await town.settled()
    await ivan.presses("Усе правильно, надіслати")
    await town.settled()
    assert VOID in ivan.alerts[-1]
    assert await town.stored("select id from invitations where proposed_by is not null") == []


# Issuing.


async def test_an_invitation_is_for_a_person_of_a_name(town: Town) -> None:
    olha = await a_coordinator(town)
    await opens_area(town, olha)
    await olha.presses("Запросити офіцера")
    for junk in ("Іван", "https://t.me/x"):
        await olha.says(junk)
        await olha.sees("Це не схоже на ім’я")
    await olha.sends_sticker()
    await olha.sees("Тут потрібен текст")
    assert await town.stored("select id from invitations") == []
    await olha.says("Мар'яна Коваль")
    await olha.sees("Для: Мар’яна Коваль")
    assert "Діє один раз, до: 26 листопада 2026 р., 10:00." in (await olha.sees("Посилання для офіцера")).text
    await olha.presses("Запрошення: 1")
    await olha.sees("Мар’яна Коваль · до: 26 листопада 2026 р., 10:00")


async def test_the_question_for_a_name_is_dropped_by_another_screen(town: Town) -> None:
    olha = await a_coordinator(town)
    await opens_area(town, olha)
    await olha.presses("Запросити офіцера")
    await olha.presses("‹ Назад")
    await olha.says("Іван Петренко")
    await town.settled()
    assert await town.stored("select id from invitations") == []


async def test_few_invitations_are_open_to_an_area_and_one_can_be_taken_back_for_another(either_town: Town) -> None:
    town = either_town
    olha, petro = await two_coordinators(town)
    links = [await invited(town, olha, name=f"{name} Петренко") for name in ("Іван", "Марія")]
    await opens_area(town, petro)
    await petro.presses("Запросити офіцера")
    await petro.sees("Кого Ви запрошуєте?")
    await proposes(town.telegram.person("Іван"), links[0])  # a proposal counts, too
    await invited(town, olha, name="Олег Петренко")
    await petro.says("Четверта Людина")
    await petro.sees("Відкритих тут щонайбільше: 3.")
    await olha.presses("Запросити офіцера")
    await olha.sees("Відкритих тут щонайбільше: 3. Скасуйте одне")
    assert len(await town.stored("select id from invitations")) == 3
    await olha.presses("Скасувати · Марія Петренко")
    await olha.does_not_see("щонайбільше: 3")
    await invited(town, olha, name="Четверта Людина")
    await town.passes(hours=48, seconds=1)
    await invited(town, olha, name="П’ята Людина")


async def test_the_inviter_hears_once_that_the_invitation_was_accepted_and_that_the_post_is_taken(town: Town) -> None:
    olha, ivan, payload = await an_invitation(town)
    await ivan.starts(payload)
    for _ in range(2):
        await ivan.presses("Прийняти запрошення")
        await ivan.sees("Оберіть Ваше звання.")
        await ivan.starts(payload)
    letter = await olha.sees("Запрошення прийнято", anywhere=True)
    assert "Запрошено: Іван Петренко" in letter.text
    assert sum("Запрошення прийнято" in bubble.text for bubble in olha.chat) == 1
    await takes_post(town, ivan, payload)
    await olha.sees("На дільниці новий офіцер", anywhere=True)
