"""docx, xlsx, pptx, odt, ods, odp: archives of XML, without what says who wrote them.

Properties, first-page pictures and lists of people are left out together with what refers to them, photos inside are
cleaned as photos are, and names at changes and remarks are emptied where they are. An archive that has something in it
which is not known here (a program, another file) is refused: nobody can say what that tells.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

from bot.cleaning import Fault, Uncleanable
from bot.cleaning.pictures import clean_gif, clean_jpeg, clean_png

MOST_PARTS = 2_000
MOST_BYTES = 100 * 1024**2  # of all parts, unpacked
WRITTEN_AT = (1980, 1, 1, 0, 0, 0)
BROKEN, UNKNOWN, LOCKED = (Uncleanable(fault) for fault in (Fault.BROKEN, Fault.UNKNOWN, Fault.LOCKED))
PICTURES: dict[str, Callable[[bytes], bytes]] = {
    ".jpg": clean_jpeg,
    ".jpeg": clean_jpeg,
    ".png": clean_png,
    ".gif": clean_gif,
}

# Parts that are left out, and those that are known. Of Microsoft's formats and of OpenDocument.
OOXML_LEFT_OUT = re.compile(
    r"docProps/.*|customXml/.*|.*/printerSettings/.*|word/people\.xml|xl/persons/.*|ppt/(authors|commentAuthors)\.xml"
)
OOXML_KNOWN = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|(word|xl|ppt)/[\w./-]+\.(xml|vml|rels|jpe?g|png|gif)")
ODF_LEFT_OUT = re.compile(
    r"meta\.xml|settings\.xml|Thumbnails/.*|Configurations2/.*|layout-cache|manifest\.rdf|META-INF/\w*signatures\.xml"
)
ODF_KNOWN = re.compile(r"mimetype|META-INF/manifest\.xml|(content|styles)\.xml|Pictures/[\w.-]+\.(jpe?g|png|gif)")

RELATIONSHIP = re.compile(rb"<Relationship\s[^>]*>")
TARGET = re.compile(rb"""(\sTarget\s*=\s*)(?:"([^"]*)"|'([^']*)')""")
OVERRIDE = re.compile(rb"""<Override\s[^>]*?PartName\s*=\s*["']/([^"']*)["'][^>]*>""")
ENTRY = re.compile(rb"""<manifest:file-entry\s[^>]*?full-path\s*=\s*["']([^"']*)["'][^>]*>""")
PRINTER = re.compile(rb"""(<pageSetup\s[^>]*?)\sr:id\s*=\s*(?:"[^"]*"|'[^']*')""")
NAMES = re.compile(rb"""(\s(?:\w+:)?(?:author|initials|userName|lastEditedBy)\s*=\s*)(?:"[^"]*"|'[^']*')""")
DATES = re.compile(rb"""(\s(?:\w+:)?(?:date|dateUtc)\s*=\s*)(?:"[^"]*"|'[^']*')""")
NAMING = re.compile(
    rb"<(author|dc:creator|dc:date|meta:creator-initials|text:initial-creator|text:creator)(\s[^>]*)?>[^<]*</\1>"
)
ON_A_DISK = re.compile(rb"<(?:\w+:)?absPath\s[^>]*?/>")


def clean_office(source: Path, target: Path) -> dict[str, int]:
    """Raises Uncleanable."""
    try:
        with zipfile.ZipFile(source) as packed:
            parts = dict(unpacked(packed))
            cleaned = opendocument(parts) if "mimetype" in parts else ooxml(parts)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
            for name, content in cleaned.items():
                part = zipfile.ZipInfo(name, WRITTEN_AT)
                part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                written.writestr(part, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError):
        raise BROKEN from None
    return {}


def unpacked(packed: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Each part by its name. No more is unpacked than is allowed, whatever the archive says of its sizes."""
    entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    names = {entry.filename for entry in entries}
    if len(entries) > MOST_PARTS or len(names) < len(entries):
        raise BROKEN
    room = MOST_BYTES
    for entry in entries:
        if entry.flag_bits & 1:
            raise LOCKED
        with packed.open(entry) as part:
            content = part.read(room + 1)
        room -= len(content)
        if room < 0:
            raise BROKEN
        yield entry.filename, content


def kept(parts: dict[str, bytes], known: re.Pattern[str], left_out: re.Pattern[str]) -> dict[str, bytes]:
    """The parts that stay, photos cleaned. Raises Uncleanable where one is not known, or not written in UTF-8."""
    found: dict[str, bytes] = {}
    for name, content in parts.items():
        if left_out.fullmatch(name):
            continue
        if not known.fullmatch(name):
            raise UNKNOWN
        ending = name[name.rfind(".") :].lower()
        if ending in PICTURES:
            found[name] = PICTURES[ending](content)
        else:
            content.decode()
            found[name] = content
    return found


def emptied(content: bytes) -> bytes:
    """XML without names of people at what they wrote."""
    content = DATES.sub(rb'\1"2000-01-01T00:00:00Z"', NAMES.sub(rb'\1""', content))
    return ON_A_DISK.sub(b"", NAMING.sub(rb"<\1\2></\1>", content))


def without(entry: re.Pattern[bytes], left_out: re.Pattern[str], content: bytes) -> bytes:
    """A list of parts, without those that were left out."""
    return entry.sub(lambda found: b"" if left_out.fullmatch(found[1].decode()) else found[0], content)


# Microsoft's formats.


def ooxml(parts: dict[str, bytes]) -> dict[str, bytes]:
    found = kept(parts, OOXML_KNOWN, OOXML_LEFT_OUT)
    if "[Content_Types].xml" not in found or "_rels/.rels" not in found:
        raise UNKNOWN
    for name, content in found.items():
        if name == "[Content_Types].xml":
            found[name] = without(OVERRIDE, OOXML_LEFT_OUT, content)
        elif name.endswith(".rels"):
            found[name] = related(name, content)
        elif name.endswith((".xml", ".vml")):
            found[name] = PRINTER.sub(rb"\1", emptied(content))
    return found


def related(name: str, content: bytes) -> bytes:
    """Without what refers to a part that was left out, and without places on somebody's disk."""
    folder = dirname(dirname(name))

    def checked(each: re.Match[bytes]) -> bytes:
        target = TARGET.search(each[0])
        if target is None:
            raise UNKNOWN
        path = (target[2] or target[3] or b"").decode()
        if b'"External"' in each[0] or b"'External'" in each[0]:
            outside = path.startswith(("http:", "https:", "mailto:"))
            return each[0] if outside else TARGET.sub(rb'\1"Normal.dotm"', each[0])
        whole = path.lstrip("/") if path.startswith("/") else normpath(join(folder, path))
        return b"" if OOXML_LEFT_OUT.fullmatch(whole) else each[0]

    return RELATIONSHIP.sub(checked, content)


# OpenDocument.


def opendocument(parts: dict[str, bytes]) -> dict[str, bytes]:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise LOCKED
    found = kept(parts, ODF_KNOWN, ODF_LEFT_OUT)
    if not found["mimetype"].startswith(b"application/vnd.oasis.opendocument."):
        raise UNKNOWN
    for name, content in found.items():
        if name == "META-INF/manifest.xml":
            found[name] = without(ENTRY, ODF_LEFT_OUT, content)
        elif name.endswith(".xml"):
            found[name] = emptied(content)
    return {"mimetype": found["mimetype"], **found}
