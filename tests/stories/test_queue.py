"""The queue: what no officer may work waits there for a coordinator; no text says that an officer has it."""

from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import DNIPRO, FAR_AWAY, ZAPORIZHZHIA, invited, opens_area, opens_community, takes_post
from tests.town import Town


async def complains(resident: Person, words: str) -> None:
    await resident.presses("Повідомити")
    await resident.presses("Скарга на офіцера")
    await resident.sees("Напишіть")
    await resident.says(words)
    await resident.presses("Надіслати без імені")
    await resident.sees("Надіслано")


async def opens_queue(coordinator: Person, count: int) -> None:
    await coordinator.says("Координатор")
    await coordinator.presses(f"Черга: {count}")
    await coordinator.sees("Черга")


async def opens_first(coordinator: Person, count: int = 1) -> None:
    await opens_queue(coordinator, count)
    await coordinator.presses("КШ-2026-000001 · Запитання")
    await coordinator.sees("Кожне читання записується.")


async def audited(town: Town, act: str) -> list[tuple[str, str]]:
    """What kind of person did this to which case, in which oblast."""
    sql = """select a.by_kind, a.subject_id, m.oblast from audit a join communities m on m.code = a.community
        where a.act = :act and a.subject_kind = 'case' order by a.id"""
    rows = await town.stored(sql, act=act)
    assert all(row["oblast"] == ZAPORIZHZHIA for row in rows)
    return [(str(row["by_kind"]), str(row["subject_id"])) for row in rows]


async def test_an_empty_queue_says_so(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_queue(olha, 0)
    await olha.sees("Черга порожня.")


async def test_a_case_without_an_officer_waits_in_the_queue_and_its_words_are_shown_only_when_opened(
    either_town: Town,
) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Таємні слова")
    await olena.does_not_see("Звернення в роботі", anywhere=True)
    await olena.does_not_see("Відповідає", anywhere=True)
    await opens_first(olha)
    await olha.sees("Комишуваська селищна громада, чекає менше дня.")
    await olha.does_not_see("Таємні слова", anywhere=True)
    assert await audited(town, "open") == []
    await olha.presses("Прочитати")
    await olha.sees("Таємні слова")
    assert await audited(town, "open") == [("coordinator", "1")]


async def test_the_queue_shows_how_long_a_case_waits_and_that_it_is_overdue(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Чекаю")
    await town.passes(days=2)
    await opens_queue(olha, 1)
    await olha.sees("чекає: 2 дні.")
    await olha.does_not_see("Прострочено!")
    await town.passes(days=5)
    await opens_queue(olha, 1)
    await olha.sees("чекає: 7 днів. Прострочено!")


async def test_the_queue_pages(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    for number in range(9):
        await asks(olena, f"Запитання {number}")
    await opens_queue(olha, 9)
    first = await olha.sees("Ці звернення ще ніхто не взяв.")
    assert "КШ-2026-000008 · Запитання" in first.buttons
    assert "КШ-2026-000009 · Запитання" not in first.buttons
    await olha.presses("Далі ›")
    second = await olha.sees("КШ-2026-000009")
    assert "КШ-2026-000001 · Запитання" not in second.buttons


async def test_the_coordinator_gives_a_case_with_all_its_words_to_an_officer(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await opens_community(olha)
    await olha.presses("Нова дільниця")
    await olha.sees("Напишіть назву")
    await olha.says("Північна")
    await asks(olena, "Перше слово")
    await olena.sends_photo("Світлина")
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha, "Північна"))
    await ivan.does_not_see("Перше слово", anywhere=True)
    await opens_first(olha)
    await olha.presses("Передати офіцеру")
    await olha.presses("капітан поліції Іван Петренко")
    await ivan.sees("Перше слово")
    await ivan.sees("Світлина")
    await olena.sees("Вашим зверненням тепер опікується інший офіцер.")
    await olena.sees("Відповідає: капітан поліції Іван Петренко.")
    await ivan.presses("Відповісти")
    await ivan.sees("напишіть відповідь")
    await ivan.says("Вже їду.")
    await olena.sees("Вже їду.")
    await olha.does_not_see("Вже їду.", anywhere=True)
    await opens_queue(olha, 0)


async def test_the_coordinator_answers_a_queued_case_and_has_it_then(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Коли прийом?")
    await opens_first(olha)
    await olha.presses("Відповісти")
    await olha.sees("напишіть відповідь")
    await olha.says("У середу.")
    await olena.sees("У середу.")
    await olena.sees("Відповідає координатор поліції області.")
    await olena.says("Дякую!")
    await olha.sees("Дякую!")
    other = await town.coordinator("Інша", ZAPORIZHZHIA)
    await opens_queue(other, 0)


async def test_the_coordinator_declines_a_queued_case_with_a_reason(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Хто полагодить дах?")
    await opens_first(olha)
    await olha.presses("Відхилити")
    await olha.sees("напишіть причину")
    await olha.says("Це робота ради.")
    await olena.sees("Це робота ради.")
    await opens_queue(olha, 0)


async def test_an_officer_who_takes_a_post_takes_its_queue_along(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Перше слово")
    await olena.sends_photo("Світлина")
    await town.settled()
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha))
    await ivan.sees("Перше слово", anywhere=True)
    await ivan.sees("Світлина", anywhere=True)
    await olena.does_not_see("тепер опікується", anywhere=True)  # nobody has accepted it yet
    await ivan.presses("Прийняти")
    await olena.sees("Відповідає: капітан поліції Іван Петренко.")
    await opens_queue(olha, 0)


async def test_a_place_that_gets_an_area_takes_its_cases_out_of_the_queue(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha))
    await olha.presses("Лише окремі населені пункти")
    olena = await town.resident("Олена")
    await asks(olena, "Нічия земля")
    await ivan.does_not_see("Нічия земля", anywhere=True)
    await opens_area(town, olha)
    await olha.presses("Обслуговує всю громаду")
    await ivan.sees("Нічия земля")


async def test_a_complaint_goes_to_the_coordinator_and_no_officer_learns_of_it(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await complains(olena, "Офіцер спить")
    await opens_queue(olha, 1)
    await olha.presses("КШ-2026-000001 · Скарга на офіцера")
    screen = await olha.sees("Жоден офіцер її не бачить.")
    assert "Передати офіцеру" not in screen.buttons
    for data in ("qg:1", "qv:1:1"):
        await olha.forges(data, on=screen)
        await town.settled()
        assert olha.spinning == 0
    await olha.presses("Відповісти")
    await olha.sees("напишіть відповідь")
    await olha.says("Розберемося.")
    await olena.sees("Розберемося.")
    maria = town.telegram.person("Марія")
    await takes_post(town, maria, await invited(town, olha), "Марія Коваль")
    await maria.does_not_see("Офіцер спить", anywhere=True)
    assert [bubble.text for bubble in ivan.chat if "Офіцер спить" in bubble.text or "КШ-" in bubble.text] == []
    for data in ("qc:1", "qg:1", "qv:1:1", "da:1", "dh:1"):
        await ivan.forges(data, on=ivan.last)
        await town.settled()
        assert ivan.spinning == 0
    await ivan.does_not_see("Офіцер спить", anywhere=True)


async def test_a_case_is_given_only_to_an_officer_of_its_community(town: Town) -> None:
    await town.area()
    elsewhere = await town.area(FAR_AWAY)
    stranger = await town.officer("Далекий Офіцер", elsewhere)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Наше")
    await opens_first(olha)
    await olha.presses("Передати офіцеру")
    screen = await olha.sees("У цій громаді ще немає офіцера.")
    await olha.forges("qv:1:1", on=screen)
    await town.settled()
    assert "нічого не знайдено" in olha.alerts[-1]
    await stranger.does_not_see("Наше", anywhere=True)


async def test_a_case_that_an_officer_has_is_not_the_coordinators(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Моє")
    await ivan.presses("Прийняти")
    await opens_queue(olha, 0)
    for data in ("qc:1", "qg:1", "qv:1:1", "dh:1", "dw:1"):
        await olha.forges(data, on=olha.last)
        await town.settled()
        assert olha.spinning == 0
    await olha.does_not_see("Моє", anywhere=True)


async def test_a_second_press_on_give_changes_nothing(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses("Нова дільниця")
    await olha.sees("Напишіть назву")
    await olha.says("Північна")
    ivan = town.telegram.person("Іван")
    await takes_post(town, ivan, await invited(town, olha, "Північна"))
    await asks(await town.resident("Олена"), "Єдине слово")
    for _ in range(2):
        await olha.forges("qv:1:1", on=olha.last)
    await town.settled()
    assert olha.spinning == 0
    assert "нічого не знайдено" in olha.alerts[-1]
    assert len(await audited(town, "receive")) == 1
    assert sum("Єдине слово" in bubble.text for bubble in ivan.chat) == 1


async def test_a_case_that_has_ended_is_in_no_queue_and_cannot_be_given(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Своє")
    card = await olha.sees("КШ-2026-000001")
    await olha.presses("Закрити", on=card)
    await olha.presses("Закрити без відповіді")
    await olha.sees("КШ-2026-000001: закрито.")
    for data, answer in (
        ("qc:1", "нічого не знайдено"),
        ("qg:1", "нічого не знайдено"),
        ("qv:1:1", "нічого не знайдено"),
    ):
        await olha.forges(data, on=olha.last)
        await town.settled()
        assert answer in olha.alerts[-1]


async def test_the_coordinator_of_another_oblast_has_his_own_queue(town: Town) -> None:
    await town.area()
    dmytro = await town.coordinator("Дмитро", DNIPRO)
    await asks(await town.resident("Олена"), "Запорізьке")
    await opens_queue(dmytro, 0)
    await dmytro.does_not_see("КШ-2026", anywhere=True)


async def test_when_one_coordinator_takes_a_case_the_others_cards_say_so(either_town: Town) -> None:
    town = either_town
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    petro = await town.coordinator("Петро", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Нічиє")
    card = await petro.sees("КШ-2026-000001")
    await petro.presses("Історія")
    await petro.sees("Нічиє")
    await olha.presses("Прийняти")
    await town.settled()
    assert "У роботі в іншого координатора." in card.text
    assert card.buttons == []
    await petro.does_not_see("Нічиє", anywhere=True)
    await olha.sees("Нічиє")
    assert "Відповісти" in olha.buttons


async def test_when_a_coordinator_gives_a_case_all_cards_of_coordinators_say_so(town: Town) -> None:
    area = await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    petro = await town.coordinator("Петро", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Нічиє")
    cards = [await each.sees("КШ-2026-000001") for each in (olha, petro)]
    await town.stored("update areas set whole = false where id = :area returning id", area=area)
    ivan = await town.officer("Іван Петренко", await town.area())
    await olha.presses("Передати офіцеру")
    await olha.presses("капітан поліції Іван Петренко")
    await ivan.sees("Нічиє")
    for card in cards:
        assert "Передано офіцеру." in card.text
        assert card.buttons == []


async def test_a_coordinator_keeps_what_he_wrote_as_a_resident(town: Town) -> None:
    await town.area()
    petro = await town.resident("Петро")
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select id, 'coordinator', 'oblast', :oblast, 0 from persons returning id""",
        oblast=ZAPORIZHZHIA,
    )
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(petro, "Моє власне запитання")
    await olha.presses("Прийняти")
    await petro.sees("Відповідає координатор поліції області.")
    await petro.sees("Моє власне запитання", anywhere=True)
