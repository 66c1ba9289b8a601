"""Signs of a crime: an officer marks them, and the resident is advised to call 102."""

from bot.domain.ids import CaseId
from bot.handlers.cases.buttons import SendAdvice
from tests.keys import hashed
from tests.stories.cases import asks
from tests.stories.desk import QUESTION
from tests.town import Town


async def test_signs_of_a_crime_are_marked_and_the_resident_is_advised_once(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await town.stored("update officers set station = 'вул. Миру, 5' returning id")
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Ознаки злочину")
    await officer.sees("ознаки злочину позначено")
    await olena.does_not_see("Зателефонуйте 102", anywhere=True)
    await officer.presses("Надіслати пораду про 102")
    advice = await olena.sees("Зателефонуйте 102")
    assert "Станція: вул. Миру, 5." in advice.text
    await officer.sees("пораду про 102 надіслано")
    assert "Надіслати пораду про 102" not in officer.buttons
    said = await town.stored("select kind, officer_id from case_messages where direction = 'officer'")
    assert said == [{"kind": "advice", "officer_id": 1}]
    [case] = await town.stored("select status, officer_id from cases")
    assert case == {"status": "in_work", "officer_id": 1}


async def test_a_late_second_press_sends_no_second_advice(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await officer.presses("Ознаки злочину")
    offer = await officer.sees("ознаки злочину позначено")
    [button] = [button for button in offer.inline if button.text == "Надіслати пораду про 102"]
    await officer.presses_button(offer, button)
    await officer.presses_button(offer, button)
    await town.settled()
    assert len([bubble for bubble in olena.chat if "Зателефонуйте 102" in bubble.text]) == 1
    assert len(await town.stored("select id from case_messages where kind = 'advice'")) == 1
    assert len(officer.alerts) == 1


async def test_who_marks_signs_of_a_crime_or_advises_of_it_has_taken_the_case(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    card = await officer.sees("освітлення")
    await officer.forges(SendAdvice(CaseId(1)).pack(), on=card)
    await town.settled()
    assert officer.alerts[-1].startswith("Це вже неможливо"), "there are no signs of a crime yet"

    taken = [{"status": "in_work", "officer_id": 1}]
    await officer.presses("Ознаки злочину", on=card)
    offer = await officer.sees("ознаки злочину позначено")
    assert await town.stored("select status, officer_id from cases") == taken
    await town.stored("update cases set status = 'new', officer_id = null")
    await officer.presses("Надіслати пораду про 102", on=offer)
    await olena.sees("Зателефонуйте 102")
    assert await town.stored("select status, officer_id from cases") == taken
    [advice] = await town.stored("select id from case_messages where kind = 'advice'")
    events = await town.stored("select case_message_id as id from case_events where what = 'crime_advice'")
    assert events == [advice]


async def test_there_is_no_advice_for_a_resident_who_is_not_known_any_more(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    await asks(await town.resident("Олена"), QUESTION)
    await officer.presses("Ознаки злочину")
    await officer.sees("ознаки злочину позначено")
    await town.stored("delete from case_links")
    await officer.presses("Надіслати пораду про 102")
    await town.settled()
    assert officer.alerts[-1] == "Тут нічого не знайдено."


async def test_the_advice_is_in_the_language_of_the_resident(town: Town) -> None:
    officer = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await asks(olena, QUESTION)
    await town.stored(
        "update persons set language = 'en' where id = (select person_id from accounts where external_hash = :id)"
        " returning id",
        id=hashed(olena.id),
    )
    await officer.presses("Ознаки злочину")
    await officer.presses("Надіслати пораду про 102")
    await olena.sees("Call 102")
