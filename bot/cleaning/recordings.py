"""Video and audio, copied by ffmpeg into a new file without what was said about them. Nothing is encoded again.

ffmpeg comes with the system (Debian's package); where there is none, recordings cannot be cleaned. Of each file the
first track of pictures and the first of sound go, so no subtitles, no attachments, no tracks of data with places in
them. It reads no other file and no network: protocols are limited to files, formats to the few that telephones make.
"""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from bot.cleaning import Fault, Uncleanable

SECONDS = 40
READS = ["-nostdin", "-v", "error", "-protocol_whitelist", "file"]
COPIES = ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
COPIES += ["-flags:a", "+bitexact", "-c", "copy", "-threads", "1"]
# How a format is read, and what it is written as.
FORMATS = {"mp4": ("mov", "mp4"), "webm": ("matroska", "webm"), "mp3": ("mp3", "mp3"), "ogg": ("ogg", "ogg")}


@cache
def has_ffmpeg() -> bool:
    return shutil.which("ffmpeg") is not None and shutil.which("ffprobe") is not None


def clean_recording(kind: str, source: Path, target: Path) -> dict[str, int]:
    """Width, height and duration, as far as it has them. Raises Uncleanable."""
    if not has_ffmpeg():
        raise Uncleanable(Fault.UNKNOWN)
    reads, writes = FORMATS[kind]
    given = ["-f", reads, "-i", f"file:{source}"]
    streams = ["-map", "0:V:0?", "-map", "0:a:0?", "-dn", "-sn"]
    written = ["-movflags", "+faststart"] if writes == "mp4" else ["-write_xing", "0", "-id3v2_version", "0"]
    written = written if writes in ("mp4", "mp3") else []
    run(["ffmpeg", "-y", *READS, *given, *streams, *COPIES, *written, "-f", writes, f"file:{target}"])
    return about(target)


def run(command: list[str]) -> bytes:
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603  # no shell
    except (subprocess.SubprocessError, OSError):
        raise Uncleanable(Fault.BROKEN) from None
    return done.stdout


def about(target: Path) -> dict[str, int]:
    entries = "stream=width,height:stream_side_data=rotation:format=duration"
    said = run(["ffprobe", *READS[1:], "-show_entries", entries, "-of", "json", f"file:{target}"])
    try:
        found = json.loads(said)
        pictures: dict[str, Any] = next((each for each in found.get("streams", []) if each.get("width")), {})
        sides = [int(pictures[name]) for name in ("width", "height") if name in pictures]
        turned = any(int(each.get("rotation", 0)) % 180 for each in pictures.get("side_data_list", []))
        known = dict(zip(("width", "height"), reversed(sides) if turned else sides, strict=False))
        return {**known, "duration": round(float(found["format"]["duration"]))}
    except (ValueError, KeyError, TypeError):
        return {}
