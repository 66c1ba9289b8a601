"""What a file tells of its maker is gone, and what it shows is the same."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from PIL import Image, ImageChops, ImageOps

from bot.cleaning import Fault, Uncleanable
from bot.cleaning.kinds import clean
from simulator.files import sample
from tests import samples

PICTURES: dict[str, Callable[[int], bytes]] = {
    "jpeg": samples.jpeg,
    "progressive": lambda turned: samples.jpeg(turned, progressive=True),
    "png": samples.png,
    "webp": samples.webp,
    "moving webp": lambda turned: samples.webp(turned, frames=3),
    "gif": lambda _: samples.gif(),
}


def cleaned(folder: Path, data: bytes) -> bytes:
    source, target = folder / "in", folder / "out"
    source.write_bytes(data)
    target.unlink(missing_ok=True)
    clean(source, target)
    return target.read_bytes()


def fault_of(folder: Path, data: bytes) -> Fault:
    with pytest.raises(Uncleanable) as raised:
        cleaned(folder, data)
    return raised.value.fault


def same(one: bytes, other: bytes) -> bool:
    """Whether two pictures show the same, frame by frame, as they lie and as they are turned."""
    with Image.open(io.BytesIO(one)) as first, Image.open(io.BytesIO(other)) as second:
        frames = getattr(first, "n_frames", 1)
        assert getattr(second, "n_frames", 1) == frames
        for frame in range(frames):
            first.seek(frame)
            second.seek(frame)
            if ImageChops.difference(first.convert("RGBA"), second.convert("RGBA")).getbbox() is not None:
                return False
        first.seek(0)
        second.seek(0)
        return ImageOps.exif_transpose(first).size == ImageOps.exif_transpose(second).size


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("turned", [1, 6, 8])
def test_a_picture_is_the_same_to_the_last_pixel_and_tells_nothing(tmp_path: Path, kind: str, turned: int) -> None:
    data = PICTURES[kind](turned)
    assert samples.tells(data)
    after = cleaned(tmp_path, data)
    assert samples.tells(after) == []
    assert same(data, after)
    with Image.open(io.BytesIO(after)) as shown:
        assert set(shown.getexif()) <= {0x0112}
    assert cleaned(tmp_path, after) == after


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_that_was_cut_off_is_refused_or_shown_as_far_as_it_goes(tmp_path: Path, kind: str) -> None:
    data = PICTURES[kind](1)
    for length in range(0, len(data), max(1, len(data) // 60)):
        try:
            after = cleaned(tmp_path, data[:length])
        except Uncleanable:
            continue
        assert samples.tells(after) == []


BEGINNINGS = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\1\0WEBP", b""]


@given(st.binary(max_size=300), st.sampled_from(BEGINNINGS))
def test_no_bytes_do_more_than_being_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, begin: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    try:
        cleaned(folder, begin + data)
    except Uncleanable as refusal:
        assert refusal.fault in Fault  # noqa: PT017  # both are right


def test_a_pdf_shows_the_same_and_tells_nothing_of_its_author(tmp_path: Path) -> None:
    data = samples.pdf()
    assert samples.tells(data)
    after = cleaned(tmp_path, data)
    assert samples.tells(after) == []
    with pikepdf.open(io.BytesIO(after)) as paper:
        assert "/Info" not in paper.trailer
        assert "/Metadata" not in paper.Root
        page = paper.pages[0]
        assert page.Contents.read_bytes() == b"/Im Do"
        assert [str(each.Subtype) for each in page.Annots] == ["/Text", "/Widget"]
        assert str(page.Annots[0].Contents) == "Тут"
        assert same(samples.jpeg(), page.Resources.XObject.Im.read_raw_bytes())


def test_a_pdf_with_a_password_is_locked(tmp_path: Path) -> None:
    assert fault_of(tmp_path, samples.pdf(password="таємно")) is Fault.LOCKED


def test_what_is_broken_or_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    assert fault_of(tmp_path, b"%PDF-1.7 nothing") is Fault.BROKEN
    assert fault_of(tmp_path, samples.pdf(photo=b"no photo")) is Fault.BROKEN
    assert fault_of(tmp_path, b"MZ a program") is Fault.UNKNOWN
    assert fault_of(tmp_path, b"") is Fault.UNKNOWN
    assert fault_of(tmp_path, b"\0\0\0\x18ftypheic" + b"\0" * 99) is Fault.UNKNOWN


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_docx_says_the_same_and_nothing_of_who_wrote_it(tmp_path: Path) -> None:
    assert samples.tells(samples.docx())
    after = cleaned(tmp_path, samples.docx())
    assert samples.tells(after) == []
    parts = parts_of(after)
    assert "Прошу".encode() in parts["word/document.xml"]
    assert same(samples.jpeg(), parts["word/media/image1.jpeg"])
    assert not any(name.startswith("docProps/") for name in parts)
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        assert b"docProps" not in parts[name]
        assert b"people" not in parts[name]
    assert b"https://rada.gov.ua" in parts["word/_rels/document.xml.rels"]


def test_a_workbook_can_still_be_opened(tmp_path: Path) -> None:
    made, out = openpyxl.Workbook(), io.BytesIO()
    made.properties.creator = made.properties.lastModifiedBy = samples.CANARY
    made["Sheet"]["A1"] = "Прийом"
    made["Sheet"]["A1"].comment = Comment("Перевірити", samples.CANARY)
    made.save(out)
    assert samples.tells(out.getvalue())
    after = cleaned(tmp_path, out.getvalue())
    assert samples.tells(after) == []
    assert openpyxl.load_workbook(io.BytesIO(after))["Sheet"]["A1"].value == "Прийом"


def test_an_odt_says_the_same_and_nothing_of_who_wrote_it(tmp_path: Path) -> None:
    assert samples.tells(samples.odt())
    after = cleaned(tmp_path, samples.odt())
    assert samples.tells(after) == []
    parts = parts_of(after)
    assert list(parts)[0] == "mimetype"  # noqa: RUF015  # the order counts
    assert "Прошу".encode() in parts["content.xml"]
    assert b"meta.xml" not in parts["META-INF/manifest.xml"]


def test_an_archive_with_something_unknown_in_it_is_refused(tmp_path: Path) -> None:
    assert fault_of(tmp_path, samples.docx(word_vbaProject__bin=b"program")) is Fault.UNKNOWN
    assert fault_of(tmp_path, samples.packed({"any.txt": b"words"})) is Fault.UNKNOWN
    assert fault_of(tmp_path, samples.docx(word_styles__xml="<a/>".encode("utf-16"))) is Fault.BROKEN


def test_an_archive_that_unpacks_into_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.cleaning.office.MOST_BYTES", 100_000)
    assert fault_of(tmp_path, samples.docx(word_styles__xml=b" " * 100_000)) is Fault.BROKEN
    monkeypatch.setattr("bot.cleaning.office.MOST_PARTS", 5)
    assert fault_of(tmp_path, samples.docx()) is Fault.BROKEN


@samples.needs_ffmpeg
@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.mp3"])
def test_a_recording_loses_what_was_said_about_it(tmp_path: Path, name: str) -> None:
    data = samples.recording(tmp_path, name)
    assert samples.tells(data)
    source, target = tmp_path / "in", tmp_path / "out"
    source.write_bytes(data)
    about = clean(source, target)
    after = target.read_bytes()
    assert samples.tells(after) == []
    assert about == ({"duration": 1} if name == "a.mp3" else {"width": 96, "height": 64, "duration": 1})
    assert len(after) > len(data) // 2


@samples.needs_ffmpeg
@pytest.mark.parametrize("name", ["a.mp4", "a.mp3", "a.pdf"])
def test_what_the_simulators_people_send_can_be_cleaned(tmp_path: Path, name: str) -> None:
    assert cleaned(tmp_path, sample(name))


@samples.needs_ffmpeg
def test_a_recording_that_is_none_is_broken(tmp_path: Path) -> None:
    assert fault_of(tmp_path, b"\0\0\0\x18ftypisom" + b"\0" * 99) is Fault.BROKEN
