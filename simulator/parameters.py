"""How a request's parameters are read: by type, with nothing unknown let through.

Each method of the Bot API that the bot uses is a class: its fields are the method's parameters, its `answer` is what
the method does. Complex parameters come as JSON inside a form or as they are inside a JSON body; both are read here.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, ValidationInfo
from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    TelegramObject,
)

from simulator.accounts import Account
from simulator.chats import Markup
from simulator.errors import ApiError, bad_request
from simulator.files import Upload

TEXT_LIMIT = 4096  # UTF-16 units, as is the next
CAPTION_LIMIT = 1024
CALLBACK_DATA_LIMIT = 64  # bytes
BUTTONS_LIMIT = 100
BUTTONS_IN_A_ROW = 8

# `bytes` is JSON, made already.
Answer = TelegramObject | Sequence[TelegramObject] | bool | bytes
Thing = TypeVar("Thing", bound=TelegramObject)


class Parameters(BaseModel, ABC):
    """A request. Built by `read`."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    @abstractmethod
    async def answer(self, bot: Account) -> Answer: ...


def read(method: type[Parameters], given: Mapping[str, object], attached: Mapping[str, Upload]) -> Parameters:
    """Raises ApiError for what is missing, unknown or of a wrong type."""
    try:
        return method.model_validate(given, context=attached)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise bad_request(f"parameter {where!r}: {first['msg']}") from error


def from_json(given: object) -> object:
    return json.loads(given) if isinstance(given, str) else given


def thing(cls: type[Thing], given: object) -> Thing:
    """One of python-telegram-bot's objects from its JSON. Raises ApiError for unknown or missing fields."""
    data = from_json(given)
    if not isinstance(data, dict):
        raise bad_request(f"can't parse {cls.__name__}: expected an object")
    try:
        built = cls.de_json(data)
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise bad_request(f"can't parse {cls.__name__}: {error}") from error
    if built.api_kwargs:
        raise bad_request(f"can't parse {cls.__name__}: unknown field {next(iter(built.api_kwargs))!r}")
    return built


def one_of(cls: type[Thing]) -> Callable[[object], Thing]:
    """Reads one such object."""
    return lambda given: thing(cls, given)


def many_of(cls: type[Thing]) -> Callable[[object], tuple[Thing, ...]]:
    """Reads an array of them."""

    def read_list(given: object) -> tuple[Thing, ...]:
        data = from_json(given)
        if not isinstance(data, list):
            raise bad_request(f"can't parse list of {cls.__name__}: expected an array")
        return tuple(thing(cls, part) for part in data)

    return read_list


def _entities(given: object) -> tuple[MessageEntity, ...]:
    entities = many_of(MessageEntity)(given)
    if any({type(entity.offset), type(entity.length)} != {int} for entity in entities):
        raise bad_request("can't parse entities: offset and length must be integers")
    return entities


def _markup(given: object) -> Markup:
    data = from_json(given)
    if not isinstance(data, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in data:
        markup = thing(InlineKeyboardMarkup, data)
        _check_inline(markup)
        return markup
    if "keyboard" in data:
        return _keyboard(data)
    # python-telegram-bot knows these by their classes: what says so is not a field there.
    if data.pop("remove_keyboard", False):
        return thing(ReplyKeyboardRemove, data)
    if data.pop("force_reply", False):
        return thing(ForceReply, data)
    raise bad_request("can't parse reply markup")


def _keyboard(data: dict[str, list[list[dict[str, object] | str]]]) -> ReplyKeyboardMarkup:
    rows = [
        [thing(KeyboardButton, {"text": key} if isinstance(key, str) else key) for key in row]
        for row in data["keyboard"]
    ]
    options = thing(ReplyKeyboardMarkup, data | {"keyboard": []}).to_dict()
    return ReplyKeyboardMarkup(**options | {"keyboard": rows})


def _check_inline(markup: InlineKeyboardMarkup) -> None:
    rows = markup.inline_keyboard
    if sum(map(len, rows)) > BUTTONS_LIMIT or any(len(row) > BUTTONS_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")
    for button in (button for row in rows for button in row):
        _check_button(button)


def _check_button(button: InlineKeyboardButton) -> None:
    if not button.text.strip() or button.api_kwargs:
        raise bad_request(f"can't parse inline keyboard button: {button.api_kwargs or 'Text must be non-empty'}")
    if button.callback_data is not None:
        if not 1 <= len(str(button.callback_data).encode()) <= CALLBACK_DATA_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
    elif button.url is not None:
        if not button.url.startswith(("http://", "https://", "tg://")):
            raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Unsupported URL protocol")
    elif button.web_app is None and button.copy_text is None:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")


def _file(given: object, info: ValidationInfo) -> object:
    """A file_id, an upload in the parameter itself, or one named by `attach://`."""
    if isinstance(given, str) and given.startswith("attach://"):
        attached: Mapping[str, Upload] = info.context or {}
        try:
            return attached[given.removeprefix("attach://")]
        except KeyError:
            raise bad_request("attached file not found") from None
    return given


Entities = Annotated[tuple[MessageEntity, ...], BeforeValidator(_entities)]
AnyMarkup = Annotated[Markup, BeforeValidator(_markup)]
ReplyTo = Annotated[ReplyParameters, BeforeValidator(one_of(ReplyParameters))]
LinkPreview = Annotated[LinkPreviewOptions, BeforeValidator(one_of(LinkPreviewOptions))]
GivenFile = Annotated[Upload | str, BeforeValidator(_file)]
Strings = Annotated[tuple[str, ...], BeforeValidator(from_json)]


def length(text: str) -> int:
    """In UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def check_text(text: str, entities: Entities) -> None:
    """Raises ApiError when Telegram would not take this as a message's text."""
    if not text.strip():
        raise bad_request("message text is empty")
    if length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    _check_entities(text, entities)


def check_caption(caption: str, entities: Entities) -> None:
    """Raises ApiError when Telegram would not take this as a caption."""
    if length(caption) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    _check_entities(caption, entities)


def _check_entities(text: str, entities: Entities) -> None:
    if not entities:
        return
    units = text.encode("utf-16-le")
    for entity in entities:
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        if not 0 <= start < end <= len(units):
            raise bad_request(f"can't parse entities: entity at {entity.offset}+{entity.length} is outside of the text")
        try:
            units[start:end].decode("utf-16-le")
        except UnicodeDecodeError:
            raise ApiError(400, "Bad Request: can't parse entities: an entity splits a UTF-16 symbol") from None
