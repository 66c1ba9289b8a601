"""What letters say of themselves, and an account of many of them."""

from bot.domain.broadcasts import Account
from bot.domain.letters import LetterClass


def test_own_letters_go_before_danger_first_cards_follow_ups_what_is_cheap_strangers_and_what_is_put_off() -> None:
    names = ["OWN", "DANGER", "FIRST", "FOLLOW_UP", "CHEAP", "STRANGER", "LATER"]
    assert [each.name for each in sorted(LetterClass)] == names


def test_an_account_begins_empty_and_counts_what_is_left() -> None:
    assert Account().left == 0
    assert Account(planned=15, delivered=1, refused=2, unknown=3, void=4).left == 5
