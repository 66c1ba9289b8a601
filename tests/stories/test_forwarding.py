"""A case that is not the police's to do goes to another body: its resident reads to whom, and by when."""

from bot.domain.forwards import Agency
from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import History
from bot.handlers.forwards.buttons import Forward, HandedOver, SendForward
from simulator import Person
from tests.stories.absences import goes_away, two_officers
from tests.stories.cases import Talk, asks, opens_case, talk
from tests.stories.pauses import opens_history
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.stories.test_queue import complains
from tests.town import Town

CASE = CaseId(1)


async def chooses(officer: Person, agency: str) -> None:
    await opens_history(officer)
    await officer.presses("Ще дії")
    await officer.presses("За належністю")
    await officer.sees("Кому передати за належністю?")
    await officer.presses(agency)


async def forwarded(town: Town, agency: str = "Рятувальники (ДСНС)") -> Talk:
    both = await talk(town)
    await chooses(both.ivan, agency)
    await both.ivan.sees("Мешканець прочитає це. Передати?")
    await both.ivan.presses("Так, передати")
    await both.ivan.sees("Передайте документи до цієї дати: 1 грудня")
    return both


async def test_the_resident_reads_to_whom_it_went_and_by_when(either_town: Town) -> None:
    both = await forwarded(either_town)
    told = await both.olena.sees("Ваше звернення передано за належністю.")
    assert "Кому: Рятувальники (ДСНС)." in told.text
    assert "до цієї дати: 1 грудня." in told.text  # five working days after Tuesday, 24 November
    assert "1" not in told.buttons, "there is nothing to rate"
    assert "Відкрити повторно" in told.buttons
    [case] = await either_town.stored("select status, rating, first_answered_at is not null as answered from cases")
    assert case["status"] == "forwarded"
    assert case["answered"]


async def test_it_is_a_status_of_its_own_everywhere(town: Town) -> None:
    both = await forwarded(town)
    card = await both.ivan.sees("КШ-2026-000001 · Запитання", anywhere=True)
    assert card.text.splitlines()[1] == "Передано за належністю"
    await both.ivan.says("Звернення")
    await both.ivan.sees("Чекають на Вас")
    await both.ivan.presses("Закриті: 1")
    await both.ivan.sees("передано за належністю: 24 листопада 2026 р.")
    await both.olena.presses("Мої звернення")
    await both.olena.sees("Оберіть звернення")
    assert any(label.endswith("Передано за належністю") for label in both.olena.buttons)
    await opens_case(both)
    await both.olena.sees("Стан: Передано за належністю")
    await opens_history(both.ivan)
    page = await both.ivan.sees("Передано за належністю.")
    assert "Кому: Рятувальники (ДСНС)." in page.text


async def test_a_resident_who_was_away_for_long_reads_it_on_return(either_town: Town) -> None:
    both = await talk(either_town)
    await both.olena.blocks()
    await chooses(both.ivan, "Рятувальники (ДСНС)")
    await both.ivan.presses("Так, передати")
    await either_town.passes(days=10)
    await both.olena.unblocks()
    told = await both.olena.sees("Ваше звернення передано за належністю.", anywhere=True)
    assert "Кому: Рятувальники (ДСНС)." in told.text


async def test_another_body_is_named_by_the_officer(town: Town) -> None:
    both = await talk(town)
    await chooses(both.ivan, "Інший орган")
    await both.ivan.sees("Напишіть, кому передати")
    await both.ivan.sends_photo()
    await both.ivan.sees("Назва має бути одним рядком")
    await both.ivan.says("Обласна інспекція праці")
    await both.ivan.sees("Кому: Обласна інспекція праці.")
    await both.olena.does_not_see("інспекція", anywhere=True)
    await both.ivan.presses("Так, передати")
    assert "Кому: Обласна інспекція праці." in (await both.olena.sees("за належністю")).text


async def test_it_can_be_thought_better_of(town: Town) -> None:
    both = await talk(town)
    for way in ("press", "text"):
        await chooses(both.ivan, "Інший орган")
        await both.ivan.sees("Напишіть, кому передати")
        await (both.ivan.presses("Скасувати") if way == "press" else both.ivan.says("Скасувати"))
        await both.ivan.sees("Скасовано.")
    await both.ivan.forges(SendForward(CASE, Agency.OTHER).pack(), on=both.ivan.last)
    await town.settled()
    assert both.ivan.alerts[-1].startswith("Ця кнопка вже не діє")
    await chooses(both.ivan, "Інший орган")
    await both.ivan.says("Обласна інспекція праці")
    await both.ivan.sees("Мешканець прочитає це.")
    await both.ivan.presses("‹ Назад")
    await both.ivan.sees("Кому передати за належністю?")
    await both.ivan.says("Це не назва")
    await both.ivan.sees("Кому це?")
    assert await town.stored("select id from case_forwards") == []


async def test_a_second_press_forwards_nothing_twice(town: Town) -> None:
    both = await forwarded(town)
    await both.ivan.forges(SendForward(CASE, Agency.COUNCIL).pack(), on=both.ivan.last)
    await town.settled()
    assert both.ivan.alerts[-1].startswith("Це вже неможливо")
    assert len(await town.stored("select id from case_forwards")) == 1


async def test_the_officer_is_reminded_on_the_last_day_unless_the_papers_have_gone(either_town: Town) -> None:
    town = either_town
    both = await forwarded(town)
    await town.passes(days=6, hours=22)  # the morning of the last day, before nine
    shown = len(both.ivan.chat)
    await town.passes(hours=2)
    assert len(both.ivan.chat) == shown + 1
    await both.ivan.sees("Передайте документи до цієї дати: 1 грудня")
    said = len(both.olena.chat)
    await both.ivan.presses("Документи передано")
    await both.ivan.sees("Документи передано.")
    await town.passes(days=1)
    assert len(both.ivan.chat) == shown + 1
    assert len(both.olena.chat) == said
    await both.ivan.forges(HandedOver(CASE).pack(), on=both.ivan.last)
    await town.settled()
    assert both.ivan.alerts[-1].startswith("Це вже неможливо")
    acts = [str(row["act"]) for row in await town.stored("select act from audit where act in ('forward', 'hand_over')")]
    assert sorted(acts) == ["forward", "hand_over"]


async def test_nobody_is_reminded_of_a_case_that_was_reopened(town: Town) -> None:
    both = await forwarded(town)
    await both.olena.presses("Відкрити повторно")
    await town.passes(days=7, hours=1)
    assert len([each for each in both.ivan.chat if "Передайте документи" in each.text]) == 1
    await both.ivan.forges(Forward(CASE).pack(), on=both.ivan.last)
    await both.ivan.sees("Кому передати за належністю?")


async def test_what_its_resident_adds_later_is_asked_about(town: Town) -> None:
    both = await forwarded(town)
    await both.olena.says("І ще одне", reply_to=await both.olena.sees("за належністю"))
    await both.olena.sees("Звернення КШ-2026-000001 передано за належністю. Відкрити його повторно чи написати нове?")
    await both.olena.presses("Відкрити повторно")
    await both.ivan.sees("І ще одне")
    [case] = await town.stored("select status from cases where id = 1")
    assert case["status"] == "in_work"


async def test_the_text_is_in_the_language_of_the_resident(town: Town) -> None:
    both = await talk(town)
    await town.stored("update persons set language = 'en' where id in (select person_id from case_links) returning id")
    await chooses(both.ivan, "Соціальна служба")
    await both.ivan.sees("Кому: Соціальна служба.")
    await both.ivan.presses("Так, передати")
    assert "To: Social service." in (await both.olena.sees("Your case was forwarded to another body.")).text


async def test_a_discreet_case_says_to_whom_by_a_press_alone(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Прошу поради.")
    await olena.presses("Надіслати без імені")
    await ivan.forges(SendForward(CASE, Agency.SOCIAL).pack(), on=await ivan.sees("КШ-2026-000001"))
    await olena.sees("Ваше звернення передано за належністю.")
    await olena.does_not_see("Соціальна служба", anywhere=True)
    await olena.presses("Показати")
    await olena.sees("Кому: Соціальна служба.")


async def test_a_complaint_is_not_forwarded(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await complains(await town.resident("Олена"), "Не приходить")
    card = await olha.sees("КШ-2026-000001")
    await olha.presses("Прийняти", on=card)
    await olha.presses("Ще дії", on=card)
    assert "За належністю" not in (await olha.sees("КШ-2026-000001")).buttons
    await olha.forges(SendForward(CASE, Agency.COUNCIL).pack(), on=card)
    await town.settled()
    assert olha.alerts[-1].startswith("Це вже неможливо")


async def test_a_coordinator_forwards_what_waits_in_the_queue(town: Town) -> None:
    await town.area()
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    olena = await town.resident("Олена")
    await asks(olena, "Де сортувати сміття?")
    await olha.forges(SendForward(CASE, Agency.COUNCIL).pack(), on=await olha.sees("КШ-2026-000001"))
    assert "Кому: Рада громади." in (await olena.sees("за належністю")).text


# Its officer has left.


async def forwarded_by(town: Town, ivan: Person) -> Person:
    """Olena's question, which Ivan has forwarded."""
    olena = await town.resident("Олена")
    await asks(olena, "Хто відповідає за вулицю?")
    await ivan.forges(SendForward(CASE, Agency.RESCUE).pack(), on=await ivan.sees("Хто відповідає"))
    await olena.sees("за належністю")
    return olena


async def confirms(town: Town, person: Person) -> None:
    await person.presses("Документи передано")
    await person.sees("Документи передано.")
    assert await town.stored("select id from case_forwards where handed_over_at is not null")


async def test_while_the_officer_is_away_the_stand_in_is_reminded_and_confirms(either_town: Town) -> None:
    town = either_town
    ivan, maria = await two_officers(town)
    await forwarded_by(town, ivan)
    await goes_away(ivan)
    await maria.does_not_see("КШ-2026-000001", anywhere=True)
    shown = len(ivan.chat)
    await town.passes(days=7)
    await maria.sees("Передайте документи до цієї дати: 1 грудня")
    assert len(ivan.chat) == shown
    await confirms(town, maria)
    await maria.forges(History(CASE).pack(), on=maria.last)
    await town.settled()
    assert "в роботі в іншого офіцера" in maria.alerts[-1], "nothing is left to do for another's desk"


async def test_of_a_dismissed_officer_the_coordinators_are_reminded(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await forwarded_by(town, ivan)
    await dismisses(town, olha)
    await town.passes(days=7)
    await olha.sees("Передайте документи до цієї дати: 1 грудня")
    await confirms(town, olha)


async def test_whoever_serves_next_is_reminded_again_of_a_paper_of_which_the_last_one_was(town: Town) -> None:
    ivan, maria = await two_officers(town)
    await forwarded_by(town, ivan)
    await town.passes(days=7)
    await ivan.sees("Передайте документи до цієї дати: 1 грудня", anywhere=True)
    await goes_away(ivan)
    await town.passes(minutes=10)
    await confirms(town, maria)


async def test_a_reminder_waits_until_there_is_a_person_whom_it_can_reach(either_town: Town) -> None:
    town = either_town
    area = await town.area()
    ivan = await town.officer("Іван Петренко", area)
    await forwarded_by(town, ivan)
    await goes_away(ivan, stand_in="Без заміщення")
    await town.passes(days=8)
    assert await town.stored("select id from case_forwards where reminded_at is null")
    maria = await town.officer("Марія Коваль", area)
    await town.passes(minutes=10)
    await maria.sees("Передайте документи до цієї дати: 1 грудня")


async def test_who_dismissed_the_officer_does_not_read_at_once_what_that_one_forwarded(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olha, petro = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Петро", ZAPORIZHZHIA)
    await forwarded_by(town, ivan)
    await dismisses(town, olha)
    for reader, may in ((olha, False), (petro, True)):
        await reader.forges(History(CASE).pack(), on=reader.last)
        await town.settled()
        assert may == ("Хто відповідає за вулицю?" in reader.last.text)


async def test_what_was_forwarded_again_is_reminded_of_on_its_own_day(town: Town) -> None:
    both = await forwarded(town)
    await town.passes(days=3)
    await both.olena.presses("Відкрити повторно")
    await both.ivan.sees("Мешканець відкрив звернення повторно.")
    await both.ivan.forges(SendForward(CASE, Agency.COUNCIL).pack(), on=both.ivan.last)
    await both.ivan.sees("Передайте документи до цієї дати: 4 грудня")
    shown = len(both.ivan.chat)
    await town.passes(days=4)  # the last day of what was forwarded first
    assert len(both.ivan.chat) == shown
    await town.passes(days=3)
    await both.ivan.sees("Передайте документи до цієї дати: 4 грудня")
    assert len(both.ivan.chat) == shown + 1
