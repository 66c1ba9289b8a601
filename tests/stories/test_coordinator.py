"""The coordinator's communities: finding and adding them, their pages, and what a coordinator cannot reach."""

from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA, opens_community, takes_post
from tests.stories.posts import invited as invited_to
from tests.stories.test_dismissal import dismisses
from tests.town import KOMYSHUVAKHA, Town

FOUND = "Комишуваська (Запорізький район)"
PLACE = "UA23060090140038249"  # a village of it


async def adds_komyshuvakha(coordinator: Person) -> None:
    await coordinator.says("Координатор")
    await coordinator.presses("Додати громаду")
    await coordinator.sees("Напишіть назву громади або села.")
    await coordinator.says("комишувха")
    await coordinator.presses(FOUND)
    await coordinator.sees("Комишуваська селищна громада")


async def test_a_coordinator_adds_a_community_from_the_register(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.presses("Громади: 0")
    await olha.sees("Ще немає жодної.")
    await adds_komyshuvakha(olha)
    await olha.sees("Мешканці ще не можуть писати: немає офіцера.")
    await olha.sees("Дільниць немає.")
    [row] = await town.stored("select code, oblast, enrolment from communities")
    assert row == {"code": KOMYSHUVAKHA, "oblast": ZAPORIZHZHIA, "enrolment": "chosen"}


async def test_a_community_that_was_added_already_opens_its_page(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await adds_komyshuvakha(olha)
    await olha.sees("Офіцера зараз немає.")
    assert len(await town.stored("select code from communities")) == 1


async def test_a_name_can_be_typed_again_until_it_is_found(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.presses("Додати громаду")
    await olha.sees("Напишіть назву")
    await olha.says("йцукенгшщз")
    await olha.sees("такої не знайдено")
    await olha.says("с. Зоряне")
    await olha.presses("Широківська (Запорізький район)")
    await olha.sees("Широківська сільська громада")


async def test_a_coordinator_finds_and_adds_nothing_outside_their_oblast(town: Town) -> None:
    dmytro = await town.coordinator("Дмитро", DNIPRO)
    await dmytro.says("Координатор")
    await dmytro.presses("Додати громаду")
    await dmytro.sees("Напишіть назву")
    await dmytro.says("Комишуваська")
    await dmytro.does_not_see("Запорізький район")
    assert FOUND not in dmytro.buttons
    await dmytro.forges(f"ka:{KOMYSHUVAKHA}", on=dmytro.last)
    await town.settled()
    assert "нічого не знайдено" in dmytro.alerts[-1]
    assert not await town.stored("select code from communities")


async def test_after_leaving_the_search_the_next_message_is_an_ordinary_one(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await olha.says("Координатор")
    await olha.presses("Додати громаду")
    await olha.presses("‹ Назад")
    await olha.says("Комишуваська")
    await olha.does_not_see("Оберіть громаду.")


AREA = (
    "kp:1", "ke:1", "kw:1", "ko:1", "ks:1:0", f"kt:1:{PLACE}:0", f"ku:1:{PLACE}:0", f"km:1:{PLACE}:0",
    "kx:1", "kz:1", "ki:1", "kj:1",
)  # fmt: skip
COMMUNITY = (f"kc:{KOMYSHUVAKHA}", f"kn:{KOMYSHUVAKHA}", f"qq:{KOMYSHUVAKHA}:0", "kk:1", "qc:1", "qg:1", "qv:1:1")
OFFICER = ("op:1", "od:1", "oz:1", "of:1:phone:e", "ov:1:rank:e:3", "ox:1:phone")
OWN = ("kh", "kl:0", "kf", "qq::0", f"ka:{KOMYSHUVAKHA}")


async def test_what_is_the_coordinators_is_nobody_elses(town: Town) -> None:
    area = await town.area()
    await invited_to(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    await asks(olena, "Таємниця")
    await town.settled()
    before = await world(town)
    for person in (maria, olena):
        seen = len(person.chat)
        for data in (*OWN, *COMMUNITY, *AREA, *OFFICER):
            await person.forges(data, on=person.last)
            await town.settled()
            assert "нічого не знайдено" in person.alerts[-1], data
        assert len(person.alerts) == len((*OWN, *COMMUNITY, *AREA, *OFFICER))
        assert person.spinning == 0
        assert len(person.chat) == seen
    assert await world(town) == before


async def test_the_coordinator_of_another_oblast_sees_and_changes_nothing(town: Town) -> None:
    area = await town.area()
    await invited_to(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await asks(await town.resident("Олена"), "Таємниця")
    await town.officer("Іван Петренко", area)
    dmytro = await town.coordinator("Дмитро", DNIPRO)
    before = await world(town)
    for data in (*COMMUNITY, *AREA, *OFFICER):
        await dmytro.forges(data, on=dmytro.last)
        await town.settled()
        shown = "\n".join(bubble.text for bubble in dmytro.chat)
        for word in ("Комишува", "Петренко", "Таємниця", "Уся громада", "КШ-"):
            assert word not in shown, data
    assert dmytro.spinning == 0
    assert await world(town) == before


async def world(town: Town) -> list[object]:
    """All that a coordinator can change."""
    return [
        await town.stored(f"select * from {table}")
        for table in ("communities", "areas", "area_settlements", "officers", "assignments", "invitations", "cases")
    ]


async def test_residents_can_write_from_the_moment_the_first_officer_takes_their_post(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await olena.says("Мій офіцер")
    await olena.presses("Повідомити, коли з’явиться офіцер")
    await adds_komyshuvakha(olha)
    await olha.presses("Нова дільниця")
    await olha.sees("Напишіть назву дільниці")
    await olha.says("Уся громада")
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited_to(town, olha))
    await olena.sees("офіцер")
    [row] = await town.stored("select enrolment from communities")
    assert row["enrolment"] == "active"
    await opens_community(olha)
    await olha.sees("Мешканці можуть писати.")
    await asks(olena, "Коли прийом?")
    await ivan.sees("Коли прийом?")


async def test_ranks_are_read_and_chosen_in_english_and_stored_as_the_law_names_them(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await ivan.presses("English")
    await ivan.starts()
    await ivan.presses("My post")
    await ivan.sees("Rank: Police Captain")
    await ivan.presses("More: card, chats, board")
    await ivan.presses("Change rank")
    await ivan.sees("Now: Police Captain")
    await ivan.presses("Police Lieutenant Colonel")
    await ivan.sees("Rank: Police Lieutenant Colonel")
    assert await town.stored("select rank from officers") == [{"rank": "підполковник поліції"}]


async def test_the_coordinator_changes_the_public_card_of_an_officer(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses("Уся громада · офіцерів: 1")
    await olha.presses("капітан поліції Іван Петренко")
    await olha.presses("Змінити звання")
    await olha.presses("майор поліції")
    await olha.sees("Звання: майор поліції")
    await olha.presses("Змінити станцію")
    await olha.sees("Напишіть адресу станції")
    await olha.says("вул. Миру, 1")
    await olha.sees("Станція: вул. Миру, 1")
    [row] = await town.stored("select rank, station from officers")
    assert row == {"rank": "майор поліції", "station": "вул. Миру, 1"}


async def test_that_residents_may_write_is_said_only_where_somebody_serves(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.sees("Мешканці можуть писати.")
    await dismisses(town, olha)
    await opens_community(olha)
    page = await olha.sees("Офіцера зараз немає. Нові звернення мешканців чекають у черзі.")
    assert "можуть писати" not in page.text
    await olha.presses("Позначити: під окупацією")
    await olha.presses("Так, під окупацією")
    await opens_community(olha)
    page = await olha.sees("Громада під окупацією.")
    assert "звернення мешканців" not in page.text
