"""Buttons of the directory: its form, the files that are sent, and the officers who are to be invited."""

from dataclasses import dataclass

from bot.domain.directory import Paper
from bot.domain.ids import DirectoryImportId, WantedPostId
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class DirectoryHome(Button, code="zh"):
    """What can be done with the directory."""


@dataclass(frozen=True, slots=True)
class GetPaper(Button, code="zg"):
    """Have the form as a file: empty, or filled in."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class SendFile(Button, code="zs"):
    """The next message is the file."""


@dataclass(frozen=True, slots=True)
class ImportPage(Button, code="zp"):
    """What a file would change, or has changed."""

    import_id: DirectoryImportId


@dataclass(frozen=True, slots=True)
class GetFindings(Button, code="zf"):
    """The same as a file, row by row."""

    import_id: DirectoryImportId


@dataclass(frozen=True, slots=True)
class CarryOut(Button, code="zc"):
    """Change the directory as it was shown."""

    import_id: DirectoryImportId


@dataclass(frozen=True, slots=True)
class CancelImport(Button, code="zx"):
    import_id: DirectoryImportId


@dataclass(frozen=True, slots=True)
class WantedPage(Button, code="zw"):
    """An officer who is to be invited."""

    wanted_id: WantedPostId


@dataclass(frozen=True, slots=True)
class InviteWanted(Button, code="zi"):
    wanted_id: WantedPostId


@dataclass(frozen=True, slots=True)
class DropWanted(Button, code="zd"):
    """Nobody is to be invited by this name."""

    wanted_id: WantedPostId
