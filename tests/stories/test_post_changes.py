"""Each change of a post is reported to the people whom it concerns, once, and not to the person who made it."""

from simulator import Person
from tests.stories.posts import ZAPORIZHZHIA, invited, opens_area, takes_post
from tests.stories.test_complaints import of_the_country
from tests.stories.test_dismissal import dismisses
from tests.town import Town

TAKEN, ENDED, CLOSED = "На дільниці новий офіцер", "Офіцера знято з дільниці", "Тут більше не працюють:"
PLACE = "Громада: Комишуваська. Дільниця: Уся громада."


def read(person: Person, title: str) -> int:
    """How many messages with this title a person has got."""
    return sum(title in bubble.text for bubble in person.chat)


async def test_a_taken_post_is_reported_to_inviter_officers_and_coordinators(either_town: Town) -> None:
    town = either_town
    maria = await town.officer("Марія Коваль", await town.area())
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    nina = await of_the_country(town, "Ніна")
    far = await town.coordinator("Далека", "UA12000000000090473")
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha))
    for person in (maria, olha, petro, nina):
        letter = await person.sees(TAKEN, anywhere=True)
        assert "капітан поліції Іван Петренко" in letter.text
        assert PLACE in letter.text
        assert "які ще ніхто не взяв" in letter.text
        assert read(person, TAKEN) == 1
    assert (read(ivan, TAKEN), read(far, TAKEN)) == (0, 0)


async def test_an_inviter_who_coordinates_no_more_still_learns_who_came(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    payload = await invited(town, olha)
    await town.stored("update parts set until = :now returning id", now=1)
    await takes_post(town, town.telegram.person("Іван"), payload)
    await olha.sees(TAKEN, anywhere=True)


async def test_a_dismissal_is_reported_once_with_all_areas(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await town.stored(
        """insert into areas(community, name, whole, created_at)
           select community, 'Північна', :no, 0 from areas returning id""",
        no=False,
    )
    await town.stored("insert into assignments(officer_id, area_id, since) values (1, 2, 0) returning id")
    await dismisses(town, olha)
    assert [read(person, ENDED) for person in (maria, petro, olha, ivan)] == [1, 1, 0, 0]
    letter = await petro.sees(ENDED)
    assert "капітан поліції Іван Петренко" in letter.text
    assert PLACE in letter.text
    assert "Дільниця: Північна." in letter.text
    assert "Відкриті звернення перейшли" in letter.text
    assert "Північна" not in (await maria.sees(ENDED)).text


async def test_a_closed_area_is_reported_with_its_officers(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await town.officer("Марія Коваль", area)
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await opens_area(town, olha)
    await olha.presses("Закрити дільницю")
    await olha.presses("Так, закрити")
    letter = await petro.sees(CLOSED)
    for line in (PLACE, "капітан поліції Іван Петренко", "капітан поліції Марія Коваль", "Звернення перейшли"):
        assert line in letter.text
    assert (read(petro, CLOSED), read(olha, CLOSED), read(ivan, CLOSED)) == (1, 0, 0)
