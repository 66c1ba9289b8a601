"""What the file of a case says: what it is and is not, what is known of the case, both sides' messages and every move
with their times, and which files there are. It is in the language of its reader.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from mimetypes import guess_extension

from bot.domain.bodies import Body, FileFault, Kind, ending_of
from bot.domain.ids import FileId
from bot.domain.officers import OfficerCard
from bot.domain.residents import Place
from bot.handlers.case_entries import mover, sentence, who
from bot.handlers.places import place_lines
from bot.handlers.references import in_plain_text
from bot.register import Register
from bot.services.case_exports import CaseRecord, is_kept
from bot.storage.case_history import MessageEntry, MoveEntry
from bot.texts import Say
from bot.typesetting import Data, typeset

ENDINGS: Mapping[Kind, str] = {
    Kind.PHOTO: ".jpg",
    Kind.VIDEO: ".mp4",
    Kind.ANIMATION: ".mp4",
    Kind.VIDEO_NOTE: ".mp4",
    Kind.VOICE: ".ogg",
}
KILOBYTE = 1024


def pdf_of(
    say: Say, register: Register, record: CaseRecord, left_out: Mapping[FileId, FileFault] | None = None
) -> bytes:
    """`left_out`: which files are not in the archive with this one, and why; None: it comes by itself."""
    names = file_names(entry.body for entry in record.entries if isinstance(entry, MessageEntry))
    return typeset(
        "case",
        {
            "title": say("case-export-title", number=record.case.number or ""),
            "language": say.language.value,
            "warning": say("case-export-warning"),
            "facts": [{"name": name, "value": value} for name, value in facts(say, register, record) if value],
            "entries_title": say("case-export-entries"),
            "entries": [entry_of(say, record, entry, names) for entry in record.entries],
            "files_title": say("case-export-files"),
            "files": [line_of(say, entry, names, left_out) for entry in with_files(record)],
            "made": say("case-export-made", time=say.datetime(record.at), who=reader(say, record)),
        },
        record.at,
    )


# What is known of the case.


def facts(say: Say, register: Register, record: CaseRecord) -> list[tuple[str, str]]:
    case, link = record.case, record.link
    place = place_lines(say, register, Place(case.community, case.settlement)) if case.community else []
    name = link.name if link else None
    officer = record.officer
    return [
        (say("case-export-subject"), say(f"category-{case.category}" if case.category else f"case-kind-{case.kind}")),
        (say("case-export-status"), say(f"case-status-{case.status}")),
        (say("case-export-place"), ", ".join(place)),
        (say("case-export-resident"), name or say("case-unnamed")),
        (say("case-export-phone"), say.phone(link.phone) if link and link.phone else ""),
        (say("case-export-channel"), say(f"case-channel-{case.channel}")),
        (say("case-export-consent"), agreed(say, case.spoken_consent)),
        (say("case-export-officer"), called(say, officer) if officer else say("desk-coordinator")),
        (say("case-export-sent"), when(say, case.sent_at)),
        (say("case-export-answered"), when(say, case.first_answered_at)),
        (say("case-export-closed"), when(say, case.closed_at)),
        (say("case-export-marks"), say("case-crime-signs") if case.crime_signs else ""),
    ]


def agreed(say: Say, version: int | None) -> str:
    """To which text that was read out the person has agreed."""
    return say("spoken-consent", version=version) if version else ""


def when(say: Say, time: datetime | None) -> str:
    return say.datetime(time) if time else ""


def called(say: Say, officer: OfficerCard) -> str:
    return say("from-officer", rank=say.rank(officer.rank), name=say.person(officer.name))


def reader(say: Say, record: CaseRecord) -> str:
    return called(say, record.reader) if record.reader else say("desk-coordinator")


# What was said and done.


def entry_of(
    say: Say, record: CaseRecord, entry: MessageEntry | MoveEntry, names: Mapping[FileId, str]
) -> Mapping[str, Data]:
    resident = record.link.name if record.link else None
    if isinstance(entry, MoveEntry):
        said = [sentence(say, entry, record.case), *([entry.reason] if entry.reason else [])]
        return {"head": headed(say, entry, mover(say, entry, resident)), "text": "\n".join(said), "quoted": False}
    by = who(say, entry.direction, entry.officer_rank, entry.officer_name, resident)
    file = names.get(entry.body.file.id) if entry.body.file else None
    marks = [say("case-edited")] if entry.version > 1 else []
    said = [in_plain_text(say, entry.body, file), *marks, *([say("recalled")] if entry.recalled else [])]
    return {"head": headed(say, entry, by), "text": "\n".join(said), "quoted": True}


def headed(say: Say, entry: MessageEntry | MoveEntry, by: str) -> str:
    return f"{say.datetime(entry.at)} · {by}"


# Its files.


def file_names(bodies: Iterable[Body]) -> dict[FileId, str]:
    """How each file is called here and in the archive: «01-photo.jpg». Its own name may tell whose it is."""
    files = [body for body in bodies if is_kept(body)]
    return {
        body.file.id: f"{number:02}-{body.kind}{extension(body)}"
        for number, body in enumerate(files, start=1)
        if body.file is not None
    }


def extension(body: Body) -> str:
    if body.kind in ENDINGS:
        return ENDINGS[body.kind]
    return ending_of(body.file) or guess_extension(body.file.mime or "" if body.file else "") or ""


def with_files(record: CaseRecord) -> list[MessageEntry]:
    return [entry for entry in record.entries if isinstance(entry, MessageEntry) and is_kept(entry.body)]


def line_of(
    say: Say, entry: MessageEntry, names: Mapping[FileId, str], left_out: Mapping[FileId, FileFault] | None
) -> str:
    """«01-photo.jpg · фото · 22 листопада 2026 р., 14:30 · 120 КБ», and why it is not in the archive."""
    file = entry.body.file
    if file is None:
        return ""
    told = [names[file.id], say(f"content-{entry.body.kind}"), say.datetime(entry.at)]
    if file.size:
        told.append(say("case-export-size", kilobytes=max(1, round(file.size / KILOBYTE))))
    if left_out and file.id in left_out:
        told.append(say(f"case-export-left-{left_out[file.id]}"))
    return " · ".join(told)
