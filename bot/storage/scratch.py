"""A private folder next to a database, for copies of it that are not encrypted.

One process uses it at a time, and empties it in the end. What a killed one leaves there would outlive what is erased in
the database, so the next one removes it, and the running bot does each minute.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ScratchInUse(Exception):
    """Another process makes or restores a backup of this database."""


LOCK = "lock"


@contextmanager
def scratch(path: Path) -> Iterator[Path]:
    """The folder next to this database, empty. Raises ScratchInUse, OSError."""
    place = _folder(path)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _held(place):
        _empty(place)
        try:
            yield place
        finally:
            _empty(place)


def clear_scratch(path: Path) -> None:
    """Remove what a killed process left next to this database."""
    place = _folder(path)
    if place.is_dir() and _content(place):
        try:
            with _held(place):
                _empty(place)
        except ScratchInUse:
            pass  # it is needed, and will be removed


def _folder(path: Path) -> Path:
    return path.with_name(path.name + ".scratch")


@contextmanager
def _held(place: Path) -> Iterator[None]:
    handle = os.open(place / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ScratchInUse(str(place)) from error
        yield
    finally:
        os.close(handle)


def _content(place: Path) -> list[Path]:
    return [each for each in place.iterdir() if each.name != LOCK]


def _empty(place: Path) -> None:
    for each in _content(place):
        each.unlink()
