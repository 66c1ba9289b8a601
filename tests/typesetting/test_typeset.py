"""The bot's own PDF files: what goes in can be read out of them, whatever it is."""

import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bot.typesetting import Data, readable, typeset

AT = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
UKRAINIAN = "Ґава з Є, І, Ї, ґ, є, і, ї. Об’єднання, об\u02bcєднання, з'їзд: «лапки» — №5, 100 ₴"
NASTY = (
    '#read("/etc/passwd") #panic("x") #import "@preview/cades:0.3.0": *',
    "$x^2$ *bold* _it_ `code` = head <label> @ref \\ // comment /* c */ [b] #[a] https://example.org",
    "\\u{41} \" ' ] ) } \\n {{ }} &amp; <b> ~ -- ---",
    "- list",
    "= head",
)


def case_with(*texts: str) -> Mapping[str, Data]:
    return {
        "title": "Звернення КШ-2026-000123",
        "language": "uk",
        "warning": "Це не заява.",
        "facts": [{"name": "Стан", "value": text} for text in texts],
        "entries_title": "Повідомлення",
        "entries": [{"head": "22 листопада", "text": text, "quoted": True} for text in texts],
        "files_title": "Файли",
        "files": list(texts),
        "made": "Складено",
    }


def text_in(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def squeezed(text: str) -> str:
    """Without blanks, and of each letter its one form: lines are broken, and й may be read back as и with a breve."""
    return "".join(unicodedata.normalize("NFC", text).replace("\u200b", "").split())


def test_every_letter_of_the_language_is_read_back() -> None:
    assert squeezed(UKRAINIAN) in squeezed(text_in(typeset("case", case_with(UKRAINIAN), AT)))


def test_what_people_wrote_is_never_carried_out() -> None:
    found = squeezed(text_in(typeset("case", case_with(*NASTY), AT)))
    for each in NASTY:
        assert found.count(squeezed(each)) >= 3, each


def test_a_row_of_letters_without_a_blank_stays_on_the_page() -> None:
    content = typeset("case", case_with("ж" * 400), AT)
    assert all(len(line) < 120 for line in text_in(content).splitlines())
    assert squeezed(text_in(content)).count("ж" * 400) >= 2


def test_a_character_without_a_glyph_is_named_and_refuses_no_file() -> None:
    found = text_in(typeset("case", case_with("Так 👍🏽 і ✅\ufe0f"), AT))
    assert "[thumbs up sign]" in found
    assert "[white heavy check mark]" in found


def test_the_fonts_have_every_character_that_is_not_replaced() -> None:
    """A file is refused as PDF/A where one is missing."""
    kept = "".join(filter(lambda each: readable(each) == each, map(chr, range(0x20, 0x3000))))
    assert len(kept) > 2000
    typeset("case", case_with(" ".join(kept)), AT)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(), max_size=4))
def test_any_text_makes_a_file(texts: list[str]) -> None:
    assert typeset("case", case_with(*texts), AT).startswith(b"%PDF")


def test_it_is_a_file_for_archives_and_for_screen_readers() -> None:
    with pikepdf.open(BytesIO(typeset("case", case_with("Текст"), AT))) as file:
        about = file.open_metadata()
        assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("2", "A", "1")
        assert file.Root.Lang == "uk"
        assert file.Root.MarkInfo.Marked
