"""A resident's settlement: recorded when its name was typed, else asked for once, so that its notices arrive."""

from bot.domain.residents import area_token
from tests.stories.cases import asks, reports
from tests.stories.notices import PHONE, one_officer, writes
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_community import home_of, newcomer
from tests.town import KOMYSHUVAKHA, Town, resources

CENTRE = "UA23060090010013596"
ENTERED = "Громаду записано"
QUESTION = "У якому Ви селі чи місті?"


async def test_three_who_typed_komyshuvakha_and_pressed_the_community_are_counted_by_a_notice_to_it(town: Town) -> None:
    ivan = await one_officer(town)
    for name in ("Олена", "Тарас", "Марія"):
        person = town.telegram.person(name)
        await person.starts()
        await person.presses("Погоджуюся")
        await person.says("Комишуваха")
        await person.presses("1. Комишуваська, Запорізька обл.")
        assert "с-ще Комишуваха\nКомишуваська селищна громада" in (await person.sees(ENTERED, anywhere=True)).text
        await person.sees("Оберіть, що потрібно")
    await writes(ivan, PHONE)
    await ivan.says("Комишуваха")
    await ivan.presses("с-ще Комишуваха")
    await ivan.presses("Готово")
    assert "Отримають: 3 мешканці." in (await ivan.sees("Хто отримає")).text


async def test_one_who_lives_in_another_village_than_the_one_typed_says_so(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.says("Трудооленівка")
    assert "Комишуваська селищна громада" in (await olena.sees("Це Ваша громада?")).text
    await olena.presses("Громада моя, село інше")
    await olena.presses("с. Веселе")
    await olena.sees(ENTERED, anywhere=True)
    assert await home_of(town) == [(KOMYSHUVAKHA, "UA23060090030027865")]


async def test_a_name_that_two_villages_of_a_community_share_is_asked_about(town: Town) -> None:
    register = resources().register
    community, name = next(
        (each, settlement.name)
        for each in register.communities
        for settlement in each.settlements
        if [other.name for other in each.settlements].count(settlement.name) == 2
        and sum(settlement.name == other.name for other in register.settlements) == 2
    )
    await town.area(community.code)
    olena = await newcomer(town)
    await olena.says(name)
    await olena.presses("Так, моя")
    assert QUESTION in (await olena.sees(ENTERED, anywhere=True)).text
    await olena.presses("Вказати село чи місто")
    await olena.says(name)
    page = await olena.sees("Де Ви живете?")
    await olena.presses(next(button for button in page.buttons if name in button))
    await olena.sees(name, anywhere=True)
    [(_, settlement)] = await home_of(town)
    assert register.settlement(str(settlement)).name == name


async def test_a_link_opens_in_two_presses_and_asks_once_for_the_settlement(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    await town.officer("Іван Петренко", area)
    olena = town.telegram.person("Олена")
    await olena.starts(f"a-{area_token(area)}")
    await olena.presses("Погоджуюся")
    chosen = await olena.sees(ENTERED, anywhere=True)
    assert QUESTION in chosen.text
    assert (await olena.sees("Оберіть, що потрібно")).id > chosen.id
    await olena.presses("Запитати")
    await olena.says("Веселе")  # a question, no settlement
    await olena.presses("Надіслати без імені")
    await olena.sees("Надіслано: КШ-2026-000001")
    assert await home_of(town) == [(KOMYSHUVAKHA, None)]

    await olena.presses("Вказати село чи місто", on=chosen)
    await olena.says("Веселе")
    named = await olena.sees(ENTERED, anywhere=True)
    assert QUESTION not in named.text
    assert await home_of(town) == [(KOMYSHUVAKHA, "UA23060090030027865")]


async def test_the_question_may_be_skipped_and_the_settings_know_the_way(town: Town) -> None:
    area = await town.area()
    olena = town.telegram.person("Олена")
    await olena.starts(f"a-{area_token(area)}")
    await olena.presses("Погоджуюся")
    chosen = await olena.sees(QUESTION, anywhere=True)
    await olena.presses("Пропустити", on=chosen)
    await olena.sees(ENTERED, anywhere=True)
    await olena.does_not_see(QUESTION, anywhere=True)
    await olena.says("/start")
    await olena.sees("Оберіть, що потрібно")
    await olena.does_not_see(QUESTION, anywhere=True)
    await olena.presses("Налаштування")
    await olena.presses("Вказати село чи місто")
    await olena.says("Комишуваха")
    await olena.sees("Оберіть, що потрібно")
    await olena.presses("Налаштування")
    assert "Змінити село чи місто" in (await olena.sees("Налаштування")).buttons
    assert await home_of(town) == [(KOMYSHUVAKHA, CENTRE)]


async def test_the_only_settlement_of_a_community_is_where_its_people_live(town: Town) -> None:
    community = next(each for each in resources().register.communities if len(each.settlements) == 1)
    area = await town.area(community.code)
    olena = town.telegram.person("Олена")
    await olena.starts(f"a-{area_token(area)}")
    await olena.presses("Погоджуюся")
    await olena.sees(ENTERED, anywhere=True)
    await olena.does_not_see(QUESTION, anywhere=True)
    assert await home_of(town) == [(community.code, community.settlements[0].code)]


async def chose_before(town: Town) -> None:
    """Everybody chose their community before settlements were asked for."""
    await town.settled()
    await town.stored("update residents set settlement_asked_at = null returning person_id")


async def test_who_chose_the_community_before_is_asked_once_below_what_they_send(either_town: Town) -> None:
    town = either_town
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await chose_before(town)
    await olena.does_not_see(QUESTION, anywhere=True)
    await asks(olena, "Хто відповідає за освітлення?")
    await olena.sees("Надіслано: КШ-2026-000001", anywhere=True)
    await olena.sees(QUESTION)
    await asks(olena, "А за дорогу?")
    await town.settled()
    assert sum(QUESTION in each.text for each in olena.chat) == 1
    await olena.presses("Вказати село чи місто")
    await olena.says("Веселе")
    await olena.sees(ENTERED, anywhere=True)
    assert await home_of(town) == [(KOMYSHUVAKHA, "UA23060090030027865")]


async def test_who_skips_the_late_question_is_not_asked_again(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await chose_before(town)
    await asks(olena, "Хто відповідає за освітлення?")
    await olena.presses("Пропустити")
    await olena.does_not_see(QUESTION, anywhere=True)
    await asks(olena, "А за дорогу?")
    await olena.does_not_see(QUESTION, anywhere=True)


async def test_below_what_is_discreet_nobody_is_asked_where_they_live(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await chose_before(town)
    await reports(olena, "Скарга на офіцера", "Не приходить")
    await olena.does_not_see(QUESTION, anywhere=True)
    await asks(olena, "Хто відповідає за освітлення?")
    await olena.sees(QUESTION)


# Which of many places of one name.


async def test_served_communities_come_first_in_a_search_then_ones_own_oblast(town: Town) -> None:
    register = resources().register
    named = [each for each in register.communities if any(it.name == "Іванівка" for it in each.settlements)]
    served = next(each for each in reversed(named) if each.oblast.name == "Черкаська")
    await town.officer("Іван Петренко", await town.area(served.code))
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Налаштування")
    await olena.presses("Змінити громаду")
    await olena.says("Іванівка")
    found = await olena.sees("Оберіть свою громаду")
    assert f"1. {served.name}, Черкаська обл." in found.buttons
    assert "Запорізька обл." in found.buttons[1]


async def test_komyshuvakha_of_zaporizhzhia_is_found_in_russian(town: Town) -> None:
    await town.area()
    olena = await newcomer(town)
    await olena.says("Комышуваха запорожская")
    candidate = await olena.sees("Це Ваша громада?")
    assert "с-ще Комишуваха\nКомишуваська селищна громада\nЗапорізький район, Запорізька область" in candidate.text
