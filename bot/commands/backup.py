"""`backup` and `backup-key`: an encrypted copy of an SQLite database while the bot works, and the key that opens it.

The machine that makes backups holds the public key alone, so it cannot read what it has written. To open the file all
the same and see that it is whole, it is encrypted to a second key, too, which is made for this one file, never stored,
and forgotten when the file has been read.
"""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from bot import age
from bot.commands.common import DEFAULT_CONFIG, Config, Fault, faults_of, now, settings_in
from bot.storage.open import sqlite_path
from bot.storage.scratch import scratch
from bot.storage.sqlite_copies import copy, note_backup, sync_folder

POSTGRES = (
    "PostgreSQL makes its own backups: pg_dump --format=custom … | age --recipient … --output FILE. "
    "docs/operating.md, Backups, has the whole of it"
)
PARTIAL = ".partial"

To = Annotated[Path, typer.Argument(metavar="FILE", help="A new file, or a folder: it gets backup-<time>.age there.")]
KeyFile = Annotated[Path, typer.Argument(metavar="FILE", help="A new file for the secret key.")]


def backup_key(file: KeyFile) -> None:
    """Make the key that opens backups. Do it on another machine than the bot's: who has it reads all backups."""
    key = age.SecretKey()
    with faults_of(file), new_file(file) as made:
        made.write(key.as_file(now()).encode())
    typer.echo(
        f"The secret key is in {file}: keep it off the bot's machine, and a copy on paper.\n"
        f"For the settings of the bot:\nBOT_BACKUP_RECIPIENT={key.public}"
    )


def backup(to: To, config: Config = DEFAULT_CONFIG) -> None:
    """Make an encrypted backup of an SQLite database, also while the bot works."""
    settings = settings_in(config)
    keys, path = settings.backup_keys(), sqlite_path(settings.database)
    if path is None:
        raise Fault(POSTGRES)
    if not path.exists():
        raise Fault(f"BOT_DATABASE: {path} is not there yet")
    made_at = now()
    file = to / f"backup-{made_at:%Y-%m-%d-%H%M%S}.age" if to.is_dir() else to
    refuse_to_overwrite(file)
    with faults_of(path), scratch(path) as place:
        plain = place / "copy.sqlite3"
        check_room(place, path.stat().st_size)
        asyncio.run(copy(path, plain, made_at))
        with faults_of(file):
            remove_partials(file.parent)
            check_room(file.parent, plain.stat().st_size)
            write(plain, file, keys)
    asyncio.run(note_backup(path, made_at))
    typer.echo(f"{file}: {file.stat().st_size / 1e6:.1f} MB, opened again and found whole.")


def refuse_to_overwrite(file: Path) -> None:
    """Raises Fault."""
    if file.exists():
        raise Fault(f"{file} is there already, and a backup is never overwritten")


def remove_partials(folder: Path) -> None:
    """What killed backups left. While this one has the scratch folder, no other is being written."""
    for left in folder.glob(f"backup-*.age{PARTIAL}"):
        left.unlink()


def check_room(place: Path, size: int) -> None:
    """Raises Fault where there is not enough of it."""
    if (free := shutil.disk_usage(place).free) < size:
        raise Fault(f"{place}: needs {size / 1e6:.0f} MB, and {free / 1e6:.0f} MB are free")


def write(plain: Path, file: Path, keys: list[str]) -> None:
    """Encrypt a file, open what was written, and only then give it its name. Raises Fault, OSError."""
    partial, once = file.with_name(file.name + PARTIAL), age.SecretKey()
    partial.unlink(missing_ok=True)
    try:
        with plain.open("rb") as content, new_file(partial) as target:
            given = Hashed(content)
            age.encrypt(given, target, [*keys, once.public])
            target.flush()
            os.fsync(target.fileno())
            os.posix_fadvise(target.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)  # so that the disk is read, not memory
        with partial.open("rb") as written:
            found = Hash()
            age.decrypt(written, found, [once])
        if found.digest != given.digest:
            raise Fault(f"{file}: what was written is not what was read. Look at the disk")
        refuse_to_overwrite(file)
        partial.rename(file)
        sync_folder(file.parent)
    except (age.Damaged, age.WrongKey) as error:
        raise Fault(f"{file}: what was written does not open. Look at the disk") from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file for its owner alone, where there was none. Raises FileExistsError, OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600), "wb") as file:
        yield file


class Hash:
    """Takes what is written to it for its hash alone."""

    def __init__(self) -> None:
        self._sum = sha256()

    @property
    def digest(self) -> bytes:
        return self._sum.digest()

    def write(self, data: bytes, /) -> int:
        self._sum.update(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""


class Hashed(Hash):
    """A source, and the hash of what was read from it."""

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source

    def read(self, size: int, /) -> bytes:
        data = self._source.read(size)
        self.write(data)
        return data
