"""Every button that what is in a database lets one name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from itertools import product
from typing import Any, get_type_hints

from bot.domain.case_lists import Tab
from bot.domain.cases import Act, Category
from bot.surface.buttons import Button
from tests.contracts.scenes import PLACE
from tests.town import KOMYSHUVAKHA, Town

TABLES = {
    "DirectoryImportId": "directory_imports",
    "WantedPostId": "wanted_posts",
    "CaseId": "cases",
    "CaseMessageId": "case_messages",
    "CaseEventId": "case_events",
    "OfficerId": "officers",
    "AreaId": "areas",
    "InvitationId": "invitations",
    "ChatId": "chats",
    "OfficeId": "offices",
    "RuleId": "office_rules",
    "ExceptionId": "office_exceptions",
    "NoticeId": "notices",
    "MergeId": "case_merges",
    "NoteId": "case_notes",
    "ReadyTextId": "ready_texts",
    "PartId": "parts",
    "PersonId": "persons",
    "AbsenceId": "absences",
    "PriorityId": "priorities",
    "MeetingId": "meetings",
}
# What other fields may hold, by their names.
NAMED: Mapping[str, Sequence[object]] = {
    "community": ("", KOMYSHUVAKHA),
    "settlement": ("", PLACE),
    "period": ("2026-09-01",),
    "page": (0, 1),
    "second": ("",),
    "third": ("",),
    "edge": (0,),
    "first": (1,),
    "part": (0,),
    "thread_id": (0, 7),
    "day": (20261125,),
    "last_day": (20261130,),
    "days": (1,),
    "begins": (22,),
    "months": (3,),
    "unit": ("1", KOMYSHUVAKHA),
    "version": (1, 2),
    "handover_id": (1,),
    # Of these, not all have the screen; and it is shown by the bot alone.
    "category": [each for each in Category if each.emergency_first],
    "act": (Act.ANSWER, Act.ASK, Act.DECLINE, Act.CLOSE),
    "tab": tuple(Tab),
    "owner": ("own",),
    "seen": ("",),
    "subject": ("", "question"),
    "fact": ("duty", "curfew", "police"),
}


async def ids_of(town: Town) -> Mapping[str, Sequence[object]]:
    """What a field may hold, by its type or else by its name."""
    found: dict[str, Sequence[object]] = dict(NAMED)
    for name, table in TABLES.items():
        found[name] = [row["id"] for row in await town.stored(f"select id from {table} order by id")]
    return found


def choices(ids: Mapping[str, Sequence[object]], name: str, hint: Any) -> Sequence[object]:  # noqa: ANN401  # a type
    known = ids.get(getattr(hint, "__name__", "")) or ids.get(name) or ()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return [each for each in known if isinstance(each, hint)] or list(hint)
    return (False, True) if hint is bool else known


def every(kind: type[Button], ids: Mapping[str, Sequence[object]]) -> Iterator[Button]:
    """The button with all that its fields can name."""
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]  # all of them are dataclasses
    for values in product(*(choices(ids, name, hints[name]) for name in names)):
        yield kind(*values)
