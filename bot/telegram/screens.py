"""Screens: what a message of the bot looks like, as data, and the calls that show it.

A screen has a title (bold), lines, a body with its own formatting, and buttons. It is shown by a letter: which button
leads to it, to whom, and which message it takes the place of; so it is drawn from what is true when it is sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.bodies import Entity
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.letters import Letter, Party
from bot.telegram.buttons import Button
from bot.telegram.gateway import Json
from bot.telegram.rich import Rich, bold, joined, pieces

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


@dataclass(frozen=True, slots=True)
class ShowScreen(Letter):
    """The screen that a button leads to. `message_id`: edit this message of the bot; 0: send a new one."""

    button: str
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """What a message in a chat shows: a message of a case, in one version, or a piece of it; and who said it."""

    case_id: CaseId
    case_message_id: CaseMessageId
    version: int
    said_by: Party
    piece: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Bot API method; the chat is added when it is sent (`params_in`).

    `shows` says what the messages show that it makes or edits, one for each: known when the letter is rendered, and
    no longer when its result comes, for the words may have been edited meanwhile.
    """

    method: str
    params: Mapping[str, Json]
    or_send: bool = False  # an edit: where its message is gone, send a new one
    may_fail: bool = False  # a refusal changes nothing for anybody: a message already deleted
    scoped: bool = False  # the chat is named as a scope: of a list of commands
    of_last: bool = False  # about the message that the call before it made: its id is added
    shows: Sequence[Shown] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)  # of our own, which the parameters name as `attach://…`

    def params_in(self, telegram_id: int) -> dict[str, Json]:
        """The parameters, with the chat, which is named by its id at Telegram."""
        if self.scoped:
            return {**self.params, "scope": {"type": "chat", "chat_id": telegram_id}}
        return {"chat_id": telegram_id, **self.params}


@dataclass(frozen=True, slots=True)
class Link:
    """What a button may lead to instead of a screen: a page, or something that Telegram itself opens."""

    url: str


Label = tuple[str, Button | Link]


@dataclass(frozen=True, slots=True)
class Screen:
    """`keyboard` is the big reply keyboard that stays under the chat; a screen with one is always a new message."""

    title: str = ""
    lines: Sequence[str] = ()
    body: Rich = field(default_factory=lambda: Rich(""))
    buttons: Sequence[Sequence[Label]] = ()
    keyboard: Sequence[Sequence[str]] = ()
    silent: bool = False

    @property
    def rich(self) -> Rich:
        heading = joined([bold(self.title), Rich("\n".join(self.lines))], "\n")
        return joined([heading, self.body], "\n\n")


def inline(buttons: Sequence[Sequence[Label]]) -> Json:
    return {"inline_keyboard": [[{"text": text, **led_to(to)} for text, to in row] for row in buttons]}


def led_to(to: Button | Link) -> dict[str, Json]:
    return {"url": to.url} if isinstance(to, Link) else {"callback_data": to.pack()}


def text_params(rich: Rich) -> dict[str, Json]:
    params: dict[str, Json] = {"text": rich.text, "link_preview_options": {"is_disabled": True}}
    if rich.entities:
        params["entities"] = entities(rich)
    return params


def entities(rich: Rich) -> list[Json]:
    return [entity_json(each) for each in rich.entities]


def entity_json(entity: Entity) -> Json:
    made: dict[str, Json] = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.url:
        made["url"] = entity.url
    if entity.language:
        made["language"] = entity.language
    return made


def calls_of(screen: Screen, message_id: int = 0) -> list[Call]:
    """The calls that show a screen, in place of a message where one is named. A text too long goes on in a next one."""
    *before, last = pieces(screen.rich, TEXT_LIMIT)
    calls = [Call("sendMessage", text_params(piece)) for piece in before]
    params = text_params(last)
    if screen.keyboard:
        rows: Json = [[{"text": label} for label in row] for row in screen.keyboard]
        params["reply_markup"] = {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}
    elif screen.buttons:
        params["reply_markup"] = inline(screen.buttons)
    if message_id and not before and not screen.keyboard:
        return [Call("editMessageText", {**params, "message_id": message_id}, or_send=True)]
    return [*calls, Call("sendMessage", params | ({"disable_notification": True} if screen.silent else {}))]
