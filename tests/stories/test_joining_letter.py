"""The letter of invitation: a page that is printed and signed, and by whose code the head of a community joins."""

from io import BytesIO

import pikepdf
from pypdf import PdfReader

from simulator import Person
from simulator.chats import Bubble
from tests.stories.joining import content_of, invites_to_council, is_confirmed, link_on, opens_joining
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_coordinator import adds_komyshuvakha
from tests.town import Town
from tests.typesetting.test_typeset import squeezed, text_in

NAME = "Євгенія Їжак-Ґава Об’єднанська"


async def an_invitation(town: Town, post: str = "Голова громади") -> tuple[Person, str]:
    """Olha, who has invited somebody, and what the link in her chat carries."""
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await adds_komyshuvakha(olha)
    await opens_joining(olha)
    return olha, await invites_to_council(olha, post, NAME)


async def letter(olha: Person) -> Bubble:
    await olha.presses("Лист для друку")
    return await olha.sees(f"Лист для друку. Кому: {NAME}", anywhere=True)


async def test_the_head_joins_by_the_code_of_the_letter_alone(either_town: Town) -> None:
    town = either_town
    olha, shown = await an_invitation(town)
    page = content_of(olha, await letter(olha))
    nadiia = town.telegram.person("Надія")
    await nadiia.starts(shown)
    await nadiia.sees("Це запрошення не діє.")
    await nadiia.starts(link_on(page))
    await is_confirmed(town, nadiia, olha)


async def test_it_is_one_page_that_can_be_read_out_and_kept(town: Town) -> None:
    olha, _ = await an_invitation(town)
    page = content_of(olha, await letter(olha))
    reader, words = PdfReader(BytesIO(page)), squeezed(text_in(page))
    assert [round(each) for each in reader.pages[0].mediabox[2:]] == [595, 842]
    assert len(reader.pages) == 1
    for each in (NAME, "Голова громади", "Комишуваська селищна громада", "24 листопада 2026 р.", "Наведіть камеру"):
        assert squeezed(each) in words, each
    assert "р.." not in words
    with pikepdf.open(BytesIO(page)) as file:
        about = file.open_metadata()
        assert (about["pdfaid:part"], about["pdfuaid:part"], str(file.Root.Lang)) == ("2", "1", "uk")


async def test_the_letter_is_in_the_language_of_the_coordinator(town: Town) -> None:
    olha, _ = await an_invitation(town)
    await olha.says("Налаштування")
    await olha.presses("English")
    await olha.presses("Лист для друку")
    page = content_of(olha, await olha.sees("The letter to print.", anywhere=True))
    assert squeezed("Head of the community") in squeezed(text_in(page))


async def test_a_second_letter_ends_the_first_and_no_link_can_be_read_in_the_database(town: Town) -> None:
    olha, _ = await an_invitation(town)
    first = link_on(content_of(olha, await letter(olha)))
    await olha.presses("Лист для друку")
    await town.settled()
    second = link_on(content_of(olha, olha.last))
    assert first != second
    kept = str([await town.stored(f"select * from {table}") for table in ("invitations", "outbox", "audit")])
    assert first.removeprefix("i-") not in kept
    assert second.removeprefix("i-") not in kept
    nadiia = town.telegram.person("Надія")
    await nadiia.starts(first)
    await nadiia.sees("Це запрошення не діє.")


async def test_no_letter_goes_to_those_below_the_leadership_or_once_somebody_proposes(town: Town) -> None:
    olha, _ = await an_invitation(town, "Секретар")
    assert "Лист для друку" not in olha.buttons
    await opens_joining(olha)
    shown = await invites_to_council(olha, "Голова громади", NAME)
    offered = await olha.sees("Посилання для громади")
    nadiia = town.telegram.person("Надія")
    await nadiia.starts(shown)
    await nadiia.presses("Прийняти запрошення")
    await olha.presses("Лист для друку", on=offered)
    await town.settled()
    assert olha.alerts[-1] == "Тут нічого не знайдено."
