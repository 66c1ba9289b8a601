"""JPEG, PNG, WebP and GIF, cleaned part by part: the picture itself is not decoded and stays the same to the last bit.

Kept are the parts that are needed to show it, colour profiles among them. Which way up it is held is a part of EXIF:
where it is turned, a new EXIF part says that alone. What follows the end of a picture (a second one, a film of the
moment) is left out.
"""

import re
import struct
import zlib
from collections.abc import Iterator

from bot.cleaning import Fault, Uncleanable

BROKEN = Uncleanable(Fault.BROKEN)
ORIENTATION = 0x0112
UPRIGHT = 1


# EXIF, of which the orientation is needed.


def orientation(exif: bytes) -> int:
    """Which way up the picture is held, from 1 (upright) to 8; upright where it does not say so plainly."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return UPRIGHT
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    if at + 2 > len(exif):
        return UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for entry in range(at + 2, min(at + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
        if tag == ORIENTATION and kind == 3 and 1 <= value <= 8:
            return int(value)
    return UPRIGHT


def exif_of(turned: int) -> bytes:
    """EXIF that says the orientation and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)


# JPEG.

SOI, EOI, SOS = b"\xff\xd8", 0xD9, 0xDA
ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length
SHOWING = frozenset({*range(0xC0, 0xD0), *range(0xDA, 0xE0)}) - {0xC8}  # frames, tables, scans
NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)  # in compressed data
EXIF, ICC, ADOBE, JFIF = b"Exif\0", b"ICC_PROFILE\0", b"Adobe", b"JFIF\0"


def clean_jpeg(data: bytes) -> bytes:
    if not data.startswith(SOI):
        raise BROKEN
    turned = UPRIGHT
    kept: list[bytes] = []
    for marker, part in jpeg_parts(data):
        content = part[4:]
        if marker == 0xE1 and content.startswith(EXIF):
            turned = orientation(content[6:])
        elif marker in SHOWING or (marker == 0xE2 and content.startswith(ICC)):
            kept.append(part)
        elif marker == 0xE0 and content.startswith(JFIF):
            kept.insert(0, b"\xff\xe0" + struct.pack(">H", 16) + content[:12] + b"\0\0")  # without its thumbnail
        elif marker == 0xEE and content.startswith(ADOBE):
            kept.append(b"\xff\xee" + struct.pack(">H", 14) + content[:12])
    if turned != UPRIGHT:
        content = b"Exif\0\0" + exif_of(turned)
        part = b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content
        kept.insert(1 if kept[0].startswith(b"\xff\xe0") else 0, part)
    return SOI + b"".join(kept) + b"\xff\xd9"


def jpeg_parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each part up to the end of the picture, with its marker; a scan with its compressed data. Raises Uncleanable."""
    at, scans = 2, 0
    while True:
        if at + 2 > len(data) or data[at] != 0xFF:
            raise BROKEN
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker == EOI:
            break
        if marker in ALONE:
            at += 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            raise BROKEN
        if marker == SOS:
            scans += 1
            following = NEXT_MARKER.search(data, end)
            if following is None:  # cut off: what is there can be shown
                yield marker, data[at:]
                return
            end = following.start()
        yield marker, data[at:end]
        at = end
    if not scans:
        raise BROKEN


# JPEG 2000, as it is found in PDF.

CODESTREAM = b"\xff\x4f\xff\x51"
JP2_TELLING = frozenset({b"xml ", b"uuid", b"uinf", b"jp2i"})


def clean_jpeg_2000(data: bytes) -> bytes:
    if data.startswith(CODESTREAM):
        return data
    kept: list[bytes] = []
    at = 0
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if length == 1 and at + 16 <= len(data):
            (length,) = struct.unpack_from(">Q", data, at + 8)
        end = len(data) if length == 0 else at + length
        if not at + 8 <= end <= len(data):
            raise BROKEN
        if name not in JP2_TELLING:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


# PNG.

PNG = b"\x89PNG\r\n\x1a\n"
PNG_SHOWN = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT".split()
)


def clean_png(data: bytes) -> bytes:
    kept: list[bytes] = [PNG]
    turned, ended = UPRIGHT, False
    at = len(PNG)
    while not ended:
        if at + 12 > len(data):
            raise BROKEN
        (length,) = struct.unpack_from(">I", data, at)
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise BROKEN
        if name == b"eXIf":
            turned = orientation(data[at + 8 : end - 4])
        elif name in PNG_SHOWN:
            kept.append(without_profile_name(data[at + 8 : end - 4]) if name == b"iCCP" else data[at:end])
        at, ended = end, name == b"IEND"
    if len(kept) < 4 or kept[1][4:8] != b"IHDR":
        raise BROKEN
    if turned != UPRIGHT:
        kept.insert(2, png_part(b"eXIf", exif_of(turned)))
    return b"".join(kept)


def png_part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def without_profile_name(content: bytes) -> bytes:
    """A colour profile under no name of its own."""
    _, _, profile = content.partition(b"\0")
    return png_part(b"iCCP", b"icc\0" + profile)


# WebP.

WEBP_SHOWN = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ICCP"})
HAS_EXIF, HAS_XMP = 0x08, 0x04


def clean_webp(data: bytes) -> bytes:
    size = 8 + int.from_bytes(data[4:8], "little")
    if len(data) < 20 or size > len(data) + 1:
        raise BROKEN
    kept: list[bytes] = []
    turned = UPRIGHT
    for name, content in riff_parts(data[12:size]):
        if name == b"VP8X":
            kept.append(riff_part(name, bytes([content[0] & ~(HAS_EXIF | HAS_XMP)]) + content[1:10]))
        elif name == b"ANMF":
            frame = b"".join(riff_part(*part) for part in riff_parts(content[16:]) if part[0] in WEBP_SHOWN)
            kept.append(riff_part(name, content[:16] + frame))
        elif name in WEBP_SHOWN:
            kept.append(riff_part(name, content))
        elif name == b"EXIF":
            turned = orientation(content.removeprefix(b"Exif\0\0"))
    if not kept:
        raise BROKEN
    if turned != UPRIGHT and kept[0].startswith(b"VP8X"):
        kept[0] = kept[0][:8] + bytes([kept[0][8] | HAS_EXIF]) + kept[0][9:]
        kept.append(riff_part(b"EXIF", exif_of(turned)))
    whole = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(whole) + 4) + b"WEBP" + whole


def riff_parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        (length,) = struct.unpack_from("<I", data, at + 4)
        if at + 8 + length > len(data) or (data[at : at + 4] == b"VP8X" and length < 10):
            raise BROKEN
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def riff_part(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


# GIF.

REPEATS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
GRAPHIC_CONTROL = 0xF9


def clean_gif(data: bytes) -> bytes:
    if len(data) < 13:
        raise BROKEN
    at = 13 + colours(data[10])
    kept, pictures = [data[:at]], 0
    while True:
        if at >= len(data):
            raise BROKEN
        match data[at]:
            case 0x3B:  # the end
                break
            case 0x2C:  # a picture
                if at + 11 > len(data):
                    raise BROKEN
                end = after_blocks(data, at + 11 + colours(data[at + 9]))
                keeps, pictures = True, pictures + 1
            case 0x21:  # an extension
                end = after_blocks(data, at + 2)
                label, name = data[at + 1], data[at + 3 : at + 14]
                keeps = label == GRAPHIC_CONTROL or (label == 0xFF and name in REPEATS)
            case _:
                raise BROKEN
        if keeps:
            kept.append(data[at:end])
        at = end
    if not pictures:
        raise BROKEN
    return b"".join(kept) + b"\x3b"


def colours(flags: int) -> int:
    """How long the table of colours is that follows."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def after_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += 1 + data[at]
    if at >= len(data):
        raise BROKEN
    return at + 1
