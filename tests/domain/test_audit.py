"""The chain of the audit: nothing in it can be changed without being found."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.audit import START, Checkpoint, Entry, Head, following, read_head
from simulator.clock import START as NOON

TEXTS = st.text(max_size=8)
ENTRIES = st.builds(
    Entry,
    at=st.integers(0, 10**9).map(lambda passed: NOON + timedelta(microseconds=passed)),
    by_kind=st.sampled_from(["officer", "coordinator", "operator"]),
    by_id=st.none() | st.integers(1, 9),
    by_name=st.none() | TEXTS,
    act=TEXTS,
    subject_kind=TEXTS,
    subject_id=TEXTS,
    community=st.none() | TEXTS,
    oblast=st.none() | TEXTS,
)


def head_of(entries: list[Entry]) -> Head:
    head = START
    for entry in entries:
        head = following(head, entry)
    return head


@given(st.lists(ENTRIES, max_size=5), st.lists(ENTRIES, max_size=5))
def test_two_chains_have_one_head_only_if_all_their_entries_are_the_same(one: list[Entry], other: list[Entry]) -> None:
    assert (head_of(one) == head_of(other)) == (one == other)


@given(ENTRIES, st.data())
def test_each_part_of_an_entry_is_in_its_hash(entry: Entry, data: st.DataObject) -> None:
    other = data.draw(ENTRIES)
    for name in Entry.__slots__:
        changed = replace(entry, **{name: getattr(other, name)})
        assert (following(START, changed) == following(START, entry)) == (changed == entry)


@pytest.mark.parametrize(
    "written",
    [
        "4711 · 3f2a 91bc 55aa 01ef",
        "№ 4711 · 3F2A 91BC 55AA 01EF",
        "4711 3f2a91bc55aa01ef",
        "  4711-3f2a91bc55aa01ef77 ",
    ],
)
def test_a_head_is_read_however_it_was_copied(written: str) -> None:
    head = Head(4711, "3f2a91bc55aa01ef77" + 46 * "0")
    found = read_head(written)
    assert found is not None
    assert head.is_of(found)
    assert not replace(head, number=4712).is_of(found)
    assert not replace(head, hash=64 * "0").is_of(found)


@pytest.mark.parametrize("written", ["", "4711", "4711 · 3f2a", "3f2a 91bc 55aa 01ef", "4711 · 3f2a 91bc 55aa 01eg"])
def test_what_is_no_head_is_not_taken_for_one(written: str) -> None:
    assert read_head(written) is None


def test_a_head_is_written_in_fours() -> None:
    head = Head(4711, "3f2a91bc55aa01ef" + 48 * "0")
    assert head.written == "4711 · 3f2a 91bc 55aa 01ef"
    assert read_head(head.written) == Head(4711, "3f2a91bc55aa01ef")


def test_all_of_a_checkpoint_is_signed() -> None:
    made = Checkpoint(upto=7, hash="ab", entries=3, at=NOON)
    others = (
        replace(made, upto=8),
        replace(made, hash="ac"),
        replace(made, entries=4),
        replace(made, at=NOON + timedelta(1)),
    )
    assert made.content not in [other.content for other in others]
