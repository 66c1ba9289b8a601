"""What cannot be read is no name and no reason, whichever blank characters it is made of."""

from collections.abc import Callable

import pytest

from bot.domain.bodies import has_words, on_one_line
from bot.domain.communities import WrongAreaName, area_name
from bot.domain.office_hours import one_line
from bot.domain.officers import Field, NotAName, checked
from bot.domain.reasons import ReasonUnwritten, checked_reason
from bot.domain.refusals import Refusal, TextExpected

BLANK = {
    "nothing": "",
    "Braille": "\u2800",
    "Hangul filler": "\u3164",
    "half-width filler": "\uffa0",
    "jamo fillers": "\u115f\u1160",
    "zero width": "\u200b\u200d\u2060\ufeff",
    "marks": "\u0301\u0308\u20dd",
    "signs": "—…!?_*",
    "khmer": "\u17b4\u17b5",
    "soft hyphen": "\u00ad",
    "direction": "\u202e\u2066",
}


@pytest.mark.parametrize("text", BLANK.values(), ids=BLANK)
def test_a_text_of_blank_characters_has_no_words(text: str) -> None:
    assert not has_words(text)
    assert not has_words(f" {text} {text}\n")
    assert has_words(f"Іван{text}")


def test_blanks_are_left_out_of_a_name_on_one_line() -> None:
    assert on_one_line("\u3164Іван\u2800\u2800Петренко\u200b") == "Іван Петренко"


def test_letters_of_any_script_and_digits_are_words() -> None:
    for text in ("Ї", "Ґ", "é", "李", "김", "ب", "5"):
        assert has_words(text), text


CHECKS: dict[str, tuple[Callable[[str], object], type[Refusal]]] = {
    "area": (area_name, WrongAreaName),
    "address": (lambda text: one_line(text, 60), TextExpected),
    "station": (lambda text: checked(Field.STATION, text), TextExpected),
    "name": (lambda text: checked(Field.NAME, text), TextExpected),
    "reason": (checked_reason, ReasonUnwritten),
}


@pytest.mark.parametrize("check", CHECKS)
def test_what_is_typed_as_a_name_or_a_reason_can_be_read(check: str) -> None:
    checks, refusal = CHECKS[check]
    for text in BLANK.values():
        with pytest.raises(refusal):
            checks(f"{text} {text}")


def test_a_name_half_of_blank_letters_is_none() -> None:
    with pytest.raises(NotAName):
        checked(Field.NAME, "Іван \u3164\u3164")
