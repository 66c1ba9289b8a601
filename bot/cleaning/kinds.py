"""Which cleaner is for a file: told by how the file begins."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.cleaning import Fault, Uncleanable
from bot.cleaning.office import clean_office
from bot.cleaning.pictures import clean_gif, clean_jpeg, clean_png, clean_webp
from bot.cleaning.recordings import clean_recording

STILLS = frozenset({b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif", b"hevc", b"hevx"})  # photos in a film's shape
MP3_FRAMES = frozenset({b"\xfb", b"\xfa", b"\xf3", b"\xf2", b"\xe3", b"\xe2"})
Cleaner = Callable[[Path, Path], dict[str, int]]


def clean(source: Path, target: Path) -> dict[str, int]:
    """Write the file cleaned; what is known of a video's width, height and duration. Raises Uncleanable."""
    with source.open("rb") as file:
        beginning = file.read(64)
    return cleaner_of(beginning)(source, target)


def whole(clean_bytes: Callable[[bytes], bytes]) -> Cleaner:
    def clean_file(source: Path, target: Path) -> dict[str, int]:
        target.write_bytes(clean_bytes(source.read_bytes()))
        return {}

    return clean_file


def cleaner_of(beginning: bytes) -> Cleaner:
    """Raises Uncleanable for a kind that is not known."""
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"WEBP":
        return whole(clean_webp)
    if b"%PDF-" in beginning:
        from bot.cleaning.papers import clean_pdf  # noqa: PLC0415  # costs time, which other files need not take

        return clean_pdf
    if (kind := recording_of(beginning)) is not None:
        return partial(clean_recording, kind)
    for begins, cleaner in BEGINNINGS.items():
        if beginning.startswith(begins):
            return cleaner
    raise Uncleanable(Fault.UNKNOWN)


def recording_of(beginning: bytes) -> str | None:
    if beginning[4:8] == b"ftyp" and beginning[8:12] not in STILLS:
        return "mp4"
    if beginning.startswith(b"\x1aE\xdf\xa3"):
        return "webm"
    if beginning.startswith(b"OggS"):
        return "ogg"
    if beginning.startswith(b"ID3") or (beginning[:1] == b"\xff" and beginning[1:2] in MP3_FRAMES):
        return "mp3"
    return None


BEGINNINGS: dict[bytes, Cleaner] = {
    b"\xff\xd8\xff": whole(clean_jpeg),
    b"\x89PNG\r\n\x1a\n": whole(clean_png),
    b"GIF87a": whole(clean_gif),
    b"GIF89a": whole(clean_gif),
    b"PK\x03\x04": clean_office,
}
