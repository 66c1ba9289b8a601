"""What a message says, without Telegram's envelope: text, its formatting, one attachment at most.

A body is all that is kept of what a person sent: no account, no name. Of a forward it says that it is one, of an answer
what it answers, and never whose that is. Entities that lead to an account (`text_mention`, links to tg://user) are left
out when a body is made, and so is what Telegram does not let a bot send.
No entity hides an address: the address of a link is in the text, after the words that led to it.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from bot.domain.ids import FileId


@dataclass(frozen=True, slots=True)
class Entity:
    """Formatting of a stretch of text. Offset and length in UTF-16 units, type as in the Bot API."""

    type: str
    offset: int
    length: int
    language: str | None = None


class Kind(StrEnum):
    """What a message is, by its attachment; TEXT has none."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"


# A file has a name, a title and performer, a video its own data, a document its author and more: they may identify the
# sender, so such a file is cleaned before it is passed on. Of a sticker, whose set names its maker, only the emoji is
# kept, as text.
WITH_METADATA = frozenset({Kind.VIDEO, Kind.ANIMATION, Kind.AUDIO, Kind.DOCUMENT})
RECORDED = frozenset({Kind.VIDEO, Kind.ANIMATION})
NAMED = frozenset({Kind.AUDIO, Kind.DOCUMENT})  # shown with the name of their file
WITHOUT_TEXT = frozenset({Kind.VIDEO_NOTE, Kind.LOCATION, Kind.CONTACT})
# Once a bot may not delete such a message any more, no edit can empty it.
FLEETING = frozenset({Kind.VOICE, Kind.VIDEO_NOTE, Kind.STICKER, Kind.LOCATION, Kind.CONTACT})
FLEETING_STAYS = timedelta(hours=46)  # in the chat of those who work a case: out of it within 47, a bot can until 48
VOICES = frozenset({Kind.VOICE, Kind.VIDEO_NOTE})  # a voice can be recognised


@dataclass(frozen=True, slots=True)
class Place:
    """Degrees, WGS84. A place with a name (Telegram's venue) has a title and an address."""

    latitude: float
    longitude: float
    title: str = ""
    address: str = ""


class FileFault(StrEnum):
    """Why a file does not go: it could not be fetched, or not be cleaned."""

    TOO_LARGE = "too_large"
    UNAVAILABLE = "unavailable"  # the transport does not give it
    UNKNOWN = "unknown"  # of a kind that cannot be cleaned
    BROKEN = "broken"
    LOCKED = "locked"  # by a password


NOT_STORED = FileId(0)


@dataclass(frozen=True, slots=True)
class File:
    """What is attached to a message. Of one that is stored, a body keeps the `id`; storage.files knows the rest.

    The external ids are the transport's: with the first, this bot alone can send the file again; the second is the same
    for the same file, no matter which account sends it. Size in bytes. `passed_id` is that of what the other side gets,
    cleaned or renamed, once it was uploaded; `fault` says why it cannot get any.
    """

    id: FileId = NOT_STORED
    external_id: str = ""
    external_unique_id: str = ""
    size: int | None = None
    mime: str | None = None
    name: str | None = None
    passed_id: str | None = None
    fault: FileFault | None = None

    def is_same(self, other: "File | None") -> bool:
        """Whether both are the same file, as far as the transport knows."""
        return other is not None and self.external_unique_id == other.external_unique_id != ""


ENDING = re.compile(r"\.[a-z0-9]{1,5}$")


def ending_of(file: File | None) -> str:
    """«.pdf»: the part of a file's name that says what it is."""
    found = ENDING.search((file.name or "").lower()) if file is not None else None
    return found[0] if found else ""


# What can be cleaned, by what is said of a file. Its bytes decide in the end (`bot.cleaning`).
CLEANABLE = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".pdf"})
CLEANABLE |= {".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"}
CLEANABLE_RECORDINGS = frozenset({".mp4", ".m4v", ".mov", ".3gp", ".webm", ".mp3", ".m4a", ".ogg", ".oga", ".opus"})
LARGEST_CLEANED = 20 * 1024**2  # bytes: as much as the transport lets a bot fetch


@dataclass(frozen=True, slots=True)
class Reference:
    """What a message refers to, without whose that is: it would name people who did not ask for it."""

    forwarded: bool = False  # its text is not its sender's own
    elsewhere: bool = False  # it answers a message of another chat
    quoted: str = ""  # the part of a message that it answers


@dataclass(frozen=True, slots=True)
class Body:
    """One message: a text, or one attachment with a text."""

    kind: Kind
    text: str = ""
    entities: tuple[Entity, ...] = ()
    file: File | None = None
    place: Place | None = None
    contact_phone: str | None = None
    contact_name: str | None = None
    reference: Reference | None = None

    @property
    def is_forwarded(self) -> bool:
        return self.reference is not None and self.reference.forwarded

    @property
    def text_alone(self) -> "Body":
        """The same without its attachment."""
        return Body(Kind.TEXT, self.text, self.entities, reference=self.reference)

    @property
    def without_quote(self) -> "Body":
        """The same without the part of another message that it quotes."""
        return self if self.reference is None else replace(self, reference=replace(self.reference, quoted=""))

    def may_identify_sender(self, *, recordings: bool) -> bool:
        """Whether sending it on may make the sender known. `recordings`: these can be cleaned here."""
        if self.kind in WITH_METADATA:
            return not self.is_cleanable(recordings=recordings)
        return self.kind is Kind.CONTACT

    def is_cleanable(self, *, recordings: bool) -> bool:
        """Whether its file can be cleaned, as far as is known without its bytes."""
        if self.kind not in WITH_METADATA or self.file is None or (self.file.size or 0) > LARGEST_CLEANED:
            return False
        ending = ending_of(self.file)
        if self.kind in RECORDED or ending in CLEANABLE_RECORDINGS:
            return recordings
        return ending in CLEANABLE

    def is_passed_on_cleaned(self, *, unnamed: bool, recordings: bool) -> bool:
        """Whether its file goes to others only cleaned. `unnamed`: of a sender who gave no name, where it always is."""
        return self.kind in WITH_METADATA and (unnamed or self.is_cleanable(recordings=recordings))


UNSAID = Body(Kind.TEXT)  # what is read of a message that was taken back


# Letters to Unicode, and blank on a screen: the fillers of Hangul, and the pattern of Braille without a dot.
BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
TO_SPACE = str.maketrans(BLANKS, " " * len(BLANKS))
READABLE = re.compile(rf"[^\W_{BLANKS}]")


def has_words(text: str) -> bool:
    """Whether a letter or a digit of a text can be seen: marks, signs and blank characters are no name, no reason."""
    return READABLE.search(text) is not None


def on_one_line(text: str) -> str:
    """Without line breaks, and without characters that do not show or that turn the direction of writing."""
    shown = text.translate(TO_SPACE)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in shown).split())


def units(text: str) -> int:
    """The length of a text in UTF-16 units, by encoding it: a loop over characters costs far more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def beginning(text: str, room: int) -> str:
    """What a text begins with, on one line of at most `room` characters: cut, with «…», at a word where it can be."""
    line = on_one_line(text)
    if len(line) <= room:
        return line
    cut = line[:room].rpartition(" ")[0] or line[: room - 1]
    return cut.rstrip(" .,:;–-") + "…"
