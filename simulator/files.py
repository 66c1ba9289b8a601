"""Files that went through the simulator: their bytes, and the telegram object that a message shows them by."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path

from telegram import Animation, Audio, Document, File, PhotoSize, Sticker, Video, VideoNote, Voice

from simulator.chats import Fields
from simulator.errors import ApiError, bad_request

DOWNLOAD_LIMIT = 20 * 1024**2
UPLOAD_LIMIT = 50 * 1024**2
PHOTO_LIMIT = 10 * 1024**2

Media = PhotoSize | Video | Voice | Audio | Document | VideoNote | Animation | Sticker


@dataclass(frozen=True)
class Upload:
    """A file that a person sends from their disk."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Kind:
    """How a kind of media is built, what it says of itself when nobody says otherwise, whether it keeps its name."""

    build: type[Media]
    defaults: Mapping[str, object]
    mime: str | None = None
    named: bool = False


KINDS: dict[str, Kind] = {
    "photo": Kind(PhotoSize, {"width": 1280, "height": 960}),
    "video": Kind(Video, {"width": 1280, "height": 720, "duration": 5}, "video/mp4", named=True),
    "voice": Kind(Voice, {"duration": 3}, "audio/ogg"),
    "audio": Kind(Audio, {"duration": 180}, "audio/mpeg", named=True),
    "document": Kind(Document, {}, "application/octet-stream", named=True),
    "video_note": Kind(VideoNote, {"length": 384, "duration": 5}),
    "animation": Kind(Animation, {"width": 320, "height": 240, "duration": 2}, "video/mp4", named=True),
    "sticker": Kind(Sticker, {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}),
}


SAMPLES = Path(__file__).parent / "samples"


@cache
def sample(name: str) -> bytes:
    """What a file of this name may have in it: an empty page, a second of grey, a second of silence; else a word."""
    found = SAMPLES / f"a{Path(name).suffix.lower()}"
    return found.read_bytes() if found.is_file() else b"content"


@dataclass(frozen=True)
class StoredFile:
    kind: str
    media: Media
    path: str
    content: bytes

    @property
    def fields(self) -> Fields:
        """What of a message shows this file."""
        match self.media:
            case PhotoSize(file_id=file_id, file_unique_id=unique_id):
                thumb = PhotoSize(f"{file_id}-s", f"{unique_id}s", width=90, height=67, file_size=900)
                return {"photo": (thumb, self.media)}
            case Animation() as shown:  # Telegram sets both
                document = Document(shown.file_id, shown.file_unique_id, shown.file_name, shown.mime_type)
                return {"animation": shown, "document": document}
        return {self.kind: self.media}


class Files:
    """The files that one bot may use: a file_id is good for its own bot only."""

    def __init__(self, bot_id: int) -> None:
        self._bot_id = bot_id
        self._numbers = count(1)
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def store(self, kind: str, upload: Upload, about: Mapping[str, object], size: int | None = None) -> StoredFile:
        """`about`: width, duration, title … as its sender gives them; `size` in place of the real one."""
        how = KINDS[kind]
        number = next(self._numbers)
        attributes: dict[str, object] = {**how.defaults, **about, "file_size": size or len(upload.content)}
        if how.mime is not None:
            attributes.setdefault("mime_type", how.mime)
        if how.named:
            attributes["file_name"] = upload.name
        build: type = how.build
        media = build(f"{kind}-{self._bot_id}-{number}", f"u{number}", **attributes)
        stored = StoredFile(kind, media, f"{kind}s/file_{number}", upload.content)
        self._by_id[stored.media.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile:
        """Raises ApiError. A photo is known by the file_id of its small size too."""
        try:
            return self._by_id[file_id.removesuffix("-s")]
        except KeyError:
            raise bad_request("wrong file identifier/HTTP URL specified") from None

    def find_kind(self, kind: str, file_id: str) -> StoredFile:
        stored = self.find(file_id)
        if stored.kind != kind:
            raise bad_request("type of file mismatch")
        return stored

    def take(self, kind: str, upload: Upload, about: Mapping[str, object]) -> StoredFile:
        """Store what a bot uploads. Raises ApiError when it is empty or too big."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > (PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT):
            raise ApiError(413, "Request Entity Too Large")
        return self.store(kind, upload, about)

    def describe(self, file_id: str) -> File:
        """getFile's answer."""
        stored = self.find(file_id)
        if (stored.media.file_size or 0) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return File(file_id, stored.media.file_unique_id, stored.media.file_size, stored.path)

    def content(self, path: str) -> bytes | None:
        stored = self._by_path.get(path)
        return None if stored is None else stored.content
