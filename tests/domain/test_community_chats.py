"""What a refusal of a group or channel means, and what is done next."""

import pytest

from bot.domain.community_chats import (
    OUTSIDE,
    Gain,
    Loss,
    Remedy,
    Rights,
    gain_between,
    loss_between,
    loss_of,
    remedy_for,
)

ALL = Rights(inside=True, can_post=True, can_show=True, can_pin=True)


@pytest.mark.parametrize(
    ("reason", "loss"),
    [
        ("403 Forbidden: bot was kicked from the supergroup chat", Loss.REMOVED),
        ("403 Forbidden: bot is not a member of the channel chat", Loss.REMOVED),
        ("403 Forbidden: the group chat was deleted", Loss.REMOVED),
        ("400 Bad Request: chat not found", Loss.REMOVED),
        ("400 Bad Request: message thread not found", Loss.THREAD),
        ("400 Bad Request: TOPIC_CLOSED", Loss.THREAD),
        ("400 Bad Request: not enough rights to send text messages to the chat", Loss.RIGHTS),
        ("400 Bad Request: need administrator rights in the channel chat", Loss.RIGHTS),
        ("400 Bad Request: have no rights to send a message", Loss.RIGHTS),
        ("400 Bad Request: CHAT_WRITE_FORBIDDEN", Loss.RIGHTS),
        ("403 Forbidden: a reason that is new", Loss.RIGHTS),
        ("400 Bad Request: not enough rights to send photos to the chat", Loss.FILES),
        ("400 Bad Request: CHAT_SEND_DOCS_FORBIDDEN", Loss.FILES),
        ("400 Bad Request: wrong file identifier/HTTP URL specified", None),
        ("400 Bad Request: message is too long", None),
    ],
)
def test_a_refusal_tells_what_the_bot_can_no_longer_do_in_the_chat(reason: str, loss: Loss | None) -> None:
    assert loss_of(reason) is loss


@pytest.mark.parametrize(
    ("loss", "in_topic", "has_files", "remedy"),
    [
        (Loss.REMOVED, False, True, Remedy.NONE),
        (None, True, True, Remedy.NONE),
        (Loss.FILES, False, True, Remedy.TEXT_ALONE),
        (Loss.FILES, False, False, Remedy.HELD),
        (Loss.THREAD, True, True, Remedy.GENERAL_TOPIC),
        (Loss.THREAD, False, True, Remedy.HELD),
        (Loss.RIGHTS, True, True, Remedy.HELD),
    ],
)
def test_what_can_be_cured_is_cured(loss: Loss | None, in_topic: bool, has_files: bool, remedy: Remedy) -> None:
    assert remedy_for(loss, in_topic=in_topic, has_files=has_files) is remedy


def test_the_gravest_loss_is_reported() -> None:
    assert loss_between(ALL, OUTSIDE) is Loss.REMOVED
    assert loss_between(ALL, Rights(inside=True)) is Loss.RIGHTS
    assert loss_between(ALL, ALL.without(Loss.FILES)) is Loss.FILES
    assert loss_between(ALL, ALL.without(Loss.PINNING)) is Loss.PINNING
    assert loss_between(ALL, ALL) is None
    assert loss_between(OUTSIDE, ALL) is None


def test_what_the_bot_can_do_again_is_reported() -> None:
    assert gain_between(OUTSIDE, ALL) is Gain.WRITING
    assert gain_between(ALL.without(Loss.THREAD), ALL) is Gain.WRITING
    assert gain_between(ALL.without(Loss.FILES), ALL) is Gain.FILES
    assert gain_between(ALL.without(Loss.PINNING), ALL) is None
    assert gain_between(ALL, ALL) is None
