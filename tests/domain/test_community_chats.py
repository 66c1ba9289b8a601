"""What a refusal of a group or channel means."""

import pytest

from bot.domain.community_chats import Loss, loss_of


@pytest.mark.parametrize(
    ("reason", "loss"),
    [
        ("403 Forbidden: bot was kicked from the supergroup chat", Loss.REMOVED),
        ("403 the bot is not a member", Loss.REMOVED),
        ("Forbidden: bot was blocked", Loss.REMOVED),
        ("400 Bad Request: message thread not found", Loss.THREAD),
        ("400 Bad Request: TOPIC_CLOSED", Loss.THREAD),
        ("400 Bad Request: not enough rights to send text messages to the chat", Loss.RIGHTS),
    ],
)
def test_a_refusal_tells_whether_the_chat_the_topic_or_a_right_is_gone(reason: str, loss: Loss) -> None:
    assert loss_of(reason) is loss
