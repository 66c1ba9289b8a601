"""A community near the front, or occupied: what its coordinator says, and what its people then see, and do not."""

import pytest

from bot.domain.residents import area_token
from simulator import Person
from simulator.chats import Bubble
from simulator.people import Part
from tests.stories.cases import Talk, asks, talk
from tests.stories.chats import binds
from tests.stories.notices import (
    EVACUATION,
    MISSING,
    WORDS,
    aims_everywhere,
    one_officer,
    opens_form,
    previews,
    sends,
    silent,
)
from tests.stories.posts import DNIPRO, ZAPORIZHZHIA, invited, opens_community, presses_one_that_begins, takes_post
from tests.stories.reception import COUNCIL, village
from tests.stories.reminders import asks_for_tomorrow
from tests.town import KOMYSHUVAKHA, Town

OCCUPIED, NOT_OCCUPIED = "Позначити: під окупацією", "Більше не під окупацією"
SHYROKE = "UA23060330000027462"
FRONT, NOT_FRONT = "Позначити: біля фронту", "Більше не біля фронту"
WAITS = "відповідь збережено, але не надіслано"
THUMB = "👍"


async def marks(coordinator: Person, label: str, yes: str) -> None:
    await opens_community(coordinator)
    await coordinator.presses(label)
    await coordinator.presses(yes)
    await coordinator.sees("Комишуваська селищна громада")


async def occupies(coordinator: Person) -> None:
    await marks(coordinator, OCCUPIED, "Так, під окупацією")


async def frees(coordinator: Person) -> None:
    await marks(coordinator, NOT_OCCUPIED, "Так, уже не під окупацією")


async def answers(officer: Person, words: str) -> Bubble:
    await officer.presses("Відповісти")
    await officer.sees("напишіть відповідь", anywhere=True)
    return await officer.says(words)


async def opens_own(town: Town, resident: Person) -> None:
    await resident.says("Мої звернення")
    await resident.sees("Оберіть звернення")
    await presses_one_that_begins(town, resident, "000001 · ")
    await resident.sees("Стан")


async def audited(town: Town) -> list[object]:
    return [row["act"] for row in await town.stored("select act from audit where act like '%mark%' order by id")]


# Setting it.


async def test_what_changes_is_said_before_it_is_marked(either_town: Town) -> None:
    town = either_town
    await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses(OCCUPIED)
    asked = await olha.sees("Громада під окупацією?")
    assert "сам нічого не надсилає мешканцям і в чати громади" in asked.text
    assert "Відкритих звернень: 1." in asked.text
    assert await town.stored("select code from communities where occupied") == []
    await olha.presses("Так, під окупацією")
    await olha.sees("Громада під окупацією.")
    assert await town.stored("select code from communities where occupied") == [{"code": KOMYSHUVAKHA}]
    await olha.presses(NOT_OCCUPIED)
    await olha.sees("Те, чого не надіслано, окремо не прийде")
    await olha.presses("Так, уже не під окупацією")
    await olha.sees("Комишуваська селищна громада")
    await olha.does_not_see("Громада під окупацією.")
    assert await audited(town) == ["mark occupied", "unmark occupied"]


async def test_a_second_press_changes_nothing_and_tells_nobody_again(town: Town) -> None:
    people = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses(FRONT)
    asked = await olha.sees("Громада біля фронту?")
    await olha.presses("Так, біля фронту")
    await olha.sees("Громада біля фронту.")
    await people.ivan.sees("Громаду позначено: біля фронту")
    await olha.forges(f"kv:{KOMYSHUVAKHA}:front:1", on=asked)
    await town.settled()
    assert await audited(town) == ["mark front"]
    assert sum("Громаду позначено" in each.text for each in people.ivan.chat) == 1


async def test_the_other_coordinators_and_the_officers_are_told_and_residents_are_not(town: Town) -> None:
    people = await talk(town)
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    roman = await town.coordinator("Роман", ZAPORIZHZHIA)
    dmytro = await town.coordinator("Дмитро", DNIPRO)
    await occupies(olha)
    for told in (roman, people.ivan):
        assert (
            "ні сповіщень, ні нагадувань, ні відповідей" in (await told.sees("Громаду позначено: під окупацією")).text
        )
    for untold in (olha, dmytro, people.olena):
        await untold.does_not_see("Громаду позначено: під окупацією", anywhere=True)
    await frees(olha)
    await roman.sees("Громада більше не під окупацією")
    await people.ivan.sees("Громада більше не під окупацією")


@pytest.mark.parametrize("data", [f"kg:{KOMYSHUVAKHA}:occupied", f"kv:{KOMYSHUVAKHA}:occupied:1"])
async def test_nobody_else_marks_a_community(town: Town, data: str) -> None:
    people = await talk(town)
    for person in (people.ivan, people.olena, await town.coordinator("Дмитро", DNIPRO)):
        await person.forges(data, on=person.last)
        await town.settled()
        assert "Комишува" not in person.last.text or person is people.olena
    assert await town.stored("select code from communities where occupied or front") == []


async def test_near_the_front_places_and_hours_are_hidden_and_cases_go_on(town: Town) -> None:
    here = await village(town)
    olena = await town.resident("Олена")
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await marks(olha, FRONT, "Так, біля фронту")
    await olena.says("графік")
    assert COUNCIL not in (await olena.sees("Прийом за домовленістю")).text
    await asks(olena, "Хто відповідає за вулицю?")
    await answers(here.ivan, "Я.")
    await olena.sees("Я.")
    await marks(olha, NOT_FRONT, "Так, уже не біля фронту")
    await olena.says("графік")
    await olena.sees(COUNCIL)


async def test_near_the_front_an_evacuation_comes_first_at_night_and_with_a_sound(town: Town) -> None:
    ivan, olena = await one_officer(town), await town.resident("Олена")
    await marks(await town.coordinator("Ольга", ZAPORIZHZHIA), FRONT, "Так, біля фронту")
    await town.passes(hours=12)  # ten in the evening
    await previews(ivan)
    await ivan.presses("Надіслати")
    await sends(ivan, EVACUATION, "Виїзд о шостій від школи.", urgent=True)
    await olena.sees("Виїзд о шостій від школи.", anywhere=True)
    assert not silent(town, olena, "Виїзд о шостій від школи.")
    await olena.does_not_see(WORDS, anywhere=True)
    await town.passes(hours=10)
    await olena.sees(WORDS, anywhere=True)


# What an occupied community's residents get.


async def occupied_talk(town: Town) -> tuple[Talk, Person]:
    """An open case, and then the community is occupied."""
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await occupies(olha)
    await people.ivan.sees("Громаду позначено: під окупацією")
    return people, olha


async def test_an_answer_waits_until_its_resident_asks_and_the_officer_is_told(either_town: Town) -> None:
    town = either_town
    people, _ = await occupied_talk(town)
    before = len(people.olena.chat)
    said = await answers(people.ivan, "Вулиця Миру.")
    await people.ivan.sees(WAITS)
    await town.settled()
    assert len(people.olena.chat) == before
    assert said.reactions == []
    await opens_own(town, people.olena)
    await people.olena.presses("Прочитати все")
    await people.olena.sees("Вулиця Миру.")
    await town.settled()
    assert said.reactions == [THUMB]


async def test_a_picture_that_waited_is_delivered_when_it_is_opened(town: Town) -> None:
    people, _ = await occupied_talk(town)
    await people.ivan.presses("Відповісти")
    await people.ivan.sees("напишіть відповідь", anywhere=True)
    said = await people.ivan.sends_photo("Схема")
    await people.ivan.sees(WAITS)
    await opens_own(town, people.olena)
    await people.olena.presses("Прочитати все")
    await people.olena.sees("Схема")
    assert said.reactions == []
    await people.olena.presses("Показати: фото")
    await town.settled()
    assert said.reactions == [THUMB]


async def test_a_resident_answers_in_an_open_case_by_their_own_press(town: Town) -> None:
    people, _ = await occupied_talk(town)
    await answers(people.ivan, "Де саме?")
    await people.ivan.sees(WAITS)
    await opens_own(town, people.olena)
    await people.olena.presses("Дописати")
    await people.olena.says("Біля школи.")
    await people.ivan.sees("Біля школи.")


async def test_neither_moves_nor_reactions_nor_changes_of_an_answer_come_unasked(town: Town) -> None:
    people, _ = await occupied_talk(town)
    before = len(people.olena.chat)
    said = await answers(people.ivan, "Вулиця Миру.")
    await people.ivan.edits(said, "Вулиця Мирна.")
    await people.ivan.reacts(next(each for each in people.ivan.chat if "Хто відповідає" in each.text), "❤")
    await people.ivan.presses("Закрити")
    await town.settled()
    assert len(people.olena.chat) == before
    assert not any(each.reactions for each in people.olena.chat)
    await opens_own(town, people.olena)
    await people.olena.presses("Прочитати все")
    await people.olena.sees("Вулиця Мирна.")


async def test_nobody_reads_that_an_answer_was_passed_on(town: Town) -> None:
    people, _ = await occupied_talk(town)
    await people.ivan.says("Вулиця Миру.")
    await people.ivan.sees("Кому це?")
    await presses_one_that_begins(town, people.ivan, "КШ-2026-000001 · ")
    await people.ivan.sees(WAITS)
    await people.ivan.does_not_see("надіслано мешканцю", anywhere=True)


async def test_what_waited_to_be_sent_when_it_was_marked_does_not_come(town: Town) -> None:
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_community(olha)
    await olha.presses(OCCUPIED)
    await olha.sees("Громада під окупацією?")
    before = len(people.olena.chat)
    await people.ivan.presses("Відповісти")
    await people.ivan.sees("напишіть відповідь")
    await people.ivan.sends_album([Part("photo", "Схема"), Part("photo")])  # an album waits for its last part
    await olha.presses("Так, під окупацією")
    await town.passes(seconds=15)
    assert len(people.olena.chat) == before


async def test_when_it_is_free_again_answers_come_by_themselves_and_the_former_ones_do_not(town: Town) -> None:
    people, olha = await occupied_talk(town)
    await answers(people.ivan, "Вулиця Миру.")
    await people.ivan.sees(WAITS)
    await frees(olha)
    await people.ivan.sees("Громада більше не під окупацією")
    await answers(people.ivan, "Номер 5.")
    await people.olena.sees("Номер 5.")
    await people.olena.does_not_see("Вулиця Миру.", anywhere=True)
    assert sum(WAITS in each.text for each in people.ivan.chat) == 1


async def test_a_new_report_is_not_kept_and_its_resident_is_told_what_is_safe(town: Town) -> None:
    people, _ = await occupied_talk(town)
    await people.olena.presses("Повідомити")
    assert "видаліть це листування" in (await people.olena.sees("Бережіть себе")).text
    await people.olena.says("Бачу колону техніки")
    await people.olena.sees("листуватися тут небезпечно", anywhere=True)
    await people.olena.does_not_see("зателефонуйте 102", anywhere=True)
    assert len(await town.stored("select id from cases")) == 1
    assert "колон" not in str(await town.stored("select body from case_messages"))
    await people.ivan.does_not_see("колон", anywhere=True)


async def test_what_a_resident_had_not_sent_is_forgotten(town: Town) -> None:
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await people.olena.presses("Запитати")
    await people.olena.says("Чернетка")
    await people.olena.sees("Ще не надіслано", anywhere=True)
    await occupies(olha)
    assert await town.stored("select id from cases where status = 'draft'") == []
    await people.olena.presses("Надіслати без імені")
    await people.olena.sees("Бережіть себе")
    await people.ivan.does_not_see("Чернетка", anywhere=True)


async def test_what_was_being_given_to_a_case_is_not_kept_either(town: Town) -> None:
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(people.olena, "Ще питання")
    await people.olena.says("Біля школи яма")
    await people.olena.sees("Кому це?")
    await occupies(olha)
    await people.ivan.sees("Громаду позначено: під окупацією")
    await people.olena.says("І ще одна")
    await people.olena.sees("листуватися тут небезпечно", anywhere=True)
    assert await town.stored("select id from cases where status = 'draft'") == []


async def test_a_reason_and_an_advice_wait_as_answers_do(town: Town) -> None:
    people, _ = await occupied_talk(town)
    before = len(people.olena.chat)
    await people.ivan.presses("Ознаки злочину")
    await people.ivan.presses("Надіслати пораду про 102")
    await people.ivan.sees(WAITS, anywhere=True)
    await people.ivan.presses("Відхилити")
    await people.ivan.sees("Бот не надсилає відповіді")
    await people.ivan.says("Це до ради.")
    await town.settled()
    assert sum(WAITS in each.text for each in people.ivan.chat) == 2
    for untrue in ("надіслано.", "причину передано"):
        await people.ivan.does_not_see(untrue, anywhere=True)
    assert len(people.olena.chat) == before
    await opens_own(town, people.olena)
    await people.olena.presses("Прочитати все")
    await people.olena.sees("Це до ради.")


async def test_an_ended_case_is_only_read(town: Town) -> None:
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await answers(people.ivan, "Я.")
    await people.olena.sees("Я.")
    await people.ivan.presses("Закрити")
    ended = await people.olena.sees("Звернення закрито", anywhere=True)
    await occupies(olha)
    for label in ("5", "Відкрити повторно"):
        await people.olena.presses(label, on=ended)
        await town.settled()
        assert "Бот нічого нового не зберігає" in people.olena.alerts.pop()
    assert await town.stored("select rating from cases where rating is not null or closed_at is null") == []
    await opens_own(town, people.olena)
    assert [each.text for each in people.olena.last.inline] == ["Прочитати все", "Забути, що звернення моє", "‹ Назад"]


async def test_notices_reach_neither_the_residents_nor_the_chats_and_are_read_on_a_press(either_town: Town) -> None:
    town = either_town
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    group = town.telegram.group("Комишуваха")
    await binds(people.ivan, group)
    await occupies(olha)
    before = len(people.olena.chat)
    await sends(people.ivan)
    await town.settled()
    assert len(people.olena.chat) == before
    await group.does_not_see(WORDS, anywhere=True)
    await frees(olha)
    await people.olena.does_not_see(WORDS, anywhere=True)
    await people.olena.says("/help")
    await people.olena.presses("Налаштування")
    await people.olena.presses("Останні сповіщення")
    await people.olena.presses("1. Телефонні шахраї")
    await people.olena.sees(WORDS)


async def test_a_correction_does_not_come_and_what_is_withdrawn_goes(town: Town) -> None:
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends(people.ivan)
    await people.olena.sees(WORDS)
    await occupies(olha)
    await people.ivan.sees("Громаду позначено: під окупацією")
    before = len(people.olena.chat)
    await people.ivan.presses("Виправити")
    await people.ivan.says("Кажіть усім: код нікому!")
    await people.ivan.presses("Надіслати виправлення")
    await people.ivan.sees("Виправлення надіслано", anywhere=True)
    await people.olena.sees(WORDS)
    await people.ivan.presses("Відкликати")
    await people.ivan.presses("Так, відкликати")
    await people.ivan.sees("Відкликано")
    await people.olena.does_not_see(WORDS, anywhere=True)
    assert len(people.olena.chat) == before - 1


async def test_of_a_person_who_was_found_the_picture_goes_and_nothing_comes(town: Town) -> None:
    people, olha = await talk(town), await town.coordinator("Ольга", ZAPORIZHZHIA)
    before = len(people.olena.chat)
    await opens_form(people.ivan)
    await people.ivan.presses(MISSING)
    await people.ivan.presses("Звичайне")
    await people.ivan.sends_photo("Петрик, 9 років")
    await people.ivan.presses("Далі ›")
    await people.ivan.presses("Лише українською")
    await aims_everywhere(people.ivan)
    await people.ivan.presses("7 днів")
    await people.ivan.presses("Надіслати")
    await people.olena.sees("Петрик")
    await occupies(olha)
    await people.ivan.sees("Громаду позначено: під окупацією")
    await people.ivan.presses("Знайдено")
    await people.ivan.presses("Так, знайдено")
    await town.settled()
    assert len(people.olena.chat) == before


async def test_no_reminder_comes_and_none_is_kept(town: Town) -> None:
    await village(town)
    olena, olha = await town.resident("Олена"), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks_for_tomorrow(olena)
    await occupies(olha)
    before = len(olena.chat)
    await town.passes(hours=26)
    assert len(olena.chat) == before


async def test_topics_are_left_but_not_chosen(town: Town) -> None:
    await talk(town)
    olena, olha = await town.resident("Олена Друга"), await town.coordinator("Ольга", ZAPORIZHZHIA)
    await occupies(olha)
    for on, kept in ((1, []), (0, [{"subscribed": 0}])):
        await olena.forges(f"ss:road:{on}", on=olena.last)
        await town.settled()
        assert await town.stored("select subscribed from subscriptions") == kept


async def test_a_person_who_moves_to_an_occupied_community_has_no_place_and_no_letters(town: Town) -> None:
    people = await talk(town)
    await town.area(SHYROKE)
    await town.stored("update communities set occupied = true where code = :code returning code", code=SHYROKE)
    await people.olena.says("/help")
    await people.olena.presses("Налаштування")
    await people.olena.presses("Змінити громаду")
    await people.olena.says("Широківська")
    await people.olena.presses("1. Широківська, Запорізька обл.")
    await people.olena.sees("Бережіть себе")
    assert await town.stored("select person_id from residents") == []
    before = len(people.olena.chat)
    await answers(people.ivan, "Вулиця Миру.")
    await people.ivan.sees(WAITS)
    await town.settled()
    assert len(people.olena.chat) == before


async def test_people_who_waited_for_an_officer_are_told_once_it_is_free_and_one_serves(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await town.area()
    await town.stored("update communities set enrolment = 'chosen' returning code")
    olena = await town.resident("Олена")
    await olena.says("Мій офіцер")
    await olena.presses("Повідомити, коли з’явиться офіцер")
    await olena.sees("Домовилися")
    await town.stored("update communities set enrolment = 'active', occupied = true returning code")
    await frees(olha)
    await olena.does_not_see("з’явився офіцер", anywhere=True)
    await takes_post(town, town.telegram.person("Іван"), await invited(town, olha))
    await olena.sees("У Вашій громаді з’явився офіцер")


async def test_an_officer_who_lives_there_works_as_ever(town: Town) -> None:
    people, _ = await occupied_talk(town)
    await town.stored(
        """insert into residents(person_id, community)
           select o.person_id, :community from officers o returning person_id""",
        community=KOMYSHUVAKHA,
    )
    await opens_own(town, people.olena)
    await people.olena.presses("Дописати")
    await people.olena.says("Біля школи.")
    await people.ivan.sees("Біля школи.")


async def test_the_link_of_an_occupied_area_leaves_nothing_behind(town: Town) -> None:
    area = await town.area()
    await occupies(await town.coordinator("Ольга", ZAPORIZHZHIA))
    taras = town.telegram.person("Тарас")
    await taras.starts(f"a-{area_token(area)}")
    await taras.sees("Бережіть себе")
    assert await town.stored("select flow from dialogs") == []
