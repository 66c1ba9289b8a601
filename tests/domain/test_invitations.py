"""Invitations, cards of officers and the division of a community: the rules alone."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.bodies import has_words, on_one_line
from bot.domain.communities import AREA_NAME_LIMIT, Division, WholeAlready, WrongAreaName, area_name
from bot.domain.ids import AreaId, InvitationId, PersonId
from bot.domain.invitations import (
    Invitation,
    InvitationScope,
    InvitedAs,
    State,
    hashed,
    new_code,
    new_token,
)
from bot.domain.officers import (
    RANKS,
    Field,
    NotAName,
    NotOneOfThese,
    Position,
    TooLong,
    checked,
)
from bot.domain.phones import NotAPhone
from bot.domain.refusals import TextExpected
from bot.register import SettlementCode

AREAS = st.integers(1, 4).map(AreaId)
PLACES = st.sampled_from([SettlementCode(f"UA{number}") for number in range(6)])
ACTS = st.one_of(
    st.tuples(st.just("serve"), AREAS, PLACES),
    st.tuples(st.just("leave"), AREAS, PLACES),
    st.tuples(st.just("whole"), AREAS, PLACES),
    st.tuples(st.just("close"), AREAS, PLACES),
)


def after(division: Division, act: tuple[str, AreaId, SettlementCode]) -> Division:
    what, area, place = act
    match what:
        case "serve":
            return division.serving(area, place)
        case "leave":
            return division.without(area, place)
        case "close":
            return division.closed(area)
        case _:
            try:
                return division.with_whole(area)
            except WholeAlready:
                return division


def divided(acts: list[tuple[str, AreaId, SettlementCode]]) -> Division:
    division = Division()
    for act in acts:
        division = after(division, act)
    return division


@given(st.lists(ACTS, max_size=20))
def test_every_settlement_is_served_by_at_most_one_area(acts: list[tuple[str, AreaId, SettlementCode]]) -> None:
    division = divided(acts)
    named = [place for area in range(1, 5) for place in division.served_by(AreaId(area))]
    assert len(named) == len(set(named))


@given(st.lists(ACTS, max_size=20), AREAS, PLACES)
def test_the_area_that_names_a_settlement_serves_it_before_the_one_that_serves_the_rest(
    acts: list[tuple[str, AreaId, SettlementCode]], area: AreaId, place: SettlementCode
) -> None:
    division = divided(acts)
    assert division.serving(area, place).area_of(place) == area
    assert division.serving(area, place).without(area, place).area_of(place) == division.whole
    assert division.area_of(None) == division.whole


@given(st.lists(ACTS, max_size=20), AREAS, PLACES)
def test_a_closed_area_serves_nothing_and_takes_nothing_from_the_others(
    acts: list[tuple[str, AreaId, SettlementCode]], area: AreaId, place: SettlementCode
) -> None:
    before = divided(acts)
    closed = before.closed(area)
    assert closed.area_of(place) != area
    if before.area_of(place) not in (area, None):
        assert closed.area_of(place) == before.area_of(place)


@given(st.lists(ACTS, max_size=20), AREAS, PLACES)
def test_taking_a_settlement_from_an_area_that_does_not_serve_it_changes_nothing(
    acts: list[tuple[str, AreaId, SettlementCode]], area: AreaId, place: SettlementCode
) -> None:
    division = divided(acts)
    if division.named.get(place) != area:
        assert division.without(area, place) == division


def test_a_second_area_cannot_serve_the_rest_too() -> None:
    division = Division().with_whole(AreaId(1))
    assert division.with_whole(AreaId(1)) == division
    with pytest.raises(WholeAlready):
        division.with_whole(AreaId(2))


def test_tokens_are_long_different_and_fit_a_link() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22,62}", token) for token in tokens)
    assert len({hashed(token) for token in tokens}) == 100


def test_codes_are_six_digits_and_differ() -> None:
    codes = {new_code() for _ in range(200)}
    assert all(re.fullmatch(r"\d{6}", code) for code in codes)
    assert len(codes) > 190


NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
ISSUED = Invitation(
    InvitationId(1),
    InvitedAs.OFFICER,
    InvitationScope.AREA,
    "1",
    None,
    NOW,
    "Іван Петренко",
    None,
    None,
    None,
    None,
    None,
)
PROPOSED = replace(ISSUED, proposed_by=PersonId(2))


@pytest.mark.parametrize(
    ("invitation", "before", "after"),
    [
        (ISSUED, State.OPEN, State.EXPIRED),
        (PROPOSED, State.WAITING, State.EXPIRED),
        (replace(PROPOSED, confirmed_at=NOW), State.CONFIRMED, State.CONFIRMED),
        (replace(PROPOSED, ended=State.DECLINED), State.DECLINED, State.DECLINED),
        (replace(ISSUED, ended=State.REVOKED), State.REVOKED, State.REVOKED),
    ],
)
def test_an_invitation_that_nobody_decides_on_expires(invitation: Invitation, before: State, after: State) -> None:
    assert invitation.state(NOW - timedelta(microseconds=1)) is before
    assert invitation.state(NOW) is after


@pytest.mark.parametrize(
    ("expected", "given_name", "fits"),
    [
        ("Іван Петренко", "Іван Петренко", True),
        ("Іван Петренко", "петренко іван", True),
        ("Іван Петренко", "Петренко Іван Олегович", True),
        ("Іван Олегович Петренко", "Іван Петренко", True),
        ("Іван Петренко", "Ігор Петренко", False),
        ("Іван Олегович Петренко", "Іван Ілліч Петренко", False),
        (None, "Іван Петренко", True),
    ],
)
def test_a_name_fits_that_of_the_invitation_in_any_order_and_with_more_words(
    expected: str | None, given_name: str, fits: bool
) -> None:
    assert replace(ISSUED, name=expected).is_for(given_name) is fits


@pytest.mark.parametrize(
    "typed",
    ["0671234567", "067 123 45 67", "+38 (067) 123-45-67", "38-067-123-45-67", "067.123.45.67", " +380671234567 "],
)
def test_a_phone_is_stored_in_one_way(typed: str) -> None:
    assert checked(Field.PHONE, typed) == "+380671234567"


@pytest.mark.parametrize(
    "typed", ["102", "0671234", "00671234567", "+48601234567", "моб. 0671234567", "067123456a", "06712345678"]
)
def test_what_is_no_phone_is_refused(typed: str) -> None:
    with pytest.raises(NotAPhone):
        checked(Field.PHONE, typed)


def test_a_free_line_is_a_phone() -> None:
    assert checked(Field.PHONE, "0 800 505 170") == "+380800505170"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Іван Петренко", "Іван Петренко"),
        ("  Іван   Олегович \n Петренко", None),
        ("Мар'яна Нечуй-Левицька", "Мар’яна Нечуй-Левицька"),
        ("Анна-Марія Дем’яненко", "Анна-Марія Дем’яненко"),
        ("Ольга Коваль (Бондар)", "Ольга Коваль (Бондар)"),
        ("(Ольга) Коваль", None),
        ("Іван", None),
        ("Іван Петренко 2", None),
        ("http://evil.example Петренко", None),
        ("Іван @petrenko", None),
        ("один два три чотири п’ять", None),
    ],
)
def test_a_name_is_two_to_four_words_of_letters(typed: str, stored: str | None) -> None:
    if stored is None:
        with pytest.raises(NotAName):
            checked(Field.NAME, typed)
    else:
        assert checked(Field.NAME, typed) == stored


@pytest.mark.parametrize("field", list(Field))
@pytest.mark.parametrize("typed", ["", "   ", "\n\n"])
def test_nothing_is_no_answer_to_any_question(field: Field, typed: str) -> None:
    with pytest.raises(TextExpected):
        checked(field, typed)


@pytest.mark.parametrize(("field", "limit"), [(Field.NAME, 60), (Field.STATION, 200)])
def test_what_is_too_long_is_reported_with_the_limit(field: Field, limit: int) -> None:
    with pytest.raises(TooLong) as refused:
        checked(field, "д" * (limit + 1))
    assert refused.value.values == {"limit": limit}


def test_ranks_and_positions_are_chosen_from_their_lists() -> None:
    assert checked(Field.RANK, "Капітан поліції") == "капітан поліції"
    assert checked(Field.POSITION, "pog") == Position.POG
    for field in (Field.RANK, Field.POSITION):
        with pytest.raises(NotOneOfThese):
            checked(field, "генерал")
    assert len(set(RANKS.values())) == len(RANKS)


def test_the_ranks_are_those_of_the_law_below_the_generals_from_the_lowest_on() -> None:
    lower = ["рядовий", "капрал", "сержант", "старший сержант", "молодший лейтенант", "лейтенант", "старший лейтенант"]
    higher = ["капітан", "майор", "підполковник", "полковник"]
    assert list(RANKS) == [f"{rank} поліції" for rank in (*lower, *higher)]


def test_the_longest_name_of_an_area_is_taken_and_the_next_refused() -> None:
    assert area_name("а" * 60) == "а" * 60
    assert area_name("а") == "а"
    for name in ("", " ", "а" * 61):
        with pytest.raises(WrongAreaName):
            area_name(name)


@given(st.text(max_size=100))
def test_an_areas_name_is_one_line_or_refused(typed: str) -> None:
    try:
        name = area_name(typed)
    except WrongAreaName:
        assert not has_words(typed) or len(on_one_line(typed)) > AREA_NAME_LIMIT
    else:
        assert name == name.strip()
        assert "\n" not in name
        assert 0 < len(name) <= AREA_NAME_LIMIT
