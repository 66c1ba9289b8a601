"""Every way in, as handlers take it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.refusals import OldButton
from bot.surface.buttons import Button, NotAButton, unpack
from bot.surface.context import Context
from bot.surface.incoming import ChatChanged, ChatCommand, ChatMoved, PrivateMessage, ReachChanged, Reacted

Command = Callable[[Context, PrivateMessage], Awaitable[None]]  # takes what is written behind the command
Press = Callable[[Context, Any], Awaitable[None]]  # takes the button of its own class
OnMessage = Callable[[Context, PrivateMessage], Awaitable[None]]
OnChatCommand = Callable[[Context, ChatCommand], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Routes:
    """What takes what. In groups and channels nobody acts as a person: what they ask there is public."""

    commands: Mapping[str, Command]
    buttons: Mapping[type[Button], Press]
    message: OnMessage
    edited: OnMessage
    reaction: Callable[[Context, Reacted], Awaitable[None]]
    membership: Callable[[Context, ReachChanged], Awaitable[None]]
    chat_commands: Mapping[str, OnChatCommand]  # in groups and channels
    chat_membership: Callable[[Context, ChatChanged], Awaitable[None]]
    chat_moved: Callable[[Context, ChatMoved], Awaitable[None]]

    async def press(self, context: Context, data: str, message_id: int | None) -> None:
        """A button of this message was pressed; it carried `data`. Raises OldButton."""
        context.turn.pressed = message_id
        try:
            button = unpack(data)
            press = self.buttons[type(button)]
        except (NotAButton, KeyError) as error:
            raise OldButton from error
        context.turn.facts["button"] = button.code
        await press(context, button)
