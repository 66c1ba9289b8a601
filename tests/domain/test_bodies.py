"""What is kept of a message."""

import pytest

from bot.domain.bodies import VOICES, Body, File, Kind, beginning, units


@pytest.mark.parametrize("kind", list(Kind))
def test_only_what_the_promise_names_passes_without_a_name(kind: Kind) -> None:
    passes = {Kind.TEXT, Kind.STICKER, Kind.PHOTO, Kind.VOICE, Kind.VIDEO_NOTE, Kind.LOCATION}
    assert Body(kind).may_identify_sender(recordings=True) == (kind not in passes)


@pytest.mark.parametrize(
    ("kind", "name", "size", "alone", "with_ffmpeg"),
    [
        (Kind.DOCUMENT, "план.PDF", 5, True, True),
        (Kind.DOCUMENT, "IMG.jpeg", None, True, True),
        (Kind.DOCUMENT, "план.pdf", 20 * 1024**2 + 1, False, False),
        (Kind.DOCUMENT, "архів.zip", 5, False, False),
        (Kind.DOCUMENT, "без закінчення", 5, False, False),
        (Kind.DOCUMENT, "відео.mp4", 5, False, True),
        (Kind.VIDEO, None, 5, False, True),
        (Kind.ANIMATION, "a.gif", 5, False, True),
        (Kind.AUDIO, "a.mp3", 5, False, True),
        (Kind.AUDIO, "a.wav", 5, False, False),
        (Kind.PHOTO, None, 5, False, False),
    ],
)
def test_what_can_be_cleaned_is_known_by_kind_name_and_size(
    kind: Kind, name: str | None, size: int | None, *, alone: bool, with_ffmpeg: bool
) -> None:
    body = Body(kind, file=File(external_id="f", name=name, size=size))
    assert (body.is_cleanable(recordings=False), body.is_cleanable(recordings=True)) == (alone, with_ffmpeg)


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


def test_a_voice_can_be_recognised_in_what_was_spoken() -> None:
    assert {Kind.VOICE, Kind.VIDEO_NOTE} == VOICES


def test_files_are_the_same_by_the_id_that_the_transport_gives_them_for_good() -> None:
    one = File(external_id="a", external_unique_id="1")
    assert one.is_same(File(external_id="b", external_unique_id="1"))
    assert not one.is_same(File(external_id="a", external_unique_id="2"))
    assert not one.is_same(None)
    assert not File(external_id="a").is_same(File(external_id="a")), "of neither it is known"


def test_a_length_counts_what_takes_two_units_twice() -> None:
    assert [units(text) for text in ("", "їґ", "😀", "\ud83d")] == [0, 2, 2, 1]
