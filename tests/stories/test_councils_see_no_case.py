"""A person of the council tries every way to a case, and is answered as a person is who has nothing to do with it."""

from bot.domain.ids import CaseId
from bot.surface.buttons import Button
from simulator import Person
from tests.contracts.pressing import fields_of, some
from tests.stories.cases import talk
from tests.stories.figures import of_council
from tests.town import KOMYSHUVAKHA, Town

NUMBER, ASKED = "КШ-2026-000001", "Хто відповідає за вулицю?"
LINKS = ("i-", "t-", "n-", "c-", "g-", "b-", "")


def ways_in() -> list[Button]:
    """Every button that names a case, an event or a message of one."""
    kinds = [kind for kind in Button.codes.values() if {"case_id", "event_id", "message_id"} & fields_of(kind).keys()]
    return [
        kind(**{name: KOMYSHUVAKHA if name == "community" else some(hint) for name, hint in fields_of(kind).items()})
        for kind in kinds
    ]


async def all_of_it(town: Town) -> list[dict[str, object]]:
    """The case, and all that was done; not what these two began to write themselves."""
    return [
        *await town.stored("select * from cases where number is not null"),
        *await town.stored("select * from case_events order by id"),
        *await town.stored("select * from case_messages where case_id = 1 order by id"),
        *await town.stored("select * from audit order by id"),
    ]


async def answer(town: Town, person: Person) -> tuple[str, list[str]]:
    await town.settled()
    return person.last.text, person.alerts[-1:]


async def test_no_button_number_link_or_reply_leads_a_council_to_a_case(town: Town) -> None:
    await talk(town, "Олена Коваль")
    nadiia = await of_council(town)
    taras = town.telegram.person("Тарас")
    await taras.starts()
    await town.settled()
    before = await all_of_it(town)
    assert len(ways_in()) > 50
    for button in ways_in():
        answers = []
        for person in (nadiia, taras):
            await person.forges(button.pack(), on=person.last)
            answers.append(await answer(town, person))
        assert answers[0] == answers[1], button
    for typed in (NUMBER, "000001", "1", "№ 1", ASKED, "/cases", "/desk", "мої звернення", "звернення 1", "черга"):
        answers = []
        for person in (nadiia, taras):
            await person.says(typed)
            answers.append(await answer(town, person))
        assert answers[0] == answers[1], typed
    for link in LINKS:
        for person in (nadiia, taras):
            await person.starts(f"{link}{CaseId(1)}")
        await town.settled()
    await nadiia.says("Відповідь від ради", reply_to=nadiia.chat[1])
    await town.settled()
    assert await all_of_it(town) == before
    seen = "\n".join(bubble.text for bubble in nadiia.chat if bubble.sender.is_bot)
    assert "Олена" not in seen  # the number and the words are what they typed themselves
    assert "Коваль" not in seen


async def test_what_a_council_has_at_home_names_no_case(town: Town) -> None:
    await talk(town, "Олена Коваль")
    nadiia = await of_council(town)
    await nadiia.says("Рада громади")
    home = await nadiia.sees("Офіцер працює")
    for label in (
        "Показники",
        "Рада громади",
        "Як це було",
        "Офіцер і години прийому",
        "Запропонувати сповіщення",
        "Сповіщення",
    ):
        await nadiia.says("Рада громади")
        await nadiia.presses(label)
        await town.settled()
        assert NUMBER not in nadiia.last.text
        assert ASKED not in nadiia.last.text
        assert "Олена" not in nadiia.last.text
    assert "Іван Петренко" in "\n".join(each.text for each in nadiia.chat)
    assert "Координатор" not in home.buttons
