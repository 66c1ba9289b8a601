"""What is typed into the search among cases, and when a word of it is found."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.case_search import LONGEST, NothingToSearch, in_words, may_hold, query_of, word_of
from bot.domain.policy import KYIV
from bot.register.spelling import folded

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
LETTERS = st.text("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’", min_size=1, max_size=12)


def days(text: str) -> tuple[date, date]:
    """The first and the last day that a search is about."""
    span = query_of(text, NOW).span
    return span.since.astimezone(KYIV).date(), (span.until - timedelta(hours=1)).astimezone(KYIV).date()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("сусід", "Сусіди шумлять"),
        ("сусідами", "Сусід кричить"),
        ("сусіди", "Гримає сусідська музика"),
        ("дорога", "Яма на дорозі"),
        ("дорозі", "Розбита дорога"),
        ("зоряному", "с. Зоряне"),
        ("комишувасі", "Комишуваха"),
        ("собаки", "Бігає собака"),
        ("мяч", "Вкрали м’яч"),
        ("сосед", "сосед шумит"),
        ("шум", "ШУМ!"),
        ("000123", "000123 123"),
        ("12", "будинок 12"),
    ],
)
def test_a_word_is_found_in_another_form(typed: str, written: str) -> None:
    assert word_of(folded(typed)).is_in(in_words(written))


@pytest.mark.parametrize(
    ("typed", "written"),
    [("шум", "брошуму"), ("ні", "нічого"), ("12", "123"), ("прийом", "прийшов"), ("дорога", "дорівнює")],
)
def test_a_part_of_another_word_is_not(typed: str, written: str) -> None:
    assert not word_of(folded(typed)).is_in(in_words(written))


@given(LETTERS, LETTERS)
def test_what_was_written_is_found_by_each_of_its_words(one: str, other: str) -> None:
    text = in_words(f"{one}, {other}!")
    assert all(word_of(word).is_in(text) for word in folded(f"{one} {other}").split())


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("шум квітень", date(2026, 4, 1), date(2026, 4, 30)),
        ("у грудні", date(2025, 12, 1), date(2025, 12, 31)),
        ("листопад", date(2026, 11, 1), date(2026, 11, 30)),
        ("лютий 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("12 квітня", date(2026, 4, 12), date(2026, 4, 12)),
        ("12.12", date(2025, 12, 12), date(2025, 12, 12)),
        ("5.04.2025 яма", date(2025, 4, 5), date(2025, 4, 5)),
        ("2026-04-05", date(2026, 4, 5), date(2026, 4, 5)),
        ("вчора", date(2026, 11, 29), date(2026, 11, 29)),
        ("сьогодні", date(2026, 11, 30), date(2026, 11, 30)),
        ("march", date(2026, 3, 1), date(2026, 3, 31)),
        ("мая", date(2026, 5, 1), date(2026, 5, 31)),
    ],
)
def test_a_month_or_a_day_is_the_last_one_of_its_name(typed: str, first: date, last: date) -> None:
    assert days(typed) == (first, last)


@pytest.mark.parametrize("typed", ["липа", "груди", "березі", "трава", "31.02", "лист"])
def test_what_merely_looks_like_a_month_or_is_no_day_is_a_word(typed: str) -> None:
    assert query_of(typed, NOW).words
    assert days(typed)[0].year == 2000


def test_small_words_are_left_out_and_the_order_is_free() -> None:
    one, other = query_of("шум у Зоряному в квітні", NOW), query_of("Зоряному, квітень: шум", NOW)
    assert one.span == other.span
    assert set(one.words) == set(other.words)


@pytest.mark.parametrize("typed", ["", "…", "у в на", "слово " * 9, "я" * (LONGEST + 1)])
def test_nothing_to_search_for_is_said(typed: str) -> None:
    with pytest.raises(NothingToSearch):
        query_of(typed, NOW)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_search_or_nothing(typed: str) -> None:
    try:
        query = query_of(typed, NOW)
    except NothingToSearch:
        return
    assert query.span.since < query.span.until
    assert all(all(word.beginnings) for word in query.words)


@given(st.lists(st.text(max_size=60) | st.lists(LETTERS).map("\n".join), max_size=4))
def test_a_text_in_which_a_word_is_found_is_never_passed_over(written: list[str]) -> None:
    """Texts are looked at together as they are stored, in JSON, before one is read."""
    stored = [json.dumps({"kind": "text", "text": each}, ensure_ascii=False) for each in written]
    words = [[word_of(word) for word in folded(each).split()] for each in written]
    assert may_hold(words, stored) == [True] * len(written)


def test_a_text_without_one_of_the_words_is_passed_over_whatever_the_next_one_says() -> None:
    neighbours, road = word_of(folded("сусід")), word_of(folded("дорога"))
    assert may_hold(
        [[neighbours], [neighbours, road], [road], []], ["Шумлять сусіди", "сусіди", "яма\0дорога", ""]
    ) == [
        True,
        False,
        True,
        True,
    ]


def test_of_no_texts_none_may_hold_a_word() -> None:
    assert may_hold([], []) == []
