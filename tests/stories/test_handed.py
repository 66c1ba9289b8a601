"""Many cases that come to an officer together are a list, and each resident hears once who takes care now."""

from bot.domain.cases import Act, Case, Side
from bot.domain.ids import AreaId, CaseId, HandoverId, OfficerId
from bot.handlers.case_lists.buttons import HandedCases
from bot.services import queue
from bot.services.cases import access
from bot.storage.transaction import Transaction
from simulator import Person
from tests.stories.absences import MARIA, goes_away, two_officers
from tests.stories.cases import asks, reports
from tests.stories.transfers import transfers
from tests.town import KOMYSHUVAKHA, Town, resources

PLACE = resources().register.community(KOMYSHUVAKHA).settlements[1]


async def has_cases(town: Town, ivan: Person, count: int) -> list[Person]:
    residents = []
    for number in range(1, count + 1):
        residents.append(await town.resident(f"Мешканець {number}", settlement=PLACE.code))
        await asks(residents[-1], f"Питання {number}", f"Ім’я {number}")
        await ivan.presses("Прийняти")
    return residents


async def test_many_cases_are_a_list_with_danger_first_in_pages_and_each_is_opened_by_a_press(
    either_town: Town,
) -> None:
    town = either_town
    ivan, maria = await two_officers(town)
    await has_cases(town, ivan, 7)
    await asks(await town.resident("Тарас"), "Він б’є мене!")
    await ivan.presses("Прийняти")
    await goes_away(ivan)
    shown = await maria.sees("До Вас перейшло 8 звернень.")
    lines = shown.text.splitlines()[1:]
    assert lines[0].startswith("КШ-2026-000008 · Запитання · «Він б’є мене!»")
    assert lines[1] == lines[1].strip()
    assert lines[1].startswith("КШ-2026-000001 · Запитання · «Питання 1»")
    assert PLACE.name in lines[1]
    assert len([label for label in shown.buttons if label.startswith("КШ-")]) == 6
    await maria.presses("Далі ›", on=shown)
    await maria.sees("КШ-2026-000007 · Запитання · «Питання 7»")
    await maria.presses("КШ-2026-000007 · Запитання", on=shown)
    await maria.sees("Питання 7")
    await maria.presses("‹ Назад", on=shown)
    await maria.sees("КШ-2026-000007 · Запитання · «Питання 7»")
    received = await town.stored("select subject_id from audit where act = 'receive' and by_id = 2")
    assert {"1", "8"} <= {str(row["subject_id"]) for row in received}


async def test_what_is_taken_away_leaves_the_list(town: Town) -> None:
    ivan, maria = await two_officers(town)
    await has_cases(town, ivan, 5)
    await goes_away(ivan)
    shown = await maria.sees("До Вас перейшло 5 звернень.")
    await ivan.presses("Повернутися на службу зараз")
    await town.settled()
    assert "Питання" not in shown.text
    assert not [label for label in shown.buttons if label.startswith("КШ-")]
    await ivan.sees("До Вас перейшло 5 звернень.", anywhere=True)


async def test_what_is_erased_leaves_the_list(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena, *_ = await has_cases(town, ivan, 5)
    await goes_away(ivan)
    shown = await maria.sees("До Вас перейшло 5 звернень.")
    await olena.says("мої дані")
    await olena.presses("Видалити все")
    await olena.presses("Так, видалити все")
    await town.settled()
    assert "Питання 1" not in shown.text
    assert "Питання 2" in shown.text


async def test_a_list_says_nothing_of_a_discreet_case(town: Town) -> None:
    ivan, maria = await two_officers(town)
    await has_cases(town, ivan, 4)
    await reports(await town.resident("Тарас"), "Насильство вдома", "Прошу поради.")
    await ivan.presses("Прийняти")
    await goes_away(ivan)
    await maria.sees("До Вас перейшло 5 звернень.")
    await maria.does_not_see("Прошу поради.", anywhere=True)


async def test_nobody_else_reads_a_list(town: Town) -> None:
    ivan, maria = await two_officers(town)
    olena, *_ = await has_cases(town, ivan, 4)
    petro = await town.officer("Петро Бойко", AreaId(1))
    await goes_away(ivan)
    await maria.sees("До Вас перейшли 4 звернення.")
    for person in (petro, olena):
        await person.says("Меню")
        await person.forges(HandedCases(HandoverId(1), 0).pack(), on=person.last)
        await town.settled()
        assert "Питання 2" not in person.last.text
        assert not [label for label in person.last.buttons if label.startswith("КШ-")]


# Whom the resident hears of.


def told(resident: Person) -> list[str]:
    return [each.text for each in resident.chat if "Відповідає: " in each.text]


async def test_each_resident_of_many_reads_once_who_takes_care_now(town: Town) -> None:
    ivan, _ = await two_officers(town)
    residents = await has_cases(town, ivan, 4)
    await goes_away(ivan)
    for each in residents:
        assert len([text for text in told(each) if MARIA in text]) == 1


async def test_of_several_moves_in_one_moment_a_resident_reads_the_last_alone(either_town: Town) -> None:
    town = either_town
    ivan, _ = await two_officers(town)
    await town.officer("Петро Бойко", AreaId(1))
    [olena] = await has_cases(town, ivan, 1)
    await town.settled()
    before = len(told(olena))

    async def moves(tx: Transaction) -> None:
        for officer in (2, 3, 2, 3):
            case = await access.named(tx, CaseId(1))
            assert case is not None
            await passes_on(tx, case, OfficerId(officer))

    await town.app.store.transact(moves)
    town.app.ring()
    await town.settled()
    assert [text.partition("Відповідає: ")[2] for text in told(olena)[before:]] == ["капітан поліції Петро Бойко."]


async def passes_on(tx: Transaction, case: Case, officer_id: OfficerId) -> None:
    await queue.hand(tx, case, officer_id, Act.TRANSFER, Side.OFFICER, case.officer_id)


async def test_of_several_moves_while_the_bot_could_not_write_to_them_a_resident_reads_the_last_alone(
    town: Town,
) -> None:
    ivan, maria = await two_officers(town)
    [olena] = await has_cases(town, ivan, 1)
    await town.settled()
    await olena.blocks()
    await town.settled()
    before = len(told(olena))
    await transfers(town, ivan, f"{MARIA} · Друга дільниця")
    await transfers(town, maria, "капітан поліції Іван Петренко")
    await olena.unblocks()
    await town.settled()
    assert [text.partition("Відповідає: ")[2] for text in told(olena)[before:]] == ["капітан поліції Іван Петренко."]
