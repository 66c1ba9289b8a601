"""An archive (ZIP) that is being made on the disk, no larger than what a bot may send."""

from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot.domain.policy import KYIV
from bot.telegram import limits
from bot.telegram.gateway import Upload

KEPT_FREE = 4 * 1024**2  # bytes, for the bot's own file and the archive's list


class Archive:
    """Pictures and recordings are small already, so nothing is compressed. After a failure there is no file."""

    def __init__(self, path: Path, now: datetime) -> None:
        self.path = path
        self._at = now.astimezone(KYIV).timetuple()[:6]
        self._room = limits.UPLOADED - KEPT_FREE
        self._zip = ZipFile(path, "w", ZIP_STORED)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()
        if error is not None:
            self.path.unlink(missing_ok=True)

    def take(self, file: Upload) -> bool:
        """Put a file into the archive, and remove it from the disk; False where there is no room left for it."""
        content = file.content
        if isinstance(content, Path):
            path, content = content, content.read_bytes()
            path.unlink()
        if len(content) > self._room:
            return False
        self._room -= len(content)
        self.take_own(Upload(file.name, content))
        return True

    def take_own(self, file: Upload) -> None:
        """Put in a file of the bot's own, for which room is kept free."""
        content = file.content if isinstance(file.content, bytes) else file.content.read_bytes()
        self._zip.writestr(ZipInfo(file.name, self._at), content)
