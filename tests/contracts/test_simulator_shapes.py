"""What goes over the wire has the shapes of Telegram's own description of its Bot API (../shared/data/botapi)."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    MessageEntity,
    ReplyParameters,
    TelegramObject,
)
from telegram.constants import ChatAction

from simulator import Group, Part, Person, Simulator
from simulator.parameters import Answer
from simulator.server import METHODS

API = Path(__file__).parents[2] / "../shared/data/botapi/api.json"
_PLAIN: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "String": str,
    "Boolean": bool,
    "True": bool,
}


class BotApi:
    """Telegram's description: methods and types by name."""

    def __init__(self, path: Path) -> None:
        described = json.loads(path.read_text())
        self.methods: dict[str, dict[str, object]] = described["methods"]
        self.types: dict[str, dict[str, object]] = described["types"]

    def fields(self, of: Mapping[str, object]) -> dict[str, tuple[list[str], bool]]:
        """Name → types that fit, required or not."""
        fields = of.get("fields", [])
        assert isinstance(fields, list)
        return {field["name"]: (field["types"], field["required"]) for field in fields}

    def problems(self, of: Mapping[str, object], given: Mapping[str, object], where: str) -> list[str]:
        """What is missing, unknown or of a wrong type."""
        fields = self.fields(of)
        found = [f"{where}.{name} is missing" for name, (_, needed) in fields.items() if needed and name not in given]
        for name, value in given.items():
            if name not in fields:
                found.append(f"{where}.{name} is unknown")
            elif not any(self.fits(kind, value) for kind in fields[name][0]):
                found.append(f"{where}.{name} is no {' or '.join(fields[name][0])}: {value!r}")
        return found

    def fits(self, kind: str, value: object) -> bool:
        if kind.startswith("Array of "):
            return isinstance(value, list) and all(self.fits(kind.removeprefix("Array of "), part) for part in value)
        if kind in _PLAIN:
            return isinstance(value, _PLAIN[kind]) and (isinstance(value, bool) == (_PLAIN[kind] is bool))
        described = self.types[kind]
        subtypes = described.get("subtypes", [])
        assert isinstance(subtypes, list)
        if subtypes:
            return any(self.fits(subtype, value) for subtype in subtypes)
        return isinstance(value, dict) and not self.problems(described, value, kind)


@pytest.fixture(scope="module")
def api() -> BotApi:
    if not API.exists():
        pytest.skip("Telegram's description of the Bot API is not here: ../shared/data/botapi/api.json")
    return BotApi(API)


def test_every_method_knows_only_telegram_s_parameters_and_needs_those_that_telegram_needs(api: BotApi) -> None:
    for name, method in METHODS.items():
        fields = api.fields(api.methods[name])
        assert method.model_fields.keys() <= fields.keys(), name
        needed = {field for field, (_, needed) in fields.items() if needed}
        assert {field for field, about in method.model_fields.items() if about.is_required()} >= needed, name


async def test_a_conversation_has_the_shapes_that_telegram_describes(
    api: BotApi, telegram: Simulator, bot: Bot, olena: Person
) -> None:
    await converse(bot, olena)
    await converse_in_a_forum(bot, telegram.forum("Село"), olena)
    updates = [json.loads(update.body) for update in telegram.unconfirmed()]
    assert {kind for update in updates for kind in update if kind != "update_id"} == {
        "message",
        "edited_message",
        "message_reaction",
        "callback_query",
        "my_chat_member",
    }
    for update in updates:
        assert api.problems(api.types["Update"], update, "Update") == []
    for request in telegram.requests:
        fields = api.fields(api.methods[request.method])
        params = {name: _decoded(value, fields[name][0]) for name, value in request.params.items()}
        assert request.error is None
        assert api.problems(api.methods[request.method], params, request.method) == []
        returned = api.methods[request.method]["returns"]
        assert isinstance(returned, list)
        assert any(api.fits(kind, _plain(request.answer)) for kind in returned), request


def _decoded(value: object, kinds: list[str]) -> object:
    """A form carries numbers, flags and objects as JSON."""
    return json.loads(value) if isinstance(value, str) and "String" not in kinds else value


def _plain(answer: Answer | None) -> object:
    if isinstance(answer, bytes):
        return json.loads(answer)
    if isinstance(answer, bool | None):
        return answer
    return answer.to_dict() if isinstance(answer, TelegramObject) else [part.to_dict() for part in answer]


async def converse_in_a_forum(bot: Bot, forum: Group, olena: Person) -> None:
    await forum.promotes_bot(by=olena, can_manage_topics=True)
    topic = forum.topic("Дороги")
    await olena.sends(Part("photo", "Яма"), in_=forum, topic=topic)
    await bot.send_chat_action(forum.id, ChatAction.TYPING, message_thread_id=topic.id)
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Далі", callback_data="go:1")]])
    sent = await bot.send_message(forum.id, "Де це?", reply_markup=button, message_thread_id=topic.id)
    await olena.presses_button(forum.last, forum.last.inline[0])
    await olena.reacts(forum.last, "👍")
    forced = ForceReply(selective=True, input_field_placeholder="Вулиця")
    await bot.send_message(forum.id, "Точніше", reply_markup=forced, reply_parameters=ReplyParameters(sent.message_id))
    said = await olena.says("На розі", in_=forum, topic=topic, reply_to=forum.last)
    await olena.edits(said, "На розі Садової")


async def converse(bot: Bot, olena: Person) -> None:
    await bot.get_updates(
        allowed_updates=["message", "edited_message", "message_reaction", "callback_query", "my_chat_member"]
    )
    button = InlineKeyboardButton("Далі", callback_data="go:1")
    sent = await bot.send_message(
        olena.id,
        "Добрий день",
        entities=[MessageEntity("bold", 0, 6)],
        reply_markup=InlineKeyboardMarkup([[button]]),
        reply_parameters=ReplyParameters(olena.last.id),
        protect_content=True,
    )
    await olena.presses("Далі")
    *_, pressed = await bot.get_updates()
    assert pressed.callback_query is not None
    await pressed.callback_query.answer("Так")
    await sent.edit_text("Добрий вечір")
    for kind in ("photo", "video", "voice", "audio", "document", "video_note", "animation", "sticker"):
        await olena.sends(Part(kind))
    await olena.sends_location(47.8, 35.1)
    await olena.sends_contact("+380500000000")
    album = await olena.sends_album([Part("photo", "Дві"), Part("video")])
    await olena.edits(album[0], "Дві світлини")
    await olena.says("Дякую", reply_to=album[0])
    await olena.reacts(olena.chat[1], "👍")
    photo = album[0].message.photo[-1].file_id
    await bot.send_media_group(olena.id, [InputMediaPhoto(photo, caption="Дві"), InputMediaPhoto(photo)])
    await bot.set_message_reaction(olena.id, album[0].id, "👍")
    await bot.get_chat(olena.id)
    await bot.get_chat_member(olena.id, olena.id)
    await bot.get_webhook_info()
    await bot.get_file(photo)
    await bot.set_my_commands([("start", "Почати")])
    await bot.get_my_commands()
    await bot.get_my_description()
    await bot.get_chat_menu_button()
    await olena.blocks()
    await olena.starts("again")
