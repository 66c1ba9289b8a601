"""Where the keys are kept: a file outside the database's volume, or the environment.

The file is JSON: the keys, the newest last, each with its number and its secret in base64. It is written beside and
renamed, so that it is whole at any instant; two processes that make it at the same time end with one.
"""

import os
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from pydantic import ValidationError

from bot.storage.rows import adapter
from bot.storage.sealing import SECRET, Key, Keys, Ring


class NoKeys(Exception):
    """There is no file of keys, or nobody may read it."""


class WrongKeys(Exception):
    """What is there are no keys, or not those of this database."""


@dataclass(frozen=True)
class Entry:
    id: int
    secret: str


@dataclass(frozen=True)
class Content:
    keys: tuple[Entry, ...]
    order: str

    def ring(self) -> Ring:
        """Raises WrongKeys."""
        try:
            return Ring(tuple(Key(each.id, _bytes(each.secret)) for each in self.keys), _bytes(self.order))
        except (NotBase64, ValueError):
            raise WrongKeys(f"a key is {SECRET} bytes in base64") from None

    def with_new(self) -> "Content":
        """The same with one key more, which seals from now on."""
        newest = max((each.id for each in self.keys), default=0)
        return replace(self, keys=(*self.keys, Entry(newest + 1, _random())))

    def without(self, id_: int) -> "Content":
        return replace(self, keys=tuple(each for each in self.keys if each.id != id_))


def _bytes(text: str) -> bytes:
    found = b64decode(text, validate=True)
    if len(found) != SECRET:
        raise ValueError(text)
    return found


def _random() -> str:
    return b64encode(os.urandom(SECRET)).decode()


def first() -> Content:
    return Content((), _random()).with_new()


def dump(content: Content) -> str:
    return adapter(Content).dump_json(content, indent=2).decode()


def parse(text: str) -> Content:
    """Raises WrongKeys."""
    try:
        content: Content = adapter(Content).validate_json(text)
    except ValidationError:  # its own text would repeat the secrets
        raise WrongKeys("what is there are no keys as this program writes them") from None
    if not content.keys:
        raise WrongKeys("there is not one key")
    return content


@dataclass(frozen=True)
class KeyFile:
    """A file of keys."""

    path: Path

    def read(self) -> Content:
        """Raises NoKeys, WrongKeys."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise NoKeys(f"{self.path}: {error}") from None
        try:
            return parse(text)
        except WrongKeys as error:
            raise WrongKeys(f"{self.path}: {error}") from None

    def make(self) -> bool:
        """Make the file with a first key; False where one is there by now. Raises NoKeys."""
        return self._put(first(), os.link)

    def write(self, content: Content) -> None:
        """In place of what is there. Raises NoKeys."""
        self._put(content, os.replace)

    def _put(self, content: Content, place: Callable[[Path, Path], None]) -> bool:
        beside = self.path.with_name(f".{self.path.name}.{token_hex(8)}")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123  # of a handle
                file.write(dump(content))
                file.flush()
                os.fsync(file.fileno())
            place(beside, self.path)
            _sync(self.path.parent)
        except FileExistsError:
            return False
        except OSError as error:
            raise NoKeys(f"{self.path}: {error}") from None
        finally:
            beside.unlink(missing_ok=True)
        return True

    def keys(self) -> Keys:
        return Keys(str(self.path), lambda: self.read().ring(), self.make)


def _sync(directory: Path) -> None:
    """A name is in the directory only when the directory is on the disk."""
    handle = os.open(directory, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keys_in(text: str, place: str) -> Keys:
    """Those in a text: the content of a file of keys."""
    return Keys(place, lambda: parse(text).ring())
