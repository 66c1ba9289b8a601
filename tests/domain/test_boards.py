"""How much of a case a board shows, and how many messages many cases make."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.boards import ALONE, LINES, LineState, Shows, hashed, joins_newest, new_code
from bot.domain.cases import Category

CATEGORIES = st.one_of(st.none(), st.sampled_from(Category))
A_MINUTE_IN_A_GROUP = 20  # messages that Telegram takes


@given(st.sampled_from(LineState), CATEGORIES, st.booleans(), st.booleans())
def test_a_place_is_shown_of_open_cases_that_are_neither_discreet_nor_anonymous(
    state: LineState, category: Category | None, anonymous: bool, occupied: bool
) -> None:
    shows = Shows(state, category, anonymous, occupied)
    if shows.place:
        assert shows.is_open
        assert not anonymous
        assert not occupied
        assert category is not Category.DOMESTIC
    elif shows.is_open:
        assert anonymous or occupied or (category is not None and category.discreet)


@given(st.integers(min_value=0, max_value=100))
def test_a_hundred_cases_in_a_minute_are_no_more_messages_than_a_group_takes(cases: int) -> None:
    posts: list[int] = []
    for _ in range(cases):
        if joins_newest(len(posts), posts[-1] if posts else 0, urgent=False):
            posts[-1] += 1
        else:
            posts.append(1)
    assert sum(posts) == cases
    assert all(lines <= LINES for lines in posts)
    assert len(posts) <= A_MINUTE_IN_A_GROUP
    assert len(posts) == cases or len(posts) >= ALONE


def test_what_is_urgent_never_joins() -> None:
    assert not joins_newest(ALONE, 1, urgent=True)


def test_a_code_is_six_digits_and_is_stored_as_a_hash() -> None:
    code = new_code()
    assert re.fullmatch(r"\d{6}", code)
    assert code not in hashed(code)
