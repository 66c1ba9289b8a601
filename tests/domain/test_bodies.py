"""What is kept of a message."""

import pytest

from bot.domain.bodies import Body, Kind, beginning


@pytest.mark.parametrize("kind", list(Kind))
def test_only_what_the_promise_names_passes_without_a_name(kind: Kind) -> None:
    passes = {Kind.TEXT, Kind.PHOTO, Kind.VOICE, Kind.VIDEO_NOTE, Kind.LOCATION}
    assert Body(kind).may_identify_sender == (kind not in passes)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("", ""),
        ("Двері", "Двері"),
        ("  Двері\n\nне   зачиняються ", "Двері не зачиняються"),
        ("Двері не зачиняються, вікна теж", "Двері не зачиняються, вікна…"),
        ("Двері не зачиняються в хаті, теж", "Двері не зачиняються в хаті…"),
        ("Двері не зачиняються, зовсім не", "Двері не зачиняються, зовсім…"),
        ("а" * 31, "а" * 29 + "…"),
        ("а" * 30, "а" * 30),
        ("\u202eДвері\u2066", "Двері"),
        ("\u200b\u2060", ""),
    ],
)
def test_a_text_begins_on_one_line_cut_at_a_word(text: str, begins: str) -> None:
    assert beginning(text, 30) == begins
    assert len(begins) <= 30
