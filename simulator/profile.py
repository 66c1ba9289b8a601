"""What a bot says of itself: commands, descriptions, the menu button. Kept by language and, commands, by scope."""

import json
import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import BeforeValidator, Field
from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeDefault,
    BotDescription,
    BotShortDescription,
    MenuButton,
    MenuButtonDefault,
)

from simulator.accounts import Account
from simulator.errors import bad_request
from simulator.parameters import Parameters, many_of, one_of

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LanguageCode = Annotated[str, Field(pattern=r"^([a-z]{2})?$")]


class _OfCommands(Parameters):
    scope: Annotated[BotCommandScope, BeforeValidator(one_of(BotCommandScope))] = BotCommandScopeDefault()
    language_code: LanguageCode = ""

    def key(self, bot: Account) -> tuple[str, str]:
        """Raises ApiError when the scope names a chat that is not there."""
        scope = self.scope.to_dict()
        if "chat_id" in scope:
            bot.conversation(int(scope["chat_id"]))
        return json.dumps(scope, sort_keys=True), self.language_code


class SetMyCommands(_OfCommands):
    commands: Annotated[tuple[BotCommand, ...], BeforeValidator(many_of(BotCommand))]

    async def answer(self, bot: Account) -> bool:
        if len(self.commands) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in self.commands:
            if not _COMMAND.fullmatch(command.command):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command.description) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        bot.profile.commands[self.key(bot)] = self.commands
        return True


class DeleteMyCommands(_OfCommands):
    async def answer(self, bot: Account) -> bool:
        bot.profile.commands.pop(self.key(bot), None)
        return True


class GetMyCommands(_OfCommands):
    async def answer(self, bot: Account) -> Sequence[BotCommand]:
        return bot.profile.commands.get(self.key(bot), ())


class SetMyDescription(Parameters):
    description: str = Field("", max_length=512)
    language_code: LanguageCode = ""

    async def answer(self, bot: Account) -> bool:
        bot.profile.descriptions[self.language_code] = self.description
        return True


class GetMyDescription(Parameters):
    language_code: LanguageCode = ""

    async def answer(self, bot: Account) -> BotDescription:
        of = bot.profile.descriptions
        return BotDescription(of.get(self.language_code) or of.get("", ""))


class SetMyShortDescription(Parameters):
    short_description: str = Field("", max_length=120)
    language_code: LanguageCode = ""

    async def answer(self, bot: Account) -> bool:
        bot.profile.short_descriptions[self.language_code] = self.short_description
        return True


class GetMyShortDescription(Parameters):
    language_code: LanguageCode = ""

    async def answer(self, bot: Account) -> BotShortDescription:
        of = bot.profile.short_descriptions
        return BotShortDescription(of.get(self.language_code) or of.get("", ""))


class SetChatMenuButton(Parameters):
    chat_id: int | None = None
    menu_button: Annotated[MenuButton, BeforeValidator(one_of(MenuButton))] = MenuButtonDefault()

    async def answer(self, bot: Account) -> bool:
        if self.chat_id is not None:
            bot.conversation(self.chat_id)
        bot.profile.menu_buttons[self.chat_id] = self.menu_button
        return True


class GetChatMenuButton(Parameters):
    chat_id: int | None = None

    async def answer(self, bot: Account) -> MenuButton:
        return bot.profile.menu_buttons.get(self.chat_id) or bot.profile.menu_buttons[None]
