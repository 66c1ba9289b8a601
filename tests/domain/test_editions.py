"""What differs between two editions of the register."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.register import edition_in
from bot.register import Register
from bot.register.editions import What, changes, replaced
from bot.register.register import CommunityRow, RegisterFile, SettlementRow
from tests.domain.test_register import WORKBOOK

OBLAST, RAION, NORTH, SOUTH = "UA-O", "UA-R", "UA-N", "UA-S"


def register(north: list[tuple[str, str]], south: list[tuple[str, str]], *, south_name: str = "Південна") -> Register:
    """Two communities with settlements of these codes and names, each after its centre."""
    communities: list[CommunityRow] = [
        (NORTH, "Північна", rows("UA-N0", north)),
        (SOUTH, south_name, rows("UA-S0", south)),
    ]
    content = RegisterFile(
        edition=date(2026, 7, 7).isoformat(),
        crimea=[],
        oblasts=[(OBLAST, "Обласна", [(RAION, "Районний", communities)])],
    )
    return Register(content, {})


def rows(centre: str, settlements: list[tuple[str, str]]) -> list[SettlementRow]:
    return [(centre, "X", centre), *((code, "C", name) for code, name in settlements)]


def test_a_settlement_is_new_gone_renamed_or_moved_by_its_code() -> None:
    earlier = register([("1", "Ялинка"), ("2", "Зоряне"), ("3", "Степове")], [])
    later = register([("2", "Зоряне Перше")], [("3", "Степове"), ("4", "Нове")], south_name="Приморська")
    assert [(each.what, each.code) for each in changes(earlier, later)] == [
        (What.RENAMED, SOUTH),
        (What.GONE, "1"),
        (What.RENAMED, "2"),
        (What.MOVED, "3"),
        (What.NEW, "4"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([("1", "Ялинка")], [("2", "Ялинка")], {"1": "2"}),
        ([("1", "Ялинка")], [("2", "Ялинка"), ("3", "Ялинка")], {}),
        ([("1", "Ялинка"), ("4", "Ялинка")], [("2", "Ялинка")], {}),
        ([("1", "Ялинка"), ("2", "Ялинка")], [("2", "Ялинка")], {}),
        ([("1", "Ялинка")], [("2", "Зоряне")], {}),
    ],
)
def test_a_code_is_replaced_only_where_there_is_no_choice(
    before: list[tuple[str, str]], after: list[tuple[str, str]], found: dict[str, str]
) -> None:
    assert replaced(register(before, []), register(after, [])) == found


def test_a_code_of_another_community_replaces_none() -> None:
    assert replaced(register([("1", "Ялинка")], []), register([], [("2", "Ялинка")])) == {}


places = st.dictionaries(st.sampled_from("123456"), st.sampled_from(["Ялинка", "Зоряне"]))


def divided(north: dict[str, str], south: dict[str, str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """A code is in one community."""
    return sorted(north.items()), sorted((code, name) for code, name in south.items() if code not in north)


@given(places, places, places, places)
def test_each_code_that_differs_is_named_once(
    north: dict[str, str], south: dict[str, str], later_north: dict[str, str], later_south: dict[str, str]
) -> None:
    earlier, later = register(*divided(north, south)), register(*divided(later_north, later_south))
    named = [each.code for each in changes(earlier, later)]
    assert len(named) == len(set(named))
    known = [{each.code: each for each in edition.settlements} for edition in (earlier, later)]
    differing = {code for code in known[0].keys() | known[1].keys() if known[0].get(code) != known[1].get(code)}
    assert set(named) | set(replaced(earlier, later).values()) == differing


@pytest.mark.skipif(not WORKBOOK.exists(), reason="the ministry's workbook is not in ../shared/data/katottg")
def test_the_workbook_of_the_shipped_edition_changes_nothing() -> None:
    assert list(changes(Register.load(), edition_in(Path(WORKBOOK)))) == []
