"""Posters and business cards, as an officer or a coordinator gets them for print."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from bot.domain.offices import Leaflet
from bot.handlers.offices.buttons import PrintLeaflet
from simulator import Person
from tests.stories.reception import COUNCIL, village
from tests.stories.test_case_exports import content_of
from tests.stories.test_offices import ADDRESS, opens_office, with_office
from tests.town import Town

POSTER, CARDS = "Плакат А4 (PDF)", "Візитки (PDF)"


async def printed(officer: Person, which: str, words: str) -> bytes:
    await opens_office(officer)
    await officer.presses("Посилання для мешканців")
    await officer.presses(which)
    return content_of(officer, await officer.sees(words))


def text_of(content: bytes) -> str:
    """Of one page, on one line."""
    [page] = PdfReader(BytesIO(content)).pages
    return " ".join(page.extract_text().split())


async def test_the_poster_says_who_where_and_when_and_whom_to_call_in_danger(town: Town) -> None:
    there = await village(town)
    await opens_office(there.ivan)
    await there.ivan.presses(COUNCIL)
    await there.ivan.presses("Телефон")
    await there.ivan.says("061 123 45 67")
    content = await printed(there.ivan, POSTER, "Плакат для друку")
    text = text_of(content)
    for each in ("Іван Петренко", "капітан поліції", COUNCIL, "+380 61 123 45 67", "Ср 09:00–12:00", "102", "112"):
        assert each in text
    assert f"t.me/hromada_bot?start=a-{there.area}" in text
    with pikepdf.open(BytesIO(content)) as file:
        assert file.open_metadata()["pdfuaid:part"] == "1"


async def test_the_cards_are_ten_on_a_page(town: Town) -> None:
    _, ivan = await with_office(town)
    text = text_of(await printed(ivan, CARDS, "десять на аркуші"))
    assert text.count("Іван Петренко") == 10
    assert text.count("Телефонуйте: 102, 112") == 10
    assert ADDRESS.split(",")[0] in text


@pytest.mark.parametrize("which", [(POSTER, "Плакат для друку"), (CARDS, "десять на аркуші")])
async def test_where_people_come_by_appointment_no_paper_says_the_address(town: Town, which: tuple[str, str]) -> None:
    there = await village(town)
    await opens_office(there.ivan)
    await there.ivan.presses(COUNCIL)
    await there.ivan.presses("Лише за домовленістю")
    await town.stored("update officers set station = 'таємна станція' returning id")
    text = text_of(await printed(there.ivan, *which))
    assert "Миру" not in text
    assert "09:00" not in text
    assert "таємна" not in text


async def test_an_area_without_an_officer_has_a_poster_too(town: Town) -> None:
    area = await town.area()
    olha = await town.coordinator("Ольга", "UA23000000000064947")
    await olha.forges(PrintLeaflet(area, Leaflet.POSTER).pack(), on=olha.last)
    text = text_of(content_of(olha, await olha.sees("Плакат для друку")))
    assert f"start=a-{area}" in text


async def test_a_resident_gets_none(town: Town) -> None:
    area = await town.area()
    olena = await town.resident("Олена")
    await olena.forges(PrintLeaflet(area, Leaflet.POSTER).pack(), on=olena.last)
    await town.settled()
    assert not [each for each in olena.chat if "document" in each.fields]
