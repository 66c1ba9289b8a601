"""The figures of a council: their periods, what a case adds to them, and that nothing left out can be found again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import figures
from bot.domain.cases import Case, Category, Status
from bot.domain.figures import (
    EDGES,
    LEAST,
    LISTED,
    MINUTE,
    Figures,
    Period,
    Shown,
    changes,
    counts_of,
    key_of,
    publishable,
)
from bot.register import CommunityCode
from tests.domain.test_cases import case

Secrets = Mapping[str, int]
HIDDEN = range(LEAST)
HERE, THERE = CommunityCode("UA01"), CommunityCode("UA02")


@given(st.dates(date(2020, 1, 2), date(2100, 1, 1)))
def test_periods_are_two_months_and_follow_each_other(day: date) -> None:
    period = Period.of(day)
    assert period.first <= day <= period.last
    assert period.first.day == 1
    assert period.first.month % 2 == 1
    assert period.following.previous == period
    assert period.last + timedelta(days=1) == period.following.first


def test_a_period_ends_at_midnight_in_kyiv() -> None:
    assert figures.ended(datetime(2026, 10, 31, 21, 59, tzinfo=UTC)).first == date(2026, 7, 1)
    assert figures.ended(datetime(2026, 10, 31, 22, 0, tzinfo=UTC)).first == date(2026, 9, 1)


# What a case adds.


def sent_at(when: datetime) -> Case:
    return replace(case(Status.NEW), category=Category.THEFT, community=HERE, sent_at=when)


@given(st.lists(st.integers(0, 60 * 24 * 40), min_size=1))
def test_the_median_is_at_most_a_step_too_long(minutes: list[int]) -> None:
    answered: dict[str, int] = defaultdict(int)
    for each in minutes:
        answered[key_of(MINUTE * each)] += 1
    true = MINUTE * sorted(minutes)[(len(minutes) - 1) // 2]
    found = figures.median(answered)
    if found is None:
        assert true > EDGES[-1]
    else:
        step = EDGES.index(found)
        assert (EDGES[step - 1] if step else -MINUTE) < true <= found


def test_a_case_is_counted_where_and_when_each_thing_happened() -> None:
    noon = datetime(2026, 5, 4, 9, tzinfo=UTC)
    sent = sent_at(noon)
    assert [(each.day, each.measure, each.key) for each in counts_of(sent)] == [(date(2026, 5, 4), "sent", "theft")]
    closed = replace(
        sent,
        first_answered_at=noon + timedelta(hours=3),
        status=Status.CLOSED,
        closed_at=noon + timedelta(hours=13),
        rating=3,
    )
    assert {(each.day.day, each.measure, each.key) for each in counts_of(closed)} == {
        (4, "sent", "theft"),
        (4, "answered", "240"),
        (5, "closed", ""),
        (5, "rated", "poor"),
    }
    assert counts_of(replace(closed, status=Status.MERGED))[2:] == []


@given(st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.integers(1, 5))
def test_a_change_adds_the_new_and_takes_the_old_away(
    answered: bool, closed: bool, rated: bool, moves: bool, rating: int
) -> None:
    noon = datetime(2026, 5, 4, 9, tzinfo=UTC)
    before = sent_at(noon)
    after = replace(
        before,
        first_answered_at=noon if answered else None,
        status=Status.CLOSED if closed else Status.IN_WORK,
        closed_at=noon if closed else None,
        rating=rating if rated else None,
        community=THERE if moves else before.community,
    )
    kept = dict.fromkeys(counts_of(before), 1)
    for count, times in changes(before, after).items():
        kept[count] = kept.get(count, 0) + times
    assert {count: times for count, times in kept.items() if times} == dict.fromkeys(counts_of(after), 1)
    assert not changes(after, replace(after, touched_at=noon))


# What is published, attacked by a reader who knows the rules: of all tables that come to the same publication, those
# that differ in what was left out are listed, and every number that was left out has to be able to be any below LEAST.


def narrowed(tables: Iterator[tuple[Secrets, Figures]]) -> list[str]:
    """What could be found out: secrets that are not published, of which a number below LEAST is excluded."""
    possible: dict[frozenset[tuple[str, Shown]], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for secrets, table in tables:
        shown = publishable(table)
        assert all(each.value >= LEAST for each in shown.values())
        for name, value in secrets.items():
            if name not in shown:
                possible[frozenset(shown.items())][name].add(value)
    return [
        f"{name} is {sorted(values)} where {publication} is read"
        for publication, secrets in possible.items()
        for name, values in secrets.items()
        if not values.issuperset(HIDDEN)
    ]


def of_subjects(first: Category, second: Category) -> Iterator[tuple[Secrets, Figures]]:
    """All tables of cases about two subjects that have a line and two that have none, up to some rest."""
    for a, b, c, d in product(range(7), range(7), range(11), range(11)):
        rest = c + d + sum(each for each in (a, b) if each < LEAST)
        sent = {str(first): a, str(second): b, str(Category.DOMESTIC): c, str(Category.COMPLAINT): d}
        if rest < 11:
            yield {**sent, figures.REST: rest}, Figures(sent=sent)


def of_cases() -> Iterator[tuple[Secrets, Mapping[str, int], int]]:
    """The same with one subject of each kind; how many cases there were."""
    for a, c in product(range(11), range(7)):
        rest = c + (a if a < LEAST else 0)
        if rest < 7:
            yield {"theft": a, figures.REST: rest}, {"theft": a, "domestic": c}, a + c


def of_ended() -> Iterator[tuple[Secrets, Figures]]:
    """All tables of a first period: no more was closed than sent, nor rated than closed."""
    for secrets, sent, total in of_cases():
        for closed in range(total + 1):
            for good in range(closed + 1):
                for poor in range(closed - good + 1):
                    ended = {"closed": closed, "good": good, "poor": poor}
                    yield {**secrets, **ended}, Figures(sent, closed=closed, good=good, poor=poor)


def of_answered() -> Iterator[tuple[Secrets, Figures]]:
    for secrets, sent, total in of_cases():
        for answered in range(total + 1):
            yield {**secrets, figures.MEDIAN: answered}, Figures(sent=sent, answered={"60": answered})


def of_notices() -> Iterator[tuple[Secrets, Figures]]:
    for notices in range(9):
        for reach in range(9) if notices else [0]:
            yield {"notices": notices, "reach": reach}, Figures(notices=notices, reach=reach)


CATEGORIES = [each for each in LISTED if isinstance(each, Category)]


@pytest.mark.parametrize("pair", [(CATEGORIES[0], CATEGORIES[1]), (CATEGORIES[-1], CATEGORIES[2])])
def test_no_subject_below_five_can_be_told_from_a_table(pair: tuple[Category, Category]) -> None:
    assert narrowed(of_subjects(*pair)) == []


def test_nothing_can_be_told_from_what_was_closed_rated_or_answered() -> None:
    assert narrowed(of_ended()) == []
    assert narrowed(of_answered()) == []
    assert narrowed(of_notices()) == []


@given(st.dictionaries(st.sampled_from([*Category]), st.integers(0, 12)))
def test_what_has_no_line_is_never_published_apart(sent: dict[Category, int]) -> None:
    shown = publishable(Figures(sent={str(each): count for each, count in sent.items()}))
    assert not shown.keys() & {str(each) for each in Category if each not in LISTED}
    lines = sum(each.value for name, each in shown.items() if name not in (figures.TOTAL, figures.REST))
    total = sum(sent.values())
    if figures.TOTAL in shown and shown[figures.TOTAL].exact:
        assert shown[figures.TOTAL].value == total == lines + shown[figures.REST].value
    else:
        assert lines <= total
        assert figures.REST not in shown
