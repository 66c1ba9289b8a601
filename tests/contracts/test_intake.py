"""What is kept of what Telegram hands over: from groups and channels only what is the bot's to read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.intake import arrival

GROUP, CHANNEL, PRIVATE = ({"id": 7, "type": kind} for kind in ("supergroup", "channel", "private"))
COMMAND = {"type": "bot_command", "offset": 0, "length": 8}


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("message", {"chat": PRIVATE, "text": "Привіт"}),
        ("message", {"chat": GROUP, "text": "/officer", "entities": [COMMAND]}),
        ("channel_post", {"chat": CHANNEL, "text": "/officer", "entities": [COMMAND]}),
        ("message", {"chat": GROUP, "migrate_to_chat_id": -100}),
        ("message", {"chat": GROUP, "migrate_from_chat_id": -1}),
        ("my_chat_member", {"chat": GROUP}),
        ("my_chat_member", {"chat": CHANNEL}),
    ],
)
def test_this_is_kept(kind: str, content: dict[str, object]) -> None:
    kept = arrival({"update_id": 1, kind: content})
    assert kept is not None
    assert kept.chat_id == 7


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("message", {"chat": GROUP, "text": "Привіт"}),
        ("message", {"chat": GROUP, "text": "Дякую", "reply_to_message": {"from": {"is_bot": True}}}),
        ("message", {"chat": GROUP, "text": "Є /officer", "entities": [{**COMMAND, "offset": 2}]}),
        ("message", {"chat": GROUP, "text": "https://a.b", "entities": [{**COMMAND, "type": "url"}]}),
        ("message", {"chat": GROUP, "text": "/officer", "entities": "bot_command"}),
        ("message", {"chat": GROUP, "new_chat_title": "Село"}),
        ("edited_message", {"chat": GROUP, "text": "/officer", "entities": [COMMAND]}),
        ("channel_post", {"chat": CHANNEL, "text": "Новини"}),
        ("message_reaction", {"chat": GROUP, "user": {"id": 5}}),
        ("callback_query", {"message": {"chat": GROUP}, "from": {"id": 5}, "data": "pm"}),
    ],
)
def test_this_is_let_go_of_unread(kind: str, content: dict[str, object]) -> None:
    assert arrival({"update_id": 1, kind: content}) is None


@given(st.text(st.characters() | st.sampled_from('\0\\"u0\ud800')))
def test_what_no_database_takes_is_kept_as_a_replacement_and_all_else_as_it_is(text: str) -> None:
    kept = arrival({"update_id": 1, "message": {"chat": PRIVATE, "text": text}})
    assert kept is not None
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    assert json.loads(kept.body)["message"]["text"] == whole
