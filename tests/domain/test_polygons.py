"""Which community a place is in. Real borders are compared with shapely, where the data are at hand."""

import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from bot.register import CommunityCode, Polygons, Register, UnreadablePolygons
from bot.register.polygons import METRES_IN_DEGREE, Outline, Ring

DATA = Path(__file__).parents[3] / "shared" / "data" / "hromadas" / "hromadas_simplified.geojson"
WEST, EAST = CommunityCode("UA23060090000082326"), CommunityCode("UA23060050000073619")
KNOWN = frozenset({WEST, EAST})
ROUNDING = 1e-5  # degrees, about a metre: of a 32-bit float


def square(west: float, south: float, east: float, north: float) -> Ring:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(code: str, *polygons: Sequence[Ring]) -> dict[str, object]:
    geometry: dict[str, object] = {"type": "MultiPolygon", "coordinates": polygons}
    if len(polygons) == 1:
        geometry = {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "Feature", "properties": {"katottg": code}, "geometry": geometry}


def written(folder: Path, *features: dict[str, object], text: str = "") -> Path:
    path = folder / "borders.geojson"
    path.write_text(text or json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


TWO = (
    feature(WEST, [square(35.0, 47.0, 35.5, 47.5), square(35.2, 47.2, 35.3, 47.3)]),
    feature(EAST, [square(35.5, 47.0, 36.0, 47.5)], [square(35.22, 47.22, 35.28, 47.28)]),
)


@pytest.fixture
def two(tmp_path: Path) -> Polygons:
    """The western community has a hole, in which the eastern one has a village."""
    return Polygons.read(written(tmp_path, *TWO), KNOWN)


def test_a_place_is_in_the_community_around_it(two: Polygons) -> None:
    assert two.at(47.1, 35.1) == [WEST]
    assert two.at(47.1, 35.7) == [EAST]


def test_a_hole_is_not_in_the_community_and_what_is_in_the_hole_is_in_its_own(two: Polygons) -> None:
    assert two.at(47.21, 35.21) == []
    assert two.at(47.25, 35.25) == [EAST]


@pytest.mark.parametrize("place", [(47.1, 36.1), (46.9, 35.1), (0.0, 0.0), (90.0, 35.1), (-90.0, -180.0)])
def test_outside_all_is_no_community(two: Polygons, place: tuple[float, float]) -> None:
    assert two.near(*place) == []


def test_near_a_border_both_sides_are_meant_and_the_own_side_comes_first(two: Polygons) -> None:
    metre = 1 / (METRES_IN_DEGREE * 0.68)  # of longitude, at this latitude
    assert two.near(47.1, 35.5 - 50 * metre) == [WEST, EAST]
    assert two.near(47.1, 35.5 + 50 * metre) == [EAST, WEST]
    assert two.near(47.1, 35.5 - 150 * metre) == [WEST]
    assert two.near(47.1, 35.0 - 50 * metre) == [WEST]


def test_a_gzipped_file_is_read_and_what_is_no_community_is_left_out(tmp_path: Path) -> None:
    stranger = feature("UA80000000000093317", [square(30.0, 50.0, 31.0, 51.0)])
    dot: dict[str, object] = {"type": "Feature", "id": WEST, "geometry": {"type": "Point", "coordinates": [35.1, 47.1]}}
    by_id: dict[str, object] = {**feature("", [square(35.0, 47.0, 35.5, 47.5)]), "id": WEST, "properties": None}
    nowhere: dict[str, object] = {"type": "Feature", "id": EAST, "properties": {}, "geometry": None}
    plain = written(tmp_path, stranger, dot, by_id, nowhere)
    packed = tmp_path / "borders.geojson.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    read = Polygons.read(packed, KNOWN)
    assert (read.communities, read.at(47.1, 35.1), read.at(50.5, 30.5)) == (frozenset({WEST}), [WEST], [])


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        '{"type": "FeatureCollection"}',
        '{"features": []}',
        '{"features": [{"id": "UA23060090000082326", "geometry": {"type": "Polygon", "coordinates": [[[35.1]]]}}]}',
        '{"features": [{"id": "UA23060090000082326", "geometry": {"type": "Polygon", "coordinates": [[]]}}]}',
        '{"features": [{"id": "UA23060090000082326", "geometry": {"type": "Polygon"}}]}',
        '{"features": [{"id": "UA23060090000082326", "geometry": {"type": "Polygon", "coordinates": [[[NaN, 1]]]}}]}',
        '{"features": ["UA23060090000082326"]}',
        '{"features": [{"type": "Feature"}',
    ],
)
def test_a_file_that_cannot_be_used_is_said_to_be_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadablePolygons, match="borders"):
        Polygons.read(written(tmp_path, text=text), KNOWN)


def test_a_file_that_is_not_there_or_is_cut_off_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePolygons):
        Polygons.read(tmp_path / "none.geojson", KNOWN)
    cut = tmp_path / "cut.geojson.gz"
    cut.write_bytes(gzip.compress(written(tmp_path, *TWO).read_bytes())[:-20])
    with pytest.raises(UnreadablePolygons):
        Polygons.read(cut, KNOWN)


radii = st.lists(st.floats(0.05, 0.4), min_size=3, max_size=30)


def star(lengths: Sequence[float]) -> Ring:
    """A ring around one middle that does not cross itself."""
    turn = 2 * pi / len(lengths)
    ring = [[35.5 + far * cos(turn * each), 47.5 + far * sin(turn * each)] for each, far in enumerate(lengths)]
    return [*ring, ring[0]]


@given(outer=radii, scale=st.floats(0.2, 0.9), longitude=st.floats(35.0, 36.0), latitude=st.floats(47.0, 48.0))
def test_any_polygon_with_a_hole_holds_what_shapely_says_it_holds(
    outer: list[float], scale: float, longitude: float, latitude: float
) -> None:
    rings = [star(outer), star([each * scale for each in outer])]
    polygon, point = shapely.Polygon(rings[0], rings[1:]), shapely.Point(longitude, latitude)
    assume(polygon.boundary.distance(point) > ROUNDING)
    found = Polygons([Outline.of(WEST, each) for each in rings]).at(latitude, longitude)
    assert found == ([WEST] if polygon.contains(point) else [])


@dataclass(frozen=True, slots=True)
class Real:
    """The borders of all communities, as the bot reads them, and as shapely does."""

    polygons: Polygons
    codes: list[CommunityCode]
    shapes: list[BaseGeometry]
    tree: shapely.STRtree
    chance: random.Random

    def border_at(self, code: CommunityCode, point: shapely.Point) -> float:
        """How far the point is from a community's border, in degrees."""
        return self.shapes[self.codes.index(code)].boundary.distance(point)


@pytest.fixture(scope="module")
def real() -> Real:
    if not DATA.exists():
        pytest.skip(f"the borders of communities are not at {DATA}: they are data under the ODbL, and not ours to ship")
    features = json.loads(DATA.read_text(encoding="utf-8"))["features"]
    codes, shapes = [each["id"] for each in features], [shape(each["geometry"]) for each in features]
    polygons = Polygons.read(DATA, {each.code for each in Register.load().communities})
    return Real(polygons, codes, shapes, shapely.STRtree(shapes), random.Random(20))  # noqa: S311  # no secret


def test_the_real_borders_say_what_shapely_says(real: Real) -> None:
    assert real.polygons.communities == set(real.codes)
    for _ in range(4000):
        latitude, longitude = real.chance.uniform(44.3, 52.4), real.chance.uniform(22.1, 40.3)
        point = shapely.Point(longitude, latitude)
        expected = [real.codes[each] for each in real.tree.query(point, predicate="within")]
        found = real.polygons.at(latitude, longitude)
        assert found == expected or all(real.border_at(each, point) < ROUNDING for each in {*found, *expected})


def test_on_a_real_border_both_sides_are_meant(real: Real) -> None:
    for border in (each.boundary for each in real.chance.sample(real.shapes, 300)):
        point = border.interpolate(real.chance.uniform(0, border.length))
        sides = real.tree.query(point.buffer(ROUNDING), predicate="intersects")
        assert {real.codes[each] for each in sides} <= {*real.polygons.near(point.y, point.x)}
