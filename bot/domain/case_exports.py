"""A case as a file for its desk."""

from dataclasses import dataclass

from bot.domain.ids import CaseId
from bot.domain.letters import Letter


@dataclass(frozen=True, slots=True)
class CaseExported(Letter):
    """To a person at the desk who asks for it: a case as a PDF; `with_files`, as an archive of that and its files."""

    case_id: CaseId
    with_files: bool
