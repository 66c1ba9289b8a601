"""The table as JSON: what a telephone would show of each chat, and the side panel."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import cast

from telegram import (
    Chat,
    ForceReply,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    TelegramObject,
)

from simulator.accounts import Account
from simulator.chats import SERVICE, Bubble, Conversation
from simulator.files import KINDS
from simulator.groups import GroupChat
from simulator.page.backstage import Backstage
from simulator.page.contents import content_type
from simulator.page.table import Table, Telephone
from simulator.parameters import Answer
from simulator.server import Request
from simulator.topics import ICONS
from simulator.words import marked

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

RESIDENT = "resident"  # who holds no post
_SAID_OF_A_FILE = ("file_name", "duration", "title", "performer", "emoji")


def telephones(table: Table, backstage: Backstage) -> Json:
    roles = backstage.roles(table.telephones)
    return [_telephone(key, each, roles.get(key, RESIDENT), table.bot) for key, each in table.telephones.items()]


def groups(table: Table) -> Json:
    return [{"id": key, "title": each.name} for key, each in table.groups.items()]


def chats(table: Table) -> dict[str, Json]:
    """Every chat on the table by its key."""
    unread = _unconfirmed(table.bot)
    return {
        str(key): _chat(key, conversation, table.bot, unread.get(conversation.chat.id, frozenset()))
        for key, conversation in table.conversations()
    }


def panel(table: Table, backstage: Backstage) -> dict[str, Json]:
    depths = backstage.depths()
    return {
        "ahead": round((table.telegram.clock.now() - datetime.now(UTC)).total_seconds()),  # of the machine's clock
        "acts": table.acts,
        "runs": backstage.runs,
        "topics": bool(table.bot.user.has_topics_enabled),
        "inbox": depths.inbox,
        "outbox": depths.outbox,
        "set_aside": [*depths.set_aside],
        "unconfirmed": len(table.telegram.unconfirmed()),
        "faults": sorted({type(fault.kind).__name__ for fault in table.telegram.faults.waiting if fault.times != 0}),
    }


def traffic(requests: Iterable[Request], first: int) -> list[Json]:
    """The calls in which something happened; `first` is the number of the first of them."""
    return [
        {
            "number": number,
            "method": each.method,
            "params": {name: _parameter(value) for name, value in each.params.items()},
            "answer": None if each.answer is None else _answer(each.answer),
            "error": each.error,
            "fault": None if each.fault is None else type(each.fault).__name__,
        }
        for number, each in enumerate(requests, first)
        if each.answer != b"[]"
    ]


def _telephone(key: int, of: Telephone, role: str, bot: Account) -> Json:
    return {
        "id": key,
        "name": of.person.name,
        "role": role,
        "title": of.title,
        "spinning": of.person.spinning,
        "alerts": [{"text": each.text, "window": each.in_window} for each in bot.alerts.get(key, ())],
    }


def _chat(key: int, of: Conversation, bot: Account, unread: frozenset[int]) -> Json:
    of_private = not isinstance(of, GroupChat)
    return {
        "id": key,
        "kind": "forum" if of.chat.is_forum else of.chat.type,
        "title": of.chat.title or bot.user.first_name,
        "started": of.started or not of_private,
        "blocked": of.blocked,
        "keyboard": None if of.keyboard is None else _keyboard(of.keyboard),
        "pinned": [bubble.id for bubble in of.pinned],
        "asks": None if of.asking is None else _asks(of.asking),
        "doing": None if of.doing is None else {"action": of.doing.action, "until": _milliseconds(of.doing.until)},
        "commands": _commands(bot, of.chat),
        "description": bot.profile.descriptions.get("", ""),
        "member": "administrator" if isinstance(of, GroupChat) and of.admin else _membership(of),
        "topical": bool(of.chat.is_forum or (of_private and bot.user.has_topics_enabled)),
        "makes_topics": bool(not of_private or bot.user.allows_users_to_create_topics),
        "topics": [
            {"id": each.id, "title": each.title, "icon": ICONS.get(each.icon, "")} for each in of.topics.values()
        ],
        "bubbles": [_bubble(each, bot, unread) for each in of.bubbles.values()],
    }


def _membership(of: Conversation) -> str | None:
    return of.member.status if isinstance(of, GroupChat) else None


def _asks(of: Bubble) -> Json:
    """The message to which the bot forces a reply; `of`: whose, where it is not everybody's."""
    markup = cast("ForceReply", of.markup)
    named = [each.user.id for each in of.entities if each.user is not None]
    whom = [*named, *([] if of.reply_to is None else [of.reply_to.sender.id])]
    return {"id": of.id, "hint": markup.input_field_placeholder, "of": whom if markup.selective else None}


def _bubble(of: Bubble, bot: Account, unread: frozenset[int]) -> Json:
    return {
        "id": of.id,
        "from": of.sender.id,
        "name": of.chat.title if of.chat.type == Chat.CHANNEL else of.sender.first_name,
        "by_bot": of.sender.id == bot.user.id,
        "at": _milliseconds(of.date),
        "edited": of.edited,
        "delivered": of.delivered,
        "taken": of.id not in unread,
        "service": next((name for name in SERVICE if name in of.fields), None),
        "text": of.text or _topic_name(of),
        "entities": _entities(of),
        "file": _file(of, bot),
        "place": _place(of),
        "contact": _contact(of),
        "album": of.fields.get("media_group_id"),
        "topic": of.thread_id,
        "reply": None if of.reply_to is None else {"id": of.reply_to.id, "text": _summary(of.reply_to)},
        "reactions": of.reactions,
        "own_reaction": {str(who): list(emoji) for who, emoji in of.reacted.items()},
        "inline": _inline(of.markup) if isinstance(of.markup, InlineKeyboardMarkup) else [],
    }


def _topic_name(of: Bubble) -> str:
    """Of a message that says that a topic was made, or has another name."""
    changed = of.fields.get("forum_topic_created") or of.fields.get("forum_topic_edited")
    return (changed.name or "") if changed is not None else ""


def _entities(of: Bubble) -> Json:
    """With the links and commands that Telegram marks by itself in a bot's text, too."""
    given = {(each.offset, each.length) for each in of.entities}
    found = [each for each in marked(of.text) if (each.offset, each.length) not in given]
    return [
        {"type": each.type, "offset": each.offset, "length": each.length, "url": each.url}
        for each in (*of.entities, *found)
    ]


def _inline(markup: InlineKeyboardMarkup) -> Json:
    return [[{"text": button.text, "url": button.url} for button in row] for row in markup.inline_keyboard]


def _keyboard(markup: ReplyKeyboardMarkup) -> Json:
    return [[_key(key) for key in row] for row in markup.keyboard]


def _key(key: KeyboardButton) -> Json:
    asks = "contact" if key.request_contact else "place" if key.request_location else None
    return {"text": key.text, "asks": asks}


def _file(of: Bubble, bot: Account) -> Json:
    """`type`: what a browser can show or play of it."""
    kind = next((each for each in KINDS if each in of.fields), None)
    if kind is None:
        return None
    value = of.fields[kind]
    media = value[-1] if isinstance(value, tuple) else value
    fields = media.to_dict()  # durations are seconds there
    known = {name: fields.get(name) for name in _SAID_OF_A_FILE}
    shown = content_type(bot.files.find(media.file_id).content)
    return {"kind": kind, "id": media.file_id, "size": media.file_size, "type": shown, **known}


def _place(of: Bubble) -> Json:
    location, venue = of.fields.get("location"), of.fields.get("venue")
    if location is None:
        return None
    named = {} if venue is None else {"title": venue.title, "address": venue.address}
    return {"latitude": location.latitude, "longitude": location.longitude, **named}


def _contact(of: Bubble) -> Json:
    contact = of.fields.get("contact")
    return None if contact is None else {"name": contact.first_name, "number": contact.phone_number}


def _summary(of: Bubble) -> str:
    return of.text or next((kind for kind in KINDS if kind in of.fields), "")


def _commands(bot: Account, chat: Chat) -> Json:
    """Those that Telegram would show here: the chat's own, else those of such chats, else the general ones."""
    general = "all_private_chats" if chat.type == Chat.PRIVATE else "all_group_chats"
    scopes: tuple[dict[str, object], ...] = (
        {"type": "chat", "chat_id": chat.id},
        {"type": general},
        {"type": "default"},
    )
    for scope in scopes:
        found = bot.profile.commands.get((json.dumps(scope, sort_keys=True), ""))
        if found:
            return [{"command": each.command, "description": each.description} for each in found]
    return []


def _unconfirmed(bot: Account) -> dict[int, frozenset[int]]:
    """Messages of people that the bot has not taken yet, by chat."""
    found: dict[int, set[int]] = {}
    for each in bot.updates.pending:
        update = json.loads(each.body)
        message = update.get("message") or update.get("channel_post")
        if message is not None:
            found.setdefault(each.chat_id, set()).add(message["message_id"])
    return {chat_id: frozenset(ids) for chat_id, ids in found.items()}


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _parameter(value: object) -> Json:
    """As in a JSON body; JSON inside a form is decoded."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return cast("Json", json.loads(value))
        except ValueError:
            return value
    return cast("Json", value)


def _answer(answer: Answer) -> Json:
    if isinstance(answer, bytes):
        return cast("Json", json.loads(answer))
    if isinstance(answer, TelegramObject):
        return cast("Json", answer.to_dict())
    if isinstance(answer, bool):
        return answer
    return [cast("Json", each.to_dict()) for each in answer]
