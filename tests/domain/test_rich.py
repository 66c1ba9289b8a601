"""Text with formatting, cut where Telegram's limits ask for it: nothing is lost but space at the cuts."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.bodies import Entity, units
from bot.surface.rich import Rich, bold, inserted, joined, pieces, quoted

letters = st.sampled_from("абв АБ.!?…\n 🙂é\u202e<&*")
texts = st.text(letters, max_size=120)


@st.composite
def riches(draw: st.DrawFn) -> Rich:
    """A text with entities inside it, as Telegram delivers them."""
    text = draw(texts)
    bounds = [units(text[:place]) for place in range(len(text) + 1)]
    found = []
    for _ in range(draw(st.integers(0, 4)) if text else 0):
        start, end = sorted((draw(st.sampled_from(bounds)), draw(st.sampled_from(bounds))))
        if start < end:
            found.append(Entity(draw(st.sampled_from(["bold", "italic", "code"])), start, end - start))
    return Rich(text, tuple(found))


def all_marked(rich: Rich) -> list[tuple[str, frozenset[str]]]:
    """Each letter, with the formatting it has."""
    found, at = [], 0
    for letter in rich.text:
        kinds = frozenset(each.type for each in rich.entities if each.offset <= at < each.offset + each.length)
        found.append((letter, kinds))
        at += units(letter)
    return found


def marked(rich: Rich) -> list[tuple[str, frozenset[str]]]:
    """Each letter that shows, with the formatting it has."""
    return [(letter, kinds) for letter, kinds in all_marked(rich) if not letter.isspace()]


@given(riches(), st.integers(2, 60))
def test_pieces_fit_and_lose_nothing_but_space(rich: Rich, limit: int) -> None:
    cut = pieces(rich, limit)
    assert all(piece.units <= limit for piece in cut)
    assert [each for piece in cut for each in marked(piece)] == marked(rich)


@given(riches(), st.integers(2, 60))
def test_entities_of_a_piece_lie_within_it(rich: Rich, limit: int) -> None:
    for piece in pieces(rich, limit):
        assert all(each.length > 0 and each.offset >= 0 for each in piece.entities)
        assert all(each.offset + each.length <= piece.units for each in piece.entities)


@given(riches(), st.integers(2, 60))
def test_no_piece_is_empty_unless_all_is(rich: Rich, limit: int) -> None:
    cut = pieces(rich, limit)
    assert len(cut) == 1 or all(cut)


@given(riches())
def test_what_fits_is_left_as_it_is(rich: Rich) -> None:
    assert pieces(rich, 4096) == [rich]


@given(riches(), riches())
def test_joining_keeps_each_letter_and_its_formatting(first: Rich, second: Rich) -> None:
    assert marked(first + second) == marked(first) + marked(second)


@given(riches(), st.data())
def test_what_is_put_in_stands_at_its_place_and_changes_no_other_letter(rich: Rich, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(rich.text)))
    made = inserted(rich, units(rich.text[:place]), "(X🙂)")
    assert made.text == f"{rich.text[:place]}(X🙂){rich.text[place:]}"
    around = [each for at, each in enumerate(all_marked(made)) if not place <= at < place + 4]
    assert around == all_marked(rich)


def test_formatting_that_ends_where_something_is_put_in_stays_as_long_as_it_was() -> None:
    ends, goes_on = Entity("bold", 0, 3), Entity("italic", 0, 6)
    made = inserted(Rich("тут ще", (ends, goes_on)), 3, " (X)")
    assert made == Rich("тут (X) ще", (ends, Entity("italic", 0, 10)))


def test_cuts_are_made_at_paragraphs_sentences_and_words() -> None:
    assert [piece.text for piece in pieces(Rich("Перше речення. Друге речення."), 20)] == [
        "Перше речення.",
        "Друге речення.",
    ]
    assert [piece.text for piece in pieces(Rich("слово слово слово"), 12)] == ["слово слово", "слово"]
    assert [piece.text for piece in pieces(Rich("а" * 25), 10)] == ["а" * 10, "а" * 10, "а" * 5]


def test_an_emoji_is_never_cut_in_two() -> None:
    assert [piece.text for piece in pieces(Rich("🙂🙂🙂"), 3)] == ["🙂", "🙂", "🙂"]


def test_a_quotation_holds_no_other_one() -> None:
    words = Rich("слово", (Entity("blockquote", 0, 2), Entity("bold", 2, 3), Entity("expandable_blockquote", 1, 1)))
    assert quoted(words) == Rich("слово", (Entity("blockquote", 0, 5), Entity("bold", 2, 3)))
    assert quoted(Rich("")) == Rich("")


def test_a_title_is_bold_and_empty_parts_leave_no_line() -> None:
    assert joined([bold("Так"), Rich(""), Rich("ні")]) == Rich("Так\nні", (Entity("bold", 0, 3),))
