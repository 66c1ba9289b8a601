"""Calls of Bot API methods, as data, and the parts that they are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from bot.domain.bodies import Entity
from bot.surface.buttons import Button
from bot.surface.outgoing import Fetched, Made, Packed, Reading, Shown, Step
from bot.surface.rich import Rich
from bot.surface.screens import Copy, Label, Link
from bot.telegram import limits
from bot.telegram.gateway import Json, Upload

# What has to be prepared before a call is made: a file, or a step after which the letter has another call instead.
Need: TypeAlias = Fetched | Made[Any] | Packed[Any] | Step[Any] | Reading[Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Bot API method; the chat is added when it is sent (`params_in`).

    `shows` says what the messages show that it makes or edits, one for each. `instead`: the calls that are made where
    Telegram refuses this one for good; an edit's message may be gone, a file not be taken. `cure`: what shows the same
    to a reader who takes no voices; its file has to be prepared, so the letter is sent again with it.
    """

    method: str
    params: Mapping[str, Json]
    instead: "Sequence[Call]" = ()
    cure: "Call | None" = None
    lacks_file: bool = False  # it is made instead of one with a file, which does not arrive
    may_fail: bool = False  # a refusal changes nothing for anybody: a message already deleted
    scoped: bool = False  # the chat is named as a scope: of a list of commands
    paced: bool = False  # one of many edits of its chat: it takes as long as a message there
    of_last: bool = False  # about the message that the call before it made: its id is added
    of_bot: bool = False  # about the bot itself: its account is added
    asks: bool = False  # made for its answer
    shows: Sequence[Shown] = ()
    files: Mapping[str, Upload] = field(default_factory=dict)  # of our own, which the parameters name as `attach://…`
    needs: Mapping[str, Need] = field(default_factory=dict)  # the same, of files that have to be prepared first

    def params_in(self, telegram_id: int) -> dict[str, Json]:
        """The parameters, with the chat, which is named by its id at Telegram."""
        if self.scoped:
            return {**self.params, "scope": {"type": "chat", "chat_id": telegram_id}}
        return {"chat_id": telegram_id, **self.params}


def inline(buttons: Sequence[Sequence[Label]]) -> Json:
    return {"inline_keyboard": [[{"text": text, **led_to(to)} for text, to in row] for row in buttons]}


def led_to(to: Button | Link | Copy) -> dict[str, Json]:
    match to:
        case Link(url):
            return {"url": url}
        case Copy(text):
            return {"copy_text": {"text": text}}
        case _:
            return {"callback_data": packed(to)}


def packed(button: Button) -> str:
    """What Telegram lets a button carry. Raises ValueError where that is too little."""
    data = button.pack()
    if len(data.encode()) > limits.BUTTON:
        raise ValueError(f"{type(button).__name__} packs into more than {limits.BUTTON} bytes")
    return data


def text_params(rich: Rich) -> dict[str, Json]:
    params: dict[str, Json] = {"text": rich.text, "link_preview_options": {"is_disabled": True}}
    if rich.entities:
        params["entities"] = entities(rich)
    return params


def caption(rich: Rich) -> dict[str, Json]:
    if not rich:
        return {}
    return {"caption": rich.text} | ({"caption_entities": entities(rich)} if rich.entities else {})


def entities(rich: Rich) -> list[Json]:
    """A link that hides its address, as bodies of 0.1.0 may have it, is left out."""
    return [entity_json(each) for each in rich.entities if each.type != "text_link"]


def entity_json(entity: Entity) -> Json:
    made: dict[str, Json] = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.language:
        made["language"] = entity.language
    return made


def command_list(commands: Mapping[str, str]) -> list[Json]:
    return [{"command": name, "description": description} for name, description in commands.items()]
