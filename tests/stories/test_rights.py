"""The right to a case ends with the post in its community, and a complaint is never read by whom it may be about."""

from bot.domain.cases import Category
from bot.domain.ids import CaseId, CaseMessageId, ChatId, OfficerId, PersonId
from bot.domain.officers import Field
from bot.handlers.cases.buttons import (
    ChooseCategory,
    CloseOwn,
    DeskCase,
    History,
    Rate,
    Reopen,
)
from bot.handlers.officers.buttons import AskField, Path
from bot.handlers.residents.buttons import WaitForOfficer
from bot.storage.case_views import view_for_coordinator
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button
from simulator import Person
from tests.keys import hashed
from tests.stories.cases import UNNAMED, asks, talk
from tests.stories.posts import DNIPRO, FAR_AWAY, ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.stories.test_queue import audited
from tests.town import KOMYSHUVAKHA, Town

CASE = CaseId(1)


async def forges(town: Town, who: Person, button: Button) -> None:
    await who.forges(button.pack(), on=who.last)
    await town.settled()


async def serves_twice(town: Town) -> Person:
    """An officer of this community and of one far away."""
    await town.area()
    ivan = await town.officer("Іван Петренко", await town.area(FAR_AWAY))
    await town.stored("insert into assignments(officer_id, area_id, since) values (1, 1, 0) returning id")
    return ivan


async def closed_and_left(town: Town) -> tuple[Person, Person, Person]:
    """Olena's case is closed, then its officer is dismissed here and serves elsewhere still; the coordinator too."""
    ivan = await serves_twice(town)
    olena = await town.resident("Олена")
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(olena, "Таємне")
    await ivan.presses("Прийняти")
    await town.settled()
    await forges(town, olena, CloseOwn(CASE))
    await dismisses(town, olha)
    return ivan, olena, olha


async def test_an_officer_who_serves_elsewhere_keeps_no_closed_case_of_a_community_they_left(either_town: Town) -> None:
    town = either_town
    ivan, olena, _ = await closed_and_left(town)
    for button in (DeskCase(CASE), History(CASE)):
        await forges(town, ivan, button)
        assert "нічого не знайдено" in ivan.alerts[-1]
    seen = len(ivan.chat)
    await forges(town, olena, Rate(CASE, 2))
    assert len(ivan.chat) == seen
    await ivan.says("Звернення")
    await ivan.does_not_see("КШ-2026-000001 · ")


async def test_a_reopened_case_of_a_dismissed_officer_waits_in_the_queue(either_town: Town) -> None:
    town = either_town
    ivan, olena, olha = await closed_and_left(town)
    await forges(town, olena, Reopen(CASE))
    await olha.sees("До черги перейшло звернень: 1.")
    [case] = await town.stored("select status, officer_id from cases")
    assert case == {"status": "new", "officer_id": None}
    await olena.says("Після звільнення")
    await town.settled()
    await ivan.does_not_see("Після звільнення", anywhere=True)
    await ivan.does_not_see("Таємне", anywhere=True)


async def test_a_reopened_case_of_a_dismissed_officer_goes_to_the_next_one(town: Town) -> None:
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    maria = await town.officer("Марія Коваль", area)
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await ivan.presses("Прийняти")
    await town.settled()
    await forges(town, olena, CloseOwn(CASE))
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await forges(town, olena, Reopen(CASE))
    await maria.sees("Хто відповідає за вулицю?")
    await olena.sees("Відповідає: капітан поліції Марія Коваль.")


async def test_a_reopened_case_stays_with_an_officer_who_serves_on(town: Town) -> None:
    people = await talk(town)
    await forges(town, people.olena, CloseOwn(CASE))
    await forges(town, people.olena, Reopen(CASE))
    await people.ivan.sees("Мешканець відкрив звернення повторно.")
    assert await town.stored("select officer_id from cases") == [{"officer_id": 1}]


async def test_a_complaint_is_kept_from_an_officer_who_is_a_coordinator_too(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await town.stored(
        """insert into parts(person_id, role, scope, scope_code, since)
           select person_id, 'coordinator', 'oblast', cast(:oblast as text), 0 from accounts where external_hash = :ivan
           returning id""",
        oblast=ZAPORIZHZHIA,
        ivan=hashed(ivan.id),
    )
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    seen = len(ivan.chat)
    await forges(town, olena, ChooseCategory(Category.COMPLAINT, warned=False))
    await olena.says("Офіцер спить")
    await olena.presses(UNNAMED)
    await olha.sees("КШ-2026-000001")
    assert len(ivan.chat) == seen
    await forges(town, ivan, History(CASE))
    assert "нічого не знайдено" in ivan.alerts[-1]
    await ivan.says("Координатор")
    await ivan.sees("Область: Запорізька")
    assert "Черга: 0" in ivan.buttons
    await town.stored(
        "update cases set coordinator_id = (select person_id from officers) where id = :case returning id", case=1
    )
    await forges(town, ivan, History(CASE))
    assert "нічого не знайдено" in ivan.alerts[-1]
    await ivan.does_not_see("Офіцер спить", anywhere=True)


async def test_a_dismissed_officers_chat_keeps_no_text_of_their_cases(town: Town) -> None:
    people = await talk(town)
    await people.olena.says("Друге слово")
    await people.ivan.sees("Друге слово")
    await asks(people.olena, "Ще не прийняте")
    await people.ivan.sees("Ще не прийняте")
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    for words in ("Хто відповідає за вулицю?", "Друге слово", "Ще не прийняте"):
        await people.ivan.does_not_see(words, anywhere=True)
    await people.ivan.sees("Ви більше не працюєте з цим зверненням.", anywhere=True)
    await people.ivan.does_not_see("У роботі в іншого офіцера", anywhere=True)


async def test_a_dismissed_officer_cannot_rename_himself(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    await dismisses(town, await town.coordinator("Ольга", ZAPORIZHZHIA))
    await forges(town, ivan, AskField(OfficerId(1), Field.NAME, Path.EDITING))
    assert "нічого не знайдено" in ivan.alerts[-1]
    await ivan.says("Інше Ім’я")
    await town.settled()
    assert await town.stored("select name from officers") == [{"name": "Іван Петренко"}]


async def test_the_comment_on_a_rating_reaches_no_coordinator_without_the_case(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Нічиє")
    await forges(town, olena, CloseOwn(CASE))
    await forges(town, olena, Rate(CASE, 2))
    await olena.says("Ніхто не відповів")
    await olha.sees("Мешканець додав слова до оцінки (2 з 5).")
    await olha.does_not_see("Ніхто не відповів", anywhere=True)


async def test_a_coordinator_of_another_oblast_is_sent_no_text_of_a_case_they_had(either_town: Town) -> None:
    town = either_town
    await town.area()
    await town.coordinator("Ольга", ZAPORIZHZHIA)
    await asks(await town.resident("Олена"), "Таємне")
    [part] = await town.stored("select person_id from parts")
    person = PersonId(int(str(part["person_id"])))
    await town.stored("update cases set coordinator_id = :person where id = 1 returning id", person=person)

    async def reads(tx: Transaction) -> bool:
        return await view_for_coordinator(tx, CaseMessageId(1), person, ChatId(1)) is not None

    assert await town.app.store.transact(reads)
    await town.stored("update parts set scope_code = :oblast returning id", oblast=DNIPRO)
    assert not await town.app.store.transact(reads)


async def test_an_answer_is_noted_in_the_audit(town: Town) -> None:
    people = await talk(town)
    await people.ivan.presses("Відповісти")
    await people.ivan.sees("напишіть відповідь")
    await people.ivan.says("Я.")
    await people.olena.sees("Я.")
    assert await audited(town, "answer") == [("officer", "1")]


async def test_nobody_waits_for_an_officer_where_a_chat_is_dangerous(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await town.stored("update communities set occupied = true returning code")
    await forges(town, olena, WaitForOfficer(KOMYSHUVAKHA))
    await olena.sees("Бережіть себе")
    assert await town.stored("select person_id from waiting_residents") == []
