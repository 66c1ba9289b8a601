"""The list of what was erased on request: a text file beside the backups, by which a restored one forgets it again.

A line for each: when, what, and its id in the database. The first line names the bot, because another one's ids would
erase other people. Lines are only added. A last line without an end was being written when the power went: it is left
out, and written again from the database.
"""

import fcntl
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from bot.domain.erasures import Erasure, What
from bot.storage.sqlite_copies import sync_folder

HEAD = "# What bot {} has erased on request: when, what, its id. Keep it beside the backups.\n"

# What makes one the same as another: its number differs from database to database.
Act = tuple[datetime, What, int]


class NoList(Exception):
    """The file is not there."""


class WrongList(Exception):
    """The file is of another bot, or cannot be read as a list; the text says which."""


def act(erasure: Erasure) -> Act:
    return erasure.at, erasure.what, erasure.subject_id


def read(path: Path, bot_id: str) -> list[Act]:
    """In the order in which they were written. Raises NoList, WrongList, OSError."""
    try:
        whole = _whole(path.read_bytes(), bot_id, path)
    except FileNotFoundError as error:
        raise NoList(str(path)) from error
    lines = whole.decode(errors="replace").splitlines()[1:]
    return [_parsed(line, path, number) for number, line in enumerate(lines, 2)]


def _whole(content: bytes, bot_id: str, path: Path) -> bytes:
    """The lines that have an end. Raises WrongList."""
    head, lines = _head(bot_id), content[: content.rfind(b"\n") + 1]
    if not (lines.startswith(head) if lines else head.startswith(content)):
        raise WrongList(f"{path}: not the list of bot {bot_id}, by its first line")
    return lines


def _head(bot_id: str) -> bytes:
    return HEAD.format(bot_id).encode()


def _parsed(line: str, path: Path, number: int) -> Act:
    try:
        at, what, subject_id = line.split()
        return datetime.fromisoformat(at), What(what), int(subject_id)
    except ValueError as error:
        raise WrongList(f"{path}: line {number} cannot be read") from error


def add(path: Path, bot_id: str, erasures: Iterable[Erasure]) -> int:
    """Write these at its end, durably, and make the file where there is none. How many bytes it has then.

    Raises WrongList, OSError.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        whole = _whole(file.read(), bot_id, path)
        file.seek(len(whole))
        file.truncate()
        if not whole:
            file.write(_head(bot_id))
        for each in erasures:
            file.write(f"{each.at.isoformat()} {each.what} {each.subject_id}\n".encode())
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    sync_folder(path.parent)
    return size
