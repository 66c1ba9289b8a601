"""What a case makes of a ready text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ready_texts import (
    BRACES,
    NothingLeft,
    Place,
    ReadyTooLong,
    ReadyUnwritten,
    UnknownPlace,
    checked_text,
    checked_title,
    filled,
    place_of,
)

NAMED = {Place.NUMBER: "КШ-2026-000001", Place.NAME: "Олена Бондар"}
UNNAMED = {Place.NUMBER: "КШ-2026-000001"}


@pytest.mark.parametrize(
    ("text", "named", "unnamed"),
    [
        ("Вітаємо, {ім’я}!", "Вітаємо, Олена Бондар!", "Вітаємо!"),
        ("Вітаємо, {ім'я}!", "Вітаємо, Олена Бондар!", "Вітаємо!"),
        ("{ім’я}, доброго дня!", "Олена Бондар, доброго дня!", "Доброго дня!"),
        ("Добрий день, {name}. Дякуємо.", "Добрий день, Олена Бондар. Дякуємо.", "Добрий день. Дякуємо."),
        ("Справа {номер} закрита.", "Справа КШ-2026-000001 закрита.", "Справа КШ-2026-000001 закрита."),
        ("Дякуємо.\nПриймаю: {години}, {кабінет}.", "Дякуємо.", "Дякуємо."),
    ],
)
def test_a_place_is_filled_or_falls_out_without_a_trace(text: str, named: str, unnamed: str) -> None:
    assert filled(text, NAMED) == named
    assert filled(text, UNNAMED) == unnamed


def test_a_line_with_hours_is_filled_where_they_are_known() -> None:
    known = {**UNNAMED, Place.HOURS: "середа, 09:00–12:00", Place.OFFICE: "Рада"}
    assert filled("Приймаю: {години}, {кабінет}.", known) == "Приймаю: середа, 09:00–12:00, Рада."


def test_a_name_that_looks_like_a_place_is_only_a_name() -> None:
    assert filled("Вітаємо, {ім’я}!", {Place.NAME: "{години}"}) == "Вітаємо, {години}!"


@pytest.mark.parametrize("text", ["{ім’я}!", "{години} у нас", " {кабінет}\n{name}"])
def test_where_nothing_is_left_nothing_is_sent(text: str) -> None:
    with pytest.raises(NothingLeft):
        filled(text, UNNAMED)


def test_a_word_that_nothing_fills_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UnknownPlace) as refused:
        checked_text("Вітаємо, {імя}!")
    assert refused.value.values["known"] == "{номер}, {ім’я}, {кабінет}, {години}"
    for text, refusal in (("…", ReadyUnwritten), ("а" * 1501, ReadyTooLong)):
        with pytest.raises(refusal):
            checked_text(text)
    for title, refusal in (("!", ReadyUnwritten), ("а" * 41, ReadyTooLong)):
        with pytest.raises(refusal):
            checked_title(title)


WORDS = ["Вітаємо", ", ", "{ім’я}", "{номер}", "{години}", "{office}", "!", "\n", " ", "дякуємо"]
PARTS = st.lists(st.sampled_from(WORDS), min_size=1)


@given(PARTS, st.dictionaries(st.sampled_from(list(Place)), st.sampled_from(["Олена", "КШ-1", "09:00"])))
def test_no_place_is_ever_read_by_a_resident(parts: list[str], values: dict[Place, str]) -> None:
    try:
        words = filled("".join(parts), values)
    except NothingLeft:
        return
    assert not [word for word in BRACES.findall(words) if place_of(word)]
    assert words == words.strip()
