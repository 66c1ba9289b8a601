"""What the shipped register holds, and that it is what the importer makes of the ministry's workbook."""

import csv
import gzip
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.register import CommunityKind, Register, SettlementCategory, UnknownCode, ukrainian_key
from bot.register.importer import BadWorkbook, Unit, build, edition_of, pack, read_units
from bot.register.register import SHIPPED

DATA = Path(__file__).parents[2] / "../shared/data"
WORKBOOK = DATA / "katottg/kodifikator_2026-07-07.xlsx"
HROMADAS = DATA / "hromadas/hromadas.csv"

ZAPORIZKA_OBLAST = "UA23000000000064947"
OLYKA = "UA07080210000090779"  # a community around a city that is called after a settlement
CRIMEA = "UA01000000000013043"


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load()


def test_the_register_has_every_community_and_settlement_outside_crimea(register: Register) -> None:
    assert register.edition == date(2026, 7, 7)
    assert len(register.communities) == 1469
    assert len(register.settlements) == 28649
    assert len(register.oblasts) == 24
    assert Counter(community.name for community in register.communities).most_common(1) == [("Миколаївська", 8)]


def test_a_community_knows_where_it_is_and_what_is_in_it(register: Register) -> None:
    [community] = [each for each in register.communities_of(ZAPORIZKA_OBLAST) if each.name == "Комишуваська"]

    assert community.kind is CommunityKind.SETTLEMENT
    assert (community.raion.name, community.oblast.name) == ("Запорізький", "Запорізька")
    assert community.settlements[0].name == "Комишуваха"
    assert community.settlements[0].category is SettlementCategory.SETTLEMENT
    assert all(settlement.community_code == community.code for settlement in community.settlements)


def test_things_are_found_by_code(register: Register) -> None:
    for community in register.communities[:20]:
        assert register.community(community.code) is community
        assert all(register.settlement(settlement.code) is settlement for settlement in community.settlements)


@pytest.mark.parametrize("code", ["", "UA00000000000000000", ZAPORIZKA_OBLAST])
def test_an_unknown_code_has_an_error_of_its_own(register: Register, code: str) -> None:
    with pytest.raises(UnknownCode):
        register.community(code)
    with pytest.raises(UnknownCode):
        register.settlement(code)


def test_an_oblast_lists_its_communities_in_alphabetical_order(register: Register) -> None:
    names = [community.name for community in register.communities_of(ZAPORIZKA_OBLAST)]

    assert len(names) == 67
    assert names == sorted(names, key=ukrainian_key)
    with pytest.raises(UnknownCode):
        register.communities_of(CRIMEA)


def test_a_kind_can_be_put_right() -> None:
    assert Register.load().community(OLYKA).kind is CommunityKind.CITY
    assert Register.load(kinds={OLYKA: "settlement"}).community(OLYKA).kind is CommunityKind.SETTLEMENT
    with pytest.raises(ValueError, match="hamlet"):
        Register.load(kinds={OLYKA: "hamlet"})
    with pytest.raises(UnknownCode, match=CRIMEA):
        Register.load(kinds={CRIMEA: "city"})


@pytest.mark.skipif(not HROMADAS.exists(), reason="the polygons' table is not in ../shared/data/hromadas")
def test_the_first_settlement_gives_the_kind_of_all_communities_but_twelve(register: Register) -> None:
    words = {"міська": CommunityKind.CITY, "селищна": CommunityKind.SETTLEMENT, "сільська": CommunityKind.VILLAGE}
    with HROMADAS.open(encoding="utf-8", newline="") as table:
        kinds = {row["katottg"]: words[row["type"]] for row in csv.DictReader(table)}

    assert sum(register.community(code).kind is not kind for code, kind in kinds.items()) == 12


@pytest.mark.skipif(not WORKBOOK.exists(), reason="the ministry's workbook is not in ../shared/data/katottg")
def test_the_shipped_file_is_what_the_importer_makes_of_the_workbook() -> None:
    packed = pack(build(read_units(WORKBOOK), edition_of(WORKBOOK)))

    # Unpacked: the same text, byte for byte, may be packed otherwise by another zlib.
    assert gzip.decompress(packed) == gzip.decompress(SHIPPED.read_bytes())


OBLAST, RAION, COMMUNITY = "UA05000000000000001", "UA05010000000000002", "UA05010010000000003"
CITY, VILLAGE = "UA05010010010000004", "UA05010010020000005"
SMALL = [
    Unit((OBLAST, RAION, COMMUNITY, VILLAGE), "C", "Ялинка"),
    Unit((OBLAST, RAION, COMMUNITY, CITY), "M", "Місто"),
    Unit((OBLAST, RAION, COMMUNITY, CITY, "UA05010010010100006"), "B", "Міський"),
    Unit((OBLAST, RAION, COMMUNITY), "H", "Міська"),
    Unit((OBLAST, RAION), "P", "Районний"),
    Unit((OBLAST,), "O", "Обласна"),
    Unit((OBLAST, "UA05000000010000007"), "M", "Без громади"),
    Unit((CRIMEA,), "O", "Автономна Республіка Крим"),
    Unit((CRIMEA, RAION, COMMUNITY, VILLAGE), "C", "Кримське"),
]


def test_the_importer_puts_units_inside_each_other_whatever_their_order() -> None:
    content = build(SMALL, date(2026, 7, 7))

    settlements = [(CITY, "M", "Місто"), (VILLAGE, "C", "Ялинка")]
    assert content["oblasts"] == [(OBLAST, "Обласна", [(RAION, "Районний", [(COMMUNITY, "Міська", settlements)])])]
    assert content["crimea"] == ["Кримське"]
    assert pack(content) == pack(build(reversed(SMALL), date(2026, 7, 7)))


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(Unit((OBLAST,), "T", "Нове"), id="an unknown category"),
        pytest.param(Unit((OBLAST, RAION, COMMUNITY), "C", "Село"), id="a village where a community stands"),
        pytest.param(Unit((OBLAST, RAION, "UA05010090000000009", VILLAGE), "C", "Село"), id="a missing community"),
    ],
)
def test_the_importer_refuses_what_it_does_not_know(unit: Unit) -> None:
    with pytest.raises(BadWorkbook, match=unit.name):
        build([*SMALL, unit], date(2026, 7, 7))


def test_the_edition_stands_in_the_name_of_the_workbook() -> None:
    assert edition_of(Path("kodifikator_2026-07-07.xlsx")) == date(2026, 7, 7)
    with pytest.raises(BadWorkbook, match="day of the edition"):
        edition_of(Path("kodifikator.xlsx"))
