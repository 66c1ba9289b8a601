"""What people on the page send: a photo drawn here, a sound made here. No two photos of a table are quite alike."""

import io
import math
import struct
import wave
import zlib
from functools import cache

WIDTH, HEIGHT = 480, 320
HORIZON, ROAD = 200, 250
Colour = tuple[int, int, int]

_WALL, _ROOF, _WINDOW = (232, 205, 150), (168, 84, 62), (120, 160, 190)
_GRASS, _ASPHALT, _LINE = (122, 160, 92), (92, 94, 100), (214, 212, 200)
_WHEEL, _GLASS = (34, 34, 38), (70, 92, 110)
_CARS: tuple[Colour, ...] = ((244, 244, 240), (190, 60, 56), (52, 92, 156), (222, 178, 60))


@cache
def photo(number: int) -> bytes:
    """A car without plates before a school, as PNG; `number` moves and paints the car."""
    rows = [[_ground(x, y) for x in range(WIDTH)] for y in range(HEIGHT)]
    _rectangle(rows, 60, 90, 300, 110, _WALL)
    _rectangle(rows, 48, 74, 324, 20, _ROOF)
    for x in range(80, 340, 44):
        for y in (104, 150):
            _rectangle(rows, x, y, 24, 28, _WINDOW)
    left, paint = 120 + 47 * number % 190, _CARS[number % len(_CARS)]
    _rectangle(rows, left + 26, 206, 92, 30, paint)
    _rectangle(rows, left + 32, 211, 80, 20, _GLASS)
    _rectangle(rows, left, 232, 150, 34, paint)
    for x in (left + 34, left + 116):
        _disc(rows, x, 266, 15, _WHEEL)
    return _png(rows)


@cache
def voice() -> bytes:
    """Two seconds of something like speech, as WAV."""
    rate = 8000
    samples = (
        int(9000 * math.sin(2 * math.pi * (170 + 40 * math.sin(i / 900)) * i / rate) * abs(math.sin(i / 1100)))
        for i in range(2 * rate)
    )
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(b"".join(struct.pack("<h", each) for each in samples))
    return made.getvalue()


def _ground(x: int, y: int) -> Colour:
    if y < HORIZON:
        return (150 + y // 3, 190 + y // 5, 225)
    if y < ROAD:
        return _GRASS
    return _LINE if 288 <= y < 293 and x % 60 < 34 else _ASPHALT


def _rectangle(rows: list[list[Colour]], left: int, top: int, width: int, height: int, colour: Colour) -> None:
    for row in rows[top : top + height]:
        row[left : left + width] = [colour] * width


def _disc(rows: list[list[Colour]], x: int, y: int, radius: int, colour: Colour) -> None:
    for dy in range(-radius, radius + 1):
        half = int(math.sqrt(radius**2 - dy**2))
        rows[y + dy][x - half : x + half] = [colour] * (2 * half)


def _png(rows: list[list[Colour]]) -> bytes:
    raw = b"".join(b"\0" + bytes(part for pixel in row for part in pixel) for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
