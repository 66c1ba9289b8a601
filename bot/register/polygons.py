"""Finds the community at a place, by the polygons of a GeoJSON file that the operator configures.

A polygon is kept as rings of 32-bit floats, which are right to half a metre here, and listed in a grid of a tenth of a
degree. A place is in the community of which an odd number of rings surround it, so a hole is a ring like any other.
All communities outside Crimea take a few megabytes and some microseconds a lookup; the libraries that do the same take
ten times the memory (docs/decisions/035).

The file is read feature by feature: it never is in memory as objects, and the thread that reads it stops the event loop
for no longer than one feature takes.
"""

import gzip
import json
import re
import zlib
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain
from math import cos, floor, pi, radians, sin
from pathlib import Path
from typing import Literal, TypedDict

from bot.register.register import CommunityCode

CELL = 0.1  # degrees
NEAR = 100  # metres: the file's simplification and a telephone's own error; so near a border either side may be meant
METRES_IN_DEGREE = 111_320  # of latitude
DIRECTIONS = tuple((sin(each * pi / 4), cos(each * pi / 4)) for each in range(8))
GZIPPED = b"\x1f\x8b"
FEATURES = re.compile(r'"features"\s*:\s*\[')
BETWEEN = re.compile(r"[\s,]*")
SURFACES = frozenset({"Polygon", "MultiPolygon"})

Ring = list[list[float]]  # positions: longitude, latitude


class UnreadablePolygons(Exception):
    """The file cannot be read, or is no GeoJSON of polygons with the codes of communities; the text says which."""


class OneGeometry(TypedDict):
    type: Literal["Polygon"]
    coordinates: list[Ring]


class ManyGeometry(TypedDict):
    type: Literal["MultiPolygon"]
    coordinates: list[list[Ring]]


class Properties(TypedDict, total=False):
    katottg: str


class Feature(TypedDict, total=False):
    """`properties.katottg`, else `id`, is the community's code."""

    id: str
    properties: Properties | None
    geometry: OneGeometry | ManyGeometry | None


@dataclass(frozen=True, slots=True)
class Outline:
    """One ring of a community's polygon; its bounds, in degrees."""

    community: CommunityCode
    longitudes: "array[float]"
    latitudes: "array[float]"
    west: float
    east: float
    south: float
    north: float

    @classmethod
    def of(cls, community: CommunityCode, ring: Ring) -> "Outline":
        longitudes, latitudes = array("f", [each[0] for each in ring]), array("f", [each[1] for each in ring])
        bounds = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
        return cls(community, longitudes, latitudes, *bounds)

    def surrounds(self, latitude: float, longitude: float) -> bool:
        """Whether a line from the place to the east crosses the ring an odd number of times."""
        if not (self.west <= longitude <= self.east and self.south <= latitude <= self.north):
            return False
        odd, last_x, last_y = False, self.longitudes[-1], self.latitudes[-1]
        for x, y in zip(self.longitudes, self.latitudes, strict=True):
            if (y > latitude) is not (last_y > latitude):
                odd ^= longitude < (last_x - x) * (latitude - y) / (last_y - y) + x
            last_x, last_y = x, y
        return odd

    def cells(self) -> Iterator[tuple[int, int]]:
        for row in range(floor(self.south / CELL), floor(self.north / CELL) + 1):
            for column in range(floor(self.west / CELL), floor(self.east / CELL) + 1):
                yield row, column


class Polygons:
    """The polygons of a file: in memory, immutable."""

    def __init__(self, outlines: Collection[Outline]) -> None:
        self.communities = frozenset(each.community for each in outlines)
        self._cells: dict[tuple[int, int], list[Outline]] = {}
        for outline in outlines:
            for cell in outline.cells():
                self._cells.setdefault(cell, []).append(outline)
        self.bytes = 2 * sum(each.longitudes.itemsize * len(each.longitudes) for each in outlines)  # of the rings alone

    @classmethod
    def read(cls, path: Path, known: Collection[str]) -> "Polygons":
        """The polygons of `known` communities in a GeoJSON file, gzipped or not. Raises UnreadablePolygons."""
        try:
            polygons = cls([each for feature in _features(_text(path)) for each in _outlines(feature, known)])
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadablePolygons(f"{path}: {error}") from error
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
            raise UnreadablePolygons(f"{path}: not GeoJSON of polygons: {error}") from error
        if not polygons.communities:
            raise UnreadablePolygons(f"{path}: no polygon in it has a code of the register (katottg)")
        return polygons

    def at(self, latitude: float, longitude: float) -> list[CommunityCode]:
        """The community there; several where the file's polygons overlap, none outside all."""
        inside: dict[CommunityCode, bool] = {}
        for outline in self._cells.get((floor(latitude / CELL), floor(longitude / CELL)), ()):
            if outline.surrounds(latitude, longitude):
                inside[outline.community] = not inside.get(outline.community, False)
        return [community for community, odd in inside.items() if odd]

    def near(self, latitude: float, longitude: float) -> list[CommunityCode]:
        """The community there, and those that begin within NEAR metres: looked for in eight directions."""
        found = dict.fromkeys(self.at(latitude, longitude))
        up = NEAR / METRES_IN_DEGREE
        along = up / max(cos(radians(latitude)), up)
        for east, north in DIRECTIONS:
            found |= dict.fromkeys(self.at(latitude + north * up, longitude + east * along))
        return list(found)


class Borders:
    """The polygons of the configured file from the time on when they are read; none until then, nor without a file."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.polygons: Polygons | None = None

    def read(self, known: Collection[str]) -> Polygons:
        """Takes a second or two: in a thread. Raises UnreadablePolygons."""
        if self.path is None:
            raise UnreadablePolygons("no file is configured")
        self.polygons = Polygons.read(self.path, known)
        return self.polygons


def _text(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if content.startswith(GZIPPED) else content).decode()


def _features(text: str) -> Iterator[Feature]:
    """One after another. Raises ValueError."""
    begin = FEATURES.search(text)
    if begin is None:
        raise ValueError("it has no features")
    decoder, at = json.JSONDecoder(), begin.end()
    while not text.startswith("]", at := _after_space(text, at)):
        feature, at = decoder.raw_decode(text, at)
        yield feature


def _after_space(text: str, at: int) -> int:
    between = BETWEEN.match(text, at)
    return between.end() if between is not None else at


def _outlines(feature: Feature, known: Collection[str]) -> Iterator[Outline]:
    """The rings of a feature; none of one that is no polygon, or no community of the register."""
    code = (feature.get("properties") or {}).get("katottg") or feature.get("id")
    geometry = feature.get("geometry")
    if code is None or code not in known or geometry is None or geometry["type"] not in SURFACES:
        return
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for ring in chain.from_iterable(polygons):
        yield Outline.of(CommunityCode(code), ring)
