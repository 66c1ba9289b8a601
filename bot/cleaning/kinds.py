"""Which cleaner is for a file: told by how the file begins."""

from collections.abc import Callable
from pathlib import Path

from bot.cleaning import Fault, Uncleanable
from bot.cleaning.pictures import clean_gif, clean_jpeg, clean_png, clean_webp

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
    if beginning.startswith(b"\xff\xd8\xff"):
        return whole(clean_jpeg)
    if beginning.startswith(b"\x89PNG\r\n\x1a\n"):
        return whole(clean_png)
    if beginning.startswith((b"GIF87a", b"GIF89a")):
        return whole(clean_gif)
    if beginning.startswith(b"RIFF") and beginning[8:12] == b"WEBP":
        return whole(clean_webp)
    raise Uncleanable(Fault.UNKNOWN)
