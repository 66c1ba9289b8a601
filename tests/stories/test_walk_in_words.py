"""The person of a call or a visit says more: the officer adds it as theirs, until they open the case in the bot."""

import pytest

from bot.domain.ids import AreaId, CaseId
from bot.handlers.cases.buttons import AddWords
from simulator import Person
from simulator.people import Part
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_claimed_answers import ANSWER, claims, state
from tests.stories.test_dismissal import dismisses
from tests.stories.test_slips import issues, scans
from tests.stories.walk_ins import WORDS, answers, records
from tests.town import Town

CARD = "КШ-2026-000001 · Крадіжка"
MORE = "Дзвонила ще раз: зник велосипед"


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


async def adds(ivan: Person) -> None:
    """Up to the question for the words."""
    await ivan.presses("Дописати за людину", on=await ivan.sees(CARD, anywhere=True))
    await ivan.sees("напишіть, що ще сказала людина")


async def said(town: Town) -> list[tuple[object, object]]:
    rows = await town.stored("select direction, officer_id from case_messages order by id")
    return [(row["direction"], row["officer_id"]) for row in rows]


async def test_what_the_person_says_later_is_theirs_and_was_written_by_the_officer(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    await adds(ivan)
    await ivan.says(MORE)
    await ivan.sees("слова людини дописано", anywhere=True)
    assert await said(town) == [("resident", 1), ("resident", 1)]
    await ivan.presses("Історія")
    page = await ivan.sees(MORE)
    assert "Мешканець: Марія Ткач (запис: капітан поліції Іван Петренко)" in page.text
    assert (await town.stored("select act from audit where act = 'follow_up'")) != []
    await ivan.does_not_see("Як людина її отримала?", anywhere=True)


async def test_photos_and_albums_are_added_too_and_the_next_press_adds_more(town: Town, ivan: Person) -> None:
    await records(ivan)
    await adds(ivan)
    await ivan.sends_album([Part("photo", "Замок"), Part("photo")])
    await town.passes(seconds=2)
    await ivan.presses("Дописати ще")
    await ivan.sees("напишіть, що ще сказала людина")
    await ivan.sends(Part("voice"))
    await ivan.sees("слова людини дописано", anywhere=True)
    assert len(await said(town)) == 4
    maria = await claims(town, ivan)
    await maria.presses("Прочитати все", on=await maria.sees("КШ-2026-000001\n", anywhere=True))
    assert "Ви (записав офіцер)" in (await maria.sees(WORDS)).text


async def test_an_answer_is_owed_again_after_what_the_person_adds(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, ANSWER)
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    await adds(ivan)
    await ivan.says(MORE)
    await ivan.sees("слова людини дописано", anywhere=True)
    assert await state(town) == ("in_work", True)
    assert (await town.stored("select answer_due from cases"))[0]["answer_due"] is not None


async def test_an_answer_from_before_answers_nothing_that_was_added_after_it(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, ANSWER)
    await adds(ivan)
    await ivan.says(MORE)
    await ivan.sees("слова людини дописано", anywhere=True)
    await ivan.presses("Сказано", on=await ivan.sees("Як людина її отримала?", anywhere=True))
    await ivan.sees("людина вже отримала", anywhere=True)
    assert await state(town) == ("in_work", True)


async def test_danger_in_what_is_added_marks_the_case(town: Town, ivan: Person) -> None:
    await records(ivan)
    await adds(ivan)
    await ivan.says("Він б’є мене!")
    await ivan.sees("Нагадайте людині про номер 102.", anywhere=True)
    assert (await town.stored("select emergency from cases"))[0]["emergency"]
    await ivan.does_not_see("Телефонуйте 102", anywhere=True)


async def test_what_was_written_before_the_press_can_be_added(town: Town, ivan: Person) -> None:
    await records(ivan)
    await ivan.says(MORE)
    await ivan.sees("Кому це?")
    await ivan.presses("Дописати за людину", on=await ivan.sees(CARD, anywhere=True))
    await town.settled()
    assert await said(town) == [("resident", 1), ("resident", 1)]
    assert "слова людини дописано" in ivan.alerts[-1]


async def test_what_was_written_down_changes_as_its_writer_changes_it(town: Town, ivan: Person) -> None:
    await records(ivan)
    first = next(each for each in ivan.chat if each.text == WORDS)
    await ivan.edits(first, "Ґанок зламали вранці")
    card = await ivan.sees("Ґанок зламали вранці\n(змінено)", anywhere=True)
    assert card.text.startswith(CARD)
    await ivan.presses("Історія", on=card)
    assert WORDS not in (await ivan.sees("Ґанок зламали вранці")).text


async def test_nobody_writes_as_the_resident_of_a_case_that_was_claimed(town: Town, ivan: Person) -> None:
    await records(ivan)
    first = next(each for each in ivan.chat if each.text == WORDS)
    secrets = await issues(town, ivan)
    await adds(ivan)
    maria = await scans(town, secrets)
    await maria.says(secrets.code)
    await maria.sees("КШ-2026-000001", anywhere=True)
    await ivan.says(MORE)
    await town.settled()
    await ivan.edits(first, "Інше")
    await town.settled()
    assert await said(town) == [("resident", 1)]
    assert await town.stored("select version from case_message_versions") == []
    await ivan.forges(AddWords(CaseId(1)).pack(), on=ivan.last)
    await town.settled()
    assert await town.stored("select flow from dialogs where flow = 'desk'") == []
    await maria.does_not_see(MORE, anywhere=True)
    assert "Дописати за людину" not in (await ivan.sees(CARD, anywhere=True)).buttons


async def test_nobody_writes_as_a_resident_who_is_in_the_bot(town: Town, ivan: Person) -> None:
    await asks(await town.resident("Олена"), "Хто?")
    await ivan.forges(AddWords(CaseId(1)).pack(), on=await ivan.sees("Хто?"))
    await town.settled()
    assert await town.stored("select flow from dialogs where flow = 'desk'") == []


async def test_another_desk_reads_who_wrote_it_down(town: Town, ivan: Person) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    maria = await town.officer("Марія Коваль", AreaId(1))
    await records(ivan)
    await adds(ivan)
    await ivan.says(MORE)
    await ivan.sees("слова людини дописано", anywhere=True)
    await dismisses(town, olha)
    got = await maria.sees(MORE, anywhere=True)
    assert "запис: капітан поліції Іван Петренко" in got.text


async def test_to_a_case_that_has_ended_nothing_is_added(town: Town, ivan: Person) -> None:
    await records(ivan)
    await ivan.presses("Закрити", on=await ivan.sees(CARD, anywhere=True))
    await ivan.presses("Закрити без відповіді")
    await ivan.forges(AddWords(CaseId(1)).pack(), on=ivan.last)
    await town.settled()
    assert await town.stored("select flow from dialogs") == []
