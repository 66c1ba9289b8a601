"""Raw updates as hypothesis makes them: of every kind, with odd values, and (`broken`) of shapes that there are not.

Numbers are as large as Telegram's own may be: 52 bits. Texts have what people's keyboards and altered clients make.
"""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

Json = Any  # what json.dumps takes
Fields = dict[str, Json]

LARGEST_ID = 2**52
LONGEST = 4096  # UTF-16 units
DATE = 1_795_507_200  # 24 November 2026
CANARY = "zq{:04}qz"  # in the text of a resident

ODD_TEXTS = (
    "",
    " ",
    "\n\n",
    "\u202eнавпаки\u202c",  # right to left
    "\u2066ізольовано\u2069\u200f",
    "\u200b\u200d\ufeff",  # nothing that anybody sees
    "👨‍👩‍👧‍👦" * 30,
    "e\u0301" * 200,
    "і" * LONGEST,
    "😀" * (LONGEST // 2),  # two units each
    "рядок\n" * 500,
    "<b>x</b> *y* [z](tg://user?id=1) `{ $name }` { -term } %s {0}",
    "КШ-2026-000001",
    "КШ-2026-999999999999999999999",
    "/start",
    "/lock",
    "/start@hromada_bot",
    "/невідома",
    "-" * LONGEST,
    "12" * 2000,
    "25:99-00:00",
    "0" * 30,
)
texts = st.one_of(st.sampled_from(ODD_TEXTS), st.text(max_size=40))
ids = st.one_of(st.integers(1, 40), st.sampled_from((2**31 - 1, LARGEST_ID)))
numbers = st.sampled_from((0, 1, 2**31, 2**40))

FILE: Fields = {"file_id": "no-such-file", "file_unique_id": "unique"}
SIZE: Fields = {"width": 1, "height": 1}
STICKER: Fields = FILE | SIZE | {"type": "regular", "is_animated": False, "is_video": False}
USER: Fields = {"id": 1, "is_bot": False, "first_name": "Хтось"}
CHANNEL: Fields = {"id": -1_000_000_000_777, "type": "channel", "title": "Канал"}
PLACE: Fields = {"latitude": 47.8, "longitude": 35.1}
OPTION: Fields = {"persistent_id": "1", "text": "Так", "voter_count": 0}
ADDRESS: Fields = dict.fromkeys(("country_code", "state", "city", "street_line1", "street_line2", "post_code"), "x")
FLAGS = ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only")
POLL: Fields = dict.fromkeys(FLAGS, False) | {
    "id": "1",
    "question": "Що?",
    "options": [OPTION],
    "total_voter_count": 0,
    "type": "regular",
}


@st.composite
def entities(draw: st.DrawFn) -> Fields:
    """Formatting of any kind, anywhere, also beyond the end of its text."""
    kind = draw(
        st.sampled_from(
            (
                "bold",
                "bot_command",
                "text_link",
                "text_mention",
                "custom_emoji",
                "pre",
                "url",
                "blockquote",
                "a_new_kind",
            )
        )
    )
    extra: Fields = {}
    if kind == "text_link":
        extra = {
            "url": draw(st.sampled_from(("tg://user?id=1", "TG://x", "http://[", "", "https://x.ua/" + "a" * 3000)))
        }
    if kind == "text_mention":
        extra = {"user": USER}
    if kind == "custom_emoji":
        extra = {"custom_emoji_id": "5"}
    return {"type": kind, "offset": draw(st.integers(0, 50)), "length": draw(st.integers(0, 5000)), **extra}


def media(kind: str, **fields: st.SearchStrategy[Json]) -> st.SearchStrategy[Fields]:
    file = st.fixed_dictionaries(fields, optional={"file_size": numbers}).map(lambda made: {**FILE, **made})
    return st.fixed_dictionaries({kind: file}, optional={"caption": texts, "caption_entities": st.lists(entities())})


def service(**fields: Json) -> st.SearchStrategy[Fields]:
    return st.just(dict(fields))


CONTENT: st.SearchStrategy[Fields] = st.one_of(
    st.fixed_dictionaries({"text": texts}, optional={"entities": st.lists(entities(), max_size=4)}),
    st.fixed_dictionaries({"photo": st.lists(st.just({**FILE, **SIZE}), max_size=3)}, optional={"caption": texts}),
    media("voice", duration=numbers),
    media("video_note", duration=numbers, length=numbers),
    media("video", duration=numbers, width=numbers, height=numbers),
    media("animation", duration=numbers, width=numbers, height=numbers),
    media("audio", duration=numbers, title=texts),
    media("document", file_name=texts, mime_type=texts),
    st.fixed_dictionaries({}, optional={"emoji": texts, "set_name": texts}).map(lambda of: {"sticker": STICKER | of}),
    st.fixed_dictionaries({"contact": st.fixed_dictionaries({"phone_number": texts, "first_name": texts})}),
    st.fixed_dictionaries(
        {
            "location": st.fixed_dictionaries(
                {"latitude": st.floats(-90, 90), "longitude": st.floats(-180, 180)}, optional={"live_period": numbers}
            )
        }
    ),
    st.fixed_dictionaries(
        {"venue": st.fixed_dictionaries({"location": st.just(PLACE), "title": texts, "address": texts})},
        optional={"location": st.just(PLACE)},
    ),
    service(dice={"emoji": "🎲", "value": 3}),
    service(poll=POLL),
    service(game={"title": "Гра", "description": "", "photo": [{**FILE, **SIZE}]}),
    service(story={"chat": CHANNEL, "id": 1}),
    service(new_chat_members=[USER], left_chat_member=USER),
    service(new_chat_title="Назва", delete_chat_photo=True),
    service(group_chat_created=True),
    service(migrate_to_chat_id=-LARGEST_ID),
    service(migrate_from_chat_id=-4_000_001),
    service(web_app_data={"data": "{", "button_text": "x"}),
    service(users_shared={"request_id": 1, "users": [{"user_id": 1}]}),
    service(message_auto_delete_timer_changed={"message_auto_delete_time": 1}),
    service(forum_topic_created={"name": "x", "icon_color": 1}, is_topic_message=True, message_thread_id=1),
    service(something_of_next_year={"deep": [[[{}]]]}),
    service(),
)

AROUND = st.fixed_dictionaries(
    {},
    optional={
        "media_group_id": st.sampled_from(("", "1", "альбом")),
        "message_thread_id": ids,
        "edit_date": st.just(DATE),
        "via_bot": st.just({**USER, "is_bot": True}),
        "forward_origin": st.sampled_from(
            (
                {"type": "user", "date": DATE, "sender_user": USER},
                {"type": "hidden_user", "date": DATE, "sender_user_name": "Хтось"},
                {"type": "channel", "date": DATE, "chat": CHANNEL, "message_id": 1},
            )
        ),
        "quote": st.just({"text": "цитата", "position": 0}),
        "has_protected_content": st.just(True),
        "business_connection_id": st.just("x"),
    },
)


@st.composite
def messages(draw: st.DrawFn, chat: Fields, user: Fields | None) -> Fields:
    made: Fields = {"message_id": draw(ids), "date": DATE, "chat": chat, **draw(AROUND), **draw(CONTENT)}
    if user is not None:
        made["from"] = user
    if draw(st.booleans()):
        replied: Fields = {"message_id": draw(ids), "date": DATE, "chat": chat, **draw(CONTENT)}
        if draw(st.booleans()):
            replied["from"] = draw(st.sampled_from((USER, {"id": 100, "is_bot": True, "first_name": "hromada_bot"})))
        made["reply_to_message"] = replied
    return made


def members(user: Fields) -> st.SearchStrategy[Fields]:
    until: Fields = {"until_date": 0}
    rights = (
        *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
        *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
        *("can_edit_stories", "can_delete_stories"),
    )
    return st.sampled_from(
        (
            {"status": "member", "user": user},
            {"status": "left", "user": user},
            {"status": "kicked", "user": user, **until},
            {"status": "administrator", "user": user, **dict.fromkeys(rights, False)},
        )
    )


OTHER_KINDS: Mapping[str, Fields] = {
    "inline_query": {"id": "1", "from": USER, "query": "х", "offset": ""},
    "chosen_inline_result": {"result_id": "1", "from": USER, "query": "х"},
    "shipping_query": {"id": "1", "from": USER, "invoice_payload": "x", "shipping_address": ADDRESS},
    "poll": POLL,
    "poll_answer": {"poll_id": "1", "user": USER, "option_ids": [0], "option_persistent_ids": ["1"]},
    "chat_join_request": {"chat": CHANNEL, "from": USER, "user_chat_id": 1, "date": DATE},
    "message_reaction_count": {"chat": CHANNEL, "message_id": 1, "date": DATE, "reactions": []},
    "an_update_of_next_year": {"anything": [1, None, {"chat": "x"}]},
    "deleted_business_messages": {"business_connection_id": "x", "chat": CHANNEL, "message_ids": [1]},
}


@st.composite
def raw_updates(draw: st.DrawFn, users: st.SearchStrategy[int], chats: st.SearchStrategy[int]) -> Fields:
    """One well-formed update without its id: its kind and what it carries."""
    user: Fields = {"id": draw(users), "is_bot": False, "first_name": draw(texts) or "x"}
    private: Fields = {"id": user["id"], "type": "private", "first_name": user["first_name"]}
    of_a_chat: Fields = {
        "id": draw(chats),
        "type": draw(st.sampled_from(("group", "supergroup", "channel", "a_new_type"))),
        "title": draw(texts),
    }
    chat = draw(st.sampled_from((private, private, private, of_a_chat)))
    match draw(st.integers(0, 7)):
        case 0 | 1:
            kind = draw(st.sampled_from(("message", "message", "edited_message", "business_message")))
            return {kind: draw(messages(chat, user))}
        case 2:
            kind = draw(st.sampled_from(("channel_post", "edited_channel_post")))
            return {kind: {**draw(messages(of_a_chat, None)), "sender_chat": of_a_chat}}
        case 3:
            query: Fields = {"id": str(draw(ids)), "from": user, "chat_instance": "1"}
            if draw(st.booleans()):
                query["data"] = draw(st.one_of(texts, st.text(max_size=64)))
            else:
                query["game_short_name"] = "x"
            if draw(st.booleans()):
                query["message"] = draw(messages(chat, USER))
            else:  # Telegram's word for one that it shows no longer
                query["message"] = {"chat": chat, "message_id": draw(ids), "date": 0}
            return {"callback_query": query}
        case 4:
            new = draw(members({"id": 100, "is_bot": True, "first_name": "hromada_bot"}))
            kind = draw(st.sampled_from(("my_chat_member", "my_chat_member", "chat_member")))
            return {kind: {"chat": chat, "from": user, "date": DATE, "old_chat_member": new, "new_chat_member": new}}
        case 5:
            reactions = st.lists(
                st.one_of(
                    texts.map(lambda emoji: {"type": "emoji", "emoji": emoji}),
                    st.sampled_from(({"type": "custom_emoji", "custom_emoji_id": "1"}, {"type": "paid"})),
                ),
                max_size=2,
            )
            reaction: Fields = {"chat": chat, "message_id": draw(ids), "date": DATE, "old_reaction": []}
            by: Fields = draw(st.sampled_from(({"user": user}, {"actor_chat": of_a_chat}, {})))
            return {"message_reaction": {**reaction, **by, "new_reaction": draw(reactions)}}
        case _:
            kind = draw(st.sampled_from(sorted(OTHER_KINDS)))
            return {kind: OTHER_KINDS[kind]}


JUNK: st.SearchStrategy[Json] = st.sampled_from(
    (None, True, -1, 1.5, 10**30, "", "x", "\ud83d", "\ude00\ud83d", "\x00", [], {}, [[]], {"id": {}}, "9" * 400)
)


@st.composite
def broken(draw: st.DrawFn, whole: Fields) -> Fields:
    """The same update with one or two values, anywhere in it, replaced by others or left out."""
    made: Fields = copied(whole)
    for _ in range(draw(st.integers(1, 2))):
        holder, key = draw(st.sampled_from(places(made)))
        if draw(st.booleans()) and isinstance(holder, dict):
            del holder[key]
        else:
            holder[key] = draw(JUNK)
        if not made:
            break
    return made


def copied(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def places(value: Json) -> list[tuple[Any, Any]]:
    """Every place of it: what holds a value, and the key or index of the value there."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    return [place for key in keys for place in ((value, key), *places(value[key]))]
