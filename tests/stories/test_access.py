"""Nobody acts beyond their part: whatever is pressed or forged, absent and forbidden look the same."""

from collections.abc import Iterable

import pytest

from bot.domain.case_lists import Tab
from bot.domain.cases import Act, Case
from bot.domain.ids import CaseId, CaseMessageId, PersonId
from bot.domain.letters import PersonAt
from bot.domain.refusals import NotFound
from bot.handlers.case_lists.buttons import DeskList
from bot.handlers.cases import buttons
from bot.services.cases import access
from bot.surface.buttons import Button
from simulator import Person
from tests.stories.cases import asks
from tests.stories.desk import QUESTION, case_ids, dismisses
from tests.town import Town

ABSENT = "Тут нічого не знайдено."
NO_DRAFT = "Минув час, чернетку видалено. Напишіть ще раз."


def desk_buttons(case: CaseId) -> list[Button]:
    return [
        buttons.Accept(case),
        buttons.Answer(case),
        buttons.Ask(case),
        buttons.Decline(case),
        buttons.Close(case, sure=True),
        buttons.CrimeSigns(case),
        buttons.OfferAdvice(case),
        buttons.SendAdvice(case),
        buttons.History(case),
        buttons.DeskCase(case),
        buttons.ShowFiles(case),
    ]


async def tries(town: Town, who: Person, pressed: Iterable[Button]) -> list[str]:
    """The alert that answers each press."""
    alerts = []
    for button in pressed:
        await who.forges(button.pack(), on=who.last)
        await town.settled()
        alerts.append(who.alerts[-1])
    assert who.spinning == 0
    return alerts


async def everything(town: Town) -> list[dict[str, object]]:
    """All that a forbidden press could have changed."""
    return [
        *await town.stored("select * from cases order by id"),
        *await town.stored("select * from case_events order by id"),
        *await town.stored("select * from case_messages order by id"),
        *await town.stored("select * from dialogs"),
        *await town.stored("select * from audit order by id"),
    ]


@pytest.mark.parametrize(
    "who",
    [
        "another area's officer",
        "dismissed",
        "a stranger",
        "the resident",
        "a neighbour",
        "another oblast's coordinator",
    ],
)
async def test_who_does_not_sit_at_the_desk_finds_nothing(town: Town, who: str) -> None:
    area = await town.area()
    officer = await town.officer("Іван Петренко", area)
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    (case,) = [CaseId(each) for each in await case_ids(town)]
    await officer.presses("Прийняти")
    await town.settled()
    match who:
        case "another area's officer":
            person = await town.officer("Ольга Коваль", await town.area("UA23060110000049870"))
        case "dismissed":
            person = officer
            await dismisses(town, officer)
        case "a stranger":
            person = town.telegram.person("Сторонній")
            await person.starts()
        case "the resident":
            person = olena
        case "another oblast's coordinator":
            person = await town.coordinator("Оксана", "UA12000000000090473")
        case _:
            person = await town.resident("Петро")
    await town.settled()
    before, chat = await everything(town), len(person.chat)

    there = await tries(town, person, desk_buttons(case))
    absent = await tries(town, person, desk_buttons(CaseId(999_999)))
    assert set(there) == set(absent) == {ABSENT}
    assert await everything(town) == before
    assert len(person.chat) == chat


async def test_an_officer_of_the_area_is_notified_that_another_has_the_case(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    await asks(await town.resident("Олена"), QUESTION)
    (case,) = [CaseId(each) for each in await case_ids(town)]
    await first.presses("Прийняти")
    await town.settled()
    before, chat = await everything(town), len(second.chat)
    alerts = await tries(town, second, desk_buttons(case))
    assert set(alerts) == {"Це звернення вже в роботі в іншого офіцера."}
    assert await everything(town) == before
    assert len(second.chat) == chat


async def test_who_accepts_a_case_again_has_accepted_it_once(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    (case,) = [CaseId(each) for each in await case_ids(town)]
    told = await tries(town, officer, [buttons.Accept(case), buttons.Accept(case)])
    assert told == ["У роботі."] * 2
    assert len(await town.stored("select id from case_events where what = 'accept'")) == 1


async def test_what_is_drawn_for_a_desk_is_drawn_for_nobody_else(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    (case,) = [CaseId(each) for each in await case_ids(town)]
    officer, olena = [PersonId(each) for each in (1, 2)]
    assert (await town.app.store.transact(lambda tx: access.seen_at_desk(tx, officer, case))).id == case
    with pytest.raises(NotFound):
        await town.app.store.transact(lambda tx: access.seen_at_desk(tx, olena, case))

    async def seen(person: PersonId) -> Case | None:
        return await town.app.store.transact(lambda tx: access.case_for(tx, PersonAt(person), person, case))

    assert [await seen(person) is not None for person in (officer, olena)] == [True, False]


async def test_an_officer_presses_a_residents_buttons_in_vain(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    (case,) = [CaseId(each) for each in await case_ids(town)]
    await officer.presses("Прийняти")
    await town.settled()
    before = await everything(town)
    alerts = await tries(town, officer, [buttons.Rate(case, 1), buttons.Reopen(case)])
    assert set(alerts) == {ABSENT}
    assert await everything(town) == before


async def test_a_dismissed_officer_reads_nothing_more_and_their_messages_go_nowhere(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    await officer.presses("Прийняти")
    await town.settled()
    await dismisses(town, officer)
    await olena.says("Ще одне слово")
    await officer.does_not_see("Ще одне слово", anywhere=True)
    await officer.says("Міська рада.", reply_to=card)
    await officer.sees(ABSENT)
    await olena.does_not_see("Міська рада.", anywhere=True)
    alerts = await tries(town, officer, [DeskList(Tab.MINE, 0, back=False), DeskList(Tab.CLOSED, 0, back=True)])
    assert set(alerts) == {ABSENT}


async def test_nothing_can_be_done_with_a_draft_but_sending_it(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Запитати")
    await olena.says(QUESTION)
    await town.settled()
    before, draft = await everything(town), CaseId(1)
    told = await tries(town, olena, [buttons.CloseOwn(draft), buttons.Reopen(draft), buttons.Rate(draft, 5)])
    assert set(told) == {ABSENT}
    assert await everything(town) == before


async def test_what_was_sent_is_no_draft_any_more_and_a_draft_is_its_writers_alone(town: Town) -> None:
    await town.area()
    olena, petro = await town.resident("Олена"), await town.resident("Петро")
    await asks(olena, QUESTION)
    await petro.presses("Запитати")
    await petro.says(QUESTION)
    await town.settled()
    before = await everything(town)
    for case, answer in ((CaseId(1), ABSENT), (CaseId(2), NO_DRAFT), (CaseId(77), NO_DRAFT)):
        told = await tries(town, olena, [buttons.CancelDraft(case), buttons.SendUnnamed(case)])
        assert set(told) == {answer}
    assert await everything(town) == before


async def test_screens_that_are_never_pressed_cannot_be_forged(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    (case,) = [CaseId(each) for each in await case_ids(town)]
    stranger = await town.resident("Петро")
    alerts = await tries(town, stranger, [buttons.Writing(case, Act.ANSWER), buttons.ConfirmClose(case)])
    assert set(alerts) == {"Ця кнопка вже не діє. Напишіть «меню»."}
    await stranger.does_not_see("КШ-", anywhere=True)
    await officer.sees("освітлення", anywhere=True)


async def test_another_officers_swiped_reply_does_not_reach_the_resident(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await second.sees("освітлення")
    await first.presses("Прийняти")
    await town.settled()
    await second.says("Міська рада.", reply_to=card)
    await second.sees("вже в роботі в іншого офіцера")
    await olena.does_not_see("Міська рада.", anywhere=True)


async def test_a_resident_who_asks_for_another_ones_history_is_shown_nothing_and_stops_no_letter(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    (case,) = [CaseId(each) for each in await case_ids(town)]
    petro = await town.resident("Петро")
    for asked in (case, CaseId(999_999)):
        await petro.forges(buttons.OwnHistory(asked, CaseMessageId(1), back=False).pack(), on=petro.last)
        await town.settled()
        assert petro.last.text == ABSENT
    assert await town.stored("select error from outbox") == []
