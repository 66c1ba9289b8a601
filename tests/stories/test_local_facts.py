"""Numbers to call and the curfew that are different in one community: its coordinator sets them."""

from bot.handlers.communities.buttons import ForgetFact, LocalFacts
from simulator import Person
from tests.stories.posts import DNIPRO, FAR_AWAY, ZAPORIZHZHIA, a_coordinator, opens_community
from tests.stories.reception import village
from tests.stories.test_office_hours import at_new_place, begins
from tests.town import KOMYSHUVAKHA, Town

PAGE = "Телефони й комендантська година"


async def opens(olha: Person, fact: str) -> None:
    await opens_community(olha)
    await olha.presses(PAGE)
    await olha.presses(fact)


async def sets(olha: Person, fact: str, value: str) -> None:
    await opens(olha, fact)
    await olha.presses("Вказати для громади")
    await olha.says(value)


async def test_the_duty_officers_number_of_a_community_is_shown_to_its_residents_alone(town: Town) -> None:
    olha = await a_coordinator(town)
    olena = await town.resident("Олена")
    far = await town.resident("Далекий", FAR_AWAY)
    await sets(olha, "Чергова частина поліції", "061 212 34 56")
    page = await olha.sees("+380 61 212 34 56 (перевірено")
    assert "У країні такого номера немає." in page.text
    for person in (olena, far):
        await person.says("Довідка")
    assert "+380 61 212 34 56" in (await olena.sees("Куди телефонувати")).text
    assert "+380 61 212 34 56" not in (await far.sees("Куди телефонувати")).text


async def test_the_countrys_number_holds_again_when_the_communitys_is_taken_away(town: Town) -> None:
    olha, olena = await a_coordinator(town), await town.resident("Олена")
    await sets(olha, "Домашнє насильство, цілодобово", "15-48")
    await olena.says("Довідка")
    assert "15-48" in (await olena.sees("Куди телефонувати")).text
    await olha.presses("Як у всій країні")
    await olha.sees("Окремо для громади не вказано.")
    await olena.says("Довідка")
    assert "15-47" in (await olena.sees("Куди телефонувати")).text


async def test_what_is_no_number_is_said_and_asked_for_again(town: Town) -> None:
    olha = await a_coordinator(town)
    await sets(olha, "Чергова частина поліції", "запитаю завтра")
    await olha.sees("Не схоже на номер.")
    await olha.says("061 212 34 56")
    await olha.sees("+380 61 212 34 56 (перевірено")


async def test_no_office_hours_are_set_in_the_curfew_of_the_community_and_its_officers_hear_of_it(town: Town) -> None:
    ivan = (await village(town)).ivan
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sets(olha, "Комендантська година", "20:00-6:00")
    letter = await ivan.sees("Комендантська година: 20:00–06:00")
    assert "Перевірте години прийому" in letter.text
    await begins(ivan)
    await at_new_place(ivan, "вул. Інша, 2")
    await ivan.presses("Ср")
    await ivan.presses("Далі ›")
    await ivan.says("19:00-20:30")
    await ivan.sees("У цей час комендантська година: 20:00–06:00")


async def test_old_numbers_are_listed_once_a_month_until_they_are_checked(town: Town) -> None:
    olha = await a_coordinator(town)
    await sets(olha, "Чергова частина поліції", "061 212 34 56")
    await town.passes(days=181)
    listed = await olha.sees("Телефони давно не перевіряли")
    await town.passes(days=1)
    assert told(olha) == 1
    await town.passes(days=31)
    assert told(olha) == 2
    await olha.presses("Комишуваська селищна громада", on=listed)
    await olha.sees("давно не перевіряли:")
    await olha.presses("Чергова частина поліції")
    await olha.presses("Сьогодні перевірено")
    await olha.sees("(перевірено")
    await town.passes(days=62)
    assert told(olha) == 1  # the other one shows the number now


def told(olha: Person) -> int:
    return sum(bubble.text.startswith("Телефони давно") for bubble in olha.chat)


async def test_a_coordinator_of_elsewhere_and_an_officer_set_nothing(town: Town) -> None:
    ivan = (await village(town)).ivan
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sets(olha, "Чергова частина поліції", "061 212 34 56")
    await olha.sees("+380 61 212 34 56 (перевірено")
    far = await town.coordinator("Далека", DNIPRO)
    for person in (far, ivan):
        for button in (LocalFacts(KOMYSHUVAKHA).pack(), ForgetFact(KOMYSHUVAKHA, "duty").pack()):
            await person.forges(button, on=person.last)
    await town.settled()
    assert await town.stored("select value from local_facts") == [{"value": "061 212 34 56"}]
