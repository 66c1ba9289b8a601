"""Calls for help are recognised as people write them, and everyday sentences bring no card."""

import pytest

from bot.domain.emergency_phrases import LASTING, PASSING, Emergency
from tests.danger.sentences import (
    CARDS,
    FALSE_ALARMS,
    PARTS,
    RECALL,
    Card,
    Kind,
    Sentence,
    calls,
    figures,
    others,
    sentences,
)
from tests.faults import assert_none


@pytest.fixture(params=[part for part in PARTS if PARTS[part].exists()])
def part(request: pytest.FixtureRequest) -> list[Sentence]:
    return sentences(str(request.param))


def test_nearly_all_calls_for_help_bring_a_card(part: list[Sentence]) -> None:
    assert figures(calls(part)).rate >= RECALL


def test_few_other_sentences_do(part: list[Sentence]) -> None:
    assert figures(others(part)).rate <= FALSE_ALARMS


def test_the_sentences_are_of_every_kind_card_and_language() -> None:
    own = sentences("own")
    assert {each.kind for each in own} == set(Kind)
    assert {each.card for each in own} == set(Card)
    assert {each.language for each in own} == {"uk", "ru", "surzhyk", "en"}
    assert_none(f"«{each.text}»: {each.card}" for each in own if (each.kind is Kind.CALL) is (each.card is Card.NONE))


def test_most_calls_bring_the_card_that_was_wanted() -> None:
    found = figures(calls(sentences("own")))
    assert found.right / found.total >= 0.85


def test_every_kind_that_is_recognised_counts_as_a_card() -> None:
    assert set(CARDS) - {None} == {*LASTING, *PASSING}
    assert Emergency.DOMESTIC not in CARDS
