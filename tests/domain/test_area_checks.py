"""What the check of service areas finds."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.area_checks import Fault, Finding, Portion, findings
from bot.domain.ids import AreaId
from bot.register import SettlementCode

PLACES = [SettlementCode(each) for each in "abcde"]


def portion(number: int, named: str = "", *, whole: bool = False) -> Portion:
    return Portion(AreaId(number), f"Дільниця {number}", whole, frozenset(map(SettlementCode, named)))


def test_nothing_is_wrong_where_one_area_serves_the_rest_and_others_some() -> None:
    assert findings(PLACES, [portion(1, whole=True), portion(2, "ab")]) == []


def test_without_an_area_for_the_rest_those_who_name_no_settlement_have_none() -> None:
    assert findings(PLACES, [portion(1, "abc"), portion(2, "de")]) == [Finding(Fault.NO_REST)]


def test_each_fault_is_named_with_its_place() -> None:
    assert findings(PLACES, [portion(1, "abz"), portion(2, "bcd"), portion(3)]) == [
        Finding(Fault.NO_REST),
        Finding(Fault.EMPTY, area="Дільниця 3"),
        Finding(Fault.SHARED, PLACES[1]),
        Finding(Fault.UNSERVED, PLACES[4]),
        Finding(Fault.ELSEWHERE, SettlementCode("z")),
    ]


@given(st.booleans(), st.lists(st.text("abcde", max_size=5), max_size=4))
def test_a_settlement_without_a_finding_is_served_by_one_area(whole: bool, named: list[str]) -> None:
    areas = [portion(0, whole=whole), *(portion(at, each) for at, each in enumerate(named, start=1))]
    wrong = {each.settlement for each in findings(PLACES, areas)}
    for place in PLACES:
        serving = [area for area in areas if place in area.settlements]
        assert (place not in wrong) is (len(serving) == 1 or (not serving and whole))
