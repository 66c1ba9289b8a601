"""A case as a file: a PDF with both sides' words and every move, or an archive of that and the files; audited."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from simulator import Person
from simulator.chats import Bubble
from simulator.faults import CutBefore
from simulator.people import Part
from tests import samples
from tests.stories.cases import Talk, talk
from tests.stories.notes import writes_note
from tests.stories.test_my_data import erases_all
from tests.town import Town

NAME = "Олена Коваль"


@pytest.fixture
async def pair(town: Town) -> Talk:
    return await talk(town)


async def exports(ivan: Person, button: str = "Зберегти як PDF") -> Bubble:
    await ivan.presses("Історія")
    await ivan.presses("Ще дії")
    await ivan.presses(button)
    return await ivan.sees("звернення у файлі", anywhere=True)


def content_of(person: Person, bubble: Bubble) -> bytes:
    return person._bot.files.find(bubble.fields["document"].file_id).content  # noqa: SLF001


def text_in(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


async def readings(town: Town) -> list[str]:
    rows = await town.stored("select act from audit where subject_kind = 'case' and act like '%words'")
    return [str(row["act"]) for row in rows]


async def test_an_officer_has_a_case_as_a_pdf_with_all_that_was_said_and_done(either_town: Town) -> None:
    town = either_town
    pair = await talk(town, NAME)
    await pair.olena.says("Ґанок зламали: #panic() Їжак, Єва, об’їзд")
    await pair.ivan.says("Приїду у середу", reply_to=await pair.ivan.sees("Ґанок зламали"))
    await pair.olena.sees("Приїду у середу")
    got = await exports(pair.ivan)
    assert got.fields["document"].file_name == "КШ-2026-000001.pdf"
    text = text_in(content_of(pair.ivan, got))
    for each in (
        "КШ-2026-000001",
        "Це не заява про кримінальне",
        f"Мешканець: {NAME}",
        "Хто відповідає за вулицю?",
        "Ґанок зламали: #panic() Їжак, Єва, об’їзд",
        "Приїду у середу",
        "Взято в роботу.",
        "Стан: Надано відповідь",
        "Для кого: капітан поліції Іван Петренко",
    ):
        assert each in text, each


async def test_a_note_is_in_no_file(town: Town, pair: Talk) -> None:
    await writes_note(pair.ivan)
    assert "отатк" not in text_in(content_of(pair.ivan, await exports(pair.ivan)))


async def test_it_is_noted_as_a_copy_of_what_is_written(town: Town, pair: Talk) -> None:
    await exports(pair.ivan)
    assert (await readings(town)).count("copy words") == 1


async def test_the_file_can_be_passed_on_where_messages_of_cases_cannot(town: Town, pair: Talk) -> None:
    assert not (await exports(pair.ivan)).fields.get("has_protected_content")


async def test_it_says_neither_the_account_nor_an_officers_note(town: Town, pair: Talk) -> None:
    await town.stored(
        """insert into case_notes(case_id, person_id, officer_id, body, created_at)
           select c.id, o.person_id, o.id, '"нотатка офіцера"', 0 from cases c, officers o"""
    )
    text = text_in(content_of(pair.ivan, await exports(pair.ivan)))
    assert "нотатка" not in text
    assert "Олена" not in text
    assert "Без імені" in text


async def test_a_press_of_somebody_who_does_not_have_the_case_gives_nothing(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Історія")
    await pair.ivan.presses("Ще дії")
    await pair.ivan.sees("Що зробити зі зверненням?")
    await town.stored("update assignments set until = 1")
    await pair.ivan.presses("Зберегти як PDF")
    await town.settled()
    assert not [bubble for bubble in pair.ivan.chat if "document" in bubble.fields]
    assert "copy words" not in await readings(town)


async def test_who_loses_the_case_while_it_is_made_gets_no_file(town: Town, pair: Talk) -> None:
    town.telegram.faults.add(CutBefore(), method="sendDocument")
    await pair.ivan.presses("Історія")
    await pair.ivan.presses("Ще дії")
    await pair.ivan.presses("Зберегти як PDF")
    await town.settled()
    await town.stored("update assignments set until = 1")
    await town.passes(minutes=5)
    assert not [bubble for bubble in pair.ivan.chat if "document" in bubble.fields]


# The files.


async def test_an_archive_has_the_pdf_and_each_file_cleaned_under_a_plain_name(town: Town, pair: Talk) -> None:
    await pair.olena.sends(Part("document", "Яма", "Коваль_IMG_1.jpg", samples.jpeg()))
    await pair.olena.sends(Part("photo", "", "", samples.jpeg()))
    await pair.ivan.sees("Яма", anywhere=True)
    got = await exports(pair.ivan, "PDF і файли (ZIP)")
    assert got.fields["document"].file_name == "КШ-2026-000001.zip"
    with ZipFile(BytesIO(content_of(pair.ivan, got))) as archive:
        assert archive.namelist() == ["01-document.jpg", "02-photo.jpg", "КШ-2026-000001.pdf"]
        assert samples.tells(archive.read("01-document.jpg")) == []
        text = text_in(archive.read("КШ-2026-000001.pdf"))
    assert "01-document.jpg" in text
    assert "Коваль" not in text
    assert "не додано" not in text


async def test_a_file_that_is_broken_or_too_large_is_listed_as_left_out(town: Town) -> None:
    pair = await talk(town, NAME)
    await pair.olena.sends(Part("document", "Перший", "звіт.pdf", b"%PDF-1.7 broken"))
    await pair.olena.sends(Part("document", "Другий", "фільм.zip", b"x" * 2000))
    await pair.ivan.sees("Другий", anywhere=True)
    await town.stored("update files set size = 30000000 where id = 2")
    got = await exports(pair.ivan, "PDF і файли (ZIP)")
    with ZipFile(BytesIO(content_of(pair.ivan, got))) as archive:
        assert archive.namelist() == ["КШ-2026-000001.pdf"]
        text = text_in(archive.read("КШ-2026-000001.pdf")).replace("\n", " ")
    assert "01-document.pdf · файл" in text
    assert "не додано: файл пошкоджено" in text
    assert "не додано: завеликий" in text


async def test_no_archive_is_offered_where_nothing_was_attached(town: Town, pair: Talk) -> None:
    await pair.ivan.presses("Історія")
    await pair.ivan.presses("Ще дії")
    page = await pair.ivan.sees("Що зробити зі зверненням?")
    assert "Зберегти як PDF" in page.buttons
    assert "PDF і файли (ZIP)" not in page.buttons


# Afterwards.


async def test_the_file_goes_from_the_chat_when_its_resident_has_all_erased(town: Town, pair: Talk) -> None:
    got = await exports(pair.ivan)
    await erases_all(pair.olena)
    await town.passes(minutes=2)
    assert got not in pair.ivan.chat


async def test_a_file_that_is_too_old_to_be_deleted_is_replaced_by_a_picture(town: Town, pair: Talk) -> None:
    got = await exports(pair.ivan)
    await town.passes(hours=60)
    await erases_all(pair.olena)
    await town.passes(minutes=5)
    assert got in pair.ivan.chat
    assert "Прибрано з чату" in got.text
    assert not content_of(pair.ivan, got).startswith(b"%PDF")


async def test_a_discreet_case_says_its_number_alone(town: Town) -> None:
    ivan = await town.officer("Іван Петренко", await town.area())
    olena = await town.resident("Олена")
    await olena.presses("Повідомити")
    await olena.presses("Насильство вдома")
    await olena.presses("Зрозуміло, далі")
    await olena.says("Він знову тут")
    await olena.presses("Надіслати без імені")
    await ivan.presses("Показати")
    await ivan.presses("Ще дії")
    await ivan.presses("Зберегти як PDF")
    got = await ivan.sees("звернення у файлі", anywhere=True)
    assert got.text.startswith("КШ-2026-000001")
    assert "Насильство" not in got.text
    assert got.fields["document"].file_name == "КШ-2026-000001.pdf"
