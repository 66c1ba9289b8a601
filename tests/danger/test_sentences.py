"""Calls for help are recognised as people write them, and everyday sentences bring no card."""

from dataclasses import replace

import pytest

from bot.domain.emergency_phrases import LASTING, PASSING, Emergency
from tests.danger import weights
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


def test_the_weights_are_learnt_from_the_sentences_and_phrases_as_they_are() -> None:
    assert weights.DIGEST.read_text().strip() == weights.digest(), "run python -m tests.danger.weights"


def test_the_same_weights_are_learnt_each_time() -> None:
    some = weights.examples()[::40]
    assert weights.learn(some) == weights.learn([replace(each, multiplier=0.0) for each in some])


def test_every_kind_that_is_recognised_counts_as_a_card() -> None:
    assert set(CARDS) - {None} == {*LASTING, *PASSING}
    assert Emergency.DOMESTIC not in CARDS
